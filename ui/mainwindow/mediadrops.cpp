// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mediadrops.h"

#include <QDropEvent>
#include <QWidget>

namespace retake {

MediaDrops::MediaDrops(Taken taken, QWidget *window)
    : QObject(window)
    , m_taken(taken)
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool MediaDrops::takes(const QMimeData *carried) const
{
    return m_taken == Taken::Everything ? carriesMedia(carried) : !mediaIn(carried).videos.isEmpty();
}

bool MediaDrops::eventFilter(QObject *window, QEvent *event)
{
    if (event->type() == QEvent::DragEnter) {
        auto *drag = static_cast<QDragEnterEvent *>(event);
        if (takes(drag->mimeData())) {
            drag->acceptProposedAction();
            Q_EMIT came(mediaIn(drag->mimeData()));
        }
        return true;
    }
    if (event->type() == QEvent::DragLeave) {
        Q_EMIT left();
        return true;
    }
    if (event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        Q_EMIT left();
        const DroppedMedia media = mediaIn(drop->mimeData());
        if (takes(drop->mimeData()) && !media.isEmpty()) {
            drop->acceptProposedAction();
            Q_EMIT dropped(media, drop->position());
        }
        return true;
    }
    return QObject::eventFilter(window, event);
}

} // namespace retake
