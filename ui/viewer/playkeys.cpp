// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/playkeys.h"

#include "playback/pairplayer.h"
#include "playback/pairsound.h"
#include "ui/viewer/vieweractions.h"

#include <QAction>

#include <cmath>

namespace retake {

namespace {

// Again in the same direction doubles the speed.
void shuttle(PairPlayer &player, double direction)
{
    const bool onward = player.state() == PairPlayer::State::Playing && player.speed() * direction > 0;
    player.setSpeed(onward ? player.speed() * 2 : direction);
    player.play();
}

} // namespace

void connectPlayKeys(const ViewerActions &actions, PairPlayer &player, QObject *context)
{
    using namespace std::chrono_literals;
    PairPlayer *const p = &player;
    const auto on = [context](QAction *action, auto what) {
        QObject::connect(action, &QAction::triggered, context, what);
    };
    on(actions.play, [p] {
        if (p->state() != PairPlayer::State::Playing)
            p->setSpeed(std::abs(p->speed()));
        p->togglePlaying();
    });
    on(actions.stepBack, [p] { p->stepBy(-1); });
    on(actions.stepForward, [p] { p->stepBy(1); });
    on(actions.tenBack, [p] { p->stepBy(-10); });
    on(actions.tenForward, [p] { p->stepBy(10); });
    on(actions.secondBack, [p] { p->seek(p->position() - 1s); });
    on(actions.secondForward, [p] { p->seek(p->position() + 1s); });
    on(actions.toStart, [p] { p->seekToFrame(0); });
    on(actions.toEnd, [p] { p->seekToFrame(p->frameCount() - 1); });
    on(actions.backwards, [p] { shuttle(*p, -1); });
    on(actions.pause, [p] {
        p->pause();
        p->setSpeed(1.0);
    });
    on(actions.forwards, [p] { shuttle(*p, 1); });
    on(actions.mute, [p] { p->sound().toggleMuted(); });
    on(actions.soundSide, [p] { p->sound().changeSide(); });
    on(actions.loop, [p](bool checked) { p->setLooping(checked); });
}

} // namespace retake
