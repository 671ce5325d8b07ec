// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>
#include <QSize>

namespace retake {

// Which colour of the look a drawing is inked with.
enum class Ink { Second, Text, Accent, OnAccent, Ok, Warning, Error, OnCanvas };

// One of our line drawings (resources/icons), coloured from the tokens in force each time it is painted, so
// that it follows a change of the theme by itself.
QIcon themedIcon(const QString &name, Ink ink = Ink::Second);

// The program's own mark.
QIcon programIcon();

} // namespace retake
