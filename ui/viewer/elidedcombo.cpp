// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/elidedcombo.h"

#include <QStyleOptionComboBox>
#include <QStylePainter>

namespace retake {

void ElidedCombo::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    const QRect room =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    const QString &words = currentIndex() < 0 ? placeholderText() : option.currentText;
    option.currentText = fontMetrics().elidedText(words, Qt::ElideRight, room.width() - 4);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace retake
