// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/dialogue.h"
#include "ui/remake/cardfoot.h"
#include "ui/remake/turnview.h"

#include <QHash>
#include <QScrollArea>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace retake {

class EmptyState;
class SaidBubble;
class TurnCard;

// The conversation from its first turn to the tip. Only the newest turns have cards; earlier ones get
// theirs some at a time, as the person goes back.
class TurnList : public QScrollArea
{
    Q_OBJECT
public:
    explicit TurnList(Dialogue &dialogue, QWidget *parent = nullptr);

    static constexpr int step = 12; // cards made at a time

    // While something looks at another turn for a moment, the list stays as it is.
    void hold();
    void release();

Q_SIGNALS:
    void takeWanted(retake::TakeId id);
    void makeWanted(retake::TurnId id);
    void refused(const retake::Error &error);
    void accountWanted();

protected:
    bool event(QEvent *event) override;

private:
    struct Item
    {
        TurnId id;
        SaidBubble *bubble = nullptr; // of a turn that was asked for in words
        TurnCard *card = nullptr;
    };

    QWidget *makePending();
    void open();
    void follow();
    void followPending();
    void showEarlier();
    Item makeItem(const Turn &turn, int place);
    void dropFrom(qsizetype index);
    void fill(const Item &item, const Turn &turn, int number);
    TurnView viewOf(const Turn &turn, int number);
    void act(TurnId id, CardFoot::Act act);
    void goBranch(TurnId id, int step);
    void write(TurnId id, const Description &description);
    void report(const Result<void> &outcome);
    QString activityText() const;

    Dialogue &m_dialogue;
    QVBoxLayout *m_column;
    QPushButton *m_earlier;
    EmptyState *m_empty;
    QWidget *m_pending; // what is under way before there is a turn for it
    QLabel *m_pendingText = nullptr;
    QList<Item> m_items; // of the line's turns from m_from on
    qsizetype m_from = 0;
    QHash<TurnId, QList<FieldChange>> m_changes;
    bool m_held = false;
    bool m_atEnd = true;
    int m_belowView = -1; // pixels to keep below the view while cards come in above
};

} // namespace retake
