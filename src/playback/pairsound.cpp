// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/pairsound.h"

#include "playback/soundfeed.h"
#include "playback/soundsink.h"

#include <algorithm>

namespace retake {

namespace {

using namespace std::chrono_literals;

constexpr auto listenEvery = 10ms;
constexpr auto lookAfter = 300ms;
// A device that has said nothing for so long has lost its stream: it is started anew.
constexpr auto silent = 5s;
// What the plan of the sound may be off at a loop's end before it is set anew.
constexpr Microseconds planned = 5ms;

SoundClock::Wall wall()
{
    return std::chrono::steady_clock::now();
}

} // namespace

PairSound::PairSound(QObject *parent)
    : QObject(parent)
    , m_feed(std::make_shared<SoundFeed>())
    , m_makeOutput([] { return std::make_unique<SoundSink>(); })
{
    m_listen.setTimerType(Qt::PreciseTimer);
    m_listen.setInterval(listenEvery);
    m_look.setSingleShot(true);
    m_look.setInterval(lookAfter);
    connect(&m_listen, &QTimer::timeout, this, &PairSound::listen);
    connect(&m_look, &QTimer::timeout, this, [this] {
        for (const Side each : bothSides)
            m_feed->look(each);
    });
    connect(m_feed.get(), &SoundFeed::looked, this, &PairSound::looked);
}

PairSound::~PairSound()
{
    stopOutput();
    m_output.reset();
}

void PairSound::setOutput(MakeOutput make)
{
    stopOutput();
    m_output.reset();
    m_makeOutput = std::move(make);
    update();
}

void PairSound::setClip(Side side, const SoundClip &clip)
{
    Clip &here = m_clips[std::size_t(side)];
    if (here.file != clip.file) {
        here = {clip.file, std::nullopt};
        if (!clip.file.isEmpty())
            m_look.start();
    }
    m_feed->setClip(side, clip);
    update();
}

void PairSound::setLoop(const std::optional<Trim> &loop)
{
    m_feed->setLoop(loop);
}

void PairSound::choose(std::optional<Choice> choice)
{
    if (m_choice == choice)
        return;
    if (choice == Choice::Off)
        m_unmuted = m_choice;
    m_choice = choice;
    update();
}

void PairSound::toggleMuted()
{
    choose(m_choice == Choice::Off ? m_unmuted : Choice::Off);
}

void PairSound::changeSide()
{
    choose(heard() == Choice::After ? Choice::Before : Choice::After);
}

bool PairSound::isPair() const
{
    return std::none_of(m_clips.begin(), m_clips.end(), [](const Clip &clip) { return clip.file.isEmpty(); });
}

std::optional<Side> PairSound::side() const
{
    const bool isAfter = !clip(Side::After).file.isEmpty();
    const bool isBefore = !clip(Side::Before).file.isEmpty();
    if (m_choice == Choice::Off || (!isBefore && !isAfter))
        return std::nullopt;
    if (m_choice && isBefore && isAfter)
        return m_choice == Choice::Before ? Side::Before : Side::After;
    if (isAfter && (!isBefore || clip(Side::After).hasSound.value_or(false)))
        return Side::After;
    return Side::Before;
}

PairSound::Choice PairSound::heard() const
{
    const auto now = side();
    if (!now)
        return m_choice.value_or(Choice::Before);
    return *now == Side::Before ? Choice::Before : Choice::After;
}

PairSound::State PairSound::state() const
{
    const auto now = side();
    if (now && clip(*now).hasSound == false)
        return State::NoSound;
    return m_output && !m_output->hasDevice() ? State::NoDevice : State::Ready;
}

void PairSound::setVolume(double volume)
{
    m_volume = std::clamp(volume, 0.0, 1.0);
    if (m_output)
        m_output->setVolume(m_volume);
    Q_EMIT changed();
}

// The device is asked for only when there is something to hear.
bool PairSound::canSound()
{
    const auto now = side();
    if (!m_runs || !now || clip(*now).hasSound != true)
        return false;
    if (!m_output) {
        m_output = m_makeOutput();
        m_output->setVolume(m_volume);
        connect(m_output.get(), &SoundOutput::deviceChanged, this, &PairSound::deviceChanged);
    }
    return m_output->hasDevice();
}

void PairSound::looked(Side side, const QString &file, bool hasSound)
{
    Clip &clip = m_clips[std::size_t(side)];
    if (clip.file != file)
        return;
    clip.hasSound = hasSound;
    update();
}

void PairSound::deviceChanged()
{
    if (m_sounds)
        stopOutput();
    update();
}

// What is to be heard, and what is, made the same. A sound that begins while the picture runs joins it.
void PairSound::update()
{
    m_feed->choose(side());
    const bool sound = canSound();
    if (sound && !m_sounds)
        startOutput(m_clock.at(wall()));
    else if (!sound && m_sounds)
        stopOutput();
    Q_EMIT changed();
}

void PairSound::startOutput(Microseconds at)
{
    const SoundFormat format = m_output->format();
    m_rate = format.rate;
    m_setAnew = 0;
    m_heard = {};
    m_heardAt = wall();
    m_feed->begin(format, at);
    m_output->start(m_feed);
    m_sounds = true;
    m_listen.start();
}

void PairSound::stopOutput()
{
    if (!m_sounds)
        return;
    m_listen.stop();
    m_output->stop();
    m_feed->end();
    m_sounds = false;
    m_clock.runOn(wall());
}

void PairSound::begin(Microseconds at)
{
    if (m_look.isActive()) {
        m_look.stop();
        for (const Side each : bothSides)
            m_feed->look(each);
    }
    m_runs = true;
    m_began = at;
    m_passed = {};
    if (canSound()) {
        m_clock.await(at, wall());
        startOutput(at);
    } else {
        m_clock.run(at, wall());
    }
    Q_EMIT changed(); // whether there is a device shows now
}

void PairSound::end()
{
    m_runs = false;
    stopOutput();
}

// The feed wraps the loop that it knows by itself. Play time goes on: it is the picture's clock that jumps.
void PairSound::jumped(Microseconds to)
{
    if (!m_sounds)
        return;
    const Microseconds play = m_clock.at(wall());
    if (std::chrono::abs(m_feed->momentOf(play) - to) > planned)
        m_feed->setMoment(play, to);
}

Microseconds PairSound::passed() const
{
    if (m_runs)
        m_passed = std::max(m_passed, m_clock.at(wall()) - m_began);
    return m_passed;
}

void PairSound::listen()
{
    const auto standing = m_output->standing();
    if (standing && standing->heard != m_heard) {
        m_heard = standing->heard;
        m_heardAt = standing->when;
    } else if (wall() - m_heardAt > silent) {
        stopOutput();
        startOutput(m_clock.at(wall()));
        return;
    }
    if (!standing)
        return;
    const qint64 frame = standing->heard.count() * m_rate / 1'000'000;
    if (frame < m_setAnew)
        return;
    if (const auto ahead = m_clock.hear(m_feed->playOf(frame), standing->when))
        m_setAnew = m_feed->skip(-*ahead);
}

} // namespace retake
