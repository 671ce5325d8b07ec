// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/makebox.h"

#include "ui/order/runfoot.h"
#include "ui/remake/generatorform.h"
#include "ui/remake/keepform.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/format.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

namespace retake {

MakeBox::MakeBox(RemakeDraft &draft, Dialogue &dialogue, const Catalogue &catalogue, const Paths &paths,
                 QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_dialogue(dialogue)
    , m_more(new QToolButton(this))
    , m_length(makeLabel({}, "secondary", this))
    , m_settings(new QScrollArea(this))
    , m_form(new GeneratorForm(draft, dialogue, catalogue, paths, this))
    , m_rule(makeRule(this))
    , m_keeps(makeLabel({}, "secondary", this))
    , m_tooLong(new QWidget(this))
    , m_tooLongText(makeLabel({}, "caution", m_tooLong))
    , m_shorten(makeButton(QStringLiteral("shortenButton"), tr("Shorten"), ButtonLook::Plain, m_tooLong))
    , m_foot(new RunFoot(this))
{
    setObjectName(QStringLiteral("makeBox"));
    auto *inside = new QWidget;
    inside->setProperty("panel", QStringLiteral("clear"));
    auto *insideColumn = new QVBoxLayout(inside);
    setGaps(insideColumn, 14, 4, 14, 6, 0);
    insideColumn->addWidget(m_form);
    insideColumn->addStretch(1);
    m_settings->setObjectName(QStringLiteral("makeSettings"));
    m_settings->setFrameShape(QFrame::NoFrame);
    m_settings->setWidgetResizable(true);
    m_settings->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_settings->setFocusPolicy(Qt::NoFocus);
    m_settings->setWidget(inside);
    m_settings->hide();
    connect(m_settings->verticalScrollBar(), &QScrollBar::rangeChanged, insideColumn,
            [insideColumn](int, int most) {
                QMargins margins = insideColumn->contentsMargins();
                margins.setRight(most > 0 ? 4 : 14);
                insideColumn->setContentsMargins(margins);
            });

    m_keeps->setObjectName(QStringLiteral("keepsLabel"));
    m_keeps->setProperty("small", true);
    m_keeps->setWordWrap(true);
    m_tooLongText->setObjectName(QStringLiteral("tooLongLabel"));
    m_tooLongText->setProperty("small", true);
    m_tooLongText->setWordWrap(true);
    m_shorten->setProperty("link", true);
    m_shorten->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_shorten->setToolTip(tr("Asks for the same in fewer words. You see the answer as a turn of its own."));
    auto *tooLong = new QHBoxLayout(m_tooLong);
    setGaps(tooLong, 0, 0, 0, 0, 8);
    tooLong->addWidget(m_tooLongText, 1);
    tooLong->addWidget(m_shorten);

    m_foot->summary()->setObjectName(QStringLiteral("makeSummary"));
    m_foot->price()->setObjectName(QStringLiteral("makePrice"));
    m_foot->fault()->setObjectName(QStringLiteral("makeFault"));
    m_foot->advice()->setObjectName(QStringLiteral("makeAdvice"));
    m_foot->button()->setObjectName(QStringLiteral("makeButton"));
    m_foot->button()->setText(tr("Make this video"));
    m_foot->button()->setAccessibleName(m_foot->button()->text());
    m_foot->button()->setToolTip(tr("Make a video from the description (Ctrl+Enter)"));

    auto *lower = new QVBoxLayout;
    setGaps(lower, 14, 4, 14, 12, 8);
    lower->addWidget(m_rule);
    lower->addWidget(m_keeps);
    lower->addWidget(m_tooLong);
    lower->addWidget(m_foot);
    auto *column = new QVBoxLayout(this);
    setGaps(column, 0, 0, 0, 0, 2);
    column->addWidget(makeHead());
    column->addWidget(m_settings, 1);
    column->addLayout(lower);
    connect(m_foot, &RunFoot::runWanted, this, &MakeBox::makeWanted);
    connect(m_shorten, &QPushButton::clicked, this,
            [this] { m_dialogue.shorten(m_draft.model().promptMaximum); });
    connect(&m_draft, &RemakeDraft::changed, this, &MakeBox::follow);
    connect(&m_dialogue, &Dialogue::tipChanged, this, &MakeBox::follow);
    connect(&m_dialogue, &Dialogue::turnChanged, this, &MakeBox::follow);
    connect(&m_dialogue, &Dialogue::activityChanged, this, &MakeBox::follow);
    connect(&m_dialogue, &Dialogue::opened, this, &MakeBox::follow);
    setUnfolded(false);
    follow();
}

bool MakeBox::event(QEvent *event)
{
    // The settings never scroll sideways: longer words make them wider.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        m_settings->setMinimumWidth(
            std::max(m_settings->minimumWidth(), m_settings->widget()->minimumSizeHint().width() + 6));
    return QWidget::event(event);
}

QWidget *MakeBox::makeHead()
{
    auto *head = new QWidget(this);
    m_more->setParent(head);
    m_length->setParent(head);
    m_more->setObjectName(QStringLiteral("makeSettingsButton"));
    m_more->setText(tr("Video settings"));
    m_more->setAccessibleName(tr("Model, length, size, and what is kept of the source"));
    m_more->setCheckable(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setIconSize(QSize(14, 14));
    m_more->setProperty("flat", true);
    m_more->setProperty("disclosure", true);
    m_length->setObjectName(QStringLiteral("lengthLabel"));
    m_length->setProperty("small", true);
    auto *row = new QHBoxLayout;
    setGaps(row, 14, 0, 14, 0, 8);
    row->addWidget(m_more);
    row->addStretch(1);
    row->addWidget(m_length);
    auto *rule = new QHBoxLayout;
    setGaps(rule, 14, 0, 14, 0, 0);
    rule->addWidget(makeRule(head));
    auto *column = new QVBoxLayout(head);
    setGaps(column, 0, 0, 0, 0, 4);
    column->addLayout(rule);
    column->addLayout(row);
    connect(m_more, &QToolButton::toggled, this, &MakeBox::setUnfolded);
    return head;
}

void MakeBox::setUnfolded(bool open)
{
    m_more->setChecked(open);
    m_more->setIcon(
        themedIcon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), Ink::Second));
    m_settings->setVisible(open);
    m_rule->setVisible(open);
    m_keeps->setVisible(!open);
    Q_EMIT unfolded(open);
}

