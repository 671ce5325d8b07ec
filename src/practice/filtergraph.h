// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/overlays.h"

#include <QStringList>

namespace retake {

enum class Sound { Silent, Kept };

// Everything that FFmpeg is told for one render. Files lie in its working folder under these names, save for
// the clip and the references.
struct RenderSheet
{
    QString clip;
    double seconds = 0; // of the result
    Sound sound = Sound::Silent;
    QStringList references;
    QSize size;
    Reading reading;
    quint32 seed = 0;
    QString cubeFile;
    QList<Overlay> overlays; // the pictures themselves are saved as overlayFile(i)
    QString output;
};

QString overlayFile(int index);
QSize outputSize(const QHash<QString, QSize> &sizes, const QString &ratio,
                 QSize input); // nearest without one
QStringList ffmpegArguments(const RenderSheet &sheet);

} // namespace retake
