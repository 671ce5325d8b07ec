// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/transportbar.h"

#include "ui/viewer/glyphbutton.h"
#include "ui/viewer/soundbutton.h"
#include "ui/viewer/timecode.h"
#include "ui/viewer/timecodelabel.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace retake {

namespace {

constexpr std::array offeredSpeeds{0.25, 0.5, 1.0, 1.5, 2.0, 4.0};

QString speedText(double speed)
{
    return QLocale().toString(std::abs(speed)) + (speed < 0 ? u"× ◂" : u"×");
}

} // namespace

TransportBar::TransportBar(PairPlayer &player, const ViewerActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_player(player)
    , m_timecode(new TimecodeLabel(this))
    , m_total(new TimecodeLabel(this))
    , m_loop(new QToolButton(this))
    , m_speed(new QToolButton(this))
{
    setObjectName(QStringLiteral("transportBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);

    using Glyph = GlyphButton::Glyph;
    const auto addGlyph = [&](Glyph glyph, const char *name, QAction *action) {
        auto *button = new GlyphButton(glyph, QString::fromLatin1(name), this);
        button->setAccessibleName(action->text());
        button->setToolTip(
            tr("%1 (%2)").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        row->addWidget(button);
        return button;
    };
    for (const auto &[glyph, name, action] :
         {std::tuple{Glyph::ToStart, "toStart", actions.toStart},
          std::tuple{Glyph::StepBack, "stepBack", actions.stepBack},
          std::tuple{Glyph::Play, "play", actions.play},
          std::tuple{Glyph::StepForward, "stepForward", actions.stepForward},
          std::tuple{Glyph::ToEnd, "toEnd", actions.toEnd}}) {
        GlyphButton *button = addGlyph(glyph, name, action);
        m_controls.append(button);
        if (action == actions.play)
            m_play = button;
        if (action == actions.toStart || action == actions.toEnd)
            m_yielding.append(button);
    }

    m_timecode->setObjectName(QStringLiteral("timecode"));
    m_total->setObjectName(QStringLiteral("frameNumber"));
    m_total->setProperty("secondary", true);
    row->addSpacing(6);
    row->addWidget(m_timecode);
    row->addSpacing(4);
    row->addWidget(m_total);
    m_yielding.append(m_total);
    row->addStretch(1);

    auto *sound = new SoundButton(m_player.sound(), this);
    for (QToolButton *button : {static_cast<QToolButton *>(sound), m_loop, m_speed}) {
        button->setProperty("flat", true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
        m_controls.append(button);
    }
    connect(&m_player.sound(), &PairSound::changed, this, &TransportBar::fit); // its words are longer now
    m_loop->setObjectName(QStringLiteral("loop"));
    m_loop->setDefaultAction(actions.loop);
    const auto nameLoop = [this, loop = actions.loop] {
        m_loop->setAccessibleName(loop->text());
        m_loop->setToolTip(
            tr("%1 (%2)").arg(loop->text(), loop->shortcut().toString(QKeySequence::NativeText)));
    };
    nameLoop();
    connect(actions.loop, &QAction::changed, this, [this, nameLoop] {
        nameLoop();
        fit(); // its words are longer now
    });
    m_speed->setObjectName(QStringLiteral("speed"));
    m_speed->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_speed);
    auto *group = new QActionGroup(menu);
    for (const double speed : offeredSpeeds) {
        QAction *choice = menu->addAction(speedText(speed));
        choice->setCheckable(true);
        choice->setData(speed);
        group->addAction(choice);
    }
    connect(group, &QActionGroup::triggered, this,
            [this](QAction *choice) { m_player.setSpeed(choice->data().toDouble()); });
    m_speed->setMenu(menu);

    connect(&m_player, &PairPlayer::positionChanged, this, &TransportBar::showPosition);
    connect(&m_player, &PairPlayer::timelineChanged, this, &TransportBar::showTimeline);
    connect(&m_player, &PairPlayer::stateChanged, this, &TransportBar::showState);
    connect(&m_player, &PairPlayer::speedChanged, this, &TransportBar::showSpeed);
    showTimeline();
    showState();
    showSpeed();
}

void TransportBar::addTool(QWidget *tool)
{
    layout()->addWidget(tool);
    m_yielding.prepend(tool);
    fit();
}

QSize TransportBar::minimumSizeHint() const
{
    const QSize all = layout()->minimumSize();
    int yielding = 0;
    for (const QWidget *widget : m_yielding)
        yielding += widget->isHidden() ? 0 : roomOf(widget);
    return {all.width() - yielding, all.height()};
}

int TransportBar::roomOf(const QWidget *widget) const
{
    return std::max(widget->minimumWidth(), widget->minimumSizeHint().width()) + layout()->spacing();
}

void TransportBar::resizeEvent(QResizeEvent *)
{
    fit();
}

// Without room for everything what can be had by keys and menus gives way, the last of the list first.
void TransportBar::fit()
{
    int needed = TransportBar::minimumSizeHint().width();
    bool fits = true;
    for (QWidget *widget : m_yielding) {
        needed += roomOf(widget);
        fits = fits && needed <= width();
        widget->setVisible(fits);
    }
}

void TransportBar::showTimeline()
{
    m_timecode->reserve(formatTimecode(m_player.duration()));
    m_total->reserve(totalText(m_player.frameCount()));
    fit();
    showPosition();
}

void TransportBar::showPosition()
{
    m_timecode->setText(formatTimecode(m_player.position()));
    m_total->setText(totalText(m_player.frame() + 1));
}

QString TransportBar::totalText(int frame) const
{
    const int count = m_player.frameCount();
    return count == 0
               ? QString()
               : tr("/ %1 · frame %2 of %3").arg(formatTimecode(m_player.duration())).arg(frame).arg(count);
}

void TransportBar::showState()
{
    const bool playing = m_player.state() == PairPlayer::State::Playing;
    m_play->setGlyph(playing ? GlyphButton::Glyph::Pause : GlyphButton::Glyph::Play);
    m_play->setAccessibleName(playing ? tr("Pause") : tr("Play"));
    for (QWidget *control : m_controls)
        control->setEnabled(m_player.state() != PairPlayer::State::Empty);
}

void TransportBar::showSpeed()
{
    const QString text = speedText(m_player.speed());
    m_speed->setText(text);
    m_speed->setAccessibleName(tr("Speed %1").arg(text));
    m_speed->setToolTip(tr("Speed"));
    for (QAction *choice : m_speed->menu()->actions())
        choice->setChecked(qFuzzyCompare(choice->data().toDouble(), m_player.speed()));
}

} // namespace retake
