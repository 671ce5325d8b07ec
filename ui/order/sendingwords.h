// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/draft.h"
#include "ui/order/factlist.h"

namespace retake {

// What the person reads about what is sent; pure.

QList<FactList::Fact> clipFacts(const ClipInfo &clip); // of the file as it is sent
QList<FactList::Fact> optionFacts(const Draft &draft); // what goes along, in the model's own words
QString extensionSentence(const Draft &draft);         // whether the service may word it anew
QList<FactList::Fact> destinationFacts(const Draft &draft, const Catalogue &catalogue);
QStringList staySentences(const Draft &draft); // how long it stays there

} // namespace retake
