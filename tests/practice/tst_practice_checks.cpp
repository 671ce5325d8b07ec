// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalogue.h"
#include "practice/createbody.h"
#include "practice/mediacheck.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace retake;

namespace {

using Change = std::function<void(QJsonObject &)>;

QJsonObject goodBody()
{
    return QJsonDocument::fromJson(
               "{\"model\": \"wan2.7-videoedit\","
               "\"input\": {\"prompt\": \"rain\", \"media\": [{\"type\": \"video\", \"url\": "
               "\"oss://dir/a.mp4\"}]},"
               "\"parameters\": {\"resolution\": \"720P\", \"prompt_extend\": true, \"watermark\": true}}")
        .object();
}

void set(QJsonObject &body, const QString &part, const QString &name, const QJsonValue &value)
{
    QJsonObject object = body[part].toObject();
    object.insert(name, value);
    body.insert(part, object);
}

void addMedia(QJsonObject &body, const QString &type, const QString &url)
{
    QJsonArray media = body[u"input"][u"media"].toArray();
    media.append(QJsonObject{{QStringLiteral("type"), type}, {QStringLiteral("url"), url}});
    set(body, QStringLiteral("input"), QStringLiteral("media"), media);
}

Change parameter(const QString &name, const QJsonValue &value)
{
    return [=](QJsonObject &body) { set(body, QStringLiteral("parameters"), name, value); };
}

Change media(const QString &type, const QString &url)
{
    return [=](QJsonObject &body) { addMedia(body, type, url); };
}

Change clip(const QString &url)
{
    return [=](QJsonObject &body) {
        set(body, QStringLiteral("input"), QStringLiteral("media"), QJsonArray());
        addMedia(body, QStringLiteral("video"), url);
    };
}

const QString invalidParameter = QStringLiteral("InvalidParameter");
const QString image = QStringLiteral("reference_image");

} // namespace

Q_DECLARE_METATYPE(Change)

class TestPracticeChecks : public QObject
{
    Q_OBJECT

    Catalogue m_catalogue;

    CheckedBody check(const QJsonObject &body, bool resolves = true) const
    {
        return checkCreateBody(QJsonDocument(body).toJson(), m_catalogue, resolves);
    }

private Q_SLOTS:

