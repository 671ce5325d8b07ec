// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/accountdialog.h"

#include "session/accountbook.h"
#include "session/errorsentence.h"
#include "ui/account/accountwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace retake {

namespace {

QString customRegion()
{
    return QStringLiteral("custom");
}

} // namespace

AccountDialog::AccountDialog(AccountBook &accounts, const Catalogue &catalogue, QWidget *parent)
    : QDialog(parent)
    , m_accounts(accounts)
    , m_catalogue(catalogue)
    , m_service(makeCombo(QStringLiteral("serviceCombo"), tr("Service"), this))
    , m_about(makeLabel({}, "secondary", this))
    , m_source(makeLabel({}, "secondary", this))
    , m_region(makeCombo(QStringLiteral("regionCombo"), tr("Region"), this))
    , m_address(new QLineEdit(this))
    , m_key(new QLineEdit(this))
    , m_keychain(new QRadioButton(tr("In the system's keychain"), this))
    , m_session(new QRadioButton(tr("For this session only"), this))
    , m_environment(makeLabel({}, nullptr, this))
    , m_answer(makeLabel({}, "secondary", this))
    , m_test(makeButton(QStringLiteral("testAccountButton"), tr("Test"), ButtonLook::Plain, this))
    , m_forget(makeButton(QStringLiteral("forgetAccountButton"), tr("Forget"), ButtonLook::Flat, this))
    , m_save(makeButton(QStringLiteral("saveAccountButton"), tr("Save"), ButtonLook::Primary, this))
{
    setObjectName(QStringLiteral("accountDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Account"));
    setMinimumWidth(480);

    for (const ServiceSpec &one : m_catalogue.services())
        m_service->addItem(one.name.in(QLocale().name()), one.id);
    m_about->setObjectName(QStringLiteral("serviceAbout"));
    m_about->setWordWrap(true);
    m_source->setObjectName(QStringLiteral("keySource"));
    m_source->setWordWrap(true);
    m_source->setTextFormat(Qt::RichText);
    m_source->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_source->setOpenExternalLinks(true);
    m_source->setAccessibleName(tr("Where keys are made"));
    m_environment->setObjectName(QStringLiteral("environmentLabel"));
    m_environment->setWordWrap(true);
    m_answer->setObjectName(QStringLiteral("accountAnswer"));
    m_answer->setWordWrap(true);

    auto *column = new QVBoxLayout(this);
    setGaps(column, 20, 18, 20, 16, 12);
    column->addWidget(m_service);
    column->addWidget(m_about);
    column->addWidget(m_environment);
    column->addWidget(m_source);
    column->addWidget(makeFields());
    column->addWidget(m_answer);
    column->addStretch(1);
    column->addWidget(makeRule(this));
    column->addWidget(makeButtons());

    connect(m_service, &QComboBox::currentIndexChanged, this, &AccountDialog::followService);
    connect(m_region, &QComboBox::currentIndexChanged, this, &AccountDialog::followRegion);
    connect(m_test, &QPushButton::clicked, this, &AccountDialog::test);
    connect(m_save, &QPushButton::clicked, this, &AccountDialog::save);
    connect(m_forget, &QPushButton::clicked, this, &AccountDialog::forget);
    connect(&m_accounts, &AccountBook::accountSaved, this, &AccountDialog::saved);
    followService();
    QWidget *last = m_service;
    for (QWidget *next : std::initializer_list<QWidget *>{m_source, m_region, m_address, m_key, m_keychain,
                                                          m_session, m_test, m_forget}) {
        setTabOrder(last, next);
        last = next;
    }
    m_key->setFocus();
}

void AccountDialog::choose(const QString &service)
{
    if (const int row = m_service->findData(service); row >= 0)
        m_service->setCurrentIndex(row);
}

QString AccountDialog::serviceId() const
{
    return m_service->currentData().toString();
}

const ServiceSpec *AccountDialog::service() const
{
    return m_catalogue.service(serviceId());
}

bool AccountDialog::isSet() const
{
    return !m_accounts.account(serviceId()).id.isEmpty();
}

// What was typed for one service is never sent to the other.
void AccountDialog::followService()
{
    delete std::exchange(m_check, nullptr);
    m_test->setEnabled(true);
    m_key->clear();
    m_address->clear();
    Theme::mark(m_key, "fault", false);
    m_about->setText(aboutService(serviceId()));
    m_source->setText(sourceOfKeys(serviceId()));
    m_source->setVisible(!m_source->text().isEmpty());
    fillRegions();
    load();
    growToWords();
}

