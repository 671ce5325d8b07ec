// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queuepanel.h"

#include "ui/queue/queuemodel.h"
#include "ui/queue/queuerow.h"
#include "ui/widgets/controls.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

namespace retake {

QueuePanel::QueuePanel(TaskQueue &queue, AccountBook &accounts, const Catalogue &catalogue,
                       Thumbnails &thumbnails, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_thumbnails(thumbnails)
    , m_model(new QueueModel(queue, accounts, catalogue, this))
    , m_summary(makeLabel({}, "secondary", this))
    , m_clear(makeButton(QStringLiteral("clearFinishedButton"), tr("Clear finished"), ButtonLook::Flat, this))
    , m_fold(makeIconButton(QStringLiteral("foldQueueButton"), QStringLiteral("chevron-down"),
                            tr("Fold the queue"), this))
    , m_scroll(new QScrollArea(this))
    , m_list(new QWidget)
    , m_column(new QVBoxLayout(m_list))
{
    setObjectName(QStringLiteral("queuePanel"));
    setProperty("panel", QStringLiteral("bottom"));
    setAttribute(Qt::WA_StyledBackground);
    m_summary->setObjectName(QStringLiteral("queueSummary"));
    m_clear->setToolTip(tr("Removes what has ended from the list; the takes themselves stay"));
    m_fold->setCheckable(true);
    m_scroll->setObjectName(QStringLiteral("queueScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_list->setProperty("panel", QStringLiteral("clear"));
    setGaps(m_column, 0, 0, 0, 4, 0);
    m_column->addStretch(1);
    m_scroll->setWidget(m_list);

    auto *head = new QHBoxLayout;
    setGaps(head, 14, 5, 10, 5, 8);
    head->addWidget(makeLabel(tr("Queue"), "strong", this));
    head->addWidget(m_summary, 1);
    head->addWidget(m_clear);
    head->addWidget(m_fold);
    auto *column = new QVBoxLayout(this);
    setGaps(column, 0, 1, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(m_scroll);

    connect(m_clear, &QPushButton::clicked, this, &QueuePanel::clearFinished);
    connect(m_fold, &QToolButton::toggled, this, &QueuePanel::fit);
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { insertRows(first, last); });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { removeRows(first, last); });
    connect(
        m_model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last) { updateRows(first.row(), last.row()); });
    connect(m_model, &QueueModel::summaryChanged, this, &QueuePanel::summarise);
    connect(&m_queue, &TaskQueue::refused, this,
            [this](TaskId, const Error &error) { Q_EMIT refused(error); });
    insertRows(0, m_model->rowCount() - 1);
    summarise();
}

void QueuePanel::insertRows(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        auto *widget = new QueueRow(m_thumbnails, m_list);
        widget->show(m_model->view(row));
        m_rows.insert(row, widget);
        m_column->insertWidget(row, widget);
        connect(widget, &QueueRow::takeWanted, this, &QueuePanel::takeWanted);
        connect(widget, &QueueRow::cureWanted, this, &QueuePanel::cure);
        connect(widget, &QueueRow::cancelWanted, this, [this](TaskId id) { report(m_queue.cancel(id)); });
        connect(widget, &QueueRow::removeWanted, this, [this](TaskId id) { report(m_queue.remove(id)); });
        connect(widget, &QueueRow::startWanted, this, [this](TaskId id) {
            m_model->release(id);
            report(m_queue.start(id));
        });
    }
    summarise();
    fit();
}

void QueuePanel::removeRows(int first, int last)
{
    for (int row = last; row >= first; --row) {
        QueueRow *gone = m_rows.takeAt(row);
        m_column->removeWidget(gone);
        gone->hide();
        gone->deleteLater();
    }
    summarise();
    fit();
}

void QueuePanel::updateRows(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const int before = m_rows[row]->buttonsWidth();
        const int height = m_rows[row]->sizeHint().height();
        m_rows[row]->show(m_model->view(row));
        if (m_rows[row]->buttonsWidth() != before || m_rows[row]->sizeHint().height() != height)
            fit();
    }
}

