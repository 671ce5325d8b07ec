// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/render.h"

#include "practice/child.h"
#include "practice/filtergraph.h"
#include "practice/grade.h"
#include "practice/marks.h"

#include <QFile>

namespace retake {

namespace {

constexpr QSize swatch(96, 54);
constexpr std::chrono::minutes longestRender{20};
const QString cubeName = QStringLiteral("grade.cube");

QImage frameOf(const RenderJob &job, const std::atomic<bool> &stop)
{
    const ChildResult frame = runChild(
        QStringLiteral("ffmpeg"),
        QStringLiteral("-v error -nostdin -ss %1 -i").arg(job.facts.seconds / 2).split(u' ')
            << job.clip << QStringLiteral("-frames:v") << QStringLiteral("1") << QStringLiteral("-vf")
            << QStringLiteral("scale=%1:%2").arg(swatch.width()).arg(swatch.height()) << QStringLiteral("-f")
            << QStringLiteral("rawvideo") << QStringLiteral("-pix_fmt") << QStringLiteral("rgb24")
            << QStringLiteral("-"),
        stop, std::chrono::seconds(30));
    if (frame.output.size() < qsizetype(swatch.width()) * swatch.height() * 3)
        return {};
    return QImage(reinterpret_cast<const uchar *>(frame.output.constData()), swatch.width(), swatch.height(),
                  swatch.width() * 3, QImage::Format_RGB888)
        .copy();
}

std::optional<Recolouring> recolouringOf(const RenderJob &job, const Reading &reading,
                                         const std::atomic<bool> &stop)
{
    if (!reading.has(Look::ColourChange))
        return std::nullopt;
    return Recolouring{reading.from ? sampleOf(*reading.from) : strongestColour(frameOf(job, stop)),
                       *reading.to};
}

void addMarks(QList<Overlay> &overlays, const RenderJob &job)
{
    const int margin = std::min(job.size.width(), job.size.height()) / 36;
    // At the bottom: viewers put their own words over a picture's top left.
    const QImage practice = practiceMark(job.size);
    overlays.append({practice, {margin, job.size.height() - practice.height() - margin}});
    if (!job.body.watermark)
        return;
    const QImage mark = watermark(job.size);
    overlays.append(
        {mark, {job.size.width() - mark.width() - margin, job.size.height() - mark.height() - margin}});
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

} // namespace

Rendered render(const RenderJob &job, const std::atomic<bool> &stop)
{
    RenderSheet sheet;
    sheet.clip = job.clip;
    sheet.seconds = job.body.duration > 0 ? job.body.duration : job.facts.seconds;
    sheet.sound = job.facts.hasSound ? Sound::Kept : Sound::Silent; // silent in, silent out
    sheet.references = job.references;
    sheet.size = job.size;
    sheet.reading = readInstruction(job.body.prompt);
    sheet.seed = job.seed;
    sheet.cubeFile = cubeName;
    sheet.overlays = overlaysFor(sheet.reading, job.size, job.seed);
    addMarks(sheet.overlays, job);
    sheet.output = job.output;

    const Grade grade(sheet.reading, recolouringOf(job, sheet.reading, stop), job.seed);
    bool written = writeFile(job.folder + u'/' + cubeName, grade.cubeFile());
    for (int i = 0; i < sheet.overlays.size(); ++i)
        written = written && sheet.overlays[i].image.save(job.folder + u'/' + overlayFile(i), "PNG", 80);
    if (!written)
        return {false, QStringLiteral("cannot write into the working folder"), 0};

    const ChildResult result =
        runChild(QStringLiteral("ffmpeg"), ffmpegArguments(sheet), stop, longestRender, job.folder);
    if (result.exitCode != 0)
        return {false, QString::fromUtf8(result.errors).trimmed(), 0};
    const MediaFacts made = probeMedia(job.output, MediaKind::Video, stop);
    return {made.hasPicture, {}, made.seconds};
}

} // namespace retake
