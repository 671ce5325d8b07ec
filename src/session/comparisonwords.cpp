// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/comparisonwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace retake {

namespace {

struct ComparisonWords
{
    Q_DECLARE_TR_FUNCTIONS(ComparisonWords)
};

QString toneText(ChangeTone tone)
{
    switch (tone) {
    case ChangeTone::None:
        return ComparisonWords::tr("hardly visible");
    case ChangeTone::Light:
        return ComparisonWords::tr("mostly light");
    case ChangeTone::Colour:
        return ComparisonWords::tr("mostly colour");
    case ChangeTone::Both:
        return ComparisonWords::tr("light and colour");
    }
    Q_UNREACHABLE();
}

QString sizeText(QSize size)
{
    return QStringLiteral("%1 × %2").arg(size.width()).arg(size.height());
}

QString rounded(double number, int digits)
{
    return QLocale().toString(number, 'f', digits);
}

} // namespace

QString momentText(Microseconds time)
{
    const qint64 tenths = time.count() / 100'000;
    return QStringLiteral("%1:%2.%3")
        .arg(tenths / 600, 2, 10, QLatin1Char('0'))
        .arg(tenths / 10 % 60, 2, 10, QLatin1Char('0'))
        .arg(tenths % 10);
}

QString changeSentence(const Measure &measure)
{
    const auto summary = summaryOf(measure);
    if (!summary)
        return ComparisonWords::tr("Nothing to compare: the two never play at the same time");
    const FrameChange &most = measure.frames[std::size_t(summary->most)];
    if (most.amount() <= 0)
        return ComparisonWords::tr("No frame has changed; sound not compared");
    if (summary->noticeable <= 0)
        return ComparisonWords::tr("No frame has changed noticeably; most at %1; sound not compared")
            .arg(momentText(most.pair.time));
    const int percent = std::max(1, int(std::lround(summary->noticeable * 100)));
    return ComparisonWords::tr("Changed most at %1; %2 in %3 % of the frames; sound not compared")
        .arg(momentText(most.pair.time), toneText(summary->tone), QString::number(percent));
}

QStringList comparisonNotes(const Measure &measure)
{
    QStringList notes;
    const Measure::Side &before = measure.before;
    const Measure::Side &after = measure.after;
    if (measure.pairedBy == FramePairs::By::Time && !measure.sameRate())
        notes.append(ComparisonWords::tr("The rates differ (%1 and %2 frames a second): compared by time.")
                         .arg(rounded(before.rate(), 2), rounded(after.rate(), 2)));
    if (measure.pairedBy == FramePairs::By::Time && !measure.sameLength())
        notes.append(ComparisonWords::tr("The lengths differ (%1 and %2 s): only what both have is compared.")
                         .arg(rounded(double(before.duration.count()) / 1e6, 2),
                              rounded(double(after.duration.count()) / 1e6, 2)));
    if (!measure.sameShape()) {
        notes.append(ComparisonWords::tr("The shapes differ (%1 and %2): After is stretched to the shape of "
                                         "Before, which counts as a change.")
                         .arg(sizeText(before.size), sizeText(after.size)));
    } else if (!measure.sameSize()) {
        notes.append(ComparisonWords::tr("The sizes differ (%1 and %2): compared at the size of Before.")
                         .arg(sizeText(before.size), sizeText(after.size)));
    }
    if (measure.unread > 0)
        notes.append(ComparisonWords::tr("%n pair(s) of frames could not be decoded and are left out.",
                                         nullptr, measure.unread));
    return notes;
}

QString ssimText(double figure)
{
    return std::isnan(figure) ? QStringLiteral("–") : rounded(figure, 4);
}

QString psnrText(double figure)
{
    if (std::isnan(figure))
        return QStringLiteral("–");
    return std::isinf(figure) ? QStringLiteral("∞") : rounded(figure, 1);
}

QString frameChangeText(const FrameChange &frame)
{
    const QString where = ComparisonWords::tr("%1: frame %2 of Before, frame %3 of After")
                              .arg(momentText(frame.pair.time))
                              .arg(frame.pair.before + 1)
                              .arg(frame.pair.after + 1);
    const QString how = frame.isNoticeable() ? ComparisonWords::tr("Changed: light %1 %, colour %2 %")
                                                   .arg(std::lround(frame.light() * 100))
                                                   .arg(std::lround(frame.colour() * 100))
                                             : ComparisonWords::tr("No noticeable change");
    const QString ssim = ComparisonWords::tr("SSIM: light %1, all planes %2")
                             .arg(ssimText(frame.ssim.y), ssimText(frame.ssim.all));
    const QString psnr = ComparisonWords::tr("PSNR: light %1 dB, all planes %2 dB")
                             .arg(psnrText(frame.psnr.y), psnrText(frame.psnr.all));
    return QStringList{where, how, ssim, psnr}.join(u'\n');
}

} // namespace retake
