// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/remakeroute.h"

#include "session/accountbook.h"
#include "session/draft.h"
#include "session/remakedraft.h"
#include "session/workspace.h"

namespace retake {

RemakeRoute::RemakeRoute(const Rooms &rooms, QObject *parent)
    : QObject(parent)
    , m_rooms(rooms)
{
    connect(&m_rooms.workspace, &Workspace::clipOpened, this, &RemakeRoute::followClip);
    connect(&m_rooms.workspace, &Workspace::clipClosed, this, &RemakeRoute::followClip);
    connect(&m_rooms.workspace, &Workspace::selectionChanged, this, &RemakeRoute::followClip);
    connect(&m_rooms.draft, &Draft::changed, this, &RemakeRoute::followTrim);
    connect(&m_rooms.accounts, &AccountBook::changed, this, &RemakeRoute::followAccounts);
    followAccounts();
    followClip();
}

void RemakeRoute::followClip()
{
    const auto &clip = m_rooms.draft.clip();
    if (!m_rooms.workspace.clip() || !clip) {
        if (m_rooms.dialogue.clip())
            m_rooms.dialogue.closeClip();
        return;
    }
    const auto &open = m_rooms.dialogue.clip();
    if (!open || open->file != clip->file)
        m_rooms.dialogue.openClip(*clip, m_rooms.workspace.clipId(), m_rooms.workspace.source());
    followTrim();
}

void RemakeRoute::followTrim()
{
    const auto &open = m_rooms.dialogue.clip();
    // Between a choice and its clip the draft may be ahead.
    if (open && m_rooms.draft.clip() && open->file == m_rooms.draft.clip()->file &&
        m_rooms.dialogue.trim() != m_rooms.draft.trim())
        m_rooms.dialogue.setTrim(m_rooms.draft.trim());
}

void RemakeRoute::followAccounts()
{
    for (const Account &account : m_rooms.accounts.accounts()) { // the one that is set up comes first
        if (account.service != m_rooms.remake.model().service)
            continue;
        m_rooms.dialogue.setAccount(account);
        m_rooms.remake.setAccount(account);
        return;
    }
}

} // namespace retake
