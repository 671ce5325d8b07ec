// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/framescan.h"

#include "media/avfile.h"
#include "media/geometry.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <algorithm>

namespace retake {

namespace {

// As playback takes them: by the size where the file does not say.
QString matrixOfStream(const AVCodecParameters &coding)
{
    if (coding.color_space != AVCOL_SPC_UNSPECIFIED && coding.color_space != AVCOL_SPC_RGB)
        return QString::fromLatin1(av_color_space_name(coding.color_space));
    return coding.height >= 720 || coding.width >= 1280 ? QStringLiteral("bt709")
                                                        : QStringLiteral("smpte170m");
}

bool isRgbFormat(int format)
{
    const AVPixFmtDescriptor *description = av_pix_fmt_desc_get(AVPixelFormat(format));
    return description && description->flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL);
}

struct ShownPackets
{
    std::vector<qint64> stamps;
    int keyDistance = 0;
    bool reordered = false;

    void add(qint64 at, bool key)
    {
        m_sinceKey = key ? 1 : m_sinceKey + 1;
        keyDistance = std::max(keyDistance, m_sinceKey);
        reordered = reordered || (!stamps.empty() && at < stamps.back());
        stamps.push_back(at);
    }

private:
    int m_sinceKey = 0;
};

FrameTimes timesOf(std::vector<qint64> stamps, AVRational base)
{
    std::sort(stamps.begin(), stamps.end());
    stamps.erase(std::unique(stamps.begin(), stamps.end()), stamps.end());
    FrameTimes times;
    times.reserve(stamps.size());
    for (const qint64 stamp : stamps)
        times.emplace_back(av_rescale_q(stamp - stamps.front(), base, AVRational{1, 1'000'000}));
    return times;
}

} // namespace

Result<FrameScan> scanFrames(const QString &file, const std::function<bool()> &stop)
{
    const auto opened = AvFile::open(file, stop);
    if (!opened)
        return tl::unexpected(opened.error());
    AVStream *video = opened->video();
    if (!video)
        return failure(ErrorKind::NoPicture, {file});
    ShownPackets shown;
    const AvPtr<AVPacket> packet(av_packet_alloc());
    while (av_read_frame(opened->format(), packet.get()) >= 0) {
        const qint64 at = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
        if (packet->stream_index == video->index && at != AV_NOPTS_VALUE &&
            !(packet->flags & AV_PKT_FLAG_DISCARD))
            shown.add(at, packet->flags & AV_PKT_FLAG_KEY);
        av_packet_unref(packet.get());
    }
    if (stop && stop())
        return failure(ErrorKind::FileUnreadable, {file});
    if (shown.stamps.empty())
        return failure(ErrorKind::FileDamaged, {file});

    const AVCodecParameters &coding = *video->codecpar;
    FrameScan scan;
    scan.times = timesOf(shown.stamps, video->time_base);
    scan.firstStamp = *std::min_element(shown.stamps.begin(), shown.stamps.end());
    scan.size = seenSize(QSize(coding.width, coding.height), pixelShape(opened->format(), video),
                         uprightRotation(video));
    scan.matrix = matrixOfStream(coding);
    scan.isRgb = isRgbFormat(coding.format);
    scan.keyDistance = shown.keyDistance;
    scan.reordered = shown.reordered;
    return scan;
}

QString frameDifference(const FrameTimes &a, const FrameTimes &b)
{
    constexpr Microseconds tolerated = std::chrono::milliseconds(1);
    if (a.size() != b.size())
        return QStringLiteral("%1 frames instead of %2").arg(b.size()).arg(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (std::chrono::abs(a[i] - b[i]) > tolerated)
            return QStringLiteral("frame %1 at %2 us instead of %3")
                .arg(i)
                .arg(b[i].count())
                .arg(a[i].count());
    }
    return {};
}

} // namespace retake
