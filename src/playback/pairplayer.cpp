// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/pairplayer.h"

#include "playback/reel.h"

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

using namespace std::chrono_literals;

// Further behind than this the machine is too slow for the clip: the clock waits for it, so that pictures go
// on coming.
constexpr Microseconds hopelesslyLate = 500ms;
constexpr auto patience = 400ms;
constexpr auto stillAfter = 150ms;

} // namespace

PairPlayer::PairPlayer(QObject *parent)
    : QObject(parent)
{
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    m_patience.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &PairPlayer::tick);
    m_still.setSingleShot(true);
    m_still.setInterval(stillAfter);
    connect(&m_patience, &QTimer::timeout, this, &PairPlayer::deliver);
    connect(&m_still, &QTimer::timeout, this, &PairPlayer::sharpen);
}

PairPlayer::~PairPlayer() = default;

void PairPlayer::open(Side side, const QString &file, Microseconds offset, const SentFrames &sent)
{
    Half &opening = half(side);
    release(opening);
    opening.state = SideState::Opening;
    if (side == Side::After) {
        m_offset = offset;
        m_sent = sent;
    }
    auto *reel = new Reel(file, this);
    opening.reel = reel;
    reel->setProxy(m_proxies.value(file));
    connect(reel, &Reel::opened, this,
            [this, side](const ClipInfo &clip, const std::shared_ptr<const FrameIndex> &index) {
                Half &opened = half(side);
                opened.state = SideState::Open;
                opened.clip = clip;
                opened.index = index;
                rebuild();
                Q_EMIT this->opened(side, clip);
            });
    connect(reel, &Reel::failed, this, [this, side](const Error &error) { fail(side, error); });
    connect(reel, &Reel::picture, this, [this, side](quint64 ticket, const QImage &picture, Reel::From from) {
        if (ticket == m_ticket)
            take(half(side), picture, from == Reel::From::Proxy);
    });
    m_patience.start(patience);
    rebuild();
}

void PairPlayer::close(Side side)
{
    if (half(side).state == SideState::Closed)
        return;
    release(half(side));
    rebuild();
}

void PairPlayer::setProxy(const QString &file, const QString &proxy)
{
    m_proxies.insert(file, proxy);
    for (Half &side : m_halves) {
        if (side.reel && side.reel->file() == file)
            side.reel->setProxy(proxy);
    }
}

PairPlayer::SideState PairPlayer::sideState(Side side) const
{
    return m_halves[std::size_t(side)].state;
}

ClipInfo PairPlayer::clip(Side side) const
{
    return m_halves[std::size_t(side)].clip;
}

std::shared_ptr<const FrameIndex> PairPlayer::frameIndex(Side side) const
{
    return m_halves[std::size_t(side)].index;
}

// The reel may be the sender of the signal that led here, and its thread may be in the middle of a packet:
// it is told to end, and deleted from the event loop.
void PairPlayer::release(Half &released)
{
    if (released.reel) {
        released.reel->disconnect(this);
        released.reel->close();
        released.reel->deleteLater();
    }
    const QSize box = released.box;
    released = {};
    released.box = box;
}

void PairPlayer::fail(Side side, const Error &error)
{
    release(half(side));
    half(side).state = SideState::Failed;
    rebuild();
    Q_EMIT failed(side, error);
}

// After a side came or went: a new table of pairs, at the moment where the old one was.
void PairPlayer::rebuild()
{
    const auto before = half(Side::Before).index;
    const auto after = half(Side::After).index;
    m_timeline = PairTimeline(before.get(), after.get(), m_offset, m_sent);
    m_next.stop();
    m_clock.stop();
    m_pending = false;
    if (m_timeline.isEmpty()) {
        m_entry = 0;
        const bool opening = std::any_of(m_halves.begin(), m_halves.end(),
                                         [](const Half &side) { return side.state == SideState::Opening; });
        if (!opening) {
            m_time = {};
            setState(State::Empty);
        }
        Q_EMIT timelineChanged();
        return;
    }
    if (m_state == State::Empty)
        setState(State::Paused);
    Q_EMIT timelineChanged();
    want(m_timeline.entryAt(m_time));
}

void PairPlayer::setDisplaySize(Side side, QSize box)
{
    if (half(side).box == box)
        return;
    half(side).box = box;
    // While it plays the next pair comes in the new size by itself.
    if (m_state == State::Paused)
        requestPair();
}

void PairPlayer::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void PairPlayer::play()
{
    if (m_state != State::Paused)
        return;
    const Trim played = region();
    const bool outside =
        m_looping && m_piece && (position() < played.in || m_timeline.endOf(m_entry) > played.out);
    setState(State::Playing);
    m_clock.stop();
    want(outside || isAtEnd() ? regionStart() : m_entry);
}

void PairPlayer::pause()
{
    if (m_state != State::Playing)
        return;
    m_next.stop();
    m_clock.stop();
    setState(State::Paused);
    m_still.start();
}

void PairPlayer::togglePlaying()
{
    m_state == State::Playing ? pause() : play();
}

void PairPlayer::setSpeed(double speed)
{
    const double held = std::copysign(std::clamp(std::abs(speed), slowest, fastest), speed);
    if (held == m_speed)
        return;
    m_speed = held;
    if (m_clock.runs()) {
        m_clock.start(m_clock.now(), m_speed);
        if (!m_pending)
            scheduleNext();
    }
    Q_EMIT speedChanged(m_speed);
}

void PairPlayer::setLooping(bool looping)
{
    if (m_looping == looping)
        return;
    m_looping = looping;
    Q_EMIT loopingChanged(looping);
}

void PairPlayer::setPiece(const std::optional<Trim> &piece)
{
    m_piece = piece;
}

