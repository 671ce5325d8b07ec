// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewerpane.h"

#include "playback/pairplayer.h"
#include "session/errorsentence.h"
#include "ui/viewer/canvascontrol.h"
#include "ui/viewer/changebar.h"
#include "ui/viewer/comparecanvas.h"
#include "ui/viewer/cutoffwords.h"
#include "ui/viewer/filmstrip.h"
#include "ui/viewer/gridcontrol.h"
#include "ui/viewer/keycourtesy.h"
#include "ui/viewer/modebar.h"
#include "ui/viewer/playkeys.h"
#include "ui/viewer/scrubber.h"
#include "ui/viewer/transportbar.h"
#include "ui/viewer/trimbar.h"
#include "ui/viewer/trimcontrol.h"
#include "ui/viewer/vieweroutput.h"
#include "ui/viewer/zoombutton.h"

#include <QAction>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace retake {

namespace {

constexpr double zoomStep = 1.6;

} // namespace

class ViewerPane::Private
{
public:
    explicit Private(ViewerPane *pane)
        : q(pane)
        , player(new PairPlayer(pane))
        , actions(pane)
        , bar(new ModeBar(pane))
        , canvas(new CompareCanvas(pane))
        , control(new CanvasControl(actions, *player, *canvas, pane))
        , grid(new GridControl(actions, *player, *canvas, pane))
        , transport(new TransportBar(*player, actions, pane))
        , scrubber(new Scrubber(*player, pane))
        , trimBar(new TrimBar(actions, pane))
        , strip(new Filmstrip(pane))
        , changes(new ChangeBar(actions, pane))
        , trim(new TrimControl({*player, *scrubber, *strip, *trimBar, actions}, pane))
        , output(new ViewerOutput([pane] { return pane->shownPair(); }, pane))
    {}

    void layOut();
    void connectActions();
    void connectStrip();
    void connectCanvas();
    void connectPlayer();
    void guardKeys();

    void show(Side side, const QString &file, const QString &title, qint64 id, Microseconds offset,
              const SentFrames &sent);
    void hide(Side side);
    void sizesChanged();
    void modeChanged();
    void chooseMode(Mode wished);
    void compareShown();

    ViewerPane *q;
    PairPlayer *player;
    ViewerActions actions;
    ModeBar *bar;
    CompareCanvas *canvas;
    CanvasControl *control;
    GridControl *grid;
    TransportBar *transport;
    Scrubber *scrubber;
    TrimBar *trimBar;
    Filmstrip *strip;
    ChangeBar *changes;
    TrimControl *trim;
    Comparison *comparison = nullptr;
    ComparedPair::Frames frames = ComparedPair::Frames::Correspond;
    ViewerOutput *output;
    ViewerPair pair;          // what is shown: a side without a file is not there
    QWidget *below = nullptr; // the canvas
    Mode mode = Mode::SideBySide;
};

ViewerPane::ViewerPane(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this))
{
    setObjectName(QStringLiteral("viewerPane"));
    d->layOut();
    d->connectActions();
    d->connectStrip();
    d->connectCanvas();
    d->connectPlayer();
    d->guardKeys();
    d->modeChanged();
    d->sizesChanged();
}

// The children, and with them the player and its threads, go in QWidget's destructor, when the signals that
// they might still send find no Private any more.
ViewerPane::~ViewerPane()
{
    d->player->disconnect(this);
    d->canvas->disconnect(this);
}

void ViewerPane::Private::layOut()
{
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(canvas, 1);

    below = new QWidget(q);
    below->setObjectName(QStringLiteral("viewerBelow"));
    below->setProperty("panel", QStringLiteral("bottom"));
    below->setAttribute(Qt::WA_StyledBackground);
    auto *rows = new QVBoxLayout(below);
    rows->setContentsMargins(8, 7, 8, 4);
    rows->setSpacing(4);
    auto *inset = new QVBoxLayout; // in line with the track between the outermost handles
    inset->setContentsMargins(2, 0, 4, 0);
    inset->setSpacing(6);
    inset->addWidget(transport);
    inset->addWidget(trimBar);
    rows->addLayout(inset);
    rows->addWidget(strip);
    rows->addWidget(changes);
    column->addWidget(below);
}

