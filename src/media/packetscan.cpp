// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/packetscan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace retake {

namespace {

constexpr int packetsToTry = 90; // until a picture must have come out

qint64 microseconds(qint64 ticks, AVRational base)
{
    return av_rescale_q(ticks, base, AVRational{1, 1000000});
}

double secondsOf(qint64 ticks, AVRational base)
{
    return double(ticks) * av_q2d(base);
}

// Feeds the decoder until its first picture.
class FirstPicture
{
public:
    explicit FirstPicture(AvPtr<AVCodecContext> decoder)
        : m_decoder(std::move(decoder))
        , m_frame(av_frame_alloc())
    {}

    bool wanted() const { return !m_found && m_sent < packetsToTry; }

    bool found() const { return m_found; }

    void take(const AVPacket *packet) // null: no more come
    {
        ++m_sent;
        avcodec_send_packet(m_decoder.get(), packet);
        m_found = avcodec_receive_frame(m_decoder.get(), m_frame.get()) == 0;
    }

private:
    AvPtr<AVCodecContext> m_decoder;
    AvPtr<AVFrame> m_frame;
    int m_sent = 0;
    bool m_found = false;
};

struct Span
{
    qint64 first = AV_NOPTS_VALUE;
    qint64 end = AV_NOPTS_VALUE;

    void add(qint64 at, qint64 length)
    {
        first = first == AV_NOPTS_VALUE ? at : std::min(first, at);
        end = end == AV_NOPTS_VALUE ? at + length : std::max(end, at + length);
    }

    bool empty() const { return first == AV_NOPTS_VALUE; }
};

// Whether frames lie on an even grid, and at which rate.
class RateFinder
{
public:
    RateFinder(const std::vector<qint64> &times, AVRational base)
        : m_times(times)
        , m_base(base)
        , m_steps(double(times.size()) - 1)
        , m_span(secondsOf(times.back() - times.front(), base))
        // containers round to their clock (Matroska to 1 ms, phones to 1/600 s)
        , m_slack(std::clamp(1.5 * av_q2d(base), 0.0001, 0.0025))
    {}

    bool constant() const
    {
        const double step = m_span / m_steps;
        for (std::size_t i = 0; i < m_times.size(); ++i) {
            const double off = secondsOf(m_times[i] - m_times.front(), m_base) - step * double(i);
            if (std::abs(off) > std::min(m_slack, step / 4))
                return false;
        }
        return true;
    }

    // The first of the candidates that explains the times, else the measured one.
    Rational rate(AVRational average, AVRational guessed) const
    {
        const std::array<AVRational, 13> candidates{{average,
                                                     guessed,
                                                     {24, 1},
                                                     {25, 1},
                                                     {30000, 1001},
                                                     {30, 1},
                                                     {24000, 1001},
                                                     {50, 1},
                                                     {60, 1},
                                                     {60000, 1001},
                                                     {15, 1},
                                                     {48, 1},
                                                     {120, 1}}};
        for (const AVRational &one : candidates) {
            if (one.num > 0 && one.den > 0 && std::abs(m_steps / av_q2d(one) - m_span) <= m_slack)
                return {one.num, one.den};
        }
        const AVRational measured = av_d2q(m_steps / m_span, 100000);
        return {measured.num, measured.den};
    }

private:
    const std::vector<qint64> &m_times;
    AVRational m_base;
    double m_steps;
    double m_span;
    double m_slack;
};

bool isFormat(const AVFormatContext *format, QLatin1String name)
{
    return QLatin1String(format->iformat->name).startsWith(name);
}

// The index of an MP4 tells where each sample lies; a place behind the file's end is missing.
bool indexPointsBehindEnd(AVStream *stream, qint64 bytes)
{
    const int count = avformat_index_get_entries_count(stream);
    for (int i = std::max(0, count - 50); i < count; ++i) {
        const AVIndexEntry *entry = avformat_index_get_entry(stream, i);
        if (entry->pos >= 0 && entry->pos + entry->size > bytes)
            return true;
    }
    return false;
}

// The header's length against what was found: more than a second and a tenth is no rounding.
bool headerPromisesMore(const AVFormatContext *format, const AVStream *video, double foundEnd)
{
    // the AVI reader believes the file's size, but keeps the header's count of frames
    if (isFormat(format, QLatin1String("avi")) && video->nb_frames > 0) {
        const double promised = double(video->nb_frames) * av_q2d(video->time_base);
        if (promised - foundEnd > std::max(1.0, promised * 0.1))
            return true;
    }
    if (format->duration_estimation_method != AVFMT_DURATION_FROM_STREAM || format->duration <= 0)
        return false;
    const double promised = double(format->duration) / AV_TIME_BASE;
    return promised - foundEnd > std::max(1.0, promised * 0.1);
}

void measure(PacketScan &scan, std::vector<qint64> &times, const Span &video, const AvFile &file)
{
    const AVStream *stream = file.video();
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    const AVRational guess = file.frameRateGuess();
    if (times.size() > 1) {
        const RateFinder finder(times, stream->time_base);
        scan.constant = finder.constant();
        scan.rate = finder.rate(stream->avg_frame_rate, guess);
    } else if (guess.num > 0 && guess.den > 0) {
        scan.rate = {guess.num, guess.den};
    } else {
        scan.rate = {25, 1};
    }
    scan.frames = qint64(times.size());
    const double frameSeconds = scan.rate.toDouble() > 0 ? 1 / scan.rate.toDouble() : 0;
    double length = secondsOf(video.end - video.first, stream->time_base);
    if (scan.constant) {
        length = double(scan.frames) * frameSeconds;
    } else { // the average over what is shown
        const double shown = std::max(length, secondsOf(times.back() - times.front(), stream->time_base));
        const AVRational average = av_d2q(double(scan.frames) / shown, 100000);
        scan.rate = {average.num, average.den};
    }
    scan.videoDuration = Microseconds(std::llround(length * 1e6));
}

} // namespace

