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
#include "ui/mainwindow/shortcutsdialog.h"
#include "ui/mainwindow/stage.h"
#include "ui/order/enginename.h"
#include "ui/order/orderpanel.h"
#include "ui/order/sendingdialog.h"
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
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QScreen>
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
    , m_queue(new QueuePanel(rooms.queue, rooms.accounts, rooms.catalogue, *m_thumbnails, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Retake"));
    setWindowIcon(programIcon());
    setAcceptDrops(true);
    setMinimumSize(1024, 640);
    setCentralWidget(makeBody());
    if (m_rooms.proxies)
        m_stage->useProxies(*m_rooms.proxies);
    if (m_rooms.comparison)
        m_stage->useComparison(*m_rooms.comparison);
    rememberSound(m_stage->sound(), m_rooms.settings);
    makeActions();
    connectParts();
    followAccounts();
    followClip();
    const QSize frame(16, 48); // what a window manager may put around
    resize(QSize(1440, 900).boundedTo(screen()->availableSize() - frame).expandedTo(minimumSize()));
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
    m_order->setMinimumWidth(346);
    middle->addWidget(m_versions);
    middle->addWidget(m_stage);
    middle->addWidget(m_order);
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
            &QAction::triggered, m_order, &OrderPanel::run);
    connect(add(QStringLiteral("sendingAction"), tr("See what will be sent"),
                {QKeySequence(Qt::CTRL | Qt::Key_I)}),
            &QAction::triggered, this, &MainWindow::showSending);
    connect(
        add(QStringLiteral("saveAction"), tr("Save the take shown"), {QKeySequence(Qt::CTRL | Qt::Key_S)}),
        &QAction::triggered, this, &MainWindow::saveShown);
    connect(add(QStringLiteral("pasteAction"), tr("Paste a video or images"),
                {QKeySequence(Qt::CTRL | Qt::Key_V)}),
            &QAction::triggered, this, &MainWindow::paste);
    connect(add(QStringLiteral("shortcutsAction"), tr("Keyboard shortcuts"), {QKeySequence(Qt::Key_F1)}),
            &QAction::triggered, this, &MainWindow::showShortcuts);
    m_picturesAction =
        add(QStringLiteral("picturesAction"), tr("The pictures alone"), {QKeySequence(Qt::Key_F11)});
    m_picturesAction->setCheckable(true);
    connect(m_picturesAction, &QAction::toggled, this, &MainWindow::picturesAlone);
    m_leavePictures =
        add(QStringLiteral("leavePicturesAction"), tr("Back to the window"), {QKeySequence(Qt::Key_Escape)});
    m_leavePictures->setEnabled(false);
    connect(m_leavePictures, &QAction::triggered, m_picturesAction, &QAction::toggle);
    connect(add(QStringLiteral("quitAction"), tr("Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}),
            &QAction::triggered, this, &MainWindow::close);
    m_versions->addActions(m_stage->viewerActions()); // Space plays while the list has the focus, too
}

void MainWindow::connectParts()
{
    connect(m_header, &HeaderBar::openWanted, this, &MainWindow::chooseClip);
    connect(m_header, &HeaderBar::accountWanted, this, &MainWindow::showAccount);
    connect(m_header, &HeaderBar::shortcutsWanted, this, &MainWindow::showShortcuts);
    connect(m_header, &HeaderBar::languageChosen, this, &MainWindow::chooseLanguage);
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
    connect(m_stage, &Stage::saveWanted, this, &MainWindow::saveShown);
    connect(m_stage, &Stage::clipDropped, this, &MainWindow::openClip);
    connect(m_stage, &Stage::fileWanted, this, &MainWindow::chooseFileToCompare);
    connect(m_stage, &Stage::pictureCopied, this,
            [this] { m_messages->tell(MessageBar::Mood::Ok, tr("The picture is in the clipboard.")); });
    connect(m_stage, &Stage::pictureSaved, this, &MainWindow::tellSaved);
    connect(m_stage, &Stage::failed, this, &MainWindow::tell);
    connect(m_versions, &VersionsPanel::saveWanted, this, &MainWindow::save);
    connect(m_versions, &VersionsPanel::failed, this, &MainWindow::tell);
    connect(m_order, &OrderPanel::videosGiven, this,
            [this](const QStringList &files) { openClip(files.constFirst()); });
    connect(m_order, &OrderPanel::sendingWanted, this, &MainWindow::showSending);
    connect(m_queue, &QueuePanel::refused, this, &MainWindow::tell);
    connect(m_queue, &QueuePanel::cureWanted, this,
            [this](const Task &task, Cure wanted) { cure(task, wanted); });
    connect(m_queue, &QueuePanel::takeWanted, this, [this](TakeId id) { m_rooms.workspace.setAfter(id); });
    connect(&m_rooms.accounts, &AccountBook::changed, this, &MainWindow::followAccounts);
    connect(&m_rooms.draft, &Draft::changed, this, &MainWindow::followEngine);
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

void MainWindow::saveShown()
{
    if (!m_rooms.workspace.clip())
        return;
    if (m_stage->showsFile(Side::After)) {
        m_messages->tell(MessageBar::Mood::Info, tr("What is shown as After is a file of yours."),
                         tr("Choose a take as After to save it."));
        return;
    }
    const std::optional<TakeId> shown = m_rooms.workspace.after();
    if (shown && *shown)
        save(*shown);
    else if (m_rooms.workspace.before())
        save(m_rooms.workspace.before());
    else
        m_messages->tell(MessageBar::Mood::Info, tr("There is no take to save yet."),
                         tr("Say what to change and run the edit; the take can be saved then."));
}

void MainWindow::save(TakeId take)
{
    const Workspace::Version version = m_rooms.workspace.version(take);
    QFileDialog *dialog = makeSaveDialog(m_rooms.settings.lastFolder(), version.title, this);
    connect(dialog, &QFileDialog::fileSelected, this, [this, take](const QString &file) {
        if (const auto saved = m_rooms.workspace.saveTake(take, file); !saved) {
            tell(saved.error());
            return;
        }
        tellSaved(file);
    });
    dialog->open();
}

void MainWindow::tellSaved(const QString &file)
{
    m_messages->tell(MessageBar::Mood::Ok, tr("Saved as %1").arg(QFileInfo(file).fileName()));
    m_messages->offer(tr("Show in folder"), [file] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
    });
}

void MainWindow::take(const DroppedMedia &media)
{
    if (!media.videos.isEmpty())
        openClip(media.videos.constFirst());
    if (media.hasPictures())
        m_order->addMedia(media);
}

void MainWindow::paste()
{
    take(mediaIn(QApplication::clipboard()->mimeData()));
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!carriesMedia(event->mimeData()))
        return;
    event->acceptProposedAction();
    const DroppedMedia media = mediaIn(event->mimeData());
    m_stage->showDrag(media.videos.isEmpty() || media.hasPictures() ? Stage::Drag::Pictures
                                                                    : Stage::Drag::Video);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_stage->showDrag(Stage::Drag::Away);
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_stage->showDrag(Stage::Drag::Away);
    const DroppedMedia media = mediaIn(event->mimeData());
    if (media.isEmpty())
        return;
    event->acceptProposedAction();
    take(media);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // Nothing is lost: what runs goes on at the next start, what was not sent waits for a click.
    if (!m_picturesAction->isChecked())
        m_rooms.settings.setWindowGeometry(saveGeometry());
    event->accept();
}

void MainWindow::followAccounts()
{
    m_rooms.draft.setAccount(m_rooms.accounts.current());
    followEngine();
}

void MainWindow::followEngine()
{
    const Account &account = m_rooms.draft.account();
    if (account.isPractice())
        m_header->showEngine(tr("Practice service · offline, no AI"), HeaderBar::EngineMood::Practice);
    else
        m_header->showEngine(engineName(account, m_rooms.draft.model(), m_rooms.catalogue),
                             HeaderBar::EngineMood::Ready);
}

void MainWindow::followClip()
{
    const auto &clip = m_rooms.workspace.clip();
    m_versions->setVisible(clip.has_value() && !m_picturesAction->isChecked());
    const QString name = clip ? QFileInfo(clip->file).fileName() : QString();
    m_header->showClip(name, clip ? clip->file : QString());
    setWindowTitle(name.isEmpty() ? tr("Retake") : tr("%1 – Retake").arg(name));
    if (clip) {
        m_messages->dismiss();
        m_order->focusInstruction();
    }
}

void MainWindow::showAccount()
{
    auto *dialog = new AccountDialog(m_rooms.accounts, m_rooms.catalogue, this);
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
        // Where there is room, the instruction beside it stays in sight.
        const QSize room(m_order->mapTo(this, QPoint()).x(), height());
        const QSize left = room - m_sending->size();
        if (left.width() >= 0 && left.height() >= 0)
            m_sending->move(mapToGlobal(QPoint(left.width(), left.height()) / 2));
    }
    m_sending->show();
    m_sending->raise();
    m_sending->activateWindow();
}

