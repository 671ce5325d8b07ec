// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/chatbody.h"
#include "practice/saidlines.h"

namespace retake {

// What a conversation asks for that has a description already.
struct RevisionTask
{
    SaidLines base;      // the first description; empty: there is none
    SaidLines current;   // the last
    QStringList earlier; // edits, oldest first
    QStringList newest;
    QStringList locked;       // labels
    qsizetype maximum = 0;    // shorten to so many characters; 0: does not
    bool onlyChanged = false; // answer with the lines that changed
};

RevisionTask readRevision(const AskedChat &chat);
QStringList editsIn(const QString &text); // of a user's message: numbered, quoted, after "Edit:", or plain
QString revisedAnswer(const RevisionTask &task);

} // namespace retake
