// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/keycourtesy.h"

#include <QComboBox>
#include <QKeyEvent>

namespace retake {

void KeyCourtesy::guard(QWidget *control)
{
    control->installEventFilter(this);
}

bool KeyCourtesy::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool own = key->modifiers() == Qt::NoModifier &&
                         (key->key() == Qt::Key_Space || qobject_cast<QComboBox *>(watched));
        if (own) {
            event->accept();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace retake
