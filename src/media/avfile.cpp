// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/avfile.h"

#include "media/libavcomplaints.h"

#include <QFile>
#include <QFileInfo>

namespace retake {

namespace {

int stopRequested(void *opaque)
{
    const auto &stop = *static_cast<const StopAsked *>(opaque);
    return stop && stop() ? 1 : 0;
}

// Whether the first bytes are plainly those of a media format, whatever the file is called.
bool looksLikeMedia(const QString &path)
{
    constexpr qsizetype enough = 65536;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QByteArray head = file.read(enough);
    AVProbeData probe{};
    probe.filename = "";
    probe.buf_size = int(head.size());
    head.append(AVPROBE_PADDING_SIZE, '\0');
    probe.buf = reinterpret_cast<unsigned char *>(head.data());
    int score = 0;
    const AVInputFormat *format = av_probe_input_format3(&probe, 1, &score);
    return format && score >= AVPROBE_SCORE_MAX / 2;
}

// Still pictures and text that libav also takes for films.
bool isNoFilm(const AVInputFormat *format)
{
    const QLatin1String name(format->name);
    return name.endsWith(QLatin1String("_pipe")) || name == QLatin1String("image2") ||
           name == QLatin1String("tty") || name == QLatin1String("rawvideo");
}

} // namespace

QString avErrorText(int code)
{
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(code, text, sizeof(text));
    return QString::fromUtf8(text);
}

Result<AvFile> AvFile::open(const QString &path, const StopAsked &stop)
{
    // what is wrong with a file is said by the results below; stderr belongs to the programs
    LibavComplaints::silence();

    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorKind::FileMissing, {path});
    // a pipe or a device would never end
    if (QFile file(path); !info.isFile() || !file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileUnreadable, {path}, file.errorString());

    AvFile opened;
    opened.m_path = path;
    opened.m_stop = std::make_shared<StopAsked>(stop);
    AVFormatContext *context = avformat_alloc_context();
    context->interrupt_callback = {stopRequested, opened.m_stop.get()};
    AVDictionary *options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    const QString address = QString(u"file:" + info.absoluteFilePath());
    const int code = avformat_open_input(&context, QFile::encodeName(address).constData(), nullptr, &options);
    av_dict_free(&options);
    if (code < 0)
        return failure(looksLikeMedia(path) ? ErrorKind::FileDamaged : ErrorKind::NotAVideo, {path},
                       avErrorText(code));
    opened.m_format.reset(context);
    if (isNoFilm(context->iformat))
        return failure(ErrorKind::NotAVideo, {path});
    if (const int found = avformat_find_stream_info(context, nullptr); found < 0)
        return failure(ErrorKind::FileDamaged, {path}, avErrorText(found));

    for (unsigned i = 0; i < context->nb_streams; ++i) {
        AVStream *stream = context->streams[i];
        const bool cover =
            stream->disposition & (AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS);
        if (stream->codecpar->codec_type == AVMEDIA_TYPE_VIDEO && !cover && !opened.m_video)
            opened.m_video = stream;
        if (stream->codecpar->codec_type == AVMEDIA_TYPE_AUDIO && !opened.m_audio)
            opened.m_audio = stream;
    }
    if (!opened.m_video && !opened.m_audio)
        return failure(ErrorKind::NotAVideo, {path});
    return opened;
}

AVRational AvFile::frameRateGuess() const
{
    return av_guess_frame_rate(m_format.get(), m_video, nullptr);
}

Result<AvPtr<AVCodecContext>> AvFile::openVideoDecoder() const
{
    const AVCodec *codec = avcodec_find_decoder(m_video->codecpar->codec_id);
    if (!codec)
        return failure(ErrorKind::FileDamaged, {m_path});
    AvPtr<AVCodecContext> decoder(avcodec_alloc_context3(codec));
    avcodec_parameters_to_context(decoder.get(), m_video->codecpar);
    decoder->pkt_timebase = m_video->time_base;
    decoder->thread_count = 1;
    if (const int code = avcodec_open2(decoder.get(), codec, nullptr); code < 0)
        return failure(ErrorKind::FileDamaged, {m_path}, avErrorText(code));
    return decoder;
}

} // namespace retake
