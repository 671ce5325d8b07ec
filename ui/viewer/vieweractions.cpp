// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/vieweractions.h"

#include "ui/viewer/vieweraction.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <QWidget>

namespace retake {

namespace {

QString actionText(const char *text)
{
    return QCoreApplication::translate("ViewerActions", text);
}

} // namespace

ViewerActions::ViewerActions(QWidget *owner)
    : play(addViewerAction(owner, "actionPlay",
                           actionText(QT_TRANSLATE_NOOP("ViewerActions", "Play or pause")), Qt::Key_Space))
    , stepBack(addViewerAction(owner, "actionStepBack",
                               actionText(QT_TRANSLATE_NOOP("ViewerActions", "A frame back")), Qt::Key_Left))
    , stepForward(addViewerAction(owner, "actionStepForward",
                                  actionText(QT_TRANSLATE_NOOP("ViewerActions", "A frame forward")),
                                  Qt::Key_Right))
    , tenBack(addViewerAction(owner, "actionTenBack",
                              actionText(QT_TRANSLATE_NOOP("ViewerActions", "Ten frames back")),
                              Qt::SHIFT | Qt::Key_Left))
    , tenForward(addViewerAction(owner, "actionTenForward",
                                 actionText(QT_TRANSLATE_NOOP("ViewerActions", "Ten frames forward")),
                                 Qt::SHIFT | Qt::Key_Right))
    , secondBack(addViewerAction(owner, "actionSecondBack",
                                 actionText(QT_TRANSLATE_NOOP("ViewerActions", "A second back")),
                                 Qt::CTRL | Qt::Key_Left))
    , secondForward(addViewerAction(owner, "actionSecondForward",
                                    actionText(QT_TRANSLATE_NOOP("ViewerActions", "A second forward")),
                                    Qt::CTRL | Qt::Key_Right))
    , toStart(addViewerAction(owner, "actionToStart",
                              actionText(QT_TRANSLATE_NOOP("ViewerActions", "To the start")), Qt::Key_Home))
    , toEnd(addViewerAction(owner, "actionToEnd",
                            actionText(QT_TRANSLATE_NOOP("ViewerActions", "To the end")), Qt::Key_End))
    , backwards(addViewerAction(
          owner, "actionBackwards",
          actionText(QT_TRANSLATE_NOOP("ViewerActions", "Play backwards, again for faster")), Qt::Key_J))
    , pause(addViewerAction(owner, "actionPause", actionText(QT_TRANSLATE_NOOP("ViewerActions", "Pause")),
                            Qt::Key_K))
    , forwards(addViewerAction(owner, "actionForwards",
                               actionText(QT_TRANSLATE_NOOP("ViewerActions", "Play, again for faster")),
                               Qt::Key_L))
    , loop(addViewerAction(owner, "actionLoop", actionText(QT_TRANSLATE_NOOP("ViewerActions", "Loop")),
                           Qt::SHIFT | Qt::Key_L))
    , mostChanged(addViewerAction(owner, "actionMostChanged",
                                  actionText(QT_TRANSLATE_NOOP("ViewerActions", "Most changed frame")),
                                  Qt::Key_C))
    , leastChanged(addViewerAction(owner, "actionLeastChanged",
                                   actionText(QT_TRANSLATE_NOOP("ViewerActions", "Least changed frame")),
                                   Qt::SHIFT | Qt::Key_C))
    , mute(addViewerAction(owner, "actionMute",
                           actionText(QT_TRANSLATE_NOOP("ViewerActions", "Sound on or off")), Qt::Key_M))
    , soundSide(addViewerAction(owner, "actionSoundSide",
                                actionText(QT_TRANSLATE_NOOP("ViewerActions", "Sound of the other side")),
                                Qt::Key_U))
    , trimIn(addViewerAction(owner, "actionTrimIn",
                             actionText(QT_TRANSLATE_NOOP("ViewerActions", "Trim: begin at this frame")),
                             Qt::Key_I))
    , trimOut(addViewerAction(owner, "actionTrimOut",
                              actionText(QT_TRANSLATE_NOOP("ViewerActions", "Trim: end with this frame")),
                              Qt::Key_O))
    , trimAll(addViewerAction(owner, "actionTrimAll",
                              actionText(QT_TRANSLATE_NOOP("ViewerActions", "Trim: take the whole clip"))))
    , trimAround(addViewerAction(owner, "actionTrimAround",
                                 actionText(QT_TRANSLATE_NOOP("ViewerActions", "Piece around the playhead")),
                                 Qt::Key_A))
    , trimAroundLongest(
          addViewerAction(owner, "actionTrimAroundLongest",
                          actionText(QT_TRANSLATE_NOOP("ViewerActions", "Longest piece around the playhead")),
                          Qt::SHIFT | Qt::Key_A))
    , trimPrevious(addViewerAction(owner, "actionTrimPrevious",
                                   actionText(QT_TRANSLATE_NOOP("ViewerActions", "Previous piece")),
                                   Qt::SHIFT | Qt::Key_N))
    , trimNext(addViewerAction(owner, "actionTrimNext",
                               actionText(QT_TRANSLATE_NOOP("ViewerActions", "Next piece")), Qt::Key_N))
    , toIn(addViewerAction(owner, "actionToIn",
                           actionText(QT_TRANSLATE_NOOP("ViewerActions", "To the begin of the piece")),
                           Qt::SHIFT | Qt::Key_I))
    , toOut(addViewerAction(owner, "actionToOut",
                            actionText(QT_TRANSLATE_NOOP("ViewerActions", "To the end of the piece")),
                            Qt::SHIFT | Qt::Key_O))
    , zoomIn(addViewerAction(owner, "actionStripZoomIn",
                             actionText(QT_TRANSLATE_NOOP("ViewerActions", "Filmstrip: nearer")),
                             Qt::Key_Plus))
    , zoomOut(addViewerAction(owner, "actionStripZoomOut",
                              actionText(QT_TRANSLATE_NOOP("ViewerActions", "Filmstrip: further away")),
                              Qt::Key_Minus))
    , zoomAll(addViewerAction(owner, "actionStripZoomAll",
                              actionText(QT_TRANSLATE_NOOP("ViewerActions", "Filmstrip: all of the clip")),
                              Qt::Key_0))
    , zoomPiece(addViewerAction(owner, "actionStripZoomPiece",
                                actionText(QT_TRANSLATE_NOOP("ViewerActions", "Filmstrip: the piece")),
                                Qt::Key_Z))
    , modes{}
    , canvas(owner)
{
    loop->setCheckable(true);
    zoomIn->setShortcuts({Qt::Key_Plus, Qt::Key_Equal}); // one key on many keyboards
    for (const ViewMode mode : allViewModes) {
        const int number = int(mode) + 1;
        modes[std::size_t(mode)] =
            addViewerAction(owner, QStringLiteral("actionMode%1").arg(number).toLatin1().constData(),
                            viewModeTitle(mode), QKeySequence(Qt::Key_0 + number));
    }
    modes[std::size_t(ViewMode::Difference)]->setShortcuts({Qt::Key_4, Qt::Key_D});
}

} // namespace retake
