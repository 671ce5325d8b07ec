// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/soundfeed.h"

#include "playback/soundplan.h"
#include "playback/soundreader.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>
#include <vector>

namespace retake {

namespace {

using namespace std::chrono_literals;

constexpr auto ahead = 400ms;       // kept ready
constexpr auto keptOnChange = 20ms; // of the old, so that a change leaves no hole
constexpr auto longestWait = 60ms;  // for sound that is not ready yet, before silence is given out
constexpr int framesARead = 1024;

} // namespace

// Everything but the readers is under the mutex; they belong to the thread.
class SoundFeed::Worker
{
public:
    explicit Worker(SoundFeed *owner)
        : m_owner(owner)
        , m_thread([this] { run(); })
    {}

    ~Worker()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_closing = true;
        }
        m_wake.notify_all();
        m_thread.join();
    }

    void setClip(Side side, const SoundClip &clip)
    {
        const std::scoped_lock lock(m_mutex);
        Wanted &wanted = m_wanted[std::size_t(side)];
        if (wanted.clip == clip)
            return;
        if (wanted.clip.file != clip.file)
            wanted.look = false;
        wanted.clip = clip;
        if (m_side == side)
            cut();
        m_wake.notify_all();
    }

    void look(Side side)
    {
        const std::scoped_lock lock(m_mutex);
        m_wanted[std::size_t(side)].look = true;
        m_wake.notify_all();
    }

    void choose(std::optional<Side> side)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_side == side)
            return;
        m_side = side;
        cut();
    }

    void setLoop(const std::optional<Trim> &loop)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_loop && loop ? m_loop->in == loop->in && m_loop->out == loop->out : !m_loop && !loop)
            return;
        m_loop = loop;
        m_plan.setLoop(cut(), loop);
    }

    void setMoment(Microseconds play, Microseconds moment)
    {
        const std::scoped_lock lock(m_mutex);
        m_plan.setMoment(cut(), play, moment);
    }

    qint64 skip(Microseconds by)
    {
        const std::scoped_lock lock(m_mutex);
        const qint64 from = cut();
        m_plan.skip(from, by);
        return from;
    }

    void begin(const SoundFormat &format, Microseconds at)
    {
        const std::scoped_lock lock(m_mutex);
        m_format = format;
        m_plan = SoundPlan(format, at, m_loop);
        m_ring.assign(std::size_t(format.framesIn(ahead)) * std::size_t(format.bytesPerFrame()), 0);
        m_taken = m_ready = 0;
        ++m_change;
        m_active = true;
        m_wake.notify_all();
    }

    void end()
    {
        const std::scoped_lock lock(m_mutex);
        m_active = false;
        ++m_change;
    }

    Microseconds playOf(qint64 frame) const
    {
        const std::scoped_lock lock(m_mutex);
        return m_plan.playOf(frame);
    }

    Microseconds momentOf(Microseconds play) const
    {
        const std::scoped_lock lock(m_mutex);
        return m_plan.momentOf(play);
    }

    qint64 take(char *to, qint64 bytes)
    {
        std::unique_lock lock(m_mutex);
        const int size = m_format.bytesPerFrame();
        const qint64 frames = bytes / size;
        if (m_active && m_side && m_ready < m_taken + frames)
            m_filled.wait_for(lock, longestWait,
                              [&] { return m_closing || !m_active || m_ready >= m_taken + frames; });
        const qint64 there = m_active ? std::clamp<qint64>(m_ready - m_taken, 0, frames) : 0;
        copyRing(m_taken, there, to, Way::Out);
        std::memset(to + there * size, m_format.silence(), std::size_t((frames - there) * size));
        m_taken += frames;
        m_wake.notify_all();
        return frames * size;
    }

