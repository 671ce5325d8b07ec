// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QRect>

class QAction;
class QWidget;

namespace retake {

// The pictures alone, over the whole screen, and back: F11 and Escape of a window, and the state to which it
// returns. What is hidden meanwhile is the window's own to say.
class PicturesAlone : public QObject
{
    Q_OBJECT
public:
    explicit PicturesAlone(QWidget *window); // its child; the actions are the window's

    void enter();
    bool isOn() const;

    QList<QAction *> actions() const { return {m_toggle, m_leave}; }

Q_SIGNALS:
    void changed(bool alone); // before the window's state changes

private:
    void follow(bool alone);

    QWidget *m_window;
    QAction *m_toggle;
    QAction *m_leave;
    Qt::WindowStates m_stateBefore;
    QRect m_placeBefore;
};

// The usual size, or what the screen has room for; no smaller than the window may be.
void giveFirstSize(QWidget &window, QSize usual);

} // namespace retake
