// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/catalogueloader.h"
#include "engine/dashscope/dashscopeengine.h"
#include "net/httpclient.h"
#include "net/scriptedserver.h"
#include "support/manualclock.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;
using namespace std::chrono_literals;

namespace {

Script answer(const QJsonObject &json, int status = 200)
{
    Script script;
    script.status = status;
    script.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return script;
}

Script refusal(int status, const QByteArray &code)
{
    return answer({{QStringLiteral("code"), QString::fromLatin1(code)},
                   {QStringLiteral("request_id"), QStringLiteral("r")}},
                  status);
}

Script ossRefusal(int status, const QByteArray &code, const QByteArray &message)
{
    Script script;
    script.status = status;
    script.headers = {{"Content-Type", "application/xml"}};
    script.body = "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
    return script;
}

QByteArray fieldOf(const SeenRequest &request, const QByteArray &name)
{
    const QByteArray head = "name=\"" + name + "\"\r\n\r\n";
    const qsizetype from = request.body.indexOf(head) + head.size();
    return request.body.mid(from, request.body.indexOf("\r\n", from) - from);
}

} // namespace

class TestDashScopeEngine : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    ModelSpec m_model;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<HttpClient> m_http;
    ManualClock m_clock;
    std::unique_ptr<DashScopeEngine> m_engine;
    Credentials m_who;

    QJsonObject policy() const
    {
        return {
            {QStringLiteral("data"),
             QJsonObject{{QStringLiteral("policy"), QStringLiteral("P")},
                         {QStringLiteral("signature"), QStringLiteral("S")},
                         {QStringLiteral("upload_dir"), QStringLiteral("instant/d")},
                         {QStringLiteral("upload_host"), m_server->url(QStringLiteral("/oss")).toString()},
                         {QStringLiteral("oss_access_key_id"), QStringLiteral("K")},
                         {QStringLiteral("x_oss_object_acl"), QStringLiteral("private")},
                         {QStringLiteral("x_oss_forbid_overwrite"), QStringLiteral("true")},
                         {QStringLiteral("max_file_size_mb"), 1}}}};
    }

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

    Result<Submission> submit(const PreparedMedia &media = {QStringLiteral("oss://d/a.mp4"), {}, {}})
    {
        Order order;
        order.prompt = QStringLiteral("make it snow");
        return await<Submission>(m_engine->submit(m_who, m_model, order, media, this));
    }

    int count(const QByteArray &method, const QByteArray &target) const
    {
        return int(std::count_if(m_server->seen().begin(), m_server->seen().end(), [&](const SeenRequest &r) {
            return r.method == method && r.target.startsWith(target);
        }));
    }

