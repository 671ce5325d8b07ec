// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/remakedraft.h"

#include <QPointer>
#include <QWidget>

namespace retake {

class DescriberMenu;
class MakeBox;
class Paths;
class SayBox;
class ShownDialog;
class TaskQueue;
class TurnList;

// The right side of the window while a video is made from words: the conversation, what should change next,
// and how the video is made. Keeps nothing of its own: all of it is the dialogue's and the draft's.
class RemakePanel : public QWidget
{
    Q_OBJECT
public:
    struct Rooms
    {
        Dialogue &dialogue;
        RemakeDraft &draft;
        TaskQueue &queue;
        const Catalogue &catalogue;
        const Paths &paths;
    };

    explicit RemakePanel(const Rooms &rooms, QWidget *parent = nullptr);

    void make();                // or show what is wrong, where it is wrong
    void showTurn(TurnId turn); // the conversation goes on from it
    void focusWords();
    bool takesPictures() const;                 // the chosen model does
    void addPictures(const QStringList &files); // for models that take some

Q_SIGNALS:
    void takeWanted(retake::TakeId id);
    void ordered(int count); // so many tasks are in the queue now
    void accountWanted();
    void frameSaved(const QString &file);

private:
    QWidget *makeHead();
    void follow();
    void followFault();
    void say(const QString &what);
    void makeFrom(TurnId turn);
    void look();
    void refuse(const Error &error);

    Rooms m_rooms;
    TurnList *m_list;
    SayBox *m_say;
    MakeBox *m_make;
    QPointer<ShownDialog> m_shown;
    QString m_sent; // what was said last: given back when it is refused
    bool m_faultShown = false;
};

} // namespace retake
