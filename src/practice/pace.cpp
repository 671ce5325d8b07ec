// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/pace.h"

#include <QDateTime>

namespace retake {

namespace {

constexpr int chinaOffsetSeconds = 8 * 3600; // no summer time since 1991

} // namespace

qint64 epochMs(Moment moment)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(moment.time_since_epoch()).count();
}

QString chinaTime(Moment moment)
{
    return QDateTime::fromMSecsSinceEpoch(epochMs(moment), Qt::OffsetFromUTC, chinaOffsetSeconds)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

bool parseChinaStamp(const QString &text, Moment &moment)
{
    QDateTime time = QDateTime::fromString(text, QStringLiteral("yyyyMMddHHmmss"));
    if (!time.isValid())
        return false;
    time.setOffsetFromUtc(chinaOffsetSeconds);
    moment = Moment(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
    return true;
}

} // namespace retake
