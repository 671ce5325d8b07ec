// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/errorsentence.h"

#include <QElapsedTimer>
#include <QStackedWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace retake {

class ClipPlayer;
class Preparation;

// The file that is sent, in the making or playing, or the one sentence that says why there is none.
class SendingStage : public QStackedWidget
{
    Q_OBJECT
public:
    explicit SendingStage(Preparation &preparation, QWidget *parent = nullptr);

Q_SIGNALS:
    void cureWanted(retake::Cure cure);

private:
    QWidget *makeWork();
    QWidget *makeMessage();
    void follow();
    void progress(qint64 done, qint64 total);
    void tell(const QString &title, const QString &advice, const QString &button, Cure cure);

    Preparation &m_preparation;
    ClipPlayer *m_player;
    QProgressBar *m_bar;
    QLabel *m_left;
    QLabel *m_title;
    QLabel *m_advice;
    QPushButton *m_act;
    QElapsedTimer m_since; // this making began
    Cure m_cure = Cure::None;
};

} // namespace retake
