// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/lifeline.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace retake {

namespace {

std::atomic<int> signalPipe = -1; // the write end; all that a signal handler may touch

void onEndSignal(int)
{
    const int cause = errno;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalPipe, &byte, 1);
    errno = cause;
}

} // namespace

Lifeline::Lifeline()
    : m_pipe{-1, -1}
{
    if (::pipe2(m_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    signalPipe = m_pipe[1];
    struct sigaction action = {};
    action.sa_handler = onEndSignal;
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
}

Lifeline::~Lifeline()
{
    ::signal(SIGTERM, SIG_DFL);
    ::signal(SIGINT, SIG_DFL);
    signalPipe = -1;
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

void Lifeline::waitForEnd()
{
    for (;;) {
        pollfd waiting[] = {{STDIN_FILENO, POLLIN, 0}, {m_pipe[0], POLLIN, 0}};
        if (::poll(waiting, 2, -1) < 0) {
            if (errno == EINTR)
                continue;
            return;
        }
        if (waiting[1].revents != 0)
            return;
        if (waiting[0].revents != 0) {
            char bytes[256];
            const ssize_t got = ::read(STDIN_FILENO, bytes, sizeof(bytes)); // what is said there is ignored
            if (got == 0 || (got < 0 && errno != EINTR))
                return;
        }
    }
}

} // namespace retake
