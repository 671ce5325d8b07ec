// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/textures.h"

namespace retake {

namespace {

QString emboss()
{
    return QStringLiteral("convolution=0m='-1 -1 0 -1 1 1 0 1 1':0rdiv=1");
}

// What needs a second copy of the picture; {in} and {out} are labels.
QString ownBranch(const QString &second, const QString &join, int number)
{
    return QStringLiteral("split[a%1][b%1];[b%1]%2[c%1];[a%1][c%1]%3").arg(number).arg(second, join);
}

QString inkLines(double strength)
{
    return QStringLiteral("sobel=planes=1,lutyuv=y='clip(255-val*%1,0,255)':u=128:v=128").arg(strength);
}

} // namespace

QString texture(Look look, QSize size, quint32 seed, int rate, int number)
{
    const int w = size.width();
    const int h = size.height();
    const QString half = QStringLiteral("scale=%1:%2:flags=area").arg(w / 4 * 2).arg(h / 4 * 2);
    const QString full = QStringLiteral("scale=%1:%2:flags=bicubic").arg(w).arg(h);
    const auto joined = [](const QStringList &filters) { return filters.join(u','); };
    switch (look) {
    case Look::Pixel: {
        const int cell = std::max(6, std::min(w, h) / 72);
        return QStringLiteral("scale=%1:%2:flags=area,scale=%3:%4:flags=neighbor")
            .arg(w / cell)
            .arg(h / cell)
            .arg(w)
            .arg(h);
    }
    case Look::Watercolour:
        return joined(
            {half, QStringLiteral("median=radius=4"), full,
             ownBranch(inkLines(1.1), QStringLiteral("blend=c0_mode=multiply:c0_opacity=0.45"), number)});
    case Look::Clay: // stop motion: twelve frames a second
        return joined({half, QStringLiteral("median=radius=4"), emboss(), full, QStringLiteral("fps=12"),
                       QStringLiteral("fps=%1").arg(rate)});
    case Look::Oil:
        return joined({half, QStringLiteral("median=radius=6"), emboss(), full});
    case Look::Sketch:
        return ownBranch(
            inkLines(2.2),
            QStringLiteral("blend=c0_mode=multiply,lutyuv=y='clip(val*0.75+92,0,250)':u=126:v=130"), number);
    case Look::Cartoon:
        return joined({half, QStringLiteral("median=radius=3"), full,
                       ownBranch(inkLines(2.6), QStringLiteral("blend=c0_mode=multiply"), number)});
    case Look::Neon:
        return ownBranch(
            QStringLiteral("scale=%1:%2:flags=area,gblur=sigma=6,%3").arg(w / 8 * 2).arg(h / 8 * 2).arg(full),
            QStringLiteral("blend=c0_mode=screen:c0_opacity=0.55"), number);
    case Look::Vintage:
        return QStringLiteral("noise=c0s=16:c0f=t:c0_seed=%1").arg(seed % 100000);
    case Look::Storm: { // lightning
        const double offset = (seed % 20) / 10.0;
        return QStringLiteral("lutyuv=y='clip(val*1.8+46,0,255)':enable='lt(mod(t+%1,2.6),0.1)+"
                              "between(mod(t+%1,2.6),0.2,0.27)'")
            .arg(offset);
    }
    case Look::Blur:
        return QStringLiteral("gblur=sigma=%1").arg(std::max(3, h / 70));
    case Look::ColourChange:
    case Look::Rain:
    case Look::Snow:
    case Look::Fog:
    case Look::Forest:
    case Look::Beach:
    case Look::City:
    case Look::Desert:
    case Look::Mountain:
    case Look::Space:
    case Look::Underwater:
    case Look::Background:
    case Look::Night:
    case Look::Dusk:
    case Look::Dawn:
    case Look::Sunny:
    case Look::Spring:
    case Look::Summer:
    case Look::Autumn:
    case Look::Winter:
    case Look::Warm:
    case Look::Cold:
    case Look::BlackWhite:
    case Look::ZoomIn:
    case Look::ZoomOut:
    case Look::PanLeft:
    case Look::PanRight:
    case Look::Shake:
    case Look::Mirror:
    case Look::UpsideDown:
    case Look::Slow:
    case Look::Fast:
    case Look::Brighter:
    case Look::Darker:
    case Look::Vivid:
    case Look::Unnamed:
        break;
    }
    return {};
}

} // namespace retake
