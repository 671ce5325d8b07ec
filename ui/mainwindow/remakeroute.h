// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace retake {

class AccountBook;
class Dialogue;
class Draft;
class RemakeDraft;
class Workspace;

// Keeps the conversation about what is on the table: its clip or take, its piece, and the account of the
// service that describes and makes.
class RemakeRoute : public QObject
{
    Q_OBJECT
public:
    struct Rooms
    {
        Workspace &workspace;
        Draft &draft; // whose clip and piece are on the table
        AccountBook &accounts;
        Dialogue &dialogue;
        RemakeDraft &remake;
    };

    explicit RemakeRoute(const Rooms &rooms, QObject *parent = nullptr);

private:
    void followClip();
    void followTrim();
    void followAccounts();

    Rooms m_rooms;
};

} // namespace retake