    void initTestCase()
    {
        QFile file(QStringLiteral(":/catalogue/catalogue.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_catalogue = Catalogue::parse(file.readAll()).value();
    }

    void bodies_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("code"); // "": accepted
        const auto row = [](const char *name, const Change &change, const QString &code = {}) {
            QTest::newRow(name) << change << code;
        };
        row("as it is", [](QJsonObject &) {});
        row(
            "no model", [](QJsonObject &b) { b.remove(u"model"); }, QStringLiteral("BadRequest.EmptyModel"));
        row(
            "unknown model",
            [](QJsonObject &b) { b.insert(QStringLiteral("model"), QStringLiteral("wan9")); },
            invalidParameter);
        row(
            "no input", [](QJsonObject &b) { b.remove(u"input"); }, QStringLiteral("BadRequest.EmptyInput"));
        row(
            "the cheap key check", [](QJsonObject &b) { b.insert(QStringLiteral("input"), QJsonObject()); },
            invalidParameter);
        row("no prompt is fine", [](QJsonObject &b) {
            QJsonObject input = b[u"input"].toObject();
            input.remove(u"prompt");
            b.insert(QStringLiteral("input"), input);
        });
        row(
            "prompt is a number",
            [](QJsonObject &b) { set(b, QStringLiteral("input"), QStringLiteral("prompt"), 5); },
            invalidParameter);
        row("two videos", media(QStringLiteral("video"), QStringLiteral("oss://dir/b.mp4")),
            invalidParameter);
        row(
            "no video",
            [](QJsonObject &b) { set(b, QStringLiteral("input"), QStringLiteral("media"), QJsonArray()); },
            invalidParameter);
        row("unknown kind of media", media(QStringLiteral("first_frame"), QStringLiteral("oss://dir/b.png")),
            invalidParameter);
        row("an image", media(image, QStringLiteral("oss://dir/b.png")));
        row("four images", [](QJsonObject &b) {
            for (int i = 0; i < 4; ++i)
                addMedia(b, image, QStringLiteral("oss://dir/%1.png").arg(i));
        });
        row(
            "five images",
            [](QJsonObject &b) {
                for (int i = 0; i < 5; ++i)
                    addMedia(b, image, QStringLiteral("oss://dir/%1.png").arg(i));
            },
            invalidParameter);
        row("an image as data", media(image, QStringLiteral("data:image/png;base64,AAAA")));
        row("data of another kind", media(image, QStringLiteral("data:image/gif;base64,AAAA")),
            invalidParameter);
        row("a video as data", clip(QStringLiteral("data:video/mp4;base64,AAAA")),
            QStringLiteral("InvalidURL"));
        row("loopback", clip(QStringLiteral("http://127.0.0.1:8000/a.mp4")));
        row("localhost", clip(QStringLiteral("https://localhost/a.mp4")));
        row("another machine", clip(QStringLiteral("https://example.com/a.mp4")),
            QStringLiteral("InvalidURL"));
        row("looks like loopback", clip(QStringLiteral("http://127.0.0.1.example.com/a.mp4")),
            QStringLiteral("InvalidURL"));
        row("a path", clip(QStringLiteral("/home/a.mp4")), QStringLiteral("InvalidURL"));
        row("a file address", clip(QStringLiteral("file:///home/a.mp4")), QStringLiteral("InvalidURL"));
        row("1080P", parameter(QStringLiteral("resolution"), QStringLiteral("1080P")));
        row("lower case", parameter(QStringLiteral("resolution"), QStringLiteral("720p")), invalidParameter);
        row("a number for a word", parameter(QStringLiteral("resolution"), 720), invalidParameter);
        row("ratio", parameter(QStringLiteral("ratio"), QStringLiteral("4:3")));
        row("unknown ratio", parameter(QStringLiteral("ratio"), QStringLiteral("21:9")), invalidParameter);
        row("null is left out", parameter(QStringLiteral("ratio"), QJsonValue::Null));
        for (const int good : {0, 2, 10})
            QTest::addRow("duration %d", good) << parameter(QStringLiteral("duration"), good) << QString();
        for (const int bad : {-1, 1, 11})
            QTest::addRow("duration %d", bad)
                << parameter(QStringLiteral("duration"), bad) << invalidParameter;
        row("half a second", parameter(QStringLiteral("duration"), 2.5), invalidParameter);
        row("duration as text", parameter(QStringLiteral("duration"), QStringLiteral("5")), invalidParameter);
        row("origin", parameter(QStringLiteral("audio_setting"), QStringLiteral("origin")));
        row("no_audio", parameter(QStringLiteral("audio_setting"), QStringLiteral("no_audio")),
            invalidParameter);
        row("largest seed", parameter(QStringLiteral("seed"), 2147483647));
        row("seed too large", parameter(QStringLiteral("seed"), 2147483648.0), invalidParameter);
        row("negative seed", parameter(QStringLiteral("seed"), -1), invalidParameter);
        row("watermark as text", parameter(QStringLiteral("watermark"), QStringLiteral("true")),
            invalidParameter);
        row("unknown members", [](QJsonObject &b) {
            set(b, QStringLiteral("parameters"), QStringLiteral("with_audio"), false);
            set(b, QStringLiteral("input"), QStringLiteral("extend_prompt"), true);
        });
        row(
            "parameters are a list",
            [](QJsonObject &b) { b.insert(QStringLiteral("parameters"), QJsonArray()); }, invalidParameter);
    }

    void bodies()
    {
        QFETCH(Change, change);
        QFETCH(QString, code);
        QJsonObject body = goodBody();
        change(body);
        const CheckedBody checked = check(body);
        QCOMPARE(checked.refusal ? checked.refusal->code : QString(), code);
        if (checked.refusal) {
            QCOMPARE(checked.refusal->status, 400);
            QVERIFY(!checked.refusal->message.isEmpty());
        }
    }

    void notJson()
    {
        const CheckedBody checked = checkCreateBody("{\"model\":", m_catalogue, true);
        QCOMPARE(checked.refusal->code, QStringLiteral("BadRequest.IllegalInput"));
    }

    void ossWantsItsHeader()
    {
        const CheckedBody checked = check(goodBody(), false);
        QCOMPARE(checked.refusal->code, invalidParameter);
        QVERIFY(checked.refusal->message.contains(u"does not appear to be valid"));
    }

    void surplusIsCutSilently()
    {
        QJsonObject body = goodBody();
        set(body, QStringLiteral("input"), QStringLiteral("prompt"),
            QString(QString(4999, u'猫') + u"🦜狗"));
        set(body, QStringLiteral("input"), QStringLiteral("negative_prompt"), QString(501, u'x'));
        const CheckedBody checked = check(body);
        QVERIFY(!checked.refusal);
        QCOMPARE(checked.body.prompt, QString(QString(4999, u'猫') + u"🦜")); // one character, two units
        QCOMPARE(checked.body.negativePrompt.size(), 500);
    }

    void defaultsAreTheServices()
    {
        QJsonObject body = goodBody();
        body.remove(u"parameters");
        const CreateBody checked = check(body).body;
        QCOMPARE(checked.resolution, QStringLiteral("1080P")); // the dear one
        QCOMPARE(checked.audio, QStringLiteral("auto"));
        QCOMPARE(checked.duration, 0);
        QVERIFY(checked.promptExtend);
        QVERIFY(!checked.watermark);
        QVERIFY(!checked.seed);
    }

    void summaryTellsNoContents()
    {
        QJsonObject body = goodBody();
        addMedia(body, image, QStringLiteral("data:image/png;base64,U0VDUkVU"));
        const QByteArray summary =
            QJsonDocument(summarize(QJsonDocument(body).toJson())).toJson(QJsonDocument::Compact);
        QVERIFY(summary.contains("\"kind\":\"data\""));
        QVERIFY(!summary.contains("U0VDUkVU"));
        QVERIFY(!summary.contains("a.mp4"));
    }

    void videos_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("seconds");
        QTest::addColumn<int>("duration");
        QTest::addColumn<QString>("code");
        const QString mp4 = QStringLiteral("mp4");
        const qint64 some = 1000000;
        const QSize hd(1280, 720);
        QTest::newRow("fine") << mp4 << some << hd << 5.0 << 0 << QString();
        QTest::newRow("mov") << QStringLiteral("mov") << some << hd << 5.0 << 0 << QString();
        QTest::newRow("webm") << QStringLiteral("matroska,webm") << some << hd << 5.0 << 0
                              << QStringLiteral("InvalidFile.Format");
        QTest::newRow("2 s") << mp4 << some << hd << 2.0 << 0 << QString();
        QTest::newRow("too short") << mp4 << some << hd << 1.9 << 0 << QStringLiteral("InvalidFile.Duration");
        QTest::newRow("10 s") << mp4 << some << hd << 10.0 << 0 << QString();
        QTest::newRow("too long") << mp4 << some << hd << 10.02 << 0
                                  << QStringLiteral("InvalidFile.Duration");
        QTest::newRow("100 MB") << mp4 << qint64(100000000) << hd << 5.0 << 0 << QString();
        QTest::newRow("too heavy") << mp4 << qint64(100000001) << hd << 5.0 << 0
                                   << QStringLiteral("InvalidFile.Size");
        QTest::newRow("240 px") << mp4 << some << QSize(240, 426) << 5.0 << 0 << QString();
        QTest::newRow("too small") << mp4 << some << QSize(238, 426) << 5.0 << 0
                                   << QStringLiteral("InvalidFile.Resolution");
        QTest::newRow("too large") << mp4 << some << QSize(4098, 2160) << 5.0 << 0
                                   << QStringLiteral("InvalidFile.Resolution");
        QTest::newRow("1:8") << mp4 << some << QSize(250, 2000) << 5.0 << 0 << QString();
        QTest::newRow("too long a shape")
            << mp4 << some << QSize(250, 2002) << 5.0 << 0 << QStringLiteral("InvalidFile.AspectRatio");
        QTest::newRow("no picture") << mp4 << some << QSize() << 5.0 << 0
                                    << QStringLiteral("InvalidFile.Openerror");
        QTest::newRow("longer than it is") << mp4 << some << hd << 4.0 << 5 << invalidParameter;
        QTest::newRow("cut") << mp4 << some << hd << 4.0 << 3 << QString();
    }

