// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "model/account.h"
#include "model/catalogue.h"
#include "ui/widgets/picturefiles.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace retake {

class AccountBook;
class Dialogue;
class Draft;
class OrderPanel;
class Paths;
class RemakeDraft;
class RemakePanel;
class Settings;
class TaskQueue;
class Workspace;

// The right side of the window: "Edit directly | Describe & remake", and the panel of the chosen way below.
class SidePanel : public QWidget
{
    Q_OBJECT
public:
    enum class Way { Edit, Remake };

    struct Rooms
    {
        Settings &settings;
        const Paths &paths;
        const Catalogue &catalogue;
        AccountBook &accounts;
        TaskQueue &queue;
        Draft &draft;
        Workspace &workspace;
        Dialogue *dialogue = nullptr; // null, or no remake: there is no switch
        RemakeDraft *remake = nullptr;
    };

    SidePanel(const Rooms &rooms, OrderPanel *order,
              QWidget *parent = nullptr); // the panel becomes its child

    Way way() const;
    void setWay(Way way); // and remember it
    void run();           // in the panel that is seen
    void focusWords();
    void showInstruction();     // of an edit
    bool showTurn(TurnId turn); // of the conversation; false: there is none
    void addMedia(const DroppedMedia &media);

    // Who works for the panel that is seen.
    const Account &account() const;
    const ModelSpec &model() const;

Q_SIGNALS:
    void engineChanged();
    void accountWanted();
    void frameSaved(const QString &file);

protected:
    bool event(QEvent *event) override;

private:
    void makeRemake();
    QWidget *makeSwitch();
    void follow();

    Rooms m_rooms;
    OrderPanel *m_order;
    RemakePanel *m_remake = nullptr; // null: none
    QStackedWidget *m_stack;
    QPushButton *m_edit = nullptr;
    QPushButton *m_make = nullptr;
};

} // namespace retake
