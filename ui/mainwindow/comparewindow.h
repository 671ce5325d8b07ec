// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
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

class DropZones;
class MessageBar;
class ViewerPane;

// Any two videos beside each other: the viewer with a window around it, and nothing else. It needs no
// library, account or draft.
class CompareWindow : public QWidget
{
    Q_OBJECT
public:
    CompareWindow(const QString &before, const QString &after, QWidget *parent = nullptr);

    void setMode(ViewMode mode);
    void present(); // the pictures alone; Escape or F11 leaves

    void showFile(Side side, const QString &file);

    QString file(Side side) const { return m_shown[std::size_t(side)]; }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

Q_SIGNALS:
    void shown();                                                               // there is something to see
    void nothingToSee(const retake::Error &before, const retake::Error &after); // neither is a video; once

private:
    void makeActions();
    void followVersions();
    void failed(Side side, const Error &error);
    void picturesAlone(bool alone);
    void showShortcuts();
    void chooseFile(Side side);

    ViewerPane *m_viewer;
    DropZones *m_zones;
    MessageBar *m_messages;
    QStringList m_files; // that the pickers offer; the place is the id
    std::array<QString, 2> m_shown;
    std::array<std::optional<Error>, 2> m_errors;
    QTimer m_patience; // how long the window waits for the first file that opens
    QAction *m_picturesAction = nullptr;
    QAction *m_leavePictures = nullptr;
    QList<QAction *> m_actions;
    QRect m_placeBefore;
    Qt::WindowStates m_stateBefore;
    bool m_opened = false;
};

} // namespace retake
