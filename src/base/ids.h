// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>

namespace retake {

// A row's number in the store, typed so that a take's cannot be passed for a task's. 0 is "none".
template<class Tag> struct Id
{
    qint64 value = 0;

    explicit operator bool() const { return value != 0; }

    friend auto operator<=>(const Id &, const Id &) = default; // NOLINT(modernize-use-nullptr): taken for 0

    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using TaskId = Id<struct TaskTag>;
using TakeId = Id<struct TakeTag>;
using ClipId = Id<struct ClipTag>;
using ConversationId = Id<struct ConversationTag>;
using TurnId = Id<struct TurnTag>;

} // namespace retake

Q_DECLARE_METATYPE(retake::TaskId)
Q_DECLARE_METATYPE(retake::TakeId)
Q_DECLARE_METATYPE(retake::ClipId)
Q_DECLARE_METATYPE(retake::ConversationId)
Q_DECLARE_METATYPE(retake::TurnId)
