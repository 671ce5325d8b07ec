// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceservice.h"

namespace retake {

// What the command line of retake-practice asks for.
struct PracticeCommand
{
    PracticeOptions options;
    QString text;      // to be printed instead of serving
    int exitCode = -1; // 0 or 2 with such a text, -1: serve
};

PracticeCommand readPracticeCommand(const QStringList &arguments);

} // namespace retake
