// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/changestrip.h"

#include "session/comparisonwords.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

using namespace std::chrono_literals;

constexpr int changeStripHeight = 22;
constexpr double middle = 11;
constexpr double barLength = 9.5;
constexpr double leastBar = 1;

// Small changes are to be seen beside large ones.
double lengthOf(double amount)
{
    return amount <= 0 ? 0 : std::max(leastBar, barLength * std::sqrt(amount));
}

QColor faded(QColor color, float alpha)
{
    color.setAlphaF(alpha);
    return color;
}

} // namespace

Microseconds momentOf(const FrameChange &frame)
{
    return frame.pair.time + 100us;
}

ChangeStrip::ChangeStrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("changeStrip"));
    setAccessibleName(tr("What changed, frame by frame"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

QSize ChangeStrip::sizeHint() const
{
    return {600, changeStripHeight};
}

QSize ChangeStrip::minimumSizeHint() const
{
    return {160, changeStripHeight};
}

void ChangeStrip::setView(const StripView &view)
{
    m_view = view;
    arrange();
}

void ChangeStrip::setPosition(Microseconds position)
{
    m_position = position;
    update();
}

void ChangeStrip::setMeasure(const std::optional<Measure> &measure)
{
    m_measure = measure;
    arrange();
}

void ChangeStrip::setProgress(double part)
{
    m_progress = part;
    update();
}

// A frame lasts until the next; the last one as long as the one before it.
void ChangeStrip::arrange()
{
    m_columns.assign(std::size_t(std::max(width(), 0)), Column());
    update();
    if (!m_measure || m_view.isEmpty())
        return;
    const std::vector<FrameChange> &frames = m_measure->frames;
    Microseconds length = 40ms;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const Microseconds begin = frames[i].pair.time;
        if (i + 1 < frames.size())
            length = frames[i + 1].pair.time - begin;
        const int last = width() - 1;
        const int left = int(std::clamp(std::floor(m_view.xOf(begin)), 0.0, double(width())));
        const int right = std::min(last, int(std::max(std::ceil(m_view.xOf(begin + length)) - 1, -1.0)));
        const auto light = float(frames[i].light());
        const auto colour = float(frames[i].colour());
        for (int x = left; x <= std::max(right, std::min(left, last)); ++x) {
            Column &column = m_columns[std::size_t(x)];
            if (column.frame < 0 || std::max(light, colour) > std::max(column.light, column.colour))
                column.frame = int(i);
            column.light = std::max(column.light, light);
            column.colour = std::max(column.colour, colour);
        }
    }
}

int ChangeStrip::frameAt(double x) const
{
    const auto column = std::size_t(std::floor(std::max(x, 0.0)));
    return x < 0 || column >= m_columns.size() ? -1 : m_columns[column].frame;
}

void ChangeStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor text = palette().color(QPalette::WindowText);
    const QColor accent = palette().color(QPalette::Highlight);
    const double left = m_view.xOf(m_view.from());
    const double right = m_view.xOf(m_view.to());
    if (m_view.isEmpty())
        return;
    painter.fillRect(QRectF(left, 0, right - left, height()), palette().color(QPalette::Button));
    painter.fillRect(QRectF(left, middle - 0.5, right - left, 1), faded(text, 0.18f));
    painter.setClipRect(QRectF(left, 0, right - left, height()));
    for (std::size_t x = 0; x < m_columns.size(); ++x) {
        if (m_columns[x].frame < 0)
            continue;
        const double up = lengthOf(m_columns[x].light);
        const double down = lengthOf(m_columns[x].colour);
        painter.fillRect(QRectF(double(x), middle - up, 1, up), faded(text, 0.75f));
        painter.fillRect(QRectF(double(x), middle, 1, down), accent);
    }
    if (m_progress >= 0)
        painter.fillRect(QRectF(left, height() - 2, (right - left) * std::min(m_progress, 1.0), 2),
                         faded(accent, 0.7f));
    painter.fillRect(QRectF(std::lround(m_view.xOf(m_position)) - 0.5, 0, 1, height()), text);
}

void ChangeStrip::resizeEvent(QResizeEvent *)
{
    arrange();
}

bool ChangeStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int frame = frameAt(help->pos().x());
        if (frame >= 0)
            QToolTip::showText(help->globalPos(), frameChangeText(m_measure->frames[std::size_t(frame)]),
                               this, QRect(help->pos().x(), 0, 1, height()));
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void ChangeStrip::seekTo(double x)
{
    const int frame = frameAt(x);
    const Microseconds there = std::clamp(m_view.timeAt(x), 0us, m_view.duration());
    Q_EMIT seekRequested(frame < 0 ? there : momentOf(m_measure->frames[std::size_t(frame)]));
}

void ChangeStrip::mousePressEvent(QMouseEvent *event)
{
    m_held = event->button() == Qt::LeftButton && !m_view.isEmpty();
    m_held ? seekTo(event->position().x()) : event->ignore();
}

void ChangeStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_held)
        seekTo(event->position().x());
}

void ChangeStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_held)
        return;
    m_held = false;
    Q_EMIT scrubEnded();
}

} // namespace retake
