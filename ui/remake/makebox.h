// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/remakedraft.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace retake {

class GeneratorForm;
class Paths;
class RunFoot;

// How the video is made: the settings, folded to a line; what it keeps; whether the description fits; price
// and button.
class MakeBox : public QWidget
{
    Q_OBJECT
public:
    MakeBox(RemakeDraft &draft, Dialogue &dialogue, const Catalogue &catalogue, const Paths &paths,
            QWidget *parent = nullptr);

    GeneratorForm &form() const { return *m_form; }

    void setUnfolded(bool unfolded);
    bool mayMake() const;
    void showFault(const RemakeDraft::Fault &fault); // None clears
    void showError(const Error &error);
    void goTo(const RemakeDraft::Fault &fault);

Q_SIGNALS:
    void makeWanted();
    void unfolded(bool open);

protected:
    bool event(QEvent *event) override;

private:
    QWidget *makeHead();
    void follow();
    void followLength();
    QString summary() const;
    QString price() const;

    RemakeDraft &m_draft;
    Dialogue &m_dialogue;
    QToolButton *m_more;
    QLabel *m_length;
    QScrollArea *m_settings;
    GeneratorForm *m_form;
    QFrame *m_rule; // below the settings while they are unfolded
    QLabel *m_keeps;
    QWidget *m_tooLong;
    QLabel *m_tooLongText;
    QPushButton *m_shorten;
    RunFoot *m_foot;
};

} // namespace retake
