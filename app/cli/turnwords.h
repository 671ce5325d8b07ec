// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/conversation.h"
#include "model/worddiff.h"

#include <QJsonObject>

namespace retake::cli {

// A turn of a conversation in words for people, and as an object for scripts.

// What changed though nobody asked for it: a line for each part of the description, none when all was asked.
QStringList unaskedTexts(const QList<FieldChange> &changes);
QString turnText(const Turn &turn); // "Turn 3: ... (412 characters)"
QJsonObject turnJson(const Turn &turn, const QList<FieldChange> &changes);

} // namespace retake::cli
