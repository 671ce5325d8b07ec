// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/order/cropgeometry.h"

#include <QImage>
#include <QWidget>

namespace retake {

// A picture with a frame on it that is moved and stretched: by the mouse, by the arrow keys (Shift: in larger
// steps), or with Ctrl and the arrows its right and lower side.
class CropFrame : public QWidget
{
    Q_OBJECT
public:
    explicit CropFrame(QWidget *parent = nullptr);

    // `size`: of the picture in full, which may be shown smaller; the frame is around all of it then.
    void setPicture(const QImage &picture, QSize size);
    void setCrop(const QRect &crop); // in pixels of the picture in full; what hangs over the edge is cut
    void setShape(double shape);     // width : height; 0: free

    QRect crop() const;

    // Where in the widget a grip is; for tests, too.
    QPoint gripPosition(Grip grip) const;

    QSize sizeHint() const override { return {640, 420}; }

Q_SIGNALS:
    void cropChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF pictureRect() const; // where the picture stands in the widget
    double zoom() const;        // pixels of the widget for one of the picture
    QRectF frameOnScreen() const;
    QPointF inPicture(QPointF position) const;
    void change(const QRectF &frame);
    void showGrip(Grip grip);

    QImage m_picture;
    CropBounds m_bounds;
    QRectF m_frame;
    Grip m_held = Grip::None;
    QPointF m_from;      // where the mouse took hold, in the picture
    QRectF m_frameThere; // the frame as it was then
};

} // namespace retake
