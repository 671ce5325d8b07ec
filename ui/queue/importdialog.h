// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "session/remotetasks.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace retake {

class AccountBook;
class Catalogue;

// Chooses one of the service's tasks of the last 24 hours, or takes its number by hand, and fetches it into
// the library. Closes itself when that has begun.
class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    ImportDialog(RemoteTasks &tasks, AccountBook &accounts, const Catalogue &catalogue,
                 QWidget *parent = nullptr);

Q_SIGNALS:
    void imported(retake::TaskId task);
    void accountWanted(); // there is none but practice

private:
    QWidget *makeButtons();
    void load();
    void follow();
    void fillRow(int row);
    void followChoice();
    void typed();
    void import();
    void answered(const Result<TaskId> &task);
    void say(const QString &text, bool bad = false);
    void sayError(const Error &error);
    QString chosen() const;
    QString modelName(const QString &id) const;

    RemoteTasks &m_tasks;
    AccountBook &m_accounts;
    const Catalogue &m_catalogue;
    QLabel *m_about;
    QTreeWidget *m_list;
    QLineEdit *m_number;
    QLabel *m_message;
    QPushButton *m_account;
    QPushButton *m_reload;
    QPushButton *m_import;
    bool m_importing = false;
};

} // namespace retake
