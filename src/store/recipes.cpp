// SPDX-License-Identifier: GPL-3.0-or-later
// From recipes to rows: what is left to go by when a take has no receipt.
#include "store/database.h"
#include "store/integrity.h"
#include "store/rebuild.h"
#include "store/rows.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace retake {

namespace {

struct Found
{
    Task task;
    Take take;
    QDateTime finishedAt;
};

QDateTime timeIn(const QJsonObject &recipe, QStringView name)
{
    return QDateTime::fromString(recipe[name].toString(), Qt::ISODateWithMs).toUTC();
}

QStringList recipeFiles(const Paths &paths)
{
    QStringList files;
    for (const QFileInfo &file :
         QDir(paths.takesDir()).entryInfoList({QStringLiteral("*.json")}, QDir::Files)) {
        const QString video = file.absolutePath() + u'/' + file.completeBaseName() + u".mp4";
        if (QFile::exists(video)) // else it was put there ahead of a file that never came
            files.append(file.absoluteFilePath());
    }
    return files;
}

QJsonObject objectIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

Found read(const QString &file, const QJsonObject &recipe)
{
    Found found;
    Task &task = found.task;
    task.id = {recipe[u"task"].toInteger()};
    task.state = TaskState::Done;
    // A recipe says by the order's own names what it has of an order.
    task.order = orderFromJson(recipe);
    const QJsonObject clip = recipe[u"clip"].toObject();
    task.order.clip = clip[u"file"].toString();
    task.order.turn = {}; // of a library that is gone: here it may be another's
    task.order.trim.reset();
    if (clip.contains(u"trim_in_us"))
        task.order.trim = Trim{Microseconds(clip[u"trim_in_us"].toInteger()),
                               Microseconds(clip[u"trim_out_us"].toInteger())};
    for (const auto &change : clip[u"changes"].toArray())
        task.changes.append(change.toString());
    for (const auto &change : recipe[u"reference_changes"].toArray())
        task.referenceChanges.append(change.toString());
    task.remoteId = recipe[u"remote_id"].toString();
    task.createRequestId = recipe[u"request_id"].toString();
    task.usage = recipe[u"usage"].toObject();
    task.createdAt = timeIn(recipe, u"created_at");
    task.submittedAt = timeIn(recipe, u"submitted_at");
    found.finishedAt = timeIn(recipe, u"finished_at");
    task.finishedAt = found.finishedAt;
    task.changedAt = found.finishedAt;

    Take &take = found.take;
    take.recipe = file;
    take.file = file.chopped(int(qstrlen("json"))) + u"mp4";
    constexpr qsizetype longestTitle = 80;
    take.title = task.order.prompt.simplified().left(longestTitle);
    take.duration = Microseconds(qRound64(task.usage[u"output_video_duration"].toDouble() * 1e6));
    take.createdAt = found.finishedAt;
    return found;
}

class RecipeReader
{
public:
    explicit RecipeReader(const Database &database)
        : m_database(database)
    {}