QString MakeBox::summary() const
{
    QStringList parts{m_draft.model().name.in(QLocale().name())};
    if (m_draft.seconds() > 0)
        parts.append(secondsText(m_draft.seconds()));
    if (const ParameterSpec *size = m_draft.model().parameter(QStringLiteral("size"))) {
        const QJsonValue chosen = m_draft.parameter(QStringLiteral("size"));
        for (const ParameterSpec::Choice &choice : size->choices) {
            if (choice.value == chosen && !choice.value.isNull())
                parts.append(choice.label.in(QLocale().name()).remove(u' '));
        }
    }
    const QString once = parts.join(QStringLiteral(" · "));
    return m_draft.variations() == 1 ? once : tr("%1 × %2").arg(m_draft.variations()).arg(once);
}

QString MakeBox::price() const
{
    if (m_draft.account().isPractice())
        return tr("free");
    const Estimate whole = m_draft.estimate();
    if (whole.currency.isEmpty())
        return tr("price unknown");
    return whole.amount <= 0 ? tr("free") : tr("about %1").arg(moneyText(whole.amount, whole.currency));
}

// What is being rewritten is not made meanwhile.
bool MakeBox::mayMake() const
{
    switch (m_dialogue.activity()) {
    case Dialogue::Activity::Translating:
    case Dialogue::Activity::Asking:
        return false;
    case Dialogue::Activity::Idle:
    case Dialogue::Activity::Preparing:
        break;
    }
    return m_dialogue.clip().has_value() && !m_dialogue.description().isEmpty();
}

void MakeBox::follow()
{
    m_foot->summary()->setText(summary());
    m_foot->price()->setText(price());
    const Price *list = m_draft.model().price(m_draft.account().region);
    m_foot->price()->setToolTip(
        m_draft.account().isPractice()
            ? tr("The practice service runs on this computer. Nothing is sent, nothing is charged.")
        : list ? tr("An estimate by the price list of %1").arg(list->asOf.toString(Qt::ISODate))
               : QString());
    m_foot->button()->setEnabled(mayMake());
    QStringList kept;
    for (const RemakeDraft::Choice choice : m_draft.choices())
        kept.append(choiceTitle(choice).remove(u'…'));
    QString keeps = tr("Keeps: %1").arg(kept.join(tr(", ")));
    const RemakeDraft::Choice suggested = m_draft.suggestion();
    if (!m_draft.choices().contains(suggested) && !m_dialogue.description().isEmpty())
        keeps += tr(" · suggested: %1").arg(choiceTitle(suggested).remove(u'…'));
    m_keeps->setText(keeps);
    QStringList sentences;
    for (const RemakeDraft::Choice choice : m_draft.choices())
        sentences.append(RemakeDraft::sentence(choice));
    m_keeps->setToolTip(sentences.join(u'\n'));
    followLength();
}

void MakeBox::followLength()
{
    const Description description = m_dialogue.description();
    const qsizetype has = description.characters();
    const int most = m_draft.model().promptMaximum;
    const bool tooLong = most > 0 && has > most;
    m_length->setVisible(!description.isEmpty() && most > 0);
    m_length->setText(tr("%1 of %2 characters").arg(has).arg(most));
    m_length->setToolTip(tr("The length of the description, and what this model takes"));
    Theme::mark(m_length, "caution", tooLong);
    m_tooLong->setVisible(tooLong);
    m_tooLongText->setText(
        tr("The description is %n character(s) too long for this model.", nullptr, int(has - most)));
    m_shorten->setEnabled(m_dialogue.activity() == Dialogue::Activity::Idle);
}

void MakeBox::showFault(const RemakeDraft::Fault &fault)
{
    m_form->showFault(fault);
    if (fault.field == RemakeDraft::Field::None)
        m_foot->clearFault();
    else
        m_foot->showFault(fault.error);
}

void MakeBox::showError(const Error &error)
{
    m_foot->showFault(error);
}

void MakeBox::goTo(const RemakeDraft::Fault &fault)
{
    switch (fault.field) {
    case RemakeDraft::Field::None:
    case RemakeDraft::Field::Clip:
    case RemakeDraft::Field::Description:
        return;
    case RemakeDraft::Field::Model:
    case RemakeDraft::Field::Account:
    case RemakeDraft::Field::Parameter:
    case RemakeDraft::Field::References:
    case RemakeDraft::Field::FirstFrame:
    case RemakeDraft::Field::LastFrame:
    case RemakeDraft::Field::Sound:
        setUnfolded(true);
        m_form->focusField(fault);
        return;
    }
}

} // namespace retake
