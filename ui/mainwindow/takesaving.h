// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QObject>

class QWidget;

namespace retake {

class MessageBar;
class Settings;
class Stage;
class Workspace;

// Copies takes to where the person wants them, and says so or why not.
class TakeSaving : public QObject
{
    Q_OBJECT
public:
    struct Rooms
    {
        Workspace &workspace;
        Settings &settings;
        const Stage &stage;
        MessageBar &messages;
    };

    TakeSaving(const Rooms &rooms, QWidget *window); // its child

    void save(TakeId take); // asks where to
    void saveShown();       // After, or else Before where that is a take

private:
    Rooms m_rooms;
    QWidget *m_window;
};

} // namespace retake
