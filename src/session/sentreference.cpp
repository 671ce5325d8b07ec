// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sentreference.h"

#include "media/reference.h"
#include "model/order.h"

#include <algorithm>

namespace retake {

QList<SentReference> readSentReferences(const QList<Reference> &references, const QStringList &sent,
                                        const QList<QStringList> &remarks)
{
    QList<SentReference> list;
    for (qsizetype i = 0; i < std::min(references.size(), sent.size()); ++i) {
        SentReference one{references[i].source, sent[i], {}, 0, remarks.value(i)};
        if (!isRemoteMedia(sent[i])) {
            if (const auto info = readReference(sent[i])) {
                one.size = info->size;
                one.bytes = info->bytes;
            }
        }
        list.append(one);
    }
    return list;
}

} // namespace retake
