// SPDX-License-Identifier: GPL-3.0-or-later
// Looking for a lost task over a real connection, also when this machine's clock is a day off.
#include "engine/dashscope/dashscopeengine.h"
#include "net/httpclient.h"
#include "queue/lostsearch.h"
#include "store/store.h"
#include "support/clipmaker.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace retake;
using namespace std::chrono_literals;

namespace {

template<class T, class Job> Result<T> outcomeOf(Job *job)
{
    std::optional<Result<T>> result;
    QObject::connect(job, &Job::finished, job, [&](const Result<T> &r) { result = r; });
    (void)QTest::qWaitFor([&] { return result.has_value(); }, 20000);
    delete job;
    return result.value_or(failure(ErrorKind::ToolFailed));
}

} // namespace

class TestLostPractice : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    ModelSpec m_model;
    SystemClock m_clock;
    HttpClient m_http;
    DashScopeEngine m_engine{m_http, m_clock};
    std::unique_ptr<QProcess> m_service;
    std::unique_ptr<Store> m_store;
    Credentials m_who;

    void start()
    {
        m_service = std::make_unique<QProcess>();
        m_service->start(QStringLiteral(RETAKE_BIN_DIR "/retake-practice"),
                         {QStringLiteral("--time-scale"), QStringLiteral("500")});
        QVERIFY(m_service->waitForReadyRead());
        const QJsonObject ready = QJsonDocument::fromJson(m_service->readLine()).object();
        m_who = {{QStringLiteral("practice"),
                  QStringLiteral("dashscope"),
                  {},
                  QUrl(ready[u"dashscope"].toString()),
                  {},
                  1.0},
                 ready[u"key"].toString()};
        m_store = std::move(*Store::open(m_dir.filePath(QString(QUuid::createUuid().toString() + u".db"))));
    }

    void stop()
    {
        m_service->closeWriteChannel();
        if (!m_service->waitForFinished(5000))
            m_service->kill();
        m_service.reset();
    }

    Task lostTask(const QString &prompt, int hoursAhead = 0)
    {
        Task task;
        task.state = TaskState::Unclear;
        task.order.prompt = prompt;
        task.order.model = m_model.id;
        task.order.account = m_who.account.id;
        task.createdAt = task.changedAt = task.submittedAt =
            QDateTime::currentDateTimeUtc().addSecs(hoursAhead * 3600);
        task.error = Error{ErrorKind::Unclear, {}, {}, {}, {}, 0, std::nullopt};
        return *m_store->insertTask(task);
    }

    // The order arrives; the library does not learn what it became.
    Submission send(const Order &order)
    {
        const MediaToSend media{m_dir.filePath(QStringLiteral("clip.mp4")), {}};
        const auto prepared = outcomeOf<PreparedMedia>(m_engine.prepare(m_who, m_model, media, this));
        return prepared ? *outcomeOf<Submission>(m_engine.submit(m_who, m_model, order, *prepared, this))
                        : Submission();
    }

    bool ends(const QString &remoteId)
    {
        for (int i = 0; i < 200; ++i) {
            const auto status = outcomeOf<RemoteStatus>(m_engine.poll(m_who, remoteId, this));
            if (status && status->phase == RemoteStatus::Phase::Succeeded)
                return true;
            QTest::qWait(100);
        }
        return false;
    }

    Result<LostFinding> look(const Task &task)
    {
        const auto turn = [](QObject *context, std::function<void()> then) {
            QMetaObject::invokeMethod(context, std::move(then), Qt::QueuedConnection);
        };
        return outcomeOf<LostFinding>(
            new LostTaskSearch(m_engine, *m_store, {m_who, m_model, task, turn, {}}, this));
    }

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(makeClip(m_dir.filePath(QStringLiteral("clip.mp4"))));
        QFile file(QStringLiteral(":/catalogue/catalogue.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_model = *Catalogue::parse(file.readAll())->model(QStringLiteral("wan2.7-videoedit"));
    }

    void cleanup()
    {
        if (m_service)
            stop();
    }

    void looks_data()
    {
        QTest::addColumn<int>("hoursAhead");
        QTest::addColumn<bool>("found");
        QTest::newRow("clocks agree") << 0 << true;
        QTest::newRow("a day ahead") << 24 << false;
        QTest::newRow("a day behind") << -24 << false;
    }

    void looks()
    {
        QFETCH(int, hoursAhead);
        QFETCH(bool, found);
        start();
        const QString prompt = QStringLiteral("  变成黑白\r\nand keep “her” in colour\n");
        const Task task = lostTask(prompt, hoursAhead);
        Order other = task.order;
        other.prompt = QStringLiteral("snow");
        if (found) // another one among which it has to be told
            QVERIFY(ends(send(other).remoteId));
        const Submission ours = send(task.order);
        QVERIFY(ends(ours.remoteId));
        const auto finding = look(task);
        QVERIFY(finding);
        QCOMPARE(finding->found.has_value(), found);
        if (found) {
            QCOMPARE(finding->found->row.remoteId, ours.remoteId);
            QCOMPARE(finding->found->row.requestId, ours.requestId);
        } else {
            QCOMPARE(finding->candidates.size(), 1); // for the person to say
            QCOMPARE(finding->candidates.constFirst().row.remoteId, ours.remoteId);
        }
    }

    void theRequestIdNeedsNoWaiting()
    {
        start();
        Task task = lostTask(QStringLiteral("snow"), 24);
        const Submission ours = send(task.order);
        task.error->requestId = ours.requestId; // of half an answer
        QVERIFY(m_store->updateTask(task, task.changedAt));
        const auto finding = look(task);
        QVERIFY(finding);
        QVERIFY(finding->found);
        QCOMPARE(finding->found->row.remoteId, ours.remoteId);
    }

    void aDeadServiceIsNoAnswer()
    {
        start();
        const Task task = lostTask(QStringLiteral("snow"));
        stop();
        const auto finding = look(task);
        QVERIFY(!finding);
        QCOMPARE(finding.error().kind, ErrorKind::Offline);
    }
};

QTEST_GUILESS_MAIN(TestLostPractice)
#include "tst_lostpractice.moc"
