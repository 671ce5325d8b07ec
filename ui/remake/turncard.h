// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/remake/cardfoot.h"
#include "ui/remake/markedtext.h"
#include "ui/remake/turnview.h"

#include <QFrame>

class QMenu;
class QPushButton;
class QToolButton;

namespace retake {

class BusyMark;
class CardEdit;
class CardNotes;
class CardParts;

// One description of the conversation: who it comes from, its words with what changed marked, what was made
// from it, and what can be done with it. Holds nothing of its own but whether it is unfolded.
class TurnCard : public QFrame
{
    Q_OBJECT
public:
    explicit TurnCard(QWidget *parent = nullptr);

    void show(const TurnView &view);
    void showAnswer(const QString &soFar, const QString &activity); // while it is asked

    const TurnView &view() const { return m_view; }

    void beginEdit();

Q_SIGNALS:
    void footWanted(retake::CardFoot::Act act);
    void continueWanted();
    void branchWanted(int step); // -1, +1
    void lockWanted(retake::DescriptionField field, bool locked);
    void putBackWanted(retake::DescriptionField field);
    void written(const retake::Description &description);
    void askAgainWanted();
    void stopWanted();
    void accountWanted();
    void grew(); // by the person's hand: its place should be seen

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeBusyRow();
    void fillMenu();
    void follow();
    void followFold();
    void endEdit();
    void act(CardFoot::Act act);
    bool hasGoneWords() const;

    TurnView m_view;
    bool m_isOpen = false;
    WentWords m_went = WentWords::Hidden;
    bool m_wordsChanged = true; // since they were laid out
    QLabel *m_title;
    QWidget *m_branch;
    QLabel *m_branchText;
    QToolButton *m_more;
    QMenu *m_menu;
    MarkedText *m_text;
    CardParts *m_parts = nullptr; // from the first opening on
    CardEdit *m_edit = nullptr;   // while it is edited
    QPushButton *m_fold;
    QWidget *m_busy;
    QLabel *m_activity;
    CardNotes *m_notes;
    CardFoot *m_foot;
};

} // namespace retake
