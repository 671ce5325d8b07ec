// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/picturefiles.h"

#include <QObject>
#include <QPointF>

class QWidget;

namespace retake {

// What is dragged over a window and dropped on it, where none of its parts takes it.
class MediaDrops : public QObject
{
    Q_OBJECT
public:
    enum class Taken { Videos, Everything };

    MediaDrops(Taken taken, QWidget *window); // its child

Q_SIGNALS:
    void came(const retake::DroppedMedia &media);
    void left(); // also by being dropped
    void dropped(const retake::DroppedMedia &media, QPointF place);

protected:
    bool eventFilter(QObject *window, QEvent *event) override;

private:
    bool takes(const QMimeData *carried) const;

    Taken m_taken;
};

} // namespace retake
