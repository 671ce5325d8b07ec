// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/pairplayer.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace retake {

// The player under a moving pointer. The next picture is asked for when the last one has come, so that
// pictures go on coming while the pointer moves; where that would take long the pictures are of frames near
// by until the pointer rests. A peek shows a frame while the playhead stays where it is.
class Scrubber : public QObject
{
    Q_OBJECT
public:
    explicit Scrubber(PairPlayer &player, QObject *parent = nullptr);

    void seek(Microseconds time);
    void settle(); // the exact frame, at once

    void peek(int frame); // pauses what plays
    void endPeek();       // back to the playhead; what played goes on

    bool isPeeking() const { return m_home.has_value(); }

    Microseconds playhead() const; // where it is, or will be

Q_SIGNALS:
    void playheadMoved(std::chrono::microseconds time);

private:
    using Wish = std::function<void()>;

    void ask(Wish wish);
    void pairCame();
    void forget();

    PairPlayer &m_player;
    Wish m_next;
    std::optional<Microseconds> m_target; // of a seek that is waiting, or of which a frame near by is shown
    QTimer m_rest;                        // how long the pointer stands until it counts as resting
    std::optional<Microseconds> m_home;   // the playhead during a peek
    bool m_asked = false;                 // a pair is on its way
    bool m_seeks = false;                 // the player is being moved by a seek
    bool m_peeks = false;                 // the player is being moved by a peek
    bool m_played = false;
};

} // namespace retake
