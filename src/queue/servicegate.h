// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>
#include <map>
#include <memory>

namespace retake {

// Keeps this side of a service's limits: requests of an account pass one by one, so many a second and no
// more, whatever the number of tasks. Independent of the time of day. Belongs to one thread.
class ServiceGate
{
public:
    enum class Ask { Query, Submit };
    enum class Turn { Soon, Usual }; // Soon goes before all that is Usual

    explicit ServiceGate(Clock &clock);

    // Calls `pass` when its turn comes, at once when nobody is before it; never when the context is gone.
    void wait(const QString &account, Ask ask, double perSecond, Turn turn, QObject *context,
              std::function<void()> pass);

    // Closed: no submit passes until it is opened again.
    void setSubmitsOpen(bool open);

private:
    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void()> pass;
    };

    struct Lane
    {
        std::chrono::milliseconds pause{0};
        bool resting = false;
        std::map<std::pair<Turn, quint64>, Waiting> line;
    };

    using Key = std::pair<QString, Ask>;

    void next(const Key &key);

    Clock &m_clock;
    std::map<Key, Lane> m_lanes;
    quint64 m_number = 0;
    bool m_submitsOpen = true;
    QObject m_context; // last: its timers go first
};

// So many at once and no more; the rest waits, the smallest rank first.
class Places
{
public:
    using Place = std::shared_ptr<void>; // kept as long as it is in use

    explicit Places(int count);

    // Calls `then` once with a place; never when the context is gone by then.
    void wait(qint64 rank, QObject *context, std::function<void(const Place &)> then);

private:
    class Token;

    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void(const Place &)> then;
    };

    void serve();

    int m_free;
    quint64 m_number = 0;
    std::map<std::pair<qint64, quint64>, Waiting> m_line;
    std::unique_ptr<QObject> m_context;
};

} // namespace retake
