// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, ended by SIGKILL at any moment, started again and driven on: no order is lost, none is
// sent twice, and every take that counts is whole. RETAKE_KILLS says how often (60), RETAKE_SEED repeats a
// run.
#include "base/paths.h"
#include "proofservice.h"
#include "store/store.h"
#include "support/clipmaker.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMap>
#include <QRandomGenerator>
#include <QTest>

using namespace retake;
using namespace std::chrono_literals;

namespace {

constexpr double timeScale = 100;
constexpr int takeFrames = 60;
constexpr int openAtOnce = 3;

const QStringList looks{QStringLiteral("black and white"), QStringLiteral("brighter"),
                        QStringLiteral("darker"), QStringLiteral("vintage"), QStringLiteral("warm")};

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha1);
}

// What else goes wrong in a round.
enum class Trouble { None, NameGone, NoRoom };

// The states in which a task can be met by a kill.
const QList<TaskState> &stages()
{
    static const QList<TaskState> all{TaskState::Waiting,    TaskState::Conforming, TaskState::Uploading,
                                      TaskState::Submitting, TaskState::Queued,     TaskState::Rendering,
                                      TaskState::Downloading};
    return all;
}

} // namespace

class TestKill : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir{fastFolder(QStringLiteral("kill"))};
    std::unique_ptr<ProofService> m_service;
    QRandomGenerator m_random;
    QString m_clip;
    QByteArray m_out;                  // of the program that runs
    int m_orders = 0;                  // given to the program
    QMap<qint64, QString> m_told;      // orders that it said it has, and their prompts
    QMap<TaskState, int> m_met;        // by a kill
    QMap<QString, QByteArray> m_whole; // takes that were looked through, and their bytes' hash
    std::array<int, 3> m_troubles{};
    int m_kills = 0;

    QString dataDir() const { return m_dir.filePath(QStringLiteral("data")); }

    int below(int end) { return int(m_random.bounded(end)); }

    QString promptOf(int order) const
    {
        return QStringLiteral("Make it %1, number %2").arg(looks[order % looks.size()]).arg(order);
    }

    QList<Task> rows() const
    {
        const Paths paths(dataDir());
        if (!QFile::exists(paths.database()))
            return {};
        const auto store = Store::open(paths.database());
        return store ? (*store)->tasks().value_or(QList<Task>()) : QList<Task>();
    }

    QStringList edit()
    {
        const int order = ++m_orders;
        const int variations = order % 2 == 1 ? 3 : 1; // more than are conformed at once: one has to wait
        const double in = 0.1 * (order % 20); // another piece each time, so that conforming has its time
        return {QStringLiteral("edit"),
                m_clip,
                QStringLiteral("--json"),
                QStringLiteral("--trim"),
                QStringLiteral("%1-%2").arg(in).arg(in + 2),
                QStringLiteral("--prompt"),
                promptOf(order),
                QStringLiteral("--variations"),
                QString::number(variations)};
    }

    void start(QProcess &program, const QStringList &arguments, Trouble trouble = Trouble::None)
    {
        QUrl base = m_service->base();
        if (trouble == Trouble::NameGone)
            base.setHost(QStringLiteral("retake.invalid"));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DASHSCOPE_HTTP_BASE_URL"), base.toString());
        environment.insert(QStringLiteral("DASHSCOPE_API_KEY"), m_service->key());
        environment.insert(QStringLiteral("RETAKE_TIME_SCALE"), QString::number(timeScale));
        program.setProcessEnvironment(environment);
        m_out.clear();
        connect(&program, &QProcess::readyReadStandardOutput, this,
                [this, &program] { m_out += program.readAllStandardOutput(); });
        QStringList line{QStringLiteral(RETAKE_BIN_DIR "/retake-cli")};
        line += arguments + QStringList{QStringLiteral("--data-dir"), dataDir()};
        if (trouble == Trouble::NoRoom) // no file grows beyond what the library just needs to be opened
            line = QStringList{QStringLiteral("env"), QStringLiteral("--ignore-signal=XFSZ"),
                               QStringLiteral("prlimit"), QStringLiteral("--fsize=50000")} +
                   line;
        program.start(line.takeFirst(), line);
    }

    // Never blocking: the line before the service lives in this loop.
    static bool waitForEnd(QProcess &program, int ms)
    {
        return QTest::qWaitFor([&] { return program.state() == QProcess::NotRunning; }, ms);
    }

    // The ids that the program has told so far.
    void remember(const QString &prompt)
    {
        for (const QByteArray &text : m_out.split('\n')) {
            const QJsonObject line = QJsonDocument::fromJson(text).object();
            if (line[u"event"].toString() == u"state" && !m_told.contains(line[u"id"].toInteger()))
                m_told.insert(line[u"id"].toInteger(), prompt);
        }
    }

    // Looked through once; after that only its bytes may not change.
    QString faultOf(const QString &file, const QString &remoteId)
    {
        const QByteArray now = hashOf(file);
        if (m_whole.value(file) == now)
            return {};
        const QString fault = takeFault(file, m_service->served(remoteId), takeFrames);
        if (fault.isEmpty())
            m_whole.insert(file, now);
        return fault;
    }

    // What the rows, the service and the files say, held against each other.
    QStringList faults()
    {
        QStringList found;
        const auto store = Store::open(Paths(dataDir()).database());
        if (!store)
            return {QString(u"the library: " + store.error().serviceMessage)};
        const auto made = m_service->madeByPrompt();
        const QList<Task> tasks = (*store)->tasks().value_or(QList<Task>());
        QMap<qint64, Task> byId;
        for (const Task &task : tasks)
            byId.insert(task.id.value, task);
        for (auto told = m_told.cbegin(); told != m_told.cend(); ++told) {
            if (!byId.contains(told.key()))
                found.append(QStringLiteral("order %1 is lost").arg(told.key()));
            else if (byId[told.key()].order.prompt != told.value())
                found.append(QStringLiteral("order %1 is another one").arg(told.key()));
        }
        QMap<QString, int> withoutId; // rows that may stand for a task whose id never came
        QSet<QString> remoteIds;
        for (const Task &task : tasks) {
            if (!task.remoteId.isEmpty() && remoteIds.contains(task.remoteId))
                found.append(QStringLiteral("two rows for one task of the service"));
            if (task.remoteId.isEmpty() &&
                (task.state == TaskState::Submitting || task.state == TaskState::Unclear))
                ++withoutId[task.order.prompt];
            remoteIds.insert(task.remoteId);
        }
        for (int order = 1; order <= m_orders; ++order) {
            const QString prompt = promptOf(order);
            int unknown = 0;
            for (const QString &id : made.values(prompt))
                unknown += remoteIds.contains(id) ? 0 : 1;
            if (unknown > withoutId.value(prompt))
                found.append(QStringLiteral("“%1”: %2 tasks at the service that no row stands for")
                                 .arg(prompt)
                                 .arg(unknown));
        }
        for (const Task &task : tasks) {
            const QString name =
                QStringLiteral("task %1 (%2): ").arg(task.id.value).arg(taskStateName(task.state));
            const bool mayBeWithoutId = !isSubmitted(task.state) && task.state != TaskState::Done;
            if (!mayBeWithoutId && !made.contains(task.order.prompt, task.remoteId))
                found.append(QString(name + u"not the service's task"));
            const bool fetchedLater = !task.resultUrl.isEmpty(); // as soon as there is room
            if (task.state == TaskState::Expired || (task.state == TaskState::Failed && !fetchedLater))
                found.append(QString(name + errorKindName(task.error.value_or(Error()).kind)));
            if (task.state != TaskState::Done)
                continue;
            const auto take = (*store)->take(task.take);
            const QString fault =
                take ? faultOf(take->file, task.remoteId) : QStringLiteral("no row of its take");
            if (!fault.isEmpty())
                found.append(QString(name + fault));
        }
        return found;
    }

    // What was bought is not here: all that may tell why, and the library stays for a look.
    void tellOfLost(const QString &id)
    {
        const QString prompt = m_service->madeByPrompt().key(id);
        qWarning("%s of “%s” is not here; %s", qPrintable(id), qPrintable(prompt), qPrintable(dataDir()));
        for (const Task &task : rows()) {
            if (task.order.prompt == prompt)
                qWarning("  task %lld %s %s, sent %s", qlonglong(task.id.value),
                         qPrintable(taskStateName(task.state)), qPrintable(task.remoteId),
                         qPrintable(task.submittedAt.toString(Qt::ISODateWithMs)));
        }
        for (const QJsonObject &line : m_service->journal()) {
            const QString text = QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact));
            if (text.contains(id) || (!prompt.isEmpty() && text.contains(prompt)))
                qWarning("  %s", qPrintable(text));
        }
        m_dir.setAutoRemove(false);
    }

    // Until the program says that a task is there, or a moment has passed; false: it ended by itself.
    bool waitForMoment(const QProcess &program, std::optional<TaskState> stage)
    {
        const QByteArray word = stage ? QByteArray("\"state\":\"" + taskStateName(*stage).toLatin1() + '"')
                                      : QByteArray("\"\"\"");
        const int most = stage ? 6000 : below(1500);
        (void)QTest::qWaitFor([&] { return program.state() == QProcess::NotRunning || m_out.contains(word); },
                              most);
        if (stage) // a task waits for a moment only
            QTest::qWait(below(*stage == TaskState::Waiting ? 5 : 120));
        return program.state() != QProcess::NotRunning;
    }

    // A stage that was met least of those that are still to come; now and then none, but any moment.
    std::optional<TaskState> leastMet(TaskState from)
    {
        if (below(4) == 0)
            return std::nullopt;
        int least = INT_MAX;
        for (const TaskState stage : stages())
            least = stage < from ? least : std::min(least, m_met.value(stage));
        QList<TaskState> candidates;
        for (const TaskState stage : stages()) {
            if (stage >= from && m_met.value(stage) <= least + 1)
                candidates.append(stage);
        }
        return candidates[below(int(candidates.size()))];
    }

    void killOnce()
    {
        int open = 0;
        TaskState first = TaskState::Downloading;
        for (const Task &task : rows()) {
            if (isFinal(task.state))
                continue;
            ++open;
            first = std::min(first, task.state);
        }
        const bool order = open == 0 || (open < openAtOnce && below(3) == 0);
        // Where nothing is to be bought any more, neither can make an order fail.
        const Trouble trouble = order || first < TaskState::Queued ? Trouble::None : Trouble(below(3));
        const auto moment =
            trouble != Trouble::None
                ? std::optional<TaskState>()
                : leastMet(order || first < TaskState::Submitting ? TaskState::Waiting : first);
        QProcess program;
        start(program, order ? edit() : QStringList{QStringLiteral("run"), QStringLiteral("--json")},
              trouble);
        m_troubles[int(trouble)] += 1;
        const bool runs = waitForMoment(program, moment);
        if (runs) {
            program.kill();
            ++m_kills;
        }
        QVERIFY(waitForEnd(program, 30000));
        m_out += program.readAllStandardOutput();
        if (order)
            remember(promptOf(m_orders));
        if (runs) {
            for (const Task &task : rows())
                ++m_met[task.state];
        } else {
            const int status = program.exitCode();
            const QByteArray words = program.readAllStandardError();
            QVERIFY2(program.exitStatus() == QProcess::NormalExit, words.constData());
            QVERIFY2(status == 0 || status == 6 || trouble != Trouble::None, words.constData());
        }
        QTest::qWait(10); // what the line still carries
        QCOMPARE(faults(), QStringList());
    }

