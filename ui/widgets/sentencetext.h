// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace retake {

// What is wrong and what to do about it as one paragraph: the first in the label's own colour, the second
// quieter. Takes as many lines as there is room for and ends in an ellipsis; then all of it is the tool tip.
class SentenceText : public QLabel
{
    Q_OBJECT
public:
    using QLabel::QLabel;

    void setSentence(const QString &title, const QString &advice);

    // A layout never asks it for height: who owns it gives the lines.
    QSize sizeHint() const override { return {0, fontMetrics().lineSpacing()}; }

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    int m_titleLength = 0;
    bool m_cut = false;
};

} // namespace retake
