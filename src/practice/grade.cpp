// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/grade.h"

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

constexpr int cubeSide = 33;

double unit(double value)
{
    return std::clamp(value, 0.0, 1.0);
}

double ramp(double from, double to, double value)
{
    const double t = unit((value - from) / (to - from));
    return t * t * (3 - 2 * t);
}

double lightness(const Rgb &c)
{
    return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b;
}

Rgb mix(const Rgb &a, const Rgb &b, double t)
{
    return {a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t};
}

Rgb grey(double value)
{
    return {value, value, value};
}

Rgb times(const Rgb &c, double r, double g, double b)
{
    return {unit(c.r * r), unit(c.g * g), unit(c.b * b)};
}

Rgb saturate(const Rgb &c, double by)
{
    const Rgb strong = mix(grey(lightness(c)), c, by);
    return {unit(strong.r), unit(strong.g), unit(strong.b)};
}

Rgb contrast(const Rgb &c, double by, double around = 0.5)
{
    return {unit((c.r - around) * by + around), unit((c.g - around) * by + around),
            unit((c.b - around) * by + around)};
}

// Light painted through a tint: dark stays dark.
Rgb tint(const Rgb &c, const Rgb &colour, double strength)
{
    const double light = lightness(c);
    return mix(c, {unit(light * colour.r), unit(light * colour.g), unit(light * colour.b)}, strength);
}

Rgb posterize(const Rgb &c, int levels)
{
    const auto step = [levels](double v) { return std::round(v * (levels - 1)) / (levels - 1); };
    return {step(c.r), step(c.g), step(c.b)};
}

Rgb turnHue(const Rgb &c, double degrees)
{
    Hsv hsv = toHsv(c);
    hsv.h = std::fmod(hsv.h + degrees + 360, 360);
    return toRgb(hsv);
}

double hueDistance(double a, double b)
{
    const double apart = std::fabs(a - b);
    return std::min(apart, 360 - apart);
}

bool isNeutral(Colour colour)
{
    return colour == Colour::White || colour == Colour::Black || colour == Colour::Grey;
}

// How much a colour belongs to what is to be recoloured.
double belongs(const Hsv &c, const Hsv &from)
{
    if (from.s < 0.15) { // white, grey, black: by lightness
        const double pale = 1 - ramp(0.18, 0.32, c.s);
        if (from.v > 0.8)
            return pale * ramp(0.58, 0.74, c.v);
        if (from.v < 0.3)
            return (1 - ramp(0.22, 0.36, c.v));
        return pale * ramp(0.2, 0.3, c.v) * (1 - ramp(0.75, 0.88, c.v));
    }
    const bool dark = from.v < 0.6 && from.h < 60; // brown is a dark orange
    const double light = dark ? ramp(0.12, 0.22, c.v) * (1 - ramp(0.68, 0.8, c.v)) : ramp(0.38, 0.52, c.v);
    return (1 - ramp(24, 38, hueDistance(c.h, from.h))) * ramp(0.2, 0.36, c.s) * light;
}

Rgb painted(const Rgb &c, const Hsv &hsv, const Hsv &from, Colour to)
{
    const Hsv sample = sampleOf(to);
    // The shading is how light a colour is against the sample; it is carried over to the new colour.
    const double shade = hsv.v / std::max(0.25, from.v);
    if (isNeutral(to)) {
        const double light = to == Colour::White  ? 0.46 + 0.48 * std::min(1.15, shade)
                             : to == Colour::Grey ? 0.5 * shade
                                                  : 0.13 * shade + 0.02;
        const double hint = to == Colour::White ? 0.05 : 0.03; // a trace of the old colour keeps it alive
        return mix(grey(unit(light)), c, hint);
    }
    const double saturation = from.s < 0.15 ? sample.s : unit(sample.s * (0.55 + 0.45 * hsv.s / from.s));
    return toRgb({sample.h, saturation, unit(sample.v * shade)});
}

Rgb recolour(const Rgb &c, const Recolouring &recolouring)
{
    const Hsv hsv = toHsv(c);
    const double weight = belongs(hsv, recolouring.from);
    return weight <= 0 ? c : mix(c, painted(c, hsv, recolouring.from, recolouring.to), weight);
}

Rgb autumnal(const Rgb &c)
{
    Hsv hsv = toHsv(c);
    const double green = 1 - ramp(50, 80, hueDistance(hsv.h, 115));
    hsv.h = hsv.h + (30 - hsv.h) * green;
    return tint(saturate(times(toRgb(hsv), 1.1, 0.96, 0.74), 1.15), {1.25, 0.9, 0.5}, 0.28);
}

Rgb neon(const Rgb &c)
{
    const double light = lightness(c);
    const Rgb low{0.07, 0.02, 0.2};
    const Rgb middle{0.95, 0.1, 0.75};
    const Rgb high{0.35, 0.98, 1.0};
    const Rgb mapped =
        light < 0.45 ? mix(low, middle, light / 0.45) : mix(middle, high, (light - 0.45) / 0.55);
    return mix(mapped, saturate(c, 1.6), 0.3);
}

Rgb sepia(const Rgb &c)
{
    const double light = 0.08 + 0.88 * lightness(c);
    return mix({unit(light * 1.12), unit(light * 0.93), unit(light * 0.68)}, c, 0.12);
}

