// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/trimrange.h"

#include <algorithm>

namespace retake {

namespace {

constexpr Microseconds nothing{0};

} // namespace

TrimRange::TrimRange(FrameBorders borders, Microseconds shortest, Microseconds longest)
    : m_borders(std::move(borders))
    , m_shortest(std::clamp(shortest, nothing, duration()))
    , m_longest(longest > nothing ? std::clamp(longest, m_shortest, duration()) : duration())
{}

// Where the borders allow nothing between shortest and longest, the shortest wins.
int TrimRange::firstOut(int in) const
{
    return std::clamp(m_borders.notBefore(m_borders.at(in) + m_shortest),
                      std::min(in + 1, m_borders.frames()), m_borders.frames());
}

int TrimRange::lastOut(int in) const
{
    return std::max(firstOut(in), m_borders.notAfter(m_borders.at(in) + m_longest));
}

int TrimRange::lastIn(int out) const
{
    return std::clamp(m_borders.notAfter(m_borders.at(out) - m_shortest), 0, std::max(out - 1, 0));
}

int TrimRange::firstIn(int out) const
{
    return std::min(lastIn(out), m_borders.notBefore(m_borders.at(out) - m_longest));
}

Trim TrimRange::between(int in, int out) const
{
    return {m_borders.at(in), m_borders.at(out)};
}

HeldTrim TrimRange::endingAt(int out, Microseconds length, TrimHold hold) const
{
    const int in = std::clamp(m_borders.nearest(m_borders.at(out) - length), firstIn(out), lastIn(out));
    return {between(in, out), hold};
}

Trim TrimRange::whole() const
{
    return between(0, lastOut(0));
}

Trim TrimRange::held(const Trim &wish) const
{
    return placed(std::max(wish.in, nothing), wish.length()).piece;
}

HeldTrim TrimRange::dragIn(const Trim &piece, Microseconds to) const
{
    const int out = m_borders.nearest(piece.out);
    const int wished = m_borders.nearest(to);
    const int in = std::clamp(wished, firstIn(out), lastIn(out));
    const TrimHold hold = wished > in    ? TrimHold::Shortest
                          : wished < in  ? TrimHold::Longest
                          : to < nothing ? TrimHold::ClipStart
                                         : TrimHold::Free;
    return {between(in, out), hold};
}

HeldTrim TrimRange::dragOut(const Trim &piece, Microseconds to) const
{
    const int in = std::min(m_borders.nearest(piece.in), lastIn(m_borders.frames()));
    const int wished = m_borders.nearest(to);
    const int out = std::clamp(wished, firstOut(in), lastOut(in));
    const TrimHold hold = wished < out      ? TrimHold::Shortest
                          : wished > out    ? TrimHold::Longest
                          : to > duration() ? TrimHold::ClipEnd
                                            : TrimHold::Free;
    return {between(in, out), hold};
}

HeldTrim TrimRange::placed(Microseconds to, Microseconds length) const
{
    const Microseconds kept = std::clamp(length, m_shortest, m_longest);
    const TrimHold limit = kept < length   ? TrimHold::Longest
                           : kept > length ? TrimHold::Shortest
                                           : TrimHold::Free;
    if (to + kept > duration())
        return endingAt(m_borders.frames(), kept, TrimHold::ClipEnd);
    const int in = std::min(m_borders.nearest(to), lastIn(m_borders.frames()));
    const int out = std::clamp(m_borders.nearest(m_borders.at(in) + kept), firstOut(in), lastOut(in));
    return {between(in, out), to < nothing ? TrimHold::ClipStart : limit};
}

HeldTrim TrimRange::stepped(const Trim &piece, TrimPart part, int frames, Microseconds length) const
{
    // Beyond the clip's ends a wish lies beyond them, so that it is known for held back.
    const auto moved = [&](Microseconds end) {
        const int border = m_borders.nearest(end) + frames;
        return border < 0                    ? Microseconds(-1)
               : border > m_borders.frames() ? duration() + Microseconds(1)
                                             : m_borders.at(border);
    };
    switch (part) {
    case TrimPart::In:
        return dragIn(piece, moved(piece.in));
    case TrimPart::Out:
        return dragOut(piece, moved(piece.out));
    case TrimPart::Piece:
        return placed(moved(piece.in), length);
    }
    Q_UNREACHABLE();
}

HeldTrim TrimRange::setIn(const Trim &piece, Microseconds at) const
{
    const int wished = m_borders.nearest(at);
    const int in = std::min(wished, lastIn(m_borders.frames()));
    const Microseconds begin = m_borders.at(in);
    const int give = m_borders.nearest(begin < piece.out ? piece.out : begin + piece.length());
    const int out = std::clamp(give, firstOut(in), lastOut(in));
    const TrimHold hold = wished > in || give < out         ? TrimHold::Shortest
                          : give > out && begin < piece.out ? TrimHold::Longest
                                                            : TrimHold::Free;
    return {between(in, out), hold};
}

HeldTrim TrimRange::setOut(const Trim &piece, Microseconds at) const
{
    const int wished = m_borders.nearest(at);
    const int out = std::max(wished, firstOut(0));
    const Microseconds end = m_borders.at(out);
    const int give = m_borders.nearest(end > piece.in ? piece.in : end - piece.length());
    const int in = std::clamp(give, firstIn(out), lastIn(out));
    const TrimHold hold = wished < out || give > in     ? TrimHold::Shortest
                          : give < in && end > piece.in ? TrimHold::Longest
                                                        : TrimHold::Free;
    return {between(in, out), hold};
}

HeldTrim TrimRange::withLength(const Trim &piece, Microseconds length) const
{
    HeldTrim changed = placed(piece.in, length);
    if (length > m_longest)
        changed.hold = m_longest < duration() ? TrimHold::Longest : TrimHold::ClipEnd;
    return changed;
}

HeldTrim TrimRange::around(Microseconds middle, Microseconds length) const
{
    return placed(middle - std::clamp(length, m_shortest, m_longest) / 2, length);
}

HeldTrim TrimRange::next(const Trim &piece, Microseconds length) const
{
    if (piece.out >= duration())
        return {piece, TrimHold::ClipEnd};
    return placed(piece.out, length);
}

HeldTrim TrimRange::previous(const Trim &piece, Microseconds length) const
{
    if (piece.in <= nothing)
        return {piece, TrimHold::ClipStart};
    if (piece.in < length)
        return {placed(nothing, length).piece, TrimHold::ClipStart};
    return endingAt(m_borders.nearest(piece.in), length, TrimHold::Free);
}

Trim TrimRange::reachOfOut(const Trim &piece) const
{
    const int in = m_borders.nearest(piece.in);
    return between(firstOut(in), lastOut(in));
}

} // namespace retake
