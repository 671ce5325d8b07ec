// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clipinfo.h"

#include <QWidget>

class QAction;
class QBoxLayout;

namespace retake {

class ChangeStrip;
class Comparison;
class SentenceLabel;
class StripView;
struct ViewerActions;

// What changed: the strip, a sentence, and the ways to the most and the least changed frame. It is there
// while there is something to compare.
class ChangeBar : public QWidget
{
    Q_OBJECT
public:
    ChangeBar(const ViewerActions &actions, QWidget *parent = nullptr);

    void follow(const Comparison &comparison); // which outlives this

    void setView(const StripView &view);
    void setPosition(std::chrono::microseconds position);

Q_SIGNALS:
    void seekRequested(std::chrono::microseconds time);
    void scrubEnded();

private:
    enum class Way { ToMost, ToLeast };

    void addButton(QAction *action, const char *name, const QString &text, QBoxLayout *row);
    void go(Way way);
    void showState();
    void showProgress(int done, int total);

    const Comparison *m_comparison = nullptr;
    QAction *m_most;
    QAction *m_least;
    ChangeStrip *m_strip;
    SentenceLabel *m_sentence;
};

} // namespace retake
