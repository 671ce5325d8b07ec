// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/secondopinion.h"

#include "media/toolprocess.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

QStringList probeArguments(const QString &file)
{
    return {QStringLiteral("-hide_banner"),
            QStringLiteral("-v"),
            QStringLiteral("error"),
            QStringLiteral("-protocol_whitelist"),
            QStringLiteral("file"),
            QStringLiteral("-print_format"),
            QStringLiteral("json=compact=1"),
            QStringLiteral("-show_entries"),
            QStringLiteral("format=duration:stream=codec_type,codec_name,width,height,duration:"
                           "stream_disposition=attached_pic,timed_thumbnails"),
            QString(u"file:" + QFileInfo(file).absoluteFilePath())};
}

std::optional<double> seconds(const QJsonObject &from)
{
    bool isNumber = false;
    const double value = from[QLatin1String("duration")].toString().toDouble(&isNumber);
    return isNumber && value > 0 ? std::optional(value) : std::nullopt;
}

bool isCover(const QJsonObject &stream)
{
    const QJsonObject disposition = stream[QLatin1String("disposition")].toObject();
    return disposition[QLatin1String("attached_pic")].toInt() ||
           disposition[QLatin1String("timed_thumbnails")].toInt();
}

double inSeconds(Microseconds time)
{
    return double(time.count()) / 1e6;
}

bool isNear(double told, double found)
{
    return std::abs(told - found) <= std::max(0.5, 0.05 * std::max(told, found));
}

// Containers count from different points, and may count the sound in.
bool lengthFits(const SecondOpinion &opinion, const ClipInfo &clip)
{
    const double picture = inSeconds(clip.video.duration);
    const double end = inSeconds(clip.video.start + clip.video.duration);
    if (opinion.pictureSeconds)
        return isNear(*opinion.pictureSeconds, picture) || isNear(*opinion.pictureSeconds, end);
    // other streams may make the file longer; that it promises too much is for the packet scan to find
    return !opinion.fileSeconds || *opinion.fileSeconds > picture || isNear(*opinion.fileSeconds, picture);
}

} // namespace

SecondOpinion readOpinion(const QByteArray &json)
{
    SecondOpinion opinion;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    opinion.readable = document.isObject();
    for (const auto &value : document[QLatin1String("streams")].toArray()) {
        const QJsonObject stream = value.toObject();
        if (stream[QLatin1String("codec_type")].toString() != u"video" || isCover(stream))
            continue;
        opinion.codec = stream[QLatin1String("codec_name")].toString(QStringLiteral("unknown"));
        opinion.codedSize =
            QSize(stream[QLatin1String("width")].toInt(), stream[QLatin1String("height")].toInt());
        opinion.pictureSeconds = seconds(stream);
        break;
    }
    opinion.fileSeconds = seconds(document[QLatin1String("format")].toObject());
    return opinion;
}

QString contradiction(const SecondOpinion &opinion, const ClipInfo &clip)
{
    if (!opinion.readable)
        return QString(u"ffprobe cannot read it: " + opinion.complaint);
    if (opinion.codec.isEmpty())
        return QStringLiteral("ffprobe finds no picture");
    if (opinion.codec != clip.video.codec)
        return QString(u"ffprobe finds " + opinion.codec + u" instead of " + clip.video.codec);
    if (opinion.codedSize != clip.video.codedSize)
        return QStringLiteral("ffprobe finds %1 x %2 instead of %3 x %4")
            .arg(opinion.codedSize.width())
            .arg(opinion.codedSize.height())
            .arg(clip.video.codedSize.width())
            .arg(clip.video.codedSize.height());
    if (!lengthFits(opinion, clip))
        return QStringLiteral("ffprobe finds %1 s instead of %2 s")
            .arg(opinion.pictureSeconds.value_or(opinion.fileSeconds.value_or(0)))
            .arg(inSeconds(clip.video.duration));
    return {};
}

class SecondOpinionJob::Private
{
public:
    Private(SecondOpinionJob *job, const QString &path)
        : q(job)
        , file(path)
        , ffprobe(new ToolProcess(QStringLiteral("ffprobe"), job))
    {}

    void read(const ToolRun &run);
    void end(const Result<SecondOpinion> &result);

    SecondOpinionJob *q;
    QString file;
    ToolProcess *ffprobe; // child of the job
    QByteArray json;
    bool ended = false;
};

void SecondOpinionJob::Private::read(const ToolRun &run)
{
    switch (run.end) {
    case ToolRun::End::Missing:
        return end(failure(ErrorKind::ToolMissing, {QStringLiteral("ffprobe")}));
    case ToolRun::End::Crashed:
        return end(failure(ErrorKind::FileDamaged, {file}, QStringLiteral("ffprobe crashed on it")));
    case ToolRun::End::Exited:
        break;
    }
    SecondOpinion opinion;
    if (run.isWell())
        opinion = readOpinion(json);
    opinion.complaint = run.firstLine();
    end(opinion);
}

void SecondOpinionJob::Private::end(const Result<SecondOpinion> &result)
{
    if (std::exchange(ended, true))
        return;
    Q_EMIT q->finished(result); // may delete the job: nothing after this
}

SecondOpinionJob::SecondOpinionJob(const QString &file, QObject *parent, std::chrono::milliseconds limit)
    : QObject(parent)
    , d(std::make_unique<Private>(this, file))
{
    connect(d->ffprobe, &ToolProcess::line, this, [this](const QByteArray &text) { d->json += text; });
    connect(d->ffprobe, &ToolProcess::ended, this, [this](const ToolRun &run) { d->read(run); });
    QTimer::singleShot(limit, this, [this] {
        if (d->ended)
            return;
        delete std::exchange(d->ffprobe, nullptr);
        d->end(failure(ErrorKind::FileDamaged, {d->file}, QStringLiteral("ffprobe came to no end with it")));
    });
    QTimer::singleShot(0, this, [this, file] { d->ffprobe->start(probeArguments(file)); });
}

SecondOpinionJob::~SecondOpinionJob() = default;

} // namespace retake
