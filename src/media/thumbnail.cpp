// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/thumbnail.h"

#include "media/avfile.h"
#include "media/geometry.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QTransform>
#include <QtConcurrentRun>

#include <algorithm>
#include <array>
#include <optional>

extern "C" {
#include <libswscale/swscale.h>
}

namespace retake {

// What the pool thread hands over: a picture, or why there are none.
struct SmallPicture
{
    int index = -1;
    QImage picture;
    std::optional<Error> error;
};

namespace {

constexpr std::array seekSteps{Microseconds(0), Microseconds(1000000), Microseconds(4000000),
                               Microseconds(16000000)};

// Decodes single pictures of one file.
class StillReader
{
public:
    static Result<std::unique_ptr<StillReader>> open(const QString &file, QSize box, const StopAsked &stop);

    // The key frame at or before the time; its own time, or nothing when it cannot be read.
    std::optional<Microseconds> toKeyFrame(Microseconds time);
    // Goes on from where it stands when the time lies ahead and near, else seeks.
    bool toFrameAt(Microseconds time);
    QImage picture();

private:
    StillReader(AvFile file, AvPtr<AVCodecContext> decoder, QSize box, const StopAsked &stop);
    bool seek(qint64 ticks);
    bool decodeNext();
    qint64 ticksOf(Microseconds time) const;

