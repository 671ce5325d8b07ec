// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bigmodel/chatreply.h"
#include "engine/bigmodel/eventstream.h"
#include "engine/bigmodel/spokentext.h"

#include <QTest>

using namespace retake;

namespace {

QByteArray chunk(const QByteArray &delta, const QByteArray &more = {})
{
    return R"({"id":"c-1","model":"glm-4.6v","choices":[{"index":0,"delta":)" + delta + more + "}]}";
}

// What is told of a stream that arrives in steps of so many bytes.
ToldAnswer told(const QByteArray &stream, qsizetype step)
{
    ToldAnswer answer;
    EventStream events;
    for (qsizetype at = 0; at < stream.size(); at += step) {
        for (const StreamEvent &event : events.feed(stream.mid(at, step)))
            takeEvent(answer, event);
    }
    for (const StreamEvent &event : events.end())
        takeEvent(answer, event);
    return answer;
}

} // namespace

class TestEventStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void events_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QList<QByteArray>>("expected"); // name, data, name, data
        using List = QList<QByteArray>;
        QTest::newRow("blank lines between")
            << QByteArray("data: {\"a\":1}\n\ndata: [DONE]\n\n") << List{"", "{\"a\":1}", "", "[DONE]"};
        QTest::newRow("no blank lines") << QByteArray("data: {\"a\":1}\ndata: {\"a\":2}\ndata: [DONE]\n")
                                        << List{"", "{\"a\":1}", "", "{\"a\":2}", "", "[DONE]"};
        QTest::newRow("no space") << QByteArray("data:{\"a\":1}\n\ndata:[DONE]\n\n")
                                  << List{"", "{\"a\":1}", "", "[DONE]"};
        QTest::newRow("crlf") << QByteArray("data: {\"a\":1}\r\n\r\ndata: [DONE]\r\n\r\n")
                              << List{"", "{\"a\":1}", "", "[DONE]"};
        QTest::newRow("comments and other fields")
            << QByteArray(": ping\n\n:\nid: 7\nretry: 10\n\ndata: {\"a\":1}\n\n: ping\n")
            << List{"", "{\"a\":1}"};
        QTest::newRow("named") << QByteArray("event: error\ndata: {\"a\":1}\n\ndata: {\"a\":2}\n\n")
                               << List{"error", "{\"a\":1}", "", "{\"a\":2}"};
        QTest::newRow("words") << QByteArray("event: error\ndata: too busy\n\n") << List{"error", "too busy"};
        QTest::newRow("several lines")
            << QByteArray("data: {\"a\":\ndata: 1}\n\n") << List{"", "{\"a\":\n1}"};
        QTest::newRow("no end of line") << QByteArray("data: {\"a\":1}") << List{"", "{\"a\":1}"};
        QTest::newRow("broken off") << QByteArray("data: {\"a\":1}\n\ndata: {\"a")
                                    << List{"", "{\"a\":1}", "", "{\"a"};
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                       "data: [DONE]\n")
                                         << List{"", "[DONE]"};
        QTest::newRow("nothing") << QByteArray() << List{};
    }

    void events()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QList<QByteArray>, expected);
        for (const qsizetype step : {qsizetype(1), qsizetype(2), qsizetype(5), qsizetype(1000)}) {
            EventStream events;
            QList<QByteArray> got;
            QList<StreamEvent> all;
            for (qsizetype at = 0; at < stream.size(); at += step)
                all += events.feed(stream.mid(at, step));
            all += events.end();
            for (const StreamEvent &event : all)
                got << event.name << event.data;
            QCOMPARE(got, expected);
        }
    }

    void toldAtOnce()
    {
        EventStream events;
        QCOMPARE(events.feed("data: {\"a\":1}\n").size(), 1); // does not wait for the blank line
        QCOMPARE(events.feed("\n").size(), 0);
    }

    void f22_aStream()
    {
        const QByteArray stream =
            "data: " + chunk(R"({"role":"assistant","reasoning_content":"a parrot …"})") +
            "\n\ndata: " + chunk(R"({"content":"A white"})") +
            "\n\ndata: " + chunk(R"({"content":" parrot."})") + "\n\ndata: " +
            R"({"id":"c-1","model":"glm-4.6v","choices":[{"index":0,"finish_reason":"stop","delta":{"content":""}}],"usage":{"total_tokens":2}})" +
            "\n\ndata: [DONE]\n\n";
        const auto answer = answerOf(told(stream, 3));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->text, QStringLiteral("A white parrot."));
        QCOMPARE(answer->model, QStringLiteral("glm-4.6v"));
        QCOMPARE(answer->requestId, QStringLiteral("c-1"));
        QCOMPARE(answer->usage[u"total_tokens"].toInt(), 2);
        QVERIFY(!answer->cutShort);
    }

    void f23_noEndMark()
    {
        const QByteArray stream = "data: " + chunk(R"({"content":"A white parrot."})") +
                                  "\n\ndata: " + chunk(R"({"content":""})", R"(,"finish_reason":"stop")");
        QCOMPARE(answerOf(told(stream, 100))->text, QStringLiteral("A white parrot."));
        // Neither the mark nor a reason: it broke off.
        const auto cut = answerOf(told("data: " + chunk(R"({"content":"A white"})") + "\n\n", 100));
        QCOMPARE(cut.error().kind, ErrorKind::Unclear);
        QCOMPARE(cut.error().requestId, QStringLiteral("c-1"));
    }

    void f24_anErrorInTheStream()
    {
        const QByteArray error = R"({"error":{"code":"1234","message":"network, id 7"}})";
        for (const QByteArray &head : {QByteArray("data: "), QByteArray("event: error\ndata: ")}) {
            const auto refused =
                answerOf(told("data: " + chunk(R"({"content":"A"})") + "\n\n" + head + error + "\n\n", 4));
            QCOMPARE(refused.error().kind, ErrorKind::ServiceFailed);
            QCOMPARE(refused.error().serviceCode, QStringLiteral("1234"));
            QCOMPARE(refused.error().serviceMessage, QStringLiteral("network, id 7"));
        }
        const auto words = answerOf(told("event: error\ndata: too busy\n\n", 4));
        QCOMPARE(words.error().kind, ErrorKind::ServiceFailed);
        QCOMPARE(words.error().serviceMessage, QStringLiteral("too busy"));
    }

    void f25_charactersInPieces()
    {
        const QByteArray stream =
            "data: " + chunk("{\"content\":\"白いオウム 🦜 é\"}") + "\n\ndata: [DONE]\n\n";
        for (qsizetype step = 1; step < 8; ++step)
            QCOMPARE(answerOf(told(stream, step))->text, QString::fromUtf8("白いオウム 🦜 é"));
    }

    void contentInThreeShapes()
    {
        const QByteArray stream = "data: " + chunk(R"({"content":null,"reasoning_content":"x"})") +
                                  "\ndata: " + chunk(R"({"content":[{"type":"text","text":"A "}]})") +
                                  "\ndata: " + chunk(R"({"content":"b"})") + "\ndata: [DONE]\n";
        QCOMPARE(answerOf(told(stream, 50))->text, QStringLiteral("A b"));
    }

    void thoughtsAndBoxes_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("spoken");
        const auto row = [](const char *raw, const char *spoken) {
            QTest::newRow(raw) << QString::fromUtf8(raw) << QString::fromUtf8(spoken);
        };
        row("plain", "plain");
        row("<think>hm</think>A bird", "A bird");
        row("\n<think>\nhm\n</think>\n<|begin_of_box|>A bird<|end_of_box|>\n", "A bird");
        row("thoughts without a beginning</think><answer>A bird</answer>", "A bird");
        row("<think>never ends", "");
        row("a < b and <b> stay", "a < b and <b> stay");
        row("ends with <", "ends with <");
    }

    void thoughtsAndBoxes()
    {
        QFETCH(QString, raw);
        QFETCH(QString, spoken);
        QCOMPARE(spokenText(raw, Telling::Over), spoken);
    }

    void marksInPiecesAreNeverShown()
    {
        const QString raw = QStringLiteral("<think>hm</think>A <|begin_of_box|>white<|end_of_box|> bird");
        for (qsizetype length = 1; length <= raw.size(); ++length) {
            const QString shown = spokenText(raw.left(length), Telling::GoesOn);
            QVERIFY2(!shown.contains(u'<') && !shown.contains(u'|') && !shown.contains(u"hm"),
                     qPrintable(shown));
        }
        QCOMPARE(spokenText(raw, Telling::GoesOn), QStringLiteral("A white bird"));
        QCOMPARE(spokenText(QStringLiteral("a <|begin"), Telling::GoesOn), QStringLiteral("a"));
    }
};

QTEST_GUILESS_MAIN(TestEventStream)
#include "tst_eventstream.moc"
