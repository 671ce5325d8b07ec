// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "model/framepairs.h"
#include "model/order.h"
#include "playback/pairsource.h"
#include "playback/pairtimeline.h"
#include "playback/playclock.h"

#include <QImage>
#include <QObject>
#include <QTimer>

#include <optional>

namespace retake {

class PairSound;

// The pictures that belong together at a moment. A null picture and frame -1: that side has nothing open.
struct PicturePair
{
    QImage before;
    QImage after;
    int beforeFrame = -1;
    int afterFrame = -1;
    Microseconds time{0};
    int frame = 0; // of the timeline
    std::array<QImage, furtherSides.size()> further{};
    std::array<int, furtherSides.size()> furtherFrames{-1, -1};

    const QImage &picture(Side side) const
    {
        return side == Side::Before  ? before
               : side == Side::After ? after
                                     : further[std::size_t(side) - bothSides.size()];
    }
};

// Plays one clip, or two in step, or up to four: as many decoders, one clock, and a pair goes out only when
// all of its pictures are there. Late pairs are dropped; the sides never drift. Everything here belongs to
// the GUI thread.
class PairPlayer : public QObject
{
    Q_OBJECT
public:
    enum class State { Empty, Paused, Playing };
    using SideState = PairSource::SideState;

    static constexpr double slowest = 0.1;
    static constexpr double fastest = 4.0;

    explicit PairPlayer(QObject *parent = nullptr);
    ~PairPlayer() override;

    // Ends with one opened() or failed() unless it is closed or opened anew before. The position stays.
    // `offset` is the moment of Before that the first frame of After, or of a further take, belongs to;
    // `sent` tells it frame by frame when Before is what that take was made from.
    void open(Side side, const QString &file, Microseconds offset = {}, const SentFrames &sent = {});
    void close(Side side);
    // From now on this file is played, stepped and scrubbed by its proxy, which has the same frames at the
    // same times (one that has not is left aside); a paused picture then comes in full once more. Nothing is
    // seen of the change.
    void setProxy(const QString &file, const QString &proxy);

    // Clips that were scanned before are not scanned again when they are opened.
    void useFrames(const FrameBook &book) { m_source.useFrames(book); }

    SideState sideState(Side side) const;
    ClipInfo clip(Side side) const; // while it is open
    // When the side's frames begin; null unless it is open.
    std::shared_ptr<const FrameIndex> frameIndex(Side side) const;

    // The box, in device pixels, that the side's pictures are fitted into; empty: the clip's own size.
    void setDisplaySize(Side side, QSize box);

    PairSound &sound() const { return *m_sound; }

    void play();
    void pause();
    void togglePlaying();

    State state() const { return m_state; }

    void setSpeed(double speed); // slowest to fastest; below 0 backwards

    double speed() const { return m_speed; }

    void setLooping(bool looping);

    bool isLooping() const { return m_looping; }

    void setPiece(const std::optional<Trim> &piece); // what a loop plays; none: everything

    // So many frames later than its moment After is shown; at its ends its first and last frame stand.
    void setAfterShift(int frames);

    int afterShift() const { return m_afterShift; }

    const std::optional<Trim> &piece() const { return m_piece; }

    // Positions outside are held inside. Frames are those of Before, then those of a longer After.
    void seek(Microseconds time);
    void seekToFrame(int frame);
    // For a pointer that moves on: as seek(), but where the exact pair takes long (there are no proxies yet)
    // to a pair near by that does not. Whether it is the exact one.
    enum class Landing { Exact, Near };
    Landing seekNear(Microseconds time);
    void stepBy(int frames); // pauses

    Microseconds position() const; // where the current frame begins

    Microseconds duration() const { return m_timeline.duration(); }

    int frame() const;

    int frameCount() const { return m_timeline.steps(); }

Q_SIGNALS:
    void opened(retake::Side side, const retake::ClipInfo &clip);
    void failed(retake::Side side, const retake::Error &error);
    void timelineChanged(); // duration and frames
    void pairReady(const retake::PicturePair &pair);
    void positionChanged(std::chrono::microseconds time, int frame); // what is asked for; its pair follows
    void stateChanged(retake::PairPlayer::State state);
    void speedChanged(double speed);
    void loopingChanged(bool looping);
    void afterShiftChanged(int frames);

private:
    void rebuild();
    PairTimeline matchAll() const;
    void tellSound();
    Microseconds beginOf(Side side) const;
    Microseconds shiftOf(Side side) const;
    void setState(State state);
    void want(int entry);
    double costOf(int entry) const;
    void requestPair();
    Heading heading() const;
    void deliver();
    PicturePair pairNow() const;
    void scheduleNext();
    void tick();
    Trim region() const;
    bool isAtEnd() const;
    int shifted(int afterFrame) const;
    int regionStart() const;

    PairSource m_source;
    BySide<Pairing> m_pairings;
    PairTimeline m_timeline;
    PairSound *m_sound; // child
    PlayClock m_clock;
    QTimer m_next; // the moment of the next pair
    std::optional<Trim> m_piece;
    State m_state = State::Empty;
    Microseconds m_time{0};
    double m_speed = 1.0;
    int m_entry = 0;
    int m_afterShift = 0;
    int m_stepping = 0; // -1 back, 1 on
    bool m_looping = false;
};

} // namespace retake
