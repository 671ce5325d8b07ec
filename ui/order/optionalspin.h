// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"

#include <QSpinBox>

namespace retake {

// A whole number of a catalogue row that may also be left out: the lowest step reads "not set".
class OptionalSpin : public QSpinBox
{
    Q_OBJECT
public:
    explicit OptionalSpin(const ParameterSpec &spec, QWidget *parent = nullptr);

    QJsonValue chosen() const; // null: left out
    void choose(const QJsonValue &value);

protected:
    QValidator::State validate(QString &text, int &position) const override;
    void fixup(QString &text) const override;
    void stepBy(int steps) override;

private:
    bool allowed(qint64 value) const;

    ParameterSpec m_spec;
    int m_leftOut;
};

} // namespace retake
