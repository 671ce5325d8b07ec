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
