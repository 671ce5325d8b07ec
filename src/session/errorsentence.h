// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "model/task.h"

namespace retake {

// The button that cures an error.
enum class Cure {
    None,
    Retry,
    SendAgain,
    OpenAccount,
    ChooseClip,
    EditInstruction,
    ChooseReferences,
    OpenFolder,
    FreeSpace,
    LookAgain
};

// What the person reads: one clear sentence, what to do next, and the button for it. Translated.
struct ErrorSentence
{
    QString title;
    QString advice;
    Cure cure = Cure::None;
    QString detail; // the service's own code and words, request id: shown on demand
};

ErrorSentence sentenceFor(const Error &error);
ErrorSentence sentenceFor(const Task &task, const QDateTime &now); // how it ended, and what it cost
QString cureLabel(Cure cure);

// retake-cli's exit status: 3 input refused, 4 refused by the service, 5 network or service failed, 6
// unclear, 7 disk or media tool failed.
int exitStatusFor(ErrorKind kind);

} // namespace retake
