// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel asks before it acts, and the files of the queue.
#include "ui/queue/queuepanel.h"

#include "base/settings.h"
#include "queue/queuefile.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace retake {

// Money may be spent twice, or given up: the person reads so, and Cancel is the default.
void QueuePanel::ask(const Task &task, QueueCommand command)
{
    struct Question
    {
        QString name;
        QString title;
        QString text;
        QString yes;
    };

    Question question{QStringLiteral("remove"), tr("Remove it?"),
                      tr("The service has its result, which is charged. Without this row Retake does not "
                         "fetch it any more."),
                      tr("Remove")};
    if (command == QueueCommand::SendAgain)
        question = {QStringLiteral("sendAgain"), tr("Send it again?"),
                    tr("The service may already have this order: its reply was lost. "
                       "If it is sent again, it may be charged twice."),
                    tr("Send again")};
    else if (command == QueueCommand::MarkLost)
        question = {
            QStringLiteral("markLost"), tr("Mark it as lost?"),
            tr("Retake stops looking for it. It may have been charged all the same; should it turn up "
               "in the service's console, it can still be imported by its number."),
            tr("Mark as lost")};
    auto *box =
        new QMessageBox(QMessageBox::Warning, question.title, question.text, QMessageBox::Cancel, window());
    box->setObjectName(QString(question.name + u"Dialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = box->addButton(question.yes, QMessageBox::AcceptRole);
    yes->setObjectName(QString(question.name + u"Button"));
    yes->setAccessibleName(question.yes);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::buttonClicked, this,
            [this, yes, command, id = task.id](const QAbstractButton *button) {
                if (button == yes)
                    performAsked(id, command);
            });
    box->open();
}

void QueuePanel::performAsked(TaskId id, QueueCommand command)
{
    const auto task = m_queue.task(id);
    if (!task)
        return;
    if (command == QueueCommand::MarkLost)
        report(m_queue.markLost(id));
    else if (command == QueueCommand::Remove)
        report(m_queue.remove(id));
    else
        report(task->state == TaskState::Unclear ? m_queue.sendAgain(id) : m_queue.retry(id));
}

void QueuePanel::exportFile()
{
    QFileDialog *dialog = makeFileDialog(QStringLiteral("exportQueueDialog"), tr("Export the queue"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("queue.json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        const auto tasks = m_queue.tasks();
        if (!tasks) {
            Q_EMIT refused(tasks.error());
            return;
        }
        const auto count = exportQueue(file, *tasks, QueueFileScope::UnsentAndFailed);
        if (!count) {
            Q_EMIT refused(count.error());
            return;
        }
        Q_EMIT told(tr("%n order(s) written to %1", nullptr, *count).arg(QFileInfo(file).fileName()),
                    tr("What was not sent yet, and what failed; nothing left the queue."));
    });
    dialog->open();
}

void QueuePanel::importFile()
{
    QFileDialog *dialog = makeFileDialog(QStringLiteral("importQueueDialog"), tr("Import a queue"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &QueuePanel::importFrom);
    dialog->open();
}

void QueuePanel::importFrom(const QString &file)
{
    const QString name = QFileInfo(file).fileName();
    const auto content = importQueue(file, m_catalogue);
    if (!content) {
        const bool newer = content.error().kind == ErrorKind::BadParameter;
        Q_EMIT told(newer ? tr("“%1” was written by a newer Retake.").arg(name)
                          : tr("“%1” is no queue that can be read.").arg(name),
                    tr("Nothing was added."));
        return;
    }
    int added = 0;
    for (const Order &order : content->orders) {
        const auto id = m_queue.shelve(order);
        if (!id) {
            Q_EMIT refused(id.error());
            return;
        }
        ++added;
    }
    QStringList reasons;
    for (const QueueFileContent::Refusal &refusal : content->refusals)
        reasons.append(tr("number %1: %2").arg(refusal.number).arg(sentenceFor(refusal.error).title));
    const QString left = reasons.isEmpty()
                             ? QString()
                             : tr("%n left out – %1", nullptr, int(reasons.size())).arg(reasons.join(u' '));
    Q_EMIT told(tr("%n order(s) added from %1", nullptr, added).arg(name),
                left.isEmpty() ? tr("Each waits for your click.") : left);
}

QFileDialog *QueuePanel::makeFileDialog(const QString &name, const QString &title)
{
    auto *dialog = new QFileDialog(window(), title, m_settings.lastFolder());
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(tr("Queues (*.json)"));
    dialog->setDefaultSuffix(QStringLiteral("json"));
    return dialog;
}

} // namespace retake
