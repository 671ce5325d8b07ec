// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "net/scriptedserver.h"
#include "net/transporterror.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;
using namespace std::chrono_literals;

class TestStreams : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<HttpClient> m_http;
    QList<QByteArray> m_pieces;

    static Script stream(const QByteArray &body)
    {
        Script script;
        script.headers = {{"Content-Type", "text/event-stream;charset=UTF-8"}};
        script.body = body;
        return script;
    }

    HttpRequest request() const
    {
        HttpRequest request;
        request.url = m_server->url(QStringLiteral("/chat"));
        request.headers = {{"Content-Type", "application/json"}, {"Authorization", "Bearer sk-secret"}};
        request.body = R"({"stream":true})";
        request.times = {400ms, 3s};
        return request;
    }

    Result<HttpReply> run(const Script &script)
    {
        m_server->setHandler([=](const SeenRequest &) { return script; });
        m_pieces.clear();
        StreamJob *job = m_http->stream(request(), this);
        connect(job, &StreamJob::received, this, [this](const QByteArray &bytes) { m_pieces.append(bytes); });
        Outcome<HttpReply, StreamJob> outcome(job);
        (void)QTest::qWaitFor([&] { return outcome.times > 0; }, 10000);
        QTest::qWait(20);
        delete job;
        if (outcome.times != 1)
            return failure(ErrorKind::ToolFailed, {QStringLiteral("finished came not exactly once")});
        return *outcome.result;
    }

    QByteArray told() const { return m_pieces.join(); }

private Q_SLOTS:

    void init()
    {
        m_server = std::make_unique<ScriptedServer>([](const SeenRequest &) { return Script(); });
        m_http = std::make_unique<HttpClient>(m_dir.filePath(QStringLiteral("wire.log")));
    }

    void bytesAreToldAsTheyCome()
    {
        const QByteArray body = "data: 猫の一\n\ndata: [DONE]\n\n";
        Script script = stream(body);
        script.drip = 7;
        const auto reply = run(script);
        QVERIFY(reply.has_value());
        QCOMPARE(reply->status, 200);
        QCOMPARE(reply->body, QByteArray());
        QCOMPARE(told(), body);
        QVERIFY(m_pieces.size() >= 3);
        QCOMPARE(m_server->seen().size(), 1);
        QCOMPARE(m_server->seen()[0].method, QByteArray("POST"));
        QCOMPARE(m_server->seen()[0].body, QByteArray(R"({"stream":true})"));
        QFile log(m_dir.filePath(QStringLiteral("wire.log")));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray lines = log.readAll();
        QVERIFY(lines.contains("猫の一"));
        QVERIFY(!lines.contains("sk-secret"));
    }

    void aClipInsideArrivesWhole()
    {
        m_server->setHandler([](const SeenRequest &) { return stream("data: [DONE]\n\n"); });
        HttpRequest large = request();
        large.times = {10s, 20s};
        for (int i = 0; i < 12'000'000 / 8; ++i)
            large.body += QByteArray::number(10'000'000 + i);
        StreamJob *job = m_http->stream(large, this);
        Outcome<HttpReply, StreamJob> outcome(job);
        QTRY_COMPARE_WITH_TIMEOUT(outcome.times, 1, 20000);
        QVERIFY(outcome.result->has_value());
        QCOMPARE(m_server->seen().size(), 1);
        QVERIFY(m_server->seen()[0].body == large.body);
        QVERIFY(QFileInfo(m_dir.filePath(QStringLiteral("wire.log"))).size() < 100'000);
        delete job;
    }

    void chunksAreTakenApart()
    {
        Script script = stream("6\r\ndata: \r\n3\r\na\n\n\r\n0\r\n\r\n");
        script.add("Transfer-Encoding", "chunked");
        script.chunked = true;
        QVERIFY(run(script).has_value());
        QCOMPARE(told(), QByteArray("data: a\n\n"));
    }

    void withoutALengthTheEndOfTheConnectionEnds()
    {
        Script script = stream("data: a\n\n");
        script.chunked = true;
        script.end = Script::End::Close;
        QVERIFY(run(script).has_value());
        QCOMPARE(told(), QByteArray("data: a\n\n"));
    }

    void refusalsAreInTheReply()
    {
        Script script;
        script.status = 429;
        script.body = R"({"error":{"code":"1305"}})";
        auto reply = run(script);
        QVERIFY(reply.has_value());
        QCOMPARE(reply->status, 429);
        QCOMPARE(reply->body, script.body);
        QCOMPARE(told(), QByteArray());
        script = stream("data: {}");
        script.status = 500;
        reply = run(script);
        QCOMPARE(reply->body, QByteArray("data: {}"));
        QCOMPARE(told(), QByteArray());
        script = Script();
        script.body = R"({"choices":[]})"; // in one piece
        reply = run(script);
        QCOMPARE(reply->body, script.body);
        QCOMPARE(told(), QByteArray());
    }

    void sentOnce_data()
    {
        QTest::addColumn<QByteArray>("how");
        for (const char *how :
             {"closed", "reset", "hang", "cut", "reset in the middle", "silent in the middle"})
            QTest::newRow(how) << QByteArray(how);
    }

    void sentOnce()
    {
        QFETCH(QByteArray, how);
        Script script = stream("data: half");
        script.promised = 500;
        if (how == "closed")
            script = Script::silent(Script::End::Close);
        else if (how == "reset")
            script = Script::silent(Script::End::Reset);
        else if (how == "hang")
            script = Script::silent(Script::End::Hang);
        else if (how == "cut")
            script.end = Script::End::Close;
        else if (how == "reset in the middle")
            script.end = Script::End::Reset;
        const auto reply = run(script);
        QVERIFY(!reply.has_value());
        QVERIFY(mayHaveArrived(reply.error()));
        QTest::qWait(100);
        QCOMPARE(m_server->seen().size(), 1);
        QCOMPARE(told(), script.body); // what came is told all the same
    }

    void resetBeforeAllIsSent()
    {
        m_server->resetAfter(60);
        const auto reply = run(Script());
        QVERIFY(!reply.has_value());
        QTest::qWait(100);
        QCOMPARE(m_server->connections(), 1);
    }

    void notWithoutEnd()
    {
        HttpRequest small = request();
        small.maximumReply = 1000;
        m_server->setHandler([](const SeenRequest &) { return stream(QByteArray(100'000, 'x')); });
        StreamJob *job = m_http->stream(small, this);
        Outcome<HttpReply, StreamJob> outcome(job);
        QTRY_COMPARE(outcome.times, 1);
        QCOMPARE(outcome.result->error().kind, ErrorKind::BadReply);
        delete job;
    }

    void deletedInTheMiddle()
    {
        Script script = stream(QByteArray(1000, 'x'));
        script.drip = 10;
        m_server->setHandler([=](const SeenRequest &) { return script; });
        StreamJob *job = m_http->stream(request(), this);
        int times = 0;
        connect(job, &StreamJob::received, this, [&, job] {
            ++times;
            delete job;
        });
        QTRY_COMPARE(times, 1);
        QTest::qWait(200);
        QCOMPARE(times, 1);
    }
};

QTEST_GUILESS_MAIN(TestStreams)
#include "tst_streams.moc"