// The words of the services and of the answers differ in length.
void AccountDialog::growToWords()
{
    layout()->activate();
    if (isVisible())
        resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void AccountDialog::fillRegions()
{
    const QSignalBlocker quiet(m_region);
    m_region->clear();
    if (const ServiceSpec *spec = service()) {
        for (const RegionSpec &region : spec->regions)
            m_region->addItem(region.name.in(QLocale().name()), region.id);
    }
    m_region->addItem(tr("My own address"), customRegion());
}

void AccountDialog::load()
{
    const Account account = m_accounts.account(serviceId());
    const bool known = !account.id.isEmpty();
    const QString variable = m_accounts.keyVariable(serviceId());
    m_region->setCurrentIndex(std::max(0, m_region->findData(known ? account.region : QString())));
    if (known && account.region == customRegion())
        m_address->setText(account.baseUrl.toString());
    m_key->setPlaceholderText(known ? tr("A key is set; type to replace it") : exampleOfKey(serviceId()));
    m_forget->setVisible(known && variable.isEmpty());
    m_environment->setVisible(!variable.isEmpty());
    if (!variable.isEmpty()) {
        m_environment->setText(tr("The key comes from %1 in the environment. It is used as long as it is set "
                                  "there; what is saved here waits behind it.")
                                   .arg(variable));
    }
    followRegion();
    say({}, false);
}

void AccountDialog::followRegion()
{
    const QString region = m_region->currentData().toString();
    const bool own = region == customRegion();
    m_address->setReadOnly(!own);
    Theme::mark(m_address, "fault", false);
    if (own) {
        m_address->setPlaceholderText(exampleOfAddress(serviceId()));
        if (m_address->property("ofRegion").toBool())
            m_address->clear();
        m_address->setProperty("ofRegion", false);
        return;
    }
    for (const RegionSpec &spec : service() ? service()->regions : QList<RegionSpec>()) {
        if (spec.id == region)
            m_address->setText(spec.baseUrl.toString());
    }
    m_address->setProperty("ofRegion", true);
}

Account AccountDialog::typedAccount() const
{
    Account account;
    account.id = serviceId();
    account.service = serviceId();
    account.region = m_region->currentData().toString();
    account.baseUrl = QUrl(m_address->text().trimmed());
    return account;
}

bool AccountDialog::checkFields()
{
    const QUrl url(m_address->text().trimmed(), QUrl::StrictMode);
    const bool good =
        url.isValid() && !url.host().isEmpty() && (url.scheme() == u"https" || url.scheme() == u"http");
    Theme::mark(m_address, "fault", !good);
    if (!good) {
        sayError(Error{ErrorKind::BadAddress, {m_address->text()}, {}, {}, {}, 0, std::nullopt});
        m_address->setFocus();
        return false;
    }
    // The key that is set already may stay while the place changes.
    const bool hasKey = !m_key->text().trimmed().isEmpty() || isSet();
    Theme::mark(m_key, "fault", !hasKey);
    if (!hasKey) {
        sayError(Error{ErrorKind::KeyMissing, {m_service->currentText()}, {}, {}, {}, 0, std::nullopt});
        m_key->setFocus();
    }
    return hasKey;
}

void AccountDialog::test()
{
    delete std::exchange(m_check, nullptr);
    if (m_key->text().trimmed().isEmpty() && isSet()) {
        m_accounts.credentials(serviceId(), this,
                               [this, asked = serviceId()](const Result<Credentials> &who) {
                                   if (asked == serviceId())
                                       runCheck(who);
                               });
        return;
    }
    if (checkFields())
        runCheck(Credentials{typedAccount(), m_key->text().trimmed()});
}

void AccountDialog::runCheck(const Result<Credentials> &who)
{
    if (!who) {
        sayError(who.error());
        return;
    }
    Engine *engine = m_accounts.engine(serviceId());
    const ModelSpec *model = nullptr;
    for (const ModelSpec &row : m_catalogue.models()) {
        if (!model && row.service == serviceId())
            model = &row;
    }
    if (!engine || !model)
        return;
    say(tr("Asking the service…"), false);
    m_test->setEnabled(false);
    CheckJob *job = engine->check(*who, *model, this);
    m_check = job;
    connect(job, &CheckJob::finished, this, [this, job](const Result<void> &answer) {
        job->deleteLater();
        m_check = nullptr;
        m_test->setEnabled(true);
        if (answer)
            say(tr("Key and region fit together."), false);
        else
            sayError(answer.error());
    });
}

void AccountDialog::save()
{
    if (!checkFields())
        return;
    const Account typed = typedAccount();
    m_save->setEnabled(false);
    m_accounts.setAccount(typed.service, typed.region,
                          typed.region == customRegion() ? typed.baseUrl : QUrl(), m_key->text().trimmed(),
                          m_keychain->isChecked() ? AccountBook::KeepKey::InKeychain
                                                  : AccountBook::KeepKey::ForThisSession);
}

void AccountDialog::saved(const Result<void> &kept)
{
    m_save->setEnabled(true);
    if (kept) {
        accept();
        return;
    }
    m_key->clear();
    m_session->setChecked(true);
    load();
    sayError(kept.error());
}

void AccountDialog::forget()
{
    m_accounts.forgetAccount(serviceId());
    m_key->clear();
    load();
    say(tr("Forgotten: the key is removed from the keychain and from memory."), false);
}

void AccountDialog::say(const QString &text, bool bad)
{
    m_answer->setText(text);
    m_answer->setVisible(!text.isEmpty());
    Theme::mark(m_answer, "danger", bad);
    growToWords();
}

void AccountDialog::sayError(const Error &error)
{
    const ErrorSentence sentence = sentenceFor(error);
    say(QString(sentence.title + u' ' + sentence.advice).trimmed(), true);
}

} // namespace retake
