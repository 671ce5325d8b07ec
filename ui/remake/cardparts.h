// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/remake/markedtext.h"
#include "ui/remake/turnview.h"

#include <QHash>
#include <QWidget>

class QToolButton;

namespace retake {

// An opened card: the description part by part, each with a lock that keeps it word for word.
class CardParts : public QWidget
{
    Q_OBJECT
public:
    explicit CardParts(QWidget *parent = nullptr);

    void show(const TurnView &view, WentWords went);

Q_SIGNALS:
    void lockWanted(retake::DescriptionField field, bool locked);

private:
    struct Row
    {
        QWidget *head = nullptr;
        QToolButton *lock = nullptr;
        MarkedText *words = nullptr;
    };

    Row &rowOf(DescriptionField field);

    QHash<DescriptionField, Row> m_rows;
};

} // namespace retake
