// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/framescan.h"

#include "media/avfile.h"
#include "media/framecounter.h"
#include "media/geometry.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace retake {

namespace {

Result<std::shared_ptr<const KnownFrames>> knownFrames(const AvFile &opened, const QString &file,
                                                       const std::function<bool()> &stop,
                                                       const FrameBook &book)
{
    if (auto known = book.framesOf(file))
        return known;
    const auto stamp = stampOfFile(file);
    const auto counted = FrameCounter::countAll(opened);
    if (!counted)
        return tl::unexpected(counted.error());
    if (stop && stop())
        return failure(ErrorKind::FileUnreadable, {file});
    const AVRational tick = opened.video()->time_base;
    auto found = std::make_shared<const KnownFrames>(
        KnownFrames{counted->table(), {tick.num, tick.den}, KnownFrames::Verdict::None});
    book.note(file, stamp, *found);
    return found;
}

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

} // namespace

Result<FrameScan> scanFrames(const QString &file, const std::function<bool()> &stop, const FrameBook &book)
{
    const auto opened = AvFile::open(file, stop);
    if (!opened)
        return tl::unexpected(opened.error());
    AVStream *video = opened->video();
    if (!video)
        return failure(ErrorKind::NoPicture, {file});
    const auto known = knownFrames(*opened, file, stop, book);
    if (!known)
        return tl::unexpected(known.error());
    const FrameTable &frames = (*known)->table;
    if (frames.times().empty())
        return failure(ErrorKind::FileDamaged, {file});

    const AVCodecParameters &coding = *video->codecpar;
    FrameScan scan;
    scan.times = (*known)->times();
    scan.firstStamp = frames.times().front();
    scan.size = seenSize(QSize(coding.width, coding.height), pixelShape(opened->format(), video),
                         uprightRotation(video));
    scan.matrix = matrixOfStream(coding);
    scan.isRgb = isRgbFormat(coding.format);
    scan.keyDistance = frames.keyDistance();
    scan.reordered = frames.isReordered();
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
