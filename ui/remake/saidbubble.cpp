// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/saidbubble.h"

#include "ui/remake/markedtext.h"
#include "ui/widgets/controls.h"

#include <QBoxLayout>

namespace retake {

SaidBubble::SaidBubble(QWidget *parent)
    : QFrame(parent)
    , m_said(new MarkedText(this))
    , m_translated(new MarkedText(this))
{
    setProperty("saidbubble", true);
    m_said->setObjectName(QStringLiteral("saidText"));
    m_translated->setObjectName(QStringLiteral("translatedText"));
    m_translated->setProperty("small", true);
    m_translated->setQuiet(true);
    auto *column = new QVBoxLayout(this);
    setGaps(column, 10, 7, 10, 8, 3);
    column->addWidget(m_said);
    column->addWidget(m_translated);
}

void SaidBubble::show(const QString &said, const QString &translated)
{
    m_said->setPlain(said);
    const bool isTranslated = !translated.isEmpty() && translated != said;
    m_translated->setPlain(isTranslated ? tr("Sent in English: %1").arg(translated) : QString());
    m_translated->setVisible(isTranslated);
}

} // namespace retake
