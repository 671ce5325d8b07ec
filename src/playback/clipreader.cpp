// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/clipreader.h"

extern "C" {
#include <libavutil/display.h>
#include <libavutil/imgutils.h>
}

#include <QFile>
#include <QFileInfo>

#include <cmath>

namespace retake {

namespace {

// Decoded frames kept a clip: some 16 of 1080p, fewer of larger ones.
constexpr qint64 keptBytes = 48LL << 20;
constexpr int keptAtLeast = 4;
constexpr int keptAtMost = 48;
// Decoding on is quicker than a seek that saves fewer frames than this.
constexpr int worthSeeking = 8;
constexpr int entryPointsTried = 4;

qint64 stampOf(const AVPacket &packet)
{
    return packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
}

int rotationOf(const AVStream &stream)
{
    const uint8_t *matrix = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, nullptr);
    if (!matrix)
        return 0;
    const double angle = av_display_rotation_get(reinterpret_cast<const int32_t *>(matrix));
    if (std::isnan(angle))
        return 0;
    const int quarters = int(std::lround(-angle / 90.0));
    return ((quarters % 4) + 4) % 4 * 90;
}

Rational rational(AVRational value)
{
    return {value.num, value.den};
}

} // namespace

ClipReader::ClipReader(const std::atomic<bool> &closing)
    : m_closing(closing)
    , m_packet(av_packet_alloc())
    , m_decoded(av_frame_alloc())
{
    // What libav would print reaches no one; what matters comes back as an Error.
    av_log_set_level(AV_LOG_FATAL);
}

ClipReader::~ClipReader() = default;

Result<ClipInfo> ClipReader::open(const QString &file)
{
    m_file = file;
    const QFileInfo found(file);
    if (!found.exists())
        return failure(ErrorKind::FileMissing, {file});
    if (!found.isFile() || !found.isReadable())
        return failure(ErrorKind::FileUnreadable, {file});

    AVFormatContext *format = avformat_alloc_context();
    if (!format)
        return failure(ErrorKind::FileUnreadable, {file});
    format->interrupt_callback = {
        [](void *closing) { return static_cast<const std::atomic<bool> *>(closing)->load() ? 1 : 0; },
        const_cast<std::atomic<bool> *>(&m_closing)};
    // "file:" keeps a name with a colon from being taken for a protocol.
    const QByteArray url = QByteArrayLiteral("file:") + QFile::encodeName(file);
    if (avformat_open_input(&format, url.constData(), nullptr, nullptr) < 0)
        return failure(ErrorKind::NotAVideo, {file});
    m_format.reset(format);
    if (avformat_find_stream_info(format, nullptr) < 0)
        return failure(ErrorKind::FileDamaged, {file});

    for (const auto &step : {&ClipReader::openDecoder, &ClipReader::readIndex}) {
        if (const auto done = (this->*step)(); !done)
            return failure(done.error());
    }
    return info();
}

Result<void> ClipReader::openDecoder()
{
    const AVCodec *codec = nullptr;
    m_stream = av_find_best_stream(m_format.get(), AVMEDIA_TYPE_VIDEO, -1, -1, &codec, 0);
    if (m_stream < 0 || !codec)
        return failure(ErrorKind::NoPicture, {m_file});
    const AVStream *stream = m_format->streams[m_stream];
    if (stream->disposition & AV_DISPOSITION_ATTACHED_PIC) // a song's cover
        return failure(ErrorKind::NoPicture, {m_file});
    for (unsigned i = 0; i < m_format->nb_streams; ++i)
        m_format->streams[i]->discard = int(i) == m_stream ? AVDISCARD_DEFAULT : AVDISCARD_ALL;

    m_codec.reset(avcodec_alloc_context3(codec));
    if (!m_codec || avcodec_parameters_to_context(m_codec.get(), stream->codecpar) < 0)
        return failure(ErrorKind::FileDamaged, {m_file});
    m_codec->pkt_timebase = stream->time_base;
    m_codec->thread_count = 1; // the other side has the other core
    if (avcodec_open2(m_codec.get(), codec, nullptr) < 0)
        return failure(ErrorKind::NotAVideo, {m_file});
    m_shape = {rotationOf(*stream),
               av_guess_sample_aspect_ratio(m_format.get(), m_format->streams[m_stream], nullptr),
               m_clipSize};
    return {};
}

