// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

namespace retake {

// Lets at most ten reports a second through, and always the last.
class ProgressThrottle
{
public:
    bool passes(qint64 done, qint64 total)
    {
        const bool last = total > 0 && done >= total;
        if (done <= m_shown || (!last && m_since.isValid() && !m_since.hasExpired(100)))
            return false;
        m_shown = done;
        m_since.start();
        return true;
    }

private:
    QElapsedTimer m_since;
    qint64 m_shown = -1;
};

} // namespace retake
