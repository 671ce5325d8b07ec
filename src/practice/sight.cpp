// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sight.h"

#include <QImage>

#include <algorithm>
#include <array>
#include <cmath>

namespace retake {

namespace {

constexpr QSize grid(96, 54);
constexpr int classCount = 2 * (int(Colour::Brown) + 1); // each colour bright, then dark
constexpr double edge = 0.16;                            // of the width and height: what counts as around
constexpr double core = 0.30;                            // radius of what counts as the middle
constexpr double movedBy = 0.08;                         // of the whole range: such a pixel has moved
constexpr double cameraShare = 0.4;                      // so much of the edges moves: the camera
constexpr double gentleShare = 0.012;                    // of the picture moves
constexpr double livelyShare = 0.18;

struct Tally // of one class
{
    double weight = 0;
    double strength = 0;
    double across = 0;
};

using Tallies = std::array<Tally, std::size_t(classCount)>;

void count(Tallies &tallies, const Hsv &hsv, double across)
{
    const Tint tint = tintOf(hsv);
    Tally &tally = tallies[std::size_t(tint.colour) * 2 + (tint.isDark ? 1 : 0)];
    tally.weight += 1;
    tally.strength += hsv.s * hsv.v;
    tally.across += across;
}

double shareOf(const Tallies &tallies, std::size_t colour)
{
    double all = 0;
    for (const Tally &tally : tallies)
        all += tally.weight;
    return all > 0 ? tallies[colour].weight / all : 0;
}

Tint tintOfClass(std::size_t number)
{
    return {Colour(number / 2), number % 2 == 1};
}

QList<std::size_t> byWeight(const Tallies &tallies)
{
    QList<std::size_t> order;
    for (std::size_t i = 0; i < tallies.size(); ++i)
        order.append(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return tallies[a].weight > tallies[b].weight; });
    return order;
}

Hsv pixelHsv(const QImage &picture, int x, int y)
{
    const QRgb pixel = picture.pixel(x, y);
    return toHsv({qRed(pixel) / 255.0, qGreen(pixel) / 255.0, qBlue(pixel) / 255.0});
}

bool isAtEdge(double across, double down)
{
    return across < edge || across > 1 - edge || down < edge || down > 1 - edge;
}

void readColours(const QList<QImage> &pictures, Sight &sight)
{
    Tallies middle{};
    Tallies around{};
    double light = 0;
    double warmth = 0;
    double reddish = 0;
    for (const QImage &picture : pictures) {
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const double across = (x + 0.5) / picture.width();
                const double down = (y + 0.5) / picture.height();
                const QRgb pixel = picture.pixel(x, y);
                light += (0.3 * qRed(pixel) + 0.59 * qGreen(pixel) + 0.11 * qBlue(pixel)) / 255.0;
                warmth += (qRed(pixel) - qBlue(pixel)) / 255.0;
                const Hsv hsv = pixelHsv(picture, x, y);
                const bool isSunset = hsv.s > 0.25 && hsv.v > 0.3 && (hsv.h < 50 || hsv.h > 300);
                reddish += isSunset;
                if (isAtEdge(across, down))
                    count(around, hsv, across);
                else if (std::hypot(across - 0.5, down - 0.5) < core)
                    count(middle, hsv, across);
            }
        }
    }
    const double pixels = std::max<double>(1, double(pictures.size()) * grid.width() * grid.height());
    sight.light = light / pixels;
    sight.warmth = warmth / pixels;
    sight.reddish = reddish / pixels;

    // What is in the middle and not around it stands out, the more the more colourful it is.
    std::size_t best = 0;
    double most = -1;
    for (std::size_t i = 0; i < middle.size(); ++i) {
        if (middle[i].weight <= 0)
            continue;
        const double colourful = 0.05 + middle[i].strength / middle[i].weight;
        const double score = (shareOf(middle, i) - 0.7 * shareOf(around, i)) * colourful;
        if (score > most) {
            most = score;
            best = i;
        }
    }
    sight.figure = tintOfClass(best);
    if (middle[best].weight > 0)
        sight.across = middle[best].across / middle[best].weight;
    sight.second = sight.figure;
    for (const std::size_t i : byWeight(middle)) {
        if (i != best && shareOf(middle, i) > 0.05) {
            sight.second = tintOfClass(i);
            break;
        }
    }
    for (const std::size_t i : byWeight(around)) {
        if (sight.around.isEmpty() || (sight.around.size() < 2 && shareOf(around, i) > 0.1))
            sight.around.append(tintOfClass(i));
    }
}

int apartness(QRgb a, QRgb b) // of the channel that differs most: colours of one grey differ, too
{
    return std::max(
        {std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

void readMotion(const QList<QImage> &pictures, Sight &sight)
{
    if (pictures.size() < 2)
        return;
    double moved = 0;
    double movedAtEdge = 0;
    double atEdge = 0;
    double across = 0;
    for (int i = 1; i < pictures.size(); ++i) {
        for (int y = 0; y < grid.height(); ++y) {
            for (int x = 0; x < grid.width(); ++x) {
                const double place = (x + 0.5) / grid.width();
                const bool outer = isAtEdge(place, (y + 0.5) / grid.height());
                atEdge += outer;
                const int apart = apartness(pictures[i].pixel(x, y), pictures[i - 1].pixel(x, y));
                if (apart < movedBy * 255)
                    continue;
                moved += 1;
                across += place;
                movedAtEdge += outer;
            }
        }
    }
    const double share = moved / (double(pictures.size() - 1) * grid.width() * grid.height());
    sight.motion = share < gentleShare   ? Sight::Motion::Still
                   : share < livelyShare ? Sight::Motion::Gentle
                                         : Sight::Motion::Lively;
    sight.movingAcross = moved > 0 ? across / moved : 0.5;
    sight.cameraMoves = atEdge > 0 && movedAtEdge / atEdge > cameraShare;
}

} // namespace

Tint tintOf(const Hsv &c)
{
    if (c.v < 0.14)
        return {Colour::Black, false};
    if (c.s < 0.13)
        return {c.v > 0.8 ? Colour::White : c.v < 0.24 ? Colour::Black : Colour::Grey, c.v < 0.42};
    const bool isDark = c.v < 0.42;
    if (c.h < 14 || c.h >= 346)
        return {c.s < 0.5 && c.v > 0.75 ? Colour::Pink : Colour::Red, isDark};
    if (c.h < 42)
        return {c.v < 0.62 ? Colour::Brown : Colour::Orange, isDark};
    if (c.h < 67)
        return {c.v < 0.4 ? Colour::Brown : Colour::Yellow, isDark};
    if (c.h < 166)
        return {Colour::Green, isDark};
    if (c.h < 197)
        return {Colour::Cyan, isDark};
    if (c.h < 248)
        return {Colour::Blue, isDark};
    if (c.h < 305)
        return {Colour::Purple, isDark};
    return {Colour::Pink, isDark};
}

Sight takeSight(const QList<QImage> &pictures, QSize size, double seconds)
{
    QList<QImage> small;
    for (const QImage &picture : pictures)
        small.append(picture.scaled(grid, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                         .convertToFormat(QImage::Format_RGB32));
    Sight sight;
    sight.size = size;
    sight.seconds = seconds;
    readColours(small, sight);
    readMotion(small, sight);
    return sight;
}

} // namespace retake
