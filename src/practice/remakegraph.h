// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/overlays.h"
#include "practice/remakeplan.h"

#include <QStringList>

namespace retake {

// Everything that FFmpeg is told to make a video of still layers. Files lie in its working folder.
struct RemakeSheet
{
    struct Reference
    {
        QString file;
        QSize size;
    };

    struct Layer
    {
        QString file;
        Overlay overlay;
    };

    QString back;                   // fills the picture
    QString last;                   // the same at the end, or ""
    bool beginsWithPicture = false; // then nothing lies over the very first one
    QStringList poses;              // of the figure: none or two
    QSize figureSize;
    QList<Reference> references;
    QList<Layer> air;
    QList<Layer> marks;
    QSize size;
    int rate = 30;
    double seconds = 5;
    bool hasSound = false;
    QString movement; // "auto", "small", "medium", "large"
    RemakePlan plan;
    quint32 seed = 0;
    QString output;
};

QStringList remakeArguments(const RemakeSheet &sheet);

} // namespace retake
