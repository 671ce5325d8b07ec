// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/trimrange.h"

#include <QAbstractSlider>

namespace retake {

// A handle of the piece on the filmstrip, or the bar above it. To assistive tools it is a slider whose value
// is a frame border. It only tells what is done to it; the strip puts it where it belongs.
class TrimGrip : public QAbstractSlider
{
    Q_OBJECT
public:
    static constexpr int handleWidth = 12;
    static constexpr int reach = 2; // beside a handle, takes it too
    static constexpr int barHeight = 12;

    TrimGrip(TrimPart part, QWidget *parent);

    TrimPart part() const { return m_part; }

    void showBorder(int border, int first, int last);
    void letGo(); // the drag under way is over

Q_SIGNALS:
    void taken(double x); // in the parent's coordinates
    void dragged(double x);
    void released();
    void cancelled(); // Escape while it is held
    void doubleClicked();
    void stepWanted(int frames, std::chrono::microseconds time);
    void borderWanted(int border); // by an assistive tool
    void reached();                // got the focus by the keyboard
    void left();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool isOwnKey(const QKeyEvent &key) const;

    TrimPart m_part;
    bool m_held = false;
    bool m_showing = false; // the value is being set by the strip
};

} // namespace retake
