// SPDX-License-Identifier: GPL-3.0-or-later
// A plain threaded HTTP server on loopback: swallows what is posted, and gives BYTES bytes to a GET of
// /BYTES. What is posted to /gigabit is read at the pace of a gigabit line. Prints its port and ends when its
// standard input does.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

bool sendAll(int line, const char *bytes, std::size_t size)
{
    while (size > 0) {
        const ssize_t sent = ::send(line, bytes, size, MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes += sent;
        size -= std::size_t(sent);
    }
    return true;
}

long numberAfter(const std::string &head, const std::string &name)
{
    const std::size_t at = head.find(name);
    return at == std::string::npos ? 0 : std::atol(head.c_str() + at + name.size());
}

// Reads what is left of a body; at `perSecond` bytes a second, or as fast as it comes for 0.
void swallow(int line, std::vector<char> &buffer, long left, long perSecond)
{
    const auto begun = std::chrono::steady_clock::now();
    long taken = 0;
    while (left > 0) {
        const ssize_t more = ::recv(line, buffer.data(), buffer.size(), 0);
        if (more <= 0)
            return;
        left -= more;
        taken += more;
        if (perSecond > 0)
            std::this_thread::sleep_until(begun + std::chrono::microseconds(taken * 1'000'000 / perSecond));
    }
}

bool give(int line, long bytes)
{
    static const std::vector<char> block(256 * 1024, 'v');
    const std::string head =
        "HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: " + std::to_string(bytes) + "\r\n\r\n";
    if (!sendAll(line, head.data(), head.size()))
        return false;
    for (long left = bytes; left > 0; left -= long(block.size())) {
        if (!sendAll(line, block.data(), std::size_t(std::min(left, long(block.size())))))
            return false;
    }
    return true;
}

void serve(int line)
{
    const int on = 1;
    ::setsockopt(line, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    std::vector<char> buffer(256 * 1024);
    std::string head;
    for (;;) {
        const ssize_t got = ::recv(line, buffer.data(), buffer.size(), 0);
        if (got <= 0)
            break;
        head.append(buffer.data(), std::size_t(got));
        const std::size_t end = head.find("\r\n\r\n");
        if (end == std::string::npos)
            continue;
        if (head.compare(0, 4, "GET ") == 0) {
            if (!give(line, numberAfter(head, "GET /")))
                break;
        } else {
            if (head.find("100-continue") != std::string::npos &&
                !sendAll(line, "HTTP/1.1 100 Continue\r\n\r\n", 25))
                break;
            const bool paced = head.compare(0, 14, "POST /gigabit ") == 0;
            swallow(line, buffer, numberAfter(head, "Content-Length: ") - long(head.size() - end - 4),
                    paced ? 125'000'000 : 0);
            if (!sendAll(line, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 38))
                break;
        }
        head.clear();
    }
    ::close(line);
}

} // namespace

int main()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(listener, 16) != 0)
        return 1;
    ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size);
    std::printf("%d\n", int(ntohs(address.sin_port)));
    std::fflush(stdout);
    std::thread([listener] {
        for (;;) {
            const int line = ::accept(listener, nullptr, nullptr);
            if (line >= 0)
                std::thread(serve, line).detach();
        }
    }).detach();
    std::array<char, 64> waiting{};
    while (::read(STDIN_FILENO, waiting.data(), waiting.size()) > 0)
        ;
    std::_Exit(0);
}