void QueuePanel::summarise()
{
    int running = 0;
    int waiting = 0;
    int needing = 0;
    int finished = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const TaskView view = m_model->view(row);
        const bool waits = m_model->task(row).state == TaskState::Waiting;
        waiting += view.running && waits;
        running += view.running && !waits;
        needing += view.needsPerson;
        finished += view.finished;
    }
    QStringList parts;
    if (running > 0)
        parts.append(tr("%n running", nullptr, running));
    if (waiting > 0)
        parts.append(tr("%n waiting", nullptr, waiting));
    if (needing > 0)
        parts.append(tr("%n need(s) you", nullptr, needing));
    if (finished > 0)
        parts.append(tr("%n finished", nullptr, finished));
    const bool empty = m_model->rowCount() == 0;
    m_summary->setText(
        empty ? tr("Nothing yet. Edits appear here with their progress, and stay after a restart.")
              : parts.join(QStringLiteral(" · ")));
    bool clearable = false;
    for (int row = 0; row < m_model->rowCount(); ++row)
        clearable |= m_model->view(row).finished || m_model->task(row).state == TaskState::Cancelled;
    m_clear->setVisible(clearable);
    m_fold->setVisible(!empty);
}

void QueuePanel::fit()
{
    const bool folded = m_fold->isChecked();
    m_fold->setIcon(themedIcon(folded ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down")));
    m_fold->setAccessibleName(folded ? tr("Unfold the queue") : tr("Fold the queue"));
    m_fold->setToolTip(m_fold->accessibleName());
    const bool open = !folded && !m_rows.isEmpty();
    m_scroll->setVisible(open);
    if (!open)
        return;
    int when = 0;
    int buttons = 0;
    for (const QueueRow *row : std::as_const(m_rows)) {
        when = std::max(when, row->whenWidth());
        buttons = std::max(buttons, row->buttonsWidth());
    }
    for (QueueRow *row : std::as_const(m_rows))
        row->setColumns(when, buttons);
    int wanted = 4;
    for (const QueueRow *row : std::as_const(m_rows)) {
        const int height =
            row->hasHeightForWidth() ? row->heightForWidth(std::max(width(), 600)) : row->sizeHint().height();
        wanted += std::max(height, row->minimumSizeHint().height());
    }
    const int most = window() ? std::max(132, window()->height() / 5) : 132;
    m_scroll->setFixedHeight(std::min(wanted, most));
}

void QueuePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void QueuePanel::clearFinished()
{
    QList<TaskId> ended;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const TaskState state = m_model->task(row).state;
        if (state == TaskState::Done || state == TaskState::Cancelled)
            ended.append(m_model->task(row).id);
    }
    for (const TaskId id : std::as_const(ended)) {
        if (const auto removed = m_queue.remove(id); !removed) {
            Q_EMIT refused(removed.error());
            return;
        }
    }
}

void QueuePanel::cure(TaskId id, Cure cure)
{
    const int row = m_model->rowOf(id);
    if (row < 0)
        return;
    const Task task = m_model->task(row);
    switch (cure) {
    case Cure::None:
        return;
    case Cure::Retry:
        report(m_queue.retry(id));
        return;
    case Cure::SendAgain:
        askToSendAgain(task);
        return;
    case Cure::LookAgain:
        report(m_queue.lookAgain(id));
        return;
    case Cure::OpenAccount:
    case Cure::ChooseClip:
    case Cure::EditInstruction:
    case Cure::ChooseReferences:
    case Cure::OpenFolder:
    case Cure::FreeSpace:
        Q_EMIT cureWanted(task, cure);
        return;
    }
}

void QueuePanel::askToSendAgain(const Task &task)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Send it again?"),
                                tr("The service may already have this order: its reply was lost. "
                                   "Sending it again may be charged a second time."),
                                QMessageBox::Cancel, window());
    box->setObjectName(QStringLiteral("sendAgainDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *send = box->addButton(tr("Send again"), QMessageBox::AcceptRole);
    send->setObjectName(QStringLiteral("sendAgainButton"));
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::buttonClicked, this,
            [this, send, id = task.id](const QAbstractButton *button) {
                if (button == send)
                    report(m_queue.sendAgain(id));
            });
    box->open();
}

void QueuePanel::report(const Result<void> &result)
{
    if (!result)
        Q_EMIT refused(result.error());
}

} // namespace retake