void ViewerPane::Private::connectActions()
{
    const auto on = [this](QAction *action, auto what) {
        QObject::connect(action, &QAction::triggered, q, what);
    };
    connectPlayKeys(actions, *player, q);
    on(actions.zoomIn, [this] { strip->zoom(zoomStep); });
    on(actions.zoomOut, [this] { strip->zoom(1 / zoomStep); });
    on(actions.zoomAll, [this] { strip->showAll(); });
    on(actions.zoomPiece, [this] { strip->showPiece(); });
    for (const Mode each : allViewModes)
        on(actions.modes[std::size_t(each)], [this, each] { chooseMode(each); });

    QObject::connect(bar, &ModeBar::modeClicked, q, [this](Mode wished) { chooseMode(wished); });
    QObject::connect(bar, &ModeBar::chosen, q, [this](Side side, qint64 id) {
        side == Side::Before ? Q_EMIT q->beforeChosen(id) : Q_EMIT q->afterChosen(id);
    });
    QObject::connect(bar, &ModeBar::fileWanted, q, &ViewerPane::fileWanted);
    QObject::connect(bar, &ModeBar::saveClicked, q, &ViewerPane::saveRequested);
    bar->setMenu(output->menu());
    QObject::connect(output, &ViewerOutput::copied, q, &ViewerPane::pictureCopied);
    QObject::connect(output, &ViewerOutput::saved, q, &ViewerPane::pictureSaved);
    QObject::connect(output, &ViewerOutput::failed, q, &ViewerPane::outputFailed);
    QObject::connect(trim, &TrimControl::edited, q, &ViewerPane::trimChanged);
}

void ViewerPane::Private::connectStrip()
{
    QObject::connect(strip, &Filmstrip::seekRequested, scrubber, &Scrubber::seek);
    QObject::connect(strip, &Filmstrip::scrubEnded, scrubber, &Scrubber::settle);
    QObject::connect(scrubber, &Scrubber::playheadMoved, strip, &Filmstrip::setPosition);
    QObject::connect(strip, &Filmstrip::viewChanged, changes, [this] { changes->setView(strip->view()); });
    QObject::connect(scrubber, &Scrubber::playheadMoved, changes, &ChangeBar::setPosition);
    QObject::connect(changes, &ChangeBar::seekRequested, scrubber, &Scrubber::seek);
    QObject::connect(changes, &ChangeBar::scrubEnded, scrubber, &Scrubber::settle);
    const auto allowZoom = [this] {
        const StripView &view = strip->view();
        actions.zoomIn->setEnabled(!view.isEmpty() && !view.isClosest());
        actions.zoomOut->setEnabled(!view.isWhole());
        actions.zoomAll->setEnabled(!view.isWhole());
    };
    allowZoom();
    QObject::connect(strip, &Filmstrip::viewChanged, q, allowZoom);
    strip->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(strip, &QWidget::customContextMenuRequested, q, [this](QPoint place) {
        if (!strip->view().isEmpty())
            trimBar->findChild<QMenu *>(QStringLiteral("trimMenu"))->popup(strip->mapToGlobal(place));
    });
}

void ViewerPane::Private::connectCanvas()
{
    transport->addTool(new ZoomButton(*canvas, actions.canvas, transport));
    bar->viewButton()->setMenu(control->menu());
    bar->addButton()->setMenu(grid->menu());
    QObject::connect(grid, &GridControl::afterWanted, q, &ViewerPane::afterChosen);
    QObject::connect(grid, &GridControl::fileWanted, q, &ViewerPane::fileWanted);
    canvas->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(canvas, &QWidget::customContextMenuRequested, q,
                     [this](QPoint place) { control->menu()->popup(canvas->mapToGlobal(place)); });
}