private:
    enum class Way { In, Out };

    struct Wanted
    {
        SoundClip clip;
        bool look = false;
    };

    struct Opened
    {
        QString file;
        std::unique_ptr<SoundReader> reader; // null: it has no sound
    };

    // Drops what is ready but not taken; from which frame on it is filled anew.
    qint64 cut()
    {
        m_ready = std::clamp(m_ready, m_taken, m_taken + m_format.framesIn(keptOnChange));
        ++m_change;
        m_wake.notify_all();
        return m_ready;
    }

    void copyRing(qint64 frame, qint64 frames, char *bytes, Way way)
    {
        const int size = m_format.bytesPerFrame();
        const qint64 room = qint64(m_ring.size()) / size;
        while (frames > 0) {
            const qint64 at = frame % room;
            const qint64 part = std::min(frames, room - at);
            char *const ring = m_ring.data() + at * size;
            std::memcpy(way == Way::Out ? bytes : ring, way == Way::Out ? ring : bytes,
                        std::size_t(part * size));
            bytes += part * size;
            frame += part;
            frames -= part;
        }
    }

    qint64 room() const { return qint64(m_ring.size()) / m_format.bytesPerFrame() - (m_ready - m_taken); }

    bool hungry() const { return m_active && m_side && (m_ready < m_taken || room() >= framesARead); }

    // The side whose clip is to be opened or let go.
    std::optional<Side> unopened() const
    {
        for (const Side side : bothSides) {
            const Wanted &wanted = m_wanted[std::size_t(side)];
            if (m_opened[std::size_t(side)].file != (wanted.look ? wanted.clip.file : QString()))
                return side;
        }
        return std::nullopt;
    }

    void run()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_wake.wait(lock, [this] { return m_closing || hungry() || unopened(); });
            if (m_closing)
                return;
            if (const auto side = unopened())
                open(lock, *side);
            else
                fill(lock);
        }
    }

    void open(std::unique_lock<std::mutex> &lock, Side side)
    {
        Opened &opened = m_opened[std::size_t(side)];
        const Wanted &wanted = m_wanted[std::size_t(side)];
        const QString file = wanted.look ? wanted.clip.file : QString();
        const qint64 firstPicture = wanted.clip.firstPicture;
        lock.unlock();
        opened.reader.reset();
        if (!file.isEmpty()) {
            opened.reader = std::make_unique<SoundReader>(m_closing);
            if (!opened.reader->open(file, firstPicture))
                opened.reader.reset();
        }
        const bool hasSound = opened.reader != nullptr;
        lock.lock();
        opened.file = file;
        if (m_closing || file.isEmpty())
            return;
        // Dropped by Qt when the owner goes, which joins this thread first.
        QMetaObject::invokeMethod(
            m_owner, [owner = m_owner, side, file, hasSound] { Q_EMIT owner->looked(side, file, hasSound); },
            Qt::QueuedConnection);
    }

    void fill(std::unique_lock<std::mutex> &lock)
    {
        m_ready = std::max(m_ready, m_taken); // what came too late is passed over
        const qint64 from = m_ready;
        const quint64 change = m_change;
        const SoundFormat format = m_format;
        const Microseconds play = m_plan.playOf(from);
        int frames = framesARead;
        if (const auto until = m_plan.untilWrap(play))
            frames = int(std::clamp<qint64>(format.framesIn(*until), 1, frames));
        const Microseconds moment = m_plan.momentOf(play) - m_wanted[std::size_t(*m_side)].clip.begin;
        SoundReader *const reader = m_opened[std::size_t(*m_side)].reader.get();
        lock.unlock();
        m_piece.resize(std::size_t(frames) * std::size_t(format.bytesPerFrame()));
        if (reader) {
            reader->setFormat(format);
            reader->read(format.framesIn(moment), frames, m_piece.data());
        } else {
            std::fill(m_piece.begin(), m_piece.end(), format.silence());
        }
        lock.lock();
        if (change != m_change || m_closing)
            return;
        copyRing(from, frames, m_piece.data(), Way::In);
        m_ready = from + frames;
        m_filled.notify_all();
    }

    SoundFeed *m_owner;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_filled;
    std::atomic<bool> m_closing{false};
    std::array<Wanted, 2> m_wanted;
    std::array<Opened, 2> m_opened; // the thread's, but for the names
    std::optional<Side> m_side;
    std::optional<Trim> m_loop;
    SoundFormat m_format;
    SoundPlan m_plan;
    std::vector<char> m_ring; // frame n stands at n modulo its length
    std::vector<char> m_piece;
    qint64 m_taken = 0;
    qint64 m_ready = 0; // the frame after the last that may be taken
    quint64 m_change = 0;
    bool m_active = false;
    std::thread m_thread;
};

SoundFeed::SoundFeed(QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(this))
{}

SoundFeed::~SoundFeed() = default;

void SoundFeed::setClip(Side side, const SoundClip &clip)
{
    m_worker->setClip(side, clip);
}

void SoundFeed::look(Side side)
{
    m_worker->look(side);
}

void SoundFeed::choose(std::optional<Side> side)
{
    m_worker->choose(side);
}

void SoundFeed::setLoop(const std::optional<Trim> &loop)
{
    m_worker->setLoop(loop);
}

void SoundFeed::setMoment(Microseconds play, Microseconds moment)
{
    m_worker->setMoment(play, moment);
}

void SoundFeed::begin(const SoundFormat &format, Microseconds at)
{
    m_worker->begin(format, at);
}

void SoundFeed::end()
{
    m_worker->end();
}

Microseconds SoundFeed::playOf(qint64 frame) const
{
    return m_worker->playOf(frame);
}

Microseconds SoundFeed::momentOf(Microseconds play) const
{
    return m_worker->momentOf(play);
}

qint64 SoundFeed::skip(Microseconds by)
{
    return m_worker->skip(by);
}

qint64 SoundFeed::take(char *to, qint64 bytes)
{
    return m_worker->take(to, bytes);
}

} // namespace retake
