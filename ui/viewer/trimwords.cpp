// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/trimwords.h"

#include "ui/viewer/timecode.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace retake {

namespace {

QString trimWords(const char *text)
{
    return QCoreApplication::translate("TrimWords", text);
}

} // namespace

QString secondsText(Microseconds length)
{
    return QLocale().toString(double(length.count()) / 1e6, 'f', 1);
}

QString lengthSentence(const Trim &piece, const TrimLimits &limits, Microseconds clip)
{
    const QLocale locale;
    const QString length = secondsText(piece.length());
    if (double(clip.count()) / 1e6 < limits.shortest)
        return trimWords(QT_TRANSLATE_NOOP("TrimWords", "%1 s; the model needs at least %2 s"))
            .arg(length, locale.toString(limits.shortest));
    if (limits.longest > 0)
        return trimWords(QT_TRANSLATE_NOOP("TrimWords", "%1 s of %2 s at most"))
            .arg(length, locale.toString(limits.longest));
    return trimWords(QT_TRANSLATE_NOOP("TrimWords", "%1 s")).arg(length);
}

QString holdSentence(TrimHold hold, const TrimLimits &limits)
{
    const QLocale locale;
    switch (hold) {
    case TrimHold::Free:
        return {};
    case TrimHold::Shortest:
        return limits.shortest > 0
                   ? trimWords(QT_TRANSLATE_NOOP("TrimWords", "No less than %1 s"))
                         .arg(locale.toString(limits.shortest))
                   : trimWords(QT_TRANSLATE_NOOP("TrimWords", "A piece has at least one frame"));
    case TrimHold::Longest:
        return trimWords(QT_TRANSLATE_NOOP("TrimWords", "No more than %1 s"))
            .arg(locale.toString(limits.longest));
    case TrimHold::ClipStart:
        return trimWords(QT_TRANSLATE_NOOP("TrimWords", "The clip begins here"));
    case TrimHold::ClipEnd:
        return trimWords(QT_TRANSLATE_NOOP("TrimWords", "The clip ends here"));
    }
    Q_UNREACHABLE();
}

QString partText(TrimPart part, const Trim &piece, const FrameBorders &borders)
{
    const QString one = trimWords(QT_TRANSLATE_NOOP("TrimWords", "%1 · frame %2"));
    switch (part) {
    case TrimPart::In:
        return one.arg(formatTimecode(piece.in)).arg(borders.nearest(piece.in) + 1);
    case TrimPart::Out:
        return one.arg(formatTimecode(piece.out)).arg(borders.nearest(piece.out));
    case TrimPart::Piece:
        return trimWords(QT_TRANSLATE_NOOP("TrimWords", "%1 – %2"))
            .arg(formatTimecode(piece.in), formatTimecode(piece.out));
    }
    Q_UNREACHABLE();
}

} // namespace retake
