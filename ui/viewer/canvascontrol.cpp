// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/canvascontrol.h"

#include "playback/pairplayer.h"
#include "ui/viewer/comparecanvas.h"
#include "ui/viewer/vieweractions.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>

namespace retake {

namespace {

constexpr double turnOfKey = 5; // degrees
constexpr int largestShift = 999;

} // namespace

CanvasControl::CanvasControl(const ViewerActions &actions, PairPlayer &player, CompareCanvas &canvas,
                             QWidget *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_player(player)
    , m_canvas(canvas)
{
    connectZoom();
    connectSides();
    connectWipe();
    connectDifference();
    buildMenu();
    connect(&m_player, &PairPlayer::opened, this,
            [this](Side side, const ClipInfo &clip) { m_canvas.setClipSize(side, clip.video.size); });
    connect(&m_player, &PairPlayer::stateChanged, this,
            [this](PairPlayer::State state) { m_canvas.setPlaying(state == PairPlayer::State::Playing); });
}

void CanvasControl::connectZoom()
{
    const CanvasActions &keys = m_actions.canvas;
    connect(keys.zoomIn, &QAction::triggered, this, [this] { m_canvas.zoomStep(1); });
    connect(keys.zoomOut, &QAction::triggered, this, [this] { m_canvas.zoomStep(-1); });
    connect(keys.zoomFit, &QAction::triggered, this, [this] { m_canvas.fitPictures(); });
    connect(keys.zoomActual, &QAction::triggered, this, [this] { m_canvas.zoomTo(1); });
}

void CanvasControl::connectSides()
{
    const CanvasActions &keys = m_actions.canvas;
    connect(keys.swap, &QAction::toggled, &m_canvas, &CompareCanvas::setSwapped);
    connect(keys.readout, &QAction::toggled, &m_canvas, &CompareCanvas::setReadout);
    connect(keys.laterAfter, &QAction::triggered, this, [this] { moveShift(m_player.afterShift() + 1); });
    connect(keys.earlierAfter, &QAction::triggered, this, [this] { moveShift(m_player.afterShift() - 1); });
    connect(keys.resetShift, &QAction::triggered, this, [this] { moveShift(0); });
    connect(keys.holdAfter, &QAction::triggered, this, [this] {
        if (m_holding)
            return;
        m_holding = true;
        m_canvas.holdAfter(true);
        qApp->installEventFilter(this);
    });
}

void CanvasControl::connectWipe()
{
    const CanvasActions &keys = m_actions.canvas;
    const auto inWipe = [this](QAction *action, auto what) {
        connect(action, &QAction::triggered, this, [this, what] {
            if (m_canvas.shownMode() == ViewMode::Wipe)
                what(m_canvas);
        });
    };
    inWipe(keys.wipeBack, [](CompareCanvas &canvas) { canvas.moveWipe(-1); });
    inWipe(keys.wipeOn, [](CompareCanvas &canvas) { canvas.moveWipe(1); });
    inWipe(keys.wipeTurnLeft, [](CompareCanvas &canvas) { canvas.turnWipe(-turnOfKey); });
    inWipe(keys.wipeTurnRight, [](CompareCanvas &canvas) { canvas.turnWipe(turnOfKey); });
    inWipe(keys.wipeReset, [](CompareCanvas &canvas) { canvas.setWipeLine({}); });
}

void CanvasControl::connectDifference()
{
    const CanvasActions &keys = m_actions.canvas;
    const auto amplify = [this](int way) {
        DifferenceLook look = m_canvas.differenceLook();
        const auto *const now = std::find(offeredGains.begin(), offeredGains.end(), look.gain);
        const auto at = std::clamp<std::ptrdiff_t>(now - offeredGains.begin() + way, 0,
                                                   std::ptrdiff_t(offeredGains.size()) - 1);
        look.gain = offeredGains[std::size_t(at)];
        m_canvas.setDifferenceLook(look);
    };
    connect(keys.amplifyMore, &QAction::triggered, this, [amplify] { amplify(1); });
    connect(keys.amplifyLess, &QAction::triggered, this, [amplify] { amplify(-1); });
    connect(keys.nextTint, &QAction::triggered, this, [this] {
        using Tint = DifferenceLook::Tint;
        DifferenceLook look = m_canvas.differenceLook();
        look.tint = look.tint == Tint::Colour ? Tint::Grey
                    : look.tint == Tint::Grey ? Tint::Heat
                                              : Tint::Colour;
        m_canvas.setDifferenceLook(look);
    });
}

void CanvasControl::setVersion(Side side, std::optional<qint64> id)
{
    (side == Side::Before ? m_versions.first : m_versions.second) = id;
    const bool both = m_versions.first && m_versions.second;
    const int kept = both ? m_shifts.value({*m_versions.first, *m_versions.second}) : 0;
    m_player.setAfterShift(kept);
    m_canvas.setShift(kept);
    if (!id)
        letGo();
}

void CanvasControl::moveShift(int to)
{
    if (!m_versions.first || !m_versions.second)
        return;
    const int shift = std::clamp(to, -largestShift, largestShift);
    m_shifts.insert({*m_versions.first, *m_versions.second}, shift);
    m_player.setAfterShift(shift);
    m_canvas.setShift(shift);
}

// Wherever the focus is now, and when it left the program with the key still down.
bool CanvasControl::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyRelease) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const QKeySequence held = m_actions.canvas.holdAfter->shortcut();
        if (!key->isAutoRepeat() && !held.isEmpty() && held[0].key() == key->key())
            letGo();
    } else if (event->type() == QEvent::ApplicationDeactivate || event->type() == QEvent::WindowDeactivate) {
        letGo();
    }
    return QObject::eventFilter(watched, event);
}

void CanvasControl::letGo()
{
    if (!m_holding)
        return;
    m_holding = false;
    qApp->removeEventFilter(this);
    m_canvas.holdAfter(false);
}

} // namespace retake
