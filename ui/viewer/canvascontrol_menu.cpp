// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/canvascontrol.h"

#include "playback/pairplayer.h"
#include "ui/viewer/comparecanvas.h"
#include "ui/viewer/vieweractions.h"

#include <QAction>
#include <QActionGroup>
#include <QLocale>
#include <QMenu>
#include <QWidget>

#include <array>
#include <chrono>

namespace retake {

namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::milliseconds, 6> offeredIntervals{0ms, 200ms, 300ms, 500ms, 1000ms, 2000ms};

QAction *addChoice(QMenu *menu, QActionGroup *group, const QString &text, int value)
{
    QAction *choice = menu->addAction(text);
    choice->setCheckable(true);
    choice->setData(value);
    choice->setObjectName(QStringLiteral("%1_%2").arg(menu->objectName()).arg(value));
    group->addAction(choice);
    return choice;
}

void check(const QMenu *menu, int value)
{
    for (QAction *choice : menu->actions())
        choice->setChecked(choice->data().toInt() == value);
}

} // namespace

void CanvasControl::buildMenu()
{
    const CanvasActions &keys = m_actions.canvas;
    m_menu = new QMenu(qobject_cast<QWidget *>(parent()));
    m_menu->setObjectName(QStringLiteral("canvasMenu"));
    m_menu->addActions({keys.zoomFit, keys.zoomActual, keys.zoomIn, keys.zoomOut});
    m_menu->addSeparator();
    m_menu->addActions({keys.swap, keys.readout});
    QMenu *moved = m_menu->addMenu(tr("Move After by frames"));
    moved->setObjectName(QStringLiteral("shiftMenu"));
    moved->addActions({keys.laterAfter, keys.earlierAfter, keys.resetShift});
    m_menu->addSeparator();
    QMenu *wipe = m_menu->addMenu(tr("Wipe"));
    wipe->setObjectName(QStringLiteral("wipeMenu"));
    wipe->addActions({keys.wipeTurnLeft, keys.wipeTurnRight, keys.wipeReset});
    QMenu *gains = addGains();
    QMenu *tints = addTints();
    QMenu *intervals = addIntervals();
    QMenu *grid = m_menu->addMenu(tr("Grid"));
    grid->setObjectName(QStringLiteral("gridCellsMenu"));
    grid->addAction(keys.gridAdd);
    grid->addSeparator();
    grid->addActions({keys.gridThird, keys.gridFourth});
    grid->addSeparator();
    grid->addActions({keys.gridOutAfter, keys.gridOutThird, keys.gridOutFourth});
    connect(m_menu, &QMenu::aboutToShow, this, [this, moved, wipe, gains, tints, intervals, grid] {
        const ViewMode shown = m_canvas.shownMode();
        moved->menuAction()->setEnabled(m_versions.first && m_versions.second);
        m_actions.canvas.swap->setEnabled(m_versions.first && m_versions.second);
        wipe->menuAction()->setEnabled(shown == ViewMode::Wipe);
        for (QMenu *menu : {gains, tints})
            menu->menuAction()->setEnabled(shown == ViewMode::Difference);
        intervals->menuAction()->setEnabled(shown == ViewMode::Blink);
        grid->menuAction()->setEnabled(shown == ViewMode::Grid);
        check(gains, m_canvas.differenceLook().gain);
        check(tints, int(m_canvas.differenceLook().tint));
        check(intervals, int(m_canvas.blinkInterval().count()));
    });
    // A key must not go dead because of what a menu looked like when it was last open.
    connect(m_menu, &QMenu::aboutToHide, this, [this] { m_actions.canvas.swap->setEnabled(true); });
}

QMenu *CanvasControl::addGains()
{
    QMenu *menu = m_menu->addMenu(tr("Difference: amplification"));
    menu->setObjectName(QStringLiteral("gainMenu"));
    auto *group = new QActionGroup(menu);
    for (const int gain : offeredGains)
        addChoice(menu, group, tr("×%1").arg(gain), gain);
    connect(group, &QActionGroup::triggered, this, [this](const QAction *choice) {
        DifferenceLook look = m_canvas.differenceLook();
        look.gain = choice->data().toInt();
        m_canvas.setDifferenceLook(look);
    });
    return menu;
}

QMenu *CanvasControl::addTints()
{
    QMenu *menu = m_menu->addMenu(tr("Difference: shown as"));
    menu->setObjectName(QStringLiteral("tintMenu"));
    auto *group = new QActionGroup(menu);
    using Tint = DifferenceLook::Tint;
    addChoice(menu, group, tr("Colours"), int(Tint::Colour));
    addChoice(menu, group, tr("Grey"), int(Tint::Grey));
    addChoice(menu, group, tr("Heat map"), int(Tint::Heat));
    connect(group, &QActionGroup::triggered, this, [this](const QAction *choice) {
        DifferenceLook look = m_canvas.differenceLook();
        look.tint = Tint(choice->data().toInt());
        m_canvas.setDifferenceLook(look);
    });
    return menu;
}

QMenu *CanvasControl::addIntervals()
{
    QMenu *menu = m_menu->addMenu(tr("Blink: turn"));
    menu->setObjectName(QStringLiteral("blinkMenu"));
    auto *group = new QActionGroup(menu);
    for (const auto interval : offeredIntervals) {
        const QString seconds = QLocale().toString(double(interval.count()) / 1000, 'g', 3);
        addChoice(menu, group,
                  interval == 0ms
                      ? tr("By hand, while %1 is held")
                            .arg(m_actions.canvas.holdAfter->shortcut().toString(QKeySequence::NativeText))
                      : tr("Every %1 s").arg(seconds),
                  int(interval.count()));
    }
    connect(group, &QActionGroup::triggered, this, [this](const QAction *choice) {
        m_canvas.setBlinkInterval(std::chrono::milliseconds(choice->data().toInt()));
    });
    return menu;
}

} // namespace retake
