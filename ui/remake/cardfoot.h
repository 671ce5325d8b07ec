// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/remake/turnview.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace retake {

// The foot of a card: what was made from it, and at the tip the next steps.
class CardFoot : public QWidget
{
    Q_OBJECT
public:
    enum class Act { ShowTake, RemakeAgain, Edit, Undo, Redo, WentWords };

    explicit CardFoot(QWidget *parent = nullptr);

    void show(const TurnView &view, bool canShowWent, bool wentShown);

Q_SIGNALS:
    void wanted(retake::CardFoot::Act act);

private:
    QPushButton *addLink(const QString &name, const QString &text, Act act, QWidget *parent);

    QWidget *m_made;
    QPushButton *m_takes;
    QPushButton *m_again;
    QWidget *m_steps;
    QPushButton *m_edit;
    QPushButton *m_went;
    QPushButton *m_undo;
    QPushButton *m_redo;
};

} // namespace retake
