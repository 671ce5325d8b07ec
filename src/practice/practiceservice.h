// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "practice/faults.h"
#include "practice/pace.h"

#include <QJsonObject>

#include <memory>

namespace retake {

struct PracticeOptions
{
    int port = 0; // 0: any free one
    double timeScale = 1.0;
    QList<FaultOrder> faults;
    QString journal;                                   // "": none
    QString origin;                                    // told in addresses instead of its own; "": its own
    MomentSource now = std::chrono::system_clock::now; // tests let days go by
};

struct PracticeAddress
{
    QString dashscope;
    QString bigmodel;
    QString key; // the only one it takes, new with every start
    double timeScale = 1.0;

    QJsonObject toJson() const; // the line that the program prints
};

// The practice service: speaks DashScope's and BigModel's protocols on 127.0.0.1, renders edits and videos of
// descriptions with FFmpeg, and describes what can be measured. It runs on
// threads of its own, and keeps what it has in a temporary folder that goes with it.
class PracticeService
{
public:
    PracticeService();
    ~PracticeService(); // stops
    Result<PracticeAddress> start(const PracticeOptions &options);
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace retake
