// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace retake::cli {

// Ctrl+C and SIGTERM as a Qt signal. One object a program.
class StopSignal : public QObject
{
    Q_OBJECT
public:
    explicit StopSignal(QObject *parent = nullptr);
Q_SIGNALS:
    void raised(); // each time
};

} // namespace retake::cli
