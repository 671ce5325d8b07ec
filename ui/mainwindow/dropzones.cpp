// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/dropzones.h"

#include "ui/viewer/viewercolors.h"
#include "ui/widgets/picturefiles.h"

#include <QDropEvent>
#include <QLineF>
#include <QPainter>
#include <QTimer>

#include <algorithm>

namespace retake {

namespace {

constexpr double zoneMargin = 14;

} // namespace

DropZones::DropZones(const Words &words, QWidget *covered)
    : QWidget(covered)
    , m_words{words.left, words.right, words.further, words.further}
{
    setObjectName(QStringLiteral("dropZones"));
    setAccessibleName(QString(words.left + u", " + words.right));
    setAcceptDrops(true);
    hide();
}

void DropZones::offer(const BySide<QRect> &cells)
{
    m_cells = cells;
    setGeometry(parentWidget()->rect());
    m_over.reset();
    show();
    raise();
}

// What was under the pointer hears that the drag left it before the zones hear that it came.
void DropZones::withdraw()
{
    QTimer::singleShot(0, this, [this] {
        if (!m_over)
            hide();
    });
}

// Between the zones the nearest one counts.
Side DropZones::sideAt(QPointF place) const
{
    if (!hasCells())
        return place.x() < width() / 2.0 ? Side::Before : Side::After;
    const auto away = [&](Side side) { return QLineF(zone(side).center(), place).length(); };
    return *std::min_element(allSides.begin(), allSides.end(),
                             [&](Side one, Side other) { return away(one) < away(other); });
}

QRectF DropZones::zone(Side side) const
{
    if (hasCells())
        return m_cells[std::size_t(side)];
    if (isFurther(side))
        return {};
    const double width = (this->width() - 3 * zoneMargin) / 2;
    const double left = side == Side::Before ? zoneMargin : 2 * zoneMargin + width;
    return {left, zoneMargin, width, height() - 2 * zoneMargin};
}

void DropZones::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = viewercolors::canvas(palette());
    ground.setAlpha(hasCells() ? 232 : 200); // an empty cell has words of its own
    painter.fillRect(rect(), ground);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    for (const Side side : allSides) {
        if (zone(side).isEmpty())
            continue;
        const bool over = m_over == side;
        const QColor line = over ? palette().color(QPalette::Highlight) : viewercolors::onCanvasSecond();
        QColor fill = line;
        fill.setAlpha(over ? 70 : 20);
        painter.setPen(QPen(line, 2, Qt::DashLine));
        painter.setBrush(fill);
        painter.drawRoundedRect(zone(side), 9, 9);
        painter.setPen(viewercolors::onCanvas());
        painter.drawText(zone(side).adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap,
                         m_words[std::size_t(side)]);
    }
}

void DropZones::dragEnterEvent(QDragEnterEvent *event)
{
    if (!carriesMedia(event->mimeData()))
        return;
    event->acceptProposedAction();
    m_over = sideAt(event->position());
    update();
}

void DropZones::dragMoveEvent(QDragMoveEvent *event)
{
    event->acceptProposedAction();
    m_over = sideAt(event->position());
    update();
}

void DropZones::dragLeaveEvent(QDragLeaveEvent *)
{
    m_over.reset();
    hide(); // the window offers them again, should the drag still be in it
}

void DropZones::dropEvent(QDropEvent *event)
{
    m_over.reset();
    hide();
    const DroppedMedia media = mediaIn(event->mimeData());
    if (media.videos.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT dropped(sideAt(event->position()), media.videos.constFirst());
}

} // namespace retake
