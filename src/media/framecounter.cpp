// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/framecounter.h"

namespace retake {

namespace {

static_assert(FrameTable::noTime == AV_NOPTS_VALUE);

// VP8 sends pictures that are only referred to as packets of their own, and says so in the first byte.
bool isNeverShown(const AVPacket *packet, AVCodecID codec)
{
    return codec == AV_CODEC_ID_VP8 && packet->size > 0 && !(packet->data[0] & 0x10);
}

} // namespace

Result<FrameCounter> FrameCounter::countAll(const AvFile &file)
{
    auto decoder = file.openVideoDecoder();
    if (!decoder)
        return tl::unexpected(decoder.error());
    FrameCounter counter(file.video(), std::move(*decoder));
    const AvPtr<AVPacket> packet(av_packet_alloc());
    while (av_read_frame(file.format(), packet.get()) >= 0) {
        if (packet->stream_index == file.video()->index)
            counter.take(packet.get());
        av_packet_unref(packet.get());
    }
    counter.finish();
    return counter;
}

void FrameCounter::take(AVPacket *packet)
{
    const bool shown = !(packet->flags & AV_PKT_FLAG_DISCARD);
    if (!shown || !isNeverShown(packet, m_video->codecpar->codec_id))
        m_table.add(
            {packet->pts, packet->dts, packet->duration, (packet->flags & AV_PKT_FLAG_KEY) != 0, shown});
    if (m_picture.wanted()) {
        // a hidden one proves just as well that the stream can be decoded
        packet->flags &= ~AV_PKT_FLAG_DISCARD;
        m_picture.take(packet);
    }
}

void FrameCounter::finish()
{
    if (m_picture.wanted())
        m_picture.take(nullptr);
    m_table.settle(m_picture.firstShown());
}

} // namespace retake
