// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <atomic>
#include <chrono>

namespace retake {

struct ChildResult
{
    bool started = false;
    int exitCode = -1; // -1: killed
    QByteArray output; // standard output
    QByteArray errors; // last 4 kB of standard error
};

// Runs a program on the calling thread's time, without a shell, its standard input empty. It is killed
// when `stop` becomes true or the time is up, and inherits nothing but its two pipes. It works in
// `directory` when one is given.
ChildResult runChild(const QString &program, const QStringList &arguments, const std::atomic<bool> &stop,
                     std::chrono::seconds limit, const QString &directory = {});

} // namespace retake
