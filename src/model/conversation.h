// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "model/description.h"
#include "model/order.h"

#include <QDateTime>
#include <QJsonObject>

namespace retake {

enum class TurnKind {
    Describe,   // the describer looked at the clip
    Revise,     // the person said what should be different
    EditByHand, // the person wrote the description
    Shorten,    // the describer made it fit the generator
};
QString turnKindName(TurnKind kind); // "describe", "revise", "edit", "shorten": stored and printed
std::optional<TurnKind> turnKindFromName(const QString &name);

enum class TurnState {
    Asking, // committed before the request leaves; after a restart: cut off, perhaps charged
    Answered,
    Failed, // see Turn::error; asked again only on a click
};
QString turnStateName(TurnState state); // "asking", "answered", "failed"
std::optional<TurnState> turnStateFromName(const QString &name);

// One thing that a describer is shown.
struct ShownPart
{
    QString source;       // absolute path of a picture or a small video, or an address
    Microseconds time{0}; // of a picture, in the clip's own time
    friend bool operator==(const ShownPart &, const ShownPart &) = default;
};

// One step of a conversation. A turn has one parent, and any number of turns may follow it: branches.
struct Turn
{
    TurnId id;
    ConversationId conversation;
    TurnId parent; // none: the first
    TurnKind kind = TurnKind::Describe;
    TurnState state = TurnState::Asking;
    QString said;            // by the person, as typed (Revise)
    QString translated;      // what was sent instead; empty: `said` was
    Description description; // what the video is to show from this turn on (Answered)
    QString answer; // of the describer, as it came, without its thoughts; of a failed one what arrived
    QList<ShownPart> shown; // Describe: what was sent of the clip
    QString describer;      // the model that answered, as the service names it
    QString requestId;      // our own, of the call
    QJsonObject usage;      // tokens, as the service reported them; all calls of the turn together
    std::optional<Error> error;
    QDateTime createdAt; // UTC
    friend bool operator==(const Turn &, const Turn &) = default;
};

// How the describer is shown a clip that lies on this machine.
enum class Showing { Frames, Address, SmallVideo };
QString showingName(Showing showing); // "frames", "address", "video"
std::optional<Showing> showingFromName(const QString &name);

// The way from a clip (or a take of it) to a description of what is wanted. A clip may have several.
struct Conversation
{
    ConversationId id;
    ClipId clip;
    TakeId source;            // the take that is described; none: the clip itself
    QString file;             // what is described: absolute path
    std::optional<Trim> trim; // the piece of it
    Showing showing = Showing::Frames;
    QString address;   // Showing::Address: where the service fetches it
    QString describer; // id of a describer's row
    QString account;
    QList<DescriptionField> locked;
    TurnId tip; // the turn that is worked on; undo moves it to the parent
    QDateTime createdAt;
};

} // namespace retake
