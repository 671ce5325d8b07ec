// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace retake {

class CompareCanvas;
struct CanvasActions;

// Says how large the pictures are shown, and offers other sizes.
class ZoomButton : public QToolButton
{
    Q_OBJECT
public:
    ZoomButton(CompareCanvas &canvas, const CanvasActions &actions, QWidget *parent);

    QSize sizeHint() const override; // of the longest text

    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    void showZoom();
    QString textOf(double scale) const;

    CompareCanvas &m_canvas;
};

} // namespace retake
