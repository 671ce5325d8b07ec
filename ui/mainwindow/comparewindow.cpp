// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/comparewindow.h"

#include "playback/pairplayer.h"
#include "session/errorsentence.h"
#include "ui/mainwindow/dropzones.h"
#include "ui/mainwindow/filedialogs.h"
#include "ui/mainwindow/shortcutsdialog.h"
#include "ui/theme/iconset.h"
#include "ui/viewer/gridcontrol.h"
#include "ui/viewer/viewerpane.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/picturefiles.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QScreen>
#include <QUrl>
#include <QVBoxLayout>

namespace retake {

namespace {

using namespace std::chrono_literals;

constexpr auto firstFilePatience = 1s;
constexpr QSize usualSize(1280, 800);

// File names, with the folder where names alone do not tell two files apart.
QString titleOf(const QString &file, const QStringList &files)
{
    const QFileInfo info(file);
    for (const QString &other : files) {
        if (other != file && QFileInfo(other).fileName() == info.fileName())
            return QString(info.dir().dirName() + u'/' + info.fileName());
    }
    return info.fileName();
}

} // namespace

CompareWindow::CompareWindow(const QString &before, const QString &after, QWidget *parent)
    : QWidget(parent)
    , m_viewer(new ViewerPane(this))
    , m_zones(new DropZones({tr("Show as Before"), tr("Show as After"), tr("Show here")}, this))
    , m_messages(new MessageBar(this))
{
    setObjectName(QStringLiteral("compareWindow"));
    setWindowIcon(programIcon());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_viewer, 1);
    m_viewer->hideSaving();
    makeActions();
    connect(m_viewer, &ViewerPane::beforeChosen, this,
            [this](qint64 id) { showFile(Side::Before, m_files.value(id)); });
    connect(m_viewer, &ViewerPane::afterChosen, this,
            [this](qint64 id) { showFile(Side::After, m_files.value(id)); });
    connect(m_viewer, &ViewerPane::fileWanted, this, &CompareWindow::chooseFile);
    m_viewer->grid().setLookup([this](qint64 id) {
        const QString file = m_files.value(id);
        return file.isEmpty() ? std::nullopt : std::optional(ViewerTake{file, titleOf(file, m_files)});
    });
    connect(m_viewer, &ViewerPane::pictureCopied, this,
            [this] { m_messages->tell(MessageBar::Mood::Ok, tr("The picture is in the clipboard.")); });
    connect(m_viewer, &ViewerPane::pictureSaved, this, [this](const QString &saved) {
        m_messages->tell(MessageBar::Mood::Ok, tr("Saved as %1").arg(QFileInfo(saved).fileName()));
        m_messages->offer(tr("Show in folder"), [saved] {
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(saved).absolutePath()));
        });
    });
    connect(m_viewer, &ViewerPane::outputFailed, this, [this](const Error &error) {
        const ErrorSentence sentence = sentenceFor(error);
        m_messages->tell(MessageBar::Mood::Error, sentence.title, sentence.advice);
    });
    connect(m_zones, &DropZones::dropped, this, &CompareWindow::showFile);
    setAcceptDrops(true);
    connect(m_viewer, &ViewerPane::failed, this, &CompareWindow::failed);
    const auto open = [this] {
        m_patience.stop();
        if (!m_opened) {
            m_opened = true;
            Q_EMIT shown();
        }
    };
    connect(m_viewer->player(), &PairPlayer::opened, this, open);
    connect(&m_patience, &QTimer::timeout, this, open);
    m_patience.setSingleShot(true);
    m_patience.start(firstFilePatience);

    m_files = QStringList{before, after};
    m_files.removeDuplicates();
    showFile(Side::Before, before);
    showFile(Side::After, after);
    const QSize frame(16, 48); // what a window manager may put around
    resize(usualSize.boundedTo(screen()->availableSize() - frame).expandedTo(minimumSizeHint()));
    move(screen()->availableGeometry().center() - rect().center());
    m_viewer->setFocus();
}

