// SPDX-License-Identifier: GPL-3.0-or-later
// What changed between two videos, in numbers. Needs no library, no account and no network.
#include "commands.h"
#include "media/measure.h"
#include "queue/sentnote.h"
#include "session/comparisonwords.h"
#include "words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace retake::cli {

namespace {

constexpr int labelWidth = 26;
constexpr int figureWidth = 9;

// JSON knows no infinity: null is "the same" here, or a plane too small to be measured.
QJsonValue figureJson(double figure)
{
    return std::isfinite(figure) ? QJsonValue(figure) : QJsonValue();
}

void addFigures(QJsonObject &json, const QString &name, const PlaneFigures &figures)
{
    json.insert(QString(name + u"_y"), figureJson(figures.y));
    json.insert(QString(name + u"_u"), figureJson(figures.u));
    json.insert(QString(name + u"_v"), figureJson(figures.v));
    json.insert(name, figureJson(figures.all));
}

QJsonObject frameJson(int number, const FrameChange &frame)
{
    QJsonObject json{{QStringLiteral("frame"), number},
                     {QStringLiteral("before_frame"), frame.pair.before},
                     {QStringLiteral("after_frame"), frame.pair.after},
                     {QStringLiteral("time"), double(frame.pair.time.count()) / 1e6},
                     {QStringLiteral("light"), frame.light()},
                     {QStringLiteral("colour"), frame.colour()}};
    addFigures(json, QStringLiteral("ssim"), frame.ssim);
    addFigures(json, QStringLiteral("psnr"), frame.psnr);
    return json;
}

QJsonObject clipOf(const Measure::Side &side)
{
    return {{QStringLiteral("frames"), side.frames},
            {QStringLiteral("rate"), side.rate()},
            {QStringLiteral("seconds"), double(side.duration.count()) / 1e6},
            {QStringLiteral("size"), QJsonArray{side.size.width(), side.size.height()}}};
}

QJsonObject summaryJson(const Measure &measure)
{
    QJsonObject json{{QStringLiteral("frames"), int(measure.frames.size())},
                     {QStringLiteral("unread"), measure.unread},
                     {QStringLiteral("matched_by"), measure.pairedBy == FramePairs::By::Frames
                                                        ? QStringLiteral("frames")
                                                        : QStringLiteral("time")},
                     {QStringLiteral("before"), clipOf(measure.before)},
                     {QStringLiteral("after"), clipOf(measure.after)},
                     {QStringLiteral("same_length"), measure.sameLength()},
                     {QStringLiteral("same_rate"), measure.sameRate()},
                     {QStringLiteral("same_size"), measure.sameSize()},
                     {QStringLiteral("same_shape"), measure.sameShape()},
                     {QStringLiteral("sound"), QStringLiteral("not compared")},
                     {QStringLiteral("sentence"), changeSentence(measure)},
                     {QStringLiteral("notes"), QJsonArray::fromStringList(comparisonNotes(measure))}};
    if (const auto summary = summaryOf(measure)) {
        json.insert(QStringLiteral("changed"), changeToneName(summary->tone));
        json.insert(QStringLiteral("changed_share"), summary->noticeable);
        json.insert(QStringLiteral("most_changed"), summary->most);
        json.insert(QStringLiteral("least_changed"), summary->least);
        addFigures(json, QStringLiteral("ssim"), summary->ssim);
        addFigures(json, QStringLiteral("psnr"), summary->psnr);
    }
    return {{QStringLiteral("summary"), json}};
}

QString row(const QString &label, const QStringList &figures)
{
    QString line = label.leftJustified(labelWidth);
    for (const QString &figure : figures)
        line += figure.rightJustified(figureWidth);
    return line;
}

QString figureRow(const QString &label, const PlaneFigures &ssim, const PlaneFigures &psnr)
{
    return row(label, {ssimText(ssim.y), ssimText(ssim.u), ssimText(ssim.v), ssimText(ssim.all),
                       psnrText(psnr.y), psnrText(psnr.u), psnrText(psnr.v), psnrText(psnr.all)});
}

QString frameLabel(const QString &what, const FrameChange &frame)
{
    return Cli::tr("%1, %2").arg(what, momentText(frame.pair.time));
}

QStringList tableOf(const Measure &measure)
{
    const auto summary = summaryOf(measure);
    if (!summary)
        return {};
    const FrameChange &most = measure.frames[std::size_t(summary->most)];
    const FrameChange &least = measure.frames[std::size_t(summary->least)];
    const QStringList head{
        QStringLiteral("SSIM Y"), QStringLiteral("U"), QStringLiteral("V"), Cli::tr("all"),
        QStringLiteral("PSNR Y"), QStringLiteral("U"), QStringLiteral("V"), Cli::tr("all")};
    return {row(Cli::tr("%n frame(s)", nullptr, int(measure.frames.size())), head),
            figureRow(Cli::tr("mean"), summary->ssim, summary->psnr),
            figureRow(frameLabel(Cli::tr("most changed"), most), most.ssim, most.psnr),
            figureRow(frameLabel(Cli::tr("least changed"), least), least.ssim, least.psnr)};
}

// A take tells by the recipe beside it which frames of the clip it was made from.
Pairing pairingOf(const QString &before, const QString &after)
{
    const QFileInfo take(after);
    QFile file(take.dir().filePath(QString(take.completeBaseName() + u".json")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject clip = QJsonDocument::fromJson(file.readAll()).object()[u"clip"].toObject();
    const QString source = QFileInfo(clip[u"file"].toString()).canonicalFilePath();
    if (source.isEmpty() || source != QFileInfo(before).canonicalFilePath())
        return {};
    const SentNote note = sentNoteFromJson(clip);
    return {Microseconds(clip[u"trim_in_us"].toInteger()), {note.frameMap, note.frameRate}};
}

// Ends the event loop with the exit status.
class CompareCommand : public QObject
{
public:
    CompareCommand(const QString &before, const QString &after, Console &console)
        : m_console(console)
        , m_job(before, after, pairingOf(before, after))
    {
        connect(&m_job, &MeasureJob::progress, this, [this](int done, int total) {
            m_console.progress(Cli::tr("Comparing"), QStringLiteral("%1 %").arg(done * 100LL / total));
        });
        connect(&m_job, &MeasureJob::finished, this, [this](const Result<Measure> &measure) {
            if (measure)
                show(*measure);
            else
                QCoreApplication::exit(m_console.refuse(measure.error()));
        });
    }

private:
    void show(const Measure &measure)
    {
        for (int number = 0; number < int(measure.frames.size()); ++number)
            m_console.result(frameJson(number, measure.frames[std::size_t(number)]));
        m_console.result(summaryJson(measure));
        for (const QString &line : tableOf(measure))
            m_console.result(line);
        m_console.result(QString(changeSentence(measure) + u'.'));
        if (measure.pairedBy == FramePairs::By::Frames)
            m_console.result(
                Cli::tr("Each frame is compared with the one that it was made from, by the take's recipe."));
        for (const QString &note : comparisonNotes(measure))
            m_console.result(note);
        QCoreApplication::exit(0);
    }

    Console &m_console;
    MeasureJob m_job;
};

} // namespace

int compareVideos(const Arguments &arguments, Console &console)
{
    const CompareCommand command(QFileInfo(arguments.operands.at(0)).absoluteFilePath(),
                                 QFileInfo(arguments.operands.at(1)).absoluteFilePath(), console);
    return QCoreApplication::exec();
}

} // namespace retake::cli
