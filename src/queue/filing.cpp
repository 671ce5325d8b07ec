// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/filing.h"

#include "base/filesystem.h"
#include "media/contenthash.h"
#include "queue/recipe.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSet>

namespace retake {

namespace {

constexpr QLatin1String partSuffix(".part");

QString videoFile(const QString &takesDir, const QString &name)
{
    return takesDir + u'/' + name + u".mp4";
}

QString recipeFile(const QString &takesDir, const QString &name)
{
    return takesDir + u'/' + name + u".json";
}

bool isOurs(const QString &recipe, const Task &task)
{
    QFile file(recipe);
    if (task.remoteId.isEmpty() || !file.open(QIODevice::ReadOnly))
        return false;
    return QJsonDocument::fromJson(file.readAll()).object()[u"remote_id"].toString() == task.remoteId;
}

// The task's own name, unless a take from another library lies there.
QString freeName(const QString &takesDir, const Task &task)
{
    const QString name = takeName(task);
    for (int number = 1;; ++number) {
        const QString tried = number == 1 ? name : QString(name + u'-' + QString::number(number));
        if (!QFile::exists(videoFile(takesDir, tried)) || isOurs(recipeFile(takesDir, tried), task))
            return tried;
    }
}

} // namespace

QString takeName(const Task &task)
{
    constexpr int longest = 40;
    QString name;
    for (const QChar c : titleOf(task.order).left(4 * longest)) {
        if (c.isLetterOrNumber() || c.isMark())
            name.append(c.toLower());
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name.append(u'-');
    }
    name.truncate(longest);
    while (name.endsWith(u'-'))
        name.chop(1);
    return (name.isEmpty() ? QStringLiteral("take") : name) + u'-' + QString::number(task.id.value);
}

QString partFileOf(const QString &takesDir, const Task &task)
{
    // By the service's task: a part that another library's task left behind must not be grown further.
    QString name;
    for (const QChar c : task.remoteId.left(80))
        name.append(c.unicode() < 128 && c.isLetterOrNumber() ? c : u'-');
    return takesDir + u'/' + QString::number(task.id.value) + u'-' + name + partSuffix;
}

void dropPartFiles(const QString &takesDir, const QList<Task> &tasks)
{
    QSet<QString> parts;
    for (const Task &task : tasks) {
        if (!task.remoteId.isEmpty())
            parts.insert(partFileOf(takesDir, task).section(u'/', -1));
    }
    if (parts.isEmpty())
        return;
    QDir dir(takesDir);
    for (const QString &file : dir.entryList({u'*' + partSuffix + u'*'}, QDir::Files)) {
        if (parts.contains(file.left(file.indexOf(partSuffix) + partSuffix.size())))
            dir.remove(file);
    }
}

QString filedTake(const QString &takesDir, const Task &task)
{
    const QString name = freeName(takesDir, task);
    const QString file = videoFile(takesDir, name);
    return QFile::exists(file) ? file : QString();
}

bool hasSourceSound(const QString &take)
{
    if (!take.endsWith(u".mp4")) // a part: not filed yet
        return false;
    QFile file(take.chopped(int(qstrlen("mp4"))) + u"json");
    return file.open(QIODevice::ReadOnly) &&
           QJsonDocument::fromJson(file.readAll()).object()[u"sound"].toString() == u"source";
}

std::optional<Microseconds> promisedLength(const Task &task, ModelUse use)
{
    const double told = task.usage[u"output_video_duration"].toDouble();
    const double ordered = use == ModelUse::Edit ? task.order.parameters[u"duration"].toDouble() : 0;
    const double seconds = told > 0 ? told : ordered;
    if (seconds <= 0)
        return std::nullopt;
    return Microseconds(qRound64(seconds * 1e6));
}

Result<ClipInfo> checkResult(const Result<ClipInfo> &probed, const Task &task, ModelUse use)
{
    if (!probed) {
        const bool cutOff = probed.error().kind == ErrorKind::FileDamaged;
        return failure(cutOff ? ErrorKind::ResultTruncated : ErrorKind::ResultNotVideo, {},
                       probed.error().serviceMessage);
    }
    // A container rounds, and a service may drop a few frames; what is cut off lacks more than that.
    if (const auto promised = promisedLength(task, use)) {
        const Microseconds tolerated = std::max(Microseconds(500000), *promised / 10);
        if (probed->duration + tolerated < *promised)
            return failure(ErrorKind::ResultTruncated);
    }
    return probed;
}

Result<Filed> fileTake(const Filing &filing)
{
    if (!QDir().mkpath(filing.takesDir))
        return failure(ErrorKind::NotWritable, {QDir::toNativeSeparators(filing.takesDir)});
    const QString name = freeName(filing.takesDir, filing.task);
    Filed filed{videoFile(filing.takesDir, name), recipeFile(filing.takesDir, name), std::nullopt};

    SentNote sent = readSentNote(filing.workFolder);
    if (sent.sha256.isEmpty())
        sent.sha256 = hashOfFile(filing.task.conformedFile, HashKind::Sha256).value_or(QString());
    const RecipeFacts facts{sent, filing.actualPrompt, filing.now, filing.sound};
    if (const auto written = writeRecipe(filed.recipe, recipeFor(filing.task, facts)); !written)
        return failure(written.error());
    if (filing.downloaded != filed.file) {
        if (const auto moved = moveIntoPlace(filing.downloaded, filed.file); !moved)
            return failure(moved.error());
    }
    const QString output = filing.task.order.output;
    if (!output.isEmpty()) {
        if (const auto copied = copyIntoPlace(filed.file, output); !copied)
            filed.outputError = copied.error();
    }
    return filed;
}

} // namespace retake
