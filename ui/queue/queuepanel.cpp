// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queuepanel.h"

#include "base/settings.h"
#include "session/accountbook.h"
#include "session/receipttext.h"
#include "ui/queue/queuelist.h"
#include "ui/queue/queuemodel.h"
#include "ui/widgets/controls.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>

#include <algorithm>

namespace retake {

namespace {

constexpr int leastHeight = 150; // of the rows, where there are as many

QString shortcutOf(QueueCommand command)
{
    switch (command) {
    case QueueCommand::MoveUp:
        return QKeySequence(Qt::CTRL | Qt::Key_Up).toString(QKeySequence::NativeText);
    case QueueCommand::MoveDown:
        return QKeySequence(Qt::CTRL | Qt::Key_Down).toString(QKeySequence::NativeText);
    case QueueCommand::Remove:
        return QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText);
    case QueueCommand::Start:
    case QueueCommand::Hold:
    case QueueCommand::RunNext:
    case QueueCommand::Edit:
    case QueueCommand::Retry:
    case QueueCommand::LookAgain:
    case QueueCommand::MarkLost:
    case QueueCommand::SendAgain:
    case QueueCommand::ShowTake:
    case QueueCommand::OpenFolder:
    case QueueCommand::CopyReceipt:
    case QueueCommand::Cancel:
        break;
    }
    return {};
}

} // namespace

QueuePanel::QueuePanel(TaskQueue &queue, AccountBook &accounts, const Catalogue &catalogue,
                       Settings &settings, Thumbnails &thumbnails, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_accounts(accounts)
    , m_catalogue(catalogue)
    , m_settings(settings)
    , m_model(new QueueModel(queue, accounts, catalogue, this))
    , m_head(new QueueHead(*m_model, this))
    , m_list(new QueueList(*m_model, thumbnails, this))
{
    setObjectName(QStringLiteral("queuePanel"));
    setProperty("panel", QStringLiteral("bottom"));
    setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(this);
    setGaps(column, 0, 1, 0, 0, 0);
    column->addWidget(m_head);
    column->addWidget(m_list);

    connect(m_head, &QueueHead::wanted, this, &QueuePanel::act);
    connect(m_head, &QueueHead::folded, this, &QueuePanel::fit);
    connect(m_list, &QueueList::heightChanged, this, &QueuePanel::fit);
    connect(m_list, &QueueList::commandWanted, this, &QueuePanel::perform);
    connect(m_list, &QueueList::cureWanted, this, &QueuePanel::cure);
    connect(m_list, &QueueList::menuWanted, this, &QueuePanel::showMenu);
    connect(m_list, &QueueList::moveWanted, this,
            [this](TaskId id, TaskId next) { report(m_queue.moveBefore(id, next)); });
    connect(m_model, &QueueModel::summaryChanged, this, &QueuePanel::summarise);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &QueuePanel::fit);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &QueuePanel::fit);
    connect(&m_queue, &TaskQueue::refused, this,
            [this](TaskId, const Error &error) { Q_EMIT refused(error); });
    m_queue.setPaused(m_settings.isQueuePaused());
    connect(&m_queue, &TaskQueue::pausedChanged, this,
            [this](bool paused) { m_settings.setQueuePaused(paused); });
    summarise();
    fit();
}

void QueuePanel::summarise()
{
    m_head->summarise(m_queue.isPaused());
}

void QueuePanel::fit()
{
    const bool open = !m_head->isFolded() && m_model->rowCount() > 0;
    m_list->setVisible(open);
    if (!open)
        return;
    // Of many rows it is enough to know that they are more than fit.
    const int most = window() ? std::max(leastHeight, window()->height() / 5) : leastHeight;
    m_list->setFixedHeight(m_model->rowCount() > most ? most : std::min(m_list->wholeHeight() + 4, most));
}

void QueuePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void QueuePanel::contextMenuEvent(QContextMenuEvent *event)
{
    m_head->menu().popup(event->globalPos());
}

void QueuePanel::act(QueueHead::Act act)
{
    switch (act) {
    case QueueHead::Act::PauseAll:
        m_queue.setPaused(!m_queue.isPaused());
        return;
    case QueueHead::Act::StartAll:
        m_queue.startAll();
        return;
    case QueueHead::Act::RetryFailed:
        report(m_queue.retryFailed());
        return;
    case QueueHead::Act::ClearFinished:
        report(m_queue.clearFinished());
        return;
    case QueueHead::Act::Import:
        Q_EMIT importWanted();
        return;
    case QueueHead::Act::ExportFile:
        exportFile();
        return;
    case QueueHead::Act::ImportFile:
        importFile();
        return;
    }
}

