// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "media/framebook.h"
#include "model/clipinfo.h"
#include "model/sentframes.h"
#include "model/take.h"

#include <QObject>

namespace retake {

class Draft;
class Paths;
class ProbeJob;
class Store;
class TaskQueue;

// What is on the table: the open clip, its takes, and which two versions are compared.
class Workspace : public QObject
{
    Q_OBJECT
public:
    Workspace(Store &store, TaskQueue &queue, Draft &draft, const Paths &paths, const FrameBook &frames = {},
              QObject *parent = nullptr);
    ~Workspace() override;

    // A version is the clip itself (no take id) or one of its takes.
    struct Version
    {
        TakeId take;
        QString title;
        QString file;
        int depth = 0; // 0 the clip, 1 an edit of it, 2 an edit of an edit ...
        bool kept = false;
        Microseconds duration{0};
        QSize size;
        TurnId turn{}; // whose description it was made from, if it was
    };

    void openClip(const QString &file); // probes on a pool thread; clipOpened or clipRefused
    void openLastClip();                // the clip of the newest take or opening, if its file is still there
    void closeClip();

    const std::optional<ClipInfo> &clip() const { return m_clip; }

    ClipId clipId() const { return m_clipId; }

    bool isOpening() const { return m_probe != nullptr; }

    QList<Version> versions() const; // the tree, flattened: the clip first, children after their parent
    Version version(TakeId take) const;
    void showTake(TakeId take);  // as After; one of another clip, or of none (imported), opens what it is of
    void setSource(TakeId take); // the version that the next edit starts from; none: the clip

    TakeId source() const { return m_source; }

    void setBefore(TakeId take);
    void setAfter(std::optional<TakeId> take); // nullopt: nothing to compare yet

    TakeId before() const { return m_before; }

    std::optional<TakeId> after() const { return m_after; }

    // Which frames of `before` those of the take were made from, by its recipe. Empty when it was made from
    // another version, or the recipe does not tell.
    SentFrames sentFrames(TakeId take, TakeId before) const;

    Result<void> saveTake(TakeId take, const QString &file) const; // a copy, put in place whole
    Result<void> setKept(TakeId take, bool kept);
    Result<void> removeTake(TakeId take); // row and files

Q_SIGNALS:
    void clipOpened();
    void clipRefused(const QString &file, const retake::Error &error); // the clip that was open stays
    void clipClosed();
    void versionsChanged();
    void selectionChanged();               // source, before or after
    void takeArrived(retake::TakeId take); // of this clip: now shown as After

private:
    void put(const ClipInfo &clip);
    void addTake(TakeId id);
    void leaveTake(TakeId gone);
    bool isVersion(TakeId take) const;
    Result<Take> takeOfClip(TakeId take) const;
    QList<Take> takes() const;

    Store &m_store;
    TaskQueue &m_queue;
    Draft &m_draft;
    const Paths &m_paths;
    FrameBook m_frames;
    std::optional<ClipInfo> m_clip;
    ClipId m_clipId;
    ProbeJob *m_probe = nullptr;
    TakeId m_wanted; // to be shown when its clip is open
    TakeId m_source;
    TakeId m_before;
    std::optional<TakeId> m_after;
};

} // namespace retake
