// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/worddiff.h"

namespace retake {

// A word, a single Chinese character, or a mark, with the white space after it.
struct WordToken
{
    enum class Kind { Word, Ideograph, Mark };
    Kind kind = Kind::Mark;
    QString word; // what is compared
    QString text; // as written
};

// Joining the texts gives `text`.
QList<WordToken> wordTokens(const QString &text);

struct TokenStep
{
    WordRun::Kind kind = WordRun::Kind::Same;
    WordToken token; // Same: as `after` writes it
};

// The shortest way, as wordDiff() takes it, token by token; of equally short ones one that keeps words rather
// than marks and stop words.
QList<TokenStep> tokenDiff(const QString &before, const QString &after);

} // namespace retake
