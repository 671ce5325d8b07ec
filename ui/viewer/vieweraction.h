// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>

class QAction;
class QWidget;

namespace retake {

// An action of the viewer, added to `owner` and at work while the focus is inside it.
QAction *addViewerAction(QWidget *owner, const char *name, const QString &text, const QKeySequence &key = {});

} // namespace retake
