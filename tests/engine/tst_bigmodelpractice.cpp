// SPDX-License-Identifier: GPL-3.0-or-later
// Describers and makers against the practice service, which shares no codec with them: what a remake asks
// for, and where each fault ends it.
#include "engine/bigmodel/bigmodelchat.h"
#include "engine/bigmodel/bigmodelengine.h"
#include "engine/catalogueloader.h"
#include "net/httpclient.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;
using namespace std::chrono_literals;

namespace {

template<class T, class Job> Result<T> outcomeOf(Job *job)
{
    std::optional<Result<T>> result;
    QObject::connect(job, &Job::finished, job, [&](const Result<T> &r) { result = r; });
    (void)QTest::qWaitFor([&] { return result.has_value(); }, 20000);
    delete job;
    return result.value_or(failure(ErrorKind::ToolFailed, {QStringLiteral("no finished()")}));
}

ChatMessage said(ChatMessage::Role role, const char *text)
{
    return {role, {{ChatPart::Kind::Text, QString::fromUtf8(text), {}}}};
}

} // namespace

class TestBigModelPractice : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    Catalogue m_catalogue;
    HttpClient m_http;
    QProcess m_service;
    Credentials m_who;
    QString m_journal;
    QStringList m_said;

    QString picture() const { return m_dir.filePath(QStringLiteral("a.jpg")); }

    QString part() const { return m_dir.filePath(QStringLiteral("take.mp4.part")); }

    void startService(const QStringList &faults)
    {
        stopService();
        QFile::remove(m_journal);
        QStringList arguments{QStringLiteral("--time-scale"), QStringLiteral("500"),
                              QStringLiteral("--journal"), m_journal};
        for (const QString &fault : faults)
            arguments << QStringLiteral("--fault") << fault;
        m_service.start(QStringLiteral(RETAKE_BIN_DIR "/retake-practice"), arguments);
        QVERIFY(m_service.waitForReadyRead());
        const QJsonObject ready = QJsonDocument::fromJson(m_service.readLine()).object();
        m_who.account.id = QStringLiteral("practice-bigmodel");
        m_who.account.service = QStringLiteral("bigmodel");
        m_who.account.baseUrl = QUrl(ready[u"bigmodel"].toString());
        m_who.account.timeScale = 500;
        m_who.key = ready[u"key"].toString();
        QVERIFY(m_who.account.baseUrl.isValid() && !m_who.key.isEmpty());
    }

    void stopService()
    {
        if (m_service.state() == QProcess::NotRunning)
            return;
        m_service.closeWriteChannel();
        if (!m_service.waitForFinished(5000))
            m_service.kill();
    }

    int posts() const
    {
        QFile journal(m_journal);
        if (!journal.open(QIODevice::ReadOnly))
            return -1;
        int found = 0;
        for (const QByteArray &line : journal.readAll().split('\n'))
            found += QJsonDocument::fromJson(line)[u"method"].toString() == u"POST";
        return found;
    }

    ChatRequest question() const
    {
        ChatRequest request;
        request.requestId = BigModelEngine(const_cast<HttpClient &>(m_http)).newRequestId();
        request.messages = {
            said(ChatMessage::Role::System, "Answer in labelled lines: Subject, Setting, Light."),
            said(ChatMessage::Role::User, "Describe the clip that these frames are taken from.")};
        return request;
    }

    ChatRequest withPicture() const
    {
        ChatRequest request = question();
        request.messages[1].parts.append({ChatPart::Kind::Image, {}, picture()});
        return request;
    }

    Result<ChatAnswer> ask(const ChatRequest &request, const QString &describer = QStringLiteral("glm-4.6v"))
    {
        BigModelChat chat(m_http, ServiceLanguage::English, {5s, 20s});
        m_said.clear();
        ChatJob *job = chat.ask(m_who, *m_catalogue.describer(describer), request, this);
        connect(job, &ChatJob::said, this, [this](const QString &text) { m_said.append(text); });
        return outcomeOf<ChatAnswer>(job);
    }

    Result<Submission> make(const QString &id, const MediaToSend &media)
    {
        BigModelEngine engine(m_http);
        const ModelSpec &model = *m_catalogue.model(id);
        auto prepared = outcomeOf<PreparedMedia>(engine.prepare(m_who, model, media, this));
        if (!prepared)
            return failure(prepared.error());
        prepared->requestId = engine.newRequestId();
        Order order;
        order.prompt = QStringLiteral("A white parrot on a railing, a rainy forest behind it.");
        if (id == u"vidu2-start-end")
            order.parameters = {{QStringLiteral("size"), QStringLiteral("480x360")}};
        return outcomeOf<Submission>(engine.submit(m_who, model, order, *prepared, this));
    }

    Result<RemoteStatus> ended(const QString &remoteId)
    {
        BigModelEngine engine(m_http);
        QElapsedTimer timer;
        timer.start();
        while (!timer.hasExpired(60000)) {
            auto status = outcomeOf<RemoteStatus>(engine.poll(m_who, remoteId, this));
            if (!status || status->error || status->phase == RemoteStatus::Phase::Succeeded)
                return status;
            QTest::qWait(100);
        }
        return failure(ErrorKind::TimedOut);
    }

    MediaToSend frames(int count) const
    {
        MediaToSend media;
        media.firstFrame = count > 0 ? picture() : QString();
        media.lastFrame = count > 1 ? picture() : QString();
        return media;
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_catalogue = *loadCatalogue();
        m_journal = m_dir.filePath(QStringLiteral("journal"));
        QProcess ffmpeg;
        ffmpeg.start(
            QStringLiteral("ffmpeg"),
            QString(u"-v error -y -f lavfi -i testsrc2=s=426x240:d=1 -frames:v 1 " + picture()).split(u' '));
        QVERIFY(ffmpeg.waitForFinished() && ffmpeg.exitCode() == 0);
    }

    void cleanupTestCase() { stopService(); }

    void describesAndMakes()
    {
        startService({});
        const auto description = ask(withPicture());
        QVERIFY2(description.has_value(), description ? "" : qPrintable(description.error().serviceMessage));
        QVERIFY(description->text.startsWith(u"Subject:"));
        QVERIFY(!description->text.contains(u'|'));
        QCOMPARE(m_said.last(), description->text);
        for (const QString &text : m_said)
            QVERIFY(description->text.startsWith(text));
        QCOMPARE(posts(), 1);

        const auto made = make(QStringLiteral("vidu2-start-end"), frames(2));
        QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().serviceMessage));
        const auto status = ended(made->remoteId);
        QVERIFY(status.has_value() && !status->error);
        BigModelEngine engine(m_http);
        QVERIFY(outcomeOf<void>(engine.fetch(status->resultUrl, part(), this)).has_value());
        QFile take(part());
        QVERIFY(take.open(QIODevice::ReadOnly));
        QCOMPARE(take.read(12).mid(4, 4), QByteArray("ftyp"));
        QCOMPARE(posts(), 2);
        QFile journal(m_journal);
        QVERIFY(journal.open(QIODevice::ReadOnly));
        QVERIFY(!journal.readAll().contains(m_who.key.toLatin1()));
    }

    void everyRowIsTaken()
    {
        startService({});
        for (const DescriberSpec &describer : m_catalogue.describers()) {
            const auto answer = ask(describer.seesPictures() ? withPicture() : question(), describer.id);
            QVERIFY2(answer.has_value(),
                     qPrintable(QString(describer.id + u": " +
                                        (answer ? QString() : answer.error().serviceMessage))));
        }
        for (const ModelSpec *model : m_catalogue.models(ModelUse::Remake)) {
            MediaToSend media = frames(model->frames.maximumCount);
            for (int i = 0; i < model->references.maximumCount; ++i)
                media.references.append(picture());
            const auto made = make(model->id, media);
            QVERIFY2(made.has_value(), qPrintable(QString(model->id + u": " +
                                                          (made ? QString() : made.error().serviceMessage))));
            QTest::qWait(1000 / std::max(1, model->submitsPerSecond) / 10);
        }
    }

    void otherCalls()
    {
        startService({});
        BigModelEngine engine(m_http);
        const ModelSpec &model = *m_catalogue.model(QStringLiteral("cogvideox-3"));
        QVERIFY(outcomeOf<void>(engine.check(m_who, model, this)).has_value());
        QCOMPARE(ended(QStringLiteral("20260101000000000000000000"))->error->kind, ErrorKind::Expired);
        m_who.key = QStringLiteral("another.key");
        QCOMPARE(outcomeOf<void>(engine.check(m_who, model, this)).error().kind, ErrorKind::KeyRefused);
        QCOMPARE(ask(question()).error().kind, ErrorKind::KeyRefused);
    }

    void faultsOfQuestions_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("answered");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("sent");
        const auto row = [](const char *fault, bool answered, ErrorKind kind, int sent) {
            QTest::newRow(fault) << QString::fromLatin1(fault) << answered << kind << sent;
        };
        const auto none = ErrorKind::ServiceFailed;
        row("bm-rate:2", true, none, 3);
        row("bm-busy:4", true, none, 5);
        row("bm-busy", false, ErrorKind::ServiceBusy, 5);
        row("bm-thinking", true, none, 2);
        row("bm-stream-no-done", true, none, 1);
        row("bm-stream-split", true, none, 1);
        row("bm-stream-cut", false, ErrorKind::Unclear, 1);
        row("bm-html", false, ErrorKind::Unclear, 1);
        row("bm-arrears", false, ErrorKind::Arrears, 1);
        row("bm-moderated", false, ErrorKind::Moderated, 1);
        row("bm-200-error", false, ErrorKind::KeyRefused, 1);
        row("bm-chat-500", false, ErrorKind::ServiceFailed, 1);
        row("bm-empty-length", false, ErrorKind::TaskFailed, 1);
        row("bm-sensitive", false, ErrorKind::Moderated, 1);
    }

    void faultsOfQuestions()
    {
        QFETCH(QString, fault);
        QFETCH(bool, answered);
        QFETCH(ErrorKind, kind);
        QFETCH(int, sent);
        startService({fault});
        const auto answer = ask(withPicture());
        QCOMPARE(answer.has_value(), answered);
        if (!answered)
            QCOMPARE(answer.error().kind, kind);
        else
            QVERIFY(answer->text.startsWith(u"Subject:") &&
                    !answer->text.contains(QChar::ReplacementCharacter));
        QCOMPARE(!m_said.isEmpty(), answered || fault == u"bm-stream-cut");
        QCOMPARE(posts(), sent);
    }

    void faultsOfOrders_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char *fault, bool accepted, ErrorKind kind) {
            QTest::newRow(fault) << QString::fromLatin1(fault) << accepted << kind;
        };
        row("bm-create-arrears", false, ErrorKind::Arrears);
        row("bm-create-busy", false, ErrorKind::ServiceBusy);
        row("bm-create-reset", false, ErrorKind::Unclear);
        row("bm-rate", false, ErrorKind::RateLimited);
        row("bm-html", false, ErrorKind::Unclear);
        row("bm-200-error", false, ErrorKind::KeyRefused);
        row("bm-fail", true, ErrorKind::TaskFailed);
        row("bm-fail-error", true, ErrorKind::TaskFailed);
        row("bm-fail-moderated", true, ErrorKind::Moderated);
    }

    void faultsOfOrders()
    {
        QFETCH(QString, fault);
        QFETCH(bool, accepted);
        QFETCH(ErrorKind, kind);
        startService({fault});
        const auto made = make(QStringLiteral("vidu2-start-end"), frames(1));
        QCOMPARE(made.has_value(), accepted);
        if (accepted) {
            const auto status = ended(made->remoteId);
            QVERIFY(status.has_value() && status->error.has_value());
            QCOMPARE(status->error->kind, kind);
        } else {
            QCOMPARE(made.error().kind, kind);
        }
        QCOMPARE(posts(), 1);
    }
};

QTEST_GUILESS_MAIN(TestBigModelPractice)
#include "tst_bigmodelpractice.moc"
