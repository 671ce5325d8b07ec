// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/faults.h"
#include "practice/journal.h"
#include "practice/practiceoptions.h"
#include "practice/ratelimit.h"
#include "practice/results.h"
#include "practice/taskjson.h"
#include "practice/tasktable.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using namespace retake;
using namespace std::chrono_literals;

namespace {

const Moment start{std::chrono::seconds(1'790'000'000)};

CreateBody bodyOf(const QString &prompt)
{
    CreateBody body;
    body.model = QStringLiteral("wan2.7-videoedit");
    body.prompt = prompt;
    return body;
}

RenderOutcome rendered()
{
    return {{}, {}, QStringLiteral("http://127.0.0.1/x.mp4"), 5.017, 5.017, 720};
}

QJsonObject jsonOf(const HttpReply &reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

HttpRequest listRequest(const QList<std::pair<QString, QString>> &query)
{
    HttpRequest request;
    request.method = "GET";
    request.path = QStringLiteral("/api/v1/tasks/");
    request.query = query;
    return request;
}

HttpRequest requestOf(const QString &url)
{
    HttpRequest request;
    request.method = "GET";
    request.path = QUrl(url).path();
    for (const auto &item : QUrlQuery(QUrl(url)).queryItems(QUrl::FullyDecoded))
        request.query.append({item.first, item.second});
    return request;
}

} // namespace

class TestPracticeTables : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void aTaskGoesItsWay()
    {
        TaskTable table(Pace{}, {}, 5);
        const QString id =
            table.add(bodyOf(QStringLiteral("rain")), QStringLiteral("r1"), Fate::Rendered, start).id;
        QVERIFY(table.advance(start + 19s).empty());
        QJsonObject output = jsonOf(taskReply(*table.find(id, start)))[u"output"].toObject();
        QCOMPARE(output[u"task_status"].toString(), QStringLiteral("PENDING"));
        QVERIFY(output.contains(u"submit_time") && !output.contains(u"scheduled_time"));

        QCOMPARE(table.advance(start + 20s).size(), std::size_t(1));
        output = jsonOf(taskReply(*table.find(id, start)))[u"output"].toObject();
        QCOMPARE(output[u"task_status"].toString(), QStringLiteral("RUNNING"));
        QVERIFY(output.contains(u"scheduled_time") && !output.contains(u"end_time"));

        table.rendered(id, rendered());
        table.advance(start + 79s); // not before the least time of rendering
        QCOMPARE(table.find(id, start)->stage, Stage::Running);
        table.advance(start + 80s);
        const QJsonObject reply = jsonOf(taskReply(*table.find(id, start)));
        output = reply[u"output"].toObject();
        QCOMPARE(output[u"task_status"].toString(), QStringLiteral("SUCCEEDED"));
        QCOMPARE(output[u"orig_prompt"].toString(), QStringLiteral("rain"));
        QCOMPARE(output[u"end_time"].toString(), chinaTime(start + 80s));
        QVERIFY(!output.contains(u"actual_prompt"));
        const QJsonObject usage = reply[u"usage"].toObject();
        QCOMPARE(usage[u"duration"].toDouble(), 10.04);
        QCOMPARE(usage[u"input_video_duration"].toDouble(), 5.02);
        QCOMPARE(usage[u"video_count"].toInt(), 1);
        QCOMPARE(usage[u"SR"], QJsonValue(720));
    }

    void afterADayItIsUnknown()
    {
        TaskTable table(Pace{100}, {}, 5);
        const QString id = table.add(bodyOf({}), {}, Fate::Rendered, start).id;
        QVERIFY(table.find(id, start + 863s));
        QVERIFY(!table.find(id, start + 864s));
        QVERIFY(table.all(start + 864s).empty());
        const QJsonObject reply = jsonOf(unknownTaskReply(id));
        QCOMPARE(reply[u"output"].toObject().size(), 2);
        QCOMPARE(reply[u"output"][u"task_status"].toString(), QStringLiteral("UNKNOWN"));
    }

    void noMoreThanFiveRun()
    {
        TaskTable table(Pace{}, {}, 5);
        QStringList ids;
        for (int i = 0; i < 7; ++i)
            ids.append(table.add(bodyOf({}), {}, Fate::Rendered, start).id);
        QCOMPARE(table.advance(start + 30s).size(), std::size_t(5));
        QCOMPARE(table.find(ids[5], start)->stage, Stage::Pending);
        QVERIFY(table.cancel(ids[5], start + 31s)); // what waits can still be cancelled
        QVERIFY(!table.cancel(ids[0], start + 31s));
        QVERIFY(!table.cancel(ids[5], start + 31s));
        table.rendered(ids[0], rendered());
        const auto begun = table.advance(start + 100s);
        QCOMPARE(begun.size(), std::size_t(1));
        QCOMPARE(begun.front().id, ids[6]);
    }

    void fates()
    {
        TaskTable table(Pace{}, {}, 5);
        const QString moderated = table.add(bodyOf({}), {}, Fate::FailsModeration, start).id;
        const QString unfit = table.add(bodyOf({}), {}, Fate::FailsSize, start).id;
        const QString canceled = table.add(bodyOf({}), {}, Fate::IsCanceled, start).id;
        QVERIFY(table.advance(start + 20s).empty()); // nothing to render
        table.advance(start + 80s);
        const QJsonObject output = jsonOf(taskReply(*table.find(moderated, start)))[u"output"].toObject();
        QCOMPARE(output[u"task_status"].toString(), QStringLiteral("FAILED"));
        QCOMPARE(output[u"code"].toString(), QStringLiteral("DataInspectionFailed"));
        QCOMPARE(table.find(unfit, start)->outcome->code, QStringLiteral("InvalidParameter"));
        QCOMPARE(table.find(canceled, start)->stage, Stage::Canceled);
    }

    void listPagesAndFilters()
    {
        TaskTable table(Pace{}, {}, 5);
        for (int i = 0; i < 12; ++i)
            table.add(bodyOf({}), QStringLiteral("r%1").arg(i), i == 3 ? Fate::IsCanceled : Fate::Rendered,
                      start + std::chrono::seconds(i));
        table.advance(start + 40s);
        const auto list = [&](const QList<std::pair<QString, QString>> &query) {
            return taskListReply(listRequest(query), table.all(start + 60s), start + 60s);
        };
        QJsonObject page = jsonOf(list({}));
        QCOMPARE(page[u"data"].toArray().size(), 10);
        QCOMPARE(page[u"total"].toInt(), 12);
        QCOMPARE(page[u"total_page"].toInt(), 2);
        QCOMPARE(page[u"data"][0][u"request_id"].toString(), QStringLiteral("r11")); // newest first
        QCOMPARE(page[u"data"][0][u"gmt_create"].toInteger(), epochMs(start + 11s));
        for (const char *name : {"api_key_id", "caller_parent_id", "caller_uid", "model_name", "region",
                                 "status", "task_id", "user_api_unique_key"})
            QVERIFY2(page[u"data"][0].toObject().contains(QLatin1String(name)), name);
        page = jsonOf(list({{QStringLiteral("page_no"), QStringLiteral("2")}}));
        QCOMPARE(page[u"data"].toArray().size(), 2);
        page = jsonOf(list({{QStringLiteral("status"), QStringLiteral("CANCELED")}}));
        QCOMPARE(page[u"total"].toInt(), 1);
        page = jsonOf(list({{QStringLiteral("model_name"), QStringLiteral("wan3.0-video")}}));
        QCOMPARE(page[u"total"].toInt(), 0);
        const QString from = chinaTime(start + 10s).left(19).remove(u'-').remove(u':').remove(u' ');
        page = jsonOf(list({{QStringLiteral("start_time"), from}}));
        QCOMPARE(page[u"total"].toInt(), 2);
        QCOMPARE(list({{QStringLiteral("page_size"), QStringLiteral("0")}}).status, 400);
        QCOMPARE(list({{QStringLiteral("start_time"), QStringLiteral("yesterday")}}).status, 400);
        QCOMPARE(list({{QStringLiteral("start_time"), QStringLiteral("20200101000000")},
                       {QStringLiteral("end_time"), QStringLiteral("20200103000000")}})
                     .status,
                 400);
    }

    void resultsDieAfterADay()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.mp4"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("video");
        file.close();
        const Signing signing;
        Results results(signing, Pace{10}, 24h);
        const QString url = results.publish(QStringLiteral("http://127.0.0.1:1"), path, start);
        QCOMPARE(results.serve(requestOf(url), start + 8639s).file, path);
        const HttpReply late = results.serve(requestOf(url), start + 8641s);
        QCOMPARE(late.status, 403);
        QVERIFY(late.body.contains("AccessDenied"));
        results.purge(start + 8641s);
        QVERIFY(!QFile::exists(path));
        QCOMPARE(results.serve(requestOf(url), start + 9000s).status, 403);
        HttpRequest changed = requestOf(url);
        changed.query.append({QStringLiteral("x"), QStringLiteral("1")});
        QCOMPARE(results.serve(changed, start).status, 403);
        HttpRequest withKey = requestOf(url);
        withKey.headers.insert("authorization", "Bearer x");
        QCOMPARE(results.serve(withKey, start).status, 400);
    }

    void rateIsCountedInAnySecond()
    {
        RateLimit limit(2);
        const auto now = std::chrono::steady_clock::now();
        QVERIFY(limit.admits(now));
        QVERIFY(limit.admits(now + 600ms));
        QVERIFY(!limit.admits(now + 900ms));
        QVERIFY(limit.admits(now + 1000ms));
        QVERIFY(!limit.admits(now + 1500ms));
    }

    void faultsCountDown()
    {
        QVERIFY(!parseFault(QStringLiteral("no-such")));
        QVERIFY(!parseFault(QStringLiteral("hang:0")));
        QVERIFY(!parseFault(QStringLiteral("hang:x")));
        Faults faults({*parseFault(QStringLiteral("rate-429:2")), *parseFault(QStringLiteral("hang"))});
        QVERIFY(faults.strikes(Fault::Rate429));
        QVERIFY(faults.strikes(Fault::Rate429));
        QVERIFY(!faults.strikes(Fault::Rate429));
        for (int i = 0; i < 5; ++i)
            QVERIFY(faults.strikes(Fault::Hang));
        QVERIFY(!faults.strikes(Fault::Reset));
        for (int i = 0; i <= int(Fault::DownloadReset); ++i) {
            const QString name = faultName(Fault(i));
            QCOMPARE(parseFault(name)->fault, Fault(i));
            QVERIFY(faultHelp().contains(QString(u"  " + name + u' ')));
        }
    }

    void journalKeepsNoSecrets()
    {
        HttpRequest request;
        request.method = "GET";
        request.path = QStringLiteral("/results/a.mp4");
        request.query = {{QStringLiteral("Signature"), QStringLiteral("s3cret")},
                         {QStringLiteral("OSSAccessKeyId"), QStringLiteral("s3cret")},
                         {QStringLiteral("Expires"), QStringLiteral("17")}};
        request.headers = {{"authorization", "Bearer s3cret"}, {"cookie", "s3cret"}, {"range", "bytes=5-"}};
        const QByteArray line = QJsonDocument(Journal::line(request, {}, start)).toJson();
        QVERIFY(!line.contains("s3cret"));
        QVERIFY(line.contains("bytes=5-"));
        QVERIFY(line.contains("\"authorized\": true"));
    }

    void chinaTimeBothWays()
    {
        QCOMPARE(chinaTime(Moment(1775145600576ms)), QStringLiteral("2026-04-03 00:00:00.576"));
        Moment moment;
        QVERIFY(parseChinaStamp(QStringLiteral("20260403000000"), moment));
        QCOMPARE(epochMs(moment), qint64(1775145600000));
        QVERIFY(!parseChinaStamp(QStringLiteral("2026-04-03"), moment));
    }

    void commandLine()
    {
        const auto read = [](const QString &line) {
            return readPracticeCommand(QString(u"retake-practice " + line).split(u' ', Qt::SkipEmptyParts));
        };
        const PracticeCommand good =
            read(QStringLiteral("--port 8123 --time-scale 20 --fault hang:1 --fault slow --journal j.txt"));
        QCOMPARE(good.exitCode, -1);
        QCOMPARE(good.options.port, 8123);
        QCOMPARE(good.options.timeScale, 20.0);
        QCOMPARE(good.options.faults.size(), 2);
        QCOMPARE(good.options.journal, QStringLiteral("j.txt"));
        QCOMPARE(read(QStringLiteral("--help")).exitCode, 0);
        for (const char *bad : {"--port x", "--port 70000", "--time-scale 0", "--time-scale -3",
                                "--fault nope", "--nonsense", "stray"})
            QCOMPARE(read(QLatin1String(bad)).exitCode, 2);
    }
};

QTEST_GUILESS_MAIN(TestPracticeTables)
#include "tst_practice_tables.moc"
