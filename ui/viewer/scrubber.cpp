// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/scrubber.h"

#include <utility>

namespace retake {

Scrubber::Scrubber(PairPlayer &player, QObject *parent)
    : QObject(parent)
    , m_player(player)
{
    connect(&m_player, &PairPlayer::pairReady, this, &Scrubber::pairCame);
    connect(&m_player, &PairPlayer::timelineChanged, this, [this] {
        if (m_player.frameCount() == 0)
            forget();
        else
            endPeek();
    });
    connect(&m_player, &PairPlayer::positionChanged, this, [this](Microseconds time) {
        if (m_peeks)
            return;
        // Another key or button has moved the playhead in the middle of a peek: there it is now.
        if (m_home) {
            m_home.reset();
            m_next = {};
        }
        if (!m_target)
            Q_EMIT playheadMoved(time);
    });
    connect(&m_player, &PairPlayer::stateChanged, this, [this](PairPlayer::State state) {
        // Play was pressed in the middle of a peek: it plays from the playhead.
        if (state == PairPlayer::State::Playing && isPeeking()) {
            m_played = false;
            endPeek();
        }
    });
}

void Scrubber::forget()
{
    m_next = {};
    m_target.reset();
    m_home.reset();
    m_asked = false;
    m_played = false;
}

Microseconds Scrubber::playhead() const
{
    return m_home ? *m_home : m_target ? *m_target : m_player.position();
}

void Scrubber::ask(Wish wish)
{
    if (m_asked) {
        m_next = std::move(wish);
        return;
    }
    m_asked = m_player.frameCount() > 0;
    wish();
}

void Scrubber::pairCame()
{
    m_asked = false;
    if (m_next)
        ask(std::exchange(m_next, {}));
}

void Scrubber::seek(Microseconds time)
{
    endPeek();
    m_target = time;
    ask([this, time] {
        m_target.reset();
        m_player.seek(time);
    });
    if (m_target)
        Q_EMIT playheadMoved(time); // the line does not wait for the picture
}

void Scrubber::settle()
{
    if (m_next)
        std::exchange(m_next, {})();
}

void Scrubber::peek(int frame)
{
    if (m_player.frameCount() == 0)
        return;
    if (!m_home) {
        m_home = playhead();
        m_target.reset();
        m_played = m_player.state() == PairPlayer::State::Playing;
        m_player.pause();
    }
    ask([this, frame] {
        m_peeks = true;
        m_player.seekToFrame(frame);
        m_peeks = false;
    });
}

void Scrubber::endPeek()
{
    if (!m_home)
        return;
    m_next = {};
    m_player.seek(*std::exchange(m_home, std::nullopt));
    if (std::exchange(m_played, false))
        m_player.play();
}

} // namespace retake
