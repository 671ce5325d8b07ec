// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/remakedraft.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace retake {

class ClipStillsJob;
class Paths;

// What a video made from words keeps of the source: one or both ends, a frame edited elsewhere, the sound;
// with a line each about what stays and what may change.
class KeepForm : public QWidget
{
    Q_OBJECT
public:
    KeepForm(RemakeDraft &draft, const Dialogue &dialogue, const Paths &paths, QWidget *parent = nullptr);

    void showFault(RemakeDraft::Field field); // marks it; None clears
    void focusField(RemakeDraft::Field field);

Q_SIGNALS:
    void failed(const retake::Error &error);
    void frameSaved(const QString &file);

private:
    void follow();
    void choose(RemakeDraft::Choice choice);
    void chooseFrame();
    void saveFrame();
    void makeFrame(const QString &file);
    RemakeDraft::Choice inForce() const;

    RemakeDraft &m_draft;
    const Dialogue &m_dialogue;
    const Paths &m_paths;
    QComboBox *m_what;
    QLabel *m_sentence;
    QPushButton *m_save;
    QCheckBox *m_sound;
    QLabel *m_soundSentence;
    ClipStillsJob *m_still = nullptr;
};

// "First frame": what the choice is called.
QString choiceTitle(RemakeDraft::Choice choice);

} // namespace retake
