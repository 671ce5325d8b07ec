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

    enum class Purpose { Run, SaveTask };

    void setPurpose(Purpose purpose); // what the big button says

    void showFault(const Error &error); // above the button, in red
    void clearFault();

    // For other places that tell the price: seconds, money, and where the estimate comes from.
    static QString secondsLine(const Draft &draft);
    static QString priceLine(const Draft &draft);
    static QString priceNote(const Draft &draft);

Q_SIGNALS:
    void runWanted();
    void sendingWanted(); // to see what will be sent

private:
    void follow();

    Draft &m_draft;
    QLabel *m_changes;
    QLabel *m_seconds;
    QLabel *m_price;
    QLabel *m_fault;
    QLabel *m_advice;
    QPushButton *m_sending;
    RunButton *m_run;
};

} // namespace retake
