// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/pairplayer.h"

#include "playback/pairsound.h"
#include "playback/quickentry.h"
#include "playback/reel.h"

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

using namespace std::chrono_literals;

// Further behind than this the machine is too slow for the clip: the clock waits for it, so that pictures go
// on coming.
constexpr Microseconds hopelesslyLate = 500ms;

} // namespace

PairPlayer::PairPlayer(QObject *parent)
    : QObject(parent)
    , m_sound(new PairSound(this))
{
    m_clock.follow(m_sound);
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    connect(&m_next, &QTimer::timeout, this, &PairPlayer::tick);
    connect(&m_source, &PairSource::opened, this, [this](Side side, const ClipInfo &clip) {
        rebuild();
        Q_EMIT opened(side, clip);
    });
    connect(&m_source, &PairSource::failed, this, [this](Side side, const Error &error) {
        rebuild();
        Q_EMIT failed(side, error);
    });
    connect(&m_source, &PairSource::completed, this, &PairPlayer::deliver);
    connect(&m_source, &PairSource::sharpened, this, [this] { Q_EMIT pairReady(pairNow()); });
}

PairPlayer::~PairPlayer() = default;

void PairPlayer::open(Side side, const QString &file, Microseconds offset, const SentFrames &sent)
{
    m_pairings[std::size_t(side)] = {offset, sent};
    m_source.open(side, file);
    rebuild();
}

void PairPlayer::close(Side side)
{
    if (sideState(side) == SideState::Closed)
        return;
    m_source.close(side);
    rebuild();
}

void PairPlayer::setProxy(const QString &file, const QString &proxy)
{
    m_source.setProxy(file, proxy);
}

PairPlayer::SideState PairPlayer::sideState(Side side) const
{
    return m_source.half(side).state;
}

ClipInfo PairPlayer::clip(Side side) const
{
    return m_source.half(side).clip;
}

std::shared_ptr<const FrameIndex> PairPlayer::frameIndex(Side side) const
{
    return m_source.half(side).index;
}

// Without Before there is nothing that the frames sent could belong to: further takes then go with After by
// time.
PairTimeline PairPlayer::matchAll() const
{
    const auto before = frameIndex(Side::Before);
    const auto after = frameIndex(Side::After);
    const Pairing &pairing = m_pairings[std::size_t(Side::After)];
    PairTimeline all(before.get(), after.get(), pairing.offset, pairing.sent);
    Side first = before ? Side::Before : Side::After;
    for (const Side side : furtherSides) {
        const auto index = frameIndex(side);
        if (!index)
            continue;
        if (all.isEmpty())
            first = side;
        const auto common = first == side ? nullptr : frameIndex(first);
        const Pairing &own = m_pairings[std::size_t(side)];
        const Microseconds begin = before ? Microseconds(0) : m_pairings[std::size_t(first)].offset;
        all = all.joinedBy(side, PairTimeline(common.get(), index.get(), own.offset - begin,
                                              before ? own.sent : SentFrames()));
    }
    return all;
}

