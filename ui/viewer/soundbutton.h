// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/pairsound.h"

#include <QToolButton>

class QSlider;

namespace retake {

// Whose sound is heard, how loud, and why there is none. The choice stands in its menu.
class SoundButton : public QToolButton
{
    Q_OBJECT
public:
    explicit SoundButton(PairSound &sound, QWidget *parent = nullptr);

private:
    void fillMenu();
    void refresh();
    QString stateText() const;

    PairSound &m_sound;
    QList<QAction *> m_choices; // data: PairSound::Choice
    QSlider *m_volume;
};

} // namespace retake
