// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/saidbubble.h"

#include "ui/widgets/controls.h"

#include <QBoxLayout>
#include <QLabel>

namespace retake {

SaidBubble::SaidBubble(QWidget *parent)
    : QFrame(parent)
    , m_said(makeLabel({}, nullptr, this))
    , m_translated(makeLabel({}, "secondary", this))
{
    setProperty("saidbubble", true);
    m_said->setObjectName(QStringLiteral("saidText"));
    m_translated->setObjectName(QStringLiteral("translatedText"));
    m_translated->setProperty("small", true);
    for (QLabel *label : {m_said, m_translated}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *column = new QVBoxLayout(this);
    setGaps(column, 10, 7, 10, 8, 3);
    column->addWidget(m_said);
    column->addWidget(m_translated);
}

void SaidBubble::show(const QString &said, const QString &translated)
{
    m_said->setText(said);
    const bool isTranslated = !translated.isEmpty() && translated != said;
    m_translated->setText(isTranslated ? tr("Sent in English: %1").arg(translated) : QString());
    m_translated->setVisible(isTranslated);
}

} // namespace retake
