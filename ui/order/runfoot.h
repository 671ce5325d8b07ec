// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QPushButton>
#include <QWidget>

class QLabel;

namespace retake {

// The one big button, with its shortcut written on it in a quieter hand.
class RunButton : public QPushButton
{
    Q_OBJECT
public:
    explicit RunButton(QWidget *parent = nullptr);
    QSize sizeHint() const override;

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

// The foot of a panel that orders something: what it will be and what it costs, what is wrong with it, and
// the button.
class RunFoot : public QWidget
{
    Q_OBJECT
public:
    explicit RunFoot(QWidget *parent = nullptr);

    RunButton *button() const { return m_run; }

    QLabel *summary() const { return m_summary; }

    QLabel *price() const { return m_price; }

    QLabel *fault() const { return m_fault; }

    QLabel *advice() const { return m_advice; }

    void showFault(const Error &error); // above the button, in red
    void clearFault();

Q_SIGNALS:
    void runWanted();

private:
    QLabel *m_summary;
    QLabel *m_price;
    QLabel *m_fault;
    QLabel *m_advice;
    RunButton *m_run;
};

} // namespace retake