void ViewerPane::Private::connectPlayer()
{
    QObject::connect(canvas, &CompareCanvas::displaySizeChanged, q, [this] { sizesChanged(); });
    QObject::connect(player, &PairPlayer::pairReady, q, [this](const PicturePair &ready) {
        pair.halves[0].frame = ready.beforeFrame;
        pair.halves[1].frame = ready.afterFrame;
        canvas->showPair(ready, player->frameCount());
    });
    QObject::connect(player, &PairPlayer::timelineChanged, q, [this] {
        output->follow();
        // While the clip is being read the strip has what is known of it.
        const bool reading = player->sideState(Side::Before) == PairPlayer::SideState::Opening;
        if (player->frameCount() > 0 || !reading)
            strip->setDuration(player->duration());
    });
    QObject::connect(player, &PairPlayer::loopingChanged, actions.loop, &QAction::setChecked);
    QObject::connect(player, &PairPlayer::opened, q, [this](Side side, const ClipInfo &clip) {
        if (isFurther(side))
            return;
        canvas->setSentence(side, std::nullopt);
        canvas->setTitle(side, titleWithLoss(pair.half(side).title, player->frameIndex(side).get()));
        if (side == Side::Before)
            strip->setClip(clip);
    });
    QObject::connect(player, &PairPlayer::failed, q, [this](Side side, const Error &error) {
        if (isFurther(side))
            return; // its cell says so
        canvas->setSentence(side, sentenceFor(error));
        if (side == Side::Before)
            strip->setState(Filmstrip::State::Failed);
        modeChanged();
        Q_EMIT q->failed(side, error);
    });
}

void ViewerPane::Private::guardKeys()
{
    auto *courtesy = new KeyCourtesy(q);
    for (auto *button : q->findChildren<QAbstractButton *>())
        courtesy->guard(button);
    for (auto *picker : q->findChildren<QComboBox *>())
        courtesy->guard(picker);
}

void ViewerPane::Private::show(Side side, const QString &file, const QString &title, qint64 id,
                               Microseconds offset, const SentFrames &sent)
{
    bar->setChosen(side, id);
    control->setVersion(side, id);
    canvas->setTitle(side, title);
    canvas->setSentence(side, std::nullopt);
    canvas->setPresent(side, true);
    if (side == Side::Before)
        strip->setState(Filmstrip::State::Loading);
    pair.halves[std::size_t(side)] = {file, title, -1};
    if (side == Side::After)
        pair.pairing = {offset, sent};
    player->open(side, file, offset, sent);
    compareShown();
    bar->saveButton()->setEnabled(player->sideState(Side::After) != PairPlayer::SideState::Closed);
    grid->setChosen(side, id);
    modeChanged();
}

void ViewerPane::Private::hide(Side side)
{
    bar->setChosen(side, std::nullopt);
    control->setVersion(side, std::nullopt);
    canvas->setPresent(side, false);
    player->close(side);
    pair.halves[std::size_t(side)] = {};
    compareShown();
    if (side == Side::Before)
        strip->setState(Filmstrip::State::Empty);
    bar->saveButton()->setEnabled(player->sideState(Side::After) != PairPlayer::SideState::Closed);
    modeChanged();
    grid->setChosen(side, std::nullopt);
}

void ViewerPane::Private::sizesChanged()
{
    for (const Side side : allSides)
        if (!isFurther(side) || player->sideState(side) != PairPlayer::SideState::Closed)
            player->setDisplaySize(side, canvas->displaySize(side));
}

void ViewerPane::Private::modeChanged()
{
    canvas->setMode(mode);
    const bool comparable = player->sideState(Side::Before) != PairPlayer::SideState::Closed &&
                            player->sideState(Side::After) != PairPlayer::SideState::Closed;
    bar->setShown(canvas->shownMode(), comparable);
    grid->setShown(canvas->shownMode() == Mode::Grid);
    output->follow();
}

