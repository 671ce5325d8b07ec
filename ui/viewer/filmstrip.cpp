// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/filmstrip.h"

#include "ui/viewer/viewercolors.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

constexpr int handleWidth = 9;
constexpr int handleReach = 4; // pixels beside a handle that still take it
constexpr int frameWidth = 2;  // of the line around the piece
constexpr int playheadAbove = 5;

} // namespace

Filmstrip::Filmstrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("filmstrip"));
    setAccessibleName(tr("Filmstrip"));
    setAccessibleDescription(tr("Click to seek; I and O set the trim at the playhead"));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize Filmstrip::sizeHint() const
{
    return {600, 54};
}

QSize Filmstrip::minimumSizeHint() const
{
    return {160, 54};
}

void Filmstrip::setDuration(Microseconds timeline)
{
    m_duration = timeline;
    update();
}

void Filmstrip::setPosition(Microseconds position)
{
    m_position = position;
    update();
}

void Filmstrip::setThumbnailCount(int count, Microseconds clip)
{
    m_thumbnails = QList<QImage>(count);
    m_thumbnailSpan = clip;
    update();
}

void Filmstrip::setThumbnail(int index, const QImage &picture)
{
    if (index >= 0 && index < m_thumbnails.size())
        m_thumbnails[index] = picture;
    update();
}

void Filmstrip::setRange(const TrimRange &range)
{
    m_range = range;
    update();
}

void Filmstrip::setPiece(const Trim &piece)
{
    m_piece = piece;
    update();
}

QRect Filmstrip::track() const
{
    return rect().adjusted(handleWidth, playheadAbove + frameWidth, -handleWidth, -frameWidth);
}

int Filmstrip::xOf(Microseconds time) const
{
    const QRect strip = track();
    if (m_duration <= Microseconds(0))
        return strip.left();
    const double part = double(time.count()) / double(m_duration.count());
    return strip.left() + int(std::lround(std::clamp(part, 0.0, 1.0) * strip.width()));
}

Microseconds Filmstrip::timeAt(double x) const
{
    const QRect strip = track();
    const double part = std::clamp((x - strip.left()) / std::max(strip.width(), 1), 0.0, 1.0);
    return Microseconds(qint64(part * double(m_duration.count())));
}

Filmstrip::Grip Filmstrip::gripAt(QPointF place) const
{
    if (m_duration <= Microseconds(0) || !rect().contains(place.toPoint()))
        return Grip::None;
    if (m_piece.out > m_piece.in) {
        const double in = xOf(m_piece.in);
        const double out = xOf(m_piece.out);
        if (place.x() >= in - handleWidth - handleReach && place.x() <= in)
            return Grip::In;
        if (place.x() >= out && place.x() <= out + handleWidth + handleReach)
            return Grip::Out;
    }
    return Grip::Playhead;
}

void Filmstrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_grip = gripAt(event->position());
    if (m_grip == Grip::Playhead)
        Q_EMIT seekRequested(timeAt(event->position().x()));
}

void Filmstrip::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    switch (m_grip) {
    case Grip::None: {
        const Grip under = gripAt(event->position());
        setCursor(under == Grip::In || under == Grip::Out ? Qt::SizeHorCursor : Qt::ArrowCursor);
        return;
    }
    case Grip::Playhead:
        Q_EMIT seekRequested(timeAt(x));
        return;
    case Grip::In:
    case Grip::Out:
        break;
    }
    const Trim moved =
        m_grip == Grip::In ? m_range.dragIn(m_piece, timeAt(x)) : m_range.dragOut(m_piece, timeAt(x));
    if (moved == m_piece)
        return;
    setPiece(moved);
    Q_EMIT pieceDragged(moved);
    // The picture at the cut shows where it is.
    Q_EMIT seekRequested(m_grip == Grip::In ? moved.in : moved.out - Microseconds(1));
}

void Filmstrip::mouseReleaseEvent(QMouseEvent *)
{
    m_grip = Grip::None;
}

void Filmstrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRect strip = track();
    QPainterPath rounded;
    rounded.addRoundedRect(strip, 3, 3);
    painter.save();
    painter.setClipPath(rounded);
    painter.fillRect(strip, palette().color(QPalette::Button));
    paintThumbnails(painter);
    painter.restore();
    if (m_duration <= Microseconds(0))
        return;
    if (m_piece.out > m_piece.in)
        paintPiece(painter);

    const int x = xOf(m_position);
    painter.fillRect(QRect(x - 2, 0, 4, height()), QColor(0, 0, 0, 130));
    painter.fillRect(QRect(x - 1, 0, 2, height()), Qt::white);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

// As many pictures as fit side by side; each place shows the one that was taken nearest to its middle.
void Filmstrip::paintThumbnails(QPainter &painter) const
{
    const auto made = std::find_if(m_thumbnails.begin(), m_thumbnails.end(),
                                   [](const QImage &picture) { return !picture.isNull(); });
    if (made == m_thumbnails.end() || m_duration <= Microseconds(0))
        return;
    const QRect strip = track();
    const double end = xOf(std::min(m_thumbnailSpan, m_duration)) - strip.left();
    const double wished = double(strip.height()) * made->width() / std::max(made->height(), 1);
    const int places = std::clamp(int(std::lround(end / std::max(wished, 8.0))), 1, 400);
    const double width = end / places;
    for (int place = 0; place < places; ++place) {
        const auto index = qsizetype((place + 0.5) / places * double(m_thumbnails.size()));
        const QImage &picture = m_thumbnails[std::min(index, m_thumbnails.size() - 1)];
        const QRectF target(strip.left() + place * width, strip.top(), width, strip.height());
        if (!picture.isNull()) {
            // Cut to the shape of the place, from the middle.
            const QSizeF part = target.size().scaled(QSizeF(picture.size()), Qt::KeepAspectRatio);
            const QRectF source((picture.width() - part.width()) / 2, (picture.height() - part.height()) / 2,
                                part.width(), part.height());
            painter.drawImage(target, picture, source);
        }
        if (place > 0)
            painter.fillRect(QRectF(target.left() - 0.5, target.top(), 1, target.height()),
                             QColor(0, 0, 0, 150));
    }
}

void Filmstrip::paintPiece(QPainter &painter) const
{
    const QRect strip = track();
    const int in = xOf(m_piece.in);
    const int out = xOf(m_piece.out);
    const QColor shade(10, 11, 14, 140);
    painter.fillRect(QRect(QPoint(strip.left(), strip.top()), QPoint(in - 1, strip.bottom())), shade);
    painter.fillRect(QRect(QPoint(out, strip.top()), QPoint(strip.right(), strip.bottom())), shade);

    const QColor color = viewercolors::warning(palette());
    QPainterPath frame;
    frame.setFillRule(Qt::OddEvenFill);
    frame.addRoundedRect(QRectF(in - handleWidth, strip.top() - frameWidth, out - in + 2 * handleWidth,
                                strip.height() + 2 * frameWidth),
                         4, 4);
    frame.addRect(QRectF(in, strip.top(), out - in, strip.height()));
    painter.fillPath(frame, color);
    const double middle = strip.center().y() + 0.5;
    for (const double x : {in - handleWidth / 2.0, out + handleWidth / 2.0})
        painter.fillRect(QRectF(x - 0.75, middle - 6, 1.5, 12), QColor(0, 0, 0, 120));
}

} // namespace retake
