// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clipinfo.h"

#include <QString>

#include <chrono>

namespace retake {

// Numbers as the person reads them, in the language of the window.
QString secondsText(double seconds);                       // "8 s", "5.02 s"
QString durationText(Microseconds duration);               // "8.0 s", "1:12:04"
QString elapsedText(std::chrono::seconds elapsed);         // "01:42"
QString aboutText(std::chrono::seconds left);              // "~1 min left"
QString bytesText(qint64 bytes);                           // "14.2 MB"
QString bytesOfText(qint64 done, qint64 total);            // "14.2 / 37.4 MB"
QString moneyText(double amount, const QString &currency); // "¥ 9.60"
QString sizeText(const QSize &size);                       // "1080p", "426 × 240"

} // namespace retake
