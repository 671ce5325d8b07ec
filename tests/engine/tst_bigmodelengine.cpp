// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bigmodel/bigmodelengine.h"
#include "engine/catalogueloader.h"
#include "net/httpclient.h"
#include "net/scriptedserver.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;
using namespace std::chrono_literals;

namespace {

Script answer(const QByteArray &body, int status = 200)
{
    Script script;
    script.status = status;
    script.body = body;
    script.body.replace('\'', '"');
    return script;
}

Script refusal(int status, const QByteArray &code)
{
    return answer("{'error':{'code':'" + code + "','message':'m'}}", status);
}

} // namespace

class TestBigModelEngine : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    Catalogue m_catalogue;
    ModelSpec m_model;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<BigModelEngine> m_engine;
    Credentials m_who;

    QString file(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_dir.filePath(name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }

    template<class T, class Job> static Result<T> await(Job *job)
    {
        Outcome<T, Job> outcome(job);
        (void)QTest::qWaitFor([&] { return outcome.times > 0; }, 10000);
        QTest::qWait(5);
        delete job;
        if (outcome.times != 1)
            return failure(ErrorKind::ToolFailed, {QStringLiteral("finished came not exactly once")});
        return *outcome.result;
    }

    Result<PreparedMedia> prepare(const MediaToSend &media)
    {
        return await<PreparedMedia>(m_engine->prepare(m_who, m_model, media, this));
    }

    Result<Submission> submit(PreparedMedia media = {})
    {
        Order order;
        order.prompt = QStringLiteral("A white parrot.");
        if (media.requestId.isEmpty())
            media.requestId = QStringLiteral("retake-1");
        return await<Submission>(m_engine->submit(m_who, m_model, order, media, this));
    }

private Q_SLOTS:

    void initTestCase()
    {
        const auto catalogue = loadCatalogue();
        QVERIFY(catalogue.has_value());
        m_catalogue = *catalogue;
        m_model = *catalogue->model(QStringLiteral("cogvideox-3"));
    }

    void init()
    {
        m_server = std::make_unique<ScriptedServer>(
            [](const SeenRequest &) { return answer("{'id':'t-1','request_id':'retake-1'}"); });
        m_http = std::make_unique<HttpClient>();
        const HttpTimes quick{400ms, 3s};
        m_engine = std::make_unique<BigModelEngine>(*m_http, ServiceLanguage::English,
                                                    BigModelEngine::Times{quick, quick, quick});
        m_who = {};
        m_who.account.service = QStringLiteral("bigmodel");
        m_who.account.baseUrl = m_server->url(QStringLiteral("/api/paas/v4/"));
        m_who.key = QStringLiteral("id.secret");
    }

    void idsOfOurOwn()
    {
        const QString one = m_engine->newRequestId();
        QVERIFY(one.startsWith(u"retake-") && !one.contains(u'{'));
        QVERIFY(one.size() >= 6 && one.size() <= 64);
        QVERIFY(one != m_engine->newRequestId());
        QVERIFY(!m_engine->canList());
    }

    // prepare

    void picturesBecomeDataAddresses()
    {
        const QByteArray jpeg = QByteArray("\xff\xd8\xff") + QByteArray(1000, 'j');
        const QByteArray png = QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(1000, 'p');
        MediaToSend media;
        media.clip = m_dir.filePath(QStringLiteral("not there.mp4")); // is not sent
        media.firstFrame = file(QStringLiteral("a.jpg"), jpeg);
        media.lastFrame = QStringLiteral("https://h/b.png");
        const auto prepared = prepare(media);
        QVERIFY(prepared.has_value());
        QCOMPARE(prepared->firstFrameUrl,
                 QString(u"data:image/jpeg;base64," + QString::fromLatin1(jpeg.toBase64())));
        QCOMPARE(prepared->lastFrameUrl, QStringLiteral("https://h/b.png"));
        QVERIFY(!prepared->expires.isValid());
        m_model = *m_catalogue.model(QStringLiteral("vidu2-reference"));
        const auto references = prepare({{}, {file(QStringLiteral("b.png"), png)}});
        QCOMPARE(references->referenceUrls,
                 QStringList{QString(u"data:image/png;base64," + QString::fromLatin1(png.toBase64()))});
        m_model = *m_catalogue.model(QStringLiteral("cogvideox-3"));
        QCOMPARE(m_server->seen().size(), 0);
    }

    void picturesThatCannotBeSent()
    {
        MediaToSend media;
        media.firstFrame = m_dir.filePath(QStringLiteral("none.jpg"));
        QCOMPARE(prepare(media).error().kind, ErrorKind::FileMissing);
        media.firstFrame = file(QStringLiteral("text.jpg"), "text");
        QCOMPARE(prepare(media).error().kind, ErrorKind::ImageUnreadable);
        media.firstFrame = file(QStringLiteral("heavy.jpg"), "\xff\xd8\xff" + QByteArray(6'000'000, 'j'));
        const auto heavy = prepare(media);
        QCOMPARE(heavy.error().kind, ErrorKind::ImageTooHeavy);
        QCOMPARE(heavy.error().facts, QStringList({m_dir.filePath(QStringLiteral("heavy.jpg")),
                                                   QStringLiteral("6.0 MB"), QStringLiteral("5.0 MB")}));
        media.firstFrame = QStringLiteral("oss://d/a.png");
        QCOMPARE(prepare(media).error().kind, ErrorKind::BadAddress);
    }

    // submit

    void oneOrder()
    {
        const auto made = submit();
        QVERIFY(made.has_value());
        QCOMPARE(made->remoteId, QStringLiteral("t-1"));
        QCOMPARE(made->requestId, QStringLiteral("retake-1"));
        QCOMPARE(m_server->seen().size(), 1);
        const SeenRequest &seen = m_server->seen()[0];
        QCOMPARE(seen.method + seen.target, QByteArray("POST/api/paas/v4/videos/generations"));
        QCOMPARE(seen.header("Authorization"), QByteArray("Bearer id.secret"));
        QCOMPARE(seen.header("Content-Type"), QByteArray("application/json"));
        QCOMPARE(seen.header("Accept-Language"), QByteArray("en-US,en"));
        const QJsonObject body = QJsonDocument::fromJson(seen.body).object();
        QCOMPARE(body[u"model"].toString(), QStringLiteral("cogvideox-3"));
        QCOMPARE(body[u"prompt"].toString(), QStringLiteral("A white parrot."));
        QCOMPARE(body[u"request_id"].toString(), QStringLiteral("retake-1"));
        BigModelEngine chinese(*m_http, serviceLanguage(QStringLiteral("zh_CN")));
        Order order;
        order.prompt = QStringLiteral("白鹦鹉");
        QVERIFY(await<Submission>(chinese.submit(m_who, m_model, order, {}, this)).has_value());
        QCOMPARE(m_server->seen()[1].header("Accept-Language"), QByteArray("zh-CN,zh"));
    }

    void perhapsCharged_data()
    {
        QTest::addColumn<QByteArray>("how");
        for (const char *how : {"closed", "reset", "hang", "html 200", "html 502", "empty 500", "cut json",
                                "cut short", "no id"})
            QTest::newRow(how) << QByteArray(how);
    }

    void perhapsCharged()
    {
        QFETCH(QByteArray, how);
        m_server->setHandler([=](const SeenRequest &) {
            if (how == "closed")
                return Script::silent(Script::End::Close);
            if (how == "reset")
                return Script::silent(Script::End::Reset);
            if (how == "hang")
                return Script::silent(Script::End::Hang);
            if (how == "empty 500")
                return answer("", 500);
            if (how == "no id")
                return answer("{'task_status':'PROCESSING'}");
            Script script = how.startsWith("html") ? answer("<html></html>") : answer("{'id':'t-");
            if (how == "html 502")
                script.status = 502;
            if (how == "cut short") {
                script.promised = 500;
                script.end = Script::End::Close;
            }
            return script;
        });
        const auto made = submit();
        QVERIFY(!made.has_value());
        QCOMPARE(made.error().kind, ErrorKind::Unclear);
        QTest::qWait(150);
        QCOMPARE(m_server->seen().size(), 1); // money: never twice
    }

    void resetWhileItIsSent()
    {
        m_server->resetAfter(2000);
        PreparedMedia media;
        media.firstFrameUrl =
            QString(u"data:image/jpeg;base64," + QString::fromLatin1(QByteArray(100'000, 'A')));
        QCOMPARE(submit(media).error().kind, ErrorKind::Unclear);
        QTest::qWait(150);
        QCOMPARE(m_server->connections(), 1);
    }

    void surelyNotCharged()
    {
        const std::initializer_list<std::pair<QByteArray, ErrorKind>> refusals{
            {"1113", ErrorKind::Arrears},       {"1200", ErrorKind::ServiceFailed},
            {"1230", ErrorKind::ServiceFailed}, {"1234", ErrorKind::ServiceFailed},
            {"1301", ErrorKind::Moderated},     {"1302", ErrorKind::RateLimited},
            {"1305", ErrorKind::ServiceBusy},   {"1211", ErrorKind::UnknownModel}};
        int sent = 0;
        for (const auto &[code, kind] : refusals) {
            m_server->setHandler([&](const SeenRequest &) { return refusal(429, code); });
            const auto refused = submit();
            QCOMPARE(refused.error().kind, kind);
            QCOMPARE(refused.error().serviceCode, QString::fromLatin1(code));
            if (kind == ErrorKind::UnknownModel)
                QCOMPARE(refused.error().facts, QStringList{QStringLiteral("cogvideox-3")});
            QCOMPARE(m_server->seen().size(), ++sent); // what the queue does about it is the queue's
        }
        PreparedMedia lastOnly;
        lastOnly.lastFrameUrl = QStringLiteral("https://h/b.png");
        QCOMPARE(submit(lastOnly).error().kind, ErrorKind::BadParameter);
        m_who.account.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:1/api/paas/v4"));
        QCOMPARE(submit().error().kind, ErrorKind::Offline);
        m_who.account.baseUrl = QUrl(QStringLiteral("nonsense"));
        QCOMPARE(submit().error().kind, ErrorKind::BadAddress);
        m_who.account.baseUrl = m_server->url();
        m_who.key.clear();
        QCOMPARE(submit().error().kind, ErrorKind::KeyMissing);
        QCOMPARE(m_server->seen().size(), sent);
    }

    // poll, cancel, list, check

    void polls()
    {
        m_server->setHandler([](const SeenRequest &) {
            return answer("{'task_status':'SUCCESS','video_result':[{'url':'https://h/a.mp4'}]}");
        });
        const auto status = await<RemoteStatus>(m_engine->poll(m_who, QStringLiteral("t/1"), this));
        QVERIFY(status.has_value());
        QCOMPARE(status->phase, RemoteStatus::Phase::Succeeded);
        QCOMPARE(status->remoteId, QStringLiteral("t/1"));
        QCOMPARE(m_server->seen()[0].method + m_server->seen()[0].target,
                 QByteArray("GET/api/paas/v4/async-result/t%2F1"));
        QCOMPARE(m_server->seen()[0].header("Authorization"), QByteArray("Bearer id.secret"));
        m_server->setHandler([](const SeenRequest &) { return Script::silent(Script::End::Hang); });
        const auto silent = await<RemoteStatus>(m_engine->poll(m_who, QStringLiteral("t"), this));
        QCOMPARE(silent.error().kind, ErrorKind::TimedOut);
    }

    void hasNoWayToStopATask()
    {
        const auto late = await<void>(m_engine->cancel(m_who, QStringLiteral("t"), this));
        QCOMPARE(late.error().kind, ErrorKind::TooLateToCancel);
        QCOMPARE(await<QList<RemoteTask>>(m_engine->list(m_who, m_model, {}, this)).error().kind,
                 ErrorKind::NoTaskList);
        QCOMPARE(m_server->seen().size(), 0);
    }

    void checksForFree()
    {
        m_server->setHandler([](const SeenRequest &) { return refusal(400, "1214"); });
        QVERIFY(await<void>(m_engine->check(m_who, m_model, this)).has_value());
        QCOMPARE(m_server->seen()[0].method, QByteArray("GET"));
        QVERIFY(m_server->seen()[0].target.startsWith("/api/paas/v4/async-result/retake-"));
        m_server->setHandler([](const SeenRequest &) { return refusal(401, "1001"); });
        QCOMPARE(await<void>(m_engine->check(m_who, m_model, this)).error().kind, ErrorKind::KeyRefused);
        m_server->setHandler([](const SeenRequest &) { return answer("<html></html>", 404); });
        QCOMPARE(await<void>(m_engine->check(m_who, m_model, this)).error().kind, ErrorKind::BadAddress);
    }

    // fetch

    void fetches()
    {
        const QByteArray video(200'000, 'v');
        m_server->setHandler([&](const SeenRequest &) {
            Script script;
            script.headers = {{"Content-Type", "video/mp4"}};
            script.body = video;
            return script;
        });
        const QString part = m_dir.filePath(QStringLiteral("take.mp4.part"));
        QVERIFY(await<void>(m_engine->fetch(m_server->url(QStringLiteral("/x_0.mp4")).toString(), part, this))
                    .has_value());
        QFile got(part);
        QVERIFY(got.open(QIODevice::ReadOnly));
        QCOMPARE(got.readAll(), video);
        QCOMPARE(m_server->seen()[0].header("Authorization"), QByteArray());
        const auto refused =
            await<void>(m_engine->fetch(QStringLiteral("http://far.example/a.mp4"), part, this));
        QCOMPARE(refused.error().kind, ErrorKind::BadAddress);
    }

    void deletedJobsStop()
    {
        m_server->setHandler([](const SeenRequest &) { return Script::silent(Script::End::Hang); });
        auto owner = std::make_unique<QObject>();
        int ends = 0;
        connect(m_engine->poll(m_who, QStringLiteral("t"), owner.get()), &PollJob::finished, this,
                [&] { ++ends; });
        MediaToSend media;
        media.firstFrame = file(QStringLiteral("big.jpg"), "\xff\xd8\xff" + QByteArray(4'000'000, 'j'));
        connect(m_engine->prepare(m_who, m_model, media, owner.get()), &PrepareJob::finished, this,
                [&] { ends += 100; });
        delete m_engine->prepare(m_who, m_model, media, this); // while it reads
        QTRY_COMPARE(m_server->seen().size(), 1);
        owner.reset();
        QTest::qWait(600);
        QVERIFY(ends == 0 || ends == 100); // the pictures may have been read by then
    }
};

QTEST_GUILESS_MAIN(TestBigModelEngine)
#include "tst_bigmodelengine.moc"
