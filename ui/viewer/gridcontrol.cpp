// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/gridcontrol.h"

#include "playback/pairplayer.h"
#include "session/errorsentence.h"
#include "ui/viewer/comparecanvas.h"
#include "ui/viewer/cutoffwords.h"
#include "ui/viewer/vieweractions.h"

#include <QAction>
#include <QMenu>
#include <QRect>

#include <algorithm>
#include <utility>

namespace retake {

GridControl::GridControl(const ViewerActions &actions, PairPlayer &player, CompareCanvas &canvas,
                         QWidget *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_player(player)
    , m_canvas(canvas)
    , m_menu(new QMenu(parent))
{
    m_menu->setObjectName(QStringLiteral("gridMenu"));
    m_menu->setAccessibleName(tr("Takes in the grid"));
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &GridControl::fillMenu);
    connectActions();
    connectPictures();
    follow();
}

void GridControl::connectActions()
{
    const CanvasActions &keys = m_actions.canvas;
    connect(keys.gridAdd, &QAction::triggered, this, [this] {
        const auto free = freePlace();
        if (m_shown)
            popUp(m_canvas.cell(free.value_or(Side::Fourth)).topLeft().toPoint() + QPoint(24, 24), free);
    });
    connect(keys.gridThird, &QAction::triggered, this, [this] { makeAfter(Side::Third); });
    connect(keys.gridFourth, &QAction::triggered, this, [this] { makeAfter(Side::Fourth); });
    connect(keys.gridOutAfter, &QAction::triggered, this, [this] { takeOut(Side::After); });
    connect(keys.gridOutThird, &QAction::triggered, this, [this] { takeOut(Side::Third); });
    connect(keys.gridOutFourth, &QAction::triggered, this, [this] { takeOut(Side::Fourth); });
    connect(&m_canvas, &CompareCanvas::furtherClicked, this, &GridControl::makeAfter);
    connect(&m_canvas, &CompareCanvas::takeOutClicked, this, &GridControl::takeOut);
    connect(&m_canvas, &CompareCanvas::emptyCellClicked, this,
            [this](Side side, QPoint place) { popUp(place, side); });
}

void GridControl::connectPictures()
{
    connect(&m_player, &PairPlayer::opened, this, [this](Side side) {
        if (!isFurther(side) || !cell(side).open)
            return;
        m_canvas.setSentence(side, std::nullopt);
        m_canvas.setTitle(side, titleWithLoss(cell(side).open->title, m_player.frameIndex(side).get()));
    });
    connect(&m_player, &PairPlayer::failed, this, [this](Side side, const Error &error) {
        if (isFurther(side))
            m_canvas.setSentence(side, sentenceFor(error));
    });
}

void GridControl::setLookup(const TakeLookup &lookup)
{
    m_lookup = lookup;
    follow();
}

void GridControl::setVersions(const QList<ViewerVersion> &versions)
{
    m_versions = versions;
    for (Cell &cell : m_cells) {
        const bool there = std::any_of(versions.begin(), versions.end(),
                                       [&](const ViewerVersion &version) { return version.id == cell.id; });
        if (!there)
            cell.id.reset();
    }
    follow();
}

void GridControl::setChosen(Side side, std::optional<qint64> id)
{
    const auto was = std::exchange(m_chosen[std::size_t(side)], id);
    const auto other = m_chosen[std::size_t(otherSide(side))];
    for (Cell &cell : m_cells) {
        if (id && cell.id == id)
            cell.id = side == Side::After && was != other ? was : std::nullopt;
    }
    follow();
}

void GridControl::setShown(bool shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    follow();
}

std::optional<Side> GridControl::placeOf(qint64 id) const
{
    for (const Side side : bothSides) {
        if (m_chosen[std::size_t(side)] == id)
            return side;
    }
    for (const Side side : furtherSides) {
        if (cell(side).id == id)
            return side;
    }
    return std::nullopt;
}

std::optional<Side> GridControl::freePlace() const
{
    for (const Side side : furtherSides) {
        if (!cell(side).id)
            return side;
    }
    return std::nullopt;
}

void GridControl::add(qint64 id)
{
    if (const auto free = freePlace())
        put(*free, id);
}

void GridControl::put(Side further, qint64 id)
{
    if (placeOf(id))
        return;
    own(further).id = id;
    follow();
}

void GridControl::takeOut(Side side)
{
    if (side == Side::After) {
        for (const Side further : furtherSides) {
            if (const auto id = std::exchange(own(further).id, std::nullopt)) {
                follow();
                Q_EMIT afterWanted(*id);
                return;
            }
        }
    } else if (isFurther(side)) {
        own(side).id.reset();
        follow();
    }
}

BySide<QRect> GridControl::cellsIn(const QWidget &around) const
{
    BySide<QRect> cells;
    if (m_shown) {
        const QPoint origin = m_canvas.mapTo(&around, QPoint());
        for (const Side side : allSides)
            cells[std::size_t(side)] = m_canvas.cell(side).toRect().translated(origin);
    }
    return cells;
}

void GridControl::makeAfter(Side further)
{
    if (m_shown && cell(further).id)
        Q_EMIT afterWanted(*cell(further).id);
}

void GridControl::clear()
{
    for (Cell &cell : m_cells)
        cell.id.reset();
    follow();
}

// Opens and closes what is needed for the cells; only in the grid do further takes cost anything.
void GridControl::follow()
{
    for (const Side side : furtherSides) {
        Cell &here = own(side);
        const auto take = m_shown && here.id && m_lookup ? m_lookup(*here.id) : std::optional<ViewerTake>();
        if (take == here.open)
            continue;
        here.open = take;
        if (!take) {
            m_player.close(side);
            m_canvas.setPresent(side, false);
            continue;
        }
        m_canvas.setPresent(side, false); // what the former one left
        m_canvas.setPresent(side, true);
        m_canvas.setTitle(side, take->title);
        m_player.setDisplaySize(side, m_canvas.displaySize(side));
        m_player.open(side, take->file, take->pairing.offset, take->pairing.sent);
    }
    const CanvasActions &keys = m_actions.canvas;
    const bool third = m_shown && cell(Side::Third).id;
    const bool fourth = m_shown && cell(Side::Fourth).id;
    keys.gridAdd->setEnabled(m_shown);
    for (QAction *action : {keys.gridThird, keys.gridOutThird})
        action->setEnabled(third);
    for (QAction *action : {keys.gridFourth, keys.gridOutFourth})
        action->setEnabled(fourth);
    keys.gridOutAfter->setEnabled(third || fourth);
}

void GridControl::popUp(QPoint place, std::optional<Side> wanted)
{
    m_menu->popup(m_canvas.mapToGlobal(place));
    m_wanted = wanted; // after aboutToShow, which forgets an older one
}

void GridControl::fillMenu()
{
    m_wanted.reset();
    m_menu->clear();
    const bool full = !freePlace();
    QList<const ViewerVersion *> asking;
    for (const ViewerVersion &version : m_versions) {
        if (version.id == ViewerVersion::askForFile) {
            asking.append(&version);
            continue;
        }
        auto *choice = m_menu->addAction(version.title);
        choice->setObjectName(QStringLiteral("gridVersion_%1").arg(version.id));
        choice->setCheckable(true);
        const auto place = placeOf(version.id);
        choice->setChecked(place.has_value());
        if (place && !isFurther(*place)) {
            choice->setEnabled(false);
            choice->setToolTip(*place == Side::Before ? tr("It is in the grid as Before")
                                                      : tr("It is in the grid as After"));
        } else if (!place && full) {
            choice->setEnabled(false);
            choice->setToolTip(tr("The grid is full: take one out first"));
        }
        connect(choice, &QAction::triggered, this, [this, id = version.id](bool chosen) {
            if (const auto taken = placeOf(id); !chosen && taken)
                takeOut(*taken);
            else if (chosen)
                m_wanted && !cell(*m_wanted).id ? put(*m_wanted, id) : add(id);
        });
    }
    if (asking.isEmpty())
        return;
    m_menu->addSeparator();
    for (const ViewerVersion *version : asking) {
        auto *file = m_menu->addAction(tr("Add a file…"));
        file->setObjectName(QStringLiteral("gridFile"));
        file->setEnabled(!full);
        file->setToolTip(full ? tr("The grid is full: take one out first") : version->title);
        connect(file, &QAction::triggered, this, [this] {
            if (const auto place = m_wanted ? m_wanted : freePlace())
                Q_EMIT fileWanted(*place);
        });
    }
}

} // namespace retake
