// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/draft.h"
#include "session/errorsentence.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace retake {

class FactList;
class Preparation;
class SendingStage;
class SentImages;
class SentText;

// Everything that a run would send: the file itself, playing; what was changed in it; the images and the
// words; where it goes and for how long; the price. Stands beside the window and follows what is changed
// there. While it is open the preparation is; it is closed with it.
class SendingDialog : public QDialog
{
    Q_OBJECT
public:
    SendingDialog(Preparation &preparation, Draft &draft, const Catalogue &catalogue,
                  QWidget *parent = nullptr);
    ~SendingDialog() override;

    void standBeside(const QWidget &column); // so that it stays in sight, where the window has room

Q_SIGNALS:
    void runWanted();
    void mendWanted(); // show in the window what is wrong with the draft
    void cureWanted(retake::Cure cure);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeFacts();
    QWidget *makeFoot();
    void follow();
    void followClip();
    void followWords();
    void run();

    Preparation &m_preparation;
    Draft &m_draft;
    const Catalogue &m_catalogue;
    SendingStage *m_stage;
    QScrollArea *m_scroll;
    QLabel *m_clipNote;
    SentText *m_address;
    FactList *m_changes;
    FactList *m_clipFacts;
    QWidget *m_imagesPart;
    SentImages *m_images;
    SentText *m_instruction;
    QLabel *m_extension;
    QWidget *m_avoidPart;
    SentText *m_avoid;
    FactList *m_options;
    FactList *m_destination;
    FactList *m_stay;
    QLabel *m_seconds;
    QLabel *m_price;
    QLabel *m_fault;
    QPushButton *m_run;
};

} // namespace retake
