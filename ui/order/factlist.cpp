// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/factlist.h"

#include "ui/widgets/controls.h"

#include <QGridLayout>
#include <QLabel>

namespace retake {

namespace {

constexpr int nameWidth = 84; // the columns of several lists stand in line

} // namespace

FactList::FactList(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setObjectName(name);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(5);
    m_grid->setColumnStretch(1, 1);
}

void FactList::say(const QStringList &points)
{
    QList<Fact> facts;
    for (const QString &point : points)
        facts.append({QStringLiteral("•"), point});
    say(facts);
    m_grid->setColumnMinimumWidth(0, 0);
}

void FactList::say(const QList<Fact> &facts)
{
    m_grid->setColumnMinimumWidth(0, nameWidth);
    while (m_rows.size() > facts.size()) {
        const Row row = m_rows.takeLast();
        delete row.name;
        delete row.value;
    }
    while (m_rows.size() < facts.size()) {
        const int at = int(m_rows.size());
        const Row row{makeLabel({}, "secondary", this), makeLabel({}, nullptr, this)};
        row.value->setWordWrap(true);
        row.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row.value->setMinimumWidth(1);
        m_grid->addWidget(row.name, at, 0, Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(row.value, at, 1, Qt::AlignTop);
        m_rows.append(row);
    }
    for (qsizetype i = 0; i < facts.size(); ++i) {
        m_rows[i].name->setText(facts[i].first);
        m_rows[i].value->setText(facts[i].second);
    }
    setVisible(!facts.isEmpty());
}

QStringList FactList::texts() const
{
    QStringList texts;
    for (const Row &row : m_rows)
        texts.append(row.value->text());
    return texts;
}

} // namespace retake
