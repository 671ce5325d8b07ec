// SPDX-License-Identifier: GPL-3.0-or-later
#include "bigmodelclient.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

using namespace retake;

namespace {

const QString seven =
    QStringLiteral("Describe the video in seven lines, each beginning with its label:\n"
                   "Subject: who\nAppearance: colours\nSetting: the place\nLight: the light\n"
                   "Camera: the camera\nMotion: what moves\nMood: the mood");

// A purple block on green that wanders to the right.
QByteArray frame(int number, const char *format = "JPG")
{
    QImage image(426, 240, QImage::Format_RGB32);
    image.fill(QColor(40, 150, 60));
    QPainter painter(&image);
    painter.fillRect(140 + number * 16, 60, 110, 120, QColor(120, 60, 200));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

QString picture(int number)
{
    return dataUrl(frame(number), QStringLiteral("image/jpeg"));
}

QJsonArray framesAnd(const QString &question)
{
    QJsonArray parts;
    for (int i = 0; i < 3; ++i) {
        parts.append(textPart(QStringLiteral("Frame %1 at %2.50 s").arg(i + 1).arg(i)));
        parts.append(mediaPart(QStringLiteral("image_url"), picture(i)));
    }
    parts.append(textPart(question));
    return parts;
}

QJsonObject with(QJsonObject body, const char *name, const QJsonValue &value)
{
    body.insert(QLatin1String(name), value);
    return body;
}

QJsonObject words(const QString &model, const QString &text)
{
    return chatBody(model, QJsonArray{textPart(text)});
}

const QString flash = QStringLiteral("glm-5.3-flash");

} // namespace

// The chat route: what it takes, what it says, and in which shape.
class TestPracticeChat : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theDescriberMeasures()
    {
        BigModelPractice practice;
        const Answer answer = practice.chat(
            with(chatBody(flash, framesAnd(seven)), "request_id", QStringLiteral("retake-0001")));
        QCOMPARE(answer.status, 200);
        const QJsonObject json = answer.json();
        QCOMPARE(json[u"model"].toString(), flash);
        QCOMPARE(json[u"request_id"].toString(), QStringLiteral("retake-0001"));
        QVERIFY(!json[u"id"].toString().isEmpty());
        QCOMPARE(json[u"choices"][0][u"finish_reason"].toString(), QStringLiteral("stop"));
        QCOMPARE(json[u"choices"][0][u"message"][u"role"].toString(), QStringLiteral("assistant"));
        QVERIFY(!json[u"choices"][0][u"message"][u"reasoning_content"].toString().isEmpty());
        const QJsonObject usage = json[u"usage"].toObject();
        QVERIFY(usage[u"prompt_tokens"].toInt() > 3 * 100);
        QCOMPARE(usage[u"total_tokens"].toInt(),
                 usage[u"prompt_tokens"].toInt() + usage[u"completion_tokens"].toInt());

        const QString text = contentOf(answer);
        QVERIFY2(text.size() <= 450, qPrintable(text));
        const QStringList lines = text.split(u'\n');
        QCOMPARE(lines.size(), 7);
        QVERIFY2(lines[0].startsWith(u"Subject: A practice subject, a purple figure"), qPrintable(text));
        QVERIFY2(lines[2].startsWith(u"Setting: Green surroundings"), qPrintable(text));
        QVERIFY(lines[4].contains(QStringLiteral("426×240")));
        QVERIFY2(lines[5].contains(u"2.5 seconds"), qPrintable(text));
        QVERIFY(!lines[5].contains(u"hardly"));
        QVERIFY(lines[6].contains(u"practice"));

        const QJsonObject note = practice.lastNote()[u"chat"].toObject();
        QCOMPARE(note[u"images"].toInt(), 3);
        QCOMPARE(note[u"videos"].toInt(), 0);
        QCOMPARE(note[u"roles"].toArray(), QJsonArray{QStringLiteral("user")});
        QVERIFY(!QJsonDocument(practice.lastNote()).toJson().contains("base64"));
    }