void CompareWindow::makeActions()
{
    const auto add = [this](const QString &name, const QString &text, const QKeySequence &key) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        action->setShortcut(key);
        addAction(action);
        m_actions.append(action);
        return action;
    };
    m_picturesAction = add(QStringLiteral("picturesAction"), tr("The pictures alone"), Qt::Key_F11);
    m_picturesAction->setCheckable(true);
    connect(m_picturesAction, &QAction::toggled, this, &CompareWindow::picturesAlone);
    m_leavePictures = add(QStringLiteral("leavePicturesAction"), tr("Back to the window"), Qt::Key_Escape);
    m_leavePictures->setEnabled(false);
    connect(m_leavePictures, &QAction::triggered, m_picturesAction, &QAction::toggle);
    connect(add(QStringLiteral("shortcutsAction"), tr("Keyboard shortcuts"), Qt::Key_F1), &QAction::triggered,
            this, &CompareWindow::showShortcuts);
    connect(add(QStringLiteral("quitAction"), tr("Quit"), Qt::CTRL | Qt::Key_Q), &QAction::triggered, this,
            &CompareWindow::close);
    addActions(m_viewer->actions()); // wherever the focus is: there is nothing but the viewer here
}

void CompareWindow::setMode(ViewMode mode)
{
    m_viewer->setMode(mode);
}

void CompareWindow::present()
{
    m_picturesAction->setChecked(true);
}

void CompareWindow::showFile(Side side, const QString &file)
{
    if (file.isEmpty())
        return;
    if (!m_files.contains(file))
        m_files.append(file);
    if (isFurther(side)) {
        followVersions();
        m_viewer->grid().put(side, m_files.indexOf(file));
        return;
    }
    m_shown[std::size_t(side)] = file;
    m_errors[std::size_t(side)].reset();
    followVersions();
    const QString title = titleOf(file, m_files);
    if (side == Side::Before)
        m_viewer->showBefore(file, title, m_files.indexOf(file));
    else
        m_viewer->showAfter(file, title, m_files.indexOf(file));
    setWindowTitle(
        tr("%1 and %2 – Retake")
            .arg(titleOf(this->file(Side::Before), m_files), titleOf(this->file(Side::After), m_files)));
}

void CompareWindow::followVersions()
{
    QList<ViewerVersion> versions;
    for (qsizetype i = 0; i < m_files.size(); ++i)
        versions.append({i, titleOf(m_files[i], m_files)});
    versions.append({ViewerVersion::askForFile, tr("Compare with file…")});
    m_viewer->setVersions(versions);
}

void CompareWindow::failed(Side side, const Error &error)
{
    m_errors[std::size_t(side)] = error;
    if (!m_opened && m_errors[0] && m_errors[1]) {
        m_opened = true;
        m_patience.stop();
        Q_EMIT nothingToSee(*m_errors[0], *m_errors[1]);
    }
}

// The window is given the screen's place, too: without a window manager nobody else does.
void CompareWindow::picturesAlone(bool alone)
{
    m_leavePictures->setEnabled(alone);
    m_messages->dismiss();
    m_viewer->setSurroundings(alone ? Surroundings::Hidden : Surroundings::Shown);
    if (alone) {
        m_stateBefore = windowState();
        m_placeBefore = geometry();
        setGeometry(screen()->geometry());
        setWindowState(m_stateBefore | Qt::WindowFullScreen);
    } else {
        setWindowState(m_stateBefore);
        setGeometry(m_placeBefore);
    }
}

void CompareWindow::chooseFile(Side side)
{
    const QString beside = file(isFurther(side) ? Side::After : side);
    QFileDialog *dialog = makeOpenDialog(QFileInfo(beside).absolutePath(), this);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, side](const QString &chosen) { showFile(side, chosen); });
    dialog->open();
}

void CompareWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (mediaIn(event->mimeData()).videos.isEmpty())
        return;
    event->acceptProposedAction();
    m_zones->offer(m_viewer->grid().cellsIn(*this));
}

void CompareWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_zones->withdraw();
}

// Without a move over the zones: where the pointer is counts all the same.
void CompareWindow::dropEvent(QDropEvent *event)
{
    m_zones->withdraw();
    const DroppedMedia media = mediaIn(event->mimeData());
    if (media.videos.isEmpty())
        return;
    event->acceptProposedAction();
    showFile(event->position().x() < width() / 2.0 ? Side::Before : Side::After, media.videos.constFirst());
}

void CompareWindow::showShortcuts()
{
    auto *dialog =
        new ShortcutsDialog({{tr("Window"), m_actions}, {tr("Viewer"), m_viewer->actions()}}, this);
    dialog->open();
}

} // namespace retake
