// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/queue/taskview.h"

#include <QWidget>

namespace retake {

// The six steps of a task as bars with their names below.
class StepTrack : public QWidget
{
    Q_OBJECT
public:
    explicit StepTrack(QWidget *parent = nullptr);

    void show(const TaskView &view);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont nameFont() const;

    TaskView m_view;
};

} // namespace retake
