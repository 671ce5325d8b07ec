// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/framescan.h"
#include "media/planereader.h"
#include "model/framepairs.h"

#include <QtGlobal>

namespace retake {

// A stream to a process: ends when both holders of it are gone, and is never in the way of a signal.
class Feed
{
public:
    Feed(); // isOpen() tells
    ~Feed();
    Q_DISABLE_COPY_MOVE(Feed)

    bool isOpen() const { return m_ours >= 0; }

    int theirs() const { return m_theirs; } // what the process reads

    void giveAway();                    // once the process has its own
    bool write(const QByteArray &data); // blocks; false when nobody reads any more
    void finish();                      // the reader sees the end
    void cut();                         // a write that waits gives up; for any thread

private:
    int m_ours = -1;
    int m_theirs = -1;
};

// Two clips of which the frames that belong together are known.
struct MatchedClips
{
    QString before;
    QString after;
    FrameScan left;
    FrameScan right;
    FramePairs pairs;
    PlaneShape shape;
};

// Blocks: for pool threads. Errors as scanFrames().
Result<MatchedClips> matchClips(const QString &before, const QString &after, const Pairing &pairing,
                                const StopAsked &stop);

// Writes the pictures of each pair one above the other, Before on top, as raw video of twice the height.
// Gives which pairs were written: all but those that could not be decoded. Blocks; errors as scanFrames().
Result<std::vector<FramePair>> feedPairs(const MatchedClips &clips, Feed &feed, const StopAsked &stop,
                                         const std::function<void(int)> &done);

} // namespace retake
