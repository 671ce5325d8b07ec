// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/dialogue.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace retake {

// In place of a conversation that has not begun: what this is, and the button with which it begins.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    void show(const Dialogue &dialogue);

Q_SIGNALS:
    void describeWanted();

private:
    QLabel *m_words;
    QPushButton *m_describe;
    QLabel *m_price;
};

// "about ¥ 0.02", "free", or empty where it cannot be known.
QString describePrice(const Dialogue &dialogue);

} // namespace retake
