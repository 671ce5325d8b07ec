// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/versiontree.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QSet>

namespace retake {

namespace {

using ChildrenOf = QHash<TakeId, QList<Take>>;

QString titleOf(const Take &take)
{
    if (!take.title.trimmed().isEmpty())
        return take.title.trimmed();
    return QCoreApplication::translate("Workspace", "Take %1").arg(take.id.value);
}

void appendChildren(QList<Workspace::Version> &list, const ChildrenOf &children, TakeId parent, int depth)
{
    for (const Take &take : children.value(parent)) {
        list.append({take.id, titleOf(take), take.file, depth, take.kept, take.duration, take.size});
        appendChildren(list, children, take.id, depth + 1);
    }
}

} // namespace

QList<Workspace::Version> versionTree(const ClipInfo &clip, const QList<Take> &takes)
{
    QSet<TakeId> earlier;
    ChildrenOf children;
    for (const Take &take : takes) { // oldest first: a parent stands before its children
        children[earlier.contains(take.parent) ? take.parent : TakeId()].append(take);
        earlier.insert(take.id);
    }
    QList<Workspace::Version> list{
        {TakeId(), QFileInfo(clip.file).fileName(), clip.file, 0, false, clip.duration, clip.video.size}};
    appendChildren(list, children, {}, 1);
    return list;
}

} // namespace retake
