// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/measure.h"
#include "ui/viewer/stripview.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace retake {

// How much every frame has changed, in the scale of the filmstrip above it: light as bars upwards from the
// middle, colour as bars downwards. A pixel shows the most changed of the frames in it.
class ChangeStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ChangeStrip(QWidget *parent = nullptr);

    void setView(const StripView &view);
    void setPosition(Microseconds position);
    void setMeasure(const std::optional<Measure> &measure);
    void setProgress(double part); // 0 to 1 while it is measured; below 0: it is not

    int frameAt(double x) const; // of the measure, the most changed one there; -1: none

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seekRequested(std::chrono::microseconds time);
    void scrubEnded();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    struct Column
    {
        float light = 0;
        float colour = 0;
        int frame = -1;
    };

    void arrange();
    void seekTo(double x);

    StripView m_view;
    std::optional<Measure> m_measure;
    std::vector<Column> m_columns; // a pixel of the widget's width each
    Microseconds m_position{0};
    double m_progress = -1;
    bool m_held = false;
};

// Just after the frame begins, so that rounding never ends a frame early.
Microseconds momentOf(const FrameChange &frame);

} // namespace retake
