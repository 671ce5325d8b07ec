// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDialog>

namespace retake {

// The window's file dialogs; they delete themselves when closed, and are opened with open(), never exec().
QFileDialog *makeOpenDialog(const QString &folder, QWidget *parent);
QFileDialog *makeSaveDialog(const QString &folder, const QString &title, QWidget *parent);

} // namespace retake
