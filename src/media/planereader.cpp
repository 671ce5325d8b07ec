// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/planereader.h"

#include "media/geometry.h"

#include <algorithm>
#include <array>

extern "C" {
#include <libavutil/imgutils.h>
#include <libswscale/swscale.h>
}

namespace retake {

// What a scaler was made for.
struct PlaneScalerTask
{
    QSize from;
    int format = -1;
    int matrix = -1;
    bool fullRange = false;

    friend bool operator==(const PlaneScalerTask &, const PlaneScalerTask &) = default;
};

namespace {

using namespace std::chrono_literals;

constexpr Microseconds worthSeeking = 3s;
constexpr Microseconds seekEarlier = 1s; // more than any reordering of frames
constexpr int planeCount = 3;

int scalerMatrix(const QString &name)
{
    const int space = av_color_space_from_name(name.toLatin1().constData());
    return space < 0 ? SWS_CS_DEFAULT : space; // the numbers are the same
}

// One plane, turned clockwise into a place without gaps.
void turnPlane(const uint8_t *from, int stride, QSize stored, int rotation, char *to)
{
    const int width = stored.width();
    const int height = stored.height();
    if (rotation == 0) {
        for (int y = 0; y < height; ++y, to += width)
            std::copy_n(from + qsizetype(y) * stride, width, to);
        return;
    }
    const QSize turned = rotation % 180 ? stored.transposed() : stored;
    for (int y = 0; y < turned.height(); ++y) {
        for (int x = 0; x < turned.width(); ++x) {
            const int column = rotation == 90 ? y : rotation == 180 ? width - 1 - x : width - 1 - y;
            const int row = rotation == 90 ? height - 1 - x : rotation == 180 ? height - 1 - y : x;
            *to++ = char(from[qsizetype(row) * stride + column]);
        }
    }
}

} // namespace

class PlaneReader::Private
{
public:
    Private(AvFile opened, AvPtr<AVCodecContext> codec, const FrameScan &scanned, const PlaneShape &wanted,
            const StopAsked &stopAsked)
        : file(std::move(opened))
        , decoder(std::move(codec))
        , scan(scanned)
        , shape(wanted)
        , stop(stopAsked)
        , rotation(uprightRotation(file.video()))
        , planes(wanted.bytes(), Qt::Uninitialized)
    {}

    bool decodeNext();
    void begin(int number);
    int numberOfPicture() const;
    bool convert();
    bool makeScaler();

