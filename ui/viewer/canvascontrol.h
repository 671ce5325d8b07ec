// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/side.h"

#include <QHash>
#include <QObject>

#include <optional>
#include <utility>

class QMenu;

namespace retake {

class CompareCanvas;
class PairPlayer;
struct ViewerActions;

// What the keys and the menu of the canvas do, and how far After is moved against Before: kept for every two
// versions while the program runs.
class CanvasControl : public QObject
{
    Q_OBJECT
public:
    CanvasControl(const ViewerActions &actions, PairPlayer &player, CompareCanvas &canvas, QWidget *parent);

    void setVersion(Side side, std::optional<qint64> id);

    QMenu *menu() const { return m_menu; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; // while After is held

private:
    void connectZoom();
    void connectSides();
    void connectWipe();
    void connectDifference();
    void buildMenu();
    QMenu *addGains();
    QMenu *addTints();
    QMenu *addIntervals();
    void moveShift(int to);
    void letGo();

    const ViewerActions &m_actions;
    PairPlayer &m_player;
    CompareCanvas &m_canvas;
    QMenu *m_menu = nullptr;
    std::pair<std::optional<qint64>, std::optional<qint64>> m_versions;
    QHash<std::pair<qint64, qint64>, int> m_shifts;
    bool m_holding = false;
};

} // namespace retake