    void aVideoIsLookedAt()
    {
        const QTemporaryDir folder;
        const QByteArray clip = makeClip(folder.path(), 2, QStringLiteral("426x240"), ClipSound::None);
        const QString url = dataUrl(clip, QStringLiteral("video/mp4"));
        BigModelPractice practice;
        const auto ask = [&](const QString &model, const QString &source) {
            return practice.chat(chatBody(model, {mediaPart(QStringLiteral("video_url"), source),
                                                  textPart(QStringLiteral("Describe."))}));
        };
        const Answer answer = ask(QStringLiteral("glm-4.6v"), url);
        QCOMPARE(answer.status, 200);
        const QString raw = answer.json()[u"choices"][0][u"message"][u"content"].toString();
        QVERIFY(raw.startsWith(u"<|begin_of_box|>") && raw.endsWith(u"<|end_of_box|>"));
        const QString text = contentOf(answer);
        QVERIFY2(text.contains(u"practice") && !text.contains(u'\n') && text.size() <= 450, qPrintable(text));
        QVERIFY2(text.contains(u"2.0 seconds") && text.contains(QStringLiteral("426×240")), qPrintable(text));
        QCOMPARE(practice.lastNote()[u"chat"][u"videos"].toInt(), 1);
        QCOMPARE(ask(QStringLiteral("glm-4.6v"), QString::fromLatin1(clip.toBase64())).status, 200);
        QCOMPARE(errorCode(ask(QStringLiteral("glm-5v-turbo"), url)), QStringLiteral("1210"));
        QCOMPARE(errorCode(ask(QStringLiteral("glm-4.6v"),
                               dataUrl("no video at all", QStringLiteral("video/mp4")))),
                 QStringLiteral("1210"));
    }

    void answersAreStreamed()
    {
        BigModelPractice practice;
        const QJsonObject body = chatBody(flash, framesAnd(seven));
        const QString whole = contentOf(practice.chat(body));
        const Answer answer = practice.chat(with(body, "stream", true));
        QVERIFY(answer.headers.value("content-type").startsWith("text/event-stream"));
        QVERIFY(answer.body.trimmed().endsWith("data: [DONE]"));
        const QList<QJsonObject> events = eventsOf(answer.body);
        QVERIFY(events.size() > 6);
        QVERIFY(events.first()[u"choices"][0][u"delta"].toObject().contains(u"reasoning_content"));
        QString text;
        for (qsizetype i = 0; i < events.size(); ++i) {
            text += events[i][u"choices"][0][u"delta"][u"content"].toString();
            QCOMPARE(events[i].contains(u"usage"), i == events.size() - 1);
        }
        QCOMPARE(text, whole);
        QCOMPARE(events.last()[u"choices"][0][u"finish_reason"].toString(), QStringLiteral("stop"));
    }

    void aRevisionIsAnswered()
    {
        BigModelPractice practice;
        const auto message = [](const char *role, const QString &text) {
            return QJsonObject{{QStringLiteral("role"), QLatin1String(role)},
                               {QStringLiteral("content"), text}};
        };
        QJsonObject body{{QStringLiteral("model"), flash}};
        body.insert(
            QStringLiteral("messages"),
            QJsonArray{message("user", seven),
                       message("assistant", QStringLiteral("Subject: A purple figure.\nSetting: A city.")),
                       message("user", QStringLiteral("Edit: Change background to a rainy forest.\n"
                                                      "Reply only with the lines that this edit "
                                                      "changes, each with its label."))});
        QCOMPARE(contentOf(practice.chat(body)), QStringLiteral("Setting: A rainy forest."));
        QCOMPARE(practice.lastNote()[u"chat"][u"roles"].toArray().size(), 3);
        QCOMPARE(practice.lastNote()[u"chat"][u"images"].toInt(), 0);

        body = {{QStringLiteral("model"), QStringLiteral("glm-4.7-flash")}};
        body.insert(QStringLiteral("messages"),
                    QJsonArray{message("system", QStringLiteral("You translate instructions into English.")),
                               message("user", QStringLiteral("背景改成下雨的森林"))});
        QCOMPARE(contentOf(practice.chat(body)), QStringLiteral("Change the background to a rainy forest."));
        QVERIFY(contentOf(practice.chat(words(QStringLiteral("glm-4v-plus"), QStringLiteral("背景改成森林"))))
                    .contains(u"English"));
    }

