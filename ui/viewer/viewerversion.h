// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/framepairs.h"

#include <QString>

#include <functional>
#include <limits>
#include <optional>

namespace retake {

// An entry of the Before and After pickers; the id is the caller's own.
struct ViewerVersion
{
    static constexpr qint64 askForFile = std::numeric_limits<qint64>::min(); // an entry that only asks

    qint64 id = 0;
    QString title;
    friend bool operator==(const ViewerVersion &, const ViewerVersion &) = default;
};

// What such an entry stands for, beside what is shown as Before.
struct ViewerTake
{
    QString file;
    QString title;
    Pairing pairing{};
    friend bool operator==(const ViewerTake &, const ViewerTake &) = default;
};

// None: there is no such version any more.
using TakeLookup = std::function<std::optional<ViewerTake>(qint64 id)>;

} // namespace retake
