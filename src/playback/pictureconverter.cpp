// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/pictureconverter.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <QTransform>

#include <algorithm>

namespace retake {

namespace {

// swscale's SIMD writes in whole blocks: rows are padded, and spare bytes follow the last one.
constexpr int rowAlignment = 64;
constexpr QSize largestPicture(8192, 8192);

int matrixOf(const AVFrame &frame)
{
    switch (frame.colorspace) {
    case AVCOL_SPC_BT709:
        return SWS_CS_ITU709;
    case AVCOL_SPC_BT470BG:
    case AVCOL_SPC_SMPTE170M:
        return SWS_CS_ITU601;
    case AVCOL_SPC_SMPTE240M:
        return SWS_CS_SMPTE240M;
    case AVCOL_SPC_FCC:
        return SWS_CS_FCC;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL:
        return SWS_CS_BT2020;
    default: // libav's enum, not ours: unspecified and the exotic go by size, as players do
        return frame.height >= 720 || frame.width >= 1280 ? SWS_CS_ITU709 : SWS_CS_ITU601;
    }
}

bool hasFullRange(const AVFrame &frame)
{
    switch (AVPixelFormat(frame.format)) {
    case AV_PIX_FMT_YUVJ420P:
    case AV_PIX_FMT_YUVJ422P:
    case AV_PIX_FMT_YUVJ444P:
    case AV_PIX_FMT_YUVJ440P:
    case AV_PIX_FMT_YUVJ411P:
        return true;
    default: // libav's enum, not ours
        return frame.color_range == AVCOL_RANGE_JPEG;
    }
}

// The J formats only repeat the range, and swscale warns about them.
AVPixelFormat plainFormat(int format)
{
    switch (AVPixelFormat(format)) {
    case AV_PIX_FMT_YUVJ420P:
        return AV_PIX_FMT_YUV420P;
    case AV_PIX_FMT_YUVJ422P:
        return AV_PIX_FMT_YUV422P;
    case AV_PIX_FMT_YUVJ444P:
        return AV_PIX_FMT_YUV444P;
    case AV_PIX_FMT_YUVJ440P:
        return AV_PIX_FMT_YUV440P;
    default: // libav's enum, not ours
        return AVPixelFormat(format);
    }
}

QImage emptyPicture(QSize size)
{
    const int stride = (size.width() * 4 + rowAlignment - 1) / rowAlignment * rowAlignment;
    auto *bytes =
        static_cast<uchar *>(av_malloc(std::size_t(stride) * std::size_t(size.height()) + rowAlignment));
    if (!bytes)
        return {};
    return QImage(bytes, size.width(), size.height(), stride, QImage::Format_RGB32, av_free, bytes);
}

} // namespace

QSize uprightSize(QSize stored, const PictureShape &shape)
{
    if (!shape.shownAs.isEmpty())
        return shape.shownAs;
    const AVRational aspect = shape.sampleAspect;
    if (aspect.num > 0 && aspect.den > 0)
        stored.setWidth(std::max(1, int(av_rescale(stored.width(), aspect.num, aspect.den))));
    return shape.rotation % 180 ? stored.transposed() : stored;
}

QImage PictureConverter::convert(const AVFrame &frame, const PictureShape &shape, QSize box)
{
    const QSize stored(frame.width, frame.height);
    if (stored.isEmpty())
        return {};
    const QSize upright = uprightSize(stored, shape);
    const QSize seen =
        upright.scaled((box.isEmpty() ? upright : box).boundedTo(largestPicture), Qt::KeepAspectRatio)
            .expandedTo(QSize(1, 1));
    const QSize lying = shape.rotation % 180 ? seen.transposed() : seen;

    m_context.reset(sws_getCachedContext(
        m_context.release(), stored.width(), stored.height(), plainFormat(frame.format), lying.width(),
        lying.height(), AV_PIX_FMT_BGRA, SWS_BICUBIC | SWS_ACCURATE_RND, nullptr, nullptr, nullptr));
    if (!m_context)
        return {};
    const int *coefficients = sws_getCoefficients(matrixOf(frame));
    sws_setColorspaceDetails(m_context.get(), coefficients, hasFullRange(frame) ? 1 : 0,
                             sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, 1 << 16, 1 << 16);

    QImage picture = emptyPicture(lying);
    if (picture.isNull())
        return {};
    uint8_t *planes[4] = {picture.bits(), nullptr, nullptr, nullptr};
    const int strides[4] = {int(picture.bytesPerLine()), 0, 0, 0};
    if (sws_scale(m_context.get(), frame.data, frame.linesize, 0, stored.height(), planes, strides) <= 0)
        return {};
    return shape.rotation ? picture.transformed(QTransform().rotate(shape.rotation)) : picture;
}

} // namespace retake
