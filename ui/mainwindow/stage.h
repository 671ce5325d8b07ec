// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "model/clipinfo.h"
#include "model/order.h"
#include "model/sentframes.h"
#include "playback/side.h"
#include "session/workspace.h"
#include "ui/viewer/viewerversion.h"
#include "ui/viewer/viewmode.h"

#include <QList>
#include <QStackedWidget>
#include <QStringList>

#include <array>
#include <optional>

class QAction;

namespace retake {

class Comparison;
class Draft;
class DropZones;
class FirstRunPage;
class FrameBook;
class PairSound;
class Proxies;
class TaskQueue;
class ViewerPane;

// The middle of the window: the first-run page while no clip is open, else the viewer, kept in step with the
// workspace's selection and the draft's trim.
class Stage : public QStackedWidget
{
    Q_OBJECT
public:
    enum class Sample { Offered, Missing };

    Stage(Workspace &workspace, Draft &draft, const TaskQueue &queue, Sample sample,
          QWidget *parent = nullptr);

    void useComparison(Comparison &comparison);
    void useProxies(const Proxies &proxies); // those that are ready, and those to come
    void useFrames(const FrameBook &frames); // of clips that were scanned before

    PairSound &sound() const;

    enum class Drag { Away, Pictures, Video };

    void showDrag(Drag drag);
    // Any file beside the version shown, until another version is chosen; the pickers keep it for this clip.
    void compareWith(const QString &file, Side side = Side::After);
    bool showsFile(Side side) const; // rather than a version; of the pair
    std::optional<Side> gridPlaceOf(TakeId take) const;
    bool isGridFull() const;
    void toggleInGrid(TakeId take); // shows it in the grid; a further take that is there is taken out
    void setSurroundings(Surroundings surroundings);
    void setMode(ViewMode mode);
    QList<QAction *> viewerActions() const;

Q_SIGNALS:
    void openWanted();
    void sampleWanted();
    void saveWanted();
    void fileWanted(retake::Side side); // to compare with
    void clipDropped(const QString &file);
    void pictureCopied();
    void pictureSaved(const QString &file);
    void failed(const retake::Error &error);

private:
    void followVersions();
    void choose(Side side, qint64 id);
    void leaveFiles();
    void showBefore();
    void showAfter();
    void followFrames();
    ViewerTake takeFor(const Workspace::Version &version) const;
    std::optional<ViewerTake> takeOf(qint64 id) const;
    void followSelection();
    void followDraft();
    void trim(const std::optional<Trim> &piece);
    Microseconds startOf(TakeId take) const;

    Workspace &m_workspace;
    Draft &m_draft;
    const TaskQueue &m_queue;
    FirstRunPage *m_first;
    ViewerPane *m_viewer;
    DropZones *m_zones;
    QStringList m_files;                // compared with this clip; ids -1, -2 ... in the pickers
    std::array<QString, 2> m_shownFile; // in place of a version
    QString m_clipFile;
    TakeId m_lastBefore;
    std::optional<TakeId> m_lastAfter;
    TakeId m_lastSource;
    QString m_beforeFile; // what the viewer shows, so that it is not opened anew
    QString m_afterFile;
    Pairing m_pairing; // of After
    bool m_correspond = true;
};

} // namespace retake
