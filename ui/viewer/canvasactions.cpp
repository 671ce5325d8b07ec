// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/canvasactions.h"

#include "ui/viewer/vieweraction.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <QWidget>

namespace retake {

namespace {

QAction *addCanvasAction(QWidget *owner, const char *name, const char *text, const QKeySequence &key)
{
    return addViewerAction(owner, name, QCoreApplication::translate("ViewerActions", text), key);
}

} // namespace

CanvasActions::CanvasActions(QWidget *owner)
    : zoomIn(addCanvasAction(owner, "actionZoomIn", QT_TRANSLATE_NOOP("ViewerActions", "Pictures: nearer"),
                             Qt::CTRL | Qt::Key_Plus))
    , zoomOut(addCanvasAction(owner, "actionZoomOut",
                              QT_TRANSLATE_NOOP("ViewerActions", "Pictures: further away"),
                              Qt::CTRL | Qt::Key_Minus))
    , zoomFit(addCanvasAction(owner, "actionZoomFit",
                              QT_TRANSLATE_NOOP("ViewerActions", "Pictures: fit into the window"),
                              Qt::CTRL | Qt::Key_0))
    , zoomActual(addCanvasAction(owner, "actionZoomActual",
                                 QT_TRANSLATE_NOOP("ViewerActions", "Pictures: actual pixels"),
                                 Qt::CTRL | Qt::Key_1))
    , swap(addCanvasAction(owner, "actionSwap", QT_TRANSLATE_NOOP("ViewerActions", "Swap the sides"),
                           Qt::Key_S))
    , laterAfter(addCanvasAction(owner, "actionLaterAfter",
                                 QT_TRANSLATE_NOOP("ViewerActions", "Show After a frame later"),
                                 Qt::Key_Period))
    , earlierAfter(addCanvasAction(owner, "actionEarlierAfter",
                                   QT_TRANSLATE_NOOP("ViewerActions", "Show After a frame earlier"),
                                   Qt::Key_Comma))
    , resetShift(addCanvasAction(owner, "actionResetShift",
                                 QT_TRANSLATE_NOOP("ViewerActions", "Show After at its own moment"),
                                 Qt::Key_Slash))
    , wipeBack(addCanvasAction(owner, "actionWipeBack",
                               QT_TRANSLATE_NOOP("ViewerActions", "Wipe: move the line back"),
                               Qt::ALT | Qt::Key_Left))
    , wipeOn(addCanvasAction(owner, "actionWipeOn",
                             QT_TRANSLATE_NOOP("ViewerActions", "Wipe: move the line on"),
                             Qt::ALT | Qt::Key_Right))
    , wipeTurnLeft(addCanvasAction(owner, "actionWipeTurnLeft",
                                   QT_TRANSLATE_NOOP("ViewerActions", "Wipe: turn the line to the left"),
                                   Qt::ALT | Qt::Key_Up))
    , wipeTurnRight(addCanvasAction(owner, "actionWipeTurnRight",
                                    QT_TRANSLATE_NOOP("ViewerActions", "Wipe: turn the line to the right"),
                                    Qt::ALT | Qt::Key_Down))
    , wipeReset(addCanvasAction(owner, "actionWipeReset",
                                QT_TRANSLATE_NOOP("ViewerActions", "Wipe: upright in the middle"),
                                Qt::ALT | Qt::Key_Home))
    , amplifyMore(addCanvasAction(owner, "actionAmplifyMore",
                                  QT_TRANSLATE_NOOP("ViewerActions", "Difference: amplify more"), Qt::Key_G))
    , amplifyLess(addCanvasAction(owner, "actionAmplifyLess",
                                  QT_TRANSLATE_NOOP("ViewerActions", "Difference: amplify less"),
                                  Qt::SHIFT | Qt::Key_G))
    , nextTint(addCanvasAction(owner, "actionNextTint",
                               QT_TRANSLATE_NOOP("ViewerActions", "Difference: colour, grey or heat map"),
                               Qt::Key_H))
    , holdAfter(addCanvasAction(owner, "actionHoldAfter",
                                QT_TRANSLATE_NOOP("ViewerActions", "After alone while the key is held"),
                                Qt::Key_B))
    , readout(addCanvasAction(owner, "actionReadout",
                              QT_TRANSLATE_NOOP("ViewerActions", "Pixel values under the pointer"),
                              Qt::Key_P))
    , gridAdd(addCanvasAction(owner, "actionGridAdd", QT_TRANSLATE_NOOP("ViewerActions", "Grid: add a take"),
                              Qt::Key_Insert))
    , gridThird(addCanvasAction(owner, "actionGridThird",
                                QT_TRANSLATE_NOOP("ViewerActions", "Grid: make the third one After"),
                                Qt::Key_T))
    , gridFourth(addCanvasAction(owner, "actionGridFourth",
                                 QT_TRANSLATE_NOOP("ViewerActions", "Grid: make the fourth one After"),
                                 Qt::Key_F))
    , gridOutAfter(addCanvasAction(owner, "actionGridOutAfter",
                                   QT_TRANSLATE_NOOP("ViewerActions", "Grid: take After out"),
                                   Qt::SHIFT | Qt::Key_Delete))
    , gridOutThird(addCanvasAction(owner, "actionGridOutThird",
                                   QT_TRANSLATE_NOOP("ViewerActions", "Grid: take the third one out"),
                                   Qt::SHIFT | Qt::Key_T))
    , gridOutFourth(addCanvasAction(owner, "actionGridOutFourth",
                                    QT_TRANSLATE_NOOP("ViewerActions", "Grid: take the fourth one out"),
                                    Qt::SHIFT | Qt::Key_F))
{
    zoomIn->setShortcuts({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}); // one key on many keyboards
    swap->setCheckable(true);
    readout->setCheckable(true);
    holdAfter->setAutoRepeat(false);
}

} // namespace retake
