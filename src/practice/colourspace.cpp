// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/colourspace.h"

#include <QImage>

#include <algorithm>
#include <array>
#include <cmath>

namespace retake {

Hsv toHsv(const Rgb &c)
{
    const double high = std::max({c.r, c.g, c.b});
    const double span = high - std::min({c.r, c.g, c.b});
    Hsv hsv{0, high > 0 ? span / high : 0, high};
    if (span <= 0)
        return hsv;
    const double sixth = high == c.r   ? (c.g - c.b) / span
                         : high == c.g ? 2 + (c.b - c.r) / span
                                       : 4 + (c.r - c.g) / span;
    hsv.h = std::fmod(sixth * 60 + 360, 360);
    return hsv;
}

Rgb toRgb(const Hsv &c)
{
    const double chroma = c.v * c.s;
    const double sixth = c.h / 60;
    const double second = chroma * (1 - std::fabs(std::fmod(sixth, 2) - 1));
    const double base = c.v - chroma;
    const std::array<Rgb, 6> wheel{{{chroma, second, 0},
                                    {second, chroma, 0},
                                    {0, chroma, second},
                                    {0, second, chroma},
                                    {second, 0, chroma},
                                    {chroma, 0, second}}};
    const Rgb rgb = wheel[std::size_t(std::clamp(int(sixth), 0, 5))];
    return {rgb.r + base, rgb.g + base, rgb.b + base};
}

Hsv sampleOf(Colour colour)
{
    switch (colour) {
    case Colour::White:
        return {0, 0, 1};
    case Colour::Black:
        return {0, 0, 0.1};
    case Colour::Grey:
        return {0, 0, 0.5};
    case Colour::Red:
        return {2, 0.82, 0.86};
    case Colour::Orange:
        return {28, 0.86, 0.96};
    case Colour::Yellow:
        return {49, 0.84, 0.98};
    case Colour::Green:
        return {125, 0.66, 0.72};
    case Colour::Cyan:
        return {182, 0.7, 0.84};
    case Colour::Blue:
        return {217, 0.76, 0.9};
    case Colour::Purple:
        return {266, 0.62, 0.8};
    case Colour::Pink:
        return {332, 0.5, 0.98};
    case Colour::Brown:
        return {24, 0.62, 0.5};
    }
    return {};
}

Hsv strongestColour(const QImage &frame)
{
    std::array<double, 36> weights{};
    std::array<Hsv, 36> sums{};
    for (int y = 0; y < frame.height(); ++y) {
        for (int x = 0; x < frame.width(); ++x) {
            const QRgb pixel = frame.pixel(x, y);
            const Hsv hsv = toHsv({qRed(pixel) / 255.0, qGreen(pixel) / 255.0, qBlue(pixel) / 255.0});
            const double dx = (x + 0.5) / frame.width() - 0.5;
            const double dy = (y + 0.5) / frame.height() - 0.5;
            const double weight = hsv.s * hsv.s * hsv.v * std::exp(-8 * (dx * dx + dy * dy));
            const auto slot = std::size_t(hsv.h / 10) % weights.size();
            weights[slot] += weight;
            sums[slot].h += weight * hsv.h;
            sums[slot].s += weight * hsv.s;
            sums[slot].v += weight * hsv.v;
        }
    }
    const auto best = std::size_t(std::max_element(weights.begin(), weights.end()) - weights.begin());
    if (weights[best] <= 0)
        return sampleOf(Colour::Grey);
    return {sums[best].h / weights[best], sums[best].s / weights[best], sums[best].v / weights[best]};
}

} // namespace retake
