// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/clipplayer.h"

#include "playback/pairplayer.h"
#include "session/errorsentence.h"
#include "ui/viewer/comparecanvas.h"
#include "ui/viewer/cutoffwords.h"
#include "ui/viewer/keycourtesy.h"
#include "ui/viewer/playkeys.h"
#include "ui/viewer/transportbar.h"

#include <QAbstractButton>
#include <QAction>
#include <QList>
#include <QVBoxLayout>

namespace retake {

class ClipPlayer::Private
{
public:
    explicit Private(ClipPlayer *q)
        : player(new PairPlayer(q))
        , actions(q)
        , canvas(new CompareCanvas(q))
        , transport(new TransportBar(*player, actions, q))
    {}

    PairPlayer *player;
    ViewerActions actions;
    CompareCanvas *canvas;
    TransportBar *transport;
    QString file;
    QString title;
};

ClipPlayer::ClipPlayer(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this))
{
    setObjectName(QStringLiteral("clipPlayer"));
    d->canvas->setSideNames(CompareCanvas::SideNames::Hidden);
    d->canvas->setMode(ViewMode::Single);
    // There is one picture here and nothing to cut: those keys are left to others.
    const ViewerActions &a = d->actions;
    const QList<QAction *> kept{a.play,       a.stepBack,      a.stepForward, a.tenBack, a.tenForward,
                                a.secondBack, a.secondForward, a.toStart,     a.toEnd,   a.backwards,
                                a.pause,      a.forwards,      a.loop,        a.mute};
    for (QAction *action : actions()) {
        if (kept.contains(action))
            continue;
        removeAction(action);
        action->setVisible(false);
    }

    auto *below = new QWidget(this);
    below->setProperty("panel", QStringLiteral("bottom"));
    below->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QVBoxLayout(below);
    row->setContentsMargins(10, 7, 10, 7);
    row->addWidget(d->transport);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(d->canvas, 1);
    column->addWidget(below);

    connectPlayKeys(d->actions, *d->player, this);
    auto *courtesy = new KeyCourtesy(this);
    for (auto *button : findChildren<QAbstractButton *>())
        courtesy->guard(button);
    connect(d->canvas, &CompareCanvas::displaySizeChanged, this,
            [this] { d->player->setDisplaySize(Side::Before, d->canvas->displaySize(Side::Before)); });
    connect(d->player, &PairPlayer::opened, this,
            [this](Side side, const ClipInfo &clip) { d->canvas->setClipSize(side, clip.video.size); });
    connect(d->player, &PairPlayer::pairReady, this,
            [this](const PicturePair &pair) { d->canvas->showPair(pair, d->player->frameCount()); });
    connect(d->player, &PairPlayer::loopingChanged, d->actions.loop, &QAction::setChecked);
    connect(d->player, &PairPlayer::opened, this, [this](Side side) {
        d->canvas->setTitle(side, titleWithLoss(d->title, d->player->frameIndex(side).get()));
    });
    connect(d->player, &PairPlayer::failed, this,
            [this](Side side, const Error &error) { d->canvas->setSentence(side, sentenceFor(error)); });
    setFocusProxy(d->canvas);
}

// The children go after Private: see ViewerPane.
ClipPlayer::~ClipPlayer()
{
    d->player->disconnect(this);
    d->canvas->disconnect(this);
}

void ClipPlayer::open(const QString &file, const QString &title)
{
    d->file = file;
    d->title = title;
    d->canvas->setTitle(Side::Before, title);
    d->canvas->setSentence(Side::Before, std::nullopt);
    d->canvas->setPresent(Side::Before, true);
    d->player->setDisplaySize(Side::Before, d->canvas->displaySize(Side::Before));
    d->player->open(Side::Before, file);
    d->player->seekToFrame(0);
    d->player->setLooping(true);
}

void ClipPlayer::clear()
{
    d->file.clear();
    d->player->pause();
    d->player->close(Side::Before);
    d->canvas->setPresent(Side::Before, false);
}

QString ClipPlayer::file() const
{
    return d->file;
}

PairPlayer *ClipPlayer::player() const
{
    return d->player;
}

} // namespace retake
