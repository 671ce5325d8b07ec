// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/framepairs.h"

#include <QJsonObject>

#include <optional>

namespace retake {

// One figure for each plane and one for all of them, as FFmpeg's filters give it. Not a number where a plane
// is too small to be measured.
struct PlaneFigures
{
    double y = 0;
    double u = 0;
    double v = 0;
    double all = 0;
};

// How much a frame has changed, by the filters' figures and, from 0 to 1, as a person is shown it: how far
// apart the light and the colour are, whichever of likeness of structure and distance tells more of it.
struct FrameChange
{
    FramePair pair;
    PlaneFigures ssim; // 1: the same
    PlaneFigures psnr; // dB; infinite: the same

    double light() const;
    double colour() const;
    double amount() const; // the larger of the two
    bool isNoticeable() const;
};

// What changed from Before to After, frame by frame.
struct Measure
{
    std::vector<FrameChange> frames; // a pair of which a side could not be decoded is not among them
    FramePairs::By pairedBy = FramePairs::By::Time;
    int unread = 0; // such pairs

    struct Side
    {
        int frames = 0;
        QSize size; // as seen
        Microseconds duration{0};

        double rate() const; // average
    };

    Side before;
    Side after;

    bool sameSize() const { return before.size == after.size; }

    bool sameShape() const; // else the pictures were stretched upon each other
    bool sameLength() const;
    bool sameRate() const;
};

enum class ChangeTone { None, Light, Colour, Both };
QString changeToneName(ChangeTone tone); // "none", "light", "colour", "both"

// The whole of a measure; only of one that has frames.
struct ChangeSummary
{
    PlaneFigures ssim; // means
    PlaneFigures psnr; // of the mean distance
    int most = 0;      // the first of the most changed, counted among Measure::frames
    int least = 0;
    double noticeable = 0; // share of the frames, 0 to 1
    ChangeTone tone = ChangeTone::None;
};

std::optional<ChangeSummary> summaryOf(const Measure &measure);

// For the cache: exact, and small. measureFromJson: BadParameter.
QJsonObject measureToJson(const Measure &measure);
Result<Measure> measureFromJson(const QJsonObject &json);

} // namespace retake