Rgb look(Look which, const Rgb &c, double turn)
{
    switch (which) {
    case Look::Rain:
        return tint(times(saturate(contrast(c, 0.88, 0.4), 0.55), 0.84, 0.9, 0.98), {0.72, 0.86, 1.0}, 0.25);
    case Look::Snow:
        return tint(contrast(times(saturate(c, 0.65), 1.04, 1.08, 1.14), 0.86, 0.75), {0.98, 1.05, 1.16},
                    0.2);
    case Look::Fog:
        return mix(saturate(c, 0.5), {0.76, 0.79, 0.82}, 0.4);
    case Look::Storm:
        return tint(times(saturate(contrast(c, 1.1, 0.35), 0.45), 0.62, 0.66, 0.74), {0.6, 0.7, 0.9}, 0.3);
    case Look::Forest:
        return tint(times(saturate(c, 0.72), 0.82, 0.98, 0.8), {0.78, 1.0, 0.76}, 0.34);
    case Look::Beach:
    case Look::Summer:
        return saturate(times(contrast(c, 1.04, 0.45), 1.14, 1.1, 0.96), 1.32);
    case Look::City:
        return tint(contrast(c, 1.08), {0.9, 0.95, 1.15}, 0.18);
    case Look::Desert:
        return tint(times(c, 1.14, 1.0, 0.78), {1.2, 0.98, 0.66}, 0.35);
    case Look::Mountain:
        return saturate(times(c, 0.96, 1.03, 1.12), 1.05);
    case Look::Space:
        return tint(times(contrast(c, 1.15), 0.8, 0.72, 1.0), {0.7, 0.62, 1.2}, 0.25);
    case Look::Underwater:
        return tint(times(c, 0.55, 0.95, 1.1), {0.35, 0.95, 1.25}, 0.45);
    case Look::Background:
        return contrast(saturate(c, 1.1), 1.05);
    case Look::Night:
        return tint(times(c, 0.46, 0.54, 0.8), {0.55, 0.72, 1.35}, 0.55);
    case Look::Dusk:
        return mix(times(c, 1.12, 0.88, 0.86), tint(c, {1.3, 0.75, 0.7}, 1.0), 0.4);
    case Look::Dawn:
        return mix(times(contrast(c, 0.9, 0.8), 1.08, 1.0, 0.98), {1.0, 0.82, 0.76}, 0.14);
    case Look::Sunny:
        return saturate(times(contrast(c, 1.05, 0.3), 1.22, 1.18, 1.04), 1.2);
    case Look::Spring:
        return mix(saturate(times(c, 1.06, 1.12, 1.04), 1.2), {1.0, 0.86, 0.92}, 0.1);
    case Look::Autumn:
        return autumnal(c);
    case Look::Winter:
        return tint(times(saturate(c, 0.5), 0.96, 1.04, 1.16), {0.88, 1.0, 1.2}, 0.35);
    case Look::Warm:
        return tint(times(c, 1.18, 1.0, 0.72), {1.25, 0.95, 0.6}, 0.2);
    case Look::Cold:
        return tint(times(c, 0.76, 0.98, 1.22), {0.7, 0.95, 1.3}, 0.25);
    case Look::Pixel:
        return saturate(posterize(c, 7), 1.25);
    case Look::Watercolour: {
        const Rgb pale = saturate(c, 1.1);
        return {1 - (1 - pale.r) * 0.74, 1 - (1 - pale.g) * 0.74, 1 - (1 - pale.b) * 0.74};
    }
    case Look::Clay:
        return saturate(times(contrast(c, 0.9, 0.55), 1.06, 1.02, 0.98), 1.3);
    case Look::Sketch:
    case Look::BlackWhite:
        return contrast(grey(lightness(c)), 1.25, 0.42);
    case Look::Oil:
        return saturate(contrast(c, 1.12), 1.35);
    case Look::Cartoon:
        return saturate(mix(c, posterize(c, 6), 0.85), 1.45);
    case Look::Vintage:
        return sepia(c);
    case Look::Neon:
        return neon(c);
    case Look::Brighter:
        return times(mix(c, {1, 1, 1}, 0.14), 1.22, 1.22, 1.22);
    case Look::Darker:
        return times(contrast(c, 1.05), 0.52, 0.52, 0.55);
    case Look::Vivid:
        return saturate(contrast(c, 1.08), 1.75);
    case Look::Unnamed:
        return saturate(contrast(turnHue(c, turn), 1.06), 1.15);
    case Look::ColourChange:
    case Look::ZoomIn:
    case Look::ZoomOut:
    case Look::PanLeft:
    case Look::PanRight:
    case Look::Shake:
    case Look::Mirror:
    case Look::UpsideDown:
    case Look::Slow:
    case Look::Fast:
    case Look::Blur:
        break;
    }
    return c;
}

} // namespace

Grade::Grade(const Reading &reading, std::optional<Recolouring> recolouring, quint32 seed)
    : m_reading(reading)
    , m_recolouring(recolouring)
    , m_turn(90 + double(seed % 181))
{}

Rgb Grade::operator()(Rgb colour) const
{
    if (m_recolouring)
        colour = recolour(colour, *m_recolouring);
    for (const Look which : m_reading.looks)
        colour = look(which, colour, m_turn);
    return {unit(colour.r), unit(colour.g), unit(colour.b)};
}

QByteArray Grade::cubeFile() const
{
    QByteArray text = "LUT_3D_SIZE " + QByteArray::number(cubeSide) + '\n';
    text.reserve(cubeSide * cubeSide * cubeSide * 27);
    constexpr double step = 1.0 / (cubeSide - 1);
    for (int b = 0; b < cubeSide; ++b) {
        for (int g = 0; g < cubeSide; ++g) {
            for (int r = 0; r < cubeSide; ++r) {
                const Rgb out = (*this)({r * step, g * step, b * step});
                for (const double value : {out.r, out.g, out.b})
                    text += QByteArray::number(value, 'f', 5) + ' ';
                text += '\n';
            }
        }
    }
    return text;
}

} // namespace retake
