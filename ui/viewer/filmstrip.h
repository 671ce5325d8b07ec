// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/trimrange.h"

#include <QImage>
#include <QList>
#include <QWidget>

#include <optional>

namespace retake {

// The clip as a strip of pictures with the playhead and, in the colour of warning, the handles of the trim.
class Filmstrip : public QWidget
{
    Q_OBJECT
public:
    explicit Filmstrip(QWidget *parent = nullptr);

    void setDuration(Microseconds timeline); // of what plays; the strip is as long
    void setPosition(Microseconds position);
    // Places for `count` pictures, evenly over `clip`; those before are gone.
    void setThumbnailCount(int count, Microseconds clip);
    void setThumbnail(int index, const QImage &picture);

    void setRange(const TrimRange &range);
    void setPiece(const Trim &piece); // painted as given

    Trim piece() const { return m_piece; }

    // Where a moment stands, and what moment stands at a place.
    int xOf(Microseconds time) const;
    Microseconds timeAt(double x) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seekRequested(std::chrono::microseconds time);
    void pieceDragged(const retake::Trim &piece); // while a handle moves

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    enum class Grip { None, Playhead, In, Out };

    QRect track() const;
    Grip gripAt(QPointF place) const;
    void paintThumbnails(QPainter &painter) const;
    void paintPiece(QPainter &painter) const;

    TrimRange m_range;
    Trim m_piece;
    QList<QImage> m_thumbnails;
    Microseconds m_thumbnailSpan{0};
    Microseconds m_duration{0};
    Microseconds m_position{0};
    Grip m_grip = Grip::None;
};

} // namespace retake
