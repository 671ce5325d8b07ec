// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/remake/turnview.h"

#include <QWidget>

class QVBoxLayout;

namespace retake {

// Below a card's text: what changed though nobody asked, with a way back for each part; or why there is no
// answer, and what asking again may cost.
class CardNotes : public QWidget
{
    Q_OBJECT
public:
    explicit CardNotes(QWidget *parent = nullptr);

    void show(const TurnView &view);

Q_SIGNALS:
    void putBackWanted(retake::DescriptionField field);
    void askAgainWanted();
    void accountWanted(); // to mend what the service said of it

private:
    void addDrift(const TurnView &view, const FieldChange &change);
    void addFailure(const TurnView &view);

    QVBoxLayout *m_column;
    QWidget *m_lines = nullptr;
};

} // namespace retake
