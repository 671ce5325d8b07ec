// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/trimcontrol.h"

#include "playback/pairplayer.h"
#include "ui/viewer/filmstrip.h"
#include "ui/viewer/timecode.h"
#include "ui/viewer/timecodelabel.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

Microseconds fromSeconds(double seconds)
{
    return Microseconds(std::llround(seconds * 1e6));
}

} // namespace

TrimControl::TrimControl(PairPlayer &player, Filmstrip &strip, TimecodeLabel &text, QObject *parent)
    : QObject(parent)
    , m_player(player)
    , m_strip(strip)
    , m_text(text)
{
    connect(&m_player, &PairPlayer::timelineChanged, this, &TrimControl::refresh);
    connect(&m_strip, &Filmstrip::pieceDragged, this, &TrimControl::edit);
    show();
}

void TrimControl::set(const std::optional<Trim> &trim)
{
    m_trim = trim;
    show();
}

void TrimControl::setLimits(double minSeconds, double maxSeconds)
{
    m_minSeconds = minSeconds;
    m_maxSeconds = maxSeconds;
    refresh();
}

void TrimControl::beginHere()
{
    if (m_range.duration() > Microseconds(0))
        edit(m_range.setIn(piece(), m_player.position()));
}

void TrimControl::endHere()
{
    const Microseconds frame = m_player.duration() / std::max(m_player.frameCount(), 1);
    if (m_range.duration() > Microseconds(0))
        edit(m_range.setOut(piece(), m_player.position() + frame));
}

void TrimControl::takeAll()
{
    if (m_range.duration() > Microseconds(0))
        edit(m_range.whole());
}

void TrimControl::refresh()
{
    const bool open = m_player.sideState(Side::Before) == PairPlayer::SideState::Open;
    const ClipInfo clip = m_player.clip(Side::Before);
    m_range = open ? TrimRange(clip.duration, clip.duration / std::max<qint64>(clip.video.frames, 1),
                               fromSeconds(m_minSeconds), fromSeconds(m_maxSeconds))
                   : TrimRange();
    m_strip.setRange(m_range);
    show();
}

Trim TrimControl::piece() const
{
    return m_trim ? m_range.held(*m_trim) : m_range.whole();
}

void TrimControl::show()
{
    const Trim shown = piece();
    m_strip.setPiece(shown);
    m_player.setPiece(m_trim ? std::optional(shown) : std::nullopt);
    if (shown.length() <= Microseconds(0)) {
        m_text.setText(QString());
        return;
    }
    const QLocale locale;
    const QString length = locale.toString(double(shown.length().count()) / 1e6, 'f', 1);
    const QString text = tr("Trim: %1 – %2").arg(formatTimecode(shown.in), formatTimecode(shown.out));
    const QString limits =
        m_maxSeconds > 0 ? tr("%1 s; the model takes %2 – %3 s")
                               .arg(length, locale.toString(m_minSeconds), locale.toString(m_maxSeconds))
                         : tr("%1 s").arg(length);
    m_text.setText(tr("%1 (%2)").arg(text, limits));
}

void TrimControl::edit(const Trim &edited)
{
    const bool everything = edited == Trim{Microseconds(0), m_range.duration()};
    const auto chosen = everything ? std::nullopt : std::optional(edited);
    if (chosen == m_trim)
        return;
    m_trim = chosen;
    show();
    Q_EMIT this->edited(m_trim);
}

} // namespace retake
