// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/viewmode.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace retake {

// What the command line of `retake` asks for.
struct WindowOptions
{
    enum class Wish { Open, Compare, Help, Version };

    Wish wish = Wish::Open;
    QString dataDir;
    QString language;
    QStringList files; // Open: none or one; Compare: Before and After
    std::optional<ViewMode> view;
    bool present = false;

    QString complaint; // of wrong usage; empty: none
    QString help;
};

// Pure: `arguments` begin with the program's name.
WindowOptions readWindowOptions(const QStringList &arguments);

// single, side, wipe, difference, blink, grid; none for anything else.
std::optional<ViewMode> viewModeFromWord(const QString &word);

} // namespace retake
