// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/timecode.h"

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

} // namespace retake