    AvFile file;
    AvPtr<AVCodecContext> decoder;
    FrameScan scan;
    PlaneShape shape;
    StopAsked stop;
    int rotation;
    AvPtr<AVPacket> packet{av_packet_alloc()};
    AvPtr<AVFrame> picture{av_frame_alloc()};
    AvPtr<AVFrame> scaled{av_frame_alloc()};
    AvPtr<SwsContext> scaler;
    PlaneScalerTask task;
    QByteArray planes;
    int decoded = -1; // the frame in `picture`
    int made = -1;    // the frame in `planes`
    bool begun = false;
};

bool PlaneReader::Private::decodeNext()
{
    while (!(stop && stop())) {
        const int got = avcodec_receive_frame(decoder.get(), picture.get());
        if (got == 0 && picture->best_effort_timestamp == AV_NOPTS_VALUE)
            continue;
        if (got == 0) {
            decoded = numberOfPicture();
            return true;
        }
        if (got != AVERROR(EAGAIN))
            return false;
        if (av_read_frame(file.format(), packet.get()) < 0) {
            avcodec_send_packet(decoder.get(), nullptr);
            continue;
        }
        if (packet->stream_index == file.video()->index)
            avcodec_send_packet(decoder.get(), packet.get());
        av_packet_unref(packet.get());
    }
    return false;
}

int PlaneReader::Private::numberOfPicture() const
{
    const Microseconds time(av_rescale_q(picture->best_effort_timestamp - scan.firstStamp,
                                         file.video()->time_base, AVRational{1, 1'000'000}));
    const auto next = std::lower_bound(scan.times.begin(), scan.times.end(), time);
    const auto at = int(next - scan.times.begin());
    if (next == scan.times.begin() || (next != scan.times.end() && *next == time))
        return at;
    if (next == scan.times.end())
        return at - 1;
    return time - *(next - 1) < *next - time ? at - 1 : at;
}

// From the start when it is near, or when a seek has landed behind the frame.
void PlaneReader::Private::begin(int number)
{
    begun = true;
    const Microseconds time = scan.times[std::size_t(number)];
    if (time >= worthSeeking) {
        const auto ticks = scan.firstStamp + av_rescale_q((time - seekEarlier).count(),
                                                          AVRational{1, 1'000'000}, file.video()->time_base);
        const int sought = av_seek_frame(file.format(), file.video()->index, ticks, AVSEEK_FLAG_BACKWARD);
        if (sought >= 0 && decodeNext() && decoded <= number)
            return;
        avcodec_flush_buffers(decoder.get());
        av_seek_frame(file.format(), file.video()->index, scan.firstStamp, AVSEEK_FLAG_BACKWARD);
    }
    decodeNext();
}

bool PlaneReader::Private::makeScaler()
{
    const QString named = picture->colorspace == AVCOL_SPC_UNSPECIFIED
                              ? scan.matrix
                              : QString::fromLatin1(av_color_space_name(picture->colorspace));
    const PlaneScalerTask now{QSize(picture->width, picture->height), picture->format, scalerMatrix(named),
                              picture->color_range == AVCOL_RANGE_JPEG};
    if (scaler && now == task)
        return true;
    const QSize stored = rotation % 180 ? shape.size.transposed() : shape.size;
    scaler.reset(sws_getContext(now.from.width(), now.from.height(), AVPixelFormat(now.format),
                                stored.width(), stored.height(), AV_PIX_FMT_YUV420P, SWS_BILINEAR, nullptr,
                                nullptr, nullptr));
    if (!scaler)
        return false;
    const int *from = sws_getCoefficients(now.matrix);
    const int *to = sws_getCoefficients(scalerMatrix(shape.matrix));
    sws_setColorspaceDetails(scaler.get(), from, now.fullRange, to, 0, 0, 1 << 16, 1 << 16);
    av_frame_unref(scaled.get());
    scaled->format = AV_PIX_FMT_YUV420P;
    scaled->width = stored.width();
    scaled->height = stored.height();
    task = now;
    return av_frame_get_buffer(scaled.get(), 0) == 0;
}

bool PlaneReader::Private::convert()
{
    if (!makeScaler())
        return false;
    sws_scale(scaler.get(), picture->data, picture->linesize, 0, picture->height, scaled->data,
              scaled->linesize);
    char *to = planes.data();
    for (int plane = 0; plane < planeCount; ++plane) {
        const int part = plane == 0 ? 1 : 2;
        const QSize stored(scaled->width / part, scaled->height / part);
        turnPlane(scaled->data[plane], scaled->linesize[plane], stored, rotation, to);
        to += qsizetype(stored.width()) * stored.height();
    }
    made = decoded;
    return true;
}

PlaneReader::PlaneReader(std::unique_ptr<Private> made)
    : d(std::move(made))
{}

PlaneReader::PlaneReader(PlaneReader &&) noexcept = default;
PlaneReader::~PlaneReader() = default;

Result<PlaneReader> PlaneReader::open(const QString &file, const FrameScan &scan, const PlaneShape &shape,
                                      const StopAsked &stop)
{
    auto opened = AvFile::open(file, stop);
    if (!opened)
        return failure(opened.error());
    if (!opened->video())
        return failure(ErrorKind::NoPicture, {file});
    auto decoder = opened->openVideoDecoder();
    if (!decoder)
        return failure(decoder.error());
    return PlaneReader(std::make_unique<Private>(std::move(*opened), std::move(*decoder), scan, shape, stop));
}

const QByteArray *PlaneReader::frame(int number)
{
    if (!d->begun)
        d->begin(number);
    while (d->decoded < number && d->decodeNext()) {
    }
    if (d->decoded != number)
        return nullptr;
    return d->made == number || d->convert() ? &d->planes : nullptr;
}

} // namespace retake
