// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/pattern.h"

#include <QCache>

namespace retake {

QRegularExpression anyCase(const QString &pattern)
{
    thread_local QCache<QString, QRegularExpression> known(500);
    if (const QRegularExpression *there = known.object(pattern))
        return *there;
    const QRegularExpression made(pattern, QRegularExpression::CaseInsensitiveOption);
    known.insert(pattern, new QRegularExpression(made));
    return made;
}

} // namespace retake
