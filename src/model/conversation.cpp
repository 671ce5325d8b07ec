// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/conversation.h"

#include <array>

namespace retake {

namespace {

constexpr std::array turnKindNames{
    std::pair{TurnKind::Describe, "describe"}, std::pair{TurnKind::Revise, "revise"},
    std::pair{TurnKind::EditByHand, "edit"}, std::pair{TurnKind::Shorten, "shorten"}};
constexpr std::array turnStateNames{std::pair{TurnState::Asking, "asking"},
                                    std::pair{TurnState::Answered, "answered"},
                                    std::pair{TurnState::Failed, "failed"}};
constexpr std::array showingNames{std::pair{Showing::Frames, "frames"},
                                  std::pair{Showing::Address, "address"},
                                  std::pair{Showing::SmallVideo, "video"}};

template<typename Names, typename Value> QString storedNameOf(const Names &names, Value wanted)
{
    for (const auto &[value, name] : names) {
        if (value == wanted)
            return QString::fromLatin1(name);
    }
    return {};
}

template<typename Value, typename Names>
std::optional<Value> valueOfName(const Names &names, const QString &name)
{
    for (const auto &[value, word] : names) {
        if (name == QLatin1String(word))
            return value;
    }
    return std::nullopt;
}

} // namespace

QString turnKindName(TurnKind kind)
{
    return storedNameOf(turnKindNames, kind);
}

std::optional<TurnKind> turnKindFromName(const QString &name)
{
    return valueOfName<TurnKind>(turnKindNames, name);
}

QString turnStateName(TurnState state)
{
    return storedNameOf(turnStateNames, state);
}

std::optional<TurnState> turnStateFromName(const QString &name)
{
    return valueOfName<TurnState>(turnStateNames, name);
}

QString showingName(Showing showing)
{
    return storedNameOf(showingNames, showing);
}

std::optional<Showing> showingFromName(const QString &name)
{
    return valueOfName<Showing>(showingNames, name);
}

} // namespace retake
