// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include <utility>

class QGridLayout;
class QLabel;

namespace retake {

// Rows of a name and what is so, in two columns, or points with a dot before each. Values break where they
// are long and can be copied.
class FactList : public QWidget
{
    Q_OBJECT
public:
    using Fact = std::pair<QString, QString>;

    explicit FactList(const QString &name, QWidget *parent);

    void say(const QList<Fact> &facts); // changes the rows that differ
    void say(const QStringList &points);

    QStringList texts() const; // what is shown, a string a row

private:
    struct Row
    {
        QLabel *name;
        QLabel *value;
    };

    QGridLayout *m_grid;
    QList<Row> m_rows;
};

} // namespace retake
