// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/picturesalone.h"

#include <QAction>
#include <QScreen>
#include <QWidget>

namespace retake {

PicturesAlone::PicturesAlone(QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_toggle(new QAction(tr("The pictures alone"), window))
    , m_leave(new QAction(tr("Back to the window"), window))
{
    m_toggle->setObjectName(QStringLiteral("picturesAction"));
    m_toggle->setShortcut(Qt::Key_F11);
    m_toggle->setCheckable(true);
    m_leave->setObjectName(QStringLiteral("leavePicturesAction"));
    m_leave->setShortcut(Qt::Key_Escape);
    m_leave->setEnabled(false);
    window->addActions(actions());
    connect(m_toggle, &QAction::toggled, this, &PicturesAlone::follow);
    connect(m_leave, &QAction::triggered, m_toggle, &QAction::toggle);
}

void PicturesAlone::enter()
{
    m_toggle->setChecked(true);
}

bool PicturesAlone::isOn() const
{
    return m_toggle->isChecked();
}

// The window is given the screen's place, too: without a window manager nobody else does.
void PicturesAlone::follow(bool alone)
{
    Q_EMIT changed(alone);
    m_leave->setEnabled(alone);
    if (alone) {
        m_stateBefore = m_window->windowState();
        m_placeBefore = m_window->geometry();
        m_window->setGeometry(m_window->screen()->geometry());
        m_window->setWindowState(m_stateBefore | Qt::WindowFullScreen);
    } else {
        m_window->setWindowState(m_stateBefore);
        if (!(m_stateBefore & Qt::WindowMaximized))
            m_window->setGeometry(m_placeBefore);
    }
}

void giveFirstSize(QWidget &window, QSize usual)
{
    const QSize frame(16, 48); // what a window manager may put around
    window.resize(usual.boundedTo(window.screen()->availableSize() - frame)
                      .expandedTo(window.minimumSize())
                      .expandedTo(window.minimumSizeHint()));
}

} // namespace retake
