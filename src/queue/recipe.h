// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/task.h"
#include "queue/sentnote.h"

namespace retake {

// Whose sound a take has.
enum class TakeSound { Own, Source };

// What a recipe knows beside the task itself.
struct RecipeFacts
{
    SentNote sent;        // of the clip that was sent; empty when it was an address
    QString actualPrompt; // the instruction as the service extended it, when it says so
    QDateTime finishedAt;
    TakeSound sound = TakeSound::Own;
};

// What made a take, complete enough to make it again. Holds no key, and of an address neither its query nor
// its user, because those may be a signature.
QJsonObject recipeFor(const Task &task, const RecipeFacts &facts);

// Put in place whole.
Result<void> writeRecipe(const QString &file, const QJsonObject &recipe);

} // namespace retake
