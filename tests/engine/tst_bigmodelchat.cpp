// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bigmodel/bigmodelchat.h"
#include "engine/catalogueloader.h"
#include "net/httpclient.h"
#include "net/scriptedserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;
using namespace std::chrono_literals;

namespace {

QByteArray quoted(QByteArray json)
{
    return json.replace('\'', '"');
}

QByteArray chunk(const QByteArray &text, const QByteArray &more = {})
{
    return quoted("data: {'id':'c-1','model':'glm-4.6v','choices':[{'index':0,'delta':{'content':'") + text +
           quoted("'}" + more + "}]}\n\n");
}

QByteArray thought()
{
    return quoted("data: {'id':'c-1','choices':[{'delta':{'reasoning_content':'hm'}}]}\n\n");
}

QByteArray last()
{
    return chunk("", ",'finish_reason':'stop'");
}

Script stream(const QByteArray &body)
{
    Script script;
    script.headers = {{"Content-Type", "text/event-stream"}};
    script.body = body;
    script.end = Script::End::Close;
    return script;
}

Script whole(const QByteArray &text)
{
    return stream(chunk(text) + last() + "data: [DONE]\n\n");
}

Script refusal(int status, const QByteArray &code)
{
    Script script;
    script.status = status;
    script.body = quoted("{'error':{'code':'" + code + "','message':'m'}}");
    return script;
}

} // namespace

class TestBigModelChat : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    Catalogue m_catalogue;
    DescriberSpec m_describer;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<BigModelChat> m_chat;
    Credentials m_who;
    ChatRequest m_question;
    QStringList m_said;

    ChatJob *begin()
    {
        m_said.clear();
        ChatJob *job = m_chat->ask(m_who, m_describer, m_question, this);
        connect(job, &ChatJob::said, this, [this](const QString &text) { m_said.append(text); });
        return job;
    }

    Result<ChatAnswer> ask()
    {
        ChatJob *job = begin();
        Outcome<ChatAnswer, ChatJob> outcome(job);
        (void)QTest::qWaitFor([&] { return outcome.times > 0; }, 10000);
        QTest::qWait(20);
        delete job;
        if (outcome.times != 1)
            return failure(ErrorKind::ToolFailed, {QStringLiteral("finished came not exactly once")});
        return *outcome.result;
    }

    // The first answers in order, the last for what comes after.
    void answerWith(QList<Script> scripts)
    {
        m_server->setHandler([=, turn = qsizetype(0)](const SeenRequest &) mutable {
            return scripts[std::min(turn++, scripts.size() - 1)];
        });
    }

    QJsonObject sent(int request) const
    {
        return QJsonDocument::fromJson(m_server->seen()[request].body).object();
    }

    void showClip()
    {
        QFile file(m_dir.filePath(QStringLiteral("a.mp4")));
        const QByteArray clip = QByteArray("\0\0\0\x18"
                                           "ftypmp42",
                                           12);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(clip) == clip.size());
        m_question.messages[0].parts.append({ChatPart::Kind::Video, {}, file.fileName()});
    }

    QString clipSent(int request) const
    {
        return sent(request)[u"messages"][0][u"content"][0][u"video_url"][u"url"].toString();
    }