private Q_SLOTS:

    void initTestCase()
    {
        const auto catalogue = loadCatalogue();
        QVERIFY(catalogue.has_value());
        m_model = *catalogue->model(QStringLiteral("wan2.7-videoedit"));
    }

    void init()
    {
        m_server = std::make_unique<ScriptedServer>([this](const SeenRequest &request) {
            return request.target == "/oss" ? Script{200, {}, {}} : answer(policy());
        });
        m_http = std::make_unique<HttpClient>();
        const HttpTimes quick{400ms, 3s};
        m_engine =
            std::make_unique<DashScopeEngine>(*m_http, m_clock, DashScopeEngine::Times{quick, quick, quick});
        m_who = {};
        m_who.account.service = QStringLiteral("dashscope");
        m_who.account.baseUrl = m_server->url(QStringLiteral("/api/v1/"));
        m_who.key = QStringLiteral("sk-secret");
    }

    // prepare

    void filesAreUploaded()
    {
        const QByteArray png = "\x89PNG\r\n\x1a\n" + QByteArray(300'000, 'p');
        const MediaToSend media{file(QStringLiteral("猫.mp4"), QByteArray(500'000, 'v')),
                                {file(QStringLiteral("big.png"), png), QStringLiteral("https://h/b.png")}};
        PrepareJob *job = m_engine->prepare(m_who, m_model, media, this);
        QList<qint64> steps;
        connect(job, &EngineJob::progress, this, [&](qint64 done, qint64 total) {
            QCOMPARE(total, 800'008);
            steps.append(done);
        });
        const auto prepared = await<PreparedMedia>(job);
        QVERIFY(prepared.has_value());
        QVERIFY(prepared->clipUrl.startsWith(u"oss://instant/d/") && prepared->clipUrl.endsWith(u".mp4"));
        QCOMPARE(prepared->referenceUrls.size(), 2);
        QVERIFY(prepared->referenceUrls[0].startsWith(u"oss://instant/d/"));
        QCOMPARE(prepared->referenceUrls[1], QStringLiteral("https://h/b.png"));
        QCOMPARE(prepared->expires, m_clock.now().addSecs(48 * 3600));
        QVERIFY(std::is_sorted(steps.begin(), steps.end()));
        QCOMPARE(steps.last(), 800'008);

        const auto &seen = m_server->seen();
        QCOMPARE(seen.size(), 4); // a policy of its own for each file
        QCOMPARE(seen[0].target, QByteArray("/api/v1/uploads?action=getPolicy&model=wan2.7-videoedit"));
        QCOMPARE(seen[0].header("Authorization"), QByteArray("Bearer sk-secret"));
        QCOMPARE(seen[1].method + seen[1].target, QByteArray("POST/oss"));
        QCOMPARE(seen[1].header("Authorization"), QByteArray());
        QCOMPARE("oss://" + fieldOf(seen[1], "key"), prepared->clipUrl.toLatin1());
        QCOMPARE(fieldOf(seen[1], "success_action_status"), QByteArray("200"));
        QVERIFY(seen[1].body.contains(QByteArray(500'000, 'v')));
        QVERIFY(seen[1].body.indexOf("name=\"file\"") > seen[1].body.indexOf("name=\"x-oss-content-type\""));
        QVERIFY(fieldOf(seen[1], "key") != fieldOf(seen[3], "key"));
    }

    void smallPicturesTravelInside()
    {
        const QByteArray png = "\x89PNG\r\n\x1a\n" + QByteArray(100'000, 'p');
        const QByteArray jpeg = "\xff\xd8\xff" + QByteArray(100'000, 'j');
        const MediaToSend media{QStringLiteral("oss://d/a.mp4"),
                                {file(QStringLiteral("a.png"), png), file(QStringLiteral("b.jpg"), jpeg),
                                 file(QStringLiteral("c.png"), png), file(QStringLiteral("d.tiff"), "II*")}};
        const auto prepared = prepare(media);
        QVERIFY(prepared.has_value());
        QCOMPARE(prepared->referenceUrls[0],
                 QString(u"data:image/png;base64," + QString::fromLatin1(png.toBase64())));
        QVERIFY(prepared->referenceUrls[1].startsWith(u"data:image/jpeg;base64,"));
        QVERIFY(prepared->referenceUrls[2].startsWith(u"oss://")); // all of them together stay small
        QVERIFY(prepared->referenceUrls[3].startsWith(u"oss://")); // not a format to name
        QCOMPARE(count("POST", "/oss"), 2);
    }

    void addressesArePassedOn()
    {
        const MediaToSend media{
            QStringLiteral("https://h/a.mp4"),
            {QStringLiteral("oss://d/b.png"), QStringLiteral("data:image/png;base64,AA==")}};
        const auto prepared = prepare(media);
        QVERIFY(prepared.has_value());
        QCOMPARE(prepared->clipUrl, media.clip);
        QCOMPARE(prepared->referenceUrls, media.references);
        QVERIFY(!prepared->expires.isValid());
        QCOMPARE(m_server->seen().size(), 0);
    }

    void practiceUploadsLiveShorter()
    {
        m_who.account.timeScale = 60;
        const auto prepared = prepare({file(QStringLiteral("a.mp4"), "v"), {}});
        QVERIFY(prepared.has_value());
        QCOMPARE(prepared->expires, m_clock.now().addSecs(48 * 60));
    }

    void curedOnce_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("expired") << 403 << QByteArray("AccessDenied")
                                 << QByteArray("Invalid according to Policy: Policy expired.")
                                 << ErrorKind::UploadExpired;
        QTest::newRow("taken") << 409 << QByteArray("FileAlreadyExists") << QByteArray("exists")
                               << ErrorKind::UploadNameTaken;
    }

    void curedOnce()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, message);
        QFETCH(ErrorKind, kind);
        int refusals = 1;
        m_server->setHandler([&](const SeenRequest &request) {
            if (request.target != "/oss")
                return answer(policy());
            return refusals-- > 0 ? ossRefusal(status, code, message) : Script{200, {}, {}};
        });
        const QString clip = file(QStringLiteral("a.mp4"), "v");
        const auto cured = prepare({clip, {}});
        QVERIFY(cured.has_value());
        QCOMPARE(count("GET", "/api/v1/uploads"), 2);
        const auto &seen = m_server->seen();
        QVERIFY(fieldOf(seen[1], "key") != fieldOf(seen[3], "key"));
        QCOMPARE("oss://" + fieldOf(seen[3], "key"), cured->clipUrl.toLatin1());

        refusals = 2;
        const auto refused = prepare({clip, {}});
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, kind);
        QCOMPARE(refused.error().serviceCode, QString::fromLatin1(code));
        QCOMPARE(count("POST", "/oss"), 4);
    }

    void refusedUploads()
    {
        const QString clip = file(QStringLiteral("a.mp4"), "v");
        m_server->setHandler([&](const SeenRequest &request) {
            return request.target == "/oss" ? ossRefusal(403, "AccessDenied", "bucket acl")
                                            : answer(policy());
        });
        const auto refused = prepare({clip, {}});
        QCOMPARE(refused.error().kind, ErrorKind::UploadRefused);
        QCOMPARE(count("POST", "/oss"), 1);
        m_server->setHandler([&](const SeenRequest &) { return refusal(401, "InvalidApiKey"); });
        QCOMPARE(prepare({clip, {}}).error().kind, ErrorKind::KeyRefused);
        QCOMPARE(count("POST", "/oss"), 1);
    }

    void whatIsNotSent()
    {
        const auto tooBig = prepare({file(QStringLiteral("big.mp4"), QByteArray(1'000'001, 'v')), {}});
        QCOMPARE(tooBig.error().kind, ErrorKind::UploadRefused);
        QCOMPARE(tooBig.error().facts, QStringList({m_dir.filePath(QStringLiteral("big.mp4")),
                                                    QStringLiteral("1.0 MB"), QStringLiteral("1 MB")}));
        const QString clip = file(QStringLiteral("a.mp4"), "v");
        QCOMPARE(prepare({m_dir.filePath(QStringLiteral("none.mp4")), {}}).error().kind,
                 ErrorKind::FileMissing);
        QCOMPARE(prepare({clip, {m_dir.filePath(QStringLiteral("none.png"))}}).error().kind,
                 ErrorKind::FileMissing);
        m_who.key.clear();
        QCOMPARE(prepare({clip, {}}).error().kind, ErrorKind::KeyMissing);
        QCOMPARE(count("POST", "/oss"), 0);
    }

    void strangeUploadHosts()
    {
        m_server->setHandler([&](const SeenRequest &) {
            QJsonObject json = policy();
            QJsonObject data = json[u"data"].toObject();
            data[u"upload_host"] = QStringLiteral("http://elsewhere.example/");
            json[u"data"] = data;
            return answer(json);
        });
        const auto refused = prepare({file(QStringLiteral("a.mp4"), "v"), {}});
        QCOMPARE(refused.error().kind, ErrorKind::BadReply);
    }

    // submit

    void oneCreate()
    {
        m_server->setHandler([](const SeenRequest &) {
            return answer({{QStringLiteral("output"),
                            QJsonObject{{QStringLiteral("task_id"), QStringLiteral("t-1")},
                                        {QStringLiteral("task_status"), QStringLiteral("PENDING")}}},
                           {QStringLiteral("request_id"), QStringLiteral("q-1")}});
        });
        const auto made = submit();
        QVERIFY(made.has_value());
        QCOMPARE(made->remoteId, QStringLiteral("t-1"));
        QCOMPARE(made->requestId, QStringLiteral("q-1"));
        QCOMPARE(m_server->seen().size(), 1);
        const SeenRequest &seen = m_server->seen()[0];
        QCOMPARE(seen.method + seen.target,
                 QByteArray("POST/api/v1/services/aigc/video-generation/video-synthesis"));
        QCOMPARE(seen.header("Authorization"), QByteArray("Bearer sk-secret"));
        QCOMPARE(seen.header("Content-Type"), QByteArray("application/json"));
        QCOMPARE(seen.header("X-DashScope-Async"), QByteArray("enable"));
        QCOMPARE(seen.header("X-DashScope-OssResourceResolve"), QByteArray("enable"));
        QCOMPARE(QJsonDocument::fromJson(seen.body)[u"input"][u"prompt"].toString(),
                 QStringLiteral("make it snow"));
        QVERIFY(submit({QStringLiteral("https://h/a.mp4"), {}, {}}).has_value());
        QCOMPARE(m_server->seen()[1].header("X-DashScope-OssResourceResolve"), QByteArray());
    }

    void perhapsCharged_data()
    {
        QTest::addColumn<QByteArray>("how");
        for (const char *how : {"closed", "reset", "hang", "html 200", "html 502", "cut json", "cut short"})
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
            Script script;
            script.body = how.startsWith("html") ? QByteArray("<html></html>")
                                                 : QByteArray("{\"output\":{\"task_id\":\"t-");
            script.status = how == "html 502" ? 502 : 200;
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

    void surelyNotCharged()
    {
        m_server->setHandler([](const SeenRequest &) { return refusal(500, "InternalError"); });
        QCOMPARE(submit().error().kind, ErrorKind::ServiceFailed);
        m_server->setHandler([](const SeenRequest &) { return refusal(503, "ModelUnavailable"); });
        QCOMPARE(submit().error().kind, ErrorKind::ServiceBusy);
        m_server->setHandler([](const SeenRequest &) { return refusal(429, "Throttling.RateQuota"); });
        QCOMPARE(submit().error().kind, ErrorKind::RateLimited);
        QCOMPARE(m_server->seen().size(), 3); // a definite refusal is not repeated in here either
        m_who.account.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:1/api/v1"));
        QCOMPARE(submit().error().kind, ErrorKind::Offline);
        m_who.account.baseUrl = QUrl(QStringLiteral("nonsense"));
        QCOMPARE(submit().error().kind, ErrorKind::BadAddress);
        m_who.account.baseUrl = m_server->url();
        m_who.key.clear();
        const auto noKey = submit();
        QCOMPARE(noKey.error().kind, ErrorKind::KeyMissing);
        QCOMPARE(noKey.error().facts, QStringList{QStringLiteral("dashscope")});
        QCOMPARE(m_server->seen().size(), 3);
    }

    // poll, cancel, list, check

    void polls()
    {
        m_server->setHandler([](const SeenRequest &) {
            return answer({{QStringLiteral("output"),
                            QJsonObject{{QStringLiteral("task_id"), QStringLiteral("t-1")},
                                        {QStringLiteral("task_status"), QStringLiteral("RUNNING")}}}});
        });
        const auto status = await<RemoteStatus>(m_engine->poll(m_who, QStringLiteral("t-1"), this));
        QVERIFY(status.has_value());
        QCOMPARE(status->phase, RemoteStatus::Phase::Rendering);
        QCOMPARE(m_server->seen()[0].target, QByteArray("/api/v1/tasks/t-1"));
        m_server->setHandler([](const SeenRequest &) { return Script::silent(Script::End::Hang); });
        const auto silent = await<RemoteStatus>(m_engine->poll(m_who, QStringLiteral("t-1"), this));
        QCOMPARE(silent.error().kind, ErrorKind::TimedOut);
    }

    void cancels()
    {
        m_server->setHandler([](const SeenRequest &) {
            return answer({{QStringLiteral("request_id"), QStringLiteral("r")}});
        });
        QVERIFY(await<void>(m_engine->cancel(m_who, QStringLiteral("t-1"), this)).has_value());
        QCOMPARE(m_server->seen()[0].method + m_server->seen()[0].target,
                 QByteArray("POST/api/v1/tasks/t-1/cancel"));
        QCOMPARE(m_server->seen()[0].body, QByteArray());
        m_server->setHandler([](const SeenRequest &) { return refusal(400, "UnsupportedOperation"); });
        const auto late = await<void>(m_engine->cancel(m_who, QStringLiteral("t-1"), this));
        QCOMPARE(late.error().kind, ErrorKind::TooLateToCancel);
    }

    void listsAllPages()
    {
        const QDateTime since = m_clock.now();
        m_server->setHandler([&](const SeenRequest &request) {
            const bool second = request.target.contains("page_no=2");
            const QDateTime at = second ? since.addSecs(-7200) : since.addSecs(60);
            const QJsonObject row{
                {QStringLiteral("task_id"), second ? QStringLiteral("old") : QStringLiteral("new")},
                {QStringLiteral("start_time"), at.toMSecsSinceEpoch()}};
            return answer({{QStringLiteral("data"), QJsonArray{row}}, {QStringLiteral("total_page"), 2}});
        });
        auto tasks = await<QList<RemoteTask>>(m_engine->list(m_who, m_model, since, this));
        QVERIFY(tasks.has_value());
        QCOMPARE(tasks->size(), 1);
        QCOMPARE(tasks->at(0).remoteId, QStringLiteral("new"));
        QCOMPARE(tasks->at(0).startTime, since.addSecs(60));
        QCOMPARE(m_server->seen().size(), 2);
        QCOMPARE(m_server->seen()[0].target,
                 QByteArray("/api/v1/tasks/?model_name=wan2.7-videoedit&page_no=1&page_size=50"));
        tasks = await<QList<RemoteTask>>(m_engine->list(m_who, m_model, {}, this));
        QCOMPARE(tasks->size(), 2);
        m_server->setHandler([](const SeenRequest &) { return refusal(401, "InvalidApiKey"); });
        tasks = await<QList<RemoteTask>>(m_engine->list(m_who, m_model, since, this));
        QCOMPARE(tasks.error().kind, ErrorKind::KeyRefused);
    }

    void checksForFree()
    {
        m_server->setHandler([](const SeenRequest &) {
            return answer({{QStringLiteral("request_id"), QStringLiteral("r")},
                           {QStringLiteral("data"), QJsonArray{}}});
        });
        QVERIFY(await<void>(m_engine->check(m_who, m_model, this)).has_value());
        QCOMPARE(m_server->seen()[0].method + m_server->seen()[0].target,
                 QByteArray("GET/api/v1/tasks/?page_size=1"));
        m_server->setHandler([](const SeenRequest &) { return refusal(401, "InvalidApiKey"); });
        QCOMPARE(await<void>(m_engine->check(m_who, m_model, this)).error().kind, ErrorKind::KeyRefused);
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
        const QString url = m_server->url(QStringLiteral("/r/a.mp4?Expires=1&Signature=a%2Bb%3D"))
                                .toString(QUrl::FullyEncoded);
        QVERIFY(await<void>(m_engine->fetch(url, part, this)).has_value());
        QFile got(part);
        QVERIFY(got.open(QIODevice::ReadOnly));
        QCOMPARE(got.readAll(), video);
        // The signature is passed on byte for byte.
        QCOMPARE(m_server->seen()[0].target, QByteArray("/r/a.mp4?Expires=1&Signature=a%2Bb%3D"));
        QCOMPARE(m_server->seen()[0].header("Authorization"), QByteArray());
    }

    void fetchesNotFromAnywhere()
    {
        const QString part = m_dir.filePath(QStringLiteral("x.part"));
        const auto refused = await<void>(
            m_engine->fetch(QStringLiteral("http://far.example/a.mp4?Signature=secret"), part, this));
        QCOMPARE(refused.error().kind, ErrorKind::BadAddress);
        QCOMPARE(refused.error().facts, QStringList{QStringLiteral("http://far.example/a.mp4")});
        m_server->setHandler(
            [](const SeenRequest &) { return ossRefusal(403, "AccessDenied", "Request has expired."); });
        const auto gone = await<void>(m_engine->fetch(m_server->url().toString(), part, this));
        QCOMPARE(gone.error().kind, ErrorKind::ResultGone);
        QCOMPARE(gone.error().serviceCode, QStringLiteral("AccessDenied"));
        QCOMPARE(gone.error().serviceMessage, QStringLiteral("Request has expired."));
    }

    void deletedJobsStop()
    {
        m_server->setHandler([](const SeenRequest &) { return Script::silent(Script::End::Hang); });
        auto owner = std::make_unique<QObject>();
        int ends = 0;
        connect(m_engine->poll(m_who, QStringLiteral("t"), owner.get()), &PollJob::finished, this,
                [&] { ++ends; });
        connect(m_engine->prepare(m_who, m_model, {file(QStringLiteral("a.mp4"), "v"), {}}, owner.get()),
                &PrepareJob::finished, this, [&] { ++ends; });
        QTRY_COMPARE(m_server->seen().size(), 2);
        owner.reset();
        QTest::qWait(600);
        QCOMPARE(ends, 0);
    }
};

QTEST_GUILESS_MAIN(TestDashScopeEngine)
#include "tst_dashscopeengine.moc"
