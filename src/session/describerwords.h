// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/chat.h"
#include "model/clipinfo.h"
#include "model/conversation.h"

#include <QSize>

namespace retake {

// What describers are asked, in English, put together from the line of turns. Pure. Pictures and videos
// stand in the question of the turn that looks at the clip, and are never sent a second time.

// As long as a description is asked to be: the generators take 512 characters.
constexpr int descriptionLength = 450;
// Of an answer: seven short lines, and some room.
constexpr int answerTokens = 2048;

QList<ChatMessage> describeMessages(Showing showing, const QList<ShownPart> &shown);

// What was asked for since a description that stands by itself.
struct EditsSince
{
    Description base;
    QStringList edits; // English where they were translated; without the newest
    Description current;
};

// The base is the nearest turn up the line in which the describer looked, the person wrote, or the text was
// shortened; `line` ends with the turn that is revised. Of a line without a description all is empty.
EditsSince editsSinceBase(const QList<Turn> &line);

// The base moves on, turn by turn, until question and answer fit into the describer's context. No base left
// that fits: empty.
QList<ChatMessage> reviseMessages(const QList<Turn> &line, const QString &instruction,
                                  const QList<DescriptionField> &locked, const DescriberSpec &describer);

// Asks for a little less, so that an answer that overshoots still fits.
QList<ChatMessage> shortenMessages(const Description &current, int characters,
                                   const QList<DescriptionField> &locked);

QList<ChatMessage> translateMessages(const QString &instruction);

// The answer's room in the describer's context, as it is asked for.
int roomForAnswer(const DescriberSpec &describer);

// Rough, on the safe side: a token for 3 Latin characters, or for 1 of Chinese.
int estimatedTokens(const QString &text);
int estimatedTokens(const QList<ChatMessage> &messages); // pictures and videos are not counted
int estimatedPictureTokens(QSize size);                  // a token for 28 x 28 px

} // namespace retake
