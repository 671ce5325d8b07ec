// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/stage.h"

#include "playback/pairplayer.h"
#include "queue/taskqueue.h"
#include "session/draft.h"
#include "session/proxies.h"
#include "session/versiontree.h"
#include "session/workspace.h"
#include "ui/mainwindow/dropzones.h"
#include "ui/mainwindow/firstrunpage.h"
#include "ui/viewer/gridcontrol.h"
#include "ui/viewer/viewerpane.h"

#include <QAction>
#include <QFileInfo>

namespace retake {

namespace {

QString pickerTitle(const Workspace::Version &version)
{
    const QString title = version.title.simplified();
    return title.size() <= 40 ? title : QString(title.left(39) + u'…');
}

// The part of the picture that is sent; null: all of it.
QRectF cropOf(const Draft &draft)
{
    const auto plan = draft.conformPlan();
    if (!plan || plan->crop.isNull())
        return {};
    const QSizeF seen = draft.clip()->video.size;
    const QRect crop = plan->crop;
    return {crop.x() / seen.width(), crop.y() / seen.height(), crop.width() / seen.width(),
            crop.height() / seen.height()};
}

} // namespace

Stage::Stage(Workspace &workspace, Draft &draft, const TaskQueue &queue, Sample sample, QWidget *parent)
    : QStackedWidget(parent)
    , m_workspace(workspace)
    , m_draft(draft)
    , m_queue(queue)
    , m_first(new FirstRunPage(
          sample == Sample::Offered ? FirstRunPage::Sample::Offered : FirstRunPage::Sample::Missing, this))
    , m_viewer(new ViewerPane(this))
    , m_zones(new DropZones({tr("Open as clip"), tr("Compare with this"), tr("Show here")}, m_viewer))
{
    setObjectName(QStringLiteral("stage"));
    addWidget(m_first);
    addWidget(m_viewer);
    connect(m_first, &FirstRunPage::openWanted, this, &Stage::openWanted);
    connect(m_first, &FirstRunPage::sampleWanted, this, &Stage::sampleWanted);
    connect(m_viewer, &ViewerPane::saveRequested, this, &Stage::saveWanted);
    connect(m_viewer, &ViewerPane::beforeChosen, this, [this](qint64 id) { choose(Side::Before, id); });
    connect(m_viewer, &ViewerPane::afterChosen, this, [this](qint64 id) { choose(Side::After, id); });
    connect(m_viewer, &ViewerPane::pictureCopied, this, &Stage::pictureCopied);
    connect(m_viewer, &ViewerPane::pictureSaved, this, &Stage::pictureSaved);
    connect(m_viewer, &ViewerPane::outputFailed, this, &Stage::failed);
    connect(m_viewer, &ViewerPane::fileWanted, this, &Stage::fileWanted);
    connect(m_zones, &DropZones::dropped, this, [this](Side side, const QString &file) {
        side == Side::Before ? Q_EMIT clipDropped(file) : compareWith(file, side);
    });
    m_viewer->grid().setLookup([this](qint64 id) { return takeOf(id); });
    connect(m_viewer, &ViewerPane::trimChanged, this, &Stage::trim);
    connect(m_viewer, &ViewerPane::failed, this, [this](Side, const Error &error) { Q_EMIT failed(error); });
    connect(&m_workspace, &Workspace::clipOpened, this, &Stage::followVersions);
    connect(&m_workspace, &Workspace::clipClosed, this, &Stage::followVersions);
    connect(&m_workspace, &Workspace::versionsChanged, this, &Stage::followVersions);
    connect(&m_workspace, &Workspace::selectionChanged, this, &Stage::followSelection);
    connect(&m_draft, &Draft::changed, this, &Stage::followDraft);
    followVersions();
    followDraft();
}

void Stage::useComparison(Comparison &comparison)
{
    m_viewer->useComparison(comparison);
}

void Stage::useProxies(const Proxies &proxies)
{
    for (const Workspace::Version &version : m_workspace.versions()) {
        if (const QString proxy = proxies.proxyOf(version.file); !proxy.isEmpty())
            m_viewer->setProxy(version.file, proxy);
    }
    connect(&proxies, &Proxies::proxyReady, m_viewer, &ViewerPane::setProxy);
}

void Stage::useFrames(const FrameBook &frames)
{
    m_viewer->player()->useFrames(frames);
}

PairSound &Stage::sound() const
{
    return m_viewer->player()->sound();
}

void Stage::showDrag(Drag drag)
{
    m_first->setDropping(drag != Drag::Away);
    if (drag == Drag::Video && m_workspace.clip())
        m_zones->offer(m_viewer->grid().cellsIn(*m_viewer));
    else
        m_zones->withdraw();
}

void Stage::compareWith(const QString &file, Side side)
{
    if (!m_files.contains(file))
        m_files.append(file);
    if (!isFurther(side))
        m_shownFile[std::size_t(side)] = file;
    followVersions();
    if (isFurther(side))
        m_viewer->grid().put(side, -1 - m_files.indexOf(file));
}

std::optional<Side> Stage::gridPlaceOf(TakeId take) const
{
    return m_viewer->grid().placeOf(take.value);
}

bool Stage::isGridFull() const
{
    return !m_viewer->grid().freePlace();
}

void Stage::toggleInGrid(TakeId take)
{
    const auto place = gridPlaceOf(take);
    if (place && isFurther(*place))
        return m_viewer->grid().takeOut(*place);
    if (!place && !m_workspace.after() && !showsFile(Side::After))
        m_workspace.setAfter(take);
    else if (!place)
        m_viewer->grid().add(take.value);
    m_viewer->setMode(ViewMode::Grid);
}

bool Stage::showsFile(Side side) const
{
    return !m_shownFile[std::size_t(side)].isEmpty();
}

void Stage::choose(Side side, qint64 id)
{
    if (id < 0)
        return compareWith(m_files.value(-1 - id), side);
    m_shownFile[std::size_t(side)].clear();
    if (side == Side::Before)
        m_workspace.setBefore(TakeId{id});
    else
        m_workspace.setAfter(TakeId{id});
    followSelection(); // the version may be the one that the file stood in for
}

// Files stand beside the versions that they were put beside: another choice, or another clip, takes their
// place.
void Stage::leaveFiles()
{
    const QString clip = m_workspace.clip() ? m_workspace.clip()->file : QString();
    if (clip != m_clipFile) {
        m_files.clear();
        m_shownFile = {};
        m_viewer->grid().clear();
    }
    if (m_workspace.before() != m_lastBefore)
        m_shownFile[std::size_t(Side::Before)].clear();
    if (m_workspace.after() != m_lastAfter)
        m_shownFile[std::size_t(Side::After)].clear();
    m_clipFile = clip;
    m_lastBefore = m_workspace.before();
    m_lastAfter = m_workspace.after();
}

void Stage::setSurroundings(Surroundings surroundings)
{
    m_viewer->setSurroundings(surroundings);
}

void Stage::setMode(ViewMode mode)
{
    m_viewer->setMode(mode);
}

QList<QAction *> Stage::viewerActions() const
{
    return m_viewer->actions();
}

void Stage::followVersions()
{
    leaveFiles();
    QList<ViewerVersion> list;
    for (const Workspace::Version &version : m_workspace.versions())
        list.append({version.take.value, version.take ? pickerTitle(version) : tr("Source")});
    for (qsizetype i = 0; i < m_files.size(); ++i)
        list.append({-1 - i, QFileInfo(m_files[i]).fileName()});
    if (m_workspace.clip())
        list.append({ViewerVersion::askForFile, tr("Compare with file…")});
    m_viewer->setVersions(list);
    setCurrentWidget(m_workspace.clip() ? static_cast<QWidget *>(m_viewer) : m_first);
    followSelection();
}

void Stage::followSelection()
{
    if (!m_workspace.clip()) {
        m_viewer->clear();
        m_beforeFile.clear();
        m_afterFile.clear();
        return;
    }
    if (m_workspace.source() != m_lastSource) {
        m_lastSource = m_workspace.source();
        m_workspace.setBefore(m_lastSource); // an edit is compared with what it starts from
    }
    leaveFiles();
    showBefore();
    showAfter();
    followDraft();
}

void Stage::showBefore()
{
    if (const QString &file = m_shownFile[std::size_t(Side::Before)]; !file.isEmpty()) {
        if (file != m_beforeFile)
            m_viewer->showBefore(file, QFileInfo(file).fileName(), -1 - m_files.indexOf(file));
        m_beforeFile = file;
        return;
    }
    const Workspace::Version before = m_workspace.version(m_workspace.before());
    if (before.file == m_beforeFile)
        return;
    m_beforeFile = before.file;
    const auto &clip = m_workspace.clip();
    m_viewer->showBefore(before.file, before.take ? pickerTitle(before) : tr("Source"), before.take.value,
                         clip && clip->file == before.file ? clip : std::nullopt);
}

void Stage::showAfter()
{
    followFrames();
    if (const QString &file = m_shownFile[std::size_t(Side::After)]; !file.isEmpty()) {
        if (file != m_afterFile || m_pairing != Pairing())
            m_viewer->showAfter(file, QFileInfo(file).fileName(), -1 - m_files.indexOf(file));
        m_afterFile = file;
        m_pairing = {};
        return;
    }
    const std::optional<TakeId> chosen = m_workspace.after();
    if (!chosen) {
        if (!m_afterFile.isEmpty())
            m_viewer->clearAfter();
        m_afterFile.clear();
        return;
    }
    const ViewerTake after = takeFor(m_workspace.version(*chosen));
    if (after.file == m_afterFile && after.pairing == m_pairing)
        return;
    m_afterFile = after.file;
    m_pairing = after.pairing;
    m_viewer->showAfter(after.file, after.title, chosen->value, m_pairing.offset, m_pairing.sent);
}

// What was made from words has frames of its own.
void Stage::followFrames()
{
    const bool versions = m_workspace.after() && !showsFile(Side::Before) && !showsFile(Side::After);
    const bool correspond =
        !versions || framesCorrespond(m_workspace.versions(), m_workspace.before(), *m_workspace.after());
    if (correspond == m_correspond)
        return;
    m_correspond = correspond;
    m_viewer->setFramesCorrespond(correspond ? ComparedPair::Frames::Correspond
                                             : ComparedPair::Frames::DoNotCorrespond);
}

// Beside what is shown as Before.
ViewerTake Stage::takeFor(const Workspace::Version &version) const
{
    ViewerTake take{version.file, version.take ? pickerTitle(version) : tr("Source")};
    if (!showsFile(Side::Before)) { // of a file no take is known to be made
        const TakeId before = m_workspace.before();
        take.pairing = {startOf(version.take) - startOf(before),
                        m_workspace.sentFrames(version.take, before)};
    }
    return take;
}

std::optional<ViewerTake> Stage::takeOf(qint64 id) const
{
    if (id < 0) {
        const QString file = m_files.value(-1 - id);
        return file.isEmpty() ? std::nullopt : std::optional(ViewerTake{file, QFileInfo(file).fileName()});
    }
    const Workspace::Version version = m_workspace.version(TakeId{id});
    return version.file.isEmpty() ? std::nullopt : std::optional(takeFor(version));
}

void Stage::followDraft()
{
    const MediaLimits &limits = m_draft.model().video;
    m_viewer->setTrimLimits(limits.minimumSeconds, limits.maximumSeconds);
    const bool shown = m_workspace.before() == m_workspace.source() && !showsFile(Side::Before);
    const std::optional<Trim> trim = shown ? m_draft.trim() : std::nullopt;
    if (trim != m_viewer->trim())
        m_viewer->setTrim(trim);
    m_viewer->setCrop(shown ? cropOf(m_draft) : QRectF());
}

void Stage::trim(const std::optional<Trim> &piece)
{
    if (showsFile(Side::Before))
        return; // it cuts what is played, not what is sent
    // The handles stand on Before; what is cut is what the next edit starts from.
    if (m_workspace.before() != m_workspace.source())
        m_workspace.setSource(m_workspace.before());
    m_draft.setTrim(piece);
}

// Where in the clip's own time a version begins: the in-points of the orders on the way to it.
Microseconds Stage::startOf(TakeId take) const
{
    Microseconds start{0};
    const auto tasks = m_queue.tasks();
    while (take && tasks) {
        TakeId parent;
        for (const Task &task : *tasks) {
            if (task.take != take)
                continue;
            start += task.order.trim ? task.order.trim->in : Microseconds(0);
            parent = task.order.parent;
        }
        if (parent == take)
            break;
        take = parent;
    }
    return start;
}

} // namespace retake
