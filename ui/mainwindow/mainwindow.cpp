// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "base/paths.h"
#include "base/settings.h"
#include "queue/taskqueue.h"
#include "session/accountbook.h"
#include "session/draft.h"
#include "session/workspace.h"
#include "ui/account/accountdialog.h"
#include "ui/mainwindow/filedialogs.h"
#include "ui/mainwindow/headerbar.h"
#include "ui/mainwindow/mediadrops.h"
#include "ui/mainwindow/picturesalone.h"
#include "ui/mainwindow/shortcutsdialog.h"
#include "ui/mainwindow/sidepanel.h"
#include "ui/mainwindow/stage.h"
#include "ui/mainwindow/takesaving.h"
#include "ui/order/enginename.h"
#include "ui/order/orderpanel.h"
#include "ui/order/sendingdialog.h"
#include "ui/queue/importdialog.h"
#include "ui/queue/queuepanel.h"
#include "ui/theme/iconset.h"
#include "ui/theme/theme.h"
#include "ui/versions/versionspanel.h"
#include "ui/viewer/soundmemory.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/picturefiles.h"
#include "ui/widgets/thumbnails.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileInfo>
#include <QSplitter>
#include <QUrl>

namespace retake {

MainWindow::MainWindow(const Rooms &rooms, QWidget *parent)
    : QMainWindow(parent)
    , m_rooms(rooms)
    , m_thumbnails(new Thumbnails(this))
    , m_header(new HeaderBar(rooms.settings, this))
    , m_messages(new MessageBar(this))
    , m_versions(new VersionsPanel(rooms.workspace, *m_thumbnails, this))
    , m_stage(new Stage(rooms.workspace, rooms.draft, rooms.queue,
                        rooms.sampleClip.isEmpty() ? Stage::Sample::Missing : Stage::Sample::Offered, this))
    , m_order(new OrderPanel(
          {rooms.draft, rooms.workspace, rooms.queue, rooms.accounts, rooms.catalogue, rooms.paths}, this))
    , m_side(new SidePanel({rooms.settings, rooms.paths, rooms.catalogue, rooms.accounts, rooms.queue,
                            rooms.draft, rooms.workspace, rooms.dialogue, rooms.remake},
                           m_order, this))
    , m_queue(
          new QueuePanel(rooms.queue, rooms.accounts, rooms.catalogue, rooms.settings, *m_thumbnails, this))
    , m_saving(new TakeSaving({rooms.workspace, rooms.settings, *m_stage, *m_messages}, this))
    , m_pictures(new PicturesAlone(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Retake"));
    setWindowIcon(programIcon());
    setMinimumSize(1024, 640);
    setCentralWidget(makeBody());
    m_stage->useFrames(m_rooms.frames);
    if (m_rooms.proxies)
        m_stage->useProxies(*m_rooms.proxies);
    if (m_rooms.comparison)
        m_stage->useComparison(*m_rooms.comparison);
    rememberSound(m_stage->sound(), m_rooms.settings);
    makeActions();
    connectParts();
    followAccounts(m_rooms.draft.model().service);
    followClip();
    giveFirstSize(*this, QSize(1440, 900));
    restoreGeometry(m_rooms.settings.windowGeometry());
    m_stage->setFocus();
}

QWidget *MainWindow::makeBody()
{
    auto *body = new QWidget(this);
    auto *middle = new QSplitter(Qt::Horizontal, body);
    middle->setObjectName(QStringLiteral("bodySplitter"));
    middle->setHandleWidth(1);
    middle->setChildrenCollapsible(false);
    m_versions->setMinimumWidth(190);
    m_side->setMinimumWidth(346);
    middle->addWidget(m_versions);
    middle->addWidget(m_stage);
    middle->addWidget(m_side);
    middle->setStretchFactor(0, 0);
    middle->setStretchFactor(1, 1);
    middle->setStretchFactor(2, 0);
    middle->setSizes({236, 857, 347});
    auto *column = new QVBoxLayout(body);
    setGaps(column, 0, 0, 0, 0, 0);
    column->addWidget(m_header);
    column->addWidget(m_messages);
    column->addWidget(middle, 1);
    column->addWidget(m_queue);
    return body;
}

void MainWindow::makeActions()
{
    const auto add = [this](const QString &name, const QString &text, const QList<QKeySequence> &keys) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        action->setShortcuts(keys);
        addAction(action);
        m_actions.append(action);
        return action;
    };
    connect(add(QStringLiteral("openAction"), tr("Open a video"), {QKeySequence(Qt::CTRL | Qt::Key_O)}),
            &QAction::triggered, this, &MainWindow::chooseClip);
    connect(add(QStringLiteral("runAction"), tr("Run the edit"),
                {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}),
            &QAction::triggered, m_side, &SidePanel::run);
    connect(add(QStringLiteral("sendingAction"), tr("See what will be sent"),
                {QKeySequence(Qt::CTRL | Qt::Key_I)}),
            &QAction::triggered, this, &MainWindow::showSending);
    connect(
        add(QStringLiteral("saveAction"), tr("Save the take shown"), {QKeySequence(Qt::CTRL | Qt::Key_S)}),
        &QAction::triggered, m_saving, &TakeSaving::saveShown);
    connect(add(QStringLiteral("pasteAction"), tr("Paste a video or images"),
                {QKeySequence(Qt::CTRL | Qt::Key_V)}),
            &QAction::triggered, this, [this] { take(mediaIn(QApplication::clipboard()->mimeData())); });
    if (m_rooms.remoteTasks)
        connect(add(QStringLiteral("importAction"), tr("Import from the service"),
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}),
                &QAction::triggered, this, &MainWindow::showImport);
    connect(add(QStringLiteral("shortcutsAction"), tr("Keyboard shortcuts"), {QKeySequence(Qt::Key_F1)}),
            &QAction::triggered, this, &MainWindow::showShortcuts);
    m_actions.append(m_pictures->actions());
    connect(add(QStringLiteral("quitAction"), tr("Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}),
            &QAction::triggered, this, &MainWindow::close);
    m_versions->addActions(m_stage->viewerActions()); // Space plays while the list has the focus, too
}

void MainWindow::connectParts()
{
    connect(m_pictures, &PicturesAlone::changed, this, &MainWindow::picturesAlone);
    auto *drops = new MediaDrops(MediaDrops::Taken::Everything, this);
    connect(drops, &MediaDrops::came, m_stage, [this](const DroppedMedia &media) {
        m_stage->showDrag(media.videos.isEmpty() || media.hasPictures() ? Stage::Drag::Pictures
                                                                        : Stage::Drag::Video);
    });
    connect(drops, &MediaDrops::left, m_stage, [this] { m_stage->showDrag(Stage::Drag::Away); });
    connect(drops, &MediaDrops::dropped, this, &MainWindow::take);
    connect(m_header, &HeaderBar::openWanted, this, &MainWindow::chooseClip);
    connect(m_header, &HeaderBar::accountWanted, this, &MainWindow::showAccount);
    connect(m_header, &HeaderBar::shortcutsWanted, this, &MainWindow::showShortcuts);
    connect(m_header, &HeaderBar::languageChosen, this, [this](const QString &language) {
        m_rooms.settings.setLanguage(language);
        m_messages->tell(MessageBar::Mood::Info, tr("The language changes when Retake is started again."));
    });
    connect(m_header, &HeaderBar::themeChosen, this, [this](Settings::Theme theme) {
        m_rooms.settings.setTheme(theme);
        m_rooms.theme.choose(theme);
    });
    connect(&m_rooms.theme, &Theme::changed, this, [this] {
        m_order->restyle();
        followEngine();
    });
    connect(m_stage, &Stage::openWanted, this, &MainWindow::chooseClip);
    connect(m_stage, &Stage::sampleWanted, this, [this] { openClip(m_rooms.sampleClip); });
    connect(m_stage, &Stage::saveWanted, m_saving, &TakeSaving::saveShown);
    connect(m_stage, &Stage::clipDropped, this, &MainWindow::openClip);
    connect(m_stage, &Stage::fileWanted, this, &MainWindow::chooseFileToCompare);
    connect(m_stage, &Stage::pictureCopied, m_messages, &MessageBar::tellCopied);
    connect(m_stage, &Stage::pictureSaved, m_messages, &MessageBar::tellSaved);
    connect(m_stage, &Stage::failed, this, &MainWindow::tell);
    connect(m_versions, &VersionsPanel::saveWanted, m_saving, &TakeSaving::save);
    connect(m_versions, &VersionsPanel::gridWanted, m_stage, &Stage::toggleInGrid);
    m_versions->setGridPlaces([this](TakeId take) {
        const auto place = m_stage->gridPlaceOf(take);
        if (!place)
            return m_stage->isGridFull() ? GridPlace::NoRoom : GridPlace::None;
        return isFurther(*place) ? GridPlace::Further : GridPlace::Pair;
    });
    connect(m_versions, &VersionsPanel::failed, this, &MainWindow::tell);
    connect(m_order, &OrderPanel::videosGiven, this,
            [this](const QStringList &files) { openClip(files.constFirst()); });
    connect(m_order, &OrderPanel::sendingWanted, this, &MainWindow::showSending);
    connect(m_queue, &QueuePanel::refused, this, &MainWindow::tell);
    connect(m_queue, &QueuePanel::cureWanted, this, [this](const Task &task, Cure wanted) {
        if (wanted == Cure::EditInstruction && m_side->showTurn(task.order.turn))
            return;
        if (wanted == Cure::EditInstruction)
            m_rooms.draft.setPrompt(task.order.prompt);
        cure(wanted, m_rooms.accounts.account(task.order.account).service);
    });
    connect(m_queue, &QueuePanel::takeWanted, this, [this](TakeId id) { m_rooms.workspace.showTake(id); });
    connect(m_queue, &QueuePanel::editWanted, m_order, &OrderPanel::edit);
    connect(m_order, &OrderPanel::refused, this, &MainWindow::tell);
    connect(m_queue, &QueuePanel::told, this, [this](const QString &title, const QString &advice) {
        m_messages->tell(MessageBar::Mood::Info, title, advice);
    });
    connect(m_queue, &QueuePanel::folderWanted, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_rooms.paths.takesDir())); });
    if (m_rooms.remoteTasks) {
        m_queue->head().offer(QueueHead::Act::Import);
        connect(m_queue, &QueuePanel::importWanted, this, &MainWindow::showImport);
    }
    connect(&m_rooms.accounts, &AccountBook::changed, this, &MainWindow::followAccounts);
    connect(&m_rooms.draft, &Draft::changed, this, &MainWindow::followEngine);
    connect(m_side, &SidePanel::engineChanged, this, &MainWindow::followEngine);
    connect(m_side, &SidePanel::accountWanted, this, &MainWindow::showAccount);
    connect(m_side, &SidePanel::frameSaved, m_messages, &MessageBar::tellSaved);
    connect(&m_rooms.workspace, &Workspace::clipOpened, this, &MainWindow::followClip);
    connect(&m_rooms.workspace, &Workspace::clipClosed, this, &MainWindow::followClip);
    connect(&m_rooms.workspace, &Workspace::clipRefused, this,
            [this](const QString &, const Error &error) { tell(error); });
    // The take itself is the message: it stands beside its source by now.
    connect(&m_rooms.workspace, &Workspace::takeArrived, this, [this] { QApplication::alert(this); });
}

