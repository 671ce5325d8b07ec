// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/workspace.h"

#include "base/filesystem.h"
#include "base/paths.h"
#include "media/probe.h"
#include "queue/sentnote.h"
#include "queue/taskqueue.h"
#include "session/draft.h"
#include "session/versiontree.h"
#include "store/store.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace retake {

Workspace::Workspace(Store &store, TaskQueue &queue, Draft &draft, const Paths &paths,
                     const FrameBook &frames, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_queue(queue)
    , m_draft(draft)
    , m_paths(paths)
    , m_frames(frames)
{
    connect(&m_queue, &TaskQueue::takeAdded, this, &Workspace::addTake);
}

Workspace::~Workspace() = default;

void Workspace::openClip(const QString &file)
{
    delete std::exchange(m_probe, nullptr); // the last wish counts: an earlier one falls away
    m_wanted = {};
    m_probe = new ProbeJob(QFileInfo(file).absoluteFilePath(), m_frames, this);
    connect(m_probe, &ProbeJob::finished, this, [this, file](const Result<ClipInfo> &info) {
        std::exchange(m_probe, nullptr)->deleteLater();
        if (info)
            put(*info);
        else
            Q_EMIT clipRefused(file, info.error());
    });
}

void Workspace::put(const ClipInfo &clip)
{
    const auto stored = m_store.clipForFile(clip.file, QDateTime::currentDateTimeUtc());
    if (!stored) {
        Q_EMIT clipRefused(clip.file, stored.error());
        return;
    }
    m_clip = clip;
    m_clipId = stored->id;
    m_source = {};
    m_before = {};
    const QList<Take> made = takes();
    m_after = made.isEmpty() ? std::nullopt : std::optional(made.constLast().id);
    if (const TakeId wanted = std::exchange(m_wanted, {}); wanted && isVersion(wanted))
        m_after = wanted;
    m_draft.setClip(m_clip, m_clipId);
    Q_EMIT clipOpened();
    Q_EMIT versionsChanged();
    Q_EMIT selectionChanged();
}

void Workspace::openLastClip()
{
    const auto clips = m_store.clips();
    const auto takes = m_store.takes();
    if (!clips || clips->isEmpty())
        return;
    const auto lastUse = [&takes](const Clip &clip) {
        QDateTime latest = clip.addedAt;
        if (takes) {
            for (const Take &take : *takes) {
                if (take.clip == clip.id)
                    latest = std::max(latest, take.createdAt);
            }
        }
        return latest;
    };
    const Clip *last = &clips->constFirst();
    for (const Clip &clip : *clips) {
        if (lastUse(clip) >= lastUse(*last))
            last = &clip;
    }
    if (QFileInfo::exists(last->file))
        openClip(last->file);
}

void Workspace::closeClip()
{
    delete std::exchange(m_probe, nullptr);
    if (!m_clip)
        return;
    m_clip.reset();
    m_clipId = {};
    m_source = {};
    m_before = {};
    m_after.reset();
    m_draft.setClip(std::nullopt);
    Q_EMIT clipClosed();
    Q_EMIT versionsChanged();
    Q_EMIT selectionChanged();
}

QList<Take> Workspace::takes() const
{
    return m_clip ? m_store.takes(m_clipId).value_or(QList<Take>()) : QList<Take>();
}

QList<Workspace::Version> Workspace::versions() const
{
    if (!m_clip)
        return {};
    return versionTree(*m_clip, takes());
}

Workspace::Version Workspace::version(TakeId take) const
{
    for (const Version &version : versions()) {
        if (version.take == take)
            return version;
    }
    return {};
}

bool Workspace::isVersion(TakeId take) const
{
    return m_clip && (!take || takeOfClip(take));
}

Result<Take> Workspace::takeOfClip(TakeId id) const
{
    auto take = m_store.take(id);
    if (take && take->clip != m_clipId)
        return failure(ErrorKind::FileMissing, {take->file});
    return take;
}

void Workspace::showTake(TakeId id)
{
    if (isVersion(id)) {
        setAfter(id);
        return;
    }
    const auto take = m_store.take(id);
    const auto clips = m_store.clips();
    if (!take || !clips)
        return;
    QString file = take->file; // a clip of its own
    for (const Clip &clip : *clips) {
        if (clip.id == take->clip)
            file = clip.file;
    }
    if (m_clip && m_clip->file == file)
        return;
    openClip(file);
    m_wanted = id;
}

void Workspace::setSource(TakeId take)
{
    if (take == m_source || !isVersion(take))
        return;
    if (!take) {
        m_draft.setClip(m_clip, m_clipId);
    } else {
        // Takes last some seconds: reading one here costs less than a frame, and no click falls in between.
        const QString file = version(take).file;
        const auto info = probeClip(file, {}, m_frames);
        if (!info) {
            Q_EMIT clipRefused(file, info.error());
            return;
        }
        m_draft.setClip(*info, m_clipId, take);
    }
    m_source = take;
    Q_EMIT selectionChanged();
}

void Workspace::setBefore(TakeId take)
{
    if (take == m_before || !isVersion(take))
        return;
    m_before = take;
    Q_EMIT selectionChanged();
}

void Workspace::setAfter(std::optional<TakeId> take)
{
    if (take == m_after || (take && !isVersion(*take)))
        return;
    m_after = take;
    Q_EMIT selectionChanged();
}

SentFrames Workspace::sentFrames(TakeId take, TakeId before) const
{
    const auto made = takeOfClip(take);
    QFile file(made ? made->recipe : QString());
    if (!made || !file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject recipe = QJsonDocument::fromJson(file.readAll()).object();
    if (recipe[u"parent_take"].toInteger() != before.value)
        return {};
    const SentNote note = sentNoteFromJson(recipe[u"clip"].toObject());
    return {note.frameMap, note.frameRate};
}

void Workspace::addTake(TakeId id)
{
    if (!m_clip && !m_probe) { // nothing is on the table: one that was imported is a clip of its own
        if (const auto take = m_store.take(id); take && !take->clip)
            openClip(take->file);
        return;
    }
    if (!m_clip || !takeOfClip(id))
        return;
    m_after = id;
    Q_EMIT versionsChanged();
    Q_EMIT selectionChanged();
    Q_EMIT takeArrived(id);
}

Result<void> Workspace::saveTake(TakeId id, const QString &file) const
{
    QString from = m_clip ? m_clip->file : QString();
    if (id) {
        const auto take = m_store.take(id);
        if (!take)
            return failure(take.error());
        from = take->file;
    }
    if (QFileInfo(from) == QFileInfo(file))
        return {}; // it lies there already
    return copyIntoPlace(from, file);
}

Result<void> Workspace::setKept(TakeId take, bool kept)
{
    auto stored = m_store.setKept(take, kept);
    if (stored)
        Q_EMIT versionsChanged();
    return stored;
}

Result<void> Workspace::removeTake(TakeId id)
{
    const auto take = m_store.take(id);
    if (!take)
        return failure(take.error());
    // The row first: a crash in between leaves a file too many, never a take without its file.
    if (auto removed = m_store.removeTake(id); !removed)
        return removed;
    for (const QString &file : {take->file, take->recipe}) {
        if (file.startsWith(QString(m_paths.takesDir() + u'/')))
            QFile::remove(file);
    }
    leaveTake(id);
    Q_EMIT versionsChanged();
    return {};
}

// No selection points at a take that is gone.
void Workspace::leaveTake(TakeId gone)
{
    if (m_source != gone && m_before != gone && m_after != std::optional(gone))
        return;
    if (m_source == gone) {
        m_source = {};
        m_draft.setClip(m_clip, m_clipId);
    }
    if (m_before == gone)
        m_before = {};
    if (m_after == std::optional(gone)) {
        const QList<Take> left = takes();
        m_after = left.isEmpty() ? std::nullopt : std::optional(left.constLast().id);
        if (m_after == std::optional(m_before))
            m_before = {};
    }
    Q_EMIT selectionChanged();
}

} // namespace retake
