// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/pairplayer.h"
#include "ui/viewer/vieweractions.h"

#include <QWidget>

class QToolButton;

namespace retake {

class GlyphButton;
class TimecodeLabel;

// The row below the canvas: to the ends, steps, play, where it is, sound, loop and speed.
class TransportBar : public QWidget
{
    Q_OBJECT
public:
    TransportBar(PairPlayer &player, const ViewerActions &actions, QWidget *parent = nullptr);

    // At the end of the row. It hides where there is no room: there must be other ways to what it does.
    void addTool(QWidget *tool);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    int roomOf(const QWidget *widget) const;
    void showTimeline();
    void showPosition();
    void showState();
    void showSpeed();
    QString totalText(int frame) const;

    PairPlayer &m_player;
    GlyphButton *m_play = nullptr;
    TimecodeLabel *m_timecode = nullptr;
    TimecodeLabel *m_total = nullptr;
    QToolButton *m_loop = nullptr;
    QToolButton *m_speed = nullptr;
    QList<QWidget *> m_controls;
    QList<QWidget *> m_yielding; // shown where there is room, the first of them first
};

} // namespace retake
