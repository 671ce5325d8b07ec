// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/cutoffwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace retake {

QString titleWithLoss(const QString &title, const FrameIndex *frames)
{
    if (!frames || frames->missing() <= Microseconds(0))
        return title;
    const auto seconds = [](Microseconds time) {
        return QLocale().toString(double(time.count()) / 1e6, 'f', 1);
    };
    const QString loss =
        QCoreApplication::translate("CutOffWords", "Cut off: the last %1 s of %2 s are missing")
            .arg(seconds(frames->missing()), seconds(frames->duration() + frames->missing()));
    return title.isEmpty() ? loss : QString(loss + u" · " + title);
}

} // namespace retake
