// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/avfile.h"

namespace retake {

// Feeds the decoder until its first picture.
class FirstPicture
{
public:
    static constexpr int packetsToTry = 90; // until a picture must have come out

    explicit FirstPicture(AvPtr<AVCodecContext> decoder)
        : m_decoder(std::move(decoder))
        , m_frame(av_frame_alloc())
    {}

    bool wanted() const { return !m_found && m_sent < packetsToTry; }

    void take(const AVPacket *packet) // null: no more come
    {
        ++m_sent;
        avcodec_send_packet(m_decoder.get(), packet);
        m_found = avcodec_receive_frame(m_decoder.get(), m_frame.get()) == 0;
    }

    qint64 firstShown() const { return m_found ? m_frame->pts : AV_NOPTS_VALUE; }

    AvPtr<AVFrame> frame() { return m_found ? std::move(m_frame) : nullptr; }

private:
    AvPtr<AVCodecContext> m_decoder;
    AvPtr<AVFrame> m_frame;
    int m_sent = 0;
    bool m_found = false;
};

} // namespace retake
