// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/versiontree.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <limits>

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
        list.append(
            {take.id, titleOf(take), take.file, depth, take.kept, take.duration, take.size, take.turn});
        appendChildren(list, children, take.id, depth + 1);
    }
}

// The take made from words that a version is, or comes from; none: it comes from the clip itself.
TakeId madeFromWords(const QList<Workspace::Version> &versions, TakeId take)
{
    const auto found = std::find_if(versions.rbegin(), versions.rend(),
                                    [take](const Workspace::Version &one) { return one.take == take; });
    int depth = std::numeric_limits<int>::max();
    for (auto one = found; one != versions.rend(); ++one) {
        if (one->depth >= depth)
            continue; // no ancestor
        depth = one->depth;
        if (one->turn)
            return one->take;
    }
    return {};
}

} // namespace

bool framesCorrespond(const QList<Workspace::Version> &versions, TakeId one, TakeId other)
{
    return madeFromWords(versions, one) == madeFromWords(versions, other);
}

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
