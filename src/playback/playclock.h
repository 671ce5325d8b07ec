// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clipinfo.h"

#include <QElapsedTimer>

namespace retake {

// Where a playing timeline is, by the wall clock. Both sides follow this one clock.
class PlayClock
{
public:
    void start(Microseconds at, double speed)
    {
        m_from = at;
        m_speed = speed;
        m_wall.start();
    }

    void stop() { m_wall.invalidate(); }

    bool runs() const { return m_wall.isValid(); }

    Microseconds now() const
    {
        if (!runs())
            return m_from;
        return m_from + Microseconds(qint64(double(m_wall.nsecsElapsed()) * m_speed / 1000.0));
    }

private:
    QElapsedTimer m_wall;
    Microseconds m_from{0};
    double m_speed = 1.0;
};

} // namespace retake
