// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of the grid: what is in them, and what a click on them does.
#include "ui/viewer/canvasmarks.h"
#include "ui/viewer/cellbutton.h"
#include "ui/viewer/comparecanvas.h"

#include <QPainter>

#include <algorithm>

namespace retake {

namespace {

constexpr double cornerInset = 10; // as the labels

} // namespace

bool CompareCanvas::isApart() const
{
    return shownMode() == ViewMode::SideBySide || shownMode() == ViewMode::Grid;
}

std::vector<Side> CompareCanvas::sides() const
{
    std::vector<Side> there(bothSides.begin(), bothSides.end());
    for (const Side side : furtherSides) {
        if (shownMode() == ViewMode::Grid && half(side).present)
            there.push_back(side);
    }
    return there;
}

QRectF CompareCanvas::cell(Side side) const
{
    return shownMode() == ViewMode::Grid ? layoutNow().room(slot(side)) : QRectF();
}

std::optional<Side> CompareCanvas::cellAt(QPointF point) const
{
    for (const Side side : allSides) {
        if (cell(side).contains(point))
            return side;
    }
    return std::nullopt;
}

void CompareCanvas::paintGrid(QPainter &painter)
{
    for (const Side side : allSides) {
        if (half(side).present)
            paintOne(painter, side);
        else if (m_surroundings == Surroundings::Shown)
            canvasmarks::paintEmptyPlace(painter, standIn(side),
                                         tr("Drop a video here,\nor click to add a take"));
    }
}

// After can go when another one can take its place.
bool CompareCanvas::canTakeOut(Side side) const
{
    if (shownMode() != ViewMode::Grid || m_surroundings == Surroundings::Hidden)
        return false;
    const bool hasFurther = std::any_of(furtherSides.begin(), furtherSides.end(),
                                        [this](Side other) { return half(other).present; });
    return isFurther(side) ? half(side).present : side == Side::After && hasFurther;
}

void CompareCanvas::placeButtons()
{
    for (const Side side : {Side::After, Side::Third, Side::Fourth}) {
        QAbstractButton *&button = m_takeOut[std::size_t(side)];
        if (!canTakeOut(side)) {
            if (button)
                button->hide();
            continue;
        }
        if (!button) {
            const QString name = side == Side::After   ? QStringLiteral("takeOutAfter")
                                 : side == Side::Third ? QStringLiteral("takeOutThird")
                                                       : QStringLiteral("takeOutFourth");
            button = new CellButton(name, this);
            connect(button, &QAbstractButton::clicked, this, [this, side] { Q_EMIT takeOutClicked(side); });
        }
        const QString words = tr("Take “%1” out of the grid").arg(labelOf(side));
        button->setAccessibleName(words);
        button->setToolTip(words);
        const QRectF seen = pictureRect(side).intersected(cell(side));
        const QRectF within = seen.isEmpty() ? standIn(side) : seen;
        button->resize(button->sizeHint());
        button->move((within.topRight() + QPointF(-cornerInset - button->width(), cornerInset)).toPoint());
        button->show();
    }
}

// The further cell there, for a click; where the pictures are alone, only one that has a picture.
std::optional<Side> CompareCanvas::furtherAt(QPointF point) const
{
    const std::optional<Side> side = cellAt(point);
    const bool seen = side && (half(*side).present || m_surroundings == Surroundings::Shown);
    return seen && isFurther(*side) ? side : std::nullopt;
}

void CompareCanvas::clickCell(QPointF point)
{
    const std::optional<Side> side = furtherAt(point);
    if (!side)
        return;
    if (half(*side).present)
        Q_EMIT furtherClicked(*side);
    else
        Q_EMIT emptyCellClicked(*side, point.toPoint());
}

// What a click there does; empty: nothing.
QString CompareCanvas::cellHint(QPointF point) const
{
    const std::optional<Side> side = furtherAt(point);
    if (!side)
        return {};
    return half(*side).present ? tr("Click to make it After") : tr("Click to add a take");
}

} // namespace retake
