// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/parameterfields.h"

#include "ui/order/optionalspin.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>

namespace retake {

namespace {

constexpr int labelWidth = 92;

int indexOfValue(const QComboBox *combo, const QJsonValue &value)
{
    for (int i = 0; i < combo->count(); ++i) {
        if (combo->itemData(i).toJsonValue() == value)
            return i;
    }
    return -1;
}

} // namespace

ParameterFields::ParameterFields(const QString &prefix, QObject *parent)
    : QObject(parent)
    , m_prefix(prefix)
{}

QGridLayout *ParameterFields::makeGrid(QWidget *parent)
{
    auto *grid = new QGridLayout(parent);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 7);
    return grid;
}

QLabel *ParameterFields::addRow(const QString &text, QWidget *field, QGridLayout *grid)
{
    QLabel *label = makeLabel(text, "secondary", grid->parentWidget());
    label->setWordWrap(true);
    label->setBuddy(field);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0);
    grid->addWidget(field, row, 1);
    return label;
}

void ParameterFields::add(const ParameterSpec &spec, QGridLayout *grid)
{
    const QString language = QLocale().name();
    const QString label = spec.label.in(language);
    const QString hint = spec.hint.in(language);
    const QString objectName = QString(m_prefix + u'_' + spec.name);
    QWidget *parent = grid->parentWidget();
    QWidget *field = nullptr;
    switch (spec.type) {
    case ParameterSpec::Type::Choice: {
        auto *combo = makeCombo(objectName, label, parent);
        for (const ParameterSpec::Choice &choice : spec.choices)
            combo->addItem(choice.label.in(language), QVariant::fromValue(choice.value));
        connect(combo, &QComboBox::activated, this, [this, combo, name = spec.name](int index) {
            Q_EMIT chosen(name, combo->itemData(index).toJsonValue());
        });
        field = combo;
        addRow(label, combo, grid);
        break;
    }
    case ParameterSpec::Type::Integer: {
        auto *spin = new OptionalSpin(spec, parent);
        spin->setObjectName(objectName);
        spin->setAccessibleName(label);
        connect(spin, &QSpinBox::valueChanged, this,
                [this, spin, name = spec.name] { Q_EMIT chosen(name, spin->chosen()); });
        field = spin;
        addRow(label, spin, grid);
        break;
    }
    case ParameterSpec::Type::Boolean: {
        auto *box = new QCheckBox(label, parent);
        box->setObjectName(objectName);
        box->setAccessibleName(label);
        connect(box, &QCheckBox::toggled, this,
                [this, name = spec.name](bool on) { Q_EMIT chosen(name, on); });
        field = box;
        grid->addWidget(box, grid->rowCount(), 0, 1, 2);
        break;
    }
    }
    field->setToolTip(hint);
    field->setAccessibleDescription(hint);
    m_fields.insert(spec.name, field);
}

void ParameterFields::clear()
{
    m_fields.clear();
}

void ParameterFields::follow(const std::function<QJsonValue(const QString &)> &valueOf)
{
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        const QSignalBlocker quiet(it.value());
        const QJsonValue value = valueOf(it.key());
        if (auto *combo = qobject_cast<QComboBox *>(it.value()))
            combo->setCurrentIndex(indexOfValue(combo, value));
        else if (auto *spin = qobject_cast<OptionalSpin *>(it.value()))
            spin->choose(value);
        else if (auto *box = qobject_cast<QCheckBox *>(it.value()))
            box->setChecked(value.toBool());
    }
}

void ParameterFields::mark(const QWidget *wrong)
{
    for (QWidget *field : std::as_const(m_fields))
        Theme::mark(field, "fault", wrong && wrong == field);
}

} // namespace retake