// Single chosen again turns to the other side.
void ViewerPane::Private::chooseMode(Mode wished)
{
    if (wished == Mode::Single && mode == Mode::Single)
        canvas->setSingleSide(otherSide(canvas->singleSide()));
    mode = wished;
    modeChanged();
}

void ViewerPane::Private::compareShown()
{
    if (!comparison)
        return;
    ComparedPair shown{pair.half(Side::Before).file, pair.half(Side::After).file, pair.pairing, frames};
    shown.pairing.afterShift = player->afterShift();
    const bool both = !shown.before.isEmpty() && !shown.after.isEmpty();
    comparison->show(both ? std::optional(shown) : std::nullopt);
}

void ViewerPane::useComparison(Comparison &comparison)
{
    d->comparison = &comparison;
    d->changes->follow(comparison);
    connect(d->player, &PairPlayer::afterShiftChanged, this, [this] { d->compareShown(); });
    d->compareShown();
}

void ViewerPane::setFramesCorrespond(ComparedPair::Frames frames)
{
    d->frames = frames;
    d->compareShown();
}

void ViewerPane::setVersions(const QList<ViewerVersion> &versions)
{
    d->bar->setVersions(versions);
    d->grid->setVersions(versions);
}

void ViewerPane::showBefore(const QString &file, const QString &title, qint64 id,
                            const std::optional<ClipInfo> &known)
{
    d->show(Side::Before, file, title, id, {}, {});
    if (known) {
        d->strip->setDuration(known->duration);
        d->strip->setClip(*known);
    }
}

void ViewerPane::showAfter(const QString &file, const QString &title, qint64 id, Microseconds offset,
                           const SentFrames &sent)
{
    d->show(Side::After, file, title, id, offset, sent);
}

void ViewerPane::setProxy(const QString &file, const QString &proxy)
{
    d->player->setProxy(file, proxy);
}

void ViewerPane::clearAfter()
{
    d->hide(Side::After);
}

void ViewerPane::clear()
{
    d->grid->clear();
    d->hide(Side::After);
    d->hide(Side::Before);
    d->canvas->fitPictures();
    setTrim(std::nullopt);
}

void ViewerPane::setTrim(const std::optional<Trim> &trim)
{
    d->trim->set(trim);
}

std::optional<Trim> ViewerPane::trim() const
{
    return d->trim->trim();
}

void ViewerPane::setCrop(const QRectF &part)
{
    d->canvas->setCrop(Side::Before, part);
}

void ViewerPane::setTrimLimits(double minSeconds, double maxSeconds)
{
    d->trim->setLimits({minSeconds, maxSeconds});
}

void ViewerPane::setMode(Mode mode)
{
    d->mode = mode;
    d->modeChanged();
}

ViewerPane::Mode ViewerPane::mode() const
{
    return d->mode;
}

void ViewerPane::setSurroundings(Surroundings surroundings)
{
    d->bar->setVisible(surroundings == Surroundings::Shown);
    d->below->setVisible(surroundings == Surroundings::Shown);
    d->canvas->setSurroundings(surroundings);
    if (surroundings == Surroundings::Hidden)
        d->canvas->setFocus(); // what had it may be hidden now, and the keys go on
}

void ViewerPane::hideSaving()
{
    d->bar->saveButton()->hide();
}

ViewerPair ViewerPane::shownPair() const
{
    ViewerPair pair = d->pair;
    pair.mode = d->mode;
    pair.pairing.afterShift = d->player->afterShift();
    pair.order = d->canvas->isSwapped() ? ComparisonOrder::AfterFirst : ComparisonOrder::BeforeFirst;
    pair.piece = d->player->isLooping() ? d->player->piece() : std::nullopt;
    for (const Side side : bothSides) {
        if (d->player->sideState(side) != PairPlayer::SideState::Open)
            pair.halves[std::size_t(side)] = {};
    }
    return pair;
}

PairPlayer *ViewerPane::player() const
{
    return d->player;
}

GridControl &ViewerPane::grid() const
{
    return *d->grid;
}

} // namespace retake
