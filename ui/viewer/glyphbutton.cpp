// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/glyphbutton.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <QStyleOptionToolButton>

namespace retake {

namespace {

// On a field of 20 x 20, as a filled outline.
QPainterPath drawingOf(GlyphButton::Glyph glyph)
{
    QPainterPath path;
    const auto triangle = [&path](QPointF tip, double width, double half) {
        path.addPolygon(
            QPolygonF{tip, tip - QPointF(width, half), tip - QPointF(width, -half), tip}); // points right
        path.closeSubpath();
    };
    const auto bar = [&path](double x, double width) { path.addRoundedRect(x, 4, width, 12, 0.8, 0.8); };
    const auto brackets = [&path] { // around a piece
        path.setFillRule(Qt::WindingFill);
        for (const double x : {1.6, 16.8})
            path.addRect(x, 4, 1.6, 12);
        for (const double y : {4.0, 14.4}) {
            path.addRect(1.6, y, 3.8, 1.6);
            path.addRect(14.6, y, 3.8, 1.6);
        }
    };
    const auto glass = [&path] { // with a minus in it
        path.addEllipse(QPointF(8.6, 8.6), 6.2, 6.2);
        path.addEllipse(QPointF(8.6, 8.6), 4.7, 4.7);
        path.addPolygon(QPolygonF{{12.6, 13.8}, {13.8, 12.6}, {18, 16.8}, {16.8, 18}, {12.6, 13.8}});
        path.addRect(6.1, 7.9, 5, 1.4);
    };
    switch (glyph) {
    case GlyphButton::Glyph::ToStart:
        bar(3.4, 2.2);
        triangle({6.6, 10}, -9, 6);
        break;
    case GlyphButton::Glyph::StepBack:
        triangle({3.6, 10}, -8, 5.4);
        bar(13.6, 2.2);
        break;
    case GlyphButton::Glyph::Play:
        triangle({16.6, 10}, 11.6, 7);
        break;
    case GlyphButton::Glyph::Pause:
        bar(5, 3.4);
        bar(11.6, 3.4);
        break;
    case GlyphButton::Glyph::StepForward:
        bar(4.2, 2.2);
        triangle({16.4, 10}, 8, 5.4);
        break;
    case GlyphButton::Glyph::ToEnd:
        triangle({13.4, 10}, 9, 6);
        bar(14.4, 2.2);
        break;
    case GlyphButton::Glyph::PreviousPiece:
        brackets();
        triangle({6.6, 10}, -6, 3.6);
        break;
    case GlyphButton::Glyph::AroundPlayhead:
        brackets();
        path.addRect(9.2, 2, 1.6, 16);
        break;
    case GlyphButton::Glyph::NextPiece:
        brackets();
        triangle({13.4, 10}, 6, 3.6);
        break;
    case GlyphButton::Glyph::More:
        for (const double x : {4.0, 10.0, 16.0})
            path.addEllipse(QPointF(x, 10), 1.7, 1.7);
        break;
    case GlyphButton::Glyph::ZoomOut:
        glass();
        break;
    case GlyphButton::Glyph::ZoomIn:
        glass();
        path.addRect(7.9, 6.1, 1.4, 1.8);
        path.addRect(7.9, 9.3, 1.4, 1.8);
        break;
    }
    return path;
}

} // namespace

GlyphButton::GlyphButton(Glyph glyph, const QString &name, QWidget *parent)
    : QToolButton(parent)
    , m_glyph(glyph)
{
    setObjectName(name);
    setFocusPolicy(Qt::TabFocus);
    setAutoRaise(true);
    setProperty("flat", true);
    setProperty("icononly", true);
}

void GlyphButton::setGlyph(Glyph glyph)
{
    m_glyph = glyph;
    update();
}

QSize GlyphButton::sizeHint() const
{
    return {30, 30};
}

void GlyphButton::paintEvent(QPaintEvent *)
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    QPainter painter(this);
    style()->drawComplexControl(QStyle::CC_ToolButton, &option, &painter, this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate((width() - 20) / 2.0, (height() - 20) / 2.0);
    // A flat button's own text is of the second rank; the drawing is as plain as the timecode beside it.
    QColor color = parentWidget()->palette().color(QPalette::WindowText);
    if (!isEnabled())
        color.setAlphaF(0.4f);
    painter.fillPath(drawingOf(m_glyph), color);
}

} // namespace retake
