// SPDX-License-Identifier: GPL-3.0-or-later
#include "bigmodelclient.h"
#include "practice/sight.h"

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QTest>

using namespace retake;

namespace {

const QString small = QStringLiteral("vidu2-start-end"); // 480x360 is the smallest that there is

QByteArray encoded(const QImage &image, const char *format = "PNG")
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

QByteArray striped(const QColor &colour, QSize size = {480, 360})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    QPainter painter(&image);
    painter.fillRect(size.width() / 4, 0, size.width() / 8, size.height(), Qt::white);
    painter.end();
    return encoded(image);
}

QString png(const QByteArray &bytes)
{
    return dataUrl(bytes, QStringLiteral("image/png"));
}

QJsonObject order(const QString &model, const QString &prompt, const QJsonObject &more = {})
{
    QJsonObject body{{QStringLiteral("model"), model}};
    if (!prompt.isEmpty())
        body.insert(QStringLiteral("prompt"), prompt);
    for (auto member = more.begin(); member != more.end(); ++member)
        body.insert(member.key(), member.value());
    return body;
}

double apart(const QImage &a, const QImage &b) // mean of all channels, 0 to 255
{
    double sum = 0;
    const QSize size(96, 72);
    const QImage x = a.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QImage y = b.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    for (int row = 0; row < size.height(); ++row) {
        for (int column = 0; column < size.width(); ++column) {
            const QRgb p = x.pixel(column, row);
            const QRgb q = y.pixel(column, row);
            sum +=
                std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q));
        }
    }
    return sum / (3.0 * size.width() * size.height());
}

} // namespace

