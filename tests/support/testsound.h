// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/soundfeed.h"
#include "playback/soundoutput.h"

#include <QTimer>

#include <algorithm>
#include <functional>

namespace retake {

// What a device does, and a test may wish of it. It outlives the output, which the player owns.
struct TestDevice
{
    bool there = true;
    double pace = 1.0; // its seconds a second
    std::chrono::milliseconds startsAfter{30};
    // What it did.
    int starts = 0;
    int stops = 0;
    bool runs = false;
    double volume = -1;
    QByteArray taken; // since the last start
    std::shared_ptr<SoundFeed> feed;
    SoundClock::Wall started;
    std::function<void()> changed; // tells the output's owner

    Microseconds heard() const
    {
        const auto since = std::chrono::steady_clock::now() - started - startsAfter;
        return Microseconds(qint64(double(std::chrono::duration_cast<Microseconds>(since).count()) * pace));
    }

    // Where the sound that is heard now belongs, as the timeline goes on.
    Microseconds stands() const { return feed->playOf(heard().count() * 48 / 1000); }
};

class TestOutput : public SoundOutput
{
public:
    explicit TestOutput(TestDevice &device)
        : m_device(device)
    {
        device.changed = [this] { Q_EMIT deviceChanged(); };
        m_pull.setTimerType(Qt::PreciseTimer);
        connect(&m_pull, &QTimer::timeout, this, [this] { pull(); });
    }

    bool hasDevice() override { return m_device.there; }

    SoundFormat format() override { return {}; }

    void start(const std::shared_ptr<SoundFeed> &feed) override
    {
        ++m_device.starts;
        m_device.runs = true;
        m_device.feed = feed;
        m_device.taken.clear();
        m_device.started = std::chrono::steady_clock::now();
        m_pull.start(std::chrono::milliseconds(5));
    }

    void stop() override
    {
        ++m_device.stops;
        m_device.runs = false;
        m_pull.stop();
    }

    std::optional<Standing> standing() const override
    {
        const Microseconds heard = m_device.heard();
        if (!m_device.runs || heard <= Microseconds(0))
            return std::nullopt;
        const Microseconds period = std::chrono::milliseconds(10); // devices tell it in steps
        return Standing{heard / period * period, std::chrono::steady_clock::now()};
    }

    void setVolume(double volume) override { m_device.volume = volume; }

private:
    void pull()
    {
        const qint64 due =
            (std::max(m_device.heard(), Microseconds(0)) + std::chrono::milliseconds(80)).count() * 48 /
            1000 * 4;
        while (m_device.taken.size() < due) {
            QByteArray period(480 * 4, 0);
            m_device.feed->take(period.data(), period.size());
            m_device.taken += period;
        }
    }

    TestDevice &m_device;
    QTimer m_pull;
};

} // namespace retake
