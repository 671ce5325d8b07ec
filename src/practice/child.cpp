// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/child.h"

#include <QFile>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

extern char **environ;

namespace retake {

namespace {

constexpr qsizetype errorTail = 4096;

struct Pipe
{
    int readEnd = -1;
    int writeEnd = -1;

    Pipe()
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) == 0) {
            readEnd = ends[0];
            writeEnd = ends[1];
        }
    }

    ~Pipe()
    {
        closeEnd(readEnd);
        closeEnd(writeEnd);
    }

    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;

    static void closeEnd(int &end)
    {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
};

pid_t spawn(const QString &program, const QStringList &arguments, const QString &directory,
            const Pipe &output, const Pipe &errors)
{
    std::vector<QByteArray> texts;
    texts.reserve(std::size_t(arguments.size()) + 1);
    texts.push_back(QFile::encodeName(program));
    for (const QString &argument : arguments)
        texts.push_back(argument.toUtf8());
    std::vector<char *> argv;
    argv.reserve(texts.size() + 1);
    for (QByteArray &text : texts)
        argv.push_back(text.data());
    argv.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output.writeEnd, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors.writeEnd, STDERR_FILENO);
    if (!directory.isEmpty())
        posix_spawn_file_actions_addchdir_np(&actions, QFile::encodeName(directory).constData());
    // An inherited client socket would keep a connection alive that the server has closed.
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    pid_t pid = -1;
    const int problem = posix_spawnp(&pid, argv[0], &actions, &attributes, argv.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return problem == 0 ? pid : -1;
}

// False at the end of the stream.
bool drain(int fd, QByteArray &into)
{
    char bytes[16384];
    const ssize_t got = ::read(fd, bytes, sizeof(bytes));
    if (got > 0)
        into.append(bytes, got);
    return got > 0 || (got < 0 && errno == EINTR);
}

} // namespace

ChildResult runChild(const QString &program, const QStringList &arguments, const std::atomic<bool> &stop,
                     std::chrono::seconds limit, const QString &directory)
{
    ChildResult result;
    Pipe output;
    Pipe errors;
    const pid_t pid = spawn(program, arguments, directory, output, errors);
    if (pid < 0)
        return result;
    result.started = true;
    Pipe::closeEnd(output.writeEnd);
    Pipe::closeEnd(errors.writeEnd);
    const auto deadline = std::chrono::steady_clock::now() + limit;
    bool killed = false;
    while (output.readEnd >= 0 || errors.readEnd >= 0) {
        pollfd waiting[] = {{output.readEnd, POLLIN, 0}, {errors.readEnd, POLLIN, 0}};
        ::poll(waiting, 2, 50);
        if (waiting[0].revents != 0 && !drain(output.readEnd, result.output))
            Pipe::closeEnd(output.readEnd);
        if (waiting[1].revents != 0 && !drain(errors.readEnd, result.errors))
            Pipe::closeEnd(errors.readEnd);
        if (result.errors.size() > 2 * errorTail)
            result.errors = result.errors.right(errorTail);
        if (!killed && (stop || std::chrono::steady_clock::now() > deadline)) {
            ::kill(pid, SIGKILL);
            killed = true;
        }
    }
    int status = 0;
    while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status))
        result.exitCode = WEXITSTATUS(status);
    result.errors = result.errors.right(errorTail);
    return result;
}

} // namespace retake
