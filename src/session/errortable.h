// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/errorsentence.h"

namespace retake {

// One line of the table of sentences: what the person reads about a kind, in English, with %1 to %3 for the
// facts. Translated where it is shown.
struct ErrorRow
{
    // How the first fact is shown.
    enum class Subject { AsIs, FileName, WholePath };

    ErrorKind kind;
    int exitStatus;
    Subject subject;
    Cure cure;
    const char *title;
    const char *advice;
};

const ErrorRow &errorRow(ErrorKind kind);

} // namespace retake
