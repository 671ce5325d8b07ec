// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/conversation.h"
#include "model/worddiff.h"

namespace retake {

// What a card of the conversation shows of a turn.
struct TurnView
{
    Turn turn;
    int number = 1; // from the first turn on
    QList<FieldChange> changes;
    QList<DescriptionField> restorable; // changed parts that may be put back
    QList<DescriptionField> locked;
    int takes = 0;    // that were made from it
    int branch = 1;   // which of those that follow the same turn
    int branches = 1; // so many do
    bool isTip = false;
    bool canUndo = false; // the tip's
    bool canRedo = false;
    bool isBusy = false; // a question is under way: nothing else may begin
    friend bool operator==(const TurnView &, const TurnView &) = default;
};

} // namespace retake
