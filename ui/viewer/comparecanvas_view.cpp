// SPDX-License-Identifier: GPL-3.0-or-later
// Where the pictures stand, zoom and pan.
#include "ui/viewer/comparecanvas.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace retake {

namespace {

constexpr std::array roundScales{0.05, 0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0};

} // namespace

QSize CompareCanvas::shape(Side side) const
{
    const Half &shown = half(side);
    return shown.clipSize.isEmpty() ? shown.picture.size() : shown.clipSize;
}

Side CompareCanvas::reference() const
{
    return shape(Side::Before).isEmpty() ? Side::After : Side::Before;
}

CanvasLayout CompareCanvas::layoutNow() const
{
    CanvasLayout layout{size(), shownMode(), devicePixelRatioF(), m_surroundings};
    if (shownMode() == ViewMode::Grid) {
        CanvasLayout row = layout; // where the pictures, upright ones mostly, are larger in one row
        row.columns = int(allSides.size());
        const QSize shown = shape(reference());
        if (row.fitScale(shown, Side::Before) > layout.fitScale(shown, Side::Before))
            layout.columns = row.columns;
    }
    if (m_scale && !shape(reference()).isEmpty()) {
        layout.factor = *m_scale / layout.fitScale(shape(reference()), slot(reference()));
        layout.centre = m_centre;
    }
    return layout;
}

double CompareCanvas::scale() const
{
    const Side side = reference();
    return m_scale ? *m_scale : layoutNow().fitScale(shape(side), slot(side));
}

QSize CompareCanvas::displaySize(Side side) const
{
    const CanvasLayout layout = layoutNow();
    const QSize box = layout.boxInPixels(slot(side));
    QSize own = half(side).clipSize;
    if (own.isEmpty())
        return layout.roomInPixels(slot(side));
    // What is compared pixel by pixel has one size.
    if (shownMode() == ViewMode::Difference && !shape(Side::Before).isEmpty() &&
        !half(Side::Before).clipSize.isEmpty())
        own = half(Side::Before).clipSize;
    const bool pixelsWanted = m_readout && !m_playing;
    const bool larger = m_scale && own.scaled(box, Qt::KeepAspectRatio).width() >= own.width();
    return pixelsWanted || larger ? own : box;
}

QRectF CompareCanvas::pictureRect(Side side) const
{
    const QSize seen = half(side).picture.isNull() ? QSize() : shape(side);
    return layoutNow().place(seen, slot(side));
}

QRectF CompareCanvas::visibleRect(Side side) const
{
    const bool shared = isShared() || (m_held && !isApart());
    return (shared ? sharedRect() : pictureRect(side)).intersected(layoutNow().room(slot(side)));
}

// The place that both share in the modes that lay one over the other: Before's.
QRectF CompareCanvas::sharedRect() const
{
    const QRectF before = pictureRect(Side::Before);
    return before.isEmpty() ? pictureRect(Side::After) : before;
}

QRectF CompareCanvas::sharedVisible() const
{
    return sharedRect().intersected(layoutNow().room(slot(Side::Before)));
}

// Where a side without a picture has its label and sentence: in the shape of the other side's picture.
QRectF CompareCanvas::standIn(Side side) const
{
    CanvasLayout layout = layoutNow();
    layout.factor = 1;
    const QRectF room = layout.room(slot(side));
    const Side like = isFurther(side) ? reference() : otherSide(side);
    const QRectF likeOther = layout.place(half(like).picture.size(), slot(side));
    const bool roomy =
        likeOther.height() >= 8 * fontMetrics().height() && likeOther.width() * 2 >= room.width();
    return roomy ? likeOther : room;
}

Side CompareCanvas::sideAt(QPointF point) const
{
    switch (shownMode()) {
    case ViewMode::Single:
        return onlySide();
    case ViewMode::SideBySide: {
        const bool onLeft = point.x() < width() / 2.0;
        return slot(onLeft ? Side::Before : Side::After);
    }
    case ViewMode::Grid:
        return cellAt(point).value_or(reference());
    case ViewMode::Wipe:
    case ViewMode::Difference:
    case ViewMode::Blink:
        return reference();
    }
    return Side::Before;
}

