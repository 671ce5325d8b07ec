// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>

namespace retake {

// Lets ffmpeg write a ".part" beside a file's place, has it checked on a pool thread and then put
// there: it is whole or not there. Each make() ends with exactly one finished(), never from inside it, after
// which another may follow. Deleting it kills ffmpeg and removes what was half made.
class ToolOutput : public QObject
{
    Q_OBJECT
public:
    using Check = std::function<Result<void>(const QString &made)>; // on a pool thread

    explicit ToolOutput(const QString &target, QObject *parent = nullptr);
    ~ToolOutput() override;

    // The arguments without the output's name.
    void make(const QStringList &arguments, const Check &check);
Q_SIGNALS:
    void line(const QByteArray &text); // of ffmpeg's progress
    void finished(const retake::Result<void> &result);

private:
    class Private;
    std::unique_ptr<Private> d;
};

// How every call begins; how a file is named so that no name is read as an option or a protocol.
QStringList quietFfmpeg();
QString ffmpegFile(const QString &file);
QString ffmpegSeconds(std::chrono::microseconds time); // six digits

} // namespace retake
