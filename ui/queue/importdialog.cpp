// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/importdialog.h"

#include "session/accountbook.h"
#include "session/errorsentence.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>

namespace retake {

namespace {

enum Column { TimeColumn, ModelColumn, StateColumn, PromptColumn, ColumnCount };

} // namespace

ImportDialog::ImportDialog(RemoteTasks &tasks, AccountBook &accounts, const Catalogue &catalogue,
                           QWidget *parent)
    : QDialog(parent)
    , m_tasks(tasks)
    , m_accounts(accounts)
    , m_catalogue(catalogue)
    , m_about(makeLabel({}, "secondary", this))
    , m_list(new QTreeWidget(this))
    , m_number(new QLineEdit(this))
    , m_message(makeLabel({}, "secondary", this))
    , m_account(makeButton(QStringLiteral("importAccountButton"), tr("Account…"), ButtonLook::Flat, this))
    , m_reload(makeButton(QStringLiteral("importReloadButton"), tr("Look again"), ButtonLook::Flat, this))
    , m_import(makeButton(QStringLiteral("importButton"), tr("Import"), ButtonLook::Primary, this))
{
    setObjectName(QStringLiteral("importDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import from the service"));
    m_about->setObjectName(QStringLiteral("importAbout"));
    m_about->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("importList"));
    m_list->setAccessibleName(tr("Tasks at the service"));
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderLabels({tr("Time"), tr("Model"), tr("State"), tr("Instruction")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(true);
    m_number->setObjectName(QStringLiteral("importNumberEdit"));
    m_number->setAccessibleName(tr("Number of the task at the service"));
    m_number->setPlaceholderText(tr("Or the task's number, as the service's console shows it"));
    m_number->setClearButtonEnabled(true);
    m_message->setObjectName(QStringLiteral("importMessage"));
    m_message->setWordWrap(true);

    auto *column = new QVBoxLayout(this);
    setGaps(column, 20, 18, 20, 16, 12);
    column->addWidget(m_about);
    column->addWidget(m_list, 1);
    column->addWidget(m_number);
    column->addWidget(m_message);
    column->addWidget(makeRule(this));
    column->addWidget(makeButtons());

    connect(&m_tasks, &RemoteTasks::stateChanged, this, &ImportDialog::follow);
    connect(&m_tasks, &RemoteTasks::rowChanged, this, &ImportDialog::fillRow);
    connect(&m_tasks, &RemoteTasks::imported, this, &ImportDialog::answered);
    connect(&m_accounts, &AccountBook::changed, this, &ImportDialog::load);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &ImportDialog::followChoice);
    connect(m_list, &QTreeWidget::itemActivated, this, &ImportDialog::import);
    connect(m_number, &QLineEdit::textChanged, this, &ImportDialog::typed);
    resize(720, 460);
    load();
    m_list->setFocus();
}

QWidget *ImportDialog::makeButtons()
{
    auto *buttons = new QWidget(this);
    QPushButton *close =
        makeButton(QStringLiteral("closeImportButton"), tr("Close"), ButtonLook::Plain, buttons);
    auto *row = new QHBoxLayout(buttons);
    setGaps(row, 0, 0, 0, 0, 8);
    row->addWidget(m_account);
    row->addWidget(m_reload);
    row->addStretch(1);
    row->addWidget(close);
    row->addWidget(m_import);
    m_import->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_account, &QPushButton::clicked, this, &ImportDialog::accountWanted);
    connect(m_reload, &QPushButton::clicked, this, &ImportDialog::load);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::import);
    return buttons;
}

void ImportDialog::load()
{
    const Account account = m_accounts.current();
    m_account->setVisible(account.isPractice());
    m_about->setText(account.isPractice()
                         ? tr("There is no account yet, so these are the practice service's tasks. Set up "
                              "your account to see what the service has of yours.")
                         : tr("These are your tasks of the last 24 hours, whatever program made them. "
                              "Importing costs nothing; the take comes into the library."));
    m_tasks.load(account.id);
}

QString ImportDialog::modelName(const QString &id) const
{
    const ModelSpec *model = m_catalogue.model(id);
    return model ? model->name.in(QLocale().name()) : id;
}