    void videos()
    {
        QFETCH(QString, format);
        QFETCH(qint64, bytes);
        QFETCH(QSize, size);
        QFETCH(double, seconds);
        QFETCH(int, duration);
        QFETCH(QString, code);
        const MediaFacts facts{format, bytes, size, seconds, size.isValid(), true, false};
        const auto refusal = checkVideo(facts, m_catalogue.models().first().video, duration);
        QCOMPARE(refusal ? refusal->code : QString(), code);
    }

    void images_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("alpha");
        QTest::addColumn<QString>("code");
        const QString png = QStringLiteral("png");
        QTest::newRow("fine") << png << qint64(1000) << QSize(300, 300) << false << QString();
        QTest::newRow("webp") << QStringLiteral("webp") << qint64(1000) << QSize(300, 300) << false
                              << QString();
        QTest::newRow("gif") << QStringLiteral("gif") << qint64(1000) << QSize(300, 300) << false
                             << QStringLiteral("InvalidFile.Format");
        QTest::newRow("alpha") << png << qint64(1000) << QSize(300, 300) << true
                               << QStringLiteral("InvalidFile.Format");
        QTest::newRow("20 MB") << png << qint64(20000001) << QSize(300, 300) << false
                               << QStringLiteral("InvalidFile.Size");
        QTest::newRow("small") << png << qint64(1000) << QSize(239, 300) << false
                               << QStringLiteral("InvalidFile.Resolution");
        QTest::newRow("large") << png << qint64(1000) << QSize(8001, 3000) << false
                               << QStringLiteral("InvalidFile.Resolution");
        QTest::newRow("shape") << png << qint64(1000) << QSize(2500, 300) << false
                               << QStringLiteral("InvalidFile.AspectRatio");
    }

    void images()
    {
        QFETCH(QString, format);
        QFETCH(qint64, bytes);
        QFETCH(QSize, size);
        QFETCH(bool, alpha);
        QFETCH(QString, code);
        const MediaFacts facts{format, bytes, size, 0, true, false, alpha};
        const auto refusal = checkImage(facts, m_catalogue.models().first().references);
        QCOMPARE(refusal ? refusal->code : QString(), code);
    }

    void rotationSwapsTheSides()
    {
        const MediaFacts facts = readProbe("{\"streams\": [{\"codec_type\": \"audio\"}, {\"codec_type\": "
                                           "\"video\", \"width\": 640, \"height\": 360,"
                                           "\"side_data_list\": [{\"rotation\": -90}]}], \"format\": "
                                           "{\"format_name\": \"mov\", \"duration\": \"3.5\"}}");
        QCOMPARE(facts.size, QSize(360, 640));
        QCOMPARE(facts.seconds, 3.5);
        QVERIFY(facts.hasSound && facts.hasPicture);
        QVERIFY(!readProbe("not json").hasPicture);
    }

    void firstBytesTellTheFormat()
    {
        bool alpha = false;
        QCOMPARE(sniffImage("\xff\xd8\xff\xe0", &alpha), QStringLiteral("jpeg"));
        QByteArray png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\x02\0\0\0", 29);
        QCOMPARE(sniffImage(png, &alpha), QStringLiteral("png"));
        QVERIFY(!alpha);
        png[25] = 6;
        sniffImage(png, &alpha);
        QVERIFY(alpha);
        QCOMPARE(sniffImage("GIF89a", &alpha), QString());
        QCOMPARE(sniffContainer(QByteArray("\0\0\0\x14"
                                           "ftypqt  ",
                                           12)),
                 QStringLiteral("mov"));
        QCOMPARE(sniffContainer(QByteArray("\0\0\0\x20"
                                           "ftypisom",
                                           12)),
                 QStringLiteral("mp4"));
        QCOMPARE(sniffContainer(QByteArray("\x1a\x45\xdf\xa3........", 12)), QString());
    }
};

QTEST_GUILESS_MAIN(TestPracticeChecks)
#include "tst_practice_checks.moc"
