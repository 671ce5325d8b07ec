// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/canvasactions.h"
#include "ui/viewer/viewmode.h"

#include <QList>

#include <array>

class QAction;
class QWidget;

namespace retake {

// Every key of the viewer, as an action with text and object name. They are added to the widget, and work
// while the focus is inside it. What they do is connected by the pane.
struct ViewerActions
{
    explicit ViewerActions(QWidget *owner);

    QAction *play;
    QAction *stepBack;
    QAction *stepForward;
    QAction *tenBack;
    QAction *tenForward;
    QAction *secondBack;
    QAction *secondForward;
    QAction *toStart;
    QAction *toEnd;
    QAction *backwards;
    QAction *pause;
    QAction *forwards;
    QAction *loop;
    QAction *mostChanged;
    QAction *leastChanged;
    QAction *mute;
    QAction *soundSide; // to the other
    QAction *trimIn;
    QAction *trimOut;
    QAction *trimAll;
    QAction *trimAround; // a piece of the same length
    QAction *trimAroundLongest;
    QAction *trimPrevious;
    QAction *trimNext;
    QAction *toIn;
    QAction *toOut;
    QAction *zoomIn; // of the filmstrip
    QAction *zoomOut;
    QAction *zoomAll;
    QAction *zoomPiece;
    std::array<QAction *, allViewModes.size()> modes;
    CanvasActions canvas;
};

} // namespace retake
