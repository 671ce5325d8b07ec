// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queuelist.h"

#include "ui/queue/queuerow.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

namespace retake {

namespace {

constexpr int sentenceLines = 2; // what does not fit is in the tool tip

class DropMark : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), Theme::current().accent); }
};

} // namespace

QueueList::QueueList(QueueModel &model, Thumbnails &thumbnails, QWidget *parent)
    : QScrollArea(parent)
    , m_model(model)
    , m_thumbnails(thumbnails)
    , m_content(new QWidget)
    , m_dropMark(new DropMark(m_content))
    , m_measure(new QueueRow(thumbnails, m_content))
{
    setObjectName(QStringLiteral("queueScroll"));
    setAccessibleName(tr("Tasks"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_content->setProperty("panel", QStringLiteral("clear"));
    m_content->setObjectName(QStringLiteral("queueRows"));
    m_dropMark->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_dropMark->hide();
    setWidget(m_content);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &QueueList::putRows);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &QueueList::rowsCame);
    connect(&m_model, &QAbstractItemModel::rowsMoved, this, &QueueList::rowsCame);
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { rowsGo(first, last); });
    connect(
        &m_model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last) { rowsChanged(first.row(), last.row()); });
}

int QueueList::rowHeight(int row) const
{
    return m_model.hasSentence(row) ? m_tall : m_plain;
}

int QueueList::wholeHeight()
{
    measure();
    return m_tops.constLast();
}

void QueueList::measure()
{
    if (!m_dirty)
        return;
    m_dirty = false;
    m_measure->ensurePolished();
    for (QWidget *part : m_measure->findChildren<QWidget *>())
        part->ensurePolished();
    m_plain = m_measure->heightFor(0);
    m_tall = m_measure->heightFor(sentenceLines);
    for (QueueRow *row : std::as_const(m_live))
        row->setSentenceLines(sentenceLines);
    if (m_when == 0) {
        // Room for the buttons that are usual, so that the columns do not move when such a row comes.
        TaskView usual;
        usual.sentence = ErrorSentence{{}, {}, Cure::LookAgain, {}};
        usual.removable = true;
        m_measure->show(usual);
        m_when = m_measure->whenWidth();
        m_buttons = m_measure->buttonsWidth();
        m_measure->rest();
    }
    m_tops.resize(m_model.rowCount() + 1);
    int top = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        m_tops[row] = top;
        top += rowHeight(row);
    }
    m_tops[m_model.rowCount()] = top;
}

// Brings the rows in line with the model; what the person looks at stays where it is.
void QueueList::place()
{
    m_placeSoon = false;
    if (m_placing)
        return;
    m_placing = true;
    QScrollBar *bar = verticalScrollBar();
    TaskId anchor;
    int offset = 0;
    int nearest = -1;
    if (bar->value() > 0 && m_dirty) {
        for (auto it = m_live.cbegin(); it != m_live.cend(); ++it) {
            const int y = it.value()->y();
            if (y >= bar->value() && (nearest < 0 || y < nearest)) {
                nearest = y;
                anchor = it.key();
                offset = y - bar->value();
            }
        }
    }
    measure();
    const int height = m_tops.constLast() + 4;
    if (m_content->minimumHeight() != height) {
        m_content->setMinimumHeight(height);
        m_content->resize(m_content->width(), std::max(height, viewport()->height()));
        bar->setRange(0, std::max(0, height - viewport()->height()));
        Q_EMIT heightChanged();
    }
    if (const int row = anchor ? m_model.rowOf(anchor) : -1; row >= 0)
        bar->setValue(m_tops[row] - offset);
    m_placing = false;
    putRows();
    if (const int row = std::exchange(m_refocus, -1); row >= 0 && m_model.rowCount() > 0)
        focusTask(m_model.idOf(std::min(row, m_model.rowCount() - 1)));
}