void PairPlayer::seek(Microseconds time)
{
    if (m_timeline.isEmpty())
        return;
    m_clock.stop();
    m_next.stop();
    want(m_timeline.entryAt(time));
}

void PairPlayer::seekToFrame(int frame)
{
    if (m_timeline.isEmpty())
        return;
    m_clock.stop();
    m_next.stop();
    want(m_timeline.entryOfStep(frame));
}

void PairPlayer::stepBy(int frames)
{
    pause();
    seekToFrame(frame() + frames);
}

Microseconds PairPlayer::position() const
{
    return m_timeline.isEmpty() ? Microseconds(0) : m_timeline.entry(m_entry).time;
}

int PairPlayer::frame() const
{
    return m_timeline.isEmpty() ? 0 : m_timeline.entry(m_entry).step;
}

void PairPlayer::want(int entry)
{
    m_entry = entry;
    m_time = m_timeline.entry(entry).time;
    requestPair();
    Q_EMIT positionChanged(m_time, frame());
}

void PairPlayer::requestPair()
{
    if (m_timeline.isEmpty())
        return;
    ++m_ticket;
    m_pending = true;
    m_still.stop();
    const PairTimeline::Entry &wanted = m_timeline.entry(m_entry);
    const auto then = m_state == State::Playing && m_speed > 0 ? Reel::Then::ReadAhead : Reel::Then::Rest;
    for (const Side side : bothSides) {
        Half &asked = half(side);
        asked.frame = side == Side::Before ? wanted.before : shifted(wanted.after);
        asked.picture = {};
        if (asked.frame >= 0 && asked.reel)
            asked.reel->request(m_ticket, asked.frame, asked.box, then);
    }
}

void PairPlayer::deliver()
{
    if (!m_pending)
        return;
    for (const Half &side : m_halves) {
        if (side.state == SideState::Opening && m_patience.isActive())
            return;
        if (side.frame >= 0 && side.picture.isNull())
            return;
    }
    m_pending = false;
    if (m_state == State::Playing)
        scheduleNext();
    else
        m_still.start();
    Q_EMIT pairReady(pairNow());
}

PicturePair PairPlayer::pairNow() const
{
    const Half &before = m_halves[std::size_t(Side::Before)];
    const Half &after = m_halves[std::size_t(Side::After)];
    return {before.picture, after.picture, before.frame, after.frame, m_time, frame()};
}

// Also while a pair is asked for the original may be quicker: whichever comes is of the right frame. Of a
// pair that has gone out only a full picture is news, and goes out when no side lacks it any more.
void PairPlayer::take(Half &half, const QImage &picture, bool isProxy)
{
    if (!m_pending && isProxy)
        return;
    half.picture = picture;
    half.isProxy = isProxy;
    const bool whole = std::none_of(m_halves.begin(), m_halves.end(),
                                    [](const Half &side) { return side.frame >= 0 && side.isProxy; });
    if (m_pending)
        deliver();
    else if (whole)
        Q_EMIT pairReady(pairNow());
}

// A picture that stands is decoded from the original, under the ticket of the pair that it belongs to.
void PairPlayer::sharpen()
{
    if (m_state != State::Paused || m_pending)
        return;
    for (Half &side : m_halves) {
        if (side.frame >= 0 && side.isProxy && side.reel)
            side.reel->requestStill(m_ticket, side.frame, side.box);
    }
}

// The clock begins to run when the first pair after a start or a seek is there.
void PairPlayer::scheduleNext()
{
    if (!m_clock.runs())
        m_clock.start(m_time, m_speed);
    const Microseconds due = m_speed > 0 ? m_timeline.endOf(m_entry) : m_time - Microseconds(1);
    const auto waitFor = [&] {
        return Microseconds(qint64(double((due - m_clock.now()).count()) / m_speed));
    };
    if (waitFor() < -hopelesslyLate)
        m_clock.start(m_time, m_speed);
    m_next.start(std::max(std::chrono::ceil<std::chrono::milliseconds>(waitFor()), 0ms));
}

void PairPlayer::tick()
{
    if (m_state != State::Playing || m_pending)
        return;
    const Microseconds now = m_clock.now();
    const Trim played = region();
    const bool over = m_speed > 0 ? now >= played.out : now < played.in;
    if (over && m_looping) {
        m_clock.stop();
        want(regionStart());
    } else if (over && (m_speed > 0 ? m_timeline.endOf(m_entry) >= played.out : m_time <= played.in)) {
        pause();
    } else if (const int entry = m_timeline.entryAt(now); entry != m_entry) {
        want(entry);
    } else {
        scheduleNext();
    }
}

Trim PairPlayer::region() const
{
    const Trim whole{Microseconds(0), m_timeline.duration()};
    if (!m_looping || !m_piece)
        return whole;
    const Trim piece{std::max(m_piece->in, whole.in), std::min(m_piece->out, whole.out)};
    return piece.in < piece.out ? piece : whole;
}

void PairPlayer::setAfterShift(int frames)
{
    if (m_afterShift == frames)
        return;
    m_afterShift = frames;
    if (m_state == State::Paused)
        requestPair();
}

int PairPlayer::shifted(int afterFrame) const
{
    const auto index = frameIndex(Side::After);
    return afterFrame < 0 || !index ? afterFrame
                                    : std::clamp(afterFrame + m_afterShift, 0, index->count() - 1);
}

bool PairPlayer::isAtEnd() const
{
    return m_speed > 0 ? m_timeline.endOf(m_entry) >= region().out : m_time <= region().in;
}

int PairPlayer::regionStart() const
{
    return m_timeline.entryAt(m_speed > 0 ? region().in : region().out - Microseconds(1));
}

} // namespace retake
