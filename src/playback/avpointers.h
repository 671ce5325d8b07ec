// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
}

#include <memory>

namespace retake::av {

// libav's objects, each freed by its own function.
struct Free
{
    void operator()(AVFormatContext *context) const { avformat_close_input(&context); }

    void operator()(AVCodecContext *context) const { avcodec_free_context(&context); }

    void operator()(AVFrame *frame) const { av_frame_free(&frame); }

    void operator()(AVPacket *packet) const { av_packet_free(&packet); }

    void operator()(SwrContext *context) const { swr_free(&context); }

    void operator()(SwsContext *context) const { sws_freeContext(context); }
};

template<class T> using Pointer = std::unique_ptr<T, Free>;

} // namespace retake::av
