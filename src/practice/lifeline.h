// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace retake {

// Catches SIGTERM and SIGINT from its making on; one at a time.
class Lifeline
{
public:
    Lifeline();
    ~Lifeline();
    Lifeline(const Lifeline &) = delete;
    Lifeline &operator=(const Lifeline &) = delete;
    void waitForEnd(); // until standard input closes or a signal comes

private:
    int m_pipe[2];
};

} // namespace retake
