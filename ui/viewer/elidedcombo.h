// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace retake {

// Shows a choice that is too long for it with an ellipsis; the style sheet's combo box cuts it off in
// mid-letter.
class ElidedCombo : public QComboBox
{
    Q_OBJECT
public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace retake
