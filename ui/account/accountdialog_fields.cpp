// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/accountdialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace retake {

QWidget *AccountDialog::makeFields()
{
    auto *fields = new QWidget(this);
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_region->setToolTip(tr("A key works only in the region where it was made"));
    m_address->setObjectName(QStringLiteral("addressEdit"));
    m_address->setAccessibleName(tr("Address"));
    makeKeyField();
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

void AccountDialog::makeKeyField()
{
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

} // namespace retake
