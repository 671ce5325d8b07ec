// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/filmstrip.h"

#include "ui/viewer/timecode.h"
#include "ui/viewer/viewercolors.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

using namespace std::chrono_literals;

constexpr int leastPixelsALabel = 84;
constexpr std::array<Microseconds, 16> rulerSteps{100ms, 200ms, 500ms, 1s,   2s,   5s,   10s,   15s,
                                                  30s,   60s,   120s,  300s, 600s, 900s, 1800s, 3600s};

QString rulerText(Microseconds time, Microseconds step)
{
    const QString text = formatTimecode(time);
    return step < 1s ? text.chopped(1) : text.chopped(3);
}

QRectF cutToShape(const QImage &picture, const QSizeF &place)
{
    const QSizeF part = place.scaled(QSizeF(picture.size()), Qt::KeepAspectRatio);
    return {(picture.width() - part.width()) / 2, (picture.height() - part.height()) / 2, part.width(),
            part.height()};
}

QColor lineOf(const QPalette &palette)
{
    QColor line = palette.color(QPalette::WindowText);
    line.setAlphaF(0.16f);
    return line;
}

} // namespace

// Every place has its picture, one made for nearly the same moment, or the strip's own ground.
QPixmap Filmstrip::film() const
{
    const QRect strip = track();
    const double ratio = devicePixelRatioF();
    QPixmap film(strip.size() * ratio);
    film.setDevicePixelRatio(ratio);
    film.fill(Qt::transparent);
    QPainter painter(&film);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath rounded;
    rounded.addRoundedRect(QRectF(QPointF(0, 0), QSizeF(strip.size())), 3, 3);
    painter.setClipPath(rounded);
    painter.fillRect(QRect(QPoint(0, 0), strip.size()), palette().color(QPalette::Button));
    if (m_view.isEmpty() || !m_reel.isOpen())
        return film;
    const double unit = double(m_view.span().count()) / std::max(strip.width(), 1);
    const Microseconds spacing = ThumbnailReel::spacingFor(pictureWidth() * 1.15, unit);
    const QColor line = lineOf(palette());
    for (qint64 number = m_view.from() / spacing; spacing * number < m_view.to(); ++number) {
        const double left = m_view.xOf(spacing * number) - strip.left();
        const QRectF place(left, 0, m_view.width(spacing), strip.height());
        const QImage picture = m_reel.picture(spacing, number);
        if (!picture.isNull())
            painter.drawImage(place, picture, cutToShape(picture, place.size()));
        if (number > 0)
            painter.fillRect(QRectF(left - 0.5, 0, 1, place.height()),
                             picture.isNull() ? line : QColor(0, 0, 0, 150));
    }
    return film;
}

void Filmstrip::paintEvent(QPaintEvent *)
{
    if (m_film.isNull())
        m_film = film();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPixmap(track().topLeft(), m_film);
    paintNote(painter);
    if (!m_view.isEmpty()) {
        paintRuler(painter);
        if (m_piece.out > m_piece.in)
            paintPiece(painter);
        paintReach(painter);
        paintPlayhead(painter);
        paintOverview(painter);
        paintBubble(painter);
    }
    if (hasFocus() && m_ringed) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

void Filmstrip::paintNote(QPainter &painter) const
{
    QString note;
    switch (m_state) {
    case State::Empty:
        break;
    case State::Loading:
        note = tr("Reading the clip…");
        break;
    case State::Failed:
        note = tr("This clip cannot be shown");
        break;
    case State::Ready:
        if (m_reel.failed())
            note = tr("There are no pictures of this clip");
        break;
    }
    if (note.isEmpty())
        return;
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(track(), Qt::AlignCenter, note);
}

void Filmstrip::paintRuler(QPainter &painter) const
{
    const double unit = double(m_view.span().count()) / std::max(track().width(), 1);
    const auto least = Microseconds(qint64(unit * leastPixelsALabel));
    const auto found = std::find_if(rulerSteps.begin(), rulerSteps.end(),
                                    [least](Microseconds step) { return step >= least; });
    const Microseconds step = found == rulerSteps.end() ? rulerSteps.back() : *found;
    QFont font = this->font();
    font.setPointSizeF(std::max(font.pointSizeF() * 0.76, 6.0));
    painter.setFont(font);
    const QFontMetrics metrics(font);
    QColor color = palette().color(QPalette::WindowText);
    color.setAlphaF(0.62f);
    for (Microseconds at = step * (m_view.from() / step); at <= m_view.to(); at += step) {
        const double x = m_view.xOf(at);
        const QString text = rulerText(at, step);
        if (at < m_view.from() || x + 5 + metrics.horizontalAdvance(text) > width())
            continue;
        painter.fillRect(QRectF(x - 0.5, 1, 1, 10), lineOf(palette()));
        painter.setPen(color);
        painter.drawText(QPointF(x + 4, metrics.ascent()), text);
    }
}

void Filmstrip::paintPiece(QPainter &painter) const
{
    const QRect strip = track();
    const double first = strip.left();
    const double last = strip.right() + 1;
    const double in = std::clamp(m_view.xOf(m_piece.in), first, last);
    const double out = std::clamp(m_view.xOf(m_piece.out), first, last);
    const QColor shade = viewercolors::isDark(palette()) ? QColor(10, 11, 14, 105) : QColor(30, 33, 40, 85);
    painter.fillRect(QRectF(first, strip.top(), in - first, strip.height()), shade);
    painter.fillRect(QRectF(out, strip.top(), last - out, strip.height()), shade);
    const QColor color = viewercolors::warning(palette());
    if (out > in) {
        painter.fillRect(QRectF(in, strip.top() - 2, out - in, 2), color);
        painter.fillRect(QRectF(in, strip.bottom() + 1, out - in, 2), color);
    }
}

// Dashed marks where the out handle would stop.
void Filmstrip::paintReach(QPainter &painter) const
{
    if (!m_reach)
        return;
    const QRect strip = track();
    const double out = m_view.xOf(m_piece.out);
    for (const Microseconds at : {m_reach->in, m_reach->out}) {
        const double x = m_view.xOf(at);
        // Not where the handle itself stands, nor outside.
        if (std::abs(x - out) < TrimGrip::handleWidth || x < strip.left() || x > strip.right() + 1)
            continue;
        painter.fillRect(QRectF(x - 1.5, strip.top(), 3, strip.height()), QColor(0, 0, 0, 110));
        QPen pen(viewercolors::isDark(palette()) ? viewercolors::warning(palette())
                                                 : QColor(0xff, 0xd0, 0x70),
                 1.5, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({3, 2.4});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, strip.top()), QPointF(x, strip.bottom() + 1));
    }
}

