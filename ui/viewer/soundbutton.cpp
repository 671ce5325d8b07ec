// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/soundbutton.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QWidgetAction>

#include <cmath>

namespace retake {

namespace {

using Choice = PairSound::Choice;

constexpr int percent = 100;

} // namespace

SoundButton::SoundButton(PairSound &sound, QWidget *parent)
    : QToolButton(parent)
    , m_sound(sound)
    , m_volume(new QSlider(Qt::Horizontal))
{
    setObjectName(QStringLiteral("soundSide"));
    setPopupMode(QToolButton::InstantPopup);
    fillMenu();
    connect(&m_sound, &PairSound::changed, this, &SoundButton::refresh);
    refresh();
}

void SoundButton::fillMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("soundMenu"));
    auto *group = new QActionGroup(menu);
    for (const Choice choice : {Choice::Before, Choice::After, Choice::Off}) {
        QAction *action = menu->addAction(QString());
        action->setCheckable(true);
        action->setData(int(choice));
        group->addAction(action);
        m_choices.append(action);
    }
    connect(group, &QActionGroup::triggered, this,
            [this](QAction *action) { m_sound.choose(Choice(action->data().toInt())); });

    menu->addSeparator();
    auto *row = new QWidget(menu);
    auto *label = new QLabel(tr("Volume"), row);
    m_volume->setObjectName(QStringLiteral("soundVolume"));
    m_volume->setAccessibleName(tr("Volume"));
    m_volume->setRange(0, percent);
    m_volume->setPageStep(percent / 10);
    m_volume->setMinimumWidth(120);
    auto *columns = new QHBoxLayout(row);
    columns->setContentsMargins(12, 4, 12, 4);
    columns->addWidget(label);
    columns->addWidget(m_volume, 1);
    auto *volume = new QWidgetAction(menu);
    volume->setDefaultWidget(row);
    menu->addAction(volume);
    connect(m_volume, &QSlider::valueChanged, this,
            [this](int value) { m_sound.setVolume(double(value) / percent); });
    setMenu(menu);
}

QString SoundButton::stateText() const
{
    const Choice heard = m_sound.heard();
    if (heard == Choice::Off)
        return tr("Off");
    switch (m_sound.state()) {
    case PairSound::State::NoDevice:
        return tr("No device");
    case PairSound::State::NoSound:
        return m_sound.isPair() ? (heard == Choice::Before ? tr("Before: none") : tr("After: none"))
                                : tr("None");
    case PairSound::State::Ready:
        break;
    }
    if (!m_sound.isPair())
        return tr("On");
    return heard == Choice::Before ? tr("Before") : tr("After");
}

void SoundButton::refresh()
{
    const Choice heard = m_sound.heard();
    const bool pair = m_sound.isPair();
    for (QAction *action : m_choices) {
        const auto choice = Choice(action->data().toInt());
        switch (choice) {
        case Choice::Before:
            action->setText(pair ? tr("Sound of Before") : tr("Sound on"));
            action->setChecked(pair ? heard == choice : heard != Choice::Off);
            break;
        case Choice::After:
            action->setText(tr("Sound of After"));
            action->setVisible(pair);
            action->setChecked(heard == choice);
            break;
        case Choice::Off:
            action->setText(tr("Sound off"));
            action->setChecked(heard == choice);
            break;
        }
    }
    const int volume = int(std::lround(m_sound.volume() * percent));
    if (m_volume->value() != volume)
        m_volume->setValue(volume);

    const QString state = stateText();
    setText(tr("♪ %1").arg(state));
    setAccessibleName(tr("Sound: %1").arg(state));
    setToolTip(m_sound.state() == PairSound::State::NoDevice
                   ? tr("There is no sound device. The picture plays without sound.")
                   : tr("Whose sound is heard (U), or none (M)"));
}

} // namespace retake