    AvFile m_file;
    AvPtr<AVCodecContext> m_decoder;
    AvPtr<AVPacket> m_packet{av_packet_alloc()};
    AvPtr<AVFrame> m_frame{av_frame_alloc()};
    AvPtr<SwsContext> m_scaler;
    QSize m_box;
    StopAsked m_stop;
    qint64 m_first = 0; // of the first frame, in ticks
    bool m_atFrame = false;
};

StillReader::StillReader(AvFile file, AvPtr<AVCodecContext> decoder, QSize box, const StopAsked &stop)
    : m_file(std::move(file))
    , m_decoder(std::move(decoder))
    , m_box(box)
    , m_stop(stop)
{
    if (m_file.video()->start_time != AV_NOPTS_VALUE)
        m_first = m_file.video()->start_time;
}

Result<std::unique_ptr<StillReader>> StillReader::open(const QString &file, QSize box, const StopAsked &stop)
{
    auto opened = AvFile::open(file, stop);
    if (!opened)
        return tl::unexpected(opened.error());
    if (!opened->video())
        return failure(ErrorKind::NoPicture, {file});
    auto decoder = opened->openVideoDecoder();
    if (!decoder)
        return tl::unexpected(decoder.error());
    (*decoder)->skip_loop_filter = AVDISCARD_ALL; // nobody sees it at this size
    return std::unique_ptr<StillReader>(new StillReader(std::move(*opened), std::move(*decoder), box, stop));
}

qint64 StillReader::ticksOf(Microseconds time) const
{
    return m_first + av_rescale_q(time.count(), AVRational{1, 1000000}, m_file.video()->time_base);
}

bool StillReader::seek(qint64 ticks)
{
    m_atFrame = false;
    avcodec_flush_buffers(m_decoder.get());
    return av_seek_frame(m_file.format(), m_file.video()->index, ticks, AVSEEK_FLAG_BACKWARD) >= 0;
}

bool StillReader::decodeNext()
{
    for (;;) {
        if (m_stop && m_stop())
            return false;
        const int got = avcodec_receive_frame(m_decoder.get(), m_frame.get());
        if (got == 0)
            return m_atFrame = true;
        if (got != AVERROR(EAGAIN))
            return m_atFrame = false;
        if (av_read_frame(m_file.format(), m_packet.get()) < 0) {
            avcodec_send_packet(m_decoder.get(), nullptr);
            continue;
        }
        if (m_packet->stream_index == m_file.video()->index)
            avcodec_send_packet(m_decoder.get(), m_packet.get());
        av_packet_unref(m_packet.get());
    }
}

std::optional<Microseconds> StillReader::toKeyFrame(Microseconds time)
{
    m_decoder->skip_frame = AVDISCARD_NONKEY;
    // without an index a seek may land behind the time, or behind the last key frame
    bool found = false;
    for (const Microseconds back : seekSteps) {
        found = seek(std::max(m_first, ticksOf(time - back))) && decodeNext();
        if (found && m_frame->best_effort_timestamp <= ticksOf(time))
            break;
    }
    m_decoder->skip_frame = AVDISCARD_DEFAULT;
    if (!found)
        return std::nullopt;
    return Microseconds(av_rescale_q(m_frame->best_effort_timestamp - m_first, m_file.video()->time_base,
                                     AVRational{1, 1000000}));
}

bool StillReader::toFrameAt(Microseconds time)
{
    const qint64 wanted = ticksOf(time);
    const qint64 near = ticksOf(std::chrono::seconds(2)) - m_first;
    const qint64 now = m_frame->best_effort_timestamp;
    if (!m_atFrame || now > wanted || wanted - now > near) {
        for (const Microseconds back : seekSteps) {
            if (seek(std::max(m_first, ticksOf(time - back))) && decodeNext() &&
                m_frame->best_effort_timestamp <= wanted)
                break;
        }
        if (!m_atFrame)
            return false;
    }
    // the frame that is shown at the time ends after it
    while (m_frame->best_effort_timestamp + std::max<qint64>(m_frame->pkt_duration, 1) <= wanted) {
        if (!decodeNext())
            return false;
    }
    return true;
}

QImage StillReader::picture()
{
    const QSize stored(m_frame->width, m_frame->height);
    const int rotation = uprightRotation(m_file.video());
    const Rational pixel = pixelShape(m_file.format(), m_file.video());
    QSize seen = seenSize(stored, pixel, rotation);
    seen.scale(m_box, Qt::KeepAspectRatio);
    const QSize small = (rotation % 180 ? seen.transposed() : seen).expandedTo({1, 1});
    m_scaler.reset(sws_getCachedContext(m_scaler.release(), stored.width(), stored.height(),
                                        AVPixelFormat(m_frame->format), small.width(), small.height(),
                                        AV_PIX_FMT_BGRA, SWS_AREA, nullptr, nullptr, nullptr));
    if (!m_scaler)
        return {};
    const bool highDefinition = m_frame->colorspace == AVCOL_SPC_BT709 ||
                                (m_frame->colorspace == AVCOL_SPC_UNSPECIFIED && stored.height() >= 720);
    const int *matrix = sws_getCoefficients(highDefinition ? SWS_CS_ITU709 : SWS_CS_DEFAULT);
    sws_setColorspaceDetails(m_scaler.get(), matrix, m_frame->color_range == AVCOL_RANGE_JPEG, matrix, 1, 0,
                             1 << 16, 1 << 16);
    QImage image(small, QImage::Format_RGB32);
    uint8_t *planes[] = {image.bits()};
    const int strides[] = {int(image.bytesPerLine())};
    sws_scale(m_scaler.get(), m_frame->data, m_frame->linesize, 0, stored.height(), planes, strides);
    return rotation ? image.transformed(QTransform().rotate(rotation)) : image;
}

void makeThumbnails(QPromise<SmallPicture> &promise, const QString &file, const QList<Microseconds> &times,
                    QSize box)
{
    auto opened = StillReader::open(file, box, [&promise] { return promise.isCanceled(); });
    if (!opened) {
        promise.addResult(SmallPicture{-1, {}, opened.error()});
        return;
    }
    StillReader &reader = **opened;
    const Microseconds spacing = times.size() > 1 ? times.at(1) - times.at(0) : Microseconds(0);
    QList<int> inexact;
    bool any = false;
    for (int i = 0; i < times.size() && !promise.isCanceled(); ++i) {
        const auto at = reader.toKeyFrame(times.at(i));
        if (at) {
            promise.addResult(SmallPicture{i, reader.picture(), {}});
            any = true;
        }
        if (!at || std::chrono::abs(times.at(i) - *at) > spacing / 2)
            inexact.append(i);
    }
    for (const int i : std::as_const(inexact)) {
        if (promise.isCanceled())
            return;
        if (reader.toFrameAt(times.at(i))) {
            promise.addResult(SmallPicture{i, reader.picture(), {}});
            any = true;
        }
    }
    if (!any && !times.isEmpty())
        promise.addResult(
            SmallPicture{-1, {}, Error{ErrorKind::FileDamaged, {file}, {}, {}, {}, 0, std::nullopt}});
}

} // namespace

QList<Microseconds> evenTimes(Microseconds duration, int count)
{
    QList<Microseconds> times;
    for (int i = 0; i < count; ++i)
        times.append(duration * (2 * i + 1) / (2 * count));
    return times;
}

class ThumbnailJob::Private
{
public:
    QFutureWatcher<SmallPicture> watcher;
    Result<void> result;
};

ThumbnailJob::ThumbnailJob(const QString &file, const QList<Microseconds> &times, QSize box, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    connect(&d->watcher, &QFutureWatcherBase::resultReadyAt, this, [this](int at) {
        const SmallPicture small = d->watcher.resultAt(at);
        if (small.error)
            d->result = failure(*small.error);
        else
            Q_EMIT thumbnail(small.index, small.picture);
    });
    connect(&d->watcher, &QFutureWatcherBase::finished, this, [this] { Q_EMIT finished(d->result); });
    d->watcher.setFuture(QtConcurrent::run(
        [file, times, box](QPromise<SmallPicture> &promise) { makeThumbnails(promise, file, times, box); }));
}

ThumbnailJob::ThumbnailJob(const ClipInfo &clip, int count, QSize box, QObject *parent)
    : ThumbnailJob(clip.file, evenTimes(clip.duration, count), box, parent)
{}

ThumbnailJob::~ThumbnailJob()
{
    d->watcher.disconnect(this);
    d->watcher.cancel();
}

} // namespace retake
