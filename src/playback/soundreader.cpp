// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/soundreader.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/opt.h>
}

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace retake {

namespace {

// Coders that overlap their blocks (AAC, MP3, Opus) need what comes before to be right. What lands later than
// that is tried again from further back.
constexpr std::array rollsIn{0.1, 1.0, 8.0}; // seconds
// Time stamps rounded to milliseconds are no gap.
constexpr double gapSeconds = 0.003;
constexpr qint64 roundedAway = 2;

AVSampleFormat libavFormat(SoundFormat::Sample sample)
{
    switch (sample) {
    case SoundFormat::Sample::UInt8:
        return AV_SAMPLE_FMT_U8;
    case SoundFormat::Sample::Int16:
        return AV_SAMPLE_FMT_S16;
    case SoundFormat::Sample::Int32:
        return AV_SAMPLE_FMT_S32;
    case SoundFormat::Sample::Float:
        break;
    }
    return AV_SAMPLE_FMT_FLT;
}

} // namespace

SoundReader::SoundReader(const std::atomic<bool> &closing)
    : m_closing(closing)
    , m_packet(av_packet_alloc())
    , m_decoded(av_frame_alloc())
{}

SoundReader::~SoundReader() = default;

bool SoundReader::open(const QString &file, qint64 firstPicture)
{
    auto opened = AvFile::open(file, [this] { return m_closing.load(); });
    if (!opened)
        return false;
    m_file = std::move(*opened);
    if (!openDecoder())
        return false;
    m_zero = firstPicture;
    chooseStreams();
    return true;
}

bool SoundReader::openDecoder()
{
    const AVCodec *codec = nullptr;
    m_stream = av_find_best_stream(m_file->format(), AVMEDIA_TYPE_AUDIO, -1, -1, &codec, 0);
    if (m_stream < 0 || !codec)
        return false;
    const AVStream *stream = m_file->format()->streams[m_stream];
    m_codec.reset(avcodec_alloc_context3(codec));
    if (!m_codec || avcodec_parameters_to_context(m_codec.get(), stream->codecpar) < 0)
        return false;
    m_codec->pkt_timebase = stream->time_base; // else the coder's priming is not taken off the stamps
    m_codec->thread_count = 1;
    return avcodec_open2(m_codec.get(), codec, nullptr) >= 0;
}

void SoundReader::chooseStreams()
{
    if (const AVStream *pictures = m_file->video()) // the one that the frames are counted of
        m_zeroBase = pictures->time_base;
    else
        m_zero = 0;
    AVFormatContext *format = m_file->format();
    for (unsigned i = 0; i < format->nb_streams; ++i)
        format->streams[i]->discard = int(i) == m_stream ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
}

void SoundReader::setFormat(const SoundFormat &format)
{
    if (m_out == format)
        return;
    m_out = format;
    m_inRate = 0;
    m_position = std::numeric_limits<qint64>::max();
}

void SoundReader::read(qint64 first, int frames, char *to)
{
    const int size = m_out.bytesPerFrame();
    std::memset(to, m_out.silence(), std::size_t(frames) * std::size_t(size));
    if (m_position == std::numeric_limits<qint64>::max() || first < m_position - roundedAway ||
        first > m_position + m_out.rate)
        seek(first);
    else if (std::abs(first - m_position) <= roundedAway)
        first = m_position;
    qint64 done = 0;
    while (done < frames && !m_closing) {
        const qint64 at = first + done;
        if (m_chunkEnd <= at) {
            if (!decodeMore())
                break;
        } else if (m_chunkAt > at) {
            done += m_chunkAt - at;
        } else {
            const qint64 copied = std::min(frames - done, m_chunkEnd - at);
            std::memcpy(to + done * size, m_chunk.constData() + (at - m_chunkAt) * size,
                        std::size_t(copied * size));
            done += copied;
        }
    }
    m_position = first + frames;
}

void SoundReader::seek(qint64 first)
{
    const AVRational base = m_file->format()->streams[m_stream]->time_base;
    const qint64 zero = av_rescale_q(m_zero, m_zeroBase, base);
    for (const double roll : rollsIn) {
        seekFile(zero + av_rescale_q(first - qint64(roll * m_out.rate), {1, m_out.rate}, base));
        avcodec_flush_buffers(m_codec.get());
        m_drained = false;
        m_fresh = true;
        m_chunk.clear();
        m_chunkAt = m_chunkEnd = 0;
        const bool any = decodeMore();
        if (!any || m_chunkAt <= first || first < 0)
            return;
    }
}

void SoundReader::seekFile(qint64 stamp)
{
    if (av_seek_frame(m_file->format(), m_stream, stamp, AVSEEK_FLAG_BACKWARD) >= 0)
        return;
    if (avformat_seek_file(m_file->format(), m_stream, INT64_MIN, stamp, INT64_MAX, 0) < 0)
        av_seek_frame(m_file->format(), -1, 0, AVSEEK_FLAG_ANY);
}

bool SoundReader::decodeMore()
{
    while (!m_closing) {
        if (avcodec_receive_frame(m_codec.get(), m_decoded.get()) >= 0) {
            if (takeDecoded())
                return true;
            continue;
        }
        if (m_drained)
            return takeRest();
        if (av_read_frame(m_file->format(), m_packet.get()) < 0) {
            m_drained = true;
            avcodec_send_packet(m_codec.get(), nullptr);
            continue;
        }
        if (m_packet->stream_index == m_stream)
            avcodec_send_packet(m_codec.get(), m_packet.get()); // a broken one leaves a gap
        av_packet_unref(m_packet.get());
    }
    return false;
}

// A frame that stands where the one before it ended is resampled on without a seam; another begins anew.
bool SoundReader::takeDecoded()
{
    const bool changed = m_decoded->sample_rate != m_inRate || m_decoded->format != m_inFormat ||
                         m_decoded->ch_layout.nb_channels != m_inChannels;
    if (changed && !prepareResampler())
        return false;
    const qint64 stamp = m_decoded->pts != AV_NOPTS_VALUE ? m_decoded->pts : m_decoded->best_effort_timestamp;
    if (stamp != AV_NOPTS_VALUE) {
        const AVRational out{1, m_out.rate};
        const qint64 begin = av_rescale_q(stamp, m_file->format()->streams[m_stream]->time_base, out) -
                             av_rescale_q(m_zero, m_zeroBase, out);
        const qint64 expected = m_next + (m_fresh ? 0 : swr_get_delay(m_resampler.get(), m_out.rate));
        if (m_fresh || changed || std::abs(begin - expected) > qint64(gapSeconds * m_out.rate)) {
            swr_close(m_resampler.get());
            if (swr_init(m_resampler.get()) < 0)
                return false;
            m_next = begin;
        }
    }
    m_fresh = false;
    return resample(m_decoded.get());
}

bool SoundReader::takeRest()
{
    return m_resampler && !m_fresh && resample(nullptr);
}

bool SoundReader::prepareResampler()
{
    AVChannelLayout in{};
    if (m_decoded->ch_layout.order == AV_CHANNEL_ORDER_UNSPEC)
        av_channel_layout_default(&in, m_decoded->ch_layout.nb_channels);
    else
        av_channel_layout_copy(&in, &m_decoded->ch_layout);
    AVChannelLayout out{};
    av_channel_layout_default(&out, m_out.channels);
    SwrContext *made = nullptr;
    const int done =
        swr_alloc_set_opts2(&made, &out, libavFormat(m_out.sample), m_out.rate, &in,
                            AVSampleFormat(m_decoded->format), m_decoded->sample_rate, 0, nullptr);
    m_resampler.reset(made);
    av_channel_layout_uninit(&in);
    av_channel_layout_uninit(&out);
    if (done < 0 || swr_init(m_resampler.get()) < 0)
        return false;
    m_inRate = m_decoded->sample_rate;
    m_inFormat = m_decoded->format;
    m_inChannels = m_decoded->ch_layout.nb_channels;
    return true;
}

bool SoundReader::resample(const AVFrame *decoded)
{
    const int room = swr_get_out_samples(m_resampler.get(), decoded ? decoded->nb_samples : 0);
    if (room <= 0)
        return false;
    m_chunk.resize(qsizetype(room) * m_out.bytesPerFrame());
    auto *to = reinterpret_cast<uint8_t *>(m_chunk.data());
    const int made = swr_convert(m_resampler.get(), &to, room,
                                 decoded ? const_cast<const uint8_t **>(decoded->extended_data) : nullptr,
                                 decoded ? decoded->nb_samples : 0);
    if (made <= 0)
        return false;
    m_chunkAt = m_next;
    m_next += made;
    m_chunkEnd = m_next;
    return true;
}

} // namespace retake