void MainWindow::cure(Cure wanted)
{
    switch (wanted) {
    case Cure::None:
    case Cure::Retry:
    case Cure::SendAgain:
    case Cure::LookAgain:
        return;
    case Cure::OpenAccount:
        showAccount();
        return;
    case Cure::ChooseClip:
        chooseClip();
        return;
    case Cure::EditInstruction:
        activateWindow();
        m_order->focusInstruction();
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
    m_order->setVisible(!alone);
    m_queue->setVisible(!alone);
    m_versions->setVisible(!alone && m_rooms.workspace.clip());
    m_stage->setSurroundings(alone ? Surroundings::Hidden : Surroundings::Shown);
    if (alone) {
        m_messages->dismiss();
        m_stateBefore = windowState();
        setWindowState(m_stateBefore | Qt::WindowFullScreen);
    } else {
        setWindowState(m_stateBefore);
    }
    m_leavePictures->setEnabled(alone);
}

void MainWindow::cure(const Task &task, Cure wanted)
{
    if (wanted == Cure::EditInstruction)
        m_rooms.draft.setPrompt(task.order.prompt);
    cure(wanted);
}

void MainWindow::setMode(ViewMode mode)
{
    m_stage->setMode(mode);
}

void MainWindow::present()
{
    m_picturesAction->setChecked(true);
}

void MainWindow::tell(const Error &error)
{
    const ErrorSentence sentence = sentenceFor(error);
    m_messages->tell(MessageBar::Mood::Error, sentence.title, sentence.advice);
    if (sentence.cure == Cure::ChooseClip)
        m_messages->offer(cureLabel(sentence.cure), [this] { chooseClip(); });
    else if (sentence.cure == Cure::OpenAccount)
        m_messages->offer(cureLabel(sentence.cure), [this] { showAccount(); });
}

void MainWindow::chooseLanguage(const QString &language)
{
    m_rooms.settings.setLanguage(language);
    m_messages->tell(MessageBar::Mood::Info, tr("The language changes when Retake is started again."));
}

} // namespace retake
