// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/draft.h"

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

// What will be sent, what it costs, what is wrong with it, and Run.
class RunBox : public QWidget
{
    Q_OBJECT
public:
    explicit RunBox(Draft &draft, QWidget *parent = nullptr);

    void showFault(const Error &error); // above the button, in red
    void clearFault();

Q_SIGNALS:
    void runWanted();

private:
    void follow();
    QString secondsLine() const;
    QString priceLine() const;

    Draft &m_draft;
    QLabel *m_changes;
    QLabel *m_seconds;
    QLabel *m_price;
    QLabel *m_fault;
    QLabel *m_advice;
    RunButton *m_run;
};

} // namespace retake
