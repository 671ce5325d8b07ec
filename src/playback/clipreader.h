// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "media/avfile.h"
#include "playback/avpointers.h"
#include "playback/frameindex.h"
#include "playback/pictureconverter.h"

#include <QImage>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace retake {

// One opened video stream from which any frame can be had by number. Everything in it blocks and belongs to
// one thread; `stopped` is asked between packets and also breaks off reads.
class ClipReader
{
public:
    using Stopped = std::function<bool()>;

    explicit ClipReader(const std::atomic<bool> &closing);
    ~ClipReader();

    // FileMissing, FileUnreadable, NotAVideo, NoPicture, FileDamaged.
    Result<ClipInfo> open(const QString &file);

    // It is a proxy of a clip of that size: its pictures are fitted as the clip's, and no other frame stands
    // in for one that cannot be decoded.
    void beProxyOf(QSize clip) { m_clipSize = clip; }

    const FrameIndex &index() const { return m_index; }

    // The frame's picture, fitted into the box; null when it was stopped. The frames decoded last are kept,
    // so that a step back is as quick as one forward. FileDamaged where nothing can be decoded.
    Result<QImage> picture(int frame, QSize box, const Stopped &stopped);

    // These will be asked for next, in this order, in this box: they are kept before others, ready to show.
    void expect(const std::vector<int> &frames, QSize box);
    void forget(); // all that is kept

    enum class Keep { Much, Little }; // of what is decoded on the way

    void setKeep(Keep keep) { m_keep = keep; }

    int nextExpected() const;                         // the one to be got now; -1: none
    bool fetch(int expected, const Stopped &stopped); // false: it cannot be had, or was stopped
    bool has(int frame, QSize box) const;             // without decoding

private:
    struct Kept
    {
        av::Pointer<AVFrame> decoded;
        QImage picture;
        QSize box;

        qint64 bytes() const;
    };

    Result<void> openDecoder();
    Result<void> readIndex();
    Microseconds missing() const;
    ClipInfo info() const;
    Kept *find(int frame, const Stopped &stopped);
    Kept *nearest(int frame);
    qint64 room() const; // in bytes
    bool prepare(Kept &kept, QSize box);
    bool isExpected(int frame) const;
    void makeRoom(int wanted);
    bool mustSeek(int frame) const;
    bool mustCount() const;
    void seek(const FrameIndex::EntryPoint &point);
    void skipUpTo(int wanted);
    int decodeNext(); // the frame's number, -1 at the end
    Kept *keep(int number, int wanted);

    const std::atomic<bool> &m_closing;
    QString m_file;
    std::optional<AvFile> m_opened;
    av::Pointer<AVCodecContext> m_codec;
    av::Pointer<AVPacket> m_packet;
    av::Pointer<AVFrame> m_decoded;
    PictureConverter m_converter;
    PictureShape m_shape;
    QSize m_clipSize;
    FrameIndex m_index;
    std::vector<int> m_expected;
    QSize m_expectedBox;
    qint64 m_pictureBytes = 1; // of an expected one
    int m_shown = -1;          // asked for last
    std::map<int, Kept> m_kept;
    int m_last = -1;                // the frame decoded last; -1: the decoder has to be positioned first
    qint64 m_skipUntil = INT64_MIN; // pictures before this are only decoded where others refer to them
    bool m_drained = false;
    Keep m_keep = Keep::Much;
    bool m_timed = true;
};

} // namespace retake
