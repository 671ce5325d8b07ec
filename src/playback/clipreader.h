// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "media/avfile.h"
#include "media/avpointers.h"
#include "media/framebook.h"
#include "playback/frameindex.h"
#include "playback/keptframes.h"

#include <QImage>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace retake {

// One opened video stream from which any frame can be had by number. Everything in it blocks and belongs to
// one thread; `stopped` is asked between packets and also breaks off reads.
class ClipReader
{
public:
    using Stopped = std::function<bool()>;

    explicit ClipReader(const std::atomic<bool> &closing, const FrameBook &book = {});
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

    enum class Keep { Much, Little }; // of what is decoded on the way

    // These will be asked for next, in this order, in this box: they are kept before others, ready to show.
    void expect(const std::vector<int> &frames, QSize box, Keep keep);

    void forget(); // all that is kept, and the decoder with what it holds, until a picture is wanted

    int nextExpected() const { return m_kept.nextExpected(); } // the one to be got now; -1: none

    bool fetch(int expected, const Stopped &stopped); // false: it cannot be had, or was stopped

    bool has(int frame, QSize box) const { return m_kept.has(frame, box); } // without decoding

private:
    Result<void> openDecoder();
    Result<void> readIndex();
    std::shared_ptr<const KnownFrames> knownFrames();
    bool leadsTo(const std::vector<FrameIndex::EntryPoint> &entries);
    Microseconds missing() const;
    ClipInfo info() const;
    KeptFrames::Frame *find(int frame, const Stopped &stopped);
    bool mustSeek(int frame) const;
    bool mustCount() const;
    void seek(const FrameIndex::EntryPoint &point);
    void skipUpTo(int wanted);
    int decodeNext(); // the frame's number, -1 at the end

    const std::atomic<bool> &m_closing;
    FrameBook m_book;
    QString m_file;
    std::optional<AvFile> m_opened;
    AvPtr<AVCodecContext> m_codec;
    AvPtr<AVPacket> m_packet;
    AvPtr<AVFrame> m_decoded;
    PictureShape m_shape;
    QSize m_clipSize;
    FrameIndex m_index;
    KeptFrames m_kept;
    int m_delay = 0;                // pictures that the decoder has been seen to hold back
    int m_last = -1;                // the frame decoded last; -1: the decoder has to be positioned first
    qint64 m_skipUntil = INT64_MIN; // pictures before this are only decoded where others refer to them
    bool m_drained = false;
    bool m_timed = true;
};

} // namespace retake
