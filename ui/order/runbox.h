// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/draft.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace retake {

class RunFoot;

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
    QPushButton *m_sending;
    RunFoot *m_foot;
};

} // namespace retake
