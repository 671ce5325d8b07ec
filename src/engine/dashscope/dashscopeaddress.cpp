// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dashscope/dashscopeaddress.h"

namespace retake {

QString dashscopeTaskPath(const QString &remoteId, const QString &after)
{
    return QString(u"/tasks/" + pathStep(remoteId) + after);
}

} // namespace retake
