// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clipinfo.h"

#include <QElapsedTimer>

namespace retake {

// What a clock can go by in place of the wall clock: something that keeps time of its own.
class Pacer
{
public:
    Pacer() = default;
    virtual ~Pacer() = default;
    Q_DISABLE_COPY_MOVE(Pacer)

    virtual void begin(Microseconds at) = 0;
    virtual void end() = 0;
    // The timeline goes on at another moment, without a stop.
    virtual void jumped(Microseconds to) = 0;
    virtual Microseconds passed() const = 0; // since begin(); never goes back
};

// Where a playing timeline is, by the wall clock or, at its normal speed, by a pacer. Both sides follow this
// one clock.
class PlayClock
{
public:
    void follow(Pacer *pacer) { m_pacer = pacer; }

    void start(Microseconds at, double speed)
    {
        stop();
        m_from = at;
        m_speed = speed;
        m_paced = m_pacer && speed == 1.0;
        if (m_paced)
            m_pacer->begin(at);
        m_wall.start();
    }

    void stop()
    {
        if (m_paced)
            m_pacer->end();
        m_paced = false;
        m_wall.invalidate();
    }

    bool runs() const { return m_wall.isValid(); }

    Microseconds now() const
    {
        if (!runs())
            return m_from;
        if (m_paced)
            return m_from + m_pacer->passed();
        return m_from + Microseconds(qint64(double(m_wall.nsecsElapsed()) * m_speed / 1000.0));
    }

    // A loop's end becomes its beginning.
    void jump(Microseconds by)
    {
        m_from += by;
        if (m_paced)
            m_pacer->jumped(now());
    }

private:
    QElapsedTimer m_wall;
    Microseconds m_from{0};
    double m_speed = 1.0;
    Pacer *m_pacer = nullptr;
    bool m_paced = false;
};

} // namespace retake
