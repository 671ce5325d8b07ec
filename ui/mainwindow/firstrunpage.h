// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QFrame;

namespace retake {

// What stands in the middle while no clip is open: where to drop one, and what comes then.
class FirstRunPage : public QWidget
{
    Q_OBJECT
public:
    enum class Sample { Offered, Missing };

    explicit FirstRunPage(Sample sample, QWidget *parent = nullptr);

    void setDropping(bool over); // a video hovers over the window

Q_SIGNALS:
    void openWanted();
    void sampleWanted();

private:
    QWidget *makeZone(Sample sample);
    QWidget *makeSteps();

    QFrame *m_zone;
};

} // namespace retake
