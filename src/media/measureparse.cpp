// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/measureparse.h"

#include <QHash>

#include <limits>
#include <optional>

namespace retake {

namespace {

std::optional<double> parseFigure(const QByteArray &word)
{
    const QByteArray plain = word.startsWith('-') ? word.mid(1) : word;
    if (plain == "inf")
        return std::numeric_limits<double>::infinity();
    if (plain == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    bool ok = false;
    const double figure = word.toDouble(&ok); // of the C locale, whatever the person's is
    return ok ? std::optional(figure) : std::nullopt;
}

// All of the four, or nothing.
std::optional<PlaneFigures> figuresFrom(const QHash<QByteArray, QByteArray> &words, const char *y,
                                        const char *u, const char *v, const char *all)
{
    const auto figure = [&words](const char *name) { return parseFigure(words.value(name)); };
    const auto light = figure(y);
    const auto blue = figure(u);
    const auto red = figure(v);
    const auto whole = figure(all);
    if (!light || !blue || !red || !whole)
        return std::nullopt;
    return PlaneFigures{*light, *blue, *red, *whole};
}

} // namespace

std::variant<std::monostate, SsimLine, PsnrLine> parseMeasureLine(const QByteArray &line)
{
    QHash<QByteArray, QByteArray> words;
    for (const QByteArray &word : line.simplified().split(' ')) {
        if (const auto colon = word.indexOf(':'); colon > 0)
            words.insert(word.left(colon), word.mid(colon + 1));
    }
    const int number = words.value("n").toInt();
    if (number < 1)
        return {};
    if (const auto ssim = figuresFrom(words, "Y", "U", "V", "All"))
        return SsimLine{number, *ssim};
    if (const auto psnr = figuresFrom(words, "psnr_y", "psnr_u", "psnr_v", "psnr_avg"))
        return PsnrLine{number, *psnr};
    return {};
}

} // namespace retake
