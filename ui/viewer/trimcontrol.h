// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/trimrange.h"

#include <QObject>

namespace retake {

class Filmstrip;
class PairPlayer;
class TimecodeLabel;

// The trim between the strip's handles, the keys, the sentence above the strip and the player's loop. It is a
// piece of Before; another clip or other limits hold it anew.
class TrimControl : public QObject
{
    Q_OBJECT
public:
    TrimControl(PairPlayer &player, Filmstrip &strip, TimecodeLabel &text, QObject *parent = nullptr);

    void set(const std::optional<Trim> &trim); // none: the whole clip

    std::optional<Trim> trim() const { return m_trim; }

    void setLimits(double minSeconds, double maxSeconds);

    // By the person.
    void beginHere();
    void endHere();
    void takeAll();

Q_SIGNALS:
    void edited(const std::optional<retake::Trim> &trim);

private:
    Trim piece() const;
    void refresh(); // after the clip or the limits changed
    void show();
    void edit(const Trim &piece);

    PairPlayer &m_player;
    Filmstrip &m_strip;
    TimecodeLabel &m_text;
    TrimRange m_range;
    std::optional<Trim> m_trim;
    double m_minSeconds = 0;
    double m_maxSeconds = 0;
};

} // namespace retake