// The way from words and pictures to a video, and what the create route takes.
class TestPracticeGeneration : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    QList<QImage> framesOf(const QString &video) const // the first, two a second, and the last
    {
        const auto run = [this](const QStringList &arguments) {
            QProcess process;
            process.setWorkingDirectory(m_folder.path());
            process.start(QStringLiteral("ffmpeg"),
                          QStringList{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y")} +
                              arguments);
            process.waitForFinished(30000);
        };
        QDir dir(m_folder.path());
        for (const QString &old : dir.entryList({QStringLiteral("f-*.png")}))
            dir.remove(old);
        run({QStringLiteral("-i"), video, QStringLiteral("-frames:v"), QStringLiteral("1"),
             QStringLiteral("f-00.png")});
        run({QStringLiteral("-ss"), QStringLiteral("0.5"), QStringLiteral("-i"), video, QStringLiteral("-vf"),
             QStringLiteral("fps=2"), QStringLiteral("f-%02d.png")});
        run({QStringLiteral("-sseof"), QStringLiteral("-0.2"), QStringLiteral("-i"), video,
             QStringLiteral("-update"), QStringLiteral("1"), QStringLiteral("f-last.png")});
        QList<QImage> frames;
        for (const QString &name : dir.entryList({QStringLiteral("f-*.png")}, QDir::Files, QDir::Name))
            frames.append(QImage(dir.filePath(name)));
        return frames;
    }

    // Runs it through; the video lies at path("result.mp4").
    QJsonObject made(BigModelPractice &practice, const QJsonObject &body)
    {
        const Answer accepted = practice.generate(body);
        if (accepted.status != 200)
            qWarning("%s", accepted.body.constData());
        const QJsonObject reply = practice.finish(accepted.json()[u"id"].toString());
        const QString url = reply[u"video_result"][0][u"url"].toString();
        writeAll(path("result.mp4"), url.isEmpty() ? QByteArray() : practice.client->get(url).body);
        return reply;
    }

private Q_SLOTS:

    void wordsBecomeAVideo()
    {
        BigModelPractice practice;
        const QJsonObject body =
            order(QStringLiteral("cogvideox-2"), QStringLiteral("A blue bird in a rainy forest."),
                  {{QStringLiteral("size"), QStringLiteral("720x480")},
                   {QStringLiteral("fps"), 60},
                   {QStringLiteral("with_audio"), true},
                   {QStringLiteral("quality"), QStringLiteral("speed")},
                   {QStringLiteral("request_id"), QStringLiteral("retake-gen-1")}});
        const Answer accepted = practice.generate(body);
        QCOMPARE(accepted.status, 200);
        QCOMPARE(accepted.json()[u"task_status"].toString(), QStringLiteral("PROCESSING"));
        QCOMPARE(accepted.json()[u"request_id"].toString(), QStringLiteral("retake-gen-1"));
        QCOMPARE(accepted.json()[u"model"].toString(), QStringLiteral("cogvideox-2"));
        const QString id = accepted.json()[u"id"].toString();
        QVERIFY(id.size() > 20);
        const QJsonObject note = practice.lastNote()[u"generation"].toObject();
        QCOMPARE(note[u"images"].toInt(-1), 0);
        QCOMPARE(note[u"prompt"].toString(), body[u"prompt"].toString());
        QCOMPARE(errorCode(practice.generate(body)), QStringLiteral("1231")); // never sold twice

        const QJsonObject reply = practice.finish(id);
        QCOMPARE(reply[u"task_status"].toString(), QStringLiteral("SUCCESS"));
        QCOMPARE(reply[u"request_id"].toString(), QStringLiteral("retake-gen-1"));
        QCOMPARE(reply[u"usage"][u"total_tokens"].toInt(-1), 0);
        const QJsonObject result = reply[u"video_result"][0].toObject();
        const Answer cover = practice.client->get(result[u"cover_image_url"].toString());
        QCOMPARE(cover.headers.value("content-type"), QByteArray("image/jpeg"));
        QCOMPARE(QImage::fromData(cover.body).size(), QSize(720, 480));
        QVERIFY(writeAll(path("result.mp4"), practice.client->get(result[u"url"].toString()).body));
        const QJsonObject facts = probe(path("result.mp4"));
        const QJsonObject video = facts[u"streams"][0].toObject();
        QCOMPARE(QSize(video[u"width"].toInt(), video[u"height"].toInt()), QSize(720, 480));
        QCOMPARE(video[u"r_frame_rate"].toString(), QStringLiteral("60/1"));
        QCOMPARE(video[u"nb_read_packets"].toString(), QStringLiteral("300"));
        QCOMPARE(facts[u"streams"][1][u"codec_name"].toString(), QStringLiteral("aac"));
        QCOMPARE(facts[u"format"][u"tags"][u"comment"].toString(), QStringLiteral("practice"));
        const Sight sight = takeSight(framesOf(path("result.mp4")), {720, 480}, 5);
        QCOMPARE(sight.figure.colour, Colour::Blue); // in the colour that was named
        QVERIFY(sight.motion != Sight::Motion::Still && sight.motion != Sight::Motion::Unknown);
    }

    void aVideoBeginsAndEndsWithItsFrames()
    {
        const QByteArray first = striped(QColor(120, 60, 160));
        const QByteArray last = striped(QColor(60, 140, 90));
        BigModelPractice practice;
        QCOMPARE(made(practice, order(small, QStringLiteral("Snow falls."),
                                      {{QStringLiteral("size"), QStringLiteral("480x360")},
                                       {QStringLiteral("image_url"),
                                        QJsonArray{png(first), png(last)}}}))[u"task_status"]
                     .toString(),
                 QStringLiteral("SUCCESS"));
        const QList<QImage> frames = framesOf(path("result.mp4"));
        QVERIFY(frames.size() > 7);
        QCOMPARE(frames.first().size(), QSize(480, 360));
        const double begins = apart(frames.first(), QImage::fromData(first));
        const double ends = apart(frames.last(), QImage::fromData(last));
        QVERIFY2(begins < 4, qPrintable(QString::number(begins))); // the mark is all that lies over it
        QVERIFY2(ends < 6, qPrintable(QString::number(ends)));
        QVERIFY(apart(frames.first(), frames.last()) > 20);
        const QJsonArray streams = probe(path("result.mp4"))[u"streams"].toArray();
        QCOMPARE(streams.size(), 1); // silent unless asked
        QCOMPARE(streams[0][u"nb_read_packets"].toString(), QStringLiteral("120"));
    }

    void referencesStandBeforeTheScenery()
    {
        QImage red(200, 200, QImage::Format_RGB32);
        red.fill(QColor(220, 20, 30));
        BigModelPractice practice;
        made(practice, order(QStringLiteral("vidu2-reference"), QStringLiteral("On a beach"),
                             {{QStringLiteral("aspect_ratio"), QStringLiteral("1:1")},
                              {QStringLiteral("image_url"), QJsonArray{png(encoded(red))}}}));
        const QList<QImage> frames = framesOf(path("result.mp4"));
        QVERIFY(!frames.isEmpty());
        QCOMPARE(frames.first().size(), QSize(720, 720));
        const QColor middle = frames.first().pixelColor(360, 360);
        QVERIFY(middle.red() > 180 && middle.green() < 80);
        const QColor sky = frames.first().pixelColor(60, 60);
        QVERIFY(sky.blue() > sky.red());
    }

    void requestsAreChecked_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("code");
        const QString three = QStringLiteral("cogvideox-3");
        const QString words = QStringLiteral("A cat plays.");
        const QString frame = png(striped(Qt::red));
        const auto shown = [](const QJsonValue &value) {
            return QJsonObject{{QStringLiteral("image_url"), value}};
        };
        const auto set = [](const char *name, const QJsonValue &value) {
            return QJsonObject{{QLatin1String(name), value}};
        };
        QTest::newRow("unknown model") << order(QStringLiteral("cogvideox-9"), words) << "1211";
        QTest::newRow("the other service's") << order(QStringLiteral("wan2.7-videoedit"), words) << "1211";
        QTest::newRow("nothing") << order(three, {}) << "1213";
        QTest::newRow("513 characters") << order(three, QString(513, u'x')) << "1261";
        QTest::newRow("size") << order(three, words, set("size", QStringLiteral("1080P"))) << "1214";
        QTest::newRow("fps") << order(three, words, set("fps", 24)) << "1214";
        QTest::newRow("duration") << order(three, words, set("duration", 6)) << "1214";
        QTest::newRow("quality") << order(three, words, set("quality", QStringLiteral("best"))) << "1214";
        QTest::newRow("sound") << order(three, words, set("with_audio", QStringLiteral("yes"))) << "1214";
        QTest::newRow("seed") << order(three, words, set("seed", 7)) << "1214";
        QTest::newRow("flash has no fps")
            << order(QStringLiteral("cogvideox-flash"), words, set("fps", 30)) << "1214";
        QTest::newRow("request id") << order(three, words, set("request_id", QStringLiteral("a"))) << "1214";
        QTest::newRow("array of one") << order(three, words, shown(QJsonArray{frame})) << "1214";
        QTest::newRow("three frames")
            << order(three, words, shown(QJsonArray{frame, frame, frame})) << "1214";
        QTest::newRow("array for one frame")
            << order(QStringLiteral("cogvideox-2"), words, shown(QJsonArray{frame, frame})) << "1214";
        QTest::newRow("string for start and end") << order(small, words, shown(frame)) << "1214";
        QTest::newRow("text model with picture")
            << order(QStringLiteral("viduq1-text"), words, shown(frame)) << "1214";
        QTest::newRow("picture missing") << order(QStringLiteral("vidu2-image"), words) << "1213";
        QTest::newRow("no references") << order(QStringLiteral("vidu2-reference"), words) << "1213";
        QTest::newRow("not a picture")
            << order(three, words, shown(QStringLiteral("data:image/png;base64,aGVsbG8="))) << "1210";
        QTest::newRow("bare data for vidu") << order(QStringLiteral("vidu2-image"), words,
                                                     shown(QString::fromLatin1(striped(Qt::red).toBase64())))
                                            << "1210";
        QTest::newRow("small reference") << order(QStringLiteral("vidu2-reference"), words,
                                                  shown(QJsonArray{png(striped(Qt::red, {100, 100}))}))
                                         << "1210";
        QTest::newRow("two shapes") << order(small, words,
                                             shown(QJsonArray{frame, png(striped(Qt::red, {360, 480}))}))
                                    << "1210";
    }

    void requestsAreChecked()
    {
        QFETCH(QJsonObject, body);
        QFETCH(QString, code);
        static BigModelPractice practice;
        const Answer answer = practice.generate(body);
        QVERIFY2(errorCode(answer) == code, answer.body.constData());
        QCOMPARE(answer.status, 400);
        QVERIFY(!practice.lastNote().contains(u"task_id"));
    }

    void everyGeneratorTakesItsDefaults_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QJsonValue>("pictures");
        const QString frame = png(striped(Qt::red));
        for (const char *model :
             {"cogvideox-3", "cogvideox-2", "cogvideox-flash", "cogvideox", "viduq1-text"})
            QTest::newRow(model) << QString(QLatin1String(model)) << QJsonValue();
        for (const char *model : {"viduq1-image", "vidu2-image"})
            QTest::newRow(model) << QString(QLatin1String(model)) << QJsonValue(frame);
        for (const char *model : {"viduq1-start-end", "vidu2-start-end", "vidu2-reference"})
            QTest::newRow(model) << QString(QLatin1String(model)) << QJsonValue(QJsonArray{frame});
        QTest::newRow("bare data") << QStringLiteral("cogvideox-3")
                                   << QJsonValue(QString::fromLatin1(striped(Qt::red).toBase64()));
    }

    void everyGeneratorTakesItsDefaults()
    {
        QFETCH(QString, model);
        QFETCH(QJsonValue, pictures);
        // What becomes of it is seen elsewhere: here nothing is rendered.
        static BigModelPractice practice({QStringLiteral("bm-fail")});
        const QJsonObject body =
            order(model, QStringLiteral("A cat plays."), {{QStringLiteral("image_url"), pictures}});
        const Answer answer = practice.generate(body);
        QVERIFY2(answer.status == 200, answer.body.constData());
        QCOMPARE(practice.lastNote()[u"generation"][u"image_form"].toString(),
                 pictures.isArray()    ? QStringLiteral("array")
                 : pictures.isString() ? QStringLiteral("string")
                                       : QStringLiteral("none"));
    }

    void tasksFail_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("code");
        QTest::newRow("bare") << "bm-fail"
                              << "";
        QTest::newRow("network") << "bm-fail-error"
                                 << "1234";
        QTest::newRow("moderated") << "bm-fail-moderated"
                                   << "1301";
    }

    void tasksFail()
    {
        QFETCH(QString, fault);
        QFETCH(QString, code);
        BigModelPractice practice({fault});
        const Answer accepted =
            practice.generate(order(small, QStringLiteral("A cat"),
                                    {{QStringLiteral("image_url"), QJsonArray{png(striped(Qt::red))}}}));
        const QString id = accepted.json()[u"id"].toString();
        practice.finish(id);
        const Answer answer = practice.query(id);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json()[u"task_status"].toString(), QStringLiteral("FAIL"));
        QCOMPARE(answer.json().contains(u"error"), !code.isEmpty());
        QCOMPARE(errorCode(answer), code);
    }

    void createsAreRefusedOrLost()
    {
        const QJsonObject body = order(QStringLiteral("viduq1-text"), QStringLiteral("A cat"));
        BigModelPractice refusing({QStringLiteral("bm-create-arrears:1"), QStringLiteral("bm-create-busy:1"),
                                   QStringLiteral("bm-fail")});
        QCOMPARE(errorCode(refusing.generate(body)), QStringLiteral("1113"));
        QCOMPARE(errorCode(refusing.generate(body)), QStringLiteral("1305"));
        QCOMPARE(refusing.generate(body).status, 200);

        BigModelPractice losing({QStringLiteral("bm-create-reset"), QStringLiteral("bm-fail")});
        const Answer lost = losing.generate(body);
        QCOMPARE(lost.status, 0);
        QVERIFY(losing.lastNote().contains(u"task_id")); // made, and nobody was told
        const Answer unknown = losing.query(QStringLiteral("123456"));
        QCOMPARE(unknown.status, 400);
        QVERIFY(!errorCode(unknown).isEmpty());
    }

    void theServicesDoNotSeeEachOther()
    {
        BigModelPractice practice({QStringLiteral("bm-fail")});
        const QString id = practice.generate(order(QStringLiteral("viduq1-text"), QStringLiteral("A cat")))
                               .json()[u"id"]
                               .toString();
        PracticeClient other(practice.address.dashscope, practice.address.key);
        QVERIFY(other.get(QStringLiteral("/tasks/")).json()[u"data"].toArray().isEmpty());
        QCOMPARE(other.query(id).json()[u"output"][u"task_status"].toString(), QStringLiteral("UNKNOWN"));
    }
};

QTEST_GUILESS_MAIN(TestPracticeGeneration)
#include "tst_practice_generation.moc"
