// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/timecode.h"

#include "model/order.h"

#include <algorithm>

namespace retake {

QString formatTimecode(Microseconds time)
{
    const qint64 hundredths = std::max<qint64>(time.count(), 0) / 10'000;
    const qint64 hours = hundredths / 360'000;
    const QString text = QStringLiteral("%1:%2.%3")
                             .arg(hundredths / 6000 % 60, 2, 10, QLatin1Char('0'))
                             .arg(hundredths / 100 % 60, 2, 10, QLatin1Char('0'))
                             .arg(hundredths % 100, 2, 10, QLatin1Char('0'));
    return hours ? QString(QString::number(hours) + u':' + text) : text;
}

std::optional<TypedMoment> parseMoment(const QString &text)
{
    QString typed = text.trimmed().toLower();
    if (typed.startsWith(u'f')) {
        bool number = false;
        const int frame = typed.mid(1).trimmed().toInt(&number);
        return number && frame >= 1 ? std::optional<TypedMoment>(FrameNumber{frame}) : std::nullopt;
    }
    if (typed.endsWith(u's'))
        typed = typed.chopped(1).trimmed();
    typed.replace(u',', u'.');
    // The times of a trim are written the same way; this one begins a piece that ends late enough.
    if (typed.contains(u'-'))
        return std::nullopt;
    const auto piece = parseTrim(QString(typed + u"-9999:00:00"));
    return piece ? std::optional<TypedMoment>(piece->in) : std::nullopt;
}

} // namespace retake
