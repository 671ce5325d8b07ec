// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace retake {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Format", text);
}

constexpr double megabyte = 1000.0 * 1000.0;

QString twoDigits(qint64 number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

} // namespace

QString secondsText(double seconds)
{
    const double rounded = std::round(seconds * 100) / 100;
    return say(QT_TRANSLATE_NOOP("Format", "%1 s")).arg(QLocale().toString(rounded, 'g', 4));
}

QString durationText(Microseconds duration)
{
    const double seconds = double(duration.count()) / 1e6;
    if (seconds < 60)
        return say(QT_TRANSLATE_NOOP("Format", "%1 s")).arg(QLocale().toString(seconds, 'f', 1));
    return elapsedText(std::chrono::duration_cast<std::chrono::seconds>(duration));
}

QString elapsedText(std::chrono::seconds elapsed)
{
    const qint64 all = std::max<qint64>(0, elapsed.count());
    const QString minutesAndSeconds = twoDigits(all / 60 % 60) + u':' + twoDigits(all % 60);
    return all < 3600 ? minutesAndSeconds : QString(QString::number(all / 3600) + u':' + minutesAndSeconds);
}

QString aboutText(std::chrono::seconds left)
{
    if (left < std::chrono::seconds(50)) {
        const qint64 tens = std::max<qint64>(1, (left.count() + 5) / 10) * 10;
        return say(QT_TRANSLATE_NOOP("Format", "~%1 s left")).arg(tens);
    }
    return say(QT_TRANSLATE_NOOP("Format", "~%1 min left"))
        .arg(std::max<qint64>(1, (left.count() + 30) / 60));
}

QString bytesText(qint64 bytes)
{
    if (bytes < 100 * 1000)
        return say(QT_TRANSLATE_NOOP("Format", "%1 kB")).arg(std::max<qint64>(1, bytes / 1000));
    return say(QT_TRANSLATE_NOOP("Format", "%1 MB"))
        .arg(QLocale().toString(double(bytes) / megabyte, 'f', 1));
}

QString bytesOfText(qint64 done, qint64 total)
{
    return say(QT_TRANSLATE_NOOP("Format", "%1 / %2 MB"))
        .arg(QLocale().toString(double(done) / megabyte, 'f', 1),
             QLocale().toString(double(total) / megabyte, 'f', 1));
}

QString moneyText(double amount, const QString &currency)
{
    QString sign = currency;
    if (currency == u"CNY")
        sign = QStringLiteral("¥");
    else if (currency == u"USD")
        sign = QStringLiteral("$");
    return QString(sign + QChar(0x00a0) + QLocale().toString(amount, 'f', 2));
}

QString sizeText(const QSize &size)
{
    constexpr std::array known{480, 720, 1080, 1440, 2160};
    const int shorter = std::min(size.width(), size.height());
    const int longer = std::max(size.width(), size.height());
    if (std::find(known.begin(), known.end(), shorter) != known.end() && longer * 9 == shorter * 16)
        return QString(QString::number(shorter) + u'p');
    return QString(QString::number(size.width()) + u" × " + QString::number(size.height()));
}

} // namespace retake
