// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/dialogue.h"

#include <QPushButton>

class QMenu;

namespace retake {

// Who describes and how the clip is shown, as a button with the describer's name; its menu also has the
// clip's conversations.
class DescriberMenu : public QPushButton
{
    Q_OBJECT
public:
    DescriberMenu(Dialogue &dialogue, const Catalogue &catalogue, QWidget *parent = nullptr);

Q_SIGNALS:
    void lookWanted(); // at what is sent
    void refused(const retake::Error &error);

private:
    void follow();
    void fill();
    void addTitle(const QString &text);
    void addDescribers();
    void addShowings();
    void addConversations();
    void askAddress();
    void report(const Result<void> &outcome);

    Dialogue &m_dialogue;
    const Catalogue &m_catalogue;
    QMenu *m_menu;
};

} // namespace retake
