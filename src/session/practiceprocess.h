// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

class QProcess;

namespace retake {

// Runs `retake-practice` as a child on a free port, from the first need until this object goes. Starts it
// again when it has died. Looks for the program beside this one, then in PATH.
class PracticeProcess : public QObject
{
    Q_OBJECT
public:
    struct Address
    {
        QUrl dashscope;
        QUrl bigmodel;
        QString key;
    };

    using Ready = std::function<void(const Result<Address> &)>;

    explicit PracticeProcess(QObject *parent = nullptr);
    ~PracticeProcess() override;

    void setArguments(const QStringList &arguments); // before the first address(); e.g. --fault for tests
    void address(QObject *context, Ready ready);     // PracticeFailed when it does not start within 10 s
    double timeScale() const;                        // what it is started with

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace retake