void MainWindow::openClip(const QString &file)
{
    m_messages->dismiss();
    m_rooms.settings.setLastFolder(QFileInfo(file).absolutePath());
    m_rooms.workspace.openClip(file);
}

void MainWindow::chooseClip()
{
    QFileDialog *dialog = makeOpenDialog(m_rooms.settings.lastFolder(), this);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openClip);
    dialog->open();
}

void MainWindow::chooseFileToCompare(Side side)
{
    QFileDialog *dialog = makeOpenDialog(m_rooms.settings.lastFolder(), this);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, side](const QString &file) { m_stage->compareWith(file, side); });
    dialog->open();
}

void MainWindow::take(const DroppedMedia &media)
{
    if (!media.videos.isEmpty())
        openClip(media.videos.constFirst());
    if (media.hasPictures())
        m_side->addMedia(media);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // Nothing is lost: what runs goes on at the next start, what was not sent waits for a click.
    if (!m_pictures->isOn())
        m_rooms.settings.setWindowGeometry(saveGeometry());
    event->accept();
}

void MainWindow::followAccounts(const QString &service)
{
    if (service != m_rooms.draft.model().service)
        return;
    m_rooms.draft.setAccount(m_rooms.accounts.current(service));
    followEngine();
}

void MainWindow::followEngine()
{
    const Account &account = m_side->account();
    if (account.isPractice())
        m_header->showEngine(tr("Practice service · offline, no AI"), HeaderBar::EngineMood::Practice);
    else
        m_header->showEngine(engineName(account, m_side->model(), m_rooms.catalogue),
                             HeaderBar::EngineMood::Ready);
}

