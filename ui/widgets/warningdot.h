// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace retake {

// A warning beside words that keep their colour, and so their contrast.
class WarningDot : public QWidget
{
    Q_OBJECT
public:
    explicit WarningDot(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace retake
