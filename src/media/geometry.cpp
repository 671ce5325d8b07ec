// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/geometry.h"

#include <cmath>

extern "C" {
#include <libavutil/display.h>
}

namespace retake {

int uprightRotation(const AVStream *stream)
{
    size_t bytes = 0;
    const uint8_t *side = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, &bytes);
    if (!side || bytes < 9 * sizeof(int32_t))
        return 0;
    const double anticlockwise = av_display_rotation_get(reinterpret_cast<const int32_t *>(side));
    if (std::isnan(anticlockwise))
        return 0;
    const int quarters = int(std::lround(-anticlockwise / 90));
    return ((quarters % 4 + 4) % 4) * 90;
}

Rational pixelShape(AVFormatContext *format, AVStream *stream)
{
    const AVRational shape = av_guess_sample_aspect_ratio(format, stream, nullptr);
    if (shape.num <= 0 || shape.den <= 0)
        return {1, 1};
    return {shape.num, shape.den};
}

QSize seenSize(QSize stored, Rational pixel, int rotation)
{
    QSize seen(int(std::lround(stored.width() * pixel.toDouble())), stored.height());
    return rotation % 180 ? seen.transposed() : seen;
}

} // namespace retake
