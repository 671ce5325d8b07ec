// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace retake {

class MarkedText;

// What the person said, and below it what was sent instead where it was translated.
class SaidBubble : public QFrame
{
    Q_OBJECT
public:
    explicit SaidBubble(QWidget *parent = nullptr);

    void show(const QString &said, const QString &translated);

private:
    MarkedText *m_said;
    MarkedText *m_translated;
};

} // namespace retake
