// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/optionalspin.h"

#include <QLineEdit>

#include <algorithm>
#include <limits>

namespace retake {

OptionalSpin::OptionalSpin(const ParameterSpec &spec, QWidget *parent)
    : QSpinBox(parent)
    , m_spec(spec)
{
    qint64 lowest = spec.minimum;
    for (const qint64 also : spec.alsoAllowed)
        lowest = std::min(lowest, also);
    m_leftOut = int(lowest - 1);
    const qint64 highest = std::min<qint64>(spec.maximum, std::numeric_limits<int>::max());
    setRange(m_leftOut, int(highest));
    lineEdit()->setAcceptDrops(false); // a file dropped here is meant for the window
    setSpecialValueText(tr("Not set"));
    setValue(m_leftOut);
    setCorrectionMode(QAbstractSpinBox::CorrectToNearestValue);
}

QJsonValue OptionalSpin::chosen() const
{
    return value() == m_leftOut ? QJsonValue(QJsonValue::Null) : QJsonValue(value());
}

void OptionalSpin::choose(const QJsonValue &wanted)
{
    setValue(wanted.isDouble() ? int(wanted.toInteger()) : m_leftOut);
}

bool OptionalSpin::allowed(qint64 value) const
{
    return value == m_leftOut || (value >= m_spec.minimum && value <= m_spec.maximum) ||
           m_spec.alsoAllowed.contains(value);
}

QValidator::State OptionalSpin::validate(QString &text, int &position) const
{
    if (text.trimmed().isEmpty())
        return QValidator::Intermediate; // fixup() makes it "not set"
    const QValidator::State state = QSpinBox::validate(text, position);
    if (state == QValidator::Acceptable && text != specialValueText() && !allowed(valueFromText(text)))
        return QValidator::Intermediate;
    return state;
}

void OptionalSpin::fixup(QString &text) const
{
    if (text.trimmed().isEmpty())
        text = specialValueText();
    else
        text = textFromValue(int(std::clamp<qint64>(text.toLongLong(), m_spec.minimum, m_spec.maximum)));
}

void OptionalSpin::stepBy(int steps)
{
    const int before = value();
    QSpinBox::stepBy(steps);
    // Over the gap between "also allowed" and the range.
    const int direction = steps > 0 ? 1 : -1;
    while (!allowed(value()) && value() != before && value() > minimum() && value() < maximum())
        setValue(value() + direction);
}

} // namespace retake
