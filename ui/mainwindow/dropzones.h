// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/side.h"

#include <QWidget>

#include <array>
#include <optional>

namespace retake {

// Two halves over another widget while a video is dragged over it; each says what it does with the file.
class DropZones : public QWidget
{
    Q_OBJECT
public:
    struct Words
    {
        QString left;
        QString right;
    };

    DropZones(const Words &words, QWidget *covered);

    void offer();    // a drag has come near
    void withdraw(); // it has left, unless it is over the zones by now

Q_SIGNALS:
    void dropped(retake::Side half, const QString &file); // Before: on the left

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    Side halfAt(QPointF place) const;
    QRectF zone(Side half) const;

    std::array<QString, 2> m_words;
    std::optional<Side> m_over;
};

} // namespace retake
