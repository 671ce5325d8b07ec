// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/mediastage.h"

#include <QTimer>

namespace retake {

void MediaStage::laySound(const ClipInfo &, const Order &, const QString &, QObject *context, Laid laid)
{
    QTimer::singleShot(0, context, [laid = std::move(laid)] {
        laid(failure(ErrorKind::BadParameter, {QStringLiteral("source_sound")}));
    });
}

} // namespace retake
