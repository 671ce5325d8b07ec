// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/clipreader.h"

#include "media/containerchecks.h"
#include "media/framecounter.h"
#include "media/geometry.h"

extern "C" {
#include <libavutil/imgutils.h>
}

#include <QFileInfo>

#include <algorithm>
#include <numeric>

namespace retake {

namespace {

// What is kept of a clip: some 12 decoded frames of 1080p, or more in the size at which they are shown.
constexpr qint64 keptOfClip = 40LL << 20;
constexpr qint64 keptOfProxy = 20LL << 20; // its key frames are near
constexpr std::size_t readyToShow = 4;
constexpr std::size_t keptAtLeast = 4;
constexpr std::size_t keptAtMost = 48;
// Decoding on is quicker than a seek that saves fewer frames than this.
constexpr int worthSeeking = 8;
constexpr int entryPointsTried = 4;

Rational rational(AVRational value)
{
    return {value.num, value.den};
}

} // namespace

ClipReader::ClipReader(const std::atomic<bool> &closing)
    : m_closing(closing)
    , m_packet(av_packet_alloc())
    , m_decoded(av_frame_alloc())
{}

ClipReader::~ClipReader() = default;

Result<ClipInfo> ClipReader::open(const QString &file)
{
    m_file = file;
    auto opened = AvFile::open(file, [this] { return m_closing.load(); });
    if (!opened)
        return failure(opened.error());
    if (!opened->video())
        return failure(ErrorKind::NoPicture, {file});
    m_opened = std::move(*opened);
    for (const auto &step : {&ClipReader::openDecoder, &ClipReader::readIndex}) {
        if (const auto done = (this->*step)(); !done)
            return failure(done.error());
    }
    return info();
}

Result<void> ClipReader::openDecoder()
{
    AVFormatContext *format = m_opened->format();
    AVStream *stream = m_opened->video();
    for (unsigned i = 0; i < format->nb_streams; ++i)
        format->streams[i]->discard = int(i) == stream->index ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    auto decoder = m_opened->openVideoDecoder(); // with one thread: the other side has the other core
    if (!decoder)
        return failure(decoder.error());
    m_codec.reset(decoder->release());
    m_shape = {uprightRotation(stream), av_guess_sample_aspect_ratio(format, stream, nullptr), m_clipSize};
    return {};
}

Result<void> ClipReader::readIndex()
{
    const auto counted = FrameCounter::countAll(*m_opened);
    if (!counted)
        return failure(counted.error());
    m_index = FrameIndex(counted->table(), rational(m_opened->video()->time_base));
    m_timed = counted->table().isTimed();
    if (m_index.count() == 0)
        return failure(ErrorKind::FileDamaged, {m_file});
    m_index.setMissing(missing());
    return {};
}

// By the header, where it says more than a second more than was found, or points behind the file's end.
Microseconds ClipReader::missing() const
{
    const AVFormatContext *format = m_opened->format();
    AVStream *stream = m_opened->video();
    const bool isAvi = isFormat(format, QLatin1String("avi")); // its reader goes by the size of the file
    const qint64 ticks = isAvi ? stream->nb_frames : stream->duration;
    const auto promised =
        Microseconds(ticks > 0 ? av_rescale_q(ticks, stream->time_base, AVRational{1, 1'000'000})
                               : std::max<qint64>(format->duration, 0));
    const qint64 bytes = format->pb ? avio_size(format->pb) : 0;
    const bool cutOff = (bytes > 0 && indexPointsBehindEnd(stream, bytes)) ||
                        headerPromisesMore(format, stream, double(m_index.duration().count()) / 1e6);
    return cutOff ? std::max(promised - m_index.duration(), Microseconds(0)) : Microseconds(0);
}

ClipInfo ClipReader::info() const
{
    const AVStream *stream = m_opened->video();
    const QSize stored(m_codec->width, m_codec->height);
    ClipInfo clip;
    clip.file = m_file;
    clip.container = QString::fromUtf8(m_opened->format()->iformat->name);
    clip.bytes = QFileInfo(m_file).size();
    clip.duration = m_index.duration();
    clip.video.codec = QString::fromUtf8(avcodec_get_name(m_codec->codec_id));
    clip.video.codedSize = stored;
    clip.video.size = uprightSize(stored, m_shape);
    clip.video.rotation = m_shape.rotation;
    if (m_shape.sampleAspect.num > 0)
        clip.video.sampleAspect = rational(m_shape.sampleAspect);
    clip.video.frameRate = rational(stream->avg_frame_rate);
    clip.video.frames = m_index.count();
    clip.video.duration = m_index.duration();
    return clip;
}

Result<QImage> ClipReader::picture(int frame, QSize box, const Stopped &stopped)
{
    m_shown = frame;
    if (!has(frame, box))
        m_kept.erase(frame); // it is there in another size only
    Kept *kept = find(frame, stopped);
    if (!kept) {
        if (stopped() || m_closing)
            return QImage();
        return failure(ErrorKind::FileDamaged, {m_file});
    }
    if (!prepare(*kept, box))
        return failure(ErrorKind::FileDamaged, {m_file});
    return kept->picture;
}

void ClipReader::forget()
{
    m_kept.clear();
    m_expected.clear();
}

qint64 ClipReader::room() const
{
    if (m_keep == Keep::Little)
        return 0;
    return m_clipSize.isEmpty() ? keptOfClip : keptOfProxy;
}

bool ClipReader::prepare(Kept &kept, QSize box)
{
    if (kept.decoded && (kept.picture.isNull() || kept.box != box)) {
        kept.picture = m_converter.convert(*kept.decoded, m_shape, box);
        kept.box = box;
    }
    return !kept.picture.isNull();
}

qint64 ClipReader::Kept::bytes() const
{
    qint64 bytes = picture.sizeInBytes();
    if (decoded)
        bytes += std::max(
            av_image_get_buffer_size(AVPixelFormat(decoded->format), decoded->width, decoded->height, 16), 0);
    return bytes;
}

void ClipReader::expect(const std::vector<int> &frames, QSize box)
{
    const QSize whole = uprightSize({m_codec->width, m_codec->height}, m_shape);
    const QSize seen = box.isEmpty() ? whole : whole.scaled(box, Qt::KeepAspectRatio);
    m_pictureBytes = std::max<qint64>(4LL * seen.width() * seen.height(), 1);
    const qint64 decoded = 3LL * m_codec->width * m_codec->height / 2;
    const qint64 each = m_pictureBytes + (m_pictureBytes < decoded ? 0 : decoded);
    m_expected = frames;
    m_expected.resize(std::min<std::size_t>(frames.size(), std::size_t(room() * 2 / 3 / each) + 1));
    m_expectedBox = box;
}

// Backwards every pass begins at a key frame, so it is put off until half of what is in hand is used up.
int ClipReader::nextExpected() const
{
    const bool back = !m_expected.empty() && m_expected.front() < m_shown;
    const std::size_t end = back ? (m_expected.size() + 1) / 2 : m_expected.size();
    for (std::size_t i = 0; i < end; ++i) {
        const auto kept = m_kept.find(m_expected[i]);
        const bool shows = kept != m_kept.end() && !kept->second.picture.isNull();
        if (!has(m_expected[i], m_expectedBox) || (i < readyToShow && !shows))
            return m_expected[i];
    }
    return -1;
}

bool ClipReader::fetch(int expected, const Stopped &stopped)
{
    if (!has(expected, m_expectedBox))
        m_kept.erase(expected);
    Kept *kept = find(expected, stopped);
    return kept && prepare(*kept, m_expectedBox) && has(expected, m_expectedBox);
}

bool ClipReader::has(int frame, QSize box) const
{
    const auto kept = m_kept.find(frame);
    return kept != m_kept.end() &&
           (kept->second.decoded || (!kept->second.picture.isNull() && kept->second.box == box));
}

bool ClipReader::isExpected(int frame) const
{
    return std::find(m_expected.begin(), m_expected.end(), frame) != m_expected.end();
}

ClipReader::Kept *ClipReader::find(int frame, const Stopped &stopped)
{
    if (const auto kept = m_kept.find(frame); kept != m_kept.end())
        return &kept->second;
    int earlier = 0;
    FrameIndex::EntryPoint from = m_index.entryPointFor(mustCount() ? 0 : frame);
    if (mustSeek(frame))
        seek(from);
    skipUpTo(frame);
    bool justSought = m_last < 0;
    for (;;) {
        if (m_closing || stopped())
            return nullptr;
        const int number = decodeNext();
        if (number == frame)
            return keep(number, frame);
        if (number >= 0 && number < frame) {
            keep(number, frame);
            justSought = false;
            continue;
        }
        // Past it, or at the end. Right after a seek the demuxer may have landed too late; and H.264's
        // decoder keeps the last frames to itself where pictures that lead the entry point could not be
        // decoded.
        if ((justSought || (number < 0 && earlier == 0)) && !m_index.isFirstEntryPoint(from) &&
            earlier < entryPointsTried) {
            from = m_index.entryPointFor(frame, ++earlier);
            seek(from);
            continue;
        }
        if (number > frame)
            keep(number, frame);
        if (!m_clipSize.isEmpty())
            return nullptr;
        return nearest(frame); // the packet was there, its frame could not be decoded
    }
}

ClipReader::Kept *ClipReader::nearest(int frame)
{
    if (m_kept.empty())
        return nullptr;
    auto at = m_kept.upper_bound(frame);
    if (at != m_kept.begin())
        --at;
    return &at->second;
}

bool ClipReader::mustSeek(int frame) const
{
    if (m_last < 0 || frame <= m_last)
        return true;
    if (mustCount())
        return false;
    const int entry = m_index.frameOfPts(m_index.entryPointFor(frame).pts);
    return entry > m_last + worthSeeking;
}

// Without times of showing a picture that is decoded in another order than shown has nothing that says which
// it is, but its place in the row.
bool ClipReader::mustCount() const
{
    return !m_timed && m_codec->has_b_frames > 0;
}

void ClipReader::seek(const FrameIndex::EntryPoint &point)
{
    avcodec_flush_buffers(m_codec.get());
    m_drained = false;
    m_last = -1;
    if (av_seek_frame(m_opened->format(), m_opened->video()->index, point.dts, AVSEEK_FLAG_BACKWARD) < 0)
        avformat_seek_file(m_opened->format(), m_opened->video()->index, INT64_MIN, point.dts, INT64_MAX,
                           AVSEEK_FLAG_ANY);
}

// On the way to a frame most pictures are nothing but a way: those that no other refers to are left out, but
// for the last few, which a step back will want.
void ClipReader::skipUpTo(int wanted)
{
    constexpr int stepsBack = 6;
    int first = std::max(wanted - stepsBack, 0);
    for (const int expected : m_expected)
        first = std::min(first, expected);
    m_skipUntil = mustCount() || !m_timed ? INT64_MIN : m_index.ptsOf(first);
}

int ClipReader::decodeNext()
{
    while (!m_closing) {
        const int got = avcodec_receive_frame(m_codec.get(), m_decoded.get());
        if (got >= 0) {
            m_last = mustCount() ? m_last + 1 : m_index.frameOfPts(m_decoded->best_effort_timestamp);
            return m_last;
        }
        if (m_drained) {
            m_last = -1;
            return -1;
        }
        if (av_read_frame(m_opened->format(), m_packet.get()) < 0) {
            m_drained = true;
            avcodec_send_packet(m_codec.get(), nullptr);
            continue;
        }
        m_codec->skip_frame = m_packet->pts != AV_NOPTS_VALUE && m_packet->pts < m_skipUntil
                                  ? AVDISCARD_NONREF
                                  : AVDISCARD_DEFAULT;
        if (m_packet->stream_index == m_opened->video()->index)
            avcodec_send_packet(m_codec.get(), m_packet.get()); // a broken one is passed over
        av_packet_unref(m_packet.get());
    }
    return -1;
}

ClipReader::Kept *ClipReader::keep(int number, int wanted)
{
    Kept kept;
    kept.decoded.reset(av_frame_alloc());
    if (!kept.decoded)
        return nullptr;
    av_frame_move_ref(kept.decoded.get(), m_decoded.get());
    // Many are kept only where that makes them smaller.
    if (number != wanted && isExpected(number) && m_pictureBytes < kept.bytes() &&
        prepare(kept, m_expectedBox))
        kept.decoded.reset();
    m_kept.erase(number);
    makeRoom(wanted);
    return &m_kept.insert_or_assign(number, std::move(kept)).first->second;
}

// What is not expected goes first, and of that what lies farthest from the wanted frame.
void ClipReader::makeRoom(int wanted)
{
    const auto bytes = [this] {
        return std::accumulate(m_kept.begin(), m_kept.end(), qint64(0),
                               [](qint64 sum, const auto &kept) { return sum + kept.second.bytes(); });
    };
    while (m_kept.size() >= keptAtLeast && (m_kept.size() >= keptAtMost || bytes() > room())) {
        const auto worth = [&](const auto &kept) {
            const bool needed = kept.first == m_shown || isExpected(kept.first);
            return std::pair(needed ? 1 : 0, -std::abs(kept.first - wanted));
        };
        m_kept.erase(std::min_element(m_kept.begin(), m_kept.end(),
                                      [&](const auto &a, const auto &b) { return worth(a) < worth(b); }));
    }
}

} // namespace retake