void Filmstrip::paintPlayhead(QPainter &painter) const
{
    const double x = std::round(m_view.xOf(m_position));
    if (x < 0 || x > width())
        return;
    const double bottom = track().bottom() + 3;
    painter.fillRect(QRectF(x - 2, 2, 4, bottom - 2), QColor(0, 0, 0, 130));
    painter.fillRect(QRectF(x - 1, 2, 2, bottom - 2), Qt::white);
    QPainterPath knob;
    knob.addRoundedRect(QRectF(x - 4.5, 0.5, 9, 9), 2.5, 2.5);
    painter.setPen(QPen(QColor(0, 0, 0, 150), 1));
    painter.setBrush(Qt::white);
    painter.drawPath(knob);
}

// Where in the clip the view is, while it shows a part.
void Filmstrip::paintOverview(QPainter &painter) const
{
    if (m_view.isWhole())
        return;
    const QRectF bar = QRectF(overview()).adjusted(0, 1, 0, 0);
    const double all = double(m_view.duration().count());
    const auto place = [&](Microseconds from, Microseconds to, double least) {
        const double left = bar.left() + double(from.count()) / all * bar.width();
        const double width = std::max(double((to - from).count()) / all * bar.width(), least);
        return QRectF(std::min(left, bar.right() - width), bar.top(), width, bar.height());
    };
    QColor ground = palette().color(QPalette::WindowText);
    ground.setAlphaF(0.10f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(bar, 2, 2);
    ground.setAlphaF(0.38f);
    painter.setBrush(ground);
    painter.drawRoundedRect(place(m_view.from(), m_view.to(), 8), 2, 2);
    painter.fillRect(place(m_piece.in, m_piece.out, 2), viewercolors::warning(palette()));
    painter.fillRect(place(m_position, m_position, 1.5), palette().color(QPalette::WindowText));
}

void Filmstrip::paintBubble(QPainter &painter) const
{
    if (m_bubble.isEmpty())
        return;
    const QRect strip = track();
    const QFontMetrics metrics = fontMetrics();
    const double wide = metrics.horizontalAdvance(m_bubble) + 16;
    const double high = metrics.height() + 6;
    const double gap = TrimGrip::handleWidth + 7;
    const double before = m_view.xOf(m_piece.in) - gap - wide;
    const double behind = m_view.xOf(m_piece.out) + gap;
    // Beside the piece, on the side of what is held while there is room.
    const bool fitsBefore = before >= 2;
    const bool fitsBehind = behind + wide <= width() - 2;
    const bool goesBehind = m_bubblePart == TrimPart::Out ? fitsBehind || !fitsBefore : !fitsBefore;
    const double x = std::clamp(goesBehind ? behind : before, 2.0, std::max(width() - wide - 2, 2.0));
    const QRectF box(x, strip.center().y() - high / 2, wide, high);
    painter.setPen(QPen(QColor(255, 255, 255, 60), 1));
    painter.setBrush(QColor(12, 13, 16, 235));
    painter.drawRoundedRect(box, 5, 5);
    painter.setPen(viewercolors::onCanvas());
    painter.setFont(font());
    painter.drawText(box, Qt::AlignCenter, m_bubble);
}

} // namespace retake
