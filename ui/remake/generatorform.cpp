// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/generatorform.h"

#include "ui/order/parameterfields.h"
#include "ui/remake/keepform.h"
#include "ui/remake/picturelist.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QStandardItemModel>

namespace retake {

namespace {

bool isOffered(const ModelSpec &model, const Account &account)
{
    return model.regions.isEmpty() || account.isPractice() || account.region == u"custom" ||
           model.regions.contains(account.region);
}

} // namespace

GeneratorForm::GeneratorForm(RemakeDraft &draft, const Dialogue &dialogue, const Catalogue &catalogue,
                             const Paths &paths, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_catalogue(catalogue)
    , m_model(makeCombo(QStringLiteral("makerCombo"), tr("Model"), this))
    , m_variations(makeCombo(QStringLiteral("makeVariations"), tr("Variations"), this))
    , m_fields(new ParameterFields(QStringLiteral("make"), this))
    , m_keep(new KeepForm(draft, dialogue, paths, this))
    , m_pictures(new PictureList(draft, this))
{
    setObjectName(QStringLiteral("generatorForm"));
    for (int count = 1; count <= 4; ++count)
        m_variations->addItem(QLocale().toString(count), count);
    m_variations->setToolTip(tr("So many videos of the same description, each its own task"));
    auto *column = new QVBoxLayout(this);
    setGaps(column, 0, 0, 0, 0, 8);
    column->addWidget(m_keep);
    column->addWidget(m_pictures);
    connect(m_model, &QComboBox::activated, this, [this](int index) {
        if (const auto chosen = m_draft.setModel(m_model->itemData(index).toString()); !chosen)
            Q_EMIT failed(chosen.error());
    });
    connect(m_variations, &QComboBox::activated, this,
            [this](int index) { m_draft.setVariations(m_variations->itemData(index).toInt()); });
    connect(m_fields, &ParameterFields::chosen, &m_draft, &RemakeDraft::setParameter);
    connect(m_keep, &KeepForm::failed, this, &GeneratorForm::failed);
    connect(m_keep, &KeepForm::frameSaved, this, &GeneratorForm::frameSaved);
    connect(m_pictures, &PictureList::failed, this, &GeneratorForm::failed);
    connect(&m_draft, &RemakeDraft::changed, this, &GeneratorForm::follow);
    build();
}

void GeneratorForm::fillModels()
{
    const QSignalBlocker quiet(m_model);
    m_model->clear();
    const Account &account = m_draft.account();
    auto *items = qobject_cast<QStandardItemModel *>(m_model->model());
    for (const ModelSpec *model : m_catalogue.models(ModelUse::Remake)) {
        const QString language = QLocale().name();
        m_model->addItem(model->name.in(language), model->id);
        const int index = m_model->count() - 1;
        QString note = model->retired.in(language);
        if (!isOffered(*model, account)) {
            note = tr("Not offered in the region of your account");
            if (items)
                items->item(index)->setEnabled(false);
        }
        m_model->setItemData(index, note, Qt::ToolTipRole);
    }
    m_model->setCurrentIndex(m_model->findData(m_draft.model().id));
}

void GeneratorForm::build()
{
    const ModelSpec &model = m_draft.model();
    m_builtFor = model.id;
    m_fields->clear();
    for (QComboBox *lasting : {m_model, m_variations}) // they outlive the rows of a model
        lasting->setParent(this);
    delete m_rows;
    m_rows = new QWidget(this);
    QGridLayout *grid = ParameterFields::makeGrid(m_rows);
    ParameterFields::addRow(tr("Model"), m_model, grid);
    for (const ParameterSpec &spec : model.parameters)
        m_fields->add(spec, grid);
    ParameterFields::addRow(tr("Variations"), m_variations, grid);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(0, m_rows);
    m_model->show();
    m_variations->show();
    follow();
    QWidget *previous = m_model;
    for (const ParameterSpec &spec : model.parameters) {
        setTabOrder(previous, m_fields->field(spec.name));
        previous = m_fields->field(spec.name);
    }
    setTabOrder(previous, m_variations);
    setTabOrder(m_variations, m_keep);
}

void GeneratorForm::follow()
{
    if (m_draft.model().id != m_builtFor) {
        build();
        return;
    }
    fillModels();
    m_fields->follow([this](const QString &name) { return m_draft.parameter(name); });
    m_variations->setCurrentIndex(m_variations->findData(m_draft.variations()));
}

void GeneratorForm::showFault(const RemakeDraft::Fault &fault)
{
    m_keep->showFault(fault.field);
    Theme::mark(m_model, "fault",
                fault.field == RemakeDraft::Field::Model || fault.field == RemakeDraft::Field::Account);
    m_fields->mark(fault.field == RemakeDraft::Field::Parameter ? m_fields->field(fault.error.facts.value(0))
                                                                : nullptr);
}

void GeneratorForm::focusField(const RemakeDraft::Fault &fault)
{
    switch (fault.field) {
    case RemakeDraft::Field::None:
    case RemakeDraft::Field::Clip:
    case RemakeDraft::Field::Description:
        return;
    case RemakeDraft::Field::Model:
    case RemakeDraft::Field::Account:
        m_model->setFocus();
        return;
    case RemakeDraft::Field::Parameter:
        if (QWidget *field = m_fields->field(fault.error.facts.value(0)))
            field->setFocus();
        return;
    case RemakeDraft::Field::References:
        m_pictures->focusFirst();
        return;
    case RemakeDraft::Field::FirstFrame:
    case RemakeDraft::Field::LastFrame:
    case RemakeDraft::Field::Sound:
        m_keep->focusField(fault.field);
        return;
    }
}

} // namespace retake
