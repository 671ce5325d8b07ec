// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"

#include <QHash>
#include <QObject>

#include <functional>

class QGridLayout;
class QLabel;
class QWidget;

namespace retake {

// The fields of a model's parameters, one a catalogue row, named "<prefix>_<parameter>". The widgets belong
// to the grid's parent; clear() only forgets them.
class ParameterFields : public QObject
{
    Q_OBJECT
public:
    explicit ParameterFields(const QString &prefix, QObject *parent = nullptr);

    static QGridLayout *makeGrid(QWidget *parent); // labels at the left, fields at the right
    static QLabel *addRow(const QString &label, QWidget *field, QGridLayout *grid);

    void add(const ParameterSpec &spec, QGridLayout *grid);
    void clear();
    void follow(const std::function<QJsonValue(const QString &)> &valueOf);

    QWidget *field(const QString &name) const { return m_fields.value(name); }

    void mark(const QWidget *wrong); // the one at fault; null: none

Q_SIGNALS:
    void chosen(const QString &name, const QJsonValue &value); // null: left out

private:
    QString m_prefix;
    QHash<QString, QWidget *> m_fields;
};

} // namespace retake
