// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/packetscan.h"

#include "media/containerchecks.h"
#include "media/framecounter.h"
#include "media/framerate.h"
#include "media/libavcomplaints.h"

#include <algorithm>
#include <cmath>
#include <vector>

extern "C" {
#include <libavutil/common.h>
}

namespace retake {

namespace {

constexpr double clockMayStepBack = 1; // seconds that decoding times may fall

double secondsOf(qint64 ticks, AVRational base)
{
    return double(ticks) * av_q2d(base);
}

Microseconds microseconds(qint64 ticks, AVRational base)
{
    return Microseconds(av_rescale_q(ticks, base, AVRational{1, 1000000}));
}

// What the packets of a stream cover; saturating, for the times of a damaged file may be anything.
struct Span
{
    qint64 first = AV_NOPTS_VALUE;
    qint64 end = AV_NOPTS_VALUE;

    void add(qint64 at, qint64 length)
    {
        const qint64 until = av_sat_add64(at, std::max<qint64>(length, 0));
        first = first == AV_NOPTS_VALUE ? at : std::min(first, at);
        end = end == AV_NOPTS_VALUE ? until : std::max(end, until);
    }

    bool empty() const { return first == AV_NOPTS_VALUE; }

    qint64 length() const { return empty() ? 0 : av_sat_sub64(end, first); }
};

// One pass, and what it gathers.
class Pass
{
public:
    Pass(const AvFile &file, AvPtr<AVCodecContext> decoder);

    void run();
    PacketScan result();

private:
    void take(AVPacket *packet);
    void takeVideo(AVPacket *packet);
    void measure(PacketScan &scan);
    void countUntimed(PacketScan &scan) const;
    QString damage(const PacketScan &scan) const;

