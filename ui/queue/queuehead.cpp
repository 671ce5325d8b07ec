// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queuehead.h"

#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/warningdot.h"

#include <QAction>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace retake {

namespace {

constexpr int manyTasks = 6; // more than are in sight

} // namespace

QueueHead::QueueHead(QueueModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_pausedMark(makeLabel(tr("Paused: nothing new is sent"), "strong", this))
    , m_pausedDot(new WarningDot(this))
    , m_summary(new ElidedLabel(this))
    , m_pause(makeButton(QStringLiteral("pauseAllButton"), tr("Pause all"), ButtonLook::Flat, this))
    , m_start(makeButton(QStringLiteral("startAllButton"), {}, ButtonLook::Flat, this))
    , m_retry(makeButton(QStringLiteral("retryFailedButton"), {}, ButtonLook::Flat, this))
    , m_clear(makeButton(QStringLiteral("clearFinishedButton"), tr("Clear finished"), ButtonLook::Flat, this))
    , m_more(makeIconButton(QStringLiteral("queueMenuButton"), QStringLiteral("more"),
                            tr("More about the queue"), this))
    , m_fold(makeIconButton(QStringLiteral("foldQueueButton"), QStringLiteral("chevron-down"),
                            tr("Fold the queue"), this))
    , m_menu(new QMenu(this))
    , m_filters(makeFilterRow())
{
    setObjectName(QStringLiteral("queueHead"));
    m_pausedMark->setObjectName(QStringLiteral("queuePausedMark"));
    m_summary->setObjectName(QStringLiteral("queueSummary"));
    m_summary->setProperty("secondary", true);
    m_menu->setObjectName(QStringLiteral("queueMenu"));
    m_menu->setToolTipsVisible(true);
    m_fold->setCheckable(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);

    add(Act::PauseAll, QStringLiteral("pauseAllAction"), tr("Pause all"),
        tr("Nothing new is sent; what the service has is fetched all the same"));
    add(Act::StartAll, QStringLiteral("startAllAction"), tr("Start all"),
        tr("Starts what waits for a click, but not what you have paused"));
    add(Act::RetryFailed, QStringLiteral("retryFailedAction"), tr("Retry failed"),
        tr("Tries all that failed again, oldest first"));
    add(Act::ClearFinished, QStringLiteral("clearFinishedAction"), tr("Clear finished"),
        tr("Removes what has ended from the list; the takes themselves stay"));
    m_menu->addSeparator();
    add(Act::Import, QStringLiteral("importTaskAction"), tr("Import from the service…"),
        tr("Fetches a task that the service has and the library does not"));
    m_actions[Act::Import]->setVisible(false);
    add(Act::ExportFile, QStringLiteral("exportQueueAction"), tr("Export the queue…"),
        tr("Writes the orders that were not sent yet into a file"));
    add(Act::ImportFile, QStringLiteral("importQueueAction"), tr("Import a queue…"),
        tr("Adds the orders of such a file; each waits for a click"));

    auto *line = new QHBoxLayout;
    setGaps(line, 14, 5, 10, 5, 4);
    line->addWidget(makeLabel(tr("Queue"), "strong", this));
    line->addSpacing(4);
    line->addWidget(m_pausedDot);
    line->addSpacing(2);
    line->addWidget(m_pausedMark);
    line->addSpacing(4);
    line->addWidget(m_summary, 1);
    const auto show = [this, line](QPushButton *button, Act act) {
        line->addWidget(button);
        button->setToolTip(m_actions[act]->toolTip());
        connect(button, &QPushButton::clicked, m_actions[act], &QAction::trigger);
    };
    show(m_start, Act::StartAll);
    show(m_retry, Act::RetryFailed);
    show(m_pause, Act::PauseAll);
    show(m_clear, Act::ClearFinished);
    line->addWidget(m_more);
    line->addWidget(m_fold);
    auto *column = new QVBoxLayout(this);
    setGaps(column, 0, 0, 0, 0, 0);
    column->addLayout(line);
    column->addWidget(m_filters);
    connect(m_fold, &QToolButton::toggled, this, &QueueHead::fold);
}

QAction *QueueHead::add(Act act, const QString &name, const QString &text, const QString &hint)
{
    QAction *action = m_menu->addAction(text);
    action->setObjectName(name);
    action->setToolTip(hint);
    m_actions.insert(act, action);
    connect(action, &QAction::triggered, this, [this, act] { Q_EMIT wanted(act); });
    return action;
}

void QueueHead::offer(Act act)
{
    m_actions[act]->setVisible(true);
}

QWidget *QueueHead::makeFilterRow()
{
    auto *row = new QWidget(this);
    row->setObjectName(QStringLiteral("queueFilters"));
    auto *line = new QHBoxLayout(row);
    setGaps(line, 14, 0, 10, 6, 0);
    auto *group = new QButtonGroup(row);

    struct One
    {
        QueueModel::Filter filter;
        QString name;
        QString text;
        const char *segment;
    };

    const One ones[] = {
        {QueueModel::Filter::All, QStringLiteral("queueFilterAll"), tr("All"), "first"},
        {QueueModel::Filter::Running, QStringLiteral("queueFilterRunning"), tr("Running"), "middle"},
        {QueueModel::Filter::NeedYou, QStringLiteral("queueFilterNeedYou"), tr("Need you"), "middle"},
        {QueueModel::Filter::Finished, QStringLiteral("queueFilterFinished"), tr("Finished"), "last"}};
    for (const One &one : ones) {
        QPushButton *button = makeButton(one.name, one.text, ButtonLook::Plain, row);
        button->setCheckable(true);
        button->setChecked(one.filter == QueueModel::Filter::All);
        button->setProperty("segment", QString::fromLatin1(one.segment));
        group->addButton(button);
        line->addWidget(button);
        connect(button, &QPushButton::toggled, this, [this, filter = one.filter](bool on) {
            if (on)
                m_model.setFilter(filter);
        });
    }
    line->addStretch(1);
    m_search = new QLineEdit(row);
    m_search->setObjectName(QStringLiteral("queueSearch"));
    m_search->setAccessibleName(tr("Search the instructions"));
    m_search->setPlaceholderText(tr("Search the instructions"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(260);
    line->addWidget(m_search, 1);
    connect(m_search, &QLineEdit::textChanged, this,
            [this](const QString &words) { m_model.setSearch(words); });
    return row;
}

bool QueueHead::isFolded() const
{
    return m_fold->isChecked();
}

void QueueHead::fold()
{
    const bool folded = isFolded();
    m_fold->setIcon(themedIcon(folded ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down")));
    m_fold->setAccessibleName(folded ? tr("Unfold the queue") : tr("Fold the queue"));
    m_fold->setToolTip(m_fold->accessibleName());
    m_filters->setVisible(!folded && m_model.counts().all > manyTasks);
    Q_EMIT this->folded();
}

void QueueHead::summarise(bool paused)
{
    const QueueModel::Counts &counts = m_model.counts();
    QStringList parts;
    if (counts.running > 0)
        parts.append(tr("%n running", nullptr, counts.running));
    if (counts.waiting > 0)
        parts.append(tr("%n waiting", nullptr, counts.waiting));
    if (counts.needing > 0)
        parts.append(tr("%n need(s) you", nullptr, counts.needing));
    if (counts.finished > 0)
        parts.append(tr("%n finished", nullptr, counts.finished));
    m_summary->setText(
        counts.all == 0 ? tr("Nothing yet. Edits appear here with their progress, and stay after a restart.")
                        : parts.join(QStringLiteral(" · ")));
    m_pausedMark->setVisible(paused);
    m_pausedDot->setVisible(paused);
    Theme::mark(m_pause, "flat", !paused);
    const QString pause = paused ? tr("Go on") : tr("Pause all");
    m_pause->setText(pause);
    m_pause->setAccessibleName(pause);
    m_actions[Act::PauseAll]->setText(pause);
    m_pause->setVisible(paused || counts.running + counts.waiting > 0);

    const auto follow = [this](Act act, QPushButton *button, int count, const QString &text) {
        m_actions[act]->setEnabled(count > 0);
        m_actions[act]->setText(text);
        button->setVisible(count > 0);
        button->setText(text);
        button->setAccessibleName(text);
    };
    follow(Act::StartAll, m_start, counts.forClick, tr("Start all"));
    follow(Act::RetryFailed, m_retry, counts.retriable,
           counts.retriable > 0 ? tr("Retry failed (%1)").arg(counts.retriable) : tr("Retry failed"));
    follow(Act::ClearFinished, m_clear, counts.clearable, tr("Clear finished"));
    m_fold->setVisible(counts.all > 0);
    m_filters->setVisible(!isFolded() && counts.all > manyTasks);
    if (counts.all <= manyTasks && m_model.filter() != QueueModel::Filter::All)
        m_filters->findChild<QPushButton *>(QStringLiteral("queueFilterAll"))->setChecked(true);
    if (counts.all <= manyTasks)
        m_search->clear();
}

} // namespace retake
