// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/servicegate.h"

#include <cmath>

namespace retake {

ServiceGate::ServiceGate(Clock &clock)
    : m_clock(clock)
{}

void ServiceGate::wait(const QString &account, Ask ask, double perSecond, Turn turn, QObject *context,
                       std::function<void()> pass)
{
    const Key key{account, ask};
    Lane &lane = m_lanes[key];
    // A tenth slower than allowed: the service's second does not begin with ours.
    lane.pause = std::chrono::milliseconds(qint64(std::ceil(1100.0 / std::max(perSecond, 0.01))));
    lane.line.insert({{turn, ++m_number}, {context, std::move(pass)}});
    next(key);
}

void ServiceGate::setSubmitsOpen(bool open)
{
    m_submitsOpen = open;
    if (!open)
        return;
    std::vector<Key> keys;
    for (const auto &[key, lane] : m_lanes)
        keys.push_back(key);
    for (const Key &key : keys)
        next(key);
}

void ServiceGate::next(const Key &key)
{
    Lane &lane = m_lanes[key];
    if (lane.resting || (key.second == Ask::Submit && !m_submitsOpen))
        return;
    while (!lane.line.empty()) {
        const Waiting first = std::move(lane.line.begin()->second);
        lane.line.erase(lane.line.begin());
        if (!first.context)
            continue;
        lane.resting = true;
        m_clock.after(lane.pause, &m_context, [this, key] {
            m_lanes[key].resting = false;
            next(key);
        });
        first.pass();
        return;
    }
}

// A place in use. It is given back later, so that whoever lets go of it is not called into the middle of
// that.
class Places::Token
{
public:
    explicit Token(Places *places)
        : m_alive(places->m_context.get())
        , m_places(places)
    {}

    ~Token()
    {
        if (!m_alive)
            return;
        ++m_places->m_free;
        QMetaObject::invokeMethod(
            m_alive, [places = m_places] { places->serve(); }, Qt::QueuedConnection);
    }

    Q_DISABLE_COPY_MOVE(Token)

private:
    QPointer<QObject> m_alive;
    Places *m_places;
};

Places::Places(int count)
    : m_free(count)
    , m_context(std::make_unique<QObject>())
{}

void Places::wait(qint64 rank, QObject *context, std::function<void(const Place &)> then)
{
    m_line.insert({{rank, ++m_number}, {context, std::move(then)}});
    serve();
}

void Places::serve()
{
    while (m_free > 0 && !m_line.empty()) {
        const Waiting first = std::move(m_line.begin()->second);
        m_line.erase(m_line.begin());
        if (!first.context)
            continue;
        --m_free;
        first.then(std::make_shared<Token>(this));
    }
}

} // namespace retake
