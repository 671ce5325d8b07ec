// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "model/clipinfo.h"
#include "model/order.h"
#include "model/sentframes.h"

#include <QList>
#include <QStackedWidget>

class QAction;

namespace retake {

class Draft;
class FirstRunPage;
class PairSound;
class Proxies;
class TaskQueue;
class ViewerPane;
class Workspace;

// The middle of the window: the first-run page while no clip is open, else the viewer, kept in step with the
// workspace's selection and the draft's trim.
class Stage : public QStackedWidget
{
    Q_OBJECT
public:
    enum class Sample { Offered, Missing };

    Stage(Workspace &workspace, Draft &draft, const TaskQueue &queue, Sample sample,
          QWidget *parent = nullptr);

    void useProxies(const Proxies &proxies); // those that are ready, and those to come

    PairSound &sound() const;

    void setDropping(bool over);
    QList<QAction *> viewerActions() const;

Q_SIGNALS:
    void openWanted();
    void sampleWanted();
    void saveWanted();
    void failed(const retake::Error &error);

private:
    void followVersions();
    void followSelection();
    void followDraft();
    void trim(const std::optional<Trim> &piece);
    Microseconds startOf(TakeId take) const;

    Workspace &m_workspace;
    Draft &m_draft;
    const TaskQueue &m_queue;
    FirstRunPage *m_first;
    ViewerPane *m_viewer;
    TakeId m_lastSource;
    QString m_beforeFile; // what the viewer shows, so that it is not opened anew
    QString m_afterFile;
    Microseconds m_offset{0};
    SentFrames m_sent;
};

} // namespace retake
