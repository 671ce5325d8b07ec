// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "net/scriptedserver.h"
#include "net/transporterror.h"

#include <QFile>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>

#include <netinet/in.h>
#include <unistd.h>

using namespace retake;
using namespace std::chrono_literals;

namespace {

using Answer = Outcome<HttpReply, RequestJob>;

HttpRequest requestTo(const QUrl &url, HttpRequest::Method method = HttpRequest::Method::Get)
{
    HttpRequest request;
    request.method = method;
    request.url = url;
    request.headers = {{"Authorization", "Bearer sk-secret"}, {"Content-Type", "application/json"}};
    if (method == HttpRequest::Method::Post)
        request.body = "{\"a\":1}";
    return request;
}

Result<HttpReply> answerTo(HttpClient &client, const HttpRequest &request)
{
    QObject owner;
    Answer answer(client.send(request, &owner));
    (void)QTest::qWaitFor([&] { return answer.times > 0; }, 10000);
    QTest::qWait(5); // a second finished() would come now
    if (answer.times != 1)
        return failure(ErrorKind::ToolFailed, {QStringLiteral("finished came not exactly once")});
    return *answer.result;
}

Script json(const QByteArray &body, int status = 200)
{
    Script script;
    script.status = status;
    script.body = body;
    return script;
}

// Accepts no connection: its queue is full, and the kernel leaves further ones without an answer.
class DeafPort
{
public:
    DeafPort()
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        ::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size);
        ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
        ::listen(m_listener, 0);
        m_port = ntohs(address.sin_port);
        for (int &filler : m_fillers) {
            filler = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
            ::connect(filler, reinterpret_cast<sockaddr *>(&address), size);
        }
    }

    ~DeafPort()
    {
        for (const int filler : m_fillers)
            ::close(filler);
        ::close(m_listener);
    }

    QUrl url() const { return QUrl(QString(u"http://127.0.0.1:" + QString::number(m_port) + u"/")); }

private:
    int m_listener = -1;
    int m_fillers[3] = {};
    quint16 m_port = 0;
};

} // namespace

