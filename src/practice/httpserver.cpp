// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/httpserver.h"

#include <QFile>

#include <httplib.h>

#include <atomic>
#include <thread>

namespace retake {

namespace {

constexpr std::size_t workers = 48;                        // a kept-alive or hanging connection holds one
constexpr std::size_t largestBody = 1100ull * 1000 * 1000; // the object store's 1 GB, and a form around it
constexpr std::size_t largestJson = 150ull * 1000 * 1000;  // four 20 MB images as data URIs
constexpr std::size_t chunk = 64 * 1024;

// The library gives no way to the socket of a request, so it is found by the ports at its two ends.
template<class Visit> void eachConnection(int localPort, int remotePort, Visit visit)
{
    const int limit = int(std::min<long>(::sysconf(_SC_OPEN_MAX), 4096));
    for (int fd = 3; fd < limit; ++fd) {
        sockaddr_in local{};
        sockaddr_in remote{};
        socklen_t size = sizeof(local);
        if (::getsockname(fd, reinterpret_cast<sockaddr *>(&local), &size) != 0 ||
            local.sin_family != AF_INET || ntohs(local.sin_port) != localPort)
            continue;
        size = sizeof(remote);
        if (::getpeername(fd, reinterpret_cast<sockaddr *>(&remote), &size) != 0)
            continue;
        if (remotePort == 0 || ntohs(remote.sin_port) == remotePort)
            visit(fd);
    }
}

void resetConnection(const httplib::Request &request)
{
    eachConnection(request.local_port, request.remote_port, [](int fd) {
        sockaddr nowhere{};
        nowhere.sa_family = AF_UNSPEC; // takes a connection down with RST, also before the first byte
        if (::connect(fd, &nowhere, sizeof(nowhere)) != 0)
            qWarning("a connection could not be reset");
        ::shutdown(fd, SHUT_RDWR);
    });
}

bool clientIsThere(const httplib::Request &request)
{
    bool there = false;
    eachConnection(request.local_port, request.remote_port, [&](int fd) {
        char byte = 0;
        const ssize_t got = ::recv(fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
        there = got > 0 || (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK));
    });
    return there;
}

HttpRequest translate(const httplib::Request &from)
{
    HttpRequest request;
    request.method = QByteArray::fromStdString(from.method);
    request.path = QString::fromStdString(from.path);
    for (const auto &[name, value] : from.params)
        request.query.append({QString::fromStdString(name), QString::fromStdString(value)});
    for (const auto &[name, value] : from.headers)
        request.headers.insert(QByteArray::fromStdString(name).toLower(), QByteArray::fromStdString(value));
    request.isForm = from.is_multipart_form_data();
    return request;
}

FormReader formReader(const httplib::ContentReader &reader)
{
    return [&reader](const std::function<void(const FormPart &)> &onPart,
                     const std::function<bool(QByteArrayView)> &onData) {
        return reader(
            [&](const httplib::MultipartFormData &part) {
                onPart({QString::fromStdString(part.name), QString::fromStdString(part.filename)});
                return true;
            },
            [&](const char *data, std::size_t size) {
                return onData(QByteArrayView(data, qsizetype(size)));
            });
    };
}

// The library would cut the text of an error down to the range that was asked for.
void forgetRanges(const httplib::Request &request)
{
    const_cast<httplib::Request &>(request).ranges.clear();
}

} // namespace

class HttpServer::Private
{
public:
    void serve(HttpRequest request, const httplib::Request &raw, httplib::Response &response);
    void sendFile(const HttpReply &reply, const httplib::Request &raw, httplib::Response &response);
    void sendBody(const HttpReply &reply, const httplib::Request &raw, httplib::Response &response);
    void sendPieces(const HttpReply &reply, const httplib::Request &raw, httplib::Response &response);
    void pause(std::chrono::milliseconds span) const;
    void hang(const httplib::Request &raw) const;

