// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/cardparts.h"

#include "ui/remake/remakewords.h"
#include "ui/widgets/controls.h"

#include <QBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace retake {

CardParts::CardParts(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    setGaps(column, 0, 0, 0, 0, 0);
    for (const DescriptionField field : descriptionFields()) { // all, so that they stand in their order
        Row &row = rowOf(field);
        column->addWidget(row.head);
        column->addWidget(row.words);
    }
}

CardParts::Row &CardParts::rowOf(DescriptionField field)
{
    Row &row = m_rows[field];
    if (row.head)
        return row;
    const QString name = descriptionFieldName(field);
    row.head = new QWidget(this);
    auto *line = new QHBoxLayout(row.head);
    setGaps(line, 0, 2, 0, 0, 4);
    QLabel *title = makeLabel(partTitle(field), "secondary", row.head);
    title->setProperty("small", true);
    row.lock =
        makeIconButton(QString(u"lock_" + name), QStringLiteral("lock-open"), partTitle(field), row.head);
    row.lock->setCheckable(true);
    row.lock->setProperty("tiny", true);
    row.lock->setIconSize(QSize(14, 14));
    line->addWidget(title);
    line->addWidget(row.lock);
    line->addStretch(1);
    row.words = new MarkedText(this);
    row.words->setObjectName(QString(u"part_" + name));
    connect(row.lock, &QToolButton::clicked, this,
            [this, field](bool locked) { Q_EMIT lockWanted(field, locked); });
    return row;
}

void CardParts::show(const TurnView &view, WentWords went)
{
    for (const DescriptionField field : descriptionFields()) {
        Row &row = rowOf(field);
        const QString words = view.turn.description.field(field);
        const auto change = std::find_if(view.changes.begin(), view.changes.end(),
                                         [field](const FieldChange &one) { return one.field == field; });
        if (change == view.changes.end())
            row.words->setPlain(words);
        else
            row.words->setSpans(spansOf(change->runs, went));
        const bool shown = !row.words->spans().isEmpty();
        row.head->setVisible(shown);
        row.words->setVisible(shown);
        const bool locked = view.locked.contains(field);
        row.lock->setChecked(locked);
        row.lock->setEnabled(!view.isBusy);
        row.lock->setIcon(themedIcon(locked ? QStringLiteral("lock") : QStringLiteral("lock-open"),
                                     locked ? Ink::Accent : Ink::Second));
        row.lock->setAccessibleName(locked ? tr("%1 is kept word for word").arg(partTitle(field))
                                           : tr("Keep %1 word for word").arg(partTitle(field)));
        row.lock->setToolTip(locked ? tr("Kept word for word. Click to let it change again.")
                                    : tr("Keep this part word for word in what follows"));
    }
}

} // namespace retake
