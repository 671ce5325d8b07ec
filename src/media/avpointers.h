// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
}

namespace retake {

// libav's objects, each freed by its own function.
struct AvDeleter
{
    void operator()(AVFormatContext *context) const { avformat_close_input(&context); }

    void operator()(AVCodecContext *context) const { avcodec_free_context(&context); }

    void operator()(AVPacket *packet) const { av_packet_free(&packet); }

    void operator()(AVFrame *frame) const { av_frame_free(&frame); }

    void operator()(SwrContext *context) const { swr_free(&context); }

    void operator()(SwsContext *context) const { sws_freeContext(context); }
};

template<class T> using AvPtr = std::unique_ptr<T, AvDeleter>;

} // namespace retake
