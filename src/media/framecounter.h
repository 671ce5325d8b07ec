// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/firstpicture.h"
#include "media/frametable.h"

namespace retake {

// Makes the table of a stream's frames from its packets, which it is shown in the order of the file; decodes
// no more than the first picture.
class FrameCounter
{
public:
    FrameCounter(const AVStream *video, AvPtr<AVCodecContext> decoder)
        : m_video(video)
        , m_picture(std::move(decoder))
    {}

    // The counter's own reading, for those that look for nothing else.
    static Result<FrameCounter> countAll(const AvFile &file);

    void take(AVPacket *packet); // one of the stream
    void finish();               // when no more come

    const FrameTable &table() const { return m_table; }

    AvPtr<AVFrame> picture() { return m_picture.frame(); } // null: none came out

private:
    const AVStream *m_video;
    FirstPicture m_picture;
    FrameTable m_table;
};

} // namespace retake
