// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace retake {

// The small cross in the corner of a picture: light on dark in both themes, as the labels are. It takes no
// focus, since an action of the viewer does the same.
class CellButton : public QAbstractButton
{
    Q_OBJECT
public:
    CellButton(const QString &name, QWidget *parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace retake
