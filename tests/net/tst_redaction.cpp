// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/redaction.h"
#include "net/wirelog.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

class TestRedaction : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void signedAddressesLoseTheirQuery()
    {
        const QUrl url(QStringLiteral("https://user:pass@d.oss.aliyuncs.com/1d/"
                                      "a.mp4?Expires=17&OSSAccessKeyId=LTAI5&Signature=abc%3D"));
        QCOMPARE(redactedUrl(url),
                 QStringLiteral("https://d.oss.aliyuncs.com/1d/"
                                "a.mp4?Expires=[cut]&OSSAccessKeyId=[cut]&Signature=[cut]"));
        const QUrl policy(QStringLiteral("https://h/api/v1/uploads?action=getPolicy&model=wan2.7-videoedit"));
        QCOMPARE(redactedUrl(policy), policy.toString());
    }

    void keysAreNotWritten()
    {
        const QJsonObject headers = redactedHeaders(
            {{"Authorization", "Bearer sk-1234567890"}, {"Content-Type", "application/json"}});
        QCOMPARE(headers[u"Authorization"].toString(), QStringLiteral("[cut]"));
        QCOMPARE(headers[u"Content-Type"].toString(), QStringLiteral("application/json"));
        QVERIFY(!redactedText(QStringLiteral("Incorrect API key sk-ws-abc.def given")).contains(u"abc"));
    }

    void keysInTwoPartsAreNotWritten()
    {
        const QString key = QStringLiteral("0123456789abcdef0123456789abcdef.Secret0123456789");
        QVERIFY(!redactedText(QString(u"The key " + key + u" is not known")).contains(u"Secret"));
        QVERIFY(!redactedText(QString(u"Authorization: Bearer " + key)).contains(u"Secret"));
        QVERIFY(!redactedText(QStringLiteral("token eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.c2lnbmVk!"))
                     .contains(u"c2ln"));
        const QJsonObject headers = redactedHeaders({{"Authorization", "Bearer " + key.toLatin1()}});
        QCOMPARE(headers[u"Authorization"].toString(), QStringLiteral("[cut]"));
        // A task's number is none.
        const QString task = QStringLiteral("20260818102501423653886863409e.");
        QCOMPARE(redactedText(task), task);
    }

    void picturesInAnyFormAreNotWritten()
    {
        const QString data = QString::fromLatin1(QByteArray(3000, 'p').toBase64());
        const QJsonArray parts{QString(u"data:image/jpeg;base64," + data),
                               QString(u"data:image/png;base64, " + data), data,
                               QStringLiteral("Describe this video")};
        const QByteArray body = QJsonDocument(QJsonObject{{QStringLiteral("content"), parts}}).toJson();
        const QByteArray shown = QJsonDocument(redactedBody(body).toObject()).toJson();
        QVERIFY(shown.contains("Describe this video"));
        QVERIFY(!shown.contains(data.left(40).toLatin1()));
        QVERIFY(shown.size() < 1000);

        const QString event = QStringLiteral("data: {\"content\":\"A parrot, white\"}");
        QCOMPARE(redactedText(event), event);
    }

    void bodiesAreReadableWithoutTheirSecrets()
    {
        const QByteArray policy = R"({"data":{"policy":"eyJl","signature":"g5K=","upload_dir":"d/1",
            "oss_access_key_id":"LTAI","expire_in_seconds":300},"request_id":"r"})";
        const QByteArray shown = QJsonDocument(redactedBody(policy).toObject()).toJson();
        QVERIFY(shown.contains("upload_dir") && shown.contains("300"));
        for (const char *secret : {"eyJl", "g5K", "LTAI"})
            QVERIFY(!shown.contains(secret));

        const QByteArray create = R"({"input":{"media":[{"url":"data:image/png;base64,AAAABBBB"},
            {"url":"https://h/a.mp4?Signature=xyz"}],"prompt":"hello"}})";
        const QByteArray sent = QJsonDocument(redactedBody(create).toObject()).toJson();
        QVERIFY(sent.contains("hello") && sent.contains("data:image/png"));
        QVERIFY(!sent.contains("AAAABBBB") && !sent.contains("xyz"));

        QVERIFY(!redactedBody("<StringToSign>GET secret</StringToSign>").toString().contains(u"secret"));
        QVERIFY(redactedBody(QByteArray(100000, 'x')).toString().size() < 5000);
    }

    void picturesAreNotWritten()
    {
        QByteArray body = R"({"messages":[{"role":"user","content":[
            {"type":"image_url","image_url":{"url":"data:image/jpeg;base64,BYTES"}},
            {"type":"video_url","video_url":{"url":"BYTES"}},{"type":"text","text":"What is it?"}]}],
            "image_url":["data:image/png;base64,BYTES"]})";
        body.replace("BYTES", QByteArray(20'000, 'A'));
        const QByteArray shown = QJsonDocument(redactedBody(body).toObject()).toJson();
        QVERIFY(shown.size() < 1000);
        QVERIFY(!shown.contains("AAAA"));
        QVERIFY(shown.contains("What is it?") && shown.contains("data:image/jpeg") &&
                shown.contains("20000"));
    }

    void largeBodiesAreTakenApartOnlyWhenLight()
    {
        QByteArray body = R"({"video_url":{"url":"data:video/mp4;base64,BYTES"}})";
        body.replace("BYTES", QByteArray(12'000'000, 'A'));
        const QJsonObject shown = redactedBody(body).toObject();
        QCOMPARE(shown[u"video_url"][u"url"].toString(),
                 QStringLiteral("data:video/mp4;base64,[12000000 characters]"));
    }

    void streamsAndTheirKeysAreReadable()
    {
        const QString stream = QStringLiteral("data: {\"id\":\"1\",\"model\":\"glm\"}\n\ndata: [DONE]\n");
        QCOMPARE(redactedText(stream), stream);
        const QString key = QStringLiteral("0123456789abcdef0123456789abcdef.SeCrEt0123456789");
        QVERIFY(!redactedText(QString(u"the key " + key + u" is unknown")).contains(u"SeCrEt"));
    }

    void aLineAnExchange()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("wire.log"));
        const WireLog log(file);
        WireEntry entry;
        entry.method = "POST";
        entry.url = QUrl(QStringLiteral("https://h/x"));
        entry.requestBody = R"({"a":"line\nbreak"})";
        entry.status = 500;
        log.write(entry);
        entry.fault = Error{};
        log.write(entry);
        QFile read(file);
        QVERIFY(read.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = read.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(QJsonDocument::fromJson(lines[0])[u"status"].toInt(), 500);
        QCOMPARE(QJsonDocument::fromJson(lines[1])[u"fault"].toString(), QStringLiteral("ServiceFailed"));
    }

    void theLogTurnsOver()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("wire.log"));
        QFile big(file);
        QVERIFY(big.open(QIODevice::WriteOnly) && big.resize(5 * 1024 * 1024));
        big.close();
        WireLog(file).write({});
        QVERIFY(QFile(file).size() < 10000);
        QCOMPARE(QFile(QString(file + u".1")).size(), 5 * 1024 * 1024);
    }
};

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
