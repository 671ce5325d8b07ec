// SPDX-License-Identifier: GPL-3.0-or-later
#include "describe.h"

#include "console.h"
#include "words.h"

#include <QLocale>

namespace retake::cli {

namespace {

QString stateText(TaskState state)
{
    switch (state) {
    case TaskState::Waiting:
        return Cli::tr("waiting");
    case TaskState::Conforming:
        return Cli::tr("preparing the clip");
    case TaskState::Uploading:
        return Cli::tr("uploading");
    case TaskState::Submitting:
        return Cli::tr("sending the order");
    case TaskState::Queued:
        return Cli::tr("queued at the service");
    case TaskState::Rendering:
        return Cli::tr("rendering");
    case TaskState::Downloading:
        return Cli::tr("downloading the take");
    case TaskState::Done:
        return Cli::tr("done");
    case TaskState::Failed:
        return Cli::tr("failed");
    case TaskState::Cancelled:
        return Cli::tr("cancelled");
    case TaskState::Expired:
        return Cli::tr("expired");
    case TaskState::Unclear:
        return Cli::tr("unclear, perhaps charged");
    }
    Q_UNREACHABLE();
}

QString editText(const ModelSpec &model)
{
    return Cli::tr("  clips of %1 to %2 s, up to %3 reference images")
        .arg(model.video.minimumSeconds)
        .arg(model.video.maximumSeconds)
        .arg(model.references.maximumCount);
}

QString remakeText(const ModelSpec &model)
{
    QString line =
        Cli::tr("  makes videos from descriptions of up to %1 characters").arg(model.promptMaximum);
    if (model.frames.maximumCount == 1)
        line += Cli::tr(", with a first frame");
    else if (model.frames.maximumCount > 1)
        line += Cli::tr(", with a first and a last frame");
    if (model.references.maximumCount > 0)
        line += Cli::tr(", with up to %1 reference images").arg(model.references.maximumCount);
    return line;
}

} // namespace

QString stageText(const Task &task)
{
    return Cli::tr("Task %1: %2").arg(task.id.value).arg(stateText(task.state));
}

QString serviceText(const Account &account, const Catalogue &catalogue)
{
    if (account.isPractice())
        return Cli::tr("Using the practice service: offline, no AI, no charge.");
    const ServiceSpec *service = catalogue.service(account.service);
    const QString name = service ? service->name.in(QLocale().name()) : account.service;
    return Cli::tr("Using %1 at %2.").arg(name, account.baseUrl.host());
}

QString priceText(const Estimate &estimate)
{
    return QString(QString::number(estimate.amount, 'f', 2) + u' ' + estimate.currency);
}

QString secondsText(Microseconds time)
{
    return Cli::tr("%1 s").arg(double(time.count()) / 1e6, 0, 'f', 2);
}

QString clipText(const ClipInfo &clip)
{
    const QString picture = Cli::tr("%1 × %2, %3 frames a second, %4")
                                .arg(clip.video.size.width())
                                .arg(clip.video.size.height())
                                .arg(clip.video.frameRate.toDouble(), 0, 'g', 5)
                                .arg(clip.video.codec);
    const QString sound = clip.audio ? Cli::tr("sound: %1").arg(clip.audio->codec) : Cli::tr("no sound");
    return QString(clip.file + u'\n' + secondsText(clip.duration) + u", " + picture + u", " + sound);
}

QStringList clipFacts(const ClipInfo &clip)
{
    const VideoInfo &video = clip.video;
    const ColourInfo &colour = video.colour;
    const auto said = [](const QString &name) { return name.isEmpty() ? Cli::tr("not said") : name; };
    QStringList facts{video.constantRate ? Cli::tr("%n frame(s), constant rate", nullptr, int(video.frames))
                                         : Cli::tr("%n frame(s), variable rate", nullptr, int(video.frames)),
                      Cli::tr("colour: primaries %1, transfer %2, matrix %3, %4, %5 bit")
                          .arg(said(colour.primaries), said(colour.transfer), said(colour.matrix),
                               colour.fullRange ? Cli::tr("full range") : Cli::tr("limited range"))
                          .arg(colour.bitDepth)};
    if (colour.isHdr())
        facts.append(Cli::tr("high dynamic range (HDR)"));
    if (video.rotation != 0)
        facts.append(Cli::tr("stored turned: %1° clockwise makes it upright").arg(video.rotation));
    if (video.sampleAspect != Rational{1, 1})
        facts.append(Cli::tr("pixels %1:%2 wide, %3 × %4 stored")
                         .arg(video.sampleAspect.numerator)
                         .arg(video.sampleAspect.denominator)
                         .arg(video.codedSize.width())
                         .arg(video.codedSize.height()));
    if (video.hiddenFrames > 0)
        facts.append(Cli::tr("%n hidden frame(s)", nullptr, int(video.hiddenFrames)));
    if (clip.audio)
        facts.append(Cli::tr("sound: %1 Hz, %n channel(s), %2", nullptr, clip.audio->channels)
                         .arg(clip.audio->sampleRate)
                         .arg(secondsText(clip.audio->duration)));
    facts.append(Cli::tr("%1, %n stream(s)", nullptr, clip.streams).arg(clip.container));
    return facts;
}

QString remoteText(const RemoteTasks::Row &row)
{
    QStringList parts{row.task.remoteId, row.task.status};
    if (row.task.startTime.isValid())
        parts.insert(1, QLocale().toString(row.task.startTime.toLocalTime(), QLocale::ShortFormat));
    if (row.known)
        parts.append(Cli::tr("in the library as task %1").arg(row.known.value));
    if (row.prompt)
        parts.append(row.prompt->simplified().left(60));
    return parts.join(QStringLiteral("  "));
}

QString planText(const ConformPlan &plan)
{
    const QString piece = QString(secondsText(plan.piece.in) + u" – " + secondsText(plan.piece.out));
    if (plan.copy)
        return Cli::tr("The clip is sent as it is: %1.").arg(secondsText(plan.duration()));
    return Cli::tr("What is sent: %1 of the clip, %2 × %3, %4 frames a second.")
        .arg(piece)
        .arg(plan.size.width())
        .arg(plan.size.height())
        .arg(plan.frameRate.toDouble(), 0, 'g', 5);
}

QString pieceText(const ClipInfo &clip, const ConformPlan &plan, const FrameMap &map, qint64 bytes)
{
    const QString sound = plan.audio   ? Cli::tr("with sound")
                          : clip.audio ? Cli::tr("its sound left out")
                                       : Cli::tr("no sound");
    const QString pictures = Cli::tr("frames %1 to %2 of %3 as frames 0 to %4")
                                 .arg(map.isEmpty() ? 0 : map.source(0))
                                 .arg(map.isEmpty() ? 0 : map.source(map.size() - 1))
                                 .arg(clip.video.frames)
                                 .arg(plan.frames - 1);
    const QString size = plan.copy ? Cli::tr("%1 MB") : Cli::tr("about %1 MB");
    return QString(u"  " + pictures + u", " + sound + u", " + size.arg(double(bytes) / 1e6, 0, 'f', 1) +
                   u"\n  " + Cli::tr("frame map: %1").arg(map.toText()));
}

QString modelText(const ModelSpec &model, const QString &language)
{
    QStringList parameters;
    for (const ParameterSpec &spec : model.parameters)
        parameters.append(spec.name);
    QStringList lines{QString(model.id + u"  " + model.name.in(language)),
                      model.use == ModelUse::Edit ? editText(model) : remakeText(model)};
    if (!parameters.isEmpty())
        lines.append(Cli::tr("  parameters: %1").arg(parameters.join(QStringLiteral(", "))));
    if (const QString retired = model.retired.in(language); !retired.isEmpty())
        lines.append(QString(u"  " + retired));
    return lines.join(u'\n');
}

QString describerText(const DescriberSpec &describer, const QString &language)
{
    QStringList shown;
    if (describer.seesPictures())
        shown.append(Cli::tr("up to %1 pictures").arg(describer.maximumImages));
    if (describer.maximumInlineVideo > 0)
        shown.append(Cli::tr("a small video"));
    if (describer.takesVideoAddress)
        shown.append(Cli::tr("a video at an address"));
    QStringList lines{QString(describer.id + u"  " + describer.name.in(language)),
                      shown.isEmpty()
                          ? Cli::tr("  translates what is said")
                          : Cli::tr("  describes videos: %1").arg(shown.join(QStringLiteral(", ")))};
    if (const QString retired = describer.retired.in(language); !retired.isEmpty())
        lines.append(QString(u"  " + retired));
    return lines.join(u'\n');
}

} // namespace retake::cli
