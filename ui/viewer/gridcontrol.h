// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/side.h"
#include "ui/viewer/viewerversion.h"

#include <QList>
#include <QObject>

class QMenu;
class QPoint;
class QRect;
class QWidget;

namespace retake {

class CompareCanvas;
class PairPlayer;
struct ViewerActions;

// Which further takes stand in the grid beside Before and After, by the ids of the versions; what its keys
// and its menu do. They stay chosen while other modes are shown, but are open only in the grid.
class GridControl : public QObject
{
    Q_OBJECT
public:
    GridControl(const ViewerActions &actions, PairPlayer &player, CompareCanvas &canvas, QWidget *parent);

    // How it finds out what to show of a version; asked anew whenever Before or the versions change.
    void setLookup(const TakeLookup &lookup);
    void setVersions(const QList<ViewerVersion> &versions);
    // What the pair shows now. A further take that becomes After leaves its cell to the one that was.
    void setChosen(Side side, std::optional<qint64> id);
    void setShown(bool shown); // whether the grid is what is seen

    // Until they are taken out. Nothing happens where the version is in the grid already.
    void add(qint64 id); // where there is room
    void put(Side further, qint64 id);
    void takeOut(Side side); // a further take follows After
    void clear();

    std::optional<Side> placeOf(qint64 id) const; // Before and After are in the grid, too
    std::optional<Side> freePlace() const;
    BySide<QRect> cellsIn(const QWidget &around) const; // null while the grid is not shown

    QMenu *menu() const { return m_menu; } // the versions, each to be checked

Q_SIGNALS:
    void afterWanted(qint64 id);
    void fileWanted(retake::Side further);

private:
    struct Cell
    {
        std::optional<qint64> id;
        std::optional<ViewerTake> open;
    };

    Cell &own(Side further) { return m_cells[std::size_t(further) - bothSides.size()]; }

    const Cell &cell(Side further) const { return m_cells[std::size_t(further) - bothSides.size()]; }

    void connectActions();
    void connectPictures();
    void follow();
    void fillMenu();
    void popUp(QPoint place, std::optional<Side> wanted);
    void makeAfter(Side further);

    const ViewerActions &m_actions;
    PairPlayer &m_player;
    CompareCanvas &m_canvas;
    QMenu *m_menu;
    TakeLookup m_lookup;
    QList<ViewerVersion> m_versions;
    std::array<std::optional<qint64>, bothSides.size()> m_chosen;
    std::array<Cell, furtherSides.size()> m_cells;
    std::optional<Side> m_wanted; // the empty cell that the menu was opened from
    bool m_shown = false;
};

} // namespace retake
