// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/trimcontrol.h"

#include "playback/pairplayer.h"
#include "ui/viewer/filmstrip.h"
#include "ui/viewer/momentedit.h"
#include "ui/viewer/scrubber.h"
#include "ui/viewer/sentencelabel.h"
#include "ui/viewer/timecode.h"

#include <QAction>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

using namespace std::chrono_literals;

constexpr auto followTime = 1500ms;

Microseconds fromSeconds(double seconds)
{
    return Microseconds(std::llround(seconds * 1e6));
}

FrameBorders bordersOf(const FrameIndex &index)
{
    FrameTimes begins;
    begins.reserve(std::size_t(index.count()) + 1);
    for (int frame = 0; frame < index.count(); ++frame)
        begins.push_back(index.timeOf(frame));
    return {begins, index.duration()};
}

} // namespace

TrimControl::TrimControl(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_player(parts.player)
    , m_scrubber(parts.scrubber)
    , m_strip(parts.strip)
    , m_bar(parts.bar)
    , m_actions(parts.actions)
{
    m_followed.setSingleShot(true);
    m_followed.setInterval(followTime);
    connect(&m_followed, &QTimer::timeout, this, &TrimControl::stopFollowing);
    connect(&m_player, &PairPlayer::timelineChanged, this, &TrimControl::refresh);
    connectStrip();
    connectBar();
    connectActions();
    show();
}

void TrimControl::connectStrip()
{
    connect(&m_strip, &Filmstrip::gripTaken, this, [this](TrimPart part) {
        m_beforeDrag = m_trim;
        m_dragging = true;
        follow(part);
    });
    connect(&m_strip, &Filmstrip::gripMoved, this, &TrimControl::move);
    connect(&m_strip, &Filmstrip::gripReleased, this, [this] {
        m_dragging = false;
        stopFollowing();
    });
    connect(&m_strip, &Filmstrip::gripCancelled, this, [this] {
        m_dragging = false;
        stopFollowing();
        if (m_trim == m_beforeDrag)
            return;
        set(m_beforeDrag);
        Q_EMIT edited(m_trim);
    });
    connect(&m_strip, &Filmstrip::gripStepped, this, &TrimControl::step);
    connect(&m_strip, &Filmstrip::gripPlaced, this,
            [this](TrimPart part, int border) { move(part, m_range.borders().at(border)); });
    connect(&m_strip, &Filmstrip::gripLeft, this, [this] {
        if (!m_dragging)
            stopFollowing();
    });
}

void TrimControl::connectBar()
{
    connect(&m_bar, &TrimBar::typed, this, &TrimControl::typed);
    connect(&m_bar, &TrimBar::stepped, this, [this](TrimBar::Field field, int frames) {
        step(field == TrimBar::Field::In ? TrimPart::In : TrimPart::Out, frames, 0s);
    });
}

void TrimControl::connectActions()
{
    // An action that needs a clip, with what it makes of the piece.
    const auto on = [this](QAction *action, Length length, auto wish) {
        connect(action, &QAction::triggered, this, [this, length, wish] {
            if (!m_range.isEmpty())
                edit(wish(), length);
        });
    };
    on(m_actions.trimIn, Length::Own, [this] { return m_range.setIn(piece(), m_scrubber.playhead()); });
    on(m_actions.trimOut, Length::Own, [this] {
        const FrameBorders &borders = m_range.borders();
        return m_range.setOut(piece(), borders.at(borders.notAfter(m_scrubber.playhead()) + 1));
    });
    on(m_actions.trimAll, Length::Own, [this] { return HeldTrim{m_range.whole()}; });
    on(m_actions.trimAround, Length::Keep,
       [this] { return m_range.around(m_scrubber.playhead(), m_length); });
    on(m_actions.trimAroundLongest, Length::Own,
       [this] { return m_range.around(m_scrubber.playhead(), m_range.longest()); });
    on(m_actions.trimNext, Length::Keep, [this] { return m_range.next(piece(), m_length); });
    on(m_actions.trimPrevious, Length::Keep, [this] { return m_range.previous(piece(), m_length); });
    // The next piece is what is looked at next.
    for (QAction *action : {m_actions.trimNext, m_actions.trimPrevious})
        connect(action, &QAction::triggered, this, [this] { seek(piece().in); });
    connect(m_actions.toIn, &QAction::triggered, this, [this] { seek(piece().in); });
    connect(m_actions.toOut, &QAction::triggered, this, [this] { seek(piece().out - 1us); });
}

void TrimControl::set(const std::optional<Trim> &trim)
{
    m_trim = trim;
    m_length = piece().length();
    show();
}

void TrimControl::setLimits(const TrimLimits &limits)
{
    if (limits == m_limits)
        return;
    m_limits = limits;
    refresh();
}

void TrimControl::refresh()
{
    const auto index = m_player.frameIndex(Side::Before);
    m_range =
        index ? TrimRange(bordersOf(*index), fromSeconds(m_limits.shortest), fromSeconds(m_limits.longest))
              : TrimRange();
    m_length = piece().length();
    show();
}

Trim TrimControl::piece() const
{
    return m_trim ? m_range.held(*m_trim) : m_range.whole();
}

void TrimControl::show()
{
    const Trim shown = piece();
    const bool any = !m_range.isEmpty();
    const bool part = any && shown.length() < m_range.duration();
    m_strip.setPiece(shown, m_range.borders());
    m_strip.setReach(any && m_limits.longest > 0 ? std::optional(m_range.reachOfOut(shown)) : std::nullopt);
    m_bar.setPiece(shown, m_range);
    m_bar.sentence()->setSentence(any ? lengthSentence(shown, m_limits, m_range.duration()) : QString());
    m_player.setPiece(part ? std::optional(shown) : std::nullopt);
    showWords(shown);
    for (QAction *action : {m_actions.trimIn, m_actions.trimOut, m_actions.trimAll, m_actions.toIn,
                            m_actions.toOut, m_actions.zoomPiece})
        action->setEnabled(any);
    for (QAction *action : {m_actions.trimAround, m_actions.trimNext, m_actions.trimPrevious})
        action->setEnabled(part);
    m_actions.trimAroundLongest->setEnabled(any && m_range.longest() < m_range.duration());
}

void TrimControl::showWords(const Trim &shown)
{
    if (m_range.isEmpty())
        return;
    const QString length = secondsText(shown.length());
    m_actions.trimAround->setText(tr("Piece of %1 s around the playhead").arg(length));
    m_actions.trimAroundLongest->setText(
        tr("Longest piece around the playhead: %1 s").arg(secondsText(m_range.longest())));
    m_actions.trimNext->setText(tr("Next piece of %1 s").arg(length));
    m_actions.trimPrevious->setText(tr("Previous piece of %1 s").arg(length));
    m_actions.loop->setText(shown.length() < m_range.duration() ? tr("Loop the piece") : tr("Loop"));
}

void TrimControl::edit(const HeldTrim &wish, Length length)
{
    const QString reason = holdSentence(wish.hold, m_limits);
    reason.isEmpty() ? m_bar.sentence()->hush() : m_bar.sentence()->say(reason);
    const bool everything = wish.piece == Trim{0us, m_range.duration()};
    const auto chosen = everything ? std::nullopt : std::optional(wish.piece);
    if (length == Length::Own)
        m_length = wish.piece.length();
    if (chosen == m_trim)
        return;
    m_trim = chosen;
    show();
    Q_EMIT edited(m_trim);
}

void TrimControl::follow(TrimPart part)
{
    const Trim shown = piece();
    const FrameBorders &borders = m_range.borders();
    m_strip.setBubble(part, partText(part, shown, borders));
    m_scrubber.peek(part == TrimPart::Out ? borders.nearest(shown.out) - 1 : borders.nearest(shown.in));
}

void TrimControl::stopFollowing()
{
    m_followed.stop();
    m_strip.setBubble(TrimPart::In, {});
    m_scrubber.endPeek();
}

void TrimControl::move(TrimPart part, Microseconds to)
{
    if (m_range.isEmpty())
        return;
    switch (part) {
    case TrimPart::In:
        edit(m_range.dragIn(piece(), to), Length::Own);
        break;
    case TrimPart::Piece:
        edit(m_range.placed(to, m_length), Length::Keep);
        break;
    case TrimPart::Out:
        edit(m_range.dragOut(piece(), to), Length::Own);
        break;
    }
    if (m_dragging)
        follow(part);
}

void TrimControl::step(TrimPart part, int frames, Microseconds time)
{
    if (m_range.isEmpty())
        return;
    if (time != 0us)
        move(part, (part == TrimPart::Out ? piece().out : piece().in) + time);
    else
        edit(m_range.stepped(piece(), part, frames, m_length),
             part == TrimPart::Piece ? Length::Keep : Length::Own);
    follow(part);
    m_followed.start();
}

void TrimControl::typed(TrimBar::Field field, const QString &text)
{
    const auto moment = parseMoment(text);
    if (!moment || m_range.isEmpty()) {
        m_bar.sentence()->say(tr("Type 1:02.5 or f1500"));
        return;
    }
    const FrameBorders &borders = m_range.borders();
    const auto *frame = std::get_if<FrameNumber>(&*moment);
    // The number of a frame means its beginning, or where the piece ends, the end of it.
    const auto at = [&](int border) { return frame ? borders.at(border) : std::get<Microseconds>(*moment); };
    const Trim shown = piece();
    switch (field) {
    case TrimBar::Field::In:
        edit(m_range.setIn(shown, at(frame ? frame->value - 1 : 0)), Length::Own);
        break;
    case TrimBar::Field::Out:
        edit(m_range.setOut(shown, at(frame ? frame->value : 0)), Length::Own);
        break;
    case TrimBar::Field::Length: {
        const int in = borders.nearest(shown.in);
        const Microseconds length = frame ? borders.at(in + frame->value) - borders.at(in) : at(0);
        edit(m_range.withLength(shown, length), Length::Own);
        break;
    }
    }
    m_strip.reveal(field == TrimBar::Field::In ? piece().in : piece().out);
}

void TrimControl::seek(Microseconds time)
{
    m_scrubber.endPeek();
    m_player.seek(time);
}

} // namespace retake
