// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/trimbar.h"
#include "ui/viewer/trimrange.h"
#include "ui/viewer/trimwords.h"
#include "ui/viewer/vieweractions.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace retake {

class Filmstrip;
class PairPlayer;
class Scrubber;

// The trim between the strip's handles, the fields and buttons above it, the keys and the player's loop. It
// is a piece of Before; another clip or other limits hold it anew. While an end moves, its frame is shown.
class TrimControl : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        PairPlayer &player;
        Scrubber &scrubber;
        Filmstrip &strip;
        TrimBar &bar;
        ViewerActions actions;
    };

    explicit TrimControl(const Parts &parts, QObject *parent = nullptr);

    void set(const std::optional<Trim> &trim); // none: the whole clip

    std::optional<Trim> trim() const { return m_trim; }

    void setLimits(const TrimLimits &limits);

Q_SIGNALS:
    void edited(const std::optional<retake::Trim> &trim); // by the person

private:
    enum class Length { Keep, Own }; // whether a wish changes the length that moving pieces keep

    void connectStrip();
    void connectBar();
    void connectActions();
    Trim piece() const;
    void refresh(); // after the clip or the limits changed
    void show();
    void showWords(const Trim &shown);
    void edit(const HeldTrim &wish, Length length);
    void follow(TrimPart part); // shows the frame at a moving end
    void stopFollowing();
    void move(TrimPart part, Microseconds to);
    void step(TrimPart part, int frames, Microseconds time);
    void typed(TrimBar::Field field, const QString &text);
    void seek(Microseconds time);

    PairPlayer &m_player;
    Scrubber &m_scrubber;
    Filmstrip &m_strip;
    TrimBar &m_bar;
    ViewerActions m_actions;
    TrimRange m_range;
    std::optional<Trim> m_trim;
    std::optional<Trim> m_beforeDrag; // the trim, should the drag be given up
    TrimLimits m_limits;
    Microseconds m_length{0}; // that a moving piece keeps, also over uneven frames
    QTimer m_followed;        // how long a frame is shown after a step by key
    bool m_dragging = false;
};

} // namespace retake
