// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clipinfo.h"

#include <QLineEdit>

namespace retake {

// A moment or a length with its frame number; in the hands of the person it is the time alone, to be
// overwritten. Up and Down step by a frame, Page Up and Page Down by ten.
class MomentEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit MomentEdit(QWidget *parent = nullptr);

    // `frame` counts from 1; 0: nothing to show.
    void setMoment(Microseconds time, int frame);
    void reserve(Microseconds time, int frame); // the longest to come

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void typed(const QString &text); // finished, and changed by hand
    void stepped(int frames);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QString full(Microseconds time, int frame) const;
    int widthFor(const QString &text) const;
    void restore();
    void commit();

    Microseconds m_time{0};
    int m_frame = 0;
    QString m_longest;
    QString m_longestTime;
};

} // namespace retake