private Q_SLOTS:

    void initTestCase()
    {
        const bool given = qEnvironmentVariableIsSet("RETAKE_SEED");
        const quint32 seed =
            given ? qEnvironmentVariable("RETAKE_SEED").toUInt() : QRandomGenerator::global()->generate();
        qInfo("RETAKE_SEED=%u", seed);
        m_random.seed(seed);
        m_clip = m_dir.filePath(QStringLiteral("clip.mp4"));
        ClipWish wish;
        wish.rate = QStringLiteral("10");
        wish.seconds = 4.5;
        QVERIFY(makeClip(m_clip, wish));
        m_service = std::make_unique<ProofService>(QStringList(), timeScale, ProofService::Rendering::Each);
        QVERIFY(m_service->isReady());
        // On loopback the answers come too fast for a kill to fall between.
        using When = LineFault::When;
        constexpr auto delay = LineFault::How::Delay;
        for (const Ask ask : {Ask::Policy, Ask::Upload, Ask::Result})
            m_service->line().add({ask, When::AfterRequest, delay, 1, -1, 80ms});
        // Every third order waits before the service has it, the others until their answer comes.
        for (int order = 3; order < 10'000; order += 3)
            m_service->line().add({Ask::Create, When::BeforeRequest, delay, order, 1, 80ms});
        m_service->line().add({Ask::Create, When::AfterRequest, delay, 1, -1, 80ms});
    }

    // In portions, because QtTest gives each function five minutes.
    void killed_data()
    {
        const int wanted = qEnvironmentVariableIntValue("RETAKE_KILLS");
        QTest::addColumn<int>("until");
        for (int until = 10; until <= (wanted > 0 ? wanted : 60); until += 10)
            QTest::addRow("%d", until) << until;
    }

    void killed()
    {
        QFETCH(int, until);
        while (m_kills < until) {
            killOnce();
            if (QTest::currentTestFailed())
                return;
        }
    }

    // Chance may have passed one by: then it goes on until it has not.
    void everyStageWasMet()
    {
        const auto isMissing = [this](TaskState stage) { return m_met.value(stage) == 0; };
        for (int more = 0; more < 60 && std::any_of(stages().begin(), stages().end(), isMissing); ++more) {
            killOnce();
            if (QTest::currentTestFailed())
                return;
        }
        QStringList met;
        for (auto stage = m_met.cbegin(); stage != m_met.cend(); ++stage)
            met.append(QStringLiteral("%1 %2").arg(taskStateName(stage.key())).arg(stage.value()));
        qInfo("%d kills, %d orders; rows met: %s", m_kills, m_orders,
              qPrintable(met.join(QStringLiteral(", "))));
        qInfo("%d rounds without the service's name, %d without room on the disk", m_troubles[1],
              m_troubles[2]);
        for (const TaskState stage : stages())
            QVERIFY2(m_met.value(stage) > 0, qPrintable(taskStateName(stage)));
    }

    // Driven on to the end: every order is done, or was never taken by the service; and whatever the service
    // has made, and would charge, is here.
    void allComesToAnEnd()
    {
        int status = -1;
        for (int i = 0; i < 3 && status != 0; ++i) {
            QProcess program;
            start(program, {QStringLiteral("run"), QStringLiteral("--json")});
            QVERIFY(waitForEnd(program, 200000));
            status = program.exitCode();
            QVERIFY2(status == 0 || status == 6, program.readAllStandardError().constData());
        }
        QCOMPARE(faults(), QStringList());
        QSet<QString> fetched;
        QMap<TaskState, int> ends;
        for (const Task &task : rows()) {
            ++ends[task.state];
            if (task.state == TaskState::Done)
                fetched.insert(task.remoteId);
        }
        qInfo("%d done, %d never taken by the service", ends[TaskState::Done], ends[TaskState::Unclear]);
        QCOMPARE(ends[TaskState::Done] + ends[TaskState::Unclear], int(rows().size()));
        QVERIFY(ends[TaskState::Done] > 0);
        for (const QString &id : m_service->made()) {
            if (!fetched.contains(id))
                tellOfLost(id);
            QVERIFY2(fetched.contains(id), qPrintable(id));
        }
    }

    // What stays unclear is bought again by a person's word, and by nothing else.
    void aPersonSendsAgain()
    {
        const QList<Task> tasks = rows();
        const auto unclear = std::find_if(tasks.begin(), tasks.end(),
                                          [](const Task &task) { return task.state == TaskState::Unclear; });
        if (unclear == tasks.end())
            QSKIP("nothing is unclear");
        const auto before = m_service->madeByPrompt().count(unclear->order.prompt);
        QProcess program;
        start(program, {QStringLiteral("retry"), QString::number(unclear->id.value),
                        QStringLiteral("--send-again"), QStringLiteral("--json")});
        QVERIFY(waitForEnd(program, 60000));
        QCOMPARE(m_service->madeByPrompt().count(unclear->order.prompt), before + 1);
        QCOMPARE(faults(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
