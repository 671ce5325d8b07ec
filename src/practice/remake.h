// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/generationbody.h"
#include "practice/render.h"

namespace retake {

struct RemakeJob
{
    const GenerationBody &body;
    quint32 seed = 0;
    QString folder; // an empty one to work in
    QString output;
    QString cover; // a picture of it
};

// Draws what the words name, or begins with the pictures, and lets FFmpeg make the video. Takes its time on
// the calling thread.
Rendered remake(const RemakeJob &job, const std::atomic<bool> &stop);

} // namespace retake
