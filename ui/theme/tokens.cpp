// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor hex(QRgb value)
{
    return QColor::fromRgb(value);
}

} // namespace

Tokens tokensFor(Scheme scheme)
{
    Tokens t;
    t.scheme = scheme;
    t.onCanvas = hex(0xf2f3f7);
    t.onCanvasSecond = hex(0xa4abba);
    switch (scheme) {
    case Scheme::Dark:
        t.window = hex(0x15171c);
        t.panel = hex(0x1c1f26);
        t.raised = hex(0x252932);
        t.hover = hex(0x2d323d);
        t.line = hex(0x2f3440);
        t.text = hex(0xe7e9ee);
        t.second = hex(0x9aa1b0);
        t.accent = hex(0x6d8cff);
        t.accentHover = hex(0x829dff);
        t.onAccent = hex(0x0c1022); // white would be 3.1 to 1
        t.accentText = hex(0x9db2ff);
        t.tint = hex(0x2c3350);
        t.ok = hex(0x43c38a);
        t.warning = hex(0xf2b84b);
        t.warningText = hex(0xf2b84b);
        t.error = hex(0xf06a6a);
        t.canvas = hex(0x0c0d10);
        break;
    case Scheme::Light:
        t.window = hex(0xf3f4f7);
        t.panel = hex(0xffffff);
        t.raised = hex(0xeef0f5);
        t.hover = hex(0xe4e7ef);
        t.line = hex(0xdcdfe7);
        t.text = hex(0x1b1e25);
        t.second = hex(0x5b6272);
        t.accent = hex(0x3b63f3);
        t.accentHover = hex(0x2f55dd);
        t.onAccent = hex(0xffffff);
        t.accentText = hex(0x2447c7);
        t.tint = hex(0xdfe6fd);
        t.ok = hex(0x16895a);
        t.warning = hex(0xa96a00);
        t.warningText = hex(0x8a5600);
        t.error = hex(0xc43d3d);
        t.canvas = hex(0x22252c);
        break;
    }
    return t;
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace retake
