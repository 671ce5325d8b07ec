// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/clipreader.h"

#include "media/containerchecks.h"
#include "media/framecounter.h"
#include "media/geometry.h"

#include <QFileInfo>

#include <algorithm>

namespace retake {

namespace {

// What is kept of a clip: some 12 decoded frames of 1080p, or more in the size at which they are shown.
constexpr qint64 keptOfClip = 40LL << 20;
constexpr qint64 keptOfProxy = 20LL << 20; // its key frames are near
// Decoding on is quicker than a seek that saves fewer frames than this.
constexpr int worthSeeking = 8;
constexpr int entryPointsTried = 4;

Rational rational(AVRational value)
{
    return {value.num, value.den};
}

} // namespace

ClipReader::ClipReader(const std::atomic<bool> &closing, const FrameBook &book)
    : m_closing(closing)
    , m_book(book)
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
    m_codec->has_b_frames = std::max(m_codec->has_b_frames, m_delay);
    m_shape = {uprightRotation(stream), av_guess_sample_aspect_ratio(format, stream, nullptr), m_clipSize};
    m_kept.setShape(m_shape, {m_codec->width, m_codec->height});
    return {};
}

Result<void> ClipReader::readIndex()
{
    auto known = knownFrames();
    if (!known) {
        const auto stamp = stampOfFile(m_file);
        const auto counted = FrameCounter::countAll(*m_opened);
        if (!counted)
            return failure(counted.error());
        known = std::make_shared<const KnownFrames>(KnownFrames{
            counted->table(), rational(m_opened->video()->time_base), KnownFrames::Verdict::None});
        if (!m_closing)
            m_book.note(m_file, stamp, *known);
    }
    m_index = FrameIndex(known->table, known->tick);
    m_timed = known->table.isTimed();
    if (m_index.count() == 0)
        return failure(ErrorKind::FileDamaged, {m_file});
    m_index.setMissing(missing());
    return {};
}

// Those of an earlier scan. Where a container has no index of its own, reading all of it is what makes one,
// and seeking needs that.
std::shared_ptr<const KnownFrames> ClipReader::knownFrames()
{
    auto known = m_book.framesOf(m_file);
    return known && leadsTo(known->table.entries()) ? known : nullptr;
}

bool ClipReader::leadsTo(const std::vector<FrameIndex::EntryPoint> &entries)
{
    AVStream *stream = m_opened->video();
    if (entries.empty() || // some read their index with the first seek
        av_seek_frame(m_opened->format(), stream->index, entries.front().dts, AVSEEK_FLAG_BACKWARD) < 0)
        return false;
    return std::all_of(entries.begin(), entries.end(), [stream](const FrameIndex::EntryPoint &entry) {
        const AVIndexEntry *found =
            avformat_index_get_entry_from_timestamp(stream, entry.dts, AVSEEK_FLAG_BACKWARD);
        const AVIndexEntry *shown =
            avformat_index_get_entry_from_timestamp(stream, entry.pts, AVSEEK_FLAG_BACKWARD);
        return (found && found->timestamp == entry.dts) || (shown && shown->timestamp == entry.pts);
    });
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
    m_kept.setShown(frame);
    (void)m_kept.find(frame, box);
    KeptFrames::Frame *kept = find(frame, stopped);
    if (!kept) {
        if (stopped() || m_closing)
            return QImage();
        return failure(ErrorKind::FileDamaged, {m_file});
    }
    if (!m_kept.prepare(*kept, box))
        return failure(ErrorKind::FileDamaged, {m_file});
    return kept->picture;
}

void ClipReader::expect(const std::vector<int> &frames, QSize box, Keep keep)
{
    m_kept.setRoom(keep == Keep::Little ? 0 : m_clipSize.isEmpty() ? keptOfClip : keptOfProxy);
    m_kept.expect(frames, box);
}

// The pictures that others refer to are as large as the clip: a side that is played by its proxy has no use
// for them.
void ClipReader::forget()
{
    m_kept.forget();
    if (m_codec)
        m_delay = m_codec->has_b_frames;
    m_codec.reset();
    m_last = -1;
    m_drained = false;
}

bool ClipReader::fetch(int expected, const Stopped &stopped)
{
    (void)m_kept.find(expected, m_kept.expectedBox());
    KeptFrames::Frame *kept = find(expected, stopped);
    return kept && m_kept.prepare(*kept, m_kept.expectedBox()) && has(expected, m_kept.expectedBox());
}

KeptFrames::Frame *ClipReader::find(int frame, const Stopped &stopped)
{
    if (auto *const kept = m_kept.find(frame))
        return kept;
    if (!m_codec && !openDecoder())
        return nullptr;
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
            return m_kept.keep(number, m_decoded.get(), frame);
        if (number >= 0 && number < frame) {
            m_kept.keep(number, m_decoded.get(), frame);
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
            m_kept.keep(number, m_decoded.get(), frame);
        m_kept.setLost(frame);
        if (!m_clipSize.isEmpty())
            return nullptr;
        return m_kept.nearest(frame); // the packet was there, its frame could not be decoded
    }
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
    const int first = m_kept.firstExpected(std::max(wanted - stepsBack, 0));
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

} // namespace retake
