// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/accountdialog.h"

#include "session/accountbook.h"
#include "session/errorsentence.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>

#include <utility>

namespace retake {

namespace {

QString serviceId()
{
    return QStringLiteral("dashscope");
}

QString customRegion()
{
    return QStringLiteral("custom");
}

} // namespace

AccountDialog::AccountDialog(AccountBook &accounts, const Catalogue &catalogue, QWidget *parent)
    : QDialog(parent)
    , m_accounts(accounts)
    , m_catalogue(catalogue)
    , m_service(catalogue.service(serviceId()))
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

    QLabel *title = makeLabel(m_service ? m_service->name.in(QLocale().name()) : QString(), "strong", this);
    QLabel *about =
        makeLabel(tr("Wan edits your video on Alibaba Cloud, and charges by the second. Without an "
                     "account Retake uses the practice service: it runs on this computer, costs "
                     "nothing, and its edits are simple filters, not AI."),
                  "secondary", this);
    about->setWordWrap(true);
    m_environment->setObjectName(QStringLiteral("environmentLabel"));
    m_environment->setWordWrap(true);
    m_answer->setObjectName(QStringLiteral("accountAnswer"));
    m_answer->setWordWrap(true);

    auto *column = new QVBoxLayout(this);
    setGaps(column, 20, 18, 20, 16, 12);
    column->addWidget(title);
    column->addWidget(about);
    column->addWidget(m_environment);
    column->addWidget(makeFields());
    column->addWidget(m_answer);
    column->addStretch(1);
    column->addWidget(makeRule(this));
    column->addWidget(makeButtons());

    connect(m_region, &QComboBox::currentIndexChanged, this, &AccountDialog::followRegion);
    connect(m_test, &QPushButton::clicked, this, &AccountDialog::test);
    connect(m_save, &QPushButton::clicked, this, &AccountDialog::save);
    connect(m_forget, &QPushButton::clicked, this, &AccountDialog::forget);
    connect(&m_accounts, &AccountBook::accountSaved, this, &AccountDialog::saved);
    load();
    QWidget *last = m_region;
    for (QWidget *next :
         std::initializer_list<QWidget *>{m_address, m_key, m_keychain, m_session, m_test, m_forget}) {
        setTabOrder(last, next);
        last = next;
    }
    m_key->setFocus();
}

QWidget *AccountDialog::makeFields()
{
    auto *fields = new QWidget(this);
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    if (m_service) {
        for (const RegionSpec &region : m_service->regions)
            m_region->addItem(region.name.in(QLocale().name()), region.id);
    }
    m_region->addItem(tr("My own address"), customRegion());
    m_region->setToolTip(tr("A key works only in the region where it was made"));
    m_address->setObjectName(QStringLiteral("addressEdit"));
    m_address->setAccessibleName(tr("Address"));
    m_key->setObjectName(QStringLiteral("keyEdit"));
    m_key->setAccessibleName(tr("API key"));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    QAction *reveal = m_key->addAction(themedIcon(QStringLiteral("eye")), QLineEdit::TrailingPosition);
    reveal->setObjectName(QStringLiteral("revealKeyAction"));
    reveal->setText(tr("Show the key"));
    reveal->setToolTip(reveal->text());
    reveal->setCheckable(true);
    connect(reveal, &QAction::toggled, this, [this, reveal](bool shown) {
        m_key->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        reveal->setIcon(themedIcon(shown ? QStringLiteral("eye-off") : QStringLiteral("eye")));
    });
    m_keychain->setObjectName(QStringLiteral("keychainRadio"));
    m_keychain->setAccessibleName(m_keychain->text());
    m_session->setObjectName(QStringLiteral("sessionRadio"));
    m_session->setAccessibleName(m_session->text());
    m_keychain->setChecked(true);
    QLabel *where =
        makeLabel(tr("The key is never written into Retake's own files or logs. The keychain is the "
                     "one of your desktop; for this session means in memory, until Retake closes."),
                  "secondary", this);
    where->setProperty("small", true);
    where->setWordWrap(true);
    auto *keep = new QVBoxLayout;
    setGaps(keep, 0, 0, 0, 0, 2);
    keep->addWidget(m_keychain);
    keep->addWidget(m_session);
    keep->addWidget(where);
    form->addRow(tr("Region"), m_region);
    form->addRow(tr("Address"), m_address);
    form->addRow(tr("API key"), m_key);
    form->addRow(tr("Keep the key"), keep);
    return fields;
}

QWidget *AccountDialog::makeButtons()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    setGaps(row, 0, 0, 0, 0, 8);
    QPushButton *cancel =
        makeButton(QStringLiteral("cancelAccountButton"), tr("Cancel"), ButtonLook::Plain, bar);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_test->setToolTip(tr("Asks the service whether key and region fit together; costs nothing"));
    m_save->setDefault(true);
    row->addWidget(m_test);
    row->addWidget(m_forget);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    return bar;
}

void AccountDialog::load()
{
    const Account account = m_accounts.account(serviceId());
    const bool known = !account.id.isEmpty() && !account.isPractice();
    m_region->setCurrentIndex(std::max(0, m_region->findData(known ? account.region : QString())));
    if (known && account.region == customRegion())
        m_address->setText(account.baseUrl.toString());
    m_key->setPlaceholderText(known ? tr("A key is set; type to replace it") : tr("sk-…"));
    m_forget->setVisible(known && !m_accounts.usesEnvironment());
    m_environment->setVisible(m_accounts.usesEnvironment());
    if (m_accounts.usesEnvironment()) {
        m_environment->setText(
            tr("The key comes from DASHSCOPE_API_KEY in the environment. It is used as long as "
               "it is set there; what is saved here waits behind it."));
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
        m_address->setPlaceholderText(tr("https://…/api/v1"));
        if (m_address->property("ofRegion").toBool())
            m_address->clear();
        m_address->setProperty("ofRegion", false);
        return;
    }
    for (const RegionSpec &spec : m_service ? m_service->regions : QList<RegionSpec>()) {
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
    const bool hasKey =
        !m_key->text().trimmed().isEmpty() || m_accounts.account(serviceId()).id == serviceId();
    Theme::mark(m_key, "fault", !hasKey);
    if (!hasKey) {
        sayError(Error{ErrorKind::KeyMissing,
                       {m_service ? m_service->name.in(QLocale().name()) : serviceId()},
                       {},
                       {},
                       {},
                       0,
                       std::nullopt});
        m_key->setFocus();
    }
    return hasKey;
}

void AccountDialog::test()
{
    delete std::exchange(m_check, nullptr);
    if (m_key->text().trimmed().isEmpty() && m_accounts.account(serviceId()).id == serviceId()) {
        m_accounts.credentials(serviceId(), this, [this](const Result<Credentials> &who) { runCheck(who); });
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
    m_accounts.setDashscope(
        typed.region, typed.region == customRegion() ? typed.baseUrl : QUrl(), m_key->text().trimmed(),
        m_keychain->isChecked() ? AccountBook::KeepKey::InKeychain : AccountBook::KeepKey::ForThisSession);
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
    m_accounts.forgetDashscope();
    m_key->clear();
    load();
    say(tr("Forgotten: the key is removed from the keychain and from memory."), false);
}

void AccountDialog::say(const QString &text, bool bad)
{
    m_answer->setText(text);
    m_answer->setVisible(!text.isEmpty());
    Theme::mark(m_answer, "danger", bad);
}

void AccountDialog::sayError(const Error &error)
{
    const ErrorSentence sentence = sentenceFor(error);
    say(QString(sentence.title + u' ' + sentence.advice).trimmed(), true);
}

} // namespace retake
