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
        if (m_peeks || m_seeks)
            return;
        // Another key or button has moved the playhead in the middle of a peek: there it is now.
        if (m_home) {
            m_home.reset();
            m_next = {};
        }
        if (!m_next)
            m_target.reset();
        if (!m_target)
            Q_EMIT playheadMoved(time);
    });
    m_rest.setSingleShot(true);
    m_rest.setInterval(std::chrono::milliseconds(250));
    connect(&m_rest, &QTimer::timeout, this, &Scrubber::settle);
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
    m_rest.stop();
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
        m_seeks = true;
        const auto landing = m_player.seekNear(time);
        m_seeks = false;
        if (landing == PairPlayer::Landing::Near)
            return;
        m_target.reset();
        Q_EMIT playheadMoved(m_player.position());
    });
    if (m_target) {
        m_rest.start();
        Q_EMIT playheadMoved(time); // the line does not wait for the picture
    }
}

void Scrubber::settle()
{
    m_rest.stop();
    m_next = {};
    if (m_target)
        m_player.seek(*std::exchange(m_target, std::nullopt));
}

void Scrubber::peek(int frame)
{
    if (m_player.frameCount() == 0)
        return;
    if (!m_home) {
        m_home = playhead();
        m_rest.stop();
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
