// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/canvasmarks.h"
#include "ui/viewer/comparecanvas.h"
#include "ui/viewer/viewercolors.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace retake {

namespace {

constexpr double legendRoom = 240; // at least what the legend takes from the right
constexpr double takeOutRoom = 24; // for the button in the other corner
constexpr double blockyAbove = 2;  // device pixels for one of the clip's

} // namespace

void CompareCanvas::paintEvent(QPaintEvent *)
{
    if (m_reportedRatio != devicePixelRatioF()) { // moved to a screen of another scale
        m_reportedRatio = devicePixelRatioF();
        QTimer::singleShot(0, this, &CompareCanvas::displaySizeChanged);
    }
    QPainter painter(this);
    painter.fillRect(rect(), viewercolors::canvas(palette()));
    painter.setRenderHint(QPainter::Antialiasing);
    const bool alone = m_held && !isApart() && shownMode() != ViewMode::Single;
    if (alone) {
        paintOne(painter, Side::After);
    } else {
        switch (shownMode()) {
        case ViewMode::Single:
            paintOne(painter, onlySide());
            break;
        case ViewMode::SideBySide:
            paintSideBySide(painter);
            break;
        case ViewMode::Wipe:
            paintWipe(painter);
            break;
        case ViewMode::Difference:
            paintDifference(painter);
            break;
        case ViewMode::Blink:
            paintOne(painter, m_blinkSide);
            break;
        case ViewMode::Grid:
            paintGrid(painter);
            break;
        }
    }
    if (m_readout)
        paintReadout(painter);
    if (hasFocus() && m_surroundings == Surroundings::Shown) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

// Only what is seen of it: at 1600 % a whole picture would lie outside of what a painter can count.
void CompareCanvas::paintImage(QPainter &painter, const QImage &image, const QRectF &place) const
{
    const QRectF seen = place.intersected(rect());
    if (image.isNull() || seen.isEmpty())
        return;
    const double across = image.width() / place.width();
    const double down = image.height() / place.height();
    const QRectF wanted((seen.left() - place.left()) * across, (seen.top() - place.top()) * down,
                        seen.width() * across, seen.height() * down);
    const QRect source = wanted.toAlignedRect().adjusted(-1, -1, 1, 1).intersected(image.rect());
    const QRectF target(place.left() + source.left() / across, place.top() + source.top() / down,
                        source.width() / across, source.height() / down);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !(m_scale && *m_scale > blockyAbove));
    // Whole, it goes into its place to the very pixel.
    painter.drawImage(source == image.rect() ? place : target, image, source);
    painter.restore();
}

void CompareCanvas::paintPicture(QPainter &painter, Side side, const QRectF &place)
{
    Half &shown = half(side);
    if (shown.picture.isNull() || place.isEmpty())
        return;
    painter.save();
    painter.setClipRect(layoutNow().room(slot(side)), Qt::IntersectClip);
    // In the size that was asked for it goes pixel by pixel. In the clip's own size, for the read-out, it is
    // brought to that of its place once.
    const QSize pixels = (place.size() * devicePixelRatioF()).toSize();
    const bool reduced = m_readout && !m_playing && shown.picture.width() > pixels.width();
    if (reduced && shown.fitted.size() != pixels)
        shown.fitted = shown.picture.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    paintImage(painter, reduced ? shown.fitted : shown.picture, place);
    if (!shown.crop.isNull()) {
        const QRectF &crop = shown.crop;
        canvasmarks::paintCrop(painter, place,
                               {place.left() + crop.left() * place.width(),
                                place.top() + crop.top() * place.height(), crop.width() * place.width(),
                                crop.height() * place.height()});
    }
    painter.restore();
}

void CompareCanvas::paintSideBySide(QPainter &painter)
{
    for (const Side side : bothSides)
        paintOne(painter, side);
}

void CompareCanvas::paintOne(QPainter &painter, Side side)
{
    const QRectF place = pictureRect(side);
    paintPicture(painter, side, place);
    paintSentence(painter, side);
    if (!half(side).present)
        return;
    const QRectF seen = place.intersected(layoutNow().room(slot(side)));
    const QRectF within = seen.isEmpty() ? standIn(side) : seen;
    const double taken = canTakeOut(side) ? takeOutRoom : 0;
    paintLabel(painter, within, labelText(side), Qt::TopLeftCorner, within.width() - taken);
}

