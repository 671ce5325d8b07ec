// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "model/conversation.h"
#include "model/worddiff.h"

namespace retake {

// What the panel of a remake calls things.
QString turnTitle(int number, TurnKind kind); // "2 · Revised description"
QString partTitle(DescriptionField field);    // "Subject"
QString showingTitle(Showing showing);        // "Pictures of the clip"
// Price in the region and what is known of its end, a line each.
QString describerNote(const DescriberSpec &describer, const QString &region);
// "“dusk” → “night”; “slowly” left out": what changed in a part though nobody asked for it.
QString unaskedWords(const FieldChange &change);
QString timeInClip(Microseconds time); // "0:02.15"

} // namespace retake
