// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/avfile.h"
#include "playback/soundformat.h"

#include <QByteArray>

#include <atomic>
#include <limits>
#include <optional>

namespace retake {

// The sound of a clip, sample by sample, from any moment on. Frame 0 of the sound belongs to the beginning of
// the first picture that is shown: streams that begin early or late, edit lists and the encoder's priming are
// accounted for. Everything blocks and belongs to one thread.
class SoundReader
{
public:
    explicit SoundReader(const std::atomic<bool> &closing);
    ~SoundReader();

    // False when there is no sound in it that can be decoded. `firstPicture` is the time stamp of the first
    // picture that is shown, in the ticks of its stream.
    bool open(const QString &file, qint64 firstPicture);

    void setFormat(const SoundFormat &format);

    // Writes so many frames from `first` on; silence where the clip has none. A start within two frames of
    // where the last read ended goes on there, so that rounded times never tear the sound.
    void read(qint64 first, int frames, char *to);

private:
    bool openDecoder();
    void chooseStreams();
    void seek(qint64 first);
    void seekFile(qint64 stamp);
    bool decodeMore(); // false at the end
    bool takeDecoded();
    bool takeRest();
    bool prepareResampler();
    bool resample(const AVFrame *decoded);

    const std::atomic<bool> &m_closing;
    std::optional<AvFile> m_file; // once it is open
    AvPtr<AVCodecContext> m_codec;
    AvPtr<SwrContext> m_resampler;
    AvPtr<AVPacket> m_packet;
    AvPtr<AVFrame> m_decoded;
    SoundFormat m_out;
    int m_stream = -1;
    AVRational m_zeroBase{1, 1};
    qint64 m_zero = 0;  // when the first picture is shown, in m_zeroBase
    QByteArray m_chunk; // what was decoded last
    qint64 m_chunkAt = 0;
    qint64 m_chunkEnd = 0;
    qint64 m_next = 0;                                      // of the resampler's next output
    qint64 m_position = std::numeric_limits<qint64>::max(); // where the last read ended
    int m_inRate = 0;
    int m_inFormat = -1;
    int m_inChannels = 0;
    bool m_fresh = true; // what comes next says itself where it belongs
    bool m_drained = false;
};

} // namespace retake
