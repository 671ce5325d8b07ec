// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/mediacheck.h"

#include <QHash>

namespace retake {

struct RenderJob
{
    CreateBody body;
    QString clip;
    MediaFacts facts;
    QStringList references; // files
    QSize size;
    quint32 seed = 0;
    QString folder; // an empty one to work in
    QString output;
};

struct Rendered
{
    bool done = false;
    QString message; // of FFmpeg, when not done
    double seconds = 0;
};

// Reads the instruction, draws what it needs, and lets FFmpeg make the edit. Takes its time on the calling
// thread.
Rendered render(const RenderJob &job, const std::atomic<bool> &stop);

} // namespace retake
