// SPDX-License-Identifier: GPL-3.0-or-later
// The engine against the practice service, which shares no codec with it: the whole way of an edit, and where
// each fault ends it.
#include "base/clock.h"
#include "engine/catalogueloader.h"
#include "engine/dashscope/dashscopeengine.h"
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

// How far a walk came, and what ended it.
struct Walk
{
    QString stage;
    std::optional<Error> error;
    QString remoteId;
    QJsonObject usage;
    QString resultUrl;
};

} // namespace

class TestDashScopePractice : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    ModelSpec m_model;
    SystemClock m_clock;
    HttpClient m_http;
    QProcess m_service;
    Credentials m_who;
    QString m_journal;

    std::unique_ptr<DashScopeEngine> engine() const
    {
        DashScopeEngine::Times times;
        times.create = {2500ms, 5s};
        return std::make_unique<DashScopeEngine>(const_cast<HttpClient &>(m_http), m_clock, times);
    }

    QString clip() const { return m_dir.filePath(QStringLiteral("clip.mp4")); }

    QString part() const { return m_dir.filePath(QStringLiteral("take.mp4.part")); }

    void startService(const QStringList &faults, const QString &timeScale = QStringLiteral("500"))
    {
        stopService();
        QFile::remove(m_journal);
        QFile::remove(part());
        QStringList arguments{QStringLiteral("--time-scale"), timeScale, QStringLiteral("--journal"),
                              m_journal};
        for (const QString &fault : faults)
            arguments << QStringLiteral("--fault") << fault;
        m_service.start(QStringLiteral(RETAKE_BIN_DIR "/retake-practice"), arguments);
        QVERIFY(m_service.waitForReadyRead());
        const QJsonObject ready = QJsonDocument::fromJson(m_service.readLine()).object();
        m_who.account.id = QStringLiteral("practice");
        m_who.account.service = QStringLiteral("dashscope");
        m_who.account.baseUrl = QUrl(ready[u"dashscope"].toString());
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

    int creates() const
    {
        QFile journal(m_journal);
        if (!journal.open(QIODevice::ReadOnly))
            return -1;
        int found = 0;
        for (const QByteArray &line : journal.readAll().split('\n'))
            found += QJsonDocument::fromJson(line)[u"path"].toString().endsWith(u"/video-synthesis");
        return found;
    }

    Order order() const
    {
        Order order;
        order.prompt = QStringLiteral("make it black and white");
        order.parameters = {{QStringLiteral("seed"), 7},
                            {QStringLiteral("audio_setting"), QStringLiteral("origin")}};
        return order;
    }

    Walk walk(const MediaToSend &media)
    {
        const auto service = engine();
        const auto prepared = outcomeOf<PreparedMedia>(service->prepare(m_who, m_model, media, this));
        if (!prepared)
            return {QStringLiteral("prepare"), prepared.error(), {}, {}, {}};
        const auto made = outcomeOf<Submission>(service->submit(m_who, m_model, order(), *prepared, this));
        if (!made)
            return {QStringLiteral("submit"), made.error(), {}, {}, {}};
        QElapsedTimer timer;
        timer.start();
        while (!timer.hasExpired(30000)) {
            const auto status = outcomeOf<RemoteStatus>(service->poll(m_who, made->remoteId, this));
            if (!status)
                return {QStringLiteral("poll"), status.error(), made->remoteId, {}, {}};
            if (status->error)
                return {QStringLiteral("task"), status->error, made->remoteId, {}, {}};
            if (status->phase == RemoteStatus::Phase::Succeeded) {
                const auto got = outcomeOf<void>(service->fetch(status->resultUrl, part(), this));
                return {QStringLiteral("fetch"), got ? std::nullopt : std::optional(got.error()),
                        made->remoteId, status->usage, status->resultUrl};
            }
            QTest::qWait(100);
        }
        return {QStringLiteral("poll"), Error{}, made->remoteId, {}, {}};
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_model = *loadCatalogue()->model(QStringLiteral("wan2.7-videoedit"));
        m_journal = m_dir.filePath(QStringLiteral("journal"));
        const auto draw = [](const QStringList &arguments) {
            QProcess ffmpeg;
            ffmpeg.start(QStringLiteral("ffmpeg"),
                         QStringList{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y")} +
                             arguments);
            return ffmpeg.waitForFinished() && ffmpeg.exitCode() == 0;
        };
        QVERIFY(
            draw(QString(u"-f lavfi -i testsrc2=s=426x240:r=15:d=2.2 -c:v libx264 -preset ultrafast -pix_fmt "
                         u"yuv420p " +
                         clip())
                     .split(u' ')));
        QVERIFY(draw(QString(u"-f lavfi -i testsrc2=s=320x320:d=1 -frames:v 1 " +
                             m_dir.filePath(QStringLiteral("a.png")))
                         .split(u' ')));
        QVERIFY(draw(QString(u"-f lavfi -i nullsrc=s=600x600,geq=random(1)*255:128:128 -frames:v 1 " +
                             m_dir.filePath(QStringLiteral("b.png")))
                         .split(u' ')));
    }

    void cleanupTestCase() { stopService(); }

    void theWholeWay()
    {
        startService({});
        const MediaToSend media{
            clip(), {m_dir.filePath(QStringLiteral("a.png")), m_dir.filePath(QStringLiteral("b.png"))}};
        const Walk done = walk(media);
        QVERIFY2(!done.error, qPrintable(done.stage + (done.error ? errorKindName(done.error->kind) +
                                                                        done.error->serviceMessage
                                                                  : QString())));
        QCOMPARE(creates(), 1);
        QVERIFY(done.usage[u"duration"].toDouble() > 4);
        QFile take(part());
        QVERIFY(take.open(QIODevice::ReadOnly));
        QCOMPARE(take.read(12).mid(4, 4), QByteArray("ftyp"));
        QFile journal(m_journal);
        QVERIFY(journal.open(QIODevice::ReadOnly));
        QVERIFY(!journal.readAll().contains(m_who.key.toLatin1()));
    }

    void otherCalls()
    {
        startService({});
        const auto service = engine();
        QVERIFY(outcomeOf<void>(service->check(m_who, m_model, this)).has_value());
        const auto none = outcomeOf<QList<RemoteTask>>(service->list(m_who, m_model, m_clock.now(), this));
        QVERIFY(none.has_value() && none->isEmpty());
        const Walk done = walk({clip(), {}});
        QVERIFY(!done.error);
        const auto one = outcomeOf<QList<RemoteTask>>(service->list(m_who, m_model, {}, this));
        QVERIFY(one.has_value());
        QCOMPARE(one->size(), 1);
        QCOMPARE(one->at(0).remoteId, done.remoteId);
        const auto late = outcomeOf<void>(service->cancel(m_who, done.remoteId, this));
        QCOMPARE(late.error().kind, ErrorKind::TooLateToCancel);
        Credentials stranger = m_who;
        stranger.key = QStringLiteral("sk-other");
        QCOMPARE(outcomeOf<void>(service->check(stranger, m_model, this)).error().kind,
                 ErrorKind::KeyRefused);
    }

    void faults_data()
    {
        QTest::addColumn<QString>("stage");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("creates");
        const auto row = [](const char *fault, const char *stage, ErrorKind kind, int creates) {
            QTest::newRow(fault) << QString::fromLatin1(stage) << kind << creates;
        };
        row("key-401", "prepare", ErrorKind::KeyRefused, 0);
        row("policy-429", "prepare", ErrorKind::RateLimited, 0);
        row("policy-500", "prepare", ErrorKind::ServiceFailed, 0);
        row("upload-403", "prepare", ErrorKind::UploadRefused, 0);
        row("upload-409", "prepare", ErrorKind::UploadNameTaken, 0);
        row("upload-expired", "prepare", ErrorKind::UploadExpired, 0);
        row("upload-reset", "prepare", ErrorKind::ConnectionLost, 0);
        row("async-403", "submit", ErrorKind::NotPermitted, 1);
        row("arrears-400", "submit", ErrorKind::Arrears, 1);
        row("rate-429", "submit", ErrorKind::RateLimited, 1);
        row("quota-429", "submit", ErrorKind::QuotaSpent, 1);
        row("server-500", "submit", ErrorKind::ServiceFailed, 1);
        row("busy-503", "submit", ErrorKind::ServiceBusy, 1);
        row("html", "submit", ErrorKind::Unclear, 1);
        row("truncated-json", "submit", ErrorKind::Unclear, 1);
        row("hang", "submit", ErrorKind::Unclear, 1);
        row("reset", "submit", ErrorKind::Unclear, 1);
        row("reset-before", "submit", ErrorKind::Unclear, 1);
        row("query-500", "poll", ErrorKind::ServiceFailed, 1);
        row("query-html", "poll", ErrorKind::BadReply, 1);
        row("query-truncated", "poll", ErrorKind::BadReply, 1);
        row("query-429", "poll", ErrorKind::RateLimited, 1);
        row("failed-moderation", "task", ErrorKind::Moderated, 1);
        row("failed-size", "task", ErrorKind::MediaRefused, 1);
        row("canceled", "task", ErrorKind::CancelledByService, 1);
        row("unknown", "task", ErrorKind::Expired, 1);
        row("download-403", "fetch", ErrorKind::ResultGone, 1);
        row("download-short", "fetch", ErrorKind::ResultTruncated, 1);
        row("download-reset", "fetch", ErrorKind::ResultTruncated, 1);
        row("download-wrong", "fetch", ErrorKind::ResultNotVideo, 1);
    }

    void faults()
    {
        QFETCH(QString, stage);
        QFETCH(ErrorKind, kind);
        QFETCH(int, creates);
        startService({QString::fromLatin1(QTest::currentDataTag())});
        const Walk ended = walk({clip(), {}});
        QCOMPARE(ended.stage, stage);
        QVERIFY(ended.error.has_value());
        QCOMPARE(errorKindName(ended.error->kind), errorKindName(kind));
        QTest::qWait(50);
        QCOMPARE(this->creates(), creates); // never a second one
    }

    void cured_data()
    {
        QTest::addColumn<int>("creates");
        for (const char *fault : {"upload-409:1", "upload-expired:1", "slow"})
            QTest::newRow(fault) << 1;
    }

    void cured()
    {
        QFETCH(int, creates);
        // A policy has to outlive a slow answer.
        startService({QString::fromLatin1(QTest::currentDataTag())}, QStringLiteral("50"));
        const Walk done = walk({clip(), {}});
        QVERIFY2(!done.error, qPrintable(done.stage));
        QCOMPARE(this->creates(), creates);
    }

    void theDownloadGoesOn()
    {
        startService({QStringLiteral("download-short:1")});
        const Walk cut = walk({clip(), {}});
        QCOMPARE(cut.stage, QStringLiteral("fetch"));
        QVERIFY(cut.error && cut.error->kind == ErrorKind::ResultTruncated);
        const qint64 there = QFile(part()).size();
        QVERIFY(there > 0);
        QVERIFY(outcomeOf<void>(engine()->fetch(cut.resultUrl, part(), this)).has_value());
        QFile journal(m_journal);
        QVERIFY(journal.open(QIODevice::ReadOnly));
        QVERIFY(journal.readAll().contains(QByteArray("bytes=" + QByteArray::number(there) + '-')));
        QCOMPARE(creates(), 1);
    }

    // The reply was lost, but the task is there: it can be found again by its time and prompt.
    void aLostTaskIsInTheList()
    {
        startService({QStringLiteral("reset")});
        const QDateTime before = m_clock.now();
        const Walk lost = walk({clip(), {}});
        QVERIFY(lost.error && lost.error->kind == ErrorKind::Unclear);
        const auto service = engine();
        const auto tasks = outcomeOf<QList<RemoteTask>>(service->list(m_who, m_model, before, this));
        QVERIFY(tasks.has_value());
        QCOMPARE(tasks->size(), 1);
        QString prompt; // told at the end only
        for (int polls = 0; polls < 100 && prompt.isEmpty(); ++polls) {
            QTest::qWait(100);
            const auto status = outcomeOf<RemoteStatus>(service->poll(m_who, tasks->at(0).remoteId, this));
            QVERIFY(status.has_value());
            prompt = status->originalPrompt;
        }
        QCOMPARE(prompt, order().prompt);
    }
};

QTEST_GUILESS_MAIN(TestDashScopePractice)
#include "tst_dashscopepractice.moc"