class TestRequests : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void everyStatusIsAnAnswer_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 400, 401, 403, 404, 409, 418, 429, 500, 502, 503, 504})
            QTest::addRow("%d", status) << status;
    }

    void everyStatusIsAnAnswer()
    {
        QFETCH(int, status);
        ScriptedServer server([=](const SeenRequest &) {
            Script script = json("{\"code\":\"X\"}", status);
            script.add("Retry-After", "7");
            return script;
        });
        HttpClient client;
        for (const auto method : {HttpRequest::Method::Get, HttpRequest::Method::Post}) {
            const auto reply = answerTo(client, requestTo(server.url(), method));
            QVERIFY(reply.has_value());
            QCOMPARE(reply->status, status);
            QCOMPARE(reply->body, QByteArray("{\"code\":\"X\"}"));
            QCOMPARE(reply->retryAfter(), std::optional(7s));
        }
    }

    void aChallengeIsAnAnswer()
    {
        ScriptedServer server([](const SeenRequest &) {
            Script script = json("{}", 401);
            script.add("WWW-Authenticate", "Basic realm=\"gateway\"");
            return script;
        });
        HttpClient client;
        for (const auto method : {HttpRequest::Method::Get, HttpRequest::Method::Post}) {
            const auto reply = answerTo(client, requestTo(server.url(), method));
            QVERIFY(reply.has_value());
            QCOMPARE(reply->status, 401);
        }
        QCOMPARE(server.seen().size(), 2);
    }

    void whatIsSent()
    {
        ScriptedServer server([](const SeenRequest &) { return json("{}"); });
        HttpClient client;
        QVERIFY(answerTo(client, requestTo(server.url(QStringLiteral("/api/v1/x?page_size=1")))).has_value());
        QVERIFY(answerTo(client, requestTo(server.url(), HttpRequest::Method::Post)).has_value());
        const SeenRequest &get = server.seen().at(0);
        QCOMPARE(get.target, QByteArray("/api/v1/x?page_size=1"));
        QCOMPARE(get.header("Authorization"), QByteArray("Bearer sk-secret"));
        QVERIFY(get.header("User-Agent").startsWith("Retake/"));
        QCOMPARE(get.header("Accept-Encoding"), QByteArray("identity"));
        QCOMPARE(get.header("Upgrade"), QByteArray()); // no HTTP/2, in the clear either
        QCOMPARE(server.seen().at(1).body, QByteArray("{\"a\":1}"));
    }

    void aPostIsSentOnce_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::addColumn<int>("bytes");
        for (const int bytes : {0, 300'000}) {
            QTest::addRow("closed, %d", bytes) << false << bytes;
            QTest::addRow("reset, %d", bytes) << true << bytes;
        }
    }

    // The server reads the whole create and goes away without a word. Qt by itself would send it again, as
    // the GET in the end shows.
    void aPostIsSentOnce()
    {
        QFETCH(bool, reset);
        QFETCH(int, bytes);
        ScriptedServer server([](const SeenRequest &) { return json("{}"); });
        HttpClient client;
        QVERIFY(answerTo(client, requestTo(server.url())).has_value());
        QVERIFY(answerTo(client, requestTo(server.url())).has_value());
        QCOMPARE(server.connections(), 1); // it is kept alive for requests that may be repeated
        server.setHandler([=](const SeenRequest &) {
            return Script::silent(reset ? Script::End::Reset : Script::End::Close);
        });
        HttpRequest create = requestTo(server.url(), HttpRequest::Method::Post);
        create.body = QByteArray(bytes, 'x');
        const auto reply = answerTo(client, create);
        QVERIFY(!reply.has_value());
        QCOMPARE(reply.error().kind, ErrorKind::ConnectionLost);
        QVERIFY(mayHaveArrived(reply.error()));
        QTest::qWait(100);
        QCOMPARE(server.connections(), 2);
        QCOMPARE(server.seen().size(), 3);
        QCOMPARE(server.seen().at(2).body, create.body);

        answerTo(client, requestTo(server.url()));
        QVERIFY(server.seen().size() > 4); // so the double does count what is sent again
    }

    // The connection opens, and ends before the request is read.
    void aClosedDoorIsNotKnockedAtTwice()
    {
        ScriptedServer server([](const SeenRequest &) { return json("{}"); });
        server.resetAfter(1);
        HttpClient client;
        const auto reply = answerTo(client, requestTo(server.url(), HttpRequest::Method::Post));
        QVERIFY(!reply.has_value());
        QVERIFY(mayHaveArrived(reply.error()));
        QTest::qWait(200);
        QCOMPARE(server.connections(), 1);
    }

    void aPostFollowsNoRedirect_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }

    // Qt asks for the body again at a 307 or 308 before it tells of them: their status is lost.
    void aPostFollowsNoRedirect()
    {
        QFETCH(int, status);
        ScriptedServer server([=](const SeenRequest &) {
            Script script = json({}, status);
            script.add("Location", "/elsewhere");
            return script;
        });
        HttpClient client;
        const auto reply = answerTo(client, requestTo(server.url(), HttpRequest::Method::Post));
        QCOMPARE(server.seen().size(), 1);
        if (status < 307)
            QCOMPARE(reply->status, status);
        else
            QVERIFY(!reply.has_value() && mayHaveArrived(reply.error()));
    }

    void theKeyStaysWithItsHost()
    {
        ScriptedServer stranger([](const SeenRequest &) { return json("{\"stranger\":true}"); });
        ScriptedServer server([&](const SeenRequest &request) {
            Script script = json({}, 302);
            script.headers.append(
                {"Location", request.target == "/home" ? QByteArray("/moved") : stranger.url().toEncoded()});
            return script;
        });
        HttpClient client;
        const auto reply = answerTo(client, requestTo(server.url(QStringLiteral("/home"))));
        QVERIFY(reply.has_value());
        QCOMPARE(reply->body, QByteArray("{\"stranger\":true}"));
        QCOMPARE(server.seen().size(), 2);
        QCOMPARE(server.seen().at(1).header("Authorization"), QByteArray("Bearer sk-secret"));
        QCOMPARE(stranger.seen().size(), 1);
        QCOMPARE(stranger.seen().at(0).header("Authorization"), QByteArray());
    }

    void redirectsEnd()
    {
        ScriptedServer server([](const SeenRequest &) {
            Script script = json({}, 302);
            script.add("Location", "/again");
            return script;
        });
        HttpClient client;
        HttpRequest request = requestTo(server.url());
        request.maximumRedirects = 3;
        const auto reply = answerTo(client, request);
        QVERIFY(!reply.has_value());
        QCOMPARE(reply.error().kind, ErrorKind::BadReply);
        QCOMPARE(server.seen().size(), 4);
    }

    void nobodyThere()
    {
        HttpClient client;
        QUrl dead;
        {
            ScriptedServer server([](const SeenRequest &) { return Script(); });
            dead = server.url();
        }
        for (const QUrl &url : {dead, QUrl(QStringLiteral("http://no-such-host.invalid/"))}) {
            const auto reply = answerTo(client, requestTo(url, HttpRequest::Method::Post));
            QVERIFY(!reply.has_value());
            QCOMPARE(reply.error().kind, ErrorKind::Offline);
            QVERIFY(!mayHaveArrived(reply.error()));
        }
        const auto reply = answerTo(client, requestTo(QUrl(QStringLiteral("ftp://127.0.0.1/"))));
        QCOMPARE(reply.error().kind, ErrorKind::BadAddress);
    }

    void aConnectionThatNeverOpensCarriedNothing()
    {
        const DeafPort deaf;
        HttpClient client;
        HttpRequest request = requestTo(deaf.url(), HttpRequest::Method::Post);
        request.times.silence = 600ms;
        const auto reply = answerTo(client, request);
        QVERIFY(!reply.has_value());
        QCOMPARE(reply.error().kind, ErrorKind::Offline);
    }

    void silenceEnds()
    {
        ScriptedServer server([](const SeenRequest &) { return Script::silent(Script::End::Hang); });
        HttpClient client;
        for (const auto method : {HttpRequest::Method::Get, HttpRequest::Method::Post}) {
            HttpRequest request = requestTo(server.url(), method);
            request.times.silence = 300ms;
            for (const QByteArray &body : {QByteArray(), QByteArray("{}")}) {
                request.body = body;
                const auto reply = answerTo(client, request);
                QVERIFY(!reply.has_value());
                QCOMPARE(reply.error().kind, ErrorKind::TimedOut);
                QVERIFY(mayHaveArrived(reply.error()));
            }
        }
        QCOMPARE(server.seen().size(), 4);
    }

    // Never silent for long, and yet too slow in all.
    void theDeadlineHolds()
    {
        ScriptedServer server([](const SeenRequest &) {
            Script script = json(QByteArray(1000, ' '));
            script.drip = 5;
            return script;
        });
        HttpClient client;
        HttpRequest request = requestTo(server.url());
        request.times = {5s, 600ms};
        const auto reply = answerTo(client, request);
        QVERIFY(!reply.has_value());
        QCOMPARE(reply.error().kind, ErrorKind::TimedOut);
    }

    void aDripIsNoSilence()
    {
        ScriptedServer server([](const SeenRequest &) {
            Script script = json(QByteArray(100, ' '));
            script.drip = 10;
            return script;
        });
        HttpClient client;
        HttpRequest request = requestTo(server.url());
        request.times = {300ms, 10s};
        QVERIFY(answerTo(client, request).has_value());
    }

    void aShortBodyIsNoSuccess()
    {
        ScriptedServer server([](const SeenRequest &) {
            Script script = json("{\"task_id\":");
            script.promised = 1000;
            script.end = Script::End::Close;
            return script;
        });
        HttpClient client;
        for (int run = 0; run < 30; ++run) {
            const auto reply = answerTo(client, requestTo(server.url(), HttpRequest::Method::Post));
            QVERIFY(!reply.has_value());
            QCOMPARE(reply.error().kind, ErrorKind::ConnectionLost);
            QCOMPARE(reply.error().httpStatus, 200);
        }
    }

    void anEndlessBodyIsRefused()
    {
        ScriptedServer server([](const SeenRequest &) { return json(QByteArray(3'000'000, ' ')); });
        HttpClient client;
        HttpRequest request = requestTo(server.url());
        request.maximumReply = 1'000'000;
        QCOMPARE(answerTo(client, request).error().kind, ErrorKind::BadReply);
    }

    void garbageIsAFault()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->readAll();
                socket->write("SSH-2.0-OpenSSH_9.2\r\n");
                socket->disconnectFromHost();
            });
        });
        HttpClient client;
        const QUrl url(QString(u"http://127.0.0.1:" + QString::number(server.serverPort())));
        const auto reply = answerTo(client, requestTo(url, HttpRequest::Method::Post));
        QVERIFY(!reply.has_value());
        QVERIFY(mayHaveArrived(reply.error()));
    }

    void aDeletedJobIsSilentAndStops()
    {
        ScriptedServer server([](const SeenRequest &) { return Script::silent(Script::End::Hang); });
        HttpClient client;
        auto owner = std::make_unique<QObject>();
        RequestJob *job = client.send(requestTo(server.url(), HttpRequest::Method::Post), owner.get());
        int times = 0;
        connect(job, &RequestJob::finished, this, [&] { ++times; });
        QTRY_COMPARE(server.seen().size(), 1);
        QTcpSocket *line = server.server().findChild<QTcpSocket *>();
        QVERIFY(line);
        const QPointer<QTcpSocket> watched(line);
        owner.reset();
        QTRY_VERIFY(!watched); // the connection is gone
        QCOMPARE(times, 0);
        // before it began
        owner = std::make_unique<QObject>();
        client.send(requestTo(server.url()), owner.get());
        owner.reset();
        QTest::qWait(50);
        QCOMPARE(server.seen().size(), 1);
    }

    void loopbackNeedsNoProxy()
    {
        ScriptedServer proxy([](const SeenRequest &) { return json("{\"proxy\":true}"); });
        ScriptedServer server([](const SeenRequest &) { return json("{}"); });
        qputenv("http_proxy", proxy.url().toEncoded());
        HttpClient client;
        const auto here = answerTo(client, requestTo(server.url()));
        const auto post = answerTo(client, requestTo(server.url(), HttpRequest::Method::Post));
        const auto there = answerTo(client, requestTo(QUrl(QStringLiteral("http://elsewhere.invalid/x"))));
        qunsetenv("http_proxy");
        QVERIFY(here.has_value() && post.has_value() && there.has_value());
        QCOMPARE(here->body, QByteArray("{}"));
        QCOMPARE(there->body, QByteArray("{\"proxy\":true}"));
        QCOMPARE(proxy.seen().size(), 1);
        QCOMPARE(proxy.seen().at(0).target, QByteArray("http://elsewhere.invalid/x"));
    }

    void noCookies()
    {
        ScriptedServer server([](const SeenRequest &) {
            Script script = json("{}");
            script.add("Set-Cookie", "a=b");
            return script;
        });
        HttpClient client;
        answerTo(client, requestTo(server.url()));
        answerTo(client, requestTo(server.url()));
        QCOMPARE(server.seen().at(1).header("Cookie"), QByteArray());
    }

    void theWireLogHasNoKey()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("wire.log"));
        ScriptedServer server([](const SeenRequest &) {
            return json("{\"output\":{\"video_url\":\"http://h/a?Signature=zzz\"}}");
        });
        HttpClient client(file);
        answerTo(client, requestTo(server.url()));
        QFile log(file);
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray line = log.readAll();
        QCOMPARE(line.count('\n'), 1);
        QVERIFY(line.contains("video_url"));
        QVERIFY(!line.contains("sk-secret") && !line.contains("zzz"));
    }
};

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
