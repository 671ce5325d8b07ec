// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/comparewindow.h"

#include "playback/pairplayer.h"
#include "session/proxies.h"
#include "ui/mainwindow/dropzones.h"
#include "ui/mainwindow/filedialogs.h"
#include "ui/mainwindow/mediadrops.h"
#include "ui/mainwindow/picturesalone.h"
#include "ui/mainwindow/shortcutsdialog.h"
#include "ui/theme/iconset.h"
#include "ui/viewer/gridcontrol.h"
#include "ui/viewer/soundmemory.h"
#include "ui/viewer/viewerpane.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QScreen>
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
    : CompareWindow(before, after, Rooms(), parent)
{}

CompareWindow::CompareWindow(const QString &before, const QString &after, const Rooms &rooms, QWidget *parent)
    : QWidget(parent)
    , m_viewer(new ViewerPane(this))
    , m_zones(new DropZones({tr("Show as Before"), tr("Show as After"), tr("Show here")}, this))
    , m_messages(new MessageBar(this))
    , m_pictures(new PicturesAlone(this))
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
    connect(m_viewer, &ViewerPane::pictureCopied, m_messages, &MessageBar::tellCopied);
    connect(m_viewer, &ViewerPane::pictureSaved, m_messages, &MessageBar::tellSaved);
    connect(m_viewer, &ViewerPane::outputFailed, m_messages,
            [this](const Error &error) { m_messages->tell(error); });
    connect(m_pictures, &PicturesAlone::changed, this, [this](bool alone) {
        m_messages->dismiss();
        m_viewer->setSurroundings(alone ? Surroundings::Hidden : Surroundings::Shown);
    });
    connect(m_zones, &DropZones::dropped, this, &CompareWindow::showFile);
    auto *drops = new MediaDrops(MediaDrops::Taken::Videos, this);
    connect(drops, &MediaDrops::came, m_zones, [this] { m_zones->offer(m_viewer->grid().cellsIn(*this)); });
    connect(drops, &MediaDrops::left, m_zones, &DropZones::withdraw);
    // Without a move over the zones: where the pointer is counts all the same.
    connect(drops, &MediaDrops::dropped, this, [this](const DroppedMedia &media, QPointF place) {
        showFile(place.x() < width() / 2.0 ? Side::Before : Side::After, media.videos.constFirst());
    });
    connect(m_viewer, &ViewerPane::failed, this, &CompareWindow::failed);
    const auto open = [this] {
        m_patience.stop();
        if (!m_opened) {
            m_opened = true;
            Q_EMIT shown();
        }
    };
    connect(m_viewer->player(), &PairPlayer::opened, this, open);
    useRooms(rooms);
    connect(&m_patience, &QTimer::timeout, this, open);
    m_patience.setSingleShot(true);
    m_patience.start(firstFilePatience);

    m_files = QStringList{before, after};
    m_files.removeDuplicates();
    showFile(Side::Before, before);
    showFile(Side::After, after);
    giveFirstSize(*this, usualSize);
    move(screen()->availableGeometry().center() - rect().center());
    m_viewer->setFocus();
}

// Only what has opened is read any further: files that are none leave no trace in the data folder.
void CompareWindow::useRooms(const Rooms &rooms)
{
    PairPlayer *player = m_viewer->player();
    player->useFrames(rooms.frames);
    if (rooms.settings)
        rememberSound(player->sound(), *rooms.settings);
    if (rooms.comparison)
        m_viewer->useComparison(*rooms.comparison);
    if (!rooms.proxies)
        return;
    const auto want = [this, player, proxies = rooms.proxies] {
        QStringList files;
        for (const Side side : bothSides) {
            if (player->sideState(side) == PairPlayer::SideState::Open)
                files.append(file(side));
        }
        files.removeDuplicates();
        proxies->want(files);
        for (const QString &wanted : std::as_const(files))
            m_viewer->setProxy(wanted, proxies->proxyOf(wanted));
    };
    connect(player, &PairPlayer::opened, this, want);
    connect(rooms.proxies, &Proxies::proxyReady, m_viewer, &ViewerPane::setProxy);
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
    m_actions.append(m_pictures->actions());
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
    m_pictures->enter();
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

void CompareWindow::chooseFile(Side side)
{
    const QString beside = file(isFurther(side) ? Side::After : side);
    QFileDialog *dialog = makeOpenDialog(QFileInfo(beside).absolutePath(), this);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, side](const QString &chosen) { showFile(side, chosen); });
    dialog->open();
}

void CompareWindow::showShortcuts()
{
    auto *dialog =
        new ShortcutsDialog({{tr("Window"), m_actions}, {tr("Viewer"), m_viewer->actions()}}, this);
    dialog->open();
}

} // namespace retake
