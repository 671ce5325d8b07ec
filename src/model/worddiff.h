// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/description.h"

namespace retake {

// A run of words that stayed, came or went, from one text to the next.
struct WordRun
{
    enum class Kind { Same, Added, Removed };
    Kind kind = Kind::Same;
    QString words;        // with the white space and marks between them, as written
    bool askedFor = true; // Added, Removed: the instruction explains it, see drift()
    friend bool operator==(const WordRun &, const WordRun &) = default;
};

// The shortest way from one text to the other, word by word (characters in Chinese); a removed run stands
// before the added one that takes its place. Joining Same and Added gives `after`.
QList<WordRun> wordDiff(const QString &before, const QString &after);

// What a turn changed in one part of the description.
struct FieldChange
{
    DescriptionField field = DescriptionField::Whole;
    QList<WordRun> runs;
    bool isUnasked = false; // some of its words changed though nobody asked for it
    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

// The parts that differ, in their order, with each run judged against the instruction (English; several
// joined by line breaks): a run is asked for when it shares a word with the instruction, or its part is
// what the instruction speaks of (the background: setting; night: light ...). Pure and forgiving: it warns,
// and decides nothing.
QList<FieldChange> drift(const Description &before, const Description &after, const QString &instruction);

} // namespace retake
