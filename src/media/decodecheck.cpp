// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/decodecheck.h"

#include "media/toolprocess.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTimer>

#include <algorithm>

namespace retake {

namespace {

// The pictures' own times: no picture is made twice or left out to fill a rate.
QStringList decodeArguments(const QString &file)
{
    return {QStringLiteral("-hide_banner"),
            QStringLiteral("-v"),
            QStringLiteral("error"),
            QStringLiteral("-nostdin"),
            QStringLiteral("-nostats"),
            QStringLiteral("-progress"),
            QStringLiteral("pipe:1"),
            QStringLiteral("-stats_period"),
            QStringLiteral("0.1"),
            QStringLiteral("-protocol_whitelist"),
            QStringLiteral("file"),
            QStringLiteral("-xerror"),
            QStringLiteral("-i"),
            QString(u"file:" + QFileInfo(file).absoluteFilePath()),
            QStringLiteral("-map"),
            QStringLiteral("0:V:0"),
            QStringLiteral("-map"),
            QStringLiteral("0:a:0?"),
            QStringLiteral("-fps_mode"),
            QStringLiteral("passthrough"),
            QStringLiteral("-f"),
            QStringLiteral("null"),
            QStringLiteral("-")};
}

// ffmpeg passes over some faults and still ends well: bytes lost in Matroska, checksums, hidden errors. What
// else it says may come from a clip that was cut out of a longer one, and does no harm.
QString passedOver(const QString &said)
{
    static const QRegularExpression fault(QStringLiteral("^\\[matroska|mismatch|error while decoding"),
                                          QRegularExpression::CaseInsensitiveOption);
    for (const QString &line : said.split(u'\n')) {
        if (fault.match(line).hasMatch())
            return line;
    }
    return {};
}

} // namespace

class FullDecodeJob::Private
{
public:
    Private(FullDecodeJob *job, const ClipInfo &info)
        : q(job)
        , clip(info)
        , ffmpeg(new ToolProcess(QStringLiteral("ffmpeg"), job))
    {}

    void start();
    void readLine(const QByteArray &line);
    Result<void> verdict(const ToolRun &run) const;

    FullDecodeJob *q;
    ClipInfo clip;
    ToolProcess *ffmpeg; // child of the job
};

void FullDecodeJob::Private::start()
{
    if (QFileInfo(clip.file).isFile())
        ffmpeg->start(decodeArguments(clip.file));
    else
        Q_EMIT q->finished(failure(ErrorKind::FileMissing, {clip.file}));
}

void FullDecodeJob::Private::readLine(const QByteArray &line)
{
    const qint64 total = clip.duration.count();
    if (const auto done = progressIn(line))
        Q_EMIT q->progress(std::clamp<qint64>(done->count(), 0, total), total);
}

Result<void> FullDecodeJob::Private::verdict(const ToolRun &run) const
{
    if (run.end == ToolRun::End::Missing)
        return failure(ErrorKind::ToolMissing, {QStringLiteral("ffmpeg")});
    if (run.end == ToolRun::End::Crashed)
        return failure(ErrorKind::FileDamaged, {clip.file}, QStringLiteral("ffmpeg crashed on it"));
    if (!run.isWell())
        return failure(ErrorKind::FileDamaged, {clip.file}, run.firstLine());
    if (const QString fault = passedOver(run.words()); !fault.isEmpty())
        return failure(ErrorKind::FileDamaged, {clip.file}, fault);
    return {};
}

FullDecodeJob::FullDecodeJob(const ClipInfo &clip, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, clip))
{
    connect(d->ffmpeg, &ToolProcess::line, this, [this](const QByteArray &line) { d->readLine(line); });
    connect(d->ffmpeg, &ToolProcess::ended, this,
            [this](const ToolRun &run) { Q_EMIT finished(d->verdict(run)); });
    QTimer::singleShot(0, this, [this] { d->start(); });
}

FullDecodeJob::~FullDecodeJob() = default;

} // namespace retake