void CompareCanvas::paintWipe(QPainter &painter)
{
    const QRectF place = sharedRect();
    const QRectF seen = sharedVisible();
    if (seen.isEmpty())
        return;
    // An upright or level line stands between device pixels.
    WipeLine line = m_wipe;
    if (line.isStraight()) {
        const double ratio = devicePixelRatioF();
        const QPointF on = place.center() - line.across() * line.distance(place, place.center());
        line = line.through(place, {std::round(on.x() * ratio) / ratio, std::round(on.y() * ratio) / ratio});
    }
    const Side first = m_swapped ? Side::After : Side::Before;
    const auto paintPart = [&](Side side, WipeLine::Part which) {
        const QPolygonF part = line.part(place, seen, which);
        painter.save();
        if (line.isStraight()) {
            painter.setClipRect(part.boundingRect());
        } else {
            QPainterPath path;
            path.addPolygon(part);
            painter.setRenderHint(QPainter::Antialiasing, false);
            painter.setClipPath(path);
        }
        if (part.size() > 2)
            paintPicture(painter, side, place);
        painter.restore();
    };
    paintPart(first, WipeLine::Part::First);
    paintPart(otherSide(first), WipeLine::Part::Second);
    if (const auto drawn = line.segment(place, seen)) {
        canvasmarks::paintWipeLine(painter, *drawn);
        if (m_surroundings == Surroundings::Shown || m_stirred.isActive() || m_drag != Drag::None)
            canvasmarks::paintWipeGrips(painter, *drawn, wipeTurnGrip());
    }
    paintWipeLabels(painter);
}

void CompareCanvas::paintLabel(QPainter &painter, const QRectF &within, const QString &text,
                               Qt::Corner corner, double room) const
{
    canvasmarks::paintLabel(painter, within, text, corner, room);
}

// Each in a corner of its own side of the line; not at all where that side has no room for it.
void CompareCanvas::paintWipeLabels(QPainter &painter) const
{
    const QRectF place = sharedRect();
    const QRectF seen = sharedVisible();
    const Side first = m_swapped ? Side::After : Side::Before;
    for (const Side side : bothSides) {
        const double sign = side == first ? -1 : 1;
        const auto clearance = [&](const QRectF &chip) {
            double least = 1e9;
            for (const QPointF corner :
                 {chip.topLeft(), chip.topRight(), chip.bottomLeft(), chip.bottomRight()})
                least = std::min(least, sign * m_wipe.distance(place, corner));
            return least;
        };
        // The upper corners are where one looks: a lower one must lie a good deal deeper in its side.
        const double bias = seen.height() * 0.3;
        const std::array corners{Qt::TopLeftCorner, Qt::TopRightCorner, Qt::BottomLeftCorner,
                                 Qt::BottomRightCorner};
        for (const QString &text : {labelText(side), sideName(side)}) {
            std::optional<Qt::Corner> best;
            double deepest = 0;
            for (const Qt::Corner corner : corners) {
                const QRectF chip =
                    canvasmarks::labelRect(painter.fontMetrics(), seen, text, corner, seen.width() / 2);
                const double room = chip.intersects(readoutRect()) ? 0 : clearance(chip);
                const bool upper = corner == Qt::TopLeftCorner || corner == Qt::TopRightCorner;
                const double worth = room + (upper ? bias : 0);
                if (room >= 3 && (!best || worth > deepest)) {
                    best = corner;
                    deepest = worth;
                }
            }
            if (best) {
                paintLabel(painter, seen, text, *best, seen.width() / 2);
                break;
            }
            if (m_sideNames == SideNames::Hidden)
                break;
        }
    }
}

void CompareCanvas::paintDifference(QPainter &painter)
{
    const QImage &before = half(Side::Before).picture;
    const QImage &after = half(Side::After).picture;
    const QRectF place = sharedRect();
    const QRectF seen = sharedVisible();
    if (before.isNull() || after.isNull() || seen.isEmpty())
        return;
    // Of what is seen alone: there is no more of it than the canvas has pixels.
    const double across = before.width() / place.width();
    const double down = before.height() / place.height();
    const QRect part = QRectF((seen.left() - place.left()) * across, (seen.top() - place.top()) * down,
                              seen.width() * across, seen.height() * down)
                           .toAlignedRect()
                           .intersected(before.rect());
    if (m_difference.isNull() || m_differencePart != part) {
        m_difference = differenceOf(before, after, m_look, part);
        m_differencePart = part;
    }
    painter.save();
    painter.setClipRect(seen);
    paintImage(painter, m_difference,
               {place.left() + part.left() / across, place.top() + part.top() / down, part.width() / across,
                part.height() / down});
    painter.restore();
    paintLabel(painter, seen, labelText(slot(Side::Before)), Qt::TopLeftCorner, seen.width() / 2);
    paintLabel(painter, seen, labelText(slot(Side::After)), Qt::TopRightCorner, seen.width() / 2);
    QRectF free = seen;
    if (const QRectF taken = readoutRect(); !taken.isNull() && taken.right() > seen.right() - legendRoom)
        free.setBottom(std::min(seen.bottom(), taken.top()));
    if (m_surroundings == Surroundings::Shown)
        canvasmarks::paintLegend(painter, free, m_look);
}

void CompareCanvas::paintSentence(QPainter &painter, Side side) const
{
    if (const auto &sentence = half(side).sentence)
        canvasmarks::paintSentence(painter, standIn(side), *sentence, palette());
}

} // namespace retake
