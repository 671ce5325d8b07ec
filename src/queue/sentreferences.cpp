// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/sentreferences.h"

#include "media/reference.h"
#include "model/order.h"

#include <QDir>

namespace retake {

// Each in a folder of its own, because two references may have the same name.
Result<ReadyReferences> prepareReferences(const QList<Reference> &references, const MediaLimits &limits,
                                          const QString &folder)
{
    ReadyReferences ready;
    for (const Reference &reference : references) {
        if (isRemoteMedia(reference.source)) {
            ready.files.append(reference.source);
            ready.remarks.append(QStringList());
            continue;
        }
        const int number = int(ready.files.size()) + 1;
        const QString own = folder + u"/reference-" + QString::number(number);
        if (!QDir().mkpath(own))
            return failure(ErrorKind::NotWritable, {QDir::toNativeSeparators(own)});
        const auto prepared = prepareReference(reference, limits, own);
        if (!prepared)
            return failure(prepared.error());
        ready.files.append(prepared->file);
        ready.remarks.append(describeReference(prepared->info, prepared->plan));
    }
    return ready;
}

} // namespace retake