    void requestsAreChecked_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("code");
        const QJsonObject good = words(flash, QStringLiteral("Hello there"));
        const QString image = QStringLiteral("image_url");
        const QString cheap = QStringLiteral("glm-4.6v");
        QTest::newRow("unknown model") << words(QStringLiteral("gpt-x"), seven) << "1211";
        QTest::newRow("no model") << with(good, "model", QJsonValue()) << "1213";
        QTest::newRow("no messages") << with(good, "messages", QJsonArray()) << "1213";
        QTest::newRow("unknown field") << with(good, "seed", 7) << "1214";
        QTest::newRow("wrong stream") << with(good, "stream", QStringLiteral("yes")) << "1214";
        QTest::newRow("hot") << with(good, "temperature", 1.2) << "1210";
        QTest::newRow("no answer wanted") << with(good, "max_tokens", 0) << "1210";
        QTest::newRow("answer too long")
            << with(words(QStringLiteral("glm-4v-plus"), seven), "max_tokens", 1025) << "1210";
        QTest::newRow("short id") << with(good, "request_id", QStringLiteral("abc")) << "1214";
        QTest::newRow("thinking off")
            << with(good, "thinking", QJsonObject{{QStringLiteral("type"), QStringLiteral("disabled")}})
            << "1210";
        QTest::newRow("effort") << with(good, "reasoning_effort", QStringLiteral("medium")) << "1210";
        QTest::newRow("picture for a reader")
            << chatBody(QStringLiteral("glm-4.7-flash"), {mediaPart(image, picture(0))}) << "1210";
        QTest::newRow("not a picture")
            << chatBody(cheap, {mediaPart(image, dataUrl("hello", QStringLiteral("image/png")))}) << "1210";
        QTest::newRow("damaged picture")
            << chatBody(cheap, {mediaPart(image, dataUrl(frame(0).left(300), QStringLiteral("image/jpeg")))})
            << "1210";
        QTest::newRow("a picture elsewhere")
            << chatBody(cheap, {mediaPart(image, QStringLiteral("https://example.org/a.jpg"))}) << "1210";
        QTest::newRow("mixed") << chatBody(cheap, {mediaPart(image, picture(0)),
                                                   mediaPart(QStringLiteral("video_url"),
                                                             QStringLiteral("http://127.0.0.1:1/v"))})
                               << "1210";
        QJsonArray many;
        for (int i = 0; i < 6; ++i)
            many.append(mediaPart(image, picture(0)));
        QTest::newRow("too many") << chatBody(QStringLiteral("glm-4v-plus"), many) << "1210";
        QTest::newRow("unknown part")
            << chatBody(cheap, {QJsonObject{{QStringLiteral("type"), QStringLiteral("sound")}}}) << "1214";
        QTest::newRow("too much text")
            << words(QStringLiteral("glm-4v-plus"), QString(40000, u'a')) << "1261";
    }

    void requestsAreChecked()
    {
        QFETCH(QJsonObject, body);
        QFETCH(QString, code);
        static BigModelPractice practice;
        const Answer answer = practice.chat(body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(errorCode(answer), code);
        QCOMPARE(practice.lastNote()[u"code"].toString(), code);
    }

    void aRequestIdIsTakenOnce()
    {
        BigModelPractice practice;
        const QJsonObject body = with(words(flash, seven), "request_id", QStringLiteral("once-only"));
        QCOMPARE(errorCode(practice.chat(with(body, "temperature", 7))), QStringLiteral("1210"));
        QCOMPARE(practice.chat(body).status, 200); // what was refused did not use it up
        QCOMPARE(errorCode(practice.chat(body)), QStringLiteral("1231"));
        practice.client->key = QStringLiteral("wrong");
        const Answer answer = practice.chat(words(flash, seven));
        QCOMPARE(answer.status, 401);
        QCOMPARE(errorCode(answer), QStringLiteral("1000"));
    }

    void tokensRunOut()
    {
        BigModelPractice practice;
        const Answer none = practice.chat(with(chatBody(flash, framesAnd(seven)), "max_tokens", 10));
        QCOMPARE(none.json()[u"choices"][0][u"finish_reason"].toString(), QStringLiteral("length"));
        QVERIFY(none.json()[u"choices"][0][u"message"][u"content"].isNull());
        const Answer some = practice.chat(with(chatBody(flash, framesAnd(seven)), "max_tokens", 60));
        QCOMPARE(some.json()[u"choices"][0][u"finish_reason"].toString(), QStringLiteral("length"));
        QVERIFY(contentOf(some).startsWith(u"Subject"));
        QCOMPARE(some.json()[u"usage"][u"completion_tokens"].toInt(), 60);
    }

    void refusalsStrike_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("arrears") << "bm-arrears" << 429 << "1113";
        QTest::newRow("moderated") << "bm-moderated" << 400 << "1301";
        QTest::newRow("rate") << "bm-rate" << 429 << "1302";
        QTest::newRow("busy") << "bm-busy" << 429 << "1305";
        QTest::newRow("500") << "bm-chat-500" << 500 << "1230";
        QTest::newRow("html") << "bm-html" << 502 << "";
        QTest::newRow("200") << "bm-200-error" << 200 << "";
        QTest::newRow("thinking") << "bm-thinking" << 400 << "1210";
    }

    void refusalsStrike()
    {
        QFETCH(QString, fault);
        QFETCH(int, status);
        QFETCH(QString, code);
        BigModelPractice practice({QString(fault + u":1")});
        const QJsonObject thinks{{QStringLiteral("type"), QStringLiteral("enabled")}};
        const QJsonObject body = with(words(flash, seven), "thinking", thinks);
        const Answer answer = practice.chat(body);
        QCOMPARE(answer.status, status);
        QCOMPARE(errorCode(answer), code);
        QCOMPARE(answer.json().contains(u"contentFilter"), code == u"1301");
        QVERIFY(!answer.json().contains(u"choices"));
        QCOMPARE(practice.chat(body).status, 200);
    }

    void streamsBreak()
    {
        BigModelPractice practice({QStringLiteral("bm-stream-cut:1"), QStringLiteral("bm-stream-no-done:2"),
                                   QStringLiteral("bm-empty-length:3"), QStringLiteral("bm-sensitive:1")});
        const QJsonObject body = with(chatBody(flash, framesAnd(seven)), "stream", true);
        const Answer cut = practice.chat(body); // and without its end mark, and empty
        QVERIFY(cut.error != QNetworkReply::NoError);
        QVERIFY(!cut.body.contains("[DONE]") && !cut.body.contains("usage"));
        const Answer open = practice.chat(body);
        QCOMPARE(open.error, QNetworkReply::NoError);
        QVERIFY(!open.body.contains("[DONE]"));
        const QJsonObject last = eventsOf(open.body).last();
        QCOMPARE(last[u"choices"][0][u"finish_reason"].toString(), QStringLiteral("length"));
        const Answer empty = practice.chat(chatBody(flash, framesAnd(seven)));
        QVERIFY(empty.json()[u"choices"][0][u"message"][u"content"].isNull());
        const Answer blocked = practice.chat(chatBody(flash, framesAnd(seven)));
        QCOMPARE(blocked.json()[u"choices"][0][u"finish_reason"].toString(), QStringLiteral("sensitive"));
        QCOMPARE(blocked.json()[u"content_filter"][0][u"level"].toInt(-1), 0);
        QVERIFY(!contentOf(practice.chat(chatBody(flash, framesAnd(seven)))).isEmpty());
    }

    void answersAreLost()
    {
        BigModelPractice practice({QStringLiteral("bm-chat-reset")});
        QCOMPARE(practice.chat(words(flash, seven)).status, 0);
        QCOMPARE(practice.lastNote()[u"ending"].toString(), QStringLiteral("reset"));
        QVERIFY(practice.lastNote().contains(u"answered"));
    }

    void aCharacterIsSplit()
    {
        BigModelPractice practice({QStringLiteral("bm-stream-split")});
        const QByteArray body =
            QJsonDocument(with(words(flash, QStringLiteral("Hello there")), "stream", true)).toJson();
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), quint16(practice.port()));
        QVERIFY(socket.waitForConnected(5000));
        socket.write("POST /api/paas/v4/chat/completions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                     "Authorization: Bearer " +
                     practice.address.key.toLatin1() +
                     "\r\nContent-Type: application/json\r\nContent-Length: " +
                     QByteArray::number(body.size()) + "\r\n\r\n" + body);
        while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(5000)) {
        }
        const QByteArray raw = socket.readAll();
        // A chunk ends after the first byte of "…" and the next begins with its others.
        const qsizetype at = raw.indexOf("\xe2\r\n");
        QVERIFY(at > 0);
        const QByteArray rest = raw.mid(raw.indexOf("\r\n", at + 3) + 2, 2);
        QCOMPARE(rest, QByteArray("\x80\xa6"));
    }
};

QTEST_GUILESS_MAIN(TestPracticeChat)
#include "tst_practice_chat.moc"
