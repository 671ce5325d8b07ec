// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/queuefile.h"

#include "base/filesystem.h"
#include "queue/taskqueue.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace retake {

namespace {

constexpr QLatin1String versionName("retake-queue");
constexpr int version = 1;

bool isUnsent(const Task &task)
{
    return task.state < TaskState::Submitting;
}

QString absolute(const QString &source, const QDir &folder)
{
    return isRemoteMedia(source) || source.isEmpty() ? source
                                                     : QDir::cleanPath(folder.absoluteFilePath(source));
}

Result<void> checkMedia(const QString &source)
{
    if (isRemoteMedia(source))
        return {};
    if (source.isEmpty())
        return failure(ErrorKind::BadParameter, {QStringLiteral("clip"), QString()});
    const QFileInfo info(source);
    if (!info.isFile())
        return failure(ErrorKind::FileMissing, {source});
    return info.isReadable() ? Result<void>() : failure(ErrorKind::FileUnreadable, {source});
}

bool needsClip(const Keeping &keeping)
{
    return keeping.sourceSound || keeping.first.from == KeptFrame::From::Clip ||
           keeping.last.from == KeptFrame::From::Clip;
}

Result<void> check(const Order &order, const Catalogue &catalogue)
{
    const ModelSpec *model = catalogue.model(order.model);
    const bool isRemake = model && model->use == ModelUse::Remake;
    if (auto clip = checkMedia(order.clip); !clip && (!isRemake || needsClip(order.keeping)))
        return clip;
    for (const KeptFrame &frame : {order.keeping.first, order.keeping.last}) {
        if (frame.from != KeptFrame::From::File)
            continue;
        if (auto image = checkMedia(frame.file); !image)
            return image;
    }
    for (const Reference &reference : order.references) {
        if (auto image = checkMedia(reference.source); !image)
            return image;
    }
    if (!model)
        return failure(ErrorKind::UnknownModel, {order.model});
    return {};
}

} // namespace

bool belongsInQueueFile(const Task &task, QueueFileScope scope)
{
    if (task.order.clip.isEmpty()) // came from the service alone
        return false;
    // A failed one whose result the service has would be bought twice.
    const bool failed = task.state == TaskState::Failed && !isStillAtService(task) &&
                        !(task.error && task.error->kind == ErrorKind::MarkedLost);
    return isUnsent(task) || (scope == QueueFileScope::UnsentAndFailed && failed);
}

QByteArray queueToJson(const QList<Task> &tasks, QueueFileScope scope)
{
    QList<Task> chosen;
    std::copy_if(tasks.cbegin(), tasks.cend(), std::back_inserter(chosen),
                 [scope](const Task &task) { return belongsInQueueFile(task, scope); });
    std::stable_sort(chosen.begin(), chosen.end(), [](const Task &one, const Task &other) {
        return std::pair(isUnsent(other), one.position) < std::pair(isUnsent(one), other.position);
    });
    QJsonArray orders;
    for (const Task &task : std::as_const(chosen)) {
        QJsonObject order = orderToJson(task.order);
        order.remove(QStringLiteral("clip_id")); // numbers of one library
        order.remove(QStringLiteral("parent"));
        order.remove(QStringLiteral("turn"));
        orders.append(order);
    }
    return QJsonDocument(QJsonObject{{versionName, version}, {QStringLiteral("orders"), orders}})
        .toJson(QJsonDocument::Indented);
}

Result<QueueFileContent> queueFromJson(const QByteArray &json, const QDir &folder, const Catalogue &catalogue)
{
    const QJsonObject whole = QJsonDocument::fromJson(json).object();
    const int written = whole[versionName].toInt();
    if (written < 1 || !whole[u"orders"].isArray())
        return failure(ErrorKind::FileDamaged, {folder.path()});
    if (written > version)
        return failure(ErrorKind::BadParameter, {versionName, QString::number(written)});
    QueueFileContent content;
    int number = 0;
    for (const auto &value : whole[u"orders"].toArray()) {
        ++number;
        Order order = orderFromJson(value.toObject());
        order.clipId = {};
        order.parent = {};
        order.turn = {};
        order.clip = absolute(order.clip, folder);
        for (Reference &reference : order.references)
            reference.source = absolute(reference.source, folder);
        for (KeptFrame *frame : {&order.keeping.first, &order.keeping.last})
            frame->file = absolute(frame->file, folder);
        if (const auto checked = check(order, catalogue); !checked)
            content.refusals.append({number, order.prompt, checked.error()});
        else
            content.orders.append(order);
    }
    return content;
}

Result<int> exportQueue(const QString &file, const QList<Task> &tasks, QueueFileScope scope)
{
    if (auto written = writeIntoPlace(queueToJson(tasks, scope), QFileInfo(file).absoluteFilePath());
        !written)
        return failure(written.error());
    return int(std::count_if(tasks.cbegin(), tasks.cend(),
                             [scope](const Task &task) { return belongsInQueueFile(task, scope); }));
}

Result<QueueFileContent> importQueue(const QString &file, const Catalogue &catalogue)
{
    QFile source(file);
    if (!source.exists())
        return failure(ErrorKind::FileMissing, {file});
    if (!source.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileUnreadable, {file});
    auto content = queueFromJson(source.readAll(), QFileInfo(file).absoluteDir(), catalogue);
    if (!content && content.error().kind == ErrorKind::FileDamaged)
        return failure(ErrorKind::FileDamaged, {file});
    return content;
}

} // namespace retake
