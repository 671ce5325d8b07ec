// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/errorsentence.h"

#include <QElapsedTimer>
#include <QStackedWidget>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace retake {

class ClipPlayer;
class Draft;
class Preparation;

// The file that is sent, in the making or playing, or the one sentence that says why there is none.
class SendingStage : public QStackedWidget
{
    Q_OBJECT
public:
    SendingStage(Preparation &preparation, const Draft &draft, QWidget *parent = nullptr);

Q_SIGNALS:
    void mendWanted(); // show the field that is at fault
    void cureWanted(retake::Cure cure);

private:
    QWidget *makeWork();
    QWidget *makeMessage();
    void follow();
    void progress(qint64 done, qint64 total);
    void refuse();
    void tell(const ErrorSentence &sentence, const QString &button, std::function<void()> act);

    Preparation &m_preparation;
    const Draft &m_draft;
    ClipPlayer *m_player;
    QProgressBar *m_bar;
    QLabel *m_left;
    QLabel *m_title;
    QLabel *m_advice;
    QPushButton *m_act;
    QElapsedTimer m_since; // this making began
    std::function<void()> m_doAct;
};

} // namespace retake