    Result<void> insert(Found found)
    {
        // A number that another task has belongs to another library's take.
        const auto taken = m_database.value(
            QStringLiteral("SELECT (SELECT count(*) FROM task WHERE id=?) + (SELECT count(*) FROM take"
                           " WHERE task=?) + (SELECT count(*) FROM event WHERE task=?)"),
            {found.task.id.value, found.task.id.value, found.task.id.value});
        if (!taken)
            return failure(taken.error());
        const bool own = found.task.id.value > 0 && taken->toInt() == 0;
        if (auto family = settleFamily(found); !family)
            return family;
        const QVariantList values = taskValues(found.task);
        const auto task =
            m_database.run(QString(u"INSERT INTO task (id, " + taskColumns() + u") VALUES (?," +
                                   placeholders(values.size()) + u')'),
                           QVariantList{own ? QVariant(found.task.id.value) : QVariant()} + values);
        if (!task)
            return failure(task.error());
        found.task.id = {task->lastInsertId().toLongLong()};
        found.take.task = found.task.id;
        const QVariantList columns = takeValues(found.take);
        const auto take = m_database.run(QString(u"INSERT INTO take (" + takeColumns() + u") VALUES (" +
                                                 placeholders(columns.size()) + u')'),
                                         columns);
        if (!take)
            return failure(take.error());
        for (const auto &[sql, list] :
             {std::pair{QStringLiteral("UPDATE task SET take=? WHERE id=?"),
                        QVariantList{take->lastInsertId(), found.task.id.value}},
              std::pair{QStringLiteral("INSERT INTO event (task, at, state, cause, request_id)"
                                       " VALUES (?,?,'done','',?)"),
                        QVariantList{found.task.id.value, timeOrZero(found.finishedAt),
                                     found.task.createRequestId.isNull() ? QStringLiteral("")
                                                                         : found.task.createRequestId}}}) {
            if (const auto done = m_database.run(sql, list); !done)
                return failure(done.error());
        }
        return {};
    }

private:
    // A take that was made from a take names its file as the clip; its family is the parent's.
    Result<void> settleFamily(Found &found) const
    {
        const QString &clip = found.task.order.clip;
        if (clip.isEmpty() || isRemoteMedia(clip))
            return {};
        auto parent = m_database.run(QStringLiteral("SELECT id, clip FROM take WHERE file=?"), {clip});
        if (!parent)
            return failure(parent.error());
        if (parent->next()) {
            found.take.parent = {parent->value(0).toLongLong()};
            found.take.clip = {parent->value(1).toLongLong()};
        } else {
            if (const auto made = m_database.run(
                    QStringLiteral(
                        "INSERT INTO clip (file, added_at) VALUES (?,?) ON CONFLICT (file) DO NOTHING"),
                    {clip, timeOrZero(found.task.createdAt)});
                !made)
                return failure(made.error());
            const auto id = m_database.value(QStringLiteral("SELECT id FROM clip WHERE file=?"), {clip});
            if (!id)
                return failure(id.error());
            found.take.clip = {id->toLongLong()};
        }
        found.task.order.parent = found.take.parent;
        found.task.order.clipId = found.take.clip;
        return {};
    }

    const Database &m_database;
};

} // namespace

bool hasRecipes(const Paths &paths)
{
    return !recipeFiles(paths).isEmpty();
}

Result<Rebuilt> applyRecipes(const Database &database, const Paths &paths)
{
    const auto transaction = Transaction::begin(database);
    if (!transaction)
        return failure(transaction.error());
    QSet<QString> known;
    auto rows = database.run(QStringLiteral("SELECT file FROM take"));
    if (!rows)
        return failure(rows.error());
    while (rows->next())
        known.insert(rows->value(0).toString());
    rows->finish();
    QSet<QString> unfinished; // at the service: the queue files these itself
    auto ids = database.run(QStringLiteral("SELECT remote_id FROM task WHERE remote_id!=''"));
    if (!ids)
        return failure(ids.error());
    while (ids->next())
        unfinished.insert(ids->value(0).toString());
    ids->finish();

    Rebuilt rebuilt;
    QList<Found> found;
    for (const QString &file : recipeFiles(paths)) {
        const QJsonObject recipe = objectIn(file);
        if (recipe.isEmpty())
            ++rebuilt.unreadable;
        if (!recipe.contains(u"task"))
            continue;
        const Found one = read(file, recipe);
        if (!known.contains(one.take.file) && !unfinished.contains(one.task.remoteId))
            found.append(one);
    }
    std::sort(found.begin(), found.end(), [](const Found &a, const Found &b) { // parents before children
        return a.finishedAt != b.finishedAt ? a.finishedAt < b.finishedAt : a.task.id < b.task.id;
    });
    RecipeReader reader(database);
    for (const Found &one : found) {
        const auto attempt = Attempt::begin(database);
        if (!attempt)
            return failure(attempt.error());
        const auto inserted = reader.insert(one);
        if (!inserted && !isRefusedRow(inserted.error()))
            return failure(inserted.error());
        if (!inserted) {
            ++rebuilt.unreadable;
            continue;
        }
        if (auto kept = (*attempt)->keep(); !kept)
            return failure(kept.error());
        ++rebuilt.tasks;
    }
    if (auto committed = (*transaction)->commit(); !committed)
        return failure(committed.error());
    return rebuilt;
}

} // namespace retake
