// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "ui/widgets/picturefiles.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace retake {

class OrderPanel;
class RemakePanel;
class Settings;

// The right side of the window: "Edit directly | Describe & remake", and the panel of the chosen way below.
// Without a remake panel there is no switch.
class SidePanel : public QWidget
{
    Q_OBJECT
public:
    enum class Way { Edit, Remake };

    // Both panels become its children.
    SidePanel(OrderPanel *order, RemakePanel *remake, Settings &settings, QWidget *parent = nullptr);

    Way way() const;
    void setWay(Way way); // and remember it
    void run();           // in the panel that is seen
    void focusWords();
    void showInstruction();     // of an edit
    bool showTurn(TurnId turn); // of the conversation; false: there is none
    void addMedia(const DroppedMedia &media);

Q_SIGNALS:
    void wayChanged();

protected:
    bool event(QEvent *event) override;

private:
    QWidget *makeSwitch();
    void follow();

    OrderPanel *m_order;
    RemakePanel *m_remake; // null: none
    Settings &m_settings;
    QStackedWidget *m_stack;
    QPushButton *m_edit = nullptr;
    QPushButton *m_make = nullptr;
};

} // namespace retake