Result<PacketScan> scanPackets(const AvFile &file)
{
    auto decoder = file.openVideoDecoder();
    if (!decoder)
        return tl::unexpected(decoder.error());
    FirstPicture picture(std::move(*decoder));
    AVFormatContext *format = file.format();
    const AVStream *video = file.video();
    const qint64 origin = format->start_time == AV_NOPTS_VALUE ? 0 : format->start_time;

    PacketScan scan;
    std::vector<qint64> times;
    std::vector<Span> spans(format->nb_streams);
    double foundEnd = 0;
    qint64 untimed = 0;
    bool lastIsTorn = false;
    const AvPtr<AVPacket> packet(av_packet_alloc());
    int code = 0;
    while ((code = av_read_frame(format, packet.get())) >= 0) {
        if (packet->stream_index < 0 || std::size_t(packet->stream_index) >= spans.size()) {
            av_packet_unref(packet.get());
            continue; // a stream that turned up late
        }
        const AVRational base = format->streams[packet->stream_index]->time_base;
        const bool shown = !(packet->flags & AV_PKT_FLAG_DISCARD);
        const bool isVideo = packet->stream_index == video->index;
        const qint64 at = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
        lastIsTorn = packet->flags & AV_PKT_FLAG_CORRUPT;
        if (at != AV_NOPTS_VALUE) {
            foundEnd =
                std::max(foundEnd, secondsOf(at + packet->duration, base) - double(origin) / AV_TIME_BASE);
            if (shown)
                spans[std::size_t(packet->stream_index)].add(at, packet->duration);
        }
        if (isVideo) {
            if (picture.wanted())
                picture.take(packet.get());
            if (shown && at != AV_NOPTS_VALUE)
                times.push_back(at);
            else if (shown)
                ++untimed;
        }
        av_packet_unref(packet.get());
    }
    if (picture.wanted())
        picture.take(nullptr);
    scan.decodes = picture.found();

    const Span &shownVideo = spans[std::size_t(video->index)];
    if (times.empty()) { // a bare stream without clock
        const AVRational guess = file.frameRateGuess();
        scan.frames = untimed;
        scan.rate = guess.num > 0 && guess.den > 0 ? Rational{guess.num, guess.den} : Rational{25, 1};
        scan.videoDuration = Microseconds(std::llround(double(untimed) * 1e6 / scan.rate.toDouble()));
    } else {
        measure(scan, times, shownVideo, file);
        scan.videoStart =
            Microseconds(std::max<qint64>(0, microseconds(times.front(), video->time_base) - origin));
    }
    if (const AVStream *audio = file.audio()) {
        const Span &heard = spans[std::size_t(audio->index)];
        if (!heard.empty())
            scan.audioDuration = Microseconds(microseconds(heard.end - heard.first, audio->time_base));
    }
    const qint64 bytes = format->pb ? avio_size(format->pb) : 0;
    scan.cutOff =
        (code != AVERROR_EOF && code != AVERROR_EXIT) || headerPromisesMore(format, video, foundEnd) ||
        (lastIsTorn && !isFormat(format, QLatin1String("mpegts"))) ||
        (bytes > 0 && isFormat(format, QLatin1String("mov")) && indexPointsBehindEnd(file.video(), bytes));
    return scan;
}

} // namespace retake
