// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceservice.h"
#include "practiceclient.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace retake;
using namespace std::chrono_literals;

// The whole service over loopback, in this process so that days can go by.
class TestPracticeService : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_clip;
    std::atomic<qint64> m_later = 0; // seconds that the service is ahead
    std::unique_ptr<PracticeService> m_service;
    std::unique_ptr<PracticeClient> m_client;

    void start(double scale)
    {
        m_later = 0;
        PracticeOptions options;
        options.timeScale = scale;
        options.journal = journalPath();
        options.now = [this] { return std::chrono::system_clock::now() + std::chrono::seconds(m_later); };
        m_service = std::make_unique<PracticeService>();
        const auto address = m_service->start(options);
        QVERIFY(address);
        m_client = std::make_unique<PracticeClient>(address->dashscope, address->key);
    }

    QString journalPath() const { return m_folder.filePath(QStringLiteral("journal.jsonl")); }

    QString save(const QByteArray &bytes) const
    {
        const QString path = m_folder.filePath(QStringLiteral("result.mp4"));
        return writeAll(path, bytes) ? path : QString();
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

    void theWholeWalk()
    {
        start(100);
        const QString video = m_client->upload(m_clip, QStringLiteral("clip.mp4"));
        QVERIFY(!video.isEmpty());
        const QByteArray picture =
            makeImage(m_folder.path(), QStringLiteral("300x260"), QStringLiteral("jpg"));
        QJsonObject order = PracticeClient::body(video, QStringLiteral("Change the purple parrot to white"),
                                                 {{QStringLiteral("seed"), 7},
                                                  {QStringLiteral("ratio"), QStringLiteral("9:16")},
                                                  {QStringLiteral("watermark"), true}});
        QJsonObject input = order[u"input"].toObject();
        QJsonArray media = input[u"media"].toArray();
        for (const QString &url :
             {m_client->upload(picture, QStringLiteral("a.jpg")),
              QString(u"data:image/jpeg;base64," + QString::fromLatin1(picture.toBase64()))})
            media.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("reference_image")},
                                     {QStringLiteral("url"), url}});
        input.insert(QStringLiteral("media"), media);
        order.insert(QStringLiteral("input"), input);

        const Answer created = m_client->create(order);
        QCOMPARE(created.status, 200);
        QCOMPARE(created.json()[u"output"][u"task_status"].toString(), QStringLiteral("PENDING"));
        QVERIFY(created.json().contains(u"request_id"));
        const QJsonObject reply = m_client->finish(created.json()[u"output"][u"task_id"].toString());
        QCOMPARE(reply[u"output"][u"task_status"].toString(), QStringLiteral("SUCCEEDED"));
        QCOMPARE(reply[u"usage"][u"SR"].toInt(), 720);

        const QString url = reply[u"output"][u"video_url"].toString();
        const Answer video1 = m_client->get(url);
        QCOMPARE(video1.status, 200);
        const QJsonObject facts = probe(save(video1.body));
        const QJsonObject picture1 = facts[u"streams"][0].toObject();
        QCOMPARE(picture1[u"codec_name"].toString(), QStringLiteral("h264"));
        QCOMPARE(picture1[u"r_frame_rate"].toString(), QStringLiteral("30/1"));
        QCOMPARE(QSize(picture1[u"width"].toInt(), picture1[u"height"].toInt()), QSize(720, 1280));
        QCOMPARE(picture1[u"nb_read_packets"].toString(), QStringLiteral("60"));
        QCOMPARE(facts[u"streams"][1][u"codec_name"].toString(), QStringLiteral("aac"));
        QVERIFY(video1.body.indexOf("moov") < video1.body.indexOf("mdat")); // ready to stream

        const Answer part = m_client->get(url, {{"Range", "bytes=100-199"}});
        QCOMPARE(part.status, 206);
        QCOMPARE(part.body, video1.body.mid(100, 100));
        QCOMPARE(part.headers.value("content-range"),
                 QByteArray("bytes 100-199/" + QByteArray::number(video1.body.size())));
        const QByteArray end = QByteArray::number(video1.body.size());
        QCOMPARE(m_client->get(url, {{"Range", QByteArray("bytes=" + end + '-')}}).status, 416);
        QCOMPARE(m_client->get(QString(url + u"&x=1")).status, 403);

        m_later = 24 * 3600 / 100 + 5;
        const Answer late = m_client->get(url, {{"Range", "bytes=10-"}});
        QCOMPARE(late.status, 403);
        QCOMPARE(late.xmlCode(), QStringLiteral("AccessDenied")); // not cut to the range
        QCOMPARE(
            m_client->finish(reply[u"output"][u"task_id"].toString())[u"output"][u"task_status"].toString(),
            QStringLiteral("UNKNOWN"));

        const QByteArray journal = readAll(journalPath());
        QVERIFY(!journal.contains(m_client->key.toLatin1()));
        QVERIFY(journal.contains("\"x-dashscope-ossresourceresolve\":\"enable\""));
        QVERIFY(journal.contains("\"kind\":\"data\""));
    }

    void sameSeedSameBytes()
    {
        start(1000);
        const QString video = m_client->upload(m_clip, QStringLiteral("clip.mp4"));
        QStringList ids;
        for (const int seed : {3, 3, 4})
            ids.append(m_client->createTask(
                PracticeClient::body(video, QStringLiteral("下雪"), {{QStringLiteral("seed"), seed}})));
        QList<QByteArray> results;
        for (const QString &id : ids) {
            const QJsonObject reply = m_client->finish(id);
            results.append(m_client->get(reply[u"output"][u"video_url"].toString()).body);
            QVERIFY(results.last().size() > 1000);
        }
        QCOMPARE(results[0], results[1]);
        QVERIFY(results[0] != results[2]);
    }

    void silentInSilentOutAndCutFromTheStart()
    {
        start(1000);
        const QByteArray silent =
            makeClip(m_folder.path(), 3, QStringLiteral("426x240"), ClipSound::None, QStringLiteral("mov"));
        const QString video = m_client->upload(silent, QStringLiteral("clip.mov"));
        const QJsonObject reply = m_client->finish(m_client->createTask(PracticeClient::body(
            video, QStringLiteral("black and white"), {{QStringLiteral("duration"), 2}})));
        const QJsonObject facts = probe(save(m_client->get(reply[u"output"][u"video_url"].toString()).body));
        QCOMPARE(facts[u"streams"].toArray().size(), 1);
        QCOMPARE(facts[u"streams"][0][u"nb_read_packets"].toString(), QStringLiteral("60"));
        QCOMPARE(reply[u"usage"][u"duration"].toDouble(), 4.0);
    }

    void itFetchesFromLoopback()
    {
        start(1000);
        const QString video = m_client->upload(m_clip, QStringLiteral("clip.mp4"));
        const QJsonObject first =
            m_client->finish(m_client->createTask(PracticeClient::body(video, QStringLiteral("warm"))));
        const QString own = first[u"output"][u"video_url"].toString(); // a take is the source of the next
        const QJsonObject second =
            m_client->finish(m_client->createTask(PracticeClient::body(own, QStringLiteral("cold"))));
        QCOMPARE(second[u"output"][u"task_status"].toString(), QStringLiteral("SUCCEEDED"));
        const QString gone = QString(own.section(u'/', 0, 2) + u"/results/none.mp4");
        const QJsonObject third =
            m_client->finish(m_client->createTask(PracticeClient::body(gone, QStringLiteral("cold"))));
        QCOMPARE(third[u"output"][u"task_status"].toString(), QStringLiteral("FAILED"));
        QCOMPARE(third[u"output"][u"code"].toString(), QStringLiteral("InvalidParameter.DataInspection"));
    }

    void unfitMediaFail_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        const QString dir = m_folder.path();
        QTest::newRow("short") << makeClip(dir, 1, QStringLiteral("426x240"))
                               << QStringLiteral("InvalidFile.Duration");
        QTest::newRow("small") << makeClip(dir, 2, QStringLiteral("320x180"))
                               << QStringLiteral("InvalidFile.Resolution");
        QTest::newRow("mkv") << makeClip(dir, 2, QStringLiteral("426x240"), ClipSound::None,
                                         QStringLiteral("mkv"))
                             << QStringLiteral("InvalidFile.Format");
        QTest::newRow("text") << QByteArray("not a video") << QStringLiteral("InvalidFile.Openerror");
        QTest::newRow("cut off") << makeClip(dir, 2, QStringLiteral("426x240")).left(9000)
                                 << QStringLiteral("InvalidFile.Openerror");
    }

    void unfitMediaFail()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        QVERIFY(!bytes.isEmpty());
        start(1000);
        const QJsonObject reply = m_client->finish(m_client->createTask(PracticeClient::body(
            m_client->upload(bytes, QStringLiteral("clip.mp4")), QStringLiteral("rain"))));
        QCOMPARE(reply[u"output"][u"task_status"].toString(), QStringLiteral("FAILED"));
        QCOMPARE(reply[u"output"][u"code"].toString(), code);
        QVERIFY(!reply[u"output"][u"message"].toString().isEmpty());
    }

    void transparentPngFails()
    {
        start(1000);
        const QByteArray png = makeImage(m_folder.path(), QStringLiteral("300x300"), QStringLiteral("png"),
                                         QStringLiteral("rgba"));
        QJsonObject order = PracticeClient::body(m_client->upload(m_clip, QStringLiteral("clip.mp4")), {});
        QJsonObject input = order[u"input"].toObject();
        QJsonArray media = input[u"media"].toArray();
        media.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("reference_image")},
                                 {QStringLiteral("url"),
                                  QString(u"data:image/png;base64," + QString::fromLatin1(png.toBase64()))}});
        input.insert(QStringLiteral("media"), media);
        order.insert(QStringLiteral("input"), input);
        const QJsonObject reply = m_client->finish(m_client->createTask(order));
        QCOMPARE(reply[u"output"][u"code"].toString(), QStringLiteral("InvalidFile.Format"));
    }

    void keysAndHeadersAreChecked()
    {
        start(1);
        const QByteArray order =
            QJsonDocument(PracticeClient::body(QStringLiteral("oss://a/b.mp4"), {})).toJson();
        Answer answer = m_client->post(PracticeClient::createPath(), order,
                                       {{"X-DashScope-OssResourceResolve", "enable"}});
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.code(), QStringLiteral("AccessDenied"));
        answer = m_client->post(PracticeClient::createPath(), order, {{"X-DashScope-Async", "enable"}});
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.code(), QStringLiteral("InvalidParameter"));
        answer = m_client->create(PracticeClient::body(QStringLiteral("oss://a/b.mp4"), {}));
        QCOMPARE(answer.status, 400); // no such upload
        QVERIFY(answer.json()[u"message"].toString().contains(u"Failed to find"));
        QCOMPARE(m_client->get(QStringLiteral("/elsewhere")).status, 404);
        QCOMPARE(m_client->query(QStringLiteral("no-such-task")).json()[u"output"][u"task_status"].toString(),
                 QStringLiteral("UNKNOWN"));
        PracticeClient stranger(m_client->base, QStringLiteral("sk-other"));
        for (const QString &path : {QStringLiteral("/tasks/x"), QStringLiteral("/tasks/"),
                                    QStringLiteral("/uploads?action=getPolicy&model=wan2.7-videoedit")}) {
            const Answer refused = stranger.get(path);
            QCOMPARE(refused.status, 401);
            QCOMPARE(refused.code(), QStringLiteral("InvalidApiKey"));
            QVERIFY(refused.json().contains(u"request_id"));
        }
    }

    void policyIsAsDocumented()
    {
        start(1);
        const QJsonObject policy = m_client->policy();
        QCOMPARE(policy[u"expire_in_seconds"].toInt(), 300);
        QCOMPARE(policy[u"x_oss_object_acl"].toString(), QStringLiteral("private"));
        QCOMPARE(policy[u"x_oss_forbid_overwrite"].toString(), QStringLiteral("true"));
        QVERIFY(policy[u"max_file_size_mb"].toInt() > 0);
        QVERIFY(policy[u"upload_dir"].toString().startsWith(u"dashscope-instant/"));
        QCOMPARE(m_client->get(QStringLiteral("/uploads?action=getPolicy&model=other")).status, 400);
    }

    void formIsChecked_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value"); // null: left out
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const QString denied = QStringLiteral("AccessDenied");
        for (const char *field :
             {"OSSAccessKeyId", "Signature", "policy", "key", "x-oss-object-acl", "x-oss-forbid-overwrite"})
            QTest::addRow("no %s", field) << QString(QLatin1String(field)) << QString() << 403 << denied;
        QTest::newRow("no status") << QStringLiteral("success_action_status") << QString() << 400
                                   << QStringLiteral("InvalidArgument");
        QTest::newRow("other id") << QStringLiteral("OSSAccessKeyId") << QStringLiteral("LTAI") << 403
                                  << QStringLiteral("InvalidAccessKeyId");
        QTest::newRow("other signature") << QStringLiteral("Signature") << QStringLiteral("AAAA") << 403
                                         << QStringLiteral("SignatureDoesNotMatch");
        QTest::newRow("other folder")
            << QStringLiteral("key") << QStringLiteral("elsewhere/clip.mp4") << 403 << denied;
        QTest::newRow("public") << QStringLiteral("x-oss-object-acl") << QStringLiteral("public-read") << 403
                                << denied;
    }

    void formIsChecked()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(int, status);
        QFETCH(QString, code);
        start(1);
        const QJsonObject policy = m_client->policy();
        PracticeClient::Fields fields = PracticeClient::fields(policy, QStringLiteral("clip.mp4"));
        for (qsizetype i = fields.size() - 1; i >= 0; --i) {
            if (fields[i].first == field && value.isNull())
                fields.removeAt(i);
            else if (fields[i].first == field)
                fields[i].second = value;
        }
        const Answer answer = m_client->sendForm(policy[u"upload_host"].toString(), fields, m_clip);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.xmlCode(), code);
    }

    void fileIsLastAndNamesAreUsedOnce()
    {
        start(1);
        const QJsonObject policy = m_client->policy();
        const QString host = policy[u"upload_host"].toString();
        const auto fields = PracticeClient::fields(policy, QStringLiteral("clip.mp4"));
        QCOMPARE(
            m_client->sendForm(host, fields, m_clip, {{QStringLiteral("late"), QStringLiteral("1")}}).status,
            400);
        QCOMPARE(m_client->sendForm(host, fields, m_clip).status, 200);
        const Answer again = m_client->sendForm(host, fields, m_clip);
        QCOMPARE(again.status, 409);
        QCOMPARE(again.xmlCode(), QStringLiteral("FileAlreadyExists"));
    }

    void tooLargeIsRefused()
    {
        start(1);
        const QJsonObject policy = m_client->policy();
        const qint64 limit = policy[u"max_file_size_mb"].toInteger() * 1024 * 1024;
        const Answer answer = m_client->sendForm(policy[u"upload_host"].toString(),
                                                 PracticeClient::fields(policy, QStringLiteral("big.mp4")),
                                                 QByteArray(limit + 1, 'x'));
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.xmlCode(), QStringLiteral("EntityTooLarge"));
    }

    void policiesAndUploadsGrowOld()
    {
        start(2);
        const QJsonObject policy = m_client->policy();
        m_later = 151;
        const Answer late =
            m_client->sendForm(policy[u"upload_host"].toString(),
                               PracticeClient::fields(policy, QStringLiteral("a.mp4")), m_clip);
        QCOMPARE(late.status, 403);
        QVERIFY(late.body.contains("Invalid according to Policy: Policy expired."));
        const QString video = m_client->upload(m_clip, QStringLiteral("clip.mp4"));
        m_later = 151 + 24 * 3600 - 5;
        QCOMPARE(m_client->create(PracticeClient::body(video, {})).status, 200);
        m_later = 151 + 24 * 3600 + 5;
        const Answer gone = m_client->create(PracticeClient::body(video, {}));
        QCOMPARE(gone.status, 400);
        QVERIFY(gone.json()[u"message"].toString().contains(u"Failed to find the requested media resource"));
    }

    void limitsPerSecond()
    {
        start(1);
        const QString video = m_client->upload(m_clip, QStringLiteral("clip.mp4"));
        const auto admitted = [](int tries, const std::function<Answer()> &ask) {
            int good = 0;
            QString code;
            for (int i = 0; i < tries; ++i) {
                const Answer answer = ask();
                good += answer.status == 429 ? 0 : 1;
                code = answer.status == 429 ? answer.code() : code;
            }
            return std::pair(good, code);
        };
        // On a slow machine the tries may spread over more than a second, then a few more get in.
        const auto [creates, code] =
            admitted(7, [&] { return m_client->create(PracticeClient::body(video, {})); });
        QVERIFY(creates >= 5 && creates < 7);
        QCOMPARE(code, QStringLiteral("Throttling.RateQuota"));
        QVERIFY(admitted(60, [&] { return m_client->query(QStringLiteral("x")); }).first < 60);
        QVERIFY(admitted(60, [&] { return m_client->get(QStringLiteral("/tasks/")); }).first < 60);
        QVERIFY(admitted(60, [&] { return m_client->post(QStringLiteral("/tasks/x/cancel"), {}); }).first <
                60);
    }

    void cancelOnlyWhilePending()
    {
        start(1);
        const QString video = m_client->upload(m_clip, QStringLiteral("clip.mp4"));
        const QString first = m_client->createTask(PracticeClient::body(video, {}));
        QCOMPARE(m_client->query(first).json()[u"output"][u"task_status"].toString(),
                 QStringLiteral("PENDING"));
        const QString path = QString(u"/tasks/" + first + u"/cancel");
        const Answer cancelled = m_client->post(path, {});
        QCOMPARE(cancelled.status, 200);
        QVERIFY(cancelled.json().contains(u"request_id"));
        QCOMPARE(m_client->query(first).json()[u"output"][u"task_status"].toString(),
                 QStringLiteral("CANCELED"));
        const Answer again = m_client->post(path, {});
        QCOMPARE(again.status, 400);
        QCOMPARE(again.code(), QStringLiteral("UnsupportedOperation"));
        const QString second = m_client->createTask(PracticeClient::body(video, {}));
        m_later = 21;
        QTRY_COMPARE(m_client->query(second).json()[u"output"][u"task_status"].toString(),
                     QStringLiteral("RUNNING"));
        QCOMPARE(m_client->post(QString(u"/tasks/" + second + u"/cancel"), {}).status, 400);
    }

    void stopsInTheMiddleOfARender()
    {
        start(1000);
        const QByteArray longer = makeClip(m_folder.path(), 8, QStringLiteral("640x360"));
        const QString id = m_client->createTask(PracticeClient::body(
            m_client->upload(longer, QStringLiteral("clip.mp4")), QStringLiteral("oil painting"),
            {{QStringLiteral("resolution"), QStringLiteral("1080P")}}));
        QTRY_COMPARE(m_client->query(id).json()[u"output"][u"task_status"].toString(),
                     QStringLiteral("RUNNING"));
        m_service->stop();
        QCOMPARE(m_client->query(id).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestPracticeService)
#include "tst_practice_service.moc"
