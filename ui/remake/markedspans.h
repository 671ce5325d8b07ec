// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/worddiff.h"

namespace retake {

// A part of a text, and how it is marked.
struct MarkedSpan
{
    enum class Look { Plain, Changed, Unasked, Gone };
    QString words;
    Look look = Look::Plain;
    friend bool operator==(const MarkedSpan &, const MarkedSpan &) = default;
};

enum class WentWords { Hidden, Shown };

// A text as spans, one per run of words; blanks and marks at the ends of a run stay unmarked.
QList<MarkedSpan> spansOf(const QList<WordRun> &runs, WentWords went);
// All parts of a description, each a sentence, with what changed marked.
QList<MarkedSpan> spansOf(const Description &description, const QList<FieldChange> &changes, WentWords went);

} // namespace retake
