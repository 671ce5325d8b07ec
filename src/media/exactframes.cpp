// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/exactframes.h"

#include "media/framecounter.h"
#include "media/geometry.h"

#include <QTransform>

#include <algorithm>
#include <array>

namespace retake {

namespace {

// Times are told in whole microseconds, of containers that count in milliseconds.
constexpr Microseconds timeTolerance{1000};

constexpr std::array entrySteps{Microseconds(0), Microseconds(1000000), Microseconds(4000000),
                                Microseconds(16000000)};

int scalerMatrix(const AVFrame *frame)
{
    switch (int(frame->colorspace)) {
    case AVCOL_SPC_BT709:
        return SWS_CS_ITU709;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL:
        return SWS_CS_BT2020;
    case AVCOL_SPC_SMPTE240M:
        return SWS_CS_SMPTE240M;
    case AVCOL_SPC_FCC:
        return SWS_CS_FCC;
    case AVCOL_SPC_UNSPECIFIED:
        return frame->height >= 720 ? SWS_CS_ITU709 : SWS_CS_DEFAULT;
    default:
        return SWS_CS_DEFAULT;
    }
}

} // namespace

class ExactFrames::Private
{
public:
    Private(AvFile opened, AvPtr<AVCodecContext> context, FrameTable table, std::function<bool()> stopAsked)
        : file(std::move(opened))
        , decoder(std::move(context))
        , frames(std::move(table))
        , times(frames.frameTimes({file.video()->time_base.num, file.video()->time_base.den}))
        , stop(std::move(stopAsked))
    {}

    std::size_t frameAt(Microseconds time) const;
    bool enterBefore(qint64 wanted);
    bool seek(qint64 ticks);
    bool decodeNext();

    qint64 now() const;

