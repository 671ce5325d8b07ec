// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/vieweraction.h"

#include <QAction>
#include <QWidget>

namespace retake {

QAction *addViewerAction(QWidget *owner, const char *name, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(text, owner);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    owner->addAction(action);
    return action;
}

} // namespace retake
