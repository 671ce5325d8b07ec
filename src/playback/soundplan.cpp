// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/soundplan.h"

#include <algorithm>

namespace retake {

namespace {

std::optional<Trim> valid(const std::optional<Trim> &loop)
{
    return loop && loop->out > loop->in ? loop : std::nullopt;
}

} // namespace

SoundPlan::SoundPlan(const SoundFormat &format, Microseconds at, const std::optional<Trim> &loop)
    : m_format(format)
    , m_runs{Run{0, at}}
    , m_epochs{Epoch{at, at, valid(loop)}}
{}

Microseconds SoundPlan::playOf(qint64 frame) const
{
    auto run = m_runs.rbegin();
    while (std::next(run) != m_runs.rend() && run->frame > frame)
        ++run;
    return run->play + m_format.timeOf(frame - run->frame);
}

const SoundPlan::Epoch &SoundPlan::epochAt(Microseconds play) const
{
    auto epoch = m_epochs.rbegin();
    while (std::next(epoch) != m_epochs.rend() && epoch->play > play)
        ++epoch;
    return *epoch;
}

Microseconds SoundPlan::momentOf(Microseconds play) const
{
    const Epoch &epoch = epochAt(play);
    const Microseconds moment = epoch.moment + (play - epoch.play);
    if (!epoch.loop || moment < epoch.loop->out)
        return moment;
    return epoch.loop->in + (moment - epoch.loop->out) % (epoch.loop->out - epoch.loop->in);
}

std::optional<Microseconds> SoundPlan::untilWrap(Microseconds play) const
{
    const Epoch &epoch = epochAt(play);
    if (!epoch.loop)
        return std::nullopt;
    return epoch.loop->out - momentOf(play);
}

void SoundPlan::skip(qint64 from, Microseconds by)
{
    const Microseconds play = playOf(from) + by;
    while (m_runs.size() > 1 && m_runs.back().frame >= from)
        m_runs.pop_back();
    m_runs.push_back({from, play});
}

void SoundPlan::setLoop(qint64 from, const std::optional<Trim> &loop)
{
    const Microseconds play = playOf(from);
    add({play, momentOf(play), valid(loop)});
}

void SoundPlan::setMoment(qint64 from, Microseconds play, Microseconds moment)
{
    const Microseconds begin = playOf(from);
    const std::optional<Trim> loop = m_epochs.back().loop;
    add({play, moment, loop});
    const Microseconds then = momentOf(begin);
    m_epochs.pop_back();
    add({begin, then, loop});
}

void SoundPlan::add(const Epoch &epoch)
{
    // Those before the last few are long over.
    constexpr std::size_t kept = 16;
    if (m_epochs.size() > kept)
        m_epochs.erase(m_epochs.begin());
    m_epochs.push_back(epoch);
}

} // namespace retake
