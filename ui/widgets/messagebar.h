// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QTimer;
class QToolButton;

namespace retake {

// One sentence across the window, with at most one button; in place of a dialog. Good news leaves by itself,
// the rest stays until it is closed or replaced.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    enum class Mood { Info, Ok, Warning, Error };

    explicit MessageBar(QWidget *parent = nullptr);

    void tell(Mood mood, const QString &title, const QString &advice = {});
    void tell(const Error &error); // its sentence
    void tellCopied();             // a picture, into the clipboard
    void tellSaved(const QString &file);
    // The button runs `act`, and the bar closes. Call right after tell().
    void offer(const QString &label, std::function<void()> act);
    void dismiss();

    QString title() const;

private:
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_advice;
    QPushButton *m_action;
    QToolButton *m_close;
    QTimer *m_leave;
    std::function<void()> m_act;
};

} // namespace retake