    httplib::Server server;
    Handler handler;
    std::thread listener;
    std::atomic<bool> stopping = false;
    int port = 0;
};

void HttpServer::Private::pause(std::chrono::milliseconds span) const
{
    const auto end = std::chrono::steady_clock::now() + span;
    while (!stopping && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_until(
            std::min(end, std::chrono::steady_clock::now() + std::chrono::milliseconds(10)));
}

void HttpServer::Private::hang(const httplib::Request &raw) const
{
    while (!stopping && clientIsThere(raw))
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
}

void HttpServer::Private::serve(HttpRequest request, const httplib::Request &raw, httplib::Response &response)
{
    const HttpReply reply = handler(request);
    pause(reply.delay);
    if (reply.ending == HttpReply::Ending::Hanging)
        hang(raw);
    if (reply.ending == HttpReply::Ending::Hanging || reply.ending == HttpReply::Ending::Dropped) {
        resetConnection(raw);
        return;
    }
    response.status = reply.status;
    for (const auto &[name, value] : reply.headers)
        response.set_header(name.toStdString(), value.toStdString());
    if (!reply.pieces.isEmpty())
        sendPieces(reply, raw, response);
    else if (reply.file.isEmpty())
        sendBody(reply, raw, response);
    else
        sendFile(reply, raw, response);
}

void HttpServer::Private::sendBody(const HttpReply &reply, const httplib::Request &raw,
                                   httplib::Response &response)
{
    forgetRanges(raw);
    response.set_content(reply.body.constData(), std::size_t(reply.body.size()),
                         reply.contentType.toStdString());
}

void HttpServer::Private::sendPieces(const HttpReply &reply, const httplib::Request &raw,
                                     httplib::Response &response)
{
    forgetRanges(raw);
    QList<QByteArray> pieces = reply.pieces;
    const auto ending = reply.ending;
    if (ending != HttpReply::Ending::Whole)
        pieces.resize((pieces.size() + 1) / 2);
    const auto sent = std::make_shared<qsizetype>(0);
    response.set_chunked_content_provider(
        reply.contentType.toStdString(),
        [this, pieces, ending, sent, span = reply.pause, &raw](std::size_t, httplib::DataSink &sink) {
            if (stopping)
                return false;
            if (*sent > 0)
                pause(span);
            if (*sent < pieces.size()) {
                const QByteArray &piece = pieces[(*sent)++];
                return sink.write(piece.constData(), std::size_t(piece.size()));
            }
            if (ending == HttpReply::Ending::CutReset)
                resetConnection(raw);
            if (ending != HttpReply::Ending::Whole)
                return false;
            sink.done();
            return true;
        });
}

void HttpServer::Private::sendFile(const HttpReply &reply, const httplib::Request &raw,
                                   httplib::Response &response)
{
    const auto file = std::make_shared<QFile>(reply.file);
    const bool open = file->open(QIODevice::ReadOnly);
    const qint64 size = open ? file->size() : 0;
    if (!raw.ranges.empty() && raw.ranges.front().first >= size) { // the library would say 206 with nothing
        forgetRanges(raw);
        response.status = 416;
        response.set_header("Content-Range", "bytes */" + std::to_string(size));
        return;
    }
    response.status = raw.ranges.empty() ? 200 : 206;
    const auto sent = std::make_shared<qint64>(0);
    const auto ending = reply.ending;
    const qint64 rate = reply.bytesPerSecond;
    const qint64 start = raw.ranges.empty() ? 0 : std::max<qint64>(0, raw.ranges.front().first);
    const qint64 cutAfter = ending == HttpReply::Ending::Whole ? -1 : (size - start) / 2;
    response.set_content_provider(std::size_t(size), reply.contentType.toStdString(),
                                  [this, file, sent, ending, rate, cutAfter,
                                   &raw](std::size_t offset, std::size_t length, httplib::DataSink &sink) {
                                      if (stopping)
                                          return false;
                                      if (cutAfter >= 0 && *sent >= cutAfter) {
                                          if (ending == HttpReply::Ending::CutReset)
                                              resetConnection(raw);
                                          return false;
                                      }
                                      qint64 want = qint64(std::min(length, chunk));
                                      if (rate > 0)
                                          want = std::min(want, std::max<qint64>(1, rate / 20));
                                      if (cutAfter >= 0)
                                          want = std::min(want, cutAfter - *sent);
                                      if (!file->seek(qint64(offset)))
                                          return false;
                                      const QByteArray bytes = file->read(want);
                                      if (bytes.isEmpty())
                                          return false;
                                      *sent += bytes.size();
                                      const bool written =
                                          sink.write(bytes.constData(), std::size_t(bytes.size()));
                                      if (rate > 0)
                                          pause(std::chrono::milliseconds(50));
                                      return written;
                                  });
}

HttpServer::HttpServer()
    : d(std::make_unique<Private>())
{
    httplib::Server &server = d->server;
    server.new_task_queue = [] { return new httplib::ThreadPool(workers); };
    server.set_payload_max_length(largestBody);
    server.set_keep_alive_max_count(10000);
    server.set_keep_alive_timeout(15);
    server.set_read_timeout(60);
    server.set_write_timeout(60);
    server.set_tcp_nodelay(true);
    server.set_exception_handler([](const httplib::Request &, httplib::Response &response,
                                    const std::exception_ptr &) { response.status = 500; });
    server.Get(".*", [this](const httplib::Request &raw, httplib::Response &response) {
        d->serve(translate(raw), raw, response);
    });
    server.Post(".*", [this](const httplib::Request &raw, httplib::Response &response,
                             const httplib::ContentReader &reader) {
        HttpRequest request = translate(raw);
        if (request.isForm) {
            request.readForm = formReader(reader);
        } else {
            const bool whole = reader([&](const char *data, std::size_t size) {
                if (std::size_t(request.body.size()) + size <= largestJson)
                    request.body.append(data, qsizetype(size));
                return true;
            });
            if (!whole) // the line broke: what came is not a request
                return;
        }
        d->serve(std::move(request), raw, response);
    });
}

HttpServer::~HttpServer()
{
    stop();
}

bool HttpServer::listen(int port, Handler handler)
{
    d->handler = std::move(handler);
    const std::string host = "127.0.0.1";
    d->port = port == 0 ? d->server.bind_to_any_port(host) : d->server.bind_to_port(host, port) ? port : -1;
    if (d->port <= 0)
        return false;
    d->listener = std::thread([this] { d->server.listen_after_bind(); });
    while (!d->server.is_running())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return true;
}

int HttpServer::port() const
{
    return d->port;
}

void HttpServer::stop()
{
    if (!d->listener.joinable())
        return;
    d->stopping = true;
    d->server.stop();
    eachConnection(d->port, 0, [](int fd) { ::shutdown(fd, SHUT_RDWR); });
    d->listener.join();
}

} // namespace retake