void MainWindow::followClip()
{
    const auto &clip = m_rooms.workspace.clip();
    m_versions->setVisible(clip.has_value() && !m_pictures->isOn());
    const QString name = clip ? QFileInfo(clip->file).fileName() : QString();
    m_header->showClip(name, clip ? clip->file : QString());
    setWindowTitle(name.isEmpty() ? tr("Retake") : tr("%1 – Retake").arg(name));
    if (clip) {
        m_messages->dismiss();
        m_side->focusWords();
    }
}

void MainWindow::showAccount()
{
    showAccountOf(m_side->model().service);
}

void MainWindow::showAccountOf(const QString &service)
{
    auto *dialog = new AccountDialog(m_rooms.accounts, m_rooms.catalogue, this);
    dialog->choose(service);
    dialog->open();
}

void MainWindow::showImport()
{
    if (!m_rooms.remoteTasks)
        return;
    auto *dialog = new ImportDialog(*m_rooms.remoteTasks, m_rooms.accounts, m_rooms.catalogue, this);
    connect(dialog, &ImportDialog::accountWanted, this,
            [this] { showAccountOf(m_rooms.draft.model().service); });
    dialog->open();
}

void MainWindow::showShortcuts()
{
    auto *dialog =
        new ShortcutsDialog({{tr("Window"), m_actions}, {tr("Viewer"), m_stage->viewerActions()}}, this);
    dialog->open();
}

