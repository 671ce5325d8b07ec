// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/optionsform.h"

#include "session/accountbook.h"
#include "session/errorsentence.h"
#include "ui/order/enginename.h"
#include "ui/order/parameterfields.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

namespace retake {

OptionsForm::OptionsForm(Draft &draft, AccountBook &accounts, const Catalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_accounts(accounts)
    , m_catalogue(catalogue)
    , m_engine(makeCombo(QStringLiteral("engineCombo"), tr("Engine"), this))
    , m_variations(makeCombo(QStringLiteral("variationsCombo"), tr("Variations"), this))
    , m_more(new QToolButton(this))
    , m_moreText(new ElidedLabel(this))
    , m_fields(new ParameterFields(QStringLiteral("parameter"), this))
{
    setObjectName(QStringLiteral("optionsForm"));
    for (int count = 1; count <= 4; ++count)
        m_variations->addItem(QLocale().toString(count), count);
    m_variations->setToolTip(tr("So many takes of the same order, each its own task"));
    connect(m_fields, &ParameterFields::chosen, &m_draft, &Draft::setParameter);
    connect(m_engine, &QComboBox::activated, this, &OptionsForm::chooseEngine);
    connect(m_variations, &QComboBox::activated, this,
            [this](int index) { m_draft.setVariations(m_variations->itemData(index).toInt()); });

    m_more->setObjectName(QStringLiteral("moreButton"));
    m_more->setText(tr("More"));
    m_more->setAccessibleName(tr("More options"));
    m_more->setCheckable(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setIconSize(QSize(14, 14));
    m_more->setProperty("flat", true);
    m_more->setProperty("disclosure", true);
    m_moreText->setProperty("secondary", true);
    m_moreText->setProperty("small", true);
    connect(m_more, &QToolButton::toggled, this, &OptionsForm::fold);

    new QVBoxLayout(this);
    setGaps(static_cast<QVBoxLayout *>(layout()), 0, 0, 0, 0, 8);
    build();
    connect(&m_draft, &Draft::changed, this, &OptionsForm::follow);
    connect(&m_accounts, &AccountBook::changed, this, &OptionsForm::fillEngines);
}

void OptionsForm::fillEngines()
{
    const QSignalBlocker quiet(m_engine);
    m_engine->clear();
    for (const Account &account : m_accounts.accounts()) {
        for (const ModelSpec *model : m_catalogue.models(ModelUse::Edit)) {
            if (model->service == account.service)
                m_engine->addItem(engineName(account, *model, m_catalogue),
                                  QStringList{account.id, model->id});
        }
    }
    m_engine->setCurrentIndex(m_engine->findData(QStringList{m_draft.account().id, m_draft.model().id}));
}

void OptionsForm::chooseEngine(int index)
{
    const QStringList chosen = m_engine->itemData(index).toStringList();
    if (chosen.size() != 2)
        return;
    m_draft.setAccount(m_accounts.account(chosen[0]));
    if (m_draft.model().id != chosen[1])
        m_draft.setModel(chosen[1]);
}

// How a clip of another shape is fitted: there only when it matters.
void OptionsForm::addFramingRow(QGridLayout *grid)
{
    m_framing = makeCombo(QStringLiteral("framingChoice"), tr("Fit"), grid->parentWidget());
    const auto offer = [this](Framing framing, const QString &text, const QString &hint) {
        m_framing->addItem(text, int(framing));
        m_framing->setItemData(m_framing->count() - 1, hint, Qt::ToolTipRole);
    };
    offer(Framing::Keep, tr("Keep the shape"), tr("The picture is sent in the shape that it has"));
    offer(Framing::Fit, tr("Add bars"),
          tr("The whole picture is sent, with bars beside it or above and below"));
    offer(Framing::Fill, tr("Crop to fill"),
          tr("The middle of the picture is sent; what hangs over is cut off"));
    m_framing->setToolTip(tr("What happens to a picture of another shape"));
    connect(m_framing, &QComboBox::activated, this,
            [this](int index) { m_draft.setFraming(Framing(m_framing->itemData(index).toInt())); });
    m_framingLabel = ParameterFields::addRow(tr("Fit"), m_framing, grid);
    m_framingNote = makeLabel({}, "danger", grid->parentWidget());
    m_framingNote->setObjectName(QStringLiteral("framingNote"));
    m_framingNote->setProperty("small", true);
    m_framingNote->setWordWrap(true);
    grid->addWidget(m_framingNote, grid->rowCount(), 0, 1, 2);
}

void OptionsForm::followFraming()
{
    const auto wrong = m_draft.framingFault();
    const bool shown = wrong || m_draft.framingMatters();
    m_framingLabel->setVisible(shown);
    m_framing->setVisible(shown);
    m_framing->setCurrentIndex(m_framing->findData(int(m_draft.framing())));
    m_framingNote->setVisible(wrong.has_value());
    if (wrong) {
        const ErrorSentence sentence = sentenceFor(*wrong);
        m_framingNote->setText(QString(sentence.title + u' ' + sentence.advice));
    }
    Theme::mark(m_framing, "fault", wrong.has_value());
}

void OptionsForm::build()
{
    const ModelSpec &model = m_draft.model();
    m_builtFor = model.id;
    m_fields->clear();
    m_negative = nullptr;
    m_framing = nullptr;
    // The engine, the variations and the "More" button outlive the rows of a model.
    for (QWidget *lasting : {static_cast<QWidget *>(m_engine), static_cast<QWidget *>(m_variations),
                             static_cast<QWidget *>(m_more), static_cast<QWidget *>(m_moreText)})
        lasting->setParent(this);
    delete m_basic;
    delete m_advanced;
    while (QLayoutItem *item = layout()->takeAt(0))
        delete item;
    m_basic = new QWidget(this);
    m_advanced = new QWidget(this);
    m_advanced->setObjectName(QStringLiteral("moreOptions"));
    QGridLayout *basic = ParameterFields::makeGrid(m_basic);
    QGridLayout *advanced = ParameterFields::makeGrid(m_advanced);
    ParameterFields::addRow(tr("Engine"), m_engine, basic);
    QStringList names;
    if (model.negativePromptMaximum > 0) {
        m_negative = new QLineEdit(m_advanced);
        m_negative->setAcceptDrops(false); // a file dropped here is meant for the window
        m_negative->setObjectName(QStringLiteral("negativePromptEdit"));
        m_negative->setAccessibleName(tr("What to avoid"));
        m_negative->setPlaceholderText(tr("What should not appear"));
        connect(m_negative, &QLineEdit::textChanged, &m_draft, &Draft::setNegativePrompt);
        ParameterFields::addRow(tr("Avoid"), m_negative, advanced);
        names.append(tr("what to avoid"));
    }
    for (const ParameterSpec &spec : model.parameters) {
        m_fields->add(spec, spec.advanced ? advanced : basic);
        if (spec.advanced)
            names.append(spec.label.in(QLocale().name()).toLower());
        if (spec.name == u"ratio")
            addFramingRow(basic);
    }
    if (!m_framing)
        addFramingRow(basic);
    ParameterFields::addRow(tr("Variations"), m_variations, basic);
    m_moreText->setText(names.join(tr(", ")));
    auto *moreRow = new QHBoxLayout;
    setGaps(moreRow, 0, 0, 0, 0, 4);
    moreRow->addWidget(m_more);
    moreRow->addWidget(m_moreText, 1);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(m_basic);
    column->addLayout(moreRow);
    column->addWidget(m_advanced);
    m_engine->show();
    m_variations->show();
    m_more->setVisible(!names.isEmpty());
    fillEngines();
    fold();
    follow();
    QWidget *previous = m_engine;
    const auto next = [&previous](QWidget *widget) {
        setTabOrder(previous, widget);
        previous = widget;
    };
    for (const ParameterSpec &spec : model.parameters) {
        if (!spec.advanced)
            next(m_fields->field(spec.name));
        if (spec.name == u"ratio")
            next(m_framing);
    }
    next(m_variations);
    next(m_more);
    if (m_negative)
        next(m_negative);
    for (const ParameterSpec &spec : model.parameters) {
        if (spec.advanced)
            next(m_fields->field(spec.name));
    }
}

void OptionsForm::fold()
{
    const bool open = m_more->isChecked();
    m_more->setIcon(
        themedIcon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), Ink::Second));
    m_moreText->setVisible(!open && m_more->isVisibleTo(this));
    m_advanced->setVisible(open);
}

void OptionsForm::follow()
{
    if (m_draft.model().id != m_builtFor) {
        build();
        return;
    }
    m_fields->follow([this](const QString &name) { return m_draft.parameter(name); });
    if (m_negative && m_negative->text() != m_draft.negativePrompt()) {
        const QSignalBlocker quiet(m_negative);
        m_negative->setText(m_draft.negativePrompt());
    }
    followFraming();
    m_engine->setCurrentIndex(m_engine->findData(QStringList{m_draft.account().id, m_draft.model().id}));
    m_variations->setCurrentIndex(m_variations->findData(m_draft.variations()));
}

QWidget *OptionsForm::widgetOf(const Draft::Fault &fault) const
{
    switch (fault.field) {
    case Draft::Field::None:
    case Draft::Field::Clip:
    case Draft::Field::Trim:
    case Draft::Field::Prompt:
    case Draft::Field::References:
        return nullptr;
    case Draft::Field::Framing:
        return m_framing;
    case Draft::Field::NegativePrompt:
        return m_negative;
    case Draft::Field::Model:
    case Draft::Field::Account:
        return m_engine;
    case Draft::Field::Parameter:
        return m_fields->field(fault.error.facts.value(0));
    }
    return nullptr;
}

void OptionsForm::showFault(const Draft::Fault &fault)
{
    QWidget *wrong = widgetOf(fault);
    Theme::mark(m_engine, "fault", wrong == m_engine);
    if (m_negative)
        Theme::mark(m_negative, "fault", wrong == m_negative);
    m_fields->mark(wrong);
}

void OptionsForm::focusField(const Draft::Fault &fault)
{
    QWidget *wrong = widgetOf(fault);
    if (!wrong)
        return;
    if (m_advanced->isAncestorOf(wrong))
        m_more->setChecked(true);
    wrong->setFocus();
}

} // namespace retake
