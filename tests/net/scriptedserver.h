// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpmessage.h"

#include <QElapsedTimer>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>
#include <sys/socket.h>

namespace retake {

// What arrived, and on which connection (counted from 1).
struct SeenRequest
{
    QByteArray method;
    QByteArray target;
    HttpHeaders headers;
    QByteArray body;
    int connection = 0;

    QByteArray header(const QByteArray &name) const { return headerValue(headers, name); }
};

// What goes back, and how it ends.
struct Script
{
    enum class End { KeepOpen, Close, Reset, Hang };
    int status = 200;
    HttpHeaders headers{{"Content-Type", "application/json"}};
    QByteArray body;
    qint64 promised = -1; // Content-Length when it is not the body's
    bool reply = true;    // false: not a byte
    bool chunked = false; // without Content-Length
    End end = End::KeepOpen;
    int drip = 0; // bytes a 50 ms; 0: all at once

    void add(const QByteArray &name, const QByteArray &value)
    {
        headers.append(std::pair<QByteArray, QByteArray>(name, value));
    }

    static Script silent(End end)
    {
        Script script;
        script.reply = false;
        script.end = end;
        return script;
    }
};

// An HTTP server that does as it is told, faults below HTTP included.
class ScriptedServer
{
public:
    using Handler = std::function<Script(const SeenRequest &)>;

    explicit ScriptedServer(Handler handler,
                            std::unique_ptr<QTcpServer> server = std::make_unique<QTcpServer>())
        : m_handler(std::move(handler))
        , m_server(std::move(server))
    {
        QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(), [this] {
            while (QTcpSocket *socket = m_server->nextPendingConnection())
                take(socket);
        });
        if (!m_server->listen(QHostAddress::LocalHost))
            qFatal("no port on loopback");
    }

    ~ScriptedServer()
    {
        for (QTcpSocket *socket : m_server->findChildren<QTcpSocket *>())
            socket->disconnect();
    }

    QUrl url(const QString &path = QStringLiteral("/"), const QString &scheme = QStringLiteral("http")) const
    {
        return QUrl(QString(scheme + u"://127.0.0.1:" + QString::number(m_server->serverPort()) + path));
    }

    quint16 port() const { return m_server->serverPort(); }

    QTcpServer &server() { return *m_server; }

    const QList<SeenRequest> &seen() const { return m_seen; }

    int connections() const { return m_connections; }

    void setHandler(Handler handler) { m_handler = std::move(handler); }

    // Resets as soon as so many bytes of a request were read, and answers with `early` first if that is set.
    void resetAfter(qint64 bytes, const QByteArray &early = {})
    {
        m_resetAfter = bytes;
        m_early = early;
    }

    bool keepBodies = true;

private:
    struct Line
    {
        QByteArray head;
        SeenRequest request;
        qint64 bodyLeft = -1; // -1: still in the head
        qint64 read = 0;
        int number = 0;
    };

    static void reset(QTcpSocket *socket)
    {
        const linger now{1, 0};
        ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
        socket->abort();
    }

    void take(QTcpSocket *socket)
    {
        auto line = std::make_shared<Line>();
        line->number = ++m_connections;
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, socket,
                         [this, socket, line] { read(socket, *line); });
        read(socket, *line);
    }

    void read(QTcpSocket *socket, Line &line)
    {
        while (socket->bytesAvailable() > 0) {
            const QByteArray bytes = line.bodyLeft < 0 ? socket->readLine() : socket->read(line.bodyLeft);
            line.read += bytes.size();
            if (m_resetAfter > 0 && line.read >= m_resetAfter) {
                socket->write(m_early);
                socket->flush();
                reset(socket);
                return;
            }
            if (line.bodyLeft >= 0) {
                line.bodyLeft -= bytes.size();
                if (keepBodies)
                    line.request.body += bytes;
            } else {
                line.head += bytes;
                if (!line.head.endsWith("\r\n\r\n"))
                    continue;
                parseHead(line);
            }
            if (line.bodyLeft == 0) {
                const SeenRequest request = line.request;
                line = {{}, {}, -1, 0, line.number};
                m_seen.append(request);
                answer(socket, m_handler(request));
            }
        }
    }

    static void parseHead(Line &line)
    {
        const QList<QByteArray> rows = line.head.split('\n');
        const QList<QByteArray> first = rows[0].trimmed().split(' ');
        line.request = {first.value(0), first.value(1), {}, {}, line.number};
        for (const QByteArray &row : rows.mid(1)) {
            const qsizetype colon = row.indexOf(':');
            if (colon > 0)
                line.request.headers.append({row.left(colon), row.mid(colon + 1).trimmed()});
        }
        line.bodyLeft = line.request.header("Content-Length").toLongLong();
    }

    void answer(QTcpSocket *socket, const Script &script)
    {
        QByteArray bytes;
        if (script.reply) {
            bytes = "HTTP/1.1 " + QByteArray::number(script.status) + " Word\r\n";
            for (const auto &[name, value] : script.headers)
                bytes += name + ": " + value + "\r\n";
            if (!script.chunked)
                bytes += "Content-Length: " +
                         QByteArray::number(script.promised < 0 ? script.body.size() : script.promised) +
                         "\r\n";
            if (script.end == Script::End::Close)
                bytes += "Connection: close\r\n";
            bytes += "\r\n";
        }
        if (script.drip > 0) {
            socket->write(bytes);
            dripOn(socket, script.body, script.drip);
            return;
        }
        socket->write(bytes + (script.reply ? script.body : QByteArray()));
        socket->flush();
        switch (script.end) {
        case Script::End::KeepOpen:
        case Script::End::Hang:
            return;
        case Script::End::Close:
            socket->disconnectFromHost();
            return;
        case Script::End::Reset:
            QTimer::singleShot(30, socket, [socket] { reset(socket); });
            return;
        }
    }

    static void dripOn(QTcpSocket *socket, const QByteArray &body, int step)
    {
        if (body.isEmpty())
            return;
        socket->write(body.left(step));
        QTimer::singleShot(50, socket, [=] { dripOn(socket, body.mid(step), step); });
    }

    Handler m_handler;
    std::unique_ptr<QTcpServer> m_server;
    QList<SeenRequest> m_seen;
    QByteArray m_early;
    qint64 m_resetAfter = 0;
    int m_connections = 0;
};

// Waits for the one finished() of a job and keeps it; a second one fails the test that looks at `times`.
template<class T, class Job> struct Outcome
{
    explicit Outcome(Job *job)
    {
        QObject::connect(job, &Job::finished, job, [this](const Result<T> &r) {
            ++times;
            result = r;
        });
    }

    int times = 0;
    std::optional<Result<T>> result;
};

} // namespace retake
