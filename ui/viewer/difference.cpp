// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/difference.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace retake {

namespace {

using Row = const uchar *;

struct HeatStop
{
    double at;
    std::array<int, 3> color;
};

// Every step is lighter than the one before, so that it also reads without colour.
constexpr std::array heatStops{HeatStop{0, {0, 0, 0}}, HeatStop{0.25, {87, 16, 110}},
                               HeatStop{0.5, {188, 55, 84}}, HeatStop{0.75, {249, 142, 9}},
                               HeatStop{1, {252, 255, 200}}};

// In 16 bits, without branches: the compiler does many at once.
void differByChannel(Row one, Row other, uchar *__restrict out, int bytes, int gain)
{
    const auto factor = quint16(gain);
    for (int i = 0; i < bytes; ++i) {
        const auto apart = quint16(std::max(one[i], other[i]) - std::min(one[i], other[i]));
        out[i] = uchar(std::min<quint16>(quint16(apart * factor), 255));
    }
}

void differByTable(Row one, Row other, QRgb *out, int pixels, const std::array<QRgb, 256> &table)
{
    for (int i = 0; i < pixels; ++i) {
        const int at = i * 4;
        const int most = std::max({std::abs(int(one[at]) - int(other[at])),
                                   std::abs(int(one[at + 1]) - int(other[at + 1])),
                                   std::abs(int(one[at + 2]) - int(other[at + 2]))});
        out[i] = table[std::size_t(most)];
    }
}

// Only a picture that has another format is made anew.
QImage plain(const QImage &picture)
{
    return picture.format() == QImage::Format_RGB32 ? picture : picture.convertToFormat(QImage::Format_RGB32);
}

} // namespace

QRgb differenceColor(DifferenceLook::Tint tint, double amount)
{
    const double held = std::clamp(amount, 0.0, 1.0);
    if (tint != DifferenceLook::Tint::Heat) {
        const int grey = int(std::lround(held * 255));
        return qRgb(grey, grey, grey);
    }
    std::size_t next = 1;
    while (next + 1 < heatStops.size() && heatStops[next].at < held)
        ++next;
    const HeatStop &low = heatStops[next - 1];
    const HeatStop &high = heatStops[next];
    const double part = (held - low.at) / (high.at - low.at);
    const auto mix = [&](std::size_t channel) {
        return int(std::lround(low.color[channel] + (high.color[channel] - low.color[channel]) * part));
    };
    return qRgb(mix(0), mix(1), mix(2));
}

QImage differenceOf(const QImage &before, const QImage &after, const DifferenceLook &look, const QRect &part)
{
    if (before.isNull() || after.isNull())
        return {};
    const QImage left = plain(before);
    const QImage right =
        plain(after.size() == before.size()
                  ? after
                  : after.scaled(before.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    const QRect seen = part.isNull() ? left.rect() : part.intersected(left.rect());
    if (seen.isEmpty())
        return {};
    std::array<QRgb, 256> table{};
    for (int i = 0; i < 256; ++i)
        table[std::size_t(i)] = differenceColor(look.tint, double(i * look.gain) / 255);
    QImage result(seen.size(), QImage::Format_RGB32);
    for (int y = 0; y < seen.height(); ++y) {
        const auto start = [&](const QImage &picture) {
            return picture.constScanLine(seen.y() + y) + std::ptrdiff_t(seen.x()) * 4;
        };
        uchar *const out = result.scanLine(y);
        if (look.tint == DifferenceLook::Tint::Colour)
            differByChannel(start(left), start(right), out, seen.width() * 4, look.gain);
        else
            differByTable(start(left), start(right), reinterpret_cast<QRgb *>(out), seen.width(), table);
    }
    return result;
}

} // namespace retake
