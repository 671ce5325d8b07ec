// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QObject>
#include <QPointer>

#include <algorithm>
#include <vector>

namespace retake {

// A clock that tests move: advance() runs what falls due, in order.
class ManualClock final : public Clock
{
public:
    QDateTime now() const override { return m_now; }

    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> then) override
    {
        m_due.push_back({m_now.addMSecs(delay.count()), context, std::move(then)});
    }

    void advance(std::chrono::milliseconds by)
    {
        const QDateTime end = m_now.addMSecs(by.count());
        for (;;) {
            const auto next = std::min_element(m_due.begin(), m_due.end(),
                                               [](const Due &a, const Due &b) { return a.at < b.at; });
            if (next == m_due.end() || next->at > end)
                break;
            const Due due = std::move(*next);
            m_due.erase(next);
            m_now = due.at;
            if (due.context)
                due.then();
        }
        m_now = end;
    }

    std::size_t pending() const { return m_due.size(); }

private:
    struct Due
    {
        QDateTime at;
        QPointer<QObject> context;
        std::function<void()> then;
    };

    QDateTime m_now = QDateTime(QDate(2026, 11, 1), QTime(12, 0), Qt::UTC);
    std::vector<Due> m_due;
};

} // namespace retake
