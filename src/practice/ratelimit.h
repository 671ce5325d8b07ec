// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <deque>
#include <mutex>

namespace retake {

// At most so many requests in any one second: real seconds, whatever the time scale.
class RateLimit
{
public:
    explicit RateLimit(int perSecond)
        : m_perSecond(perSecond)
    {}

    bool admits(std::chrono::steady_clock::time_point now = std::chrono::steady_clock::now())
    {
        const std::lock_guard lock(m_mutex);
        while (!m_admitted.empty() && now - m_admitted.front() >= std::chrono::seconds(1))
            m_admitted.pop_front();
        if (int(m_admitted.size()) >= m_perSecond)
            return false;
        m_admitted.push_back(now);
        return true;
    }

private:
    std::mutex m_mutex;
    std::deque<std::chrono::steady_clock::time_point> m_admitted;
    int m_perSecond;
};

} // namespace retake