void ImportDialog::follow()
{
    const QList<RemoteTasks::Row> &rows = m_tasks.rows();
    if (m_list->topLevelItemCount() != rows.size() || m_tasks.state() == RemoteTasks::State::Listing) {
        m_list->clear();
        for (int row = 0; row < int(rows.size()); ++row) {
            m_list->addTopLevelItem(new QTreeWidgetItem);
            fillRow(row);
        }
        for (const int column : {TimeColumn, ModelColumn, StateColumn})
            m_list->resizeColumnToContents(column);
    }
    m_reload->setEnabled(m_tasks.state() == RemoteTasks::State::Ready ||
                         m_tasks.state() == RemoteTasks::State::Failed);
    switch (m_tasks.state()) {
    case RemoteTasks::State::Idle:
        say({});
        break;
    case RemoteTasks::State::Listing:
        say(tr("Asking the service for its tasks…"));
        break;
    case RemoteTasks::State::Asking:
        say(tr("Asking for the instructions…"));
        break;
    case RemoteTasks::State::Ready:
        say(rows.isEmpty() ? tr("The service has no tasks of the last 24 hours.") : QString());
        break;
    case RemoteTasks::State::Failed:
        sayError(*m_tasks.error());
        break;
    }
    followChoice();
}

void ImportDialog::fillRow(int at)
{
    QTreeWidgetItem *item = m_list->topLevelItem(at);
    if (!item || at >= m_tasks.rows().size())
        return;
    const RemoteTasks::Row &row = m_tasks.rows()[at];
    const auto stateName = [&row] {
        switch (row.phase) {
        case RemoteStatus::Phase::Queued:
            return tr("queued");
        case RemoteStatus::Phase::Rendering:
            return tr("rendering");
        case RemoteStatus::Phase::Succeeded:
            return tr("finished");
        case RemoteStatus::Phase::Failed:
            return tr("failed");
        case RemoteStatus::Phase::Cancelled:
            return tr("cancelled");
        case RemoteStatus::Phase::Unknown:
            return tr("no longer kept");
        }
        return QString();
    };
    const QDateTime made = row.task.startTime.toLocalTime();
    item->setText(TimeColumn, made.isValid() ? QLocale().toString(made, QLocale::ShortFormat) : QString());
    item->setText(ModelColumn, modelName(row.task.model));
    item->setText(StateColumn, row.known ? tr("already in the library") : stateName());
    item->setText(PromptColumn, row.prompt ? row.prompt->simplified() : QStringLiteral("…"));
    item->setToolTip(PromptColumn, row.prompt.value_or(QString()));
    item->setToolTip(TimeColumn, row.task.remoteId);
    item->setDisabled(bool(row.known));
}

QString ImportDialog::chosen() const
{
    const QString typedNumber = m_number->text().trimmed();
    if (!typedNumber.isEmpty())
        return typedNumber;
    const QList<QTreeWidgetItem *> items = m_list->selectedItems();
    const int row = items.isEmpty() ? -1 : m_list->indexOfTopLevelItem(items.constFirst());
    if (row < 0 || row >= m_tasks.rows().size() || m_tasks.rows()[row].known)
        return {};
    return m_tasks.rows()[row].task.remoteId;
}

void ImportDialog::followChoice()
{
    if (!m_list->selectedItems().isEmpty() && !m_number->text().isEmpty())
        m_number->clear(); // one of the two, never both
    m_import->setEnabled(!m_importing && !chosen().isEmpty());
}

void ImportDialog::typed()
{
    if (!m_number->text().isEmpty())
        m_list->clearSelection();
    Theme::mark(m_number, "fault", false);
    m_import->setEnabled(!m_importing && !chosen().isEmpty());
}

void ImportDialog::import()
{
    const QString wanted = chosen();
    if (wanted.isEmpty() || m_importing)
        return;
    m_importing = true;
    m_import->setEnabled(false);
    say(tr("Fetching…"));
    m_tasks.import(m_accounts.current().id, wanted);
}

void ImportDialog::answered(const Result<TaskId> &task)
{
    if (!m_importing)
        return;
    m_importing = false;
    if (task) {
        Q_EMIT imported(*task);
        accept();
        return;
    }
    Theme::mark(m_number, "fault", !m_number->text().isEmpty());
    followChoice();
    sayError(task.error());
}

void ImportDialog::say(const QString &text, bool bad)
{
    Theme::mark(m_message, "danger", bad);
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

void ImportDialog::sayError(const Error &error)
{
    if (error.kind == ErrorKind::BadParameter) {
        say(tr("That is no number of a task. It looks like 0385dc79-5ff8-4d82-bcb6-7a3b1c9d2e4f."), true);
        return;
    }
    const ErrorSentence sentence = sentenceFor(error);
    say(QString(sentence.title + u' ' + sentence.advice), true);
}

} // namespace retake
