// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/runbox.h"

#include "media/conform.h"
#include "ui/order/runfoot.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/format.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace retake {

RunBox::RunBox(Draft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_changes(makeLabel({}, "secondary", this))
    , m_sending(makeButton(QStringLiteral("whatWillBeSentButton"), tr("What will be sent…"),
                           ButtonLook::Plain, this))
    , m_foot(new RunFoot(this))
{
    setObjectName(QStringLiteral("runBox"));
    m_changes->setObjectName(QStringLiteral("changesLabel"));
    m_changes->setProperty("small", true);
    m_changes->setWordWrap(true);
    m_foot->summary()->setObjectName(QStringLiteral("secondsLabel"));
    m_foot->price()->setObjectName(QStringLiteral("priceLabel"));
    m_foot->fault()->setObjectName(QStringLiteral("faultLabel"));
    m_foot->advice()->setObjectName(QStringLiteral("faultAdvice"));
    m_foot->button()->setObjectName(QStringLiteral("runButton"));
    m_sending->setProperty("link", true);
    m_sending->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_sending->setCursor(Qt::PointingHandCursor);
    m_sending->setToolTip(
        tr("See the file, the images and the words that go out, and where they go (Ctrl+I)"));
    setPurpose(Purpose::Run);

    auto *column = new QVBoxLayout(this);
    setGaps(column, 14, 0, 14, 12, 8);
    column->addWidget(makeRule(this));
    column->addSpacing(2);
    column->addWidget(m_changes);
    column->addWidget(m_sending);
    column->addWidget(m_foot);
    connect(m_foot, &RunFoot::runWanted, this, &RunBox::runWanted);
    connect(m_sending, &QPushButton::clicked, this, &RunBox::sendingWanted);
    connect(&m_draft, &Draft::changed, this, &RunBox::follow);
    follow();
}

void RunBox::setPurpose(Purpose purpose)
{
    const bool saves = purpose == Purpose::SaveTask;
    RunButton *run = m_foot->button();
    run->setText(saves ? tr("Save task") : RunButton::tr("Run edit"));
    run->setAccessibleName(run->text());
    run->setToolTip(saves ? tr("Save the task (Ctrl+Enter)") : RunButton::tr("Run the edit (Ctrl+Enter)"));
}

void RunBox::showFault(const Error &error)
{
    m_foot->showFault(error);
}

void RunBox::clearFault()
{
    m_foot->clearFault();
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
    m_foot->button()->setEnabled(clip);
    m_sending->setEnabled(clip);
    QString changes;
    if (m_draft.clip()) {
        if (const auto plan = m_draft.conformPlan(); plan && !plan->changes.isEmpty())
            changes = tr("Before sending: %1").arg(describeChanges(*m_draft.clip(), *plan).join(tr("; ")));
    }
    m_changes->setText(changes);
    m_changes->setVisible(!changes.isEmpty());
    m_foot->summary()->setText(secondsLine(m_draft));
    m_foot->price()->setText(priceLine(m_draft));
    m_foot->price()->setToolTip(priceNote(m_draft));
}

} // namespace retake
