// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/measure.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace retake {

namespace {

// Distances are shares of the range from black to white. Under a level and a half of 255 nothing is seen, and
// the structure of what is nearly flat says nothing.
constexpr double unseen = 0.004;
constexpr double seen = 0.008;
constexpr double distanceWeight = 3;
constexpr double noticeableAmount = 0.05;
constexpr double nothing = 0.01;
constexpr double mostly = 1.5; // as much as the other

double distanceOf(double psnr)
{
    return std::isnan(psnr) ? 0 : std::pow(10, -psnr / 20);
}

double psnrOf(double squaredDistance)
{
    return squaredDistance <= 0 ? std::numeric_limits<double>::infinity() : -10 * std::log10(squaredDistance);
}

double amountOf(double ssim, double distance)
{
    const double heed = std::clamp((distance - unseen) / (seen - unseen), 0.0, 1.0);
    const double structure = std::isnan(ssim) ? 0 : heed * (1 - ssim);
    return std::clamp(std::max(structure, distanceWeight * distance), 0.0, 1.0);
}

using Plane = double PlaneFigures::*;

double meanOf(const Measure &measure, PlaneFigures FrameChange::*figures, Plane plane)
{
    double sum = 0;
    for (const FrameChange &frame : measure.frames)
        sum += frame.*figures.*plane;
    return sum / double(measure.frames.size());
}

double psnrOfAll(const Measure &measure, Plane plane)
{
    double sum = 0;
    for (const FrameChange &frame : measure.frames)
        sum += std::pow(distanceOf(frame.psnr.*plane), 2);
    return psnrOf(sum / double(measure.frames.size()));
}

ChangeTone toneOf(double light, double colour)
{
    if (std::max(light, colour) < nothing)
        return ChangeTone::None;
    if (light > mostly * colour)
        return ChangeTone::Light;
    return colour > mostly * light ? ChangeTone::Colour : ChangeTone::Both;
}

bool isNear(double a, double b, double tolerated)
{
    return std::abs(a - b) <= tolerated;
}

} // namespace

double FrameChange::light() const
{
    return amountOf(ssim.y, distanceOf(psnr.y));
}

double FrameChange::colour() const
{
    const double squares = std::pow(distanceOf(psnr.u), 2) + std::pow(distanceOf(psnr.v), 2);
    return amountOf((ssim.u + ssim.v) / 2, std::sqrt(squares / 2));
}

double FrameChange::amount() const
{
    return std::max(light(), colour());
}

bool FrameChange::isNoticeable() const
{
    return amount() >= noticeableAmount;
}

double Measure::Side::rate() const
{
    return duration.count() > 0 ? frames * 1e6 / double(duration.count()) : 0;
}

bool Measure::sameShape() const
{
    const double across = double(before.size.width()) * after.size.height();
    const double down = double(after.size.width()) * before.size.height();
    return std::abs(across - down) <= 0.01 * std::max(across, down);
}

bool Measure::sameLength() const
{
    const double longest = std::max(before.rate() > 0 ? 1 / before.rate() : 0, //
                                    after.rate() > 0 ? 1 / after.rate() : 0);
    return isNear(double(before.duration.count()), double(after.duration.count()), longest * 0.5e6);
}

bool Measure::sameRate() const
{
    return isNear(before.rate(), after.rate(), 0.005 * std::max(before.rate(), after.rate()));
}

QString changeToneName(ChangeTone tone)
{
    switch (tone) {
    case ChangeTone::None:
        return QStringLiteral("none");
    case ChangeTone::Light:
        return QStringLiteral("light");
    case ChangeTone::Colour:
        return QStringLiteral("colour");
    case ChangeTone::Both:
        return QStringLiteral("both");
    }
    Q_UNREACHABLE();
}

std::optional<ChangeSummary> summaryOf(const Measure &measure)
{
    if (measure.frames.empty())
        return std::nullopt;
    const auto less = [](const FrameChange &a, const FrameChange &b) { return a.amount() < b.amount(); };
    const auto begin = measure.frames.begin();
    const auto end = measure.frames.end();
    ChangeSummary summary;
    for (const Plane plane : {&PlaneFigures::y, &PlaneFigures::u, &PlaneFigures::v, &PlaneFigures::all}) {
        summary.ssim.*plane = meanOf(measure, &FrameChange::ssim, plane);
        summary.psnr.*plane = psnrOfAll(measure, plane);
    }
    summary.most = int(std::max_element(begin, end, less) - begin);
    summary.least = int(std::min_element(begin, end, less) - begin);
    // The tone is that of what is noticed: one frame among hundreds does not fade in their mean.
    const bool any = measure.frames[std::size_t(summary.most)].isNoticeable();
    double light = 0;
    double colour = 0;
    int heeded = 0;
    for (const FrameChange &frame : measure.frames) {
        if (any && !frame.isNoticeable())
            continue;
        light += frame.light();
        colour += frame.colour();
        ++heeded;
    }
    summary.noticeable = any ? heeded / double(measure.frames.size()) : 0;
    summary.tone = toneOf(light / heeded, colour / heeded);
    return summary;
}

} // namespace retake
