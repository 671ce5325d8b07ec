// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/runfoot.h"

#include "session/errorsentence.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

#include <QBoxLayout>
#include <QLabel>
#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

namespace retake {

namespace {

constexpr int wordGap = 14;

QFont plainFont(QFont font)
{
    font.setWeight(QFont::Normal);
    return font;
}

QFont strongFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

RunButton::RunButton(QWidget *parent)
    : QPushButton(parent)
{
    setProperty("primary", true);
    setProperty("main", true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RunButton::sizeHint() const
{
    const QSize base = QPushButton::sizeHint();
    return {base.width() + 90, std::max(38, base.height())};
}

void RunButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButton, option);

    const Tokens t = Theme::current();
    const QString keys = tr("Ctrl+Enter");
    const QFontMetrics strong(strongFont(font()));
    const QFontMetrics plain(plainFont(font()));
    const int words = strong.horizontalAdvance(text());
    const int whole = words + wordGap + plain.horizontalAdvance(keys);
    const bool both = whole < width() - 24;
    int x = (width() - (both ? whole : words)) / 2;
    painter.setPen(isEnabled() ? t.onAccent : t.second);
    painter.setFont(strongFont(font()));
    painter.drawText(QRect(x, 0, words + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (!both)
        return;
    x += words + wordGap;
    painter.setFont(plainFont(font()));
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, keys);
}

RunFoot::RunFoot(QWidget *parent)
    : QWidget(parent)
    , m_summary(makeLabel({}, "secondary", this))
    , m_price(makeLabel({}, "strong", this))
    , m_fault(makeLabel({}, "danger", this))
    , m_advice(makeLabel({}, "secondary", this))
    , m_run(new RunButton(this))
{
    m_summary->setWordWrap(true);
    m_price->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_fault->setWordWrap(true);
    m_advice->setProperty("small", true);
    m_advice->setWordWrap(true);
    clearFault();
    auto *money = new QHBoxLayout;
    setGaps(money, 0, 0, 0, 0, 12);
    money->addWidget(m_summary, 1);
    money->addWidget(m_price);
    auto *column = new QVBoxLayout(this);
    setGaps(column, 0, 0, 0, 0, 8);
    column->addLayout(money);
    column->addWidget(m_fault);
    column->addWidget(m_advice);
    column->addWidget(m_run);
    connect(m_run, &QPushButton::clicked, this, &RunFoot::runWanted);
}

void RunFoot::showFault(const Error &error)
{
    const ErrorSentence sentence = sentenceFor(error);
    m_fault->setText(sentence.title);
    m_fault->show();
    m_advice->setText(sentence.advice);
    m_advice->setVisible(!sentence.advice.isEmpty());
}

void RunFoot::clearFault()
{
    m_fault->hide();
    m_advice->hide();
}

} // namespace retake
