// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/emptystate.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/format.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace retake {

QString describePrice(const Dialogue &dialogue)
{
    if (dialogue.account().isPractice())
        return EmptyState::tr("free");
    const Estimate price = dialogue.estimateDescribe();
    if (price.currency.isEmpty())
        return {};
    if (price.amount <= 0)
        return EmptyState::tr("free");
    if (price.amount < 0.01)
        return EmptyState::tr("less than %1").arg(moneyText(0.01, price.currency));
    return EmptyState::tr("about %1").arg(moneyText(price.amount, price.currency));
}

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_words(makeLabel({}, "secondary", this))
    , m_describe(
          makeButton(QStringLiteral("describeButton"), tr("Describe this clip"), ButtonLook::Primary, this))
    , m_price(makeLabel({}, "secondary", this))
{
    setObjectName(QStringLiteral("remakeEmpty"));
    m_words->setObjectName(QStringLiteral("remakeHint"));
    m_words->setWordWrap(true);
    m_price->setObjectName(QStringLiteral("describePrice"));
    m_price->setProperty("small", true);
    m_describe->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout;
    setGaps(row, 0, 0, 0, 0, 10);
    row->addWidget(m_describe);
    row->addWidget(m_price, 1);
    auto *column = new QVBoxLayout(this);
    setGaps(column, 0, 4, 0, 0, 12);
    column->addWidget(m_words);
    column->addLayout(row);
    connect(m_describe, &QPushButton::clicked, this, &EmptyState::describeWanted);
}

void EmptyState::show(const Dialogue &dialogue)
{
    const bool clip = dialogue.clip().has_value();
    m_words->setText(clip ? tr("A vision model describes what the clip shows. You say what should be "
                               "different, it rewrites the description, and a new video is made from the "
                               "words. Nothing is made before you ask for it.")
                          : tr("Open a video first"));
    m_describe->setVisible(clip);
    m_describe->setEnabled(dialogue.activity() == Dialogue::Activity::Idle);
    const QString price = describePrice(dialogue);
    m_price->setText(price);
    m_price->setVisible(clip && !price.isEmpty());
}

} // namespace retake
