// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/conformkey.h"

#include "media/conform.h"

#include <QCryptographicHash>

namespace retake {

namespace {

QString rectText(const QRect &rect)
{
    return QStringLiteral("%1,%2 %3x%4").arg(rect.x()).arg(rect.y()).arg(rect.width()).arg(rect.height());
}

// All that shapes the result. `changes` only tell of it.
QString planText(const ConformPlan &plan)
{
    return QStringList{
        QStringLiteral("piece %1 %2").arg(plan.piece.in.count()).arg(plan.piece.out.count()),
        QStringLiteral("size %1x%2").arg(plan.size.width()).arg(plan.size.height()),
        QString(u"crop " + rectText(plan.crop)),
        QString(u"placed " + rectText(plan.placed)),
        QStringLiteral("rate %1/%2").arg(plan.frameRate.numerator).arg(plan.frameRate.denominator),
        QStringLiteral("frames %1").arg(plan.frames),
        QStringLiteral("audio %1").arg(int(plan.audio))}
        .join(u'\n');
}

} // namespace

QString conformedName(const QString &contentHash, const ClipInfo &clip, const ConformPlan &plan,
                      const ModelSpec &model)
{
    // ffmpeg's arguments stand for the way of carrying it out: a later program that has others makes anew.
    ClipInfo anywhere = clip;
    anywhere.file = QStringLiteral("/source");
    const QStringList arguments = conformArguments(anywhere, plan, model, QStringLiteral("/target"));
    const QString text = contentHash + u'\n' + planText(plan) + u'\n' + arguments.join(u'\n');
    const QByteArray key = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Blake2b_256);
    return QString(u"conformed-" + QString::fromLatin1(key.toHex()) + u".mp4");
}

QString decodedName(const QString &contentHash)
{
    return QString(u"decoded-" + contentHash);
}

} // namespace retake
