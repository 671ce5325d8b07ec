// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "media/framebook.h"
#include "model/catalogue.h"
#include "playback/side.h"
#include "session/errorsentence.h"
#include "ui/viewer/viewmode.h"

#include <QMainWindow>

namespace retake {

class AccountBook;
class Comparison;
class Dialogue;
class Draft;
class HeaderBar;
class MessageBar;
class OrderPanel;
class Paths;
class PicturesAlone;
class Preparation;
class Proxies;
class QueuePanel;
class RemakeDraft;
class RemoteTasks;
class SendingDialog;
class Settings;
class SidePanel;
class Stage;
class TakeSaving;
class TaskQueue;
class Theme;
class Thumbnails;
class VersionsPanel;
class Workspace;
struct DroppedMedia;

// The window: puts the parts together, and routes what was dropped, pasted, said and asked for.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    // What the window works on; all of it outlives the window.
    struct Rooms
    {
        Settings &settings;
        const Paths &paths;
        const Catalogue &catalogue;
        AccountBook &accounts;
        TaskQueue &queue;
        Draft &draft;
        Workspace &workspace;
        Preparation &preparation;
        Theme &theme;
        QString sampleClip;                 // empty: there is none to try
        Proxies *proxies = nullptr;         // null: clips are played as they are
        Comparison *comparison = nullptr;   // null: what changed is not measured
        RemoteTasks *remoteTasks = nullptr; // null: nothing is imported
        FrameBook frames = {};              // of the clips that were probed
        Dialogue *dialogue = nullptr;       // null, or no remake: clips are only edited
        RemakeDraft *remake = nullptr;
    };

    explicit MainWindow(const Rooms &rooms, QWidget *parent = nullptr);

    void openClip(const QString &file);
    void setMode(ViewMode mode);
    void present();                // the pictures alone
    void showImport();             // what the service has
    void tell(const Error &error); // in the message bar
    void warn(const QString &title, const QString &advice);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeActions();
    QWidget *makeBody();
    void connectParts();
    void take(const DroppedMedia &media);
    void chooseClip();
    void chooseFileToCompare(Side side);
    void followAccounts(const QString &service);
    void followEngine();
    void followClip();
    void showAccount();
    void showAccountOf(const QString &service);
    void showShortcuts();
    void showSending();
    void picturesAlone(bool alone);
    void cure(Cure wanted, const QString &service = {}); // empty: that of the draft's model

    Rooms m_rooms;
    Thumbnails *m_thumbnails;
    HeaderBar *m_header;
    MessageBar *m_messages;
    VersionsPanel *m_versions;
    Stage *m_stage;
    OrderPanel *m_order;
    SidePanel *m_side;
    QueuePanel *m_queue;
    TakeSaving *m_saving;
    PicturesAlone *m_pictures;
    SendingDialog *m_sending = nullptr; // from the first wish on
    QList<QAction *> m_actions;
};

} // namespace retake
