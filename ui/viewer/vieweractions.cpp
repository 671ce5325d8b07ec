// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/vieweractions.h"

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

QAction *add(QWidget *owner, const char *name, const QString &text, const QKeySequence &key = {})
{
    auto *action = new QAction(text, owner);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    owner->addAction(action);
    return action;
}

} // namespace

ViewerActions::ViewerActions(QWidget *owner)
    : play(add(owner, "actionPlay", actionText(QT_TRANSLATE_NOOP("ViewerActions", "Play or pause")),
               Qt::Key_Space))
    , stepBack(add(owner, "actionStepBack", actionText(QT_TRANSLATE_NOOP("ViewerActions", "A frame back")),
                   Qt::Key_Left))
    , stepForward(add(owner, "actionStepForward",
                      actionText(QT_TRANSLATE_NOOP("ViewerActions", "A frame forward")), Qt::Key_Right))
    , tenBack(add(owner, "actionTenBack", actionText(QT_TRANSLATE_NOOP("ViewerActions", "Ten frames back")),
                  Qt::SHIFT | Qt::Key_Left))
    , tenForward(add(owner, "actionTenForward",
                     actionText(QT_TRANSLATE_NOOP("ViewerActions", "Ten frames forward")),
                     Qt::SHIFT | Qt::Key_Right))
    , secondBack(add(owner, "actionSecondBack",
                     actionText(QT_TRANSLATE_NOOP("ViewerActions", "A second back")),
                     Qt::CTRL | Qt::Key_Left))
    , secondForward(add(owner, "actionSecondForward",
                        actionText(QT_TRANSLATE_NOOP("ViewerActions", "A second forward")),
                        Qt::CTRL | Qt::Key_Right))
    , toStart(add(owner, "actionToStart", actionText(QT_TRANSLATE_NOOP("ViewerActions", "To the start")),
                  Qt::Key_Home))
    , toEnd(add(owner, "actionToEnd", actionText(QT_TRANSLATE_NOOP("ViewerActions", "To the end")),
                Qt::Key_End))
    , backwards(add(owner, "actionBackwards",
                    actionText(QT_TRANSLATE_NOOP("ViewerActions", "Play backwards, again for faster")),
                    Qt::Key_J))
    , pause(add(owner, "actionPause", actionText(QT_TRANSLATE_NOOP("ViewerActions", "Pause")), Qt::Key_K))
    , forwards(add(owner, "actionForwards",
                   actionText(QT_TRANSLATE_NOOP("ViewerActions", "Play, again for faster")), Qt::Key_L))
    , loop(add(owner, "actionLoop", actionText(QT_TRANSLATE_NOOP("ViewerActions", "Loop")),
               Qt::SHIFT | Qt::Key_L))
    , mostChanged(add(owner, "actionMostChanged",
                      actionText(QT_TRANSLATE_NOOP("ViewerActions", "Most changed frame")), Qt::Key_C))
    , leastChanged(add(owner, "actionLeastChanged",
                       actionText(QT_TRANSLATE_NOOP("ViewerActions", "Least changed frame")),
                       Qt::SHIFT | Qt::Key_C))
    , mute(add(owner, "actionMute", actionText(QT_TRANSLATE_NOOP("ViewerActions", "Sound on or off")),
               Qt::Key_M))
    , soundSide(add(owner, "actionSoundSide",
                    actionText(QT_TRANSLATE_NOOP("ViewerActions", "Sound of the other side")), Qt::Key_U))
    , trimIn(add(owner, "actionTrimIn",
                 actionText(QT_TRANSLATE_NOOP("ViewerActions", "Trim: begin at this frame")), Qt::Key_I))
    , trimOut(add(owner, "actionTrimOut",
                  actionText(QT_TRANSLATE_NOOP("ViewerActions", "Trim: end with this frame")), Qt::Key_O))
    , trimAll(add(owner, "actionTrimAll",
                  actionText(QT_TRANSLATE_NOOP("ViewerActions", "Trim: take the whole clip"))))
    , trimAround(add(owner, "actionTrimAround",
                     actionText(QT_TRANSLATE_NOOP("ViewerActions", "Piece around the playhead")), Qt::Key_A))
    , trimAroundLongest(
          add(owner, "actionTrimAroundLongest",
              actionText(QT_TRANSLATE_NOOP("ViewerActions", "Longest piece around the playhead")),
              Qt::SHIFT | Qt::Key_A))
    , trimPrevious(add(owner, "actionTrimPrevious",
                       actionText(QT_TRANSLATE_NOOP("ViewerActions", "Previous piece")),
                       Qt::SHIFT | Qt::Key_N))
    , trimNext(add(owner, "actionTrimNext", actionText(QT_TRANSLATE_NOOP("ViewerActions", "Next piece")),
                   Qt::Key_N))
    , toIn(add(owner, "actionToIn",
               actionText(QT_TRANSLATE_NOOP("ViewerActions", "To the begin of the piece")),
               Qt::SHIFT | Qt::Key_I))
    , toOut(add(owner, "actionToOut",
                actionText(QT_TRANSLATE_NOOP("ViewerActions", "To the end of the piece")),
                Qt::SHIFT | Qt::Key_O))
    , zoomIn(add(owner, "actionStripZoomIn",
                 actionText(QT_TRANSLATE_NOOP("ViewerActions", "Filmstrip: nearer")), Qt::Key_Plus))
    , zoomOut(add(owner, "actionStripZoomOut",
                  actionText(QT_TRANSLATE_NOOP("ViewerActions", "Filmstrip: further away")), Qt::Key_Minus))
    , zoomAll(add(owner, "actionStripZoomAll",
                  actionText(QT_TRANSLATE_NOOP("ViewerActions", "Filmstrip: all of the clip")), Qt::Key_0))
    , zoomPiece(add(owner, "actionStripZoomPiece",
                    actionText(QT_TRANSLATE_NOOP("ViewerActions", "Filmstrip: the piece")), Qt::Key_Z))
    , modes{}
    , canvas(owner)
{
    loop->setCheckable(true);
    zoomIn->setShortcuts({Qt::Key_Plus, Qt::Key_Equal}); // one key on many keyboards
    for (const ViewMode mode : allViewModes) {
        const int number = int(mode) + 1;
        modes[std::size_t(mode)] =
            add(owner, QStringLiteral("actionMode%1").arg(number).toLatin1().constData(), viewModeTitle(mode),
                QKeySequence(Qt::Key_0 + number));
    }
    modes[std::size_t(ViewMode::Difference)]->setShortcuts({Qt::Key_4, Qt::Key_D});
}

} // namespace retake
