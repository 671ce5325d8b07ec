// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/side.h"

#include <QRect>
#include <QWidget>

#include <optional>

namespace retake {

// Two halves, or the cells of a grid, over another widget while a video is dragged over it; each says what it
// does with the file.
class DropZones : public QWidget
{
    Q_OBJECT
public:
    struct Words
    {
        QString left;
        QString right;
        QString further; // in the other cells of a grid
    };

    DropZones(const Words &words, QWidget *covered);

    // A drag has come near. `cells`, unless they are null, in the widget that is covered.
    void offer(const BySide<QRect> &cells = {});
    void withdraw(); // it has left, unless it is over the zones by now

Q_SIGNALS:
    void dropped(retake::Side side, const QString &file); // Before: on the left

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    bool hasCells() const { return !m_cells.front().isEmpty(); }

    Side sideAt(QPointF place) const;
    QRectF zone(Side side) const; // null: there is none

    BySide<QString> m_words;
    BySide<QRect> m_cells;
    std::optional<Side> m_over;
};

} // namespace retake
