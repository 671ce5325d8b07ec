// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/worddiff.h"

#include "model/tokendiff.h"

namespace retake {

QList<WordRun> wordDiff(const QString &before, const QString &after)
{
    QList<WordRun> runs;
    for (const TokenStep &step : tokenDiff(before, after)) {
        if (!runs.isEmpty() && runs.last().kind == step.kind)
            runs.last().words += step.token.text;
        else
            runs.append({step.kind, step.token.text});
    }
    return runs;
}

} // namespace retake