private Q_SLOTS:

    void initTestCase()
    {
        const auto catalogue = loadCatalogue();
        QVERIFY(catalogue.has_value());
        m_catalogue = *catalogue;
    }

    void init()
    {
        m_server = std::make_unique<ScriptedServer>([](const SeenRequest &) { return whole("A bird."); });
        m_http = std::make_unique<HttpClient>(m_dir.filePath(QStringLiteral("wire.log")));
        m_chat = std::make_unique<BigModelChat>(*m_http, ServiceLanguage::English, HttpTimes{400ms, 3s});
        m_describer = *m_catalogue.describer(QStringLiteral("glm-4.6v"));
        m_who = {};
        m_who.account.service = QStringLiteral("bigmodel");
        m_who.account.baseUrl = m_server->url(QStringLiteral("/api/paas/v4"));
        m_who.account.timeScale = 1000; // pauses of milliseconds
        m_who.key = QStringLiteral("id.secret");
        m_question = {};
        m_question.requestId = QStringLiteral("retake-chat-1");
        m_question.messages = {
            {ChatMessage::Role::User, {{ChatPart::Kind::Text, QStringLiteral("Describe."), {}}}}};
    }

    void anAnswerThatGrows()
    {
        Script script = stream(thought() + chunk("<|begin_of_box|>A white ") + chunk("猫 🐈") +
                               chunk(" sits.<|end_of_box|>") + last() + "data: [DONE]\n\n");
        script.drip = 61; // cuts lines and characters
        answerWith({script});
        const auto answer = ask();
        QVERIFY(answer.has_value());
        QCOMPARE(answer->text, QString::fromUtf8("A white 猫 🐈 sits."));
        QCOMPARE(answer->model, QStringLiteral("glm-4.6v"));
        QVERIFY(m_said.size() >= 2);
        for (const QString &said : m_said)
            QVERIFY2(answer->text.startsWith(said) && !said.contains(u'<'), qPrintable(said));
        QCOMPARE(m_said.last(), answer->text);

        QCOMPARE(m_server->seen().size(), 1);
        const SeenRequest &seen = m_server->seen()[0];
        QCOMPARE(seen.method + seen.target, QByteArray("POST/api/paas/v4/chat/completions"));
        QCOMPARE(seen.header("Authorization"), QByteArray("Bearer id.secret"));
        QCOMPARE(seen.header("Content-Type"), QByteArray("application/json"));
        QCOMPARE(seen.header("Accept-Language"), QByteArray("en-US,en"));
        QCOMPARE(sent(0)[u"request_id"].toString(), QStringLiteral("retake-chat-1"));
        QCOMPARE(sent(0)[u"stream"], QJsonValue(true));
        QCOMPARE(sent(0)[u"thinking"][u"type"].toString(), QStringLiteral("disabled"));
    }

    void saidNotTooOften()
    {
        QByteArray many;
        for (int i = 0; i < 500; ++i)
            many += chunk("word ");
        answerWith({stream(many + last() + "data: [DONE]\n\n")});
        const auto answer = ask();
        QVERIFY(answer.has_value());
        QVERIFY(m_said.size() >= 1 && m_said.size() < 50);
        QCOMPARE(m_said.last(), answer->text);
    }

    void f23_noEndMark()
    {
        answerWith({stream(chunk("A bird.") + last())});
        QCOMPARE(ask()->text, QStringLiteral("A bird."));
        // Nor does a connection that stays open keep the answer back.
        Script open = whole("A bird.");
        open.end = Script::End::KeepOpen;
        open.promised = 100'000;
        answerWith({open});
        QCOMPARE(ask()->text, QStringLiteral("A bird."));
        QCOMPARE(m_server->seen().size(), 2);
    }

    void inOnePiece()
    {
        Script script;
        script.body = quoted(
            "{'id':'i','model':'m','choices':[{'message':{'content':'A bird.'},'finish_reason':'stop'}]}");
        answerWith({script});
        QCOMPARE(ask()->text, QStringLiteral("A bird."));
    }

    void perhapsCharged_data()
    {
        QTest::addColumn<QByteArray>("how");
        for (const char *how :
             {"closed", "reset", "hang", "html 200", "html 502", "cut", "cut without a length",
              "reset in the middle", "silent in the middle", "nothing streamed"})
            QTest::newRow(how) << QByteArray(how);
    }

    void perhapsCharged()
    {
        QFETCH(QByteArray, how);
        Script script = stream(thought() + chunk("A white") + quoted("data: {'id':'c-1','choi"));
        const bool half = how.contains("cut") || how.contains("middle");
        if (how == "closed")
            script = Script::silent(Script::End::Close);
        else if (how == "reset")
            script = Script::silent(Script::End::Reset);
        else if (how == "hang")
            script = Script::silent(Script::End::Hang);
        else if (how.startsWith("html"))
            script = Script{how == "html 502" ? 502 : 200, {{"Content-Type", "text/html"}}, "<html></html>"};
        else if (how == "nothing streamed")
            script.body.clear();
        else if (how == "cut without a length")
            script.chunked = true;
        else
            script.promised = 100'000;
        if (how == "reset in the middle")
            script.end = Script::End::Reset;
        if (how == "silent in the middle")
            script.end = Script::End::Hang;
        answerWith({script});
        const auto answer = ask();
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, ErrorKind::Unclear);
        QTest::qWait(100);
        QCOMPARE(m_server->seen().size(), 1); // money: never twice
        // What came is said, for the caller to keep.
        QCOMPARE(m_said, half ? QStringList{QStringLiteral("A white")} : QStringList());
    }

    void resetWhileItIsSent()
    {
        m_server->resetAfter(80);
        QCOMPARE(ask().error().kind, ErrorKind::Unclear);
        QTest::qWait(100);
        QCOMPARE(m_server->connections(), 1);
    }

    void busyServicesAreAskedAgain_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("1302") << QByteArray("1302");
        QTest::newRow("1305") << QByteArray("1305");
    }

    void busyServicesAreAskedAgain()
    {
        QFETCH(QByteArray, code);
        const Script busy = refusal(429, code);
        answerWith({busy, busy, busy, busy, whole("A bird.")});
        QCOMPARE(ask()->text, QStringLiteral("A bird."));
        QCOMPARE(m_server->seen().size(), 5);
        // An id of its own for each: the service takes none twice.
        QSet<QString> ids;
        for (int i = 0; i < 5; ++i)
            ids.insert(sent(i)[u"request_id"].toString());
        QCOMPARE(ids.size(), 5);
        QVERIFY(ids.contains(QStringLiteral("retake-chat-1")));
        answerWith({busy});
        const auto refused = ask();
        QCOMPARE(refused.error().serviceCode, QString::fromLatin1(code));
        QCOMPARE(m_server->seen().size(), 10); // five times, then it is told
    }

    void refusedInTheStream()
    {
        const QByteArray busy = quoted("data: {'error':{'code':'1305','message':'m'}}\n\n");
        answerWith({stream(busy), whole("A bird.")});
        QCOMPARE(ask()->text, QStringLiteral("A bird."));
        QCOMPARE(m_server->seen().size(), 2);
        // Once an answer has begun, be it with a thought, it is not asked again.
        answerWith({stream(thought() + busy)});
        QCOMPARE(ask().error().kind, ErrorKind::ServiceBusy);
        QCOMPARE(m_server->seen().size(), 3);
        answerWith({stream(chunk("A white") + busy)});
        QCOMPARE(ask().error().kind, ErrorKind::ServiceBusy);
        QCOMPARE(m_said, QStringList{QStringLiteral("A white")});
        QCOMPARE(m_server->seen().size(), 4);
    }

    void refusalsThatAreToldAtOnce()
    {
        const std::initializer_list<std::pair<QByteArray, ErrorKind>> refusals{
            {"1001", ErrorKind::KeyRefused},    {"1113", ErrorKind::Arrears},
            {"1200", ErrorKind::ServiceFailed}, {"1234", ErrorKind::ServiceFailed},
            {"1301", ErrorKind::Moderated},     {"1303", ErrorKind::RateLimited},
            {"1308", ErrorKind::QuotaSpent},    {"1261", ErrorKind::PromptTooLong},
            {"1211", ErrorKind::UnknownModel},  {"1214", ErrorKind::RequestRefused}};
        int asked = 0;
        for (const auto &[code, kind] : refusals) {
            answerWith({refusal(429, code)});
            const auto refused = ask();
            QCOMPARE(refused.error().kind, kind);
            QCOMPARE(m_server->seen().size(), ++asked);
            if (kind == ErrorKind::UnknownModel)
                QCOMPARE(refused.error().facts, QStringList{QStringLiteral("glm-4.6v")});
        }
    }

    void f26_thinkingThatCannotBeOff()
    {
        answerWith({refusal(400, "1210"), whole("A bird.")});
        QCOMPARE(ask()->text, QStringLiteral("A bird."));
        QCOMPARE(m_server->seen().size(), 2);
        QVERIFY(sent(0).contains(u"thinking") && !sent(0).contains(u"reasoning_effort"));
        QVERIFY(!sent(1).contains(u"thinking"));
        QCOMPARE(sent(1)[u"reasoning_effort"].toString(), QStringLiteral("low"));
        answerWith({refusal(400, "1210")});
        QCOMPARE(ask().error().kind, ErrorKind::RequestRefused);
        QCOMPARE(m_server->seen().size(), 4);                                  // once, not more
        m_describer = *m_catalogue.describer(QStringLiteral("glm-5.3-flash")); // nothing to take back
        QCOMPARE(ask().error().serviceCode, QStringLiteral("1210"));
        QCOMPARE(m_server->seen().size(), 5);
    }

    void clipsInTwoForms()
    {
        showClip();
        answerWith({refusal(400, "1214"), whole("A bird.")});
        QCOMPARE(ask()->text, QStringLiteral("A bird."));
        QCOMPARE(m_server->seen().size(), 2);
        QVERIFY(clipSent(0).startsWith(u"data:video/mp4;base64,"));
        QCOMPARE(QString(u"data:video/mp4;base64," + clipSent(1)), clipSent(0));
        answerWith({refusal(400, "1210")});
        QCOMPARE(ask().error().serviceCode, QStringLiteral("1210"));
        QCOMPARE(m_server->seen().size(), 5); // as it is, without `thinking`, bare
        QFile log(m_dir.filePath(QStringLiteral("wire.log")));
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(!log.readAll().contains("ftyp"));
    }

    void whatIsNotSent()
    {
        m_question.messages[0].parts.append(
            {ChatPart::Kind::Image, {}, m_dir.filePath(QStringLiteral("none.jpg"))});
        QCOMPARE(ask().error().kind, ErrorKind::FileMissing);
        m_question.messages[0].parts.removeLast();
        m_who.key.clear();
        const auto noKey = ask();
        QCOMPARE(noKey.error().kind, ErrorKind::KeyMissing);
        QCOMPARE(noKey.error().facts, QStringList{QStringLiteral("bigmodel")});
        m_who.key = QStringLiteral("k");
        m_who.account.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:1/v4"));
        QCOMPARE(ask().error().kind, ErrorKind::Offline);
        QCOMPARE(m_server->seen().size(), 0);
    }

    void deletedJobsStop()
    {
        Script script = stream(QByteArray(chunk("word ")).repeated(200));
        script.drip = 50;
        answerWith({script});
        ChatJob *job = begin();
        int ends = 0;
        connect(job, &ChatJob::finished, this, [&] { ++ends; });
        connect(job, &ChatJob::said, this, [=] { delete job; }); // from inside its own signal
        QTRY_COMPARE(m_said.size(), 1);
        delete begin(); // before it has sent anything
        QTest::qWait(200);
        QCOMPARE(ends, 0);
        QCOMPARE(m_server->seen().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestBigModelChat)
#include "tst_bigmodelchat.moc"
