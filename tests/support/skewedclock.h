// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

namespace retake {

// This machine's clock, set wrong by hand: timers run as ever, but the time of day is off.
class SkewedClock final : public Clock
{
public:
    void set(std::chrono::milliseconds off) { m_off = off; }

    QDateTime now() const override { return m_true.now().addMSecs(m_off.count()); }

    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> then) override
    {
        m_true.after(delay, context, std::move(then));
    }

private:
    SystemClock m_true;
    std::chrono::milliseconds m_off{0};
};

} // namespace retake
