// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/framepairs.h"
#include "model/order.h"
#include "playback/frameindex.h"
#include "playback/side.h"

#include <QRect>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace retake {

// How a comparison becomes one video: both beside each other; a line that goes from right to left and leaves
// the second behind it; or the two in turn.
enum class ComparisonForm { SideBySide, WipeSweep, Blink };

// Which of them is on the left, or comes first.
enum class ComparisonOrder { BeforeFirst, AfterFirst };

enum class ComparisonSound { None, Before, After };

struct ComparisonWish
{
    QString before;
    QString after;
    Pairing pairing;                // where After is moved, its first and last frame stand at its ends
    std::optional<Trim> piece = {}; // of the time of Before; none: all that both have
    ComparisonOrder order = ComparisonOrder::BeforeFirst;
    ComparisonForm form = ComparisonForm::SideBySide;
    ComparisonSound sound = ComparisonSound::None;
    Microseconds blink{1'000'000};      // how long each side is shown
    std::array<QString, 2> labels = {}; // over the pictures; empty: none
};

// A side, as it was opened.
struct ComparisonSide
{
    ClipInfo clip;
    FrameIndex index;
};

// Every picture of the video that is to be made. It has the time that both sides have, at the faster one's
// rate, and the pairs that the viewer shows.
struct ComparisonPlan
{
    struct Pair
    {
        int before = 0;
        int after = 0;
        friend bool operator==(const Pair &, const Pair &) = default;
    };

    ComparisonForm form = ComparisonForm::SideBySide;
    ComparisonOrder order = ComparisonOrder::BeforeFirst;
    QSize size; // even sides; the larger clip's height
    std::array<QRect, 2> places;
    Rational rate{30, 1};
    std::vector<Pair> pairs; // one a picture
    Microseconds blink{0};
    std::array<Microseconds, 2> starts{}; // in each side's own time

    int count() const { return int(pairs.size()); }

    Microseconds duration() const;

    Side blinkSide(int picture) const; // that is shown
    Side first() const;                // the one on the left
    int wipeLine(int picture) const;   // the first is on the left of it; from size.width() to 0
};

// ClipTooShort when the two have no moment in common. Pure.
Result<ComparisonPlan> planComparison(const ComparisonSide &before, const ComparisonSide &after,
                                      const ComparisonWish &wish);

// ffmpeg's arguments: pictures (32 bits, as QImage has them) come through its stdin, the sound, if any, from
// `sound`, whose picture begins `soundStart` after its earliest stream. Pure.
QStringList comparisonArguments(const ComparisonPlan &plan, const QString &sound, Microseconds soundStart,
                                const QString &target);

} // namespace retake
