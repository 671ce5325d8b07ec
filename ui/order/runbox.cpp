// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/runbox.h"

#include "media/conform.h"
#include "session/errorsentence.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/format.h"

#include <QBoxLayout>
#include <QFrame>
#include <QLabel>
#include <QStyleOptionButton>
#include <QStylePainter>

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
    setObjectName(QStringLiteral("runButton"));
    setText(tr("Run edit"));
    setAccessibleName(tr("Run edit"));
    setToolTip(tr("Run the edit (Ctrl+Enter)"));
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

RunBox::RunBox(Draft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_changes(makeLabel({}, "secondary", this))
    , m_seconds(makeLabel({}, "secondary", this))
    , m_price(makeLabel({}, "strong", this))
    , m_fault(makeLabel({}, "danger", this))
    , m_advice(makeLabel({}, "secondary", this))
    , m_sending(makeButton(QStringLiteral("whatWillBeSentButton"), tr("What will be sent…"),
                           ButtonLook::Plain, this))
    , m_run(new RunButton(this))
{
    setObjectName(QStringLiteral("runBox"));
    m_changes->setObjectName(QStringLiteral("changesLabel"));
    m_changes->setProperty("small", true);
    m_changes->setWordWrap(true);
    m_seconds->setObjectName(QStringLiteral("secondsLabel"));
    m_seconds->setWordWrap(true);
    m_price->setObjectName(QStringLiteral("priceLabel"));
    m_price->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_fault->setObjectName(QStringLiteral("faultLabel"));
    m_fault->setWordWrap(true);
    m_advice->setObjectName(QStringLiteral("faultAdvice"));
    m_advice->setProperty("small", true);
    m_advice->setWordWrap(true);
    m_sending->setProperty("link", true);
    m_sending->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_sending->setCursor(Qt::PointingHandCursor);
    m_sending->setToolTip(
        tr("See the file, the images and the words that go out, and where they go (Ctrl+I)"));
    clearFault();

    auto *money = new QHBoxLayout;
    setGaps(money, 0, 0, 0, 0, 12);
    money->addWidget(m_seconds, 1);
    money->addWidget(m_price);
    auto *column = new QVBoxLayout(this);
    setGaps(column, 14, 0, 14, 12, 8);
    column->addWidget(makeRule(this));
    column->addSpacing(2);
    column->addWidget(m_changes);
    column->addWidget(m_sending);
    column->addLayout(money);
    column->addWidget(m_fault);
    column->addWidget(m_advice);
    column->addWidget(m_run);
    connect(m_run, &QPushButton::clicked, this, &RunBox::runWanted);
    connect(m_sending, &QPushButton::clicked, this, &RunBox::sendingWanted);
    connect(&m_draft, &Draft::changed, this, &RunBox::follow);
    follow();
}

void RunBox::setPurpose(Purpose purpose)
{
    const bool saves = purpose == Purpose::SaveTask;
    m_run->setText(saves ? tr("Save task") : RunButton::tr("Run edit"));
    m_run->setAccessibleName(m_run->text());
    m_run->setToolTip(saves ? tr("Save the task (Ctrl+Enter)") : RunButton::tr("Run the edit (Ctrl+Enter)"));
}

void RunBox::showFault(const Error &error)
{
    const ErrorSentence sentence = sentenceFor(error);
    m_fault->setText(sentence.title);
    m_fault->show();
    m_advice->setText(sentence.advice);
    m_advice->setVisible(!sentence.advice.isEmpty());
}

void RunBox::clearFault()
{
    m_fault->hide();
    m_advice->hide();
}

QString RunBox::secondsLine(const Draft &draft)
{
    if (!draft.clip() && draft.remoteClip().isEmpty())
        return tr("Open a video first");
    const Estimate whole = draft.estimate();
    const double in = whole.inputSeconds / draft.variations();
    const double out = whole.outputSeconds / draft.variations();
    if (in <= 0 && out <= 0)
        return {};
    const Price *price = draft.model().price(draft.account().region);
    const QString by = price ? price->byParameter : QStringLiteral("resolution");
    const QString tier = draft.parameter(by).toString();
    const QString once = tier.isEmpty()
                             ? tr("%1 in + %2 out").arg(secondsText(in), secondsText(out))
                             : tr("%1 in + %2 out at %3").arg(secondsText(in), secondsText(out), tier);
    if (draft.variations() == 1)
        return once;
    return tier.isEmpty()
               ? tr("%1 × (%2 in + %3 out)").arg(draft.variations()).arg(secondsText(in), secondsText(out))
               : tr("%1 × (%2 in + %3 out) at %4")
                     .arg(draft.variations())
                     .arg(secondsText(in), secondsText(out), tier);
}

QString RunBox::priceLine(const Draft &draft)
{
    if (draft.account().isPractice())
        return tr("free");
    if (!draft.clip())
        return {};
    const Estimate whole = draft.estimate();
    return whole.currency.isEmpty() ? tr("price unknown")
                                    : tr("about %1").arg(moneyText(whole.amount, whole.currency));
}

QString RunBox::priceNote(const Draft &draft)
{
    if (draft.account().isPractice())
        return tr("The practice service runs on this computer. Nothing is sent, nothing is charged.");
    const Price *price = draft.model().price(draft.account().region);
    return tr("An estimate by the price list of %1; the service bills by the seconds that it measures.")
        .arg(price ? price->asOf.toString(Qt::ISODate) : QString());
}

void RunBox::follow()
{
    const bool clip = m_draft.clip().has_value() || !m_draft.remoteClip().isEmpty();
    m_run->setEnabled(clip);
    m_sending->setEnabled(clip);
    QString changes;
    if (m_draft.clip()) {
        if (const auto plan = m_draft.conformPlan(); plan && !plan->changes.isEmpty())
            changes = tr("Before sending: %1").arg(describeChanges(*m_draft.clip(), *plan).join(tr("; ")));
    }
    m_changes->setText(changes);
    m_changes->setVisible(!changes.isEmpty());
    m_seconds->setText(secondsLine(m_draft));
    m_price->setText(priceLine(m_draft));
    m_price->setToolTip(priceNote(m_draft));
}

} // namespace retake