void MainWindow::showSending()
{
    if (!m_rooms.draft.clip() && m_rooms.draft.remoteClip().isEmpty())
        return;
    if (!m_sending) {
        m_sending = new SendingDialog(m_rooms.preparation, m_rooms.draft, m_rooms.catalogue, this);
        connect(m_sending, &SendingDialog::runWanted, m_order, &OrderPanel::run);
        connect(m_sending, &SendingDialog::cureWanted, this, [this](Cure wanted) { cure(wanted); });
        connect(m_sending, &SendingDialog::mendWanted, this, [this] {
            activateWindow();
            m_order->showWhatIsWrong();
        });
        connect(m_order, &OrderPanel::ordered, m_sending, &QDialog::reject);
        m_sending->standBeside(*m_order);
    }
    m_sending->show();
    m_sending->raise();
    m_sending->activateWindow();
}

void MainWindow::cure(Cure wanted, const QString &service)
{
    switch (wanted) {
    case Cure::None:
    case Cure::Retry:
    case Cure::SendAgain:
    case Cure::LookAgain:
        return;
    case Cure::OpenAccount:
        showAccountOf(service.isEmpty() ? m_rooms.draft.model().service : service);
        return;
    case Cure::ChooseClip:
        chooseClip();
        return;
    case Cure::EditInstruction:
        activateWindow();
        m_side->showInstruction();
        return;
    case Cure::ChooseReferences:
        activateWindow();
        m_order->focusReferences();
        return;
    case Cure::OpenFolder:
    case Cure::FreeSpace:
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_rooms.paths.dataDir()));
        return;
    }
}

void MainWindow::picturesAlone(bool alone)
{
    m_header->setVisible(!alone);
    m_side->setVisible(!alone);
    m_queue->setVisible(!alone);
    m_versions->setVisible(!alone && m_rooms.workspace.clip());
    m_stage->setSurroundings(alone ? Surroundings::Hidden : Surroundings::Shown);
    if (alone)
        m_messages->dismiss();
}

void MainWindow::setMode(ViewMode mode)
{
    m_stage->setMode(mode);
}

void MainWindow::present()
{
    m_pictures->enter();
}

void MainWindow::warn(const QString &title, const QString &advice)
{
    m_messages->tell(MessageBar::Mood::Warning, title, advice);
}

void MainWindow::tell(const Error &error)
{
    m_messages->tell(error);
    const Cure wanted = sentenceFor(error).cure;
    if (wanted == Cure::ChooseClip || wanted == Cure::OpenAccount)
        m_messages->offer(cureLabel(wanted), [this, wanted, service = m_rooms.accounts.serviceIn(error)] {
            cure(wanted, service);
        });
}

} // namespace retake
