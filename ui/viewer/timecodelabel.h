// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace retake {

// A line of text in which every digit takes the same room, so that it does not tremble while it counts.
class TimecodeLabel : public QLabel
{
    Q_OBJECT
public:
    using QLabel::QLabel;

    // Fixes the size to that of the longest text to come: a label that counts must not have the window laid
    // out anew with every frame.
    void reserve(const QString &longest);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QSize sizeOf(const QString &line) const;
    int widthOf(QChar character) const;

    QString m_longest;
};

} // namespace retake
