// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAction;
class QWidget;

namespace retake {

// The keys of the canvas: zoom, wipe, difference, blink, sides. Part of ViewerActions, with its words.
struct CanvasActions
{
    explicit CanvasActions(QWidget *owner);

    QAction *zoomIn;
    QAction *zoomOut;
    QAction *zoomFit;
    QAction *zoomActual;
    QAction *swap;
    QAction *laterAfter;
    QAction *earlierAfter;
    QAction *resetShift;
    QAction *wipeBack;
    QAction *wipeOn;
    QAction *wipeTurnLeft;
    QAction *wipeTurnRight;
    QAction *wipeReset;
    QAction *amplifyMore;
    QAction *amplifyLess;
    QAction *nextTint;
    QAction *holdAfter; // the key's release is waited for
    QAction *readout;
    QAction *gridAdd;
    QAction *gridThird; // becomes After
    QAction *gridFourth;
    QAction *gridOutAfter;
    QAction *gridOutThird;
    QAction *gridOutFourth;
};

} // namespace retake