    const AvFile &m_file;
    AVFormatContext *m_format;
    AVStream *m_video;
    FrameCounter m_counter;
    LibavComplaints m_complaints;
    qint64 m_origin; // microseconds
    std::vector<Span> m_spans;
    double m_foundEnd = 0;
    qint64 m_lastDecoding = AV_NOPTS_VALUE;
    int m_end = 0;              // why reading ended
    bool m_lastIsTorn = false;  // the last packet of all
    bool m_videoIsTorn = false; // the last of the picture's
    bool m_tornWithin = false;  // one that others follow
    bool m_clockFellBack = false;
};

Pass::Pass(const AvFile &file, AvPtr<AVCodecContext> decoder)
    : m_file(file)
    , m_format(file.format())
    , m_video(file.video())
    , m_counter(file.video(), std::move(decoder))
    , m_origin(m_format->start_time == AV_NOPTS_VALUE ? 0 : m_format->start_time)
    , m_spans(m_format->nb_streams)
{}

void Pass::run()
{
    const AvPtr<AVPacket> packet(av_packet_alloc());
    while ((m_end = av_read_frame(m_format, packet.get())) >= 0) {
        // a stream that turned up late counts for nothing
        if (packet->stream_index >= 0 && std::size_t(packet->stream_index) < m_spans.size())
            take(packet.get());
        av_packet_unref(packet.get());
    }
    m_counter.finish();
}

void Pass::take(AVPacket *packet)
{
    const AVRational base = m_format->streams[packet->stream_index]->time_base;
    const bool shown = !(packet->flags & AV_PKT_FLAG_DISCARD);
    const qint64 at = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
    m_lastIsTorn = packet->flags & AV_PKT_FLAG_CORRUPT;
    if (at != AV_NOPTS_VALUE) {
        const double end = secondsOf(at, base) + secondsOf(packet->duration, base);
        m_foundEnd = std::max(m_foundEnd, end - double(m_origin) / AV_TIME_BASE);
        if (shown)
            m_spans[std::size_t(packet->stream_index)].add(at, packet->duration);
    }
    if (packet->stream_index == m_video->index)
        takeVideo(packet);
}

void Pass::takeVideo(AVPacket *packet)
{
    m_tornWithin = m_tornWithin || m_videoIsTorn;
    m_videoIsTorn = m_lastIsTorn;
    if (packet->dts != AV_NOPTS_VALUE) {
        const AVRational base = m_video->time_base;
        m_clockFellBack = m_clockFellBack ||
                          (m_lastDecoding != AV_NOPTS_VALUE &&
                           secondsOf(m_lastDecoding, base) - secondsOf(packet->dts, base) > clockMayStepBack);
        m_lastDecoding = packet->dts;
    }
    m_counter.take(packet);
}

PacketScan Pass::result()
{
    PacketScan scan;
    scan.picture = m_counter.picture();
    scan.hiddenFrames = m_counter.table().hidden();
    if (m_counter.table().times().empty())
        countUntimed(scan);
    else
        measure(scan);
    if (const AVStream *audio = m_file.audio())
        scan.audioDuration = microseconds(m_spans[std::size_t(audio->index)].length(), audio->time_base);
    scan.damage = damage(scan);
    scan.table = m_counter.table();
    return scan;
}

// A bare stream without a clock.
void Pass::countUntimed(PacketScan &scan) const
{
    const AVRational guess = m_file.frameRateGuess();
    const qint64 shown = m_counter.table().shownPackets();
    scan.rate = guess.num > 0 && guess.den > 0 ? Rational{guess.num, guess.den} : Rational{25, 1};
    for (qint64 i = 0; i < shown; ++i)
        scan.times.push_back(
            Microseconds(av_rescale(i, 1000000LL * scan.rate.denominator, scan.rate.numerator)));
    scan.videoDuration =
        Microseconds(av_rescale(shown, 1000000LL * scan.rate.denominator, scan.rate.numerator));
}

void Pass::measure(PacketScan &scan)
{
    const AVRational base = m_video->time_base;
    const AVRational guess = m_file.frameRateGuess();
    const std::vector<qint64> &times = m_counter.table().times();
    if (times.size() > 1) {
        const FrameRate finder(times, base);
        scan.constant = finder.isConstant();
        scan.rate = finder.rate(m_video->avg_frame_rate, guess);
    } else {
        scan.rate = guess.num > 0 && guess.den > 0 ? Rational{guess.num, guess.den} : Rational{25, 1};
    }
    const auto count = double(times.size());
    Span &shown = m_spans[std::size_t(m_video->index)];
    shown.first = std::max(shown.first, times.front());
    double length = secondsOf(shown.length(), base);
    if (!scan.constant && length > 0) { // the average over what is shown
        const AVRational average = av_d2q(count / length, 100000);
        scan.rate = {average.num, average.den};
    }
    if (scan.rate.numerator <= 0)
        return; // times beyond reason
    if (scan.constant)
        length = count / scan.rate.toDouble();
    scan.videoDuration = Microseconds(std::llround(length * 1e6));
    scan.videoStart = std::max(
        Microseconds(0), Microseconds(av_sat_sub64(microseconds(times.front(), base).count(), m_origin)));
    scan.times = m_counter.table().frameTimes({base.num, base.den});
}

QString Pass::damage(const PacketScan &scan) const
{
    const qint64 bytes = m_format->pb ? avio_size(m_format->pb) : 0;
    if (m_end != AVERROR_EOF && m_end != AVERROR_EXIT)
        return avErrorText(m_end);
    if (bytes > 0 && isFormat(m_format, QLatin1String("mov")) && indexPointsBehindEnd(m_video, bytes))
        return QStringLiteral("cut off: the index points behind the end of the file");
    if (headerPromisesMore(m_format, m_video, m_foundEnd))
        return QStringLiteral("cut off: the header promises more than is there");
    if (m_lastIsTorn && !isFormat(m_format, QLatin1String("mpegts"))) // which may end anywhere
        return QStringLiteral("cut off: the last packet is not whole");
    if (!scan.picture)
        return QStringLiteral("no picture can be decoded");
    if (scan.times.empty())
        return scan.rate.numerator > 0 ? QStringLiteral("no picture is shown")
                                       : QStringLiteral("its times are beyond reason");
    if (m_tornWithin)
        return QStringLiteral("packets of the picture are torn");
    if (m_clockFellBack)
        return QStringLiteral("its clock starts anew in the middle");
    // other containers complain of what does no harm
    if (isFormat(m_format, QLatin1String("matroska")) && !m_complaints.aboutContainer().isEmpty())
        return m_complaints.aboutContainer();
    if (isFormat(m_format, QLatin1String("matroska")) || isFormat(m_format, QLatin1String("mov")))
        return m_complaints.aboutPictures();
    return {};
}

} // namespace

Result<PacketScan> scanPackets(const AvFile &file)
{
    auto decoder = file.openVideoDecoder();
    if (!decoder)
        return tl::unexpected(decoder.error());
    Pass pass(file, std::move(*decoder));
    pass.run();
    return pass.result();
}

} // namespace retake
