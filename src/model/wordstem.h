// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace retake {

// A word without its case and the commonest endings of English (plural, -ing, -ed, -y), so that "rainy" and
// "raining" are one; alike words come out alike, and no more is promised.
QString wordStem(const QString &word);

// Words, and single characters of Chinese, that say nothing of what a picture shows: "the", "with", "的".
// Verbs of asking ("change", "make") are among them.
bool isStopWord(const QString &word);

} // namespace retake