// Gives the rows in sight a widget each, and takes it from those that left.
void QueueList::putRows()
{
    if (m_dirty || m_placing)
        return;
    const int from = verticalScrollBar()->value();
    const int to = from + viewport()->height();
    const int count = m_model.rowCount();
    QList<int> wanted;
    for (int row = rowAt(from); row < count && m_tops[row] < to; ++row)
        wanted.append(row);
    // The one with the focus stays, wherever it is.
    if (const QueueRow *focused = focusedRow()) {
        const int row = m_model.rowOf(focused->id());
        if (row >= 0 && !wanted.contains(row))
            wanted.append(row);
    }
    QSet<TaskId> ids;
    for (const int row : std::as_const(wanted))
        ids.insert(m_model.idOf(row));
    for (const TaskId id : m_live.keys()) {
        if (!ids.contains(id))
            release(id);
    }
    for (const int row : std::as_const(wanted)) {
        QueueRow *widget = rowFor(m_model.idOf(row));
        const QRect room(0, m_tops[row], m_content->width(), rowHeight(row));
        if (widget->geometry() != room)
            widget->setGeometry(room);
    }
    putColumns();
    for (const int row : std::as_const(wanted))
        m_live.value(m_model.idOf(row))->setVisible(true);
    std::sort(wanted.begin(), wanted.end());
    QList<TaskId> chained;
    for (const int row : std::as_const(wanted))
        chained.append(m_model.idOf(row));
    if (chained != m_chain) {
        m_chain = chained;
        chain();
    }
}

QueueRow *QueueList::rowFor(TaskId id)
{
    if (QueueRow *known = m_live.value(id))
        return known;
    QueueRow *widget = m_spare.isEmpty() ? nullptr : m_spare.takeLast();
    if (!widget) {
        widget = new QueueRow(m_thumbnails, m_content);
        connect(widget, &QueueRow::commandWanted, this, &QueueList::commandWanted);
        connect(widget, &QueueRow::cureWanted, this, &QueueList::cureWanted);
        connect(widget, &QueueRow::menuWanted, this, &QueueList::menuWanted);
    }
    widget->setSentenceLines(sentenceLines);
    widget->show(m_model.view(m_model.rowOf(id)));
    widget->setColumns(m_when, m_buttons);
    m_live.insert(id, widget);
    return widget;
}

void QueueList::release(TaskId id)
{
    QueueRow *gone = m_live.take(id);
    if (!gone)
        return;
    gone->rest();
    m_spare.append(gone);
}

// All rows have the columns of the widest one seen, so that they are in line.
void QueueList::putColumns()
{
    int when = m_when;
    int buttons = m_buttons;
    for (const QueueRow *row : std::as_const(m_live)) {
        when = std::max(when, row->whenWidth());
        buttons = std::max(buttons, row->buttonsWidth());
    }
    if (when == m_when && buttons == m_buttons)
        return;
    m_when = when;
    m_buttons = buttons;
    for (QueueRow *row : std::as_const(m_live))
        row->setColumns(when, buttons);
}

// Tab goes through the rows as they stand.
void QueueList::chain()
{
    QWidget *before = nullptr;
    for (const TaskId id : std::as_const(m_chain)) {
        QueueRow *row = m_live.value(id);
        if (before)
            setTabOrder(before, row);
        before = row;
        for (QWidget *part : row->findChildren<QWidget *>()) {
            if (part->focusPolicy() & Qt::TabFocus) {
                setTabOrder(before, part);
                before = part;
            }
        }
    }
}

int QueueList::rowAt(int y) const
{
    const auto above = std::upper_bound(m_tops.cbegin(), m_tops.cend(), y);
    return std::max(0, int(above - m_tops.cbegin()) - 1);
}

void QueueList::rowsCame()
{
    m_dirty = true;
    place();
}

// Many may go at once: those that stay are put in place when all have gone.
void QueueList::rowsGo(int first, int last)
{
    m_dirty = true;
    for (const TaskId id : m_live.keys()) {
        const int row = m_model.rowOf(id);
        if (row < first || row > last)
            continue;
        if (m_live.value(id) == focusedRow())
            m_refocus = first;
        release(id);
    }
    placeSoon();
}

void QueueList::placeSoon()
{
    if (m_placeSoon)
        return;
    m_placeSoon = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_placeSoon)
                place();
        },
        Qt::QueuedConnection);
}

void QueueList::rowsChanged(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        QueueRow *widget = m_live.value(m_model.idOf(row));
        if (widget)
            widget->show(m_model.view(row));
        if (!m_dirty && rowHeight(row) != m_tops[row + 1] - m_tops[row]) {
            m_dirty = true;
            place();
        }
        if (widget)
            putColumns();
    }
}

void QueueList::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    place();
}

void QueueList::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        m_dirty = true;
        m_when = 0;
        m_buttons = 0;
        placeSoon();
    }
}

} // namespace retake