    AvFile file;
    AvPtr<AVCodecContext> decoder;
    FrameTable frames;
    FrameTimes times;
    std::function<bool()> stop;
    AvPtr<AVPacket> packet{av_packet_alloc()};
    AvPtr<AVFrame> next{av_frame_alloc()};
    AvPtr<AVFrame> shown{av_frame_alloc()}; // kept when nothing comes after it
    int row = -1;                           // of `shown`, counted since the last seek
    bool stands = false;                    // `shown` holds a frame since the last seek
};

std::size_t ExactFrames::Private::frameAt(Microseconds time) const
{
    const auto after = std::upper_bound(times.begin(), times.end(), time + timeTolerance);
    return after == times.begin() ? 0 : std::size_t(after - times.begin()) - 1;
}

bool ExactFrames::Private::seek(qint64 ticks)
{
    stands = false;
    row = -1;
    avcodec_flush_buffers(decoder.get());
    return av_seek_frame(file.format(), file.video()->index, ticks, AVSEEK_FLAG_BACKWARD) >= 0;
}

bool ExactFrames::Private::decodeNext()
{
    for (;;) {
        if (stop && stop())
            return false;
        const int got = avcodec_receive_frame(decoder.get(), next.get());
        if (got == 0) {
            std::swap(shown, next);
            ++row;
            return stands = true;
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
}

// Where pictures do not say when they are shown, their place in the row does.
qint64 ExactFrames::Private::now() const
{
    if (frames.isTimed())
        return shown->best_effort_timestamp;
    return frames.times()[std::min(std::size_t(std::max(row, 0)), times.size() - 1)];
}

// Decodes a frame at or before the wanted one. Without an index a seek may land behind its goal.
bool ExactFrames::Private::enterBefore(qint64 wanted)
{
    const auto enterAt = [this](qint64 ticks) { return seek(ticks) && decodeNext(); };
    const qint64 start = frames.entries().empty() ? frames.times().front() : frames.entries().front().dts;
    if (!frames.isTimed())
        return enterAt(start);
    const AVRational microseconds{1, 1000000};
    for (const Microseconds back : entrySteps) {
        const qint64 goal = wanted - av_rescale_q(back.count(), microseconds, file.video()->time_base);
        if (goal < frames.times().front() && back.count() > 0)
            break;
        if (enterAt(goal) && now() <= wanted)
            return true;
    }
    return enterAt(frames.times().front()) || enterAt(start);
}

ExactFrames::ExactFrames() = default;
ExactFrames::~ExactFrames() = default;

Result<std::unique_ptr<ExactFrames>> ExactFrames::open(const QString &file, const std::function<bool()> &stop)
{
    auto counted = AvFile::open(file, stop);
    if (!counted)
        return failure(counted.error());
    if (!counted->video())
        return failure(ErrorKind::NoPicture, {file});
    const auto counter = FrameCounter::countAll(*counted);
    if (!counter)
        return failure(counter.error());
    if (counter->table().times().empty())
        return failure(ErrorKind::FileDamaged, {file});
    auto opened = AvFile::open(file, stop); // again from its beginning, also where it cannot be sought
    if (!opened)
        return failure(opened.error());
    auto decoder = opened->openVideoDecoder();
    if (!decoder)
        return failure(decoder.error());
    std::unique_ptr<ExactFrames> frames(new ExactFrames);
    frames->d = std::make_unique<Private>(std::move(*opened), std::move(*decoder), counter->table(), stop);
    return frames;
}

std::optional<Microseconds> ExactFrames::goTo(Microseconds time)
{
    const qint64 wanted = d->frames.times()[d->frameAt(time)];
    const auto entryBetween = [this, wanted] {
        if (!d->frames.isTimed())
            return false;
        const auto &entries = d->frames.entries();
        return std::any_of(entries.begin(), entries.end(),
                           [this, wanted](const FrameTable::EntryPoint &entry) {
                               return entry.pts > d->now() && entry.pts <= wanted;
                           });
    };
    if (!d->stands || d->now() > wanted || (d->now() < wanted && entryBetween())) {
        if (!d->enterBefore(wanted))
            return std::nullopt;
    }
    while (d->now() < wanted && d->decodeNext()) {
    }
    if (!d->stands || (d->stop && d->stop()))
        return std::nullopt;
    const auto &ticks = d->frames.times();
    const auto after = std::upper_bound(ticks.begin(), ticks.end(), d->now());
    return after == ticks.begin() ? Microseconds(0) : d->times[std::size_t(after - ticks.begin()) - 1];
}

QImage ExactFrames::picture(int maximumSide) const
{
    const AVFrame *frame = d->shown.get();
    const QSize stored(frame->width, frame->height);
    const int rotation = uprightRotation(d->file.video());
    QSize seen = seenSize(stored, pixelShape(d->file.format(), d->file.video()), rotation);
    if (maximumSide > 0 && std::max(seen.width(), seen.height()) > maximumSide)
        seen.scale(maximumSide, maximumSide, Qt::KeepAspectRatio);
    const QSize size = (rotation % 180 ? seen.transposed() : seen).expandedTo({1, 1});
    const AvPtr<SwsContext> scaler(sws_getContext(
        stored.width(), stored.height(), AVPixelFormat(frame->format), size.width(), size.height(),
        AV_PIX_FMT_BGRA, SWS_LANCZOS | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT, nullptr, nullptr, nullptr));
    if (!scaler)
        return {};
    const int *matrix = sws_getCoefficients(scalerMatrix(frame));
    sws_setColorspaceDetails(scaler.get(), matrix, frame->color_range == AVCOL_RANGE_JPEG, matrix, 1, 0,
                             1 << 16, 1 << 16);
    QImage image(size, QImage::Format_RGB32);
    uint8_t *planes[] = {image.bits()};
    const int strides[] = {int(image.bytesPerLine())};
    sws_scale(scaler.get(), frame->data, frame->linesize, 0, stored.height(), planes, strides);
    return rotation ? image.transformed(QTransform().rotate(rotation)) : image;
}

} // namespace retake
