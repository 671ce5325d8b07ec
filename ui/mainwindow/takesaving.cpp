// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/takesaving.h"

#include "base/settings.h"
#include "session/workspace.h"
#include "ui/mainwindow/filedialogs.h"
#include "ui/mainwindow/stage.h"
#include "ui/widgets/messagebar.h"

namespace retake {

TakeSaving::TakeSaving(const Rooms &rooms, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_window(window)
{}

void TakeSaving::saveShown()
{
    if (!m_rooms.workspace.clip())
        return;
    if (m_rooms.stage.showsFile(Side::After)) {
        m_rooms.messages.tell(MessageBar::Mood::Info, tr("What is shown as After is a file of yours."),
                              tr("Choose a take as After to save it."));
        return;
    }
    const std::optional<TakeId> shown = m_rooms.workspace.after();
    if (shown && *shown)
        save(*shown);
    else if (m_rooms.workspace.before())
        save(m_rooms.workspace.before());
    else
        m_rooms.messages.tell(MessageBar::Mood::Info, tr("There is no take to save yet."),
                              tr("Say what to change and run the edit; the take can be saved then."));
}

void TakeSaving::save(TakeId take)
{
    const Workspace::Version version = m_rooms.workspace.version(take);
    QFileDialog *dialog = makeSaveDialog(m_rooms.settings.lastFolder(), version.title, m_window);
    connect(dialog, &QFileDialog::fileSelected, this, [this, take](const QString &file) {
        if (const auto saved = m_rooms.workspace.saveTake(take, file); !saved)
            m_rooms.messages.tell(saved.error());
        else
            m_rooms.messages.tellSaved(file);
    });
    dialog->open();
}

} // namespace retake
