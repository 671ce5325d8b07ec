// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceservice.h"
#include "practiceclient.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

// What each fault does to the wire.
class TestPracticeFaults : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_clip;
    std::unique_ptr<PracticeService> m_service;
    std::unique_ptr<PracticeClient> m_client;

    void start(const QString &fault, double scale = 1)
    {
        PracticeOptions options;
        options.timeScale = scale;
        options.faults = {*parseFault(fault)};
        m_service = std::make_unique<PracticeService>();
        const auto address = m_service->start(options);
        QVERIFY(address);
        m_client = std::make_unique<PracticeClient>(address->dashscope, address->key);
    }

    QJsonObject order(const QString &video) { return PracticeClient::body(video, QStringLiteral("rain")); }

    int tasksMade() { return m_client->get(QStringLiteral("/tasks/")).json()[u"total"].toInt(-1); }

    QString resultUrl()
    {
        const QString id = m_client->createTask(order(m_client->upload(m_clip, QStringLiteral("clip.mp4"))));
        return m_client->finish(id)[u"output"][u"video_url"].toString();
    }

    // What comes back on a bare socket until the server closes it; the QNetworkReply hides how it ended.
    QByteArray bareCreate(const QString &video, QAbstractSocket::SocketError *ending)
    {
        const QUrl address(m_client->base);
        const QByteArray body = QJsonDocument(order(video)).toJson();
        QTcpSocket socket;
        socket.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        socket.connectToHost(address.host(), quint16(address.port()));
        if (!socket.waitForConnected(5000))
            return "no connection";
        socket.write("POST /api/v1" + PracticeClient::createPath().toLatin1() +
                     " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-DashScope-Async: enable\r\n"
                     "X-DashScope-OssResourceResolve: enable\r\nContent-Type: application/json\r\n"
                     "Authorization: Bearer " +
                     m_client->key.toLatin1() + "\r\nContent-Length: " + QByteArray::number(body.size()) +
                     "\r\n\r\n" + body);
        socket.waitForDisconnected(5000);
        *ending = socket.error();
        return socket.readAll();
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_clip = makeClip(m_folder.path(), 2, QStringLiteral("426x240"));
        QVERIFY(!m_clip.isEmpty());
    }

    void cleanup()
    {
        m_client.reset();
        m_service.reset();
    }

    void onCreate_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *fault, int status, const char *code) {
            QTest::newRow(fault) << QString(QLatin1String(fault) + u":1") << status
                                 << QString(QLatin1String(code));
        };
        row("async-403", 403, "AccessDenied");
        row("arrears-400", 400, "Arrearage");
        row("rate-429", 429, "Throttling.RateQuota");
        row("quota-429", 429, "Throttling.AllocationQuota");
        row("server-500", 500, "InternalError");
        row("busy-503", 503, "ModelUnavailable");
    }

    void onCreate()
    {
        QFETCH(QString, fault);
        QFETCH(int, status);
        QFETCH(QString, code);
        start(fault);
        const QString video = m_client->upload(m_clip, QStringLiteral("clip.mp4"));
        const Answer refused = m_client->create(order(video));
        QCOMPARE(refused.status, status);
        QCOMPARE(refused.code(), code);
        QCOMPARE(tasksMade(), 0);
        QCOMPARE(m_client->create(order(video)).status, 200); // it struck once
    }

    void keyRefusedEverywhere()
    {
        start(QStringLiteral("key-401:2"));
        QCOMPARE(m_client->get(QStringLiteral("/tasks/")).code(), QStringLiteral("InvalidApiKey"));
        QCOMPARE(m_client->create(order(QStringLiteral("oss://a/b"))).status, 401);
        QCOMPARE(m_client->get(QStringLiteral("/tasks/")).status, 200);
    }

    void html()
    {
        start(QStringLiteral("html"));
        const QString video = m_client->upload(m_clip, QStringLiteral("clip.mp4"));
        const Answer answer = m_client->create(order(video));
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.startsWith("<!DOCTYPE html>"));
        QCOMPARE(tasksMade(), 0);
    }

    void truncatedJson()
    {
        start(QStringLiteral("truncated-json"));
        const QString video = m_client->upload(m_clip, QStringLiteral("clip.mp4"));
        const Answer answer = m_client->create(order(video));
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.startsWith("{\"output\"") && answer.json().isEmpty());
        QCOMPARE(tasksMade(), 1);
    }

    void hang()
    {
        start(QStringLiteral("hang"));
        const QString video = m_client->upload(m_clip, QStringLiteral("clip.mp4"));
        const Answer answer = m_client->post(
            PracticeClient::createPath(), QJsonDocument(order(video)).toJson(),
            {{"X-DashScope-Async", "enable"}, {"X-DashScope-OssResourceResolve", "enable"}}, 700);
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.error, QNetworkReply::OperationCanceledError);
        QCOMPARE(tasksMade(), 1);
    }

    void resets_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("made");
        QTest::newRow("after") << QStringLiteral("reset:1") << 1;
        QTest::newRow("before") << QStringLiteral("reset-before:1") << 0;
    }

    void resets()
    {
        QFETCH(QString, fault);
        QFETCH(int, made);
        start(fault);
        const QString video = m_client->upload(m_clip, QStringLiteral("clip.mp4"));
        auto ending = QAbstractSocket::UnknownSocketError;
        QCOMPARE(bareCreate(video, &ending), QByteArray());
        QCOMPARE(ending, QAbstractSocket::RemoteHostClosedError); // Qt's word for RST as for FIN
        QCOMPARE(tasksMade(), made);
        QCOMPARE(m_client->create(order(video)).status, 200);
    }

    void onQuery_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("500") << QStringLiteral("query-500:1") << 500 << QStringLiteral("InternalError");
        QTest::newRow("429") << QStringLiteral("query-429:1") << 429
                             << QStringLiteral("Throttling.RateQuota");
        QTest::newRow("html") << QStringLiteral("query-html:1") << 200 << QString();
        QTest::newRow("truncated") << QStringLiteral("query-truncated:1") << 200 << QString();
    }

    void onQuery()
    {
        QFETCH(QString, fault);
        QFETCH(int, status);
        QFETCH(QString, code);
        start(fault);
        const QString id = m_client->createTask(order(m_client->upload(m_clip, QStringLiteral("clip.mp4"))));
        const Answer answer = m_client->query(id);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.code(), code);
        QVERIFY(!answer.json().contains(u"output"));
        QCOMPARE(m_client->query(id).json()[u"output"][u"task_status"].toString(), QStringLiteral("PENDING"));
    }

    void endsOfTasks_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("moderation") << QStringLiteral("failed-moderation") << QStringLiteral("FAILED")
                                    << QStringLiteral("DataInspectionFailed");
        QTest::newRow("size") << QStringLiteral("failed-size") << QStringLiteral("FAILED")
                              << QStringLiteral("InvalidParameter");
        QTest::newRow("canceled") << QStringLiteral("canceled") << QStringLiteral("CANCELED") << QString();
        QTest::newRow("unknown") << QStringLiteral("unknown") << QStringLiteral("UNKNOWN") << QString();
    }

    void endsOfTasks()
    {
        QFETCH(QString, fault);
        QFETCH(QString, status);
        QFETCH(QString, code);
        start(fault, 1000);
        const QString id = m_client->createTask(order(m_client->upload(m_clip, QStringLiteral("clip.mp4"))));
        const QJsonObject reply = m_client->finish(id);
        QCOMPARE(reply[u"output"][u"task_status"].toString(), status);
        QCOMPARE(reply[u"output"][u"code"].toString(), code);
        QVERIFY(!reply.contains(u"usage"));
    }

    void onUpload_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("403") << QStringLiteral("upload-403:1") << 403 << QStringLiteral("AccessDenied");
        QTest::newRow("409") << QStringLiteral("upload-409:1") << 409 << QStringLiteral("FileAlreadyExists");
        QTest::newRow("expired") << QStringLiteral("upload-expired:1") << 403
                                 << QStringLiteral("AccessDenied");
        QTest::newRow("reset") << QStringLiteral("upload-reset:1") << 0 << QString();
    }

    void onUpload()
    {
        QFETCH(QString, fault);
        QFETCH(int, status);
        QFETCH(QString, code);
        start(fault);
        const QJsonObject policy = m_client->policy();
        const Answer answer = m_client->sendForm(policy[u"upload_host"].toString(),
                                                 PracticeClient::fields(policy, QStringLiteral("clip.mp4")),
                                                 QByteArray(3000000, 'x'));
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.xmlCode(), code);
        QCOMPARE(answer.body.contains("Policy expired."), fault == u"upload-expired:1");
        QVERIFY(!m_client->upload(m_clip, QStringLiteral("clip.mp4")).isEmpty());
    }

    void onPolicy()
    {
        start(QStringLiteral("policy-429:1"));
        const QString path = QStringLiteral("/uploads?action=getPolicy&model=wan2.7-videoedit");
        QCOMPARE(m_client->get(path).code(), QStringLiteral("Throttling.RateQuota"));
        QCOMPARE(m_client->get(path).status, 200);
        start(QStringLiteral("policy-500:1"));
        QCOMPARE(m_client->get(path).status, 500);
        QCOMPARE(m_client->get(path).status, 200);
    }

    void onDownload_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("status");
        for (const char *fault : {"download-403", "download-wrong", "download-short", "download-reset"})
            QTest::newRow(fault) << QString(QLatin1String(fault) + u":1")
                                 << (qstrcmp(fault, "download-403") == 0 ? 403 : 200);
    }

    void onDownload()
    {
        QFETCH(QString, fault);
        QFETCH(int, status);
        start(fault, 1000);
        const QString url = resultUrl();
        const Answer bad = m_client->get(url);
        QCOMPARE(bad.status, status);
        const Answer good = m_client->get(url);
        QCOMPARE(good.status, 200);
        QCOMPARE(good.headers.value("content-length").toLongLong(), good.body.size());
        if (fault.startsWith(u"download-wrong"))
            QVERIFY(bad.body.contains("<html>"));
        if (fault.startsWith(u"download-short") || fault.startsWith(u"download-reset")) {
            QCOMPARE(bad.headers.value("content-length").toLongLong(), good.body.size());
            QVERIFY(bad.body.size() <= good.body.size() / 2);
        }
        if (fault.startsWith(u"download-short"))
            QCOMPARE(bad.body, good.body.left(good.body.size() / 2));
    }

    void theListFails()
    {
        start(QStringLiteral("list-500:1"));
        QCOMPARE(m_client->get(QStringLiteral("/tasks/")).status, 500);
        QCOMPARE(m_client->get(QStringLiteral("/tasks/")).status, 200);
    }

    void theListIsEmpty()
    {
        start(QStringLiteral("list-empty:1"));
        QVERIFY(!m_client->createTask(order(m_client->upload(m_clip, QStringLiteral("clip.mp4")))).isEmpty());
        QCOMPARE(tasksMade(), 0);
        QCOMPARE(tasksMade(), 1);
    }

    void theListIsLate()
    {
        start(QStringLiteral("list-late"), 1);
        const QString id = m_client->createTask(order(m_client->upload(m_clip, QStringLiteral("clip.mp4"))));
        QCOMPARE(tasksMade(), 0);
        QCOMPARE(m_client->query(id).json()[u"output"][u"task_status"].toString(), QStringLiteral("PENDING"));
        start(QStringLiteral("list-late"), 200); // sixty seconds are a third of one
        QVERIFY(!m_client->createTask(order(m_client->upload(m_clip, QStringLiteral("clip.mp4")))).isEmpty());
        QTRY_COMPARE(tasksMade(), 1);
    }

    void slow()
    {
        start(QStringLiteral("slow:1"));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_client->get(QStringLiteral("/tasks/")).status, 200);
        QVERIFY(timer.elapsed() >= 1400);
    }
};

QTEST_GUILESS_MAIN(TestPracticeFaults)
#include "tst_practice_faults.moc"