// After a side came or went: a new table of pairs, at the moment where the old one was.
void PairPlayer::rebuild()
{
    m_timeline = matchAll();
    m_next.stop();
    m_clock.stop();
    m_source.drop();
    tellSound();
    if (m_timeline.isEmpty()) {
        m_entry = 0;
        if (!m_source.isOpening()) {
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

// Where each side's sound begins, and what a loop repeats.
void PairPlayer::tellSound()
{
    for (const Side side : bothSides) {
        const auto index = frameIndex(side);
        const bool open = sideState(side) == SideState::Open && index;
        m_sound->setClip(side,
                         open ? SoundClip{clip(side).file, index->ptsOf(0), beginOf(side) - shiftOf(side)}
                              : SoundClip());
    }
    m_sound->setLoop(m_looping ? std::optional(region()) : std::nullopt);
}

// The moment of the timeline at which the first frame of the side's clip belongs. Of one that is matched by
// the frames sent, the second frame tells it: beside the first, Before may have waited.
Microseconds PairPlayer::beginOf(Side side) const
{
    if (side == Side::Before || sideState(Side::Before) != SideState::Open)
        return Microseconds(0);
    const Pairing &pairing = m_pairings[std::size_t(Side::After)];
    if (pairing.sent.isEmpty())
        return pairing.offset;
    for (int i = 0; i < m_timeline.size(); ++i) {
        const PairTimeline::Entry &entry = m_timeline.entry(i);
        if (entry.after == 1)
            return entry.time - frameIndex(Side::After)->timeOf(1);
    }
    return pairing.offset;
}

// How much of the side has gone by at its begin, because After is shown some frames later.
Microseconds PairPlayer::shiftOf(Side side) const
{
    const auto index = frameIndex(side);
    if (side == Side::Before || m_afterShift == 0 || !index)
        return Microseconds(0);
    const Microseconds moved = index->timeOf(std::abs(m_afterShift));
    return m_afterShift > 0 ? moved : -moved;
}

void PairPlayer::setDisplaySize(Side side, QSize box)
{
    // While it plays the next pair comes in the new size by itself.
    if (m_source.setDisplaySize(side, box) && m_state == State::Paused)
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
    m_source.sharpenSoon();
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
        if (!m_source.isPending())
            scheduleNext();
    }
    Q_EMIT speedChanged(m_speed);
}

void PairPlayer::setLooping(bool looping)
{
    if (m_looping == looping)
        return;
    m_looping = looping;
    tellSound();
    Q_EMIT loopingChanged(looping);
}

void PairPlayer::setPiece(const std::optional<Trim> &piece)
{
    m_piece = piece;
    tellSound();
}

void PairPlayer::seek(Microseconds time)
{
    if (m_timeline.isEmpty())
        return;
    m_clock.stop();
    m_next.stop();
    want(m_timeline.entryAt(time));
}

PairPlayer::Landing PairPlayer::seekNear(Microseconds time)
{
    if (m_timeline.isEmpty())
        return Landing::Exact;
    const int exact = m_timeline.entryAt(time);
    const int near = quickEntryNear(exact, m_timeline.size(), [this](int entry) { return costOf(entry); });
    m_clock.stop();
    m_next.stop();
    want(near);
    return near == exact ? Landing::Exact : Landing::Near;
}

// Of the slowest side, for all decode at once.
double PairPlayer::costOf(int entry) const
{
    double most = 0;
    for (const Side side : allSides) {
        const PairSource::Half &half = m_source.half(side);
        const PairTimeline::Entry &pair = m_timeline.entry(entry);
        const int frame = side == Side::After ? shifted(pair.after) : pair.frame(side);
        if (frame < 0 || !half.index || !half.reel || half.reel->playsProxy())
            continue;
        const QSize size = half.clip.video.codedSize;
        most =
            std::max(most, half.index->wayTo(frame) * double(size.width()) * size.height() / (1920 * 1080));
    }
    return most;
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
    m_stepping = frames < 0 ? -1 : 1;
    seekToFrame(frame() + frames);
    m_stepping = 0;
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
    const PairTimeline::Entry &wanted = m_timeline.entry(m_entry);
    Lookahead ahead = lookAhead(m_timeline, m_entry, heading());
    for (int &frame : ahead.after)
        frame = shifted(frame);
    m_source.request({wanted.before, shifted(wanted.after), wanted.further[0], wanted.further[1]}, ahead);
}

// Where it goes from here by itself, or where the last step went.
Heading PairPlayer::heading() const
{
    if (m_state != State::Playing)
        return {m_stepping, 0, m_timeline.size() - 1, false};
    const Trim played = region();
    const int stride = std::max(1, int(std::abs(m_speed)));
    return {m_speed > 0 ? stride : -stride, m_timeline.entryAt(played.in),
            m_timeline.entryAt(played.out - Microseconds(1)), m_looping};
}

void PairPlayer::deliver()
{
    if (m_state == State::Playing)
        scheduleNext();
    else
        m_source.sharpenSoon();
    Q_EMIT pairReady(pairNow());
}

PicturePair PairPlayer::pairNow() const
{
    const PairSource::Half &before = m_source.half(Side::Before);
    const PairSource::Half &after = m_source.half(Side::After);
    PicturePair now{before.picture, after.picture, before.frame, after.frame, m_time, frame()};
    for (std::size_t i = 0; i < furtherSides.size(); ++i) {
        now.further[i] = m_source.half(furtherSides[i]).picture;
        now.furtherFrames[i] = m_source.half(furtherSides[i]).frame;
    }
    return now;
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
    if (m_state != State::Playing || m_source.isPending())
        return;
    const Microseconds now = m_clock.now();
    const Trim played = region();
    const bool over = m_speed > 0 ? now >= played.out : now < played.in;
    if (over && m_looping) {
        if (m_speed > 0)
            m_clock.jump(played.in - played.out); // the sound has gone on there by itself
        else
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
    tellSound();
    if (m_state == State::Paused)
        requestPair();
    Q_EMIT afterShiftChanged(frames);
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