void QueuePanel::showMenu(TaskId id, const QPoint &global)
{
    const int row = m_model->rowOf(id);
    if (row < 0)
        return;
    const Task task = m_model->task(row);
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("queueRowMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (const QueueCommand command : m_model->view(row).commands) {
        if (command == QueueCommand::Cancel || command == QueueCommand::Remove)
            menu->addSeparator();
        const QString keys = shortcutOf(command);
        const QString text = commandText(command, task);
        QAction *action = menu->addAction(keys.isEmpty() ? text : QString(text + u'\t' + keys));
        action->setObjectName(QString(u"queueCommand" + commandName(command)));
        action->setToolTip(commandHint(command, task));
        connect(action, &QAction::triggered, this, [this, id, command] { perform(id, command); });
    }
    menu->popup(global);
}

void QueuePanel::perform(TaskId id, QueueCommand command)
{
    const auto task = m_queue.task(id);
    if (!task)
        return;
    switch (command) {
    case QueueCommand::Start:
        report(m_queue.start(id));
        return;
    case QueueCommand::Hold:
        report(m_queue.hold(id));
        return;
    case QueueCommand::RunNext:
        report(m_queue.runNext(id));
        return;
    case QueueCommand::MoveUp:
        move(id, -1);
        return;
    case QueueCommand::MoveDown:
        move(id, 1);
        return;
    case QueueCommand::Edit:
        Q_EMIT editWanted(id);
        return;
    case QueueCommand::Retry:
        report(m_queue.retry(id));
        return;
    case QueueCommand::LookAgain:
        report(m_queue.lookAgain(id));
        return;
    case QueueCommand::MarkLost:
    case QueueCommand::SendAgain:
        ask(*task, command);
        return;
    case QueueCommand::ShowTake:
        Q_EMIT takeWanted(task->take);
        return;
    case QueueCommand::OpenFolder:
        Q_EMIT folderWanted();
        return;
    case QueueCommand::CopyReceipt:
        copyReceipt(*task);
        return;
    case QueueCommand::Cancel:
        report(m_queue.cancel(id));
        return;
    case QueueCommand::Remove:
        if (isStillAtService(*task))
            ask(*task, command);
        else
            report(m_queue.remove(id));
        return;
    }
}

void QueuePanel::copyReceipt(const Task &task)
{
    const auto log = m_queue.events(task.id);
    if (!log) {
        Q_EMIT refused(log.error());
        return;
    }
    const Account account = m_accounts.account(task.order.account);
    QApplication::clipboard()->setText(receiptText(task, *log, costOf(task, m_catalogue, account)));
    Q_EMIT told(tr("The receipt of task %1 is in the clipboard.").arg(task.id.value), QString());
}

// Past the waiting row beside it.
void QueuePanel::move(TaskId id, int by)
{
    const int row = m_model->rowOf(id);
    const auto waits = [this](int at) {
        return at >= 0 && at < m_model->rowCount() && m_model->standing(at).state == TaskState::Waiting;
    };
    if (row < 0 || !waits(row + by))
        return;
    if (by < 0)
        report(m_queue.moveBefore(id, m_model->idOf(row - 1)));
    else
        report(m_queue.moveBefore(id, waits(row + 2) ? m_model->idOf(row + 2) : TaskId()));
}

void QueuePanel::cure(TaskId id, Cure cure)
{
    const auto task = m_queue.task(id);
    if (!task)
        return;
    switch (cure) {
    case Cure::None:
        return;
    case Cure::Retry: {
        const bool lost = task->error && task->error->kind == ErrorKind::MarkedLost;
        perform(id, lost ? QueueCommand::SendAgain : QueueCommand::Retry);
        return;
    }
    case Cure::SendAgain:
        perform(id, QueueCommand::SendAgain);
        return;
    case Cure::LookAgain:
        perform(id, QueueCommand::LookAgain);
        return;
    case Cure::OpenAccount:
    case Cure::ChooseClip:
    case Cure::EditInstruction:
    case Cure::ChooseReferences:
    case Cure::OpenFolder:
    case Cure::FreeSpace:
        Q_EMIT cureWanted(*task, cure);
        return;
    }
}

} // namespace retake