bool CompareCanvas::canPan() const
{
    const CanvasLayout layout = layoutNow();
    const std::vector<Side> shown = sides();
    return m_scale && std::any_of(shown.begin(), shown.end(), [&](Side side) {
               const QRectF place = pictureRect(side);
               const QRectF room = layout.room(slot(side));
               return place.width() > room.width() + 0.5 || place.height() > room.height() + 0.5;
           });
}

void CompareCanvas::zoomTo(double scale)
{
    const Side side = sideAt(QRectF(rect()).center());
    zoomTo(scale, layoutNow().room(slot(side)).center());
}

// What is at the point stays there.
void CompareCanvas::zoomTo(double scale, QPointF about)
{
    if (shape(reference()).isEmpty())
        return;
    Side side = sideAt(about);
    if (shape(side).isEmpty()) { // an empty cell
        side = reference();
        about = layoutNow().room(slot(side)).center();
    }
    const QRectF before = layoutNow().place(shape(side), slot(side));
    const QRectF room = layoutNow().room(slot(side));
    const double fit = layoutNow().fitScale(shape(reference()), slot(reference()));
    const double least = std::min(fit, 1.0);
    const double held = std::clamp(scale, least, std::max(largestScale, fit));
    const bool fits = std::abs(held / fit - 1) < 0.005;
    const QPointF part((about.x() - before.left()) / std::max(before.width(), 1.0),
                       (about.y() - before.top()) / std::max(before.height(), 1.0));
    setScaleFor(fits ? std::nullopt : std::optional(held));
    const QSizeF now = layoutNow().place(shape(side), slot(side)).size();
    m_centre = QPointF(part.x() + (room.center().x() - about.x()) / std::max(now.width(), 1.0),
                       part.y() + (room.center().y() - about.y()) / std::max(now.height(), 1.0));
    zoomed();
    Q_EMIT zoomChanged();
}

void CompareCanvas::setScaleFor(std::optional<double> scale)
{
    m_scale = scale;
    m_difference = {};
}

void CompareCanvas::zoomStep(int way)
{
    const double from = scale();
    const double fit = layoutNow().fitScale(shape(reference()), slot(reference()));
    double to = way > 0 ? largestScale : 0;
    for (const double round : roundScales) {
        if (way > 0 && round > from * 1.01)
            to = std::min(to, round);
        if (way < 0 && round < from * 0.99)
            to = std::max(to, round);
    }
    // Everything is seen at once on the way, too.
    if ((from < fit * 0.99 && to > fit) || (from > fit * 1.01 && to < fit))
        to = fit;
    zoomTo(to);
}

void CompareCanvas::fitPictures()
{
    m_centre = {0.5, 0.5};
    setScaleFor(std::nullopt);
    zoomed();
    Q_EMIT zoomChanged();
}

void CompareCanvas::panBy(QPointF logical)
{
    const Side side = reference();
    const QSizeF place = layoutNow().place(shape(side), slot(side)).size();
    if (place.isEmpty() || !m_scale)
        return;
    m_centre -= QPointF(logical.x() / place.width(), logical.y() / place.height());
    zoomed();
}

// The centre is held where the pictures really are, so that a way back is never longer than the way there.
void CompareCanvas::zoomed()
{
    if (m_scale && !shape(reference()).isEmpty())
        m_centre = layoutNow().heldCentre(shape(reference()), slot(reference()));
    update();
    placeButtons();
    Q_EMIT displaySizeChanged();
}

std::optional<CompareCanvas::Pixel> CompareCanvas::pixelAt(Side side, QPointF point) const
{
    const QImage &picture = half(side).picture;
    const QRectF place = pictureRect(side);
    if (picture.isNull() || place.isEmpty())
        return std::nullopt;
    // The part of the picture under the pointer, by the side that the pointer is on.
    const Side under = sideAt(point);
    const QRectF there = pictureRect(under);
    if (there.isEmpty() || !there.intersected(layoutNow().room(slot(under))).contains(point))
        return std::nullopt;
    const QPointF part((point.x() - there.left()) / there.width(),
                       (point.y() - there.top()) / there.height());
    const auto pixelOf = [&part](QSize size) {
        return QPoint(std::clamp(int(part.x() * size.width()), 0, size.width() - 1),
                      std::clamp(int(part.y() * size.height()), 0, size.height() - 1));
    };
    return Pixel{pixelOf(shape(side)), picture.pixel(pixelOf(picture.size()))};
}

} // namespace retake
