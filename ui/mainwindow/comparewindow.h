// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "media/framebook.h"
#include "playback/side.h"
#include "ui/viewer/viewmode.h"

#include <QList>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>

class QAction;

namespace retake {

class Comparison;
class DropZones;
class MessageBar;
class PicturesAlone;
class Proxies;
class Settings;
class ViewerPane;

// Any two videos beside each other: the viewer with a window around it, and nothing else. It needs no
// account or draft, and of the library only what is kept to be quicker.
class CompareWindow : public QWidget
{
    Q_OBJECT
public:
    // All of it outlives the window; null: it goes without.
    struct Rooms
    {
        Settings *settings = nullptr; // which side is heard
        Proxies *proxies = nullptr;
        Comparison *comparison = nullptr;
        FrameBook frames = {}; // of the files that were scanned
    };

    CompareWindow(const QString &before, const QString &after, QWidget *parent = nullptr);
    CompareWindow(const QString &before, const QString &after, const Rooms &rooms, QWidget *parent = nullptr);

    void setMode(ViewMode mode);
    void present(); // the pictures alone; Escape or F11 leaves

    void showFile(Side side, const QString &file);

    QString file(Side side) const { return m_shown[std::size_t(side)]; }

Q_SIGNALS:
    void shown();                                                               // there is something to see
    void nothingToSee(const retake::Error &before, const retake::Error &after); // neither is a video; once

private:
    void useRooms(const Rooms &rooms);
    void makeActions();
    void followVersions();
    void failed(Side side, const Error &error);
    void showShortcuts();
    void chooseFile(Side side);

    ViewerPane *m_viewer;
    DropZones *m_zones;
    MessageBar *m_messages;
    QStringList m_files; // that the pickers offer; the place is the id
    std::array<QString, 2> m_shown;
    std::array<std::optional<Error>, 2> m_errors;
    QTimer m_patience; // how long the window waits for the first file that opens
    PicturesAlone *m_pictures;
    QList<QAction *> m_actions;
    bool m_opened = false;
};

} // namespace retake
