// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/account.h"
#include "model/catalogue.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace retake {

class AccountBook;

// Region and key of the account at each service; says where a key is got and kept, and what works without
// one.
class AccountDialog : public QDialog
{
    Q_OBJECT
public:
    AccountDialog(AccountBook &accounts, const Catalogue &catalogue, QWidget *parent = nullptr);

    void choose(const QString &service); // "dashscope", "bigmodel"; another one: no change

private:
    QString serviceId() const;
    const ServiceSpec *service() const;
    bool isSet() const; // there is an account of the service, be it from the environment
    void followService();
    void fillRegions();
    void load();
    void followRegion();
    void test();
    void save();
    void forget();
    void saved(const Result<void> &kept);
    void growToWords();
    void say(const QString &text, bool bad);
    void sayError(const Error &error);
    bool checkFields();
    Account typedAccount() const;
    void runCheck(const Result<Credentials> &who);
    QWidget *makeFields();
    void makeKeyField();
    QWidget *makeButtons();

    AccountBook &m_accounts;
    const Catalogue &m_catalogue;
    QComboBox *m_service;
    QLabel *m_about;
    QLabel *m_source;
    QComboBox *m_region;
    QLineEdit *m_address;
    QLineEdit *m_key;
    QRadioButton *m_keychain;
    QRadioButton *m_session;
    QLabel *m_environment;
    QLabel *m_answer;
    QPushButton *m_test;
    QPushButton *m_forget;
    QPushButton *m_save;
    QObject *m_check = nullptr; // the running test
};

} // namespace retake
