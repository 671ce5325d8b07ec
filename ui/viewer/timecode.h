// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clipinfo.h"

#include <QString>

#include <optional>
#include <variant>

namespace retake {

// "02:03.45", hundredths cut off; "1:02:03.45" from an hour on.
QString formatTimecode(Microseconds time);

// The number of a frame, counted from 1 as it is shown.
struct FrameNumber
{
    int value = 1;
    friend bool operator==(const FrameNumber &, const FrameNumber &) = default;
};

// What a person types for a moment or a length: "1:02.5", "62.5", "62,5 s", or "f1500" for a frame.
using TypedMoment = std::variant<Microseconds, FrameNumber>;
std::optional<TypedMoment> parseMoment(const QString &text);

} // namespace retake