Result<void> ClipReader::readIndex()
{
    std::vector<FrameIndex::Packet> packets;
    while (!m_closing && av_read_frame(m_format.get(), m_packet.get()) >= 0) {
        const AVPacket &packet = *m_packet;
        if (packet.stream_index == m_stream && stampOf(packet) != AV_NOPTS_VALUE) {
            packets.push_back({stampOf(packet), packet.dts != AV_NOPTS_VALUE ? packet.dts : packet.pts,
                               packet.duration, (packet.flags & AV_PKT_FLAG_KEY) != 0,
                               (packet.flags & AV_PKT_FLAG_DISCARD) == 0});
        }
        av_packet_unref(m_packet.get());
    }
    m_index = FrameIndex(packets, rational(m_format->streams[m_stream]->time_base));
    if (m_index.count() == 0)
        return failure(ErrorKind::FileDamaged, {m_file});
    return {};
}

ClipInfo ClipReader::info() const
{
    const AVStream *stream = m_format->streams[m_stream];
    const QSize stored(m_codec->width, m_codec->height);
    ClipInfo clip;
    clip.file = m_file;
    clip.container = QString::fromUtf8(m_format->iformat->name);
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
    Kept *kept = find(frame, stopped);
    if (!kept) {
        if (stopped() || m_closing)
            return QImage();
        return failure(ErrorKind::FileDamaged, {m_file});
    }
    if (kept->picture.isNull() || kept->box != box) {
        kept->picture = m_converter.convert(*kept->decoded, m_shape, box);
        kept->box = box;
    }
    if (kept->picture.isNull())
        return failure(ErrorKind::FileDamaged, {m_file});
    return kept->picture;
}

ClipReader::Kept *ClipReader::find(int frame, const Stopped &stopped)
{
    if (const auto kept = m_kept.find(frame); kept != m_kept.end())
        return &kept->second;
    int earlier = 0;
    FrameIndex::EntryPoint from = m_index.entryPointFor(frame);
    if (mustSeek(frame))
        seek(from);
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
        // Past it, or at the end. Right after a seek the demuxer may have landed too late.
        if (justSought && !m_index.isFirstEntryPoint(from) && earlier < entryPointsTried) {
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
    const int entry = m_index.frameOfPts(m_index.entryPointFor(frame).pts);
    return entry > m_last + worthSeeking;
}

void ClipReader::seek(const FrameIndex::EntryPoint &point)
{
    avcodec_flush_buffers(m_codec.get());
    m_drained = false;
    m_last = -1;
    if (av_seek_frame(m_format.get(), m_stream, point.dts, AVSEEK_FLAG_BACKWARD) < 0)
        avformat_seek_file(m_format.get(), m_stream, INT64_MIN, point.dts, INT64_MAX, AVSEEK_FLAG_ANY);
}

int ClipReader::decodeNext()
{
    while (!m_closing) {
        const int got = avcodec_receive_frame(m_codec.get(), m_decoded.get());
        if (got >= 0) {
            m_last = m_index.frameOfPts(m_decoded->best_effort_timestamp);
            return m_last;
        }
        if (m_drained) {
            m_last = -1;
            return -1;
        }
        if (av_read_frame(m_format.get(), m_packet.get()) < 0) {
            m_drained = true;
            avcodec_send_packet(m_codec.get(), nullptr);
            continue;
        }
        if (m_packet->stream_index == m_stream)
            avcodec_send_packet(m_codec.get(), m_packet.get()); // a broken one is passed over
        av_packet_unref(m_packet.get());
    }
    return -1;
}

ClipReader::Kept *ClipReader::keep(int number, int wanted)
{
    const qint64 bytes = std::max(
        av_image_get_buffer_size(AVPixelFormat(m_decoded->format), m_decoded->width, m_decoded->height, 16),
        1);
    const auto room = std::size_t(std::clamp<qint64>(keptBytes / bytes, keptAtLeast, keptAtMost));
    while (m_kept.size() >= room) {
        // What lies farthest from the wanted frame goes first.
        const auto low = m_kept.begin();
        const auto high = std::prev(m_kept.end());
        m_kept.erase(std::abs(low->first - wanted) > std::abs(high->first - wanted) ? low : high);
    }
    Kept kept;
    kept.decoded.reset(av_frame_alloc());
    if (!kept.decoded)
        return nullptr;
    av_frame_move_ref(kept.decoded.get(), m_decoded.get());
    return &m_kept.insert_or_assign(number, std::move(kept)).first->second;
}

} // namespace retake
