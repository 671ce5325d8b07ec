// SPDX-License-Identifier: GPL-3.0-or-later
// Each fault of BigModel that the practice service knows, met by the whole program below the window: how it
// ends, how often it was sent, and that a restart sends nothing.
#include "remakeprogram.h"

#include <QProcess>
#include <QSet>

using namespace retake;

namespace {

const QString chatPath = QStringLiteral("/chat/completions");
const QString createPath = QStringLiteral("/videos/generations");

struct QuestionCell
{
    const char *fault;
    std::optional<ErrorKind> kind; // none: answered
    int sent;
};

constexpr QuestionCell questionCells[] = {
    {"bm-rate:2", std::nullopt, 3},
    {"bm-busy:1", std::nullopt, 2},
    {"bm-thinking:1", std::nullopt, 2},
    {"bm-stream-no-done", std::nullopt, 1},
    {"bm-stream-split", std::nullopt, 1},
    {"bm-busy", ErrorKind::ServiceBusy, 5},
    {"bm-arrears", ErrorKind::Arrears, 1},
    {"bm-moderated", ErrorKind::Moderated, 1},
    {"bm-200-error", ErrorKind::KeyRefused, 1},
    {"bm-chat-500", ErrorKind::ServiceFailed, 1},
    {"bm-empty-length", ErrorKind::TaskFailed, 1},
    {"bm-sensitive", ErrorKind::Moderated, 1},
    {"bm-html", ErrorKind::Unclear, 1},
    {"bm-stream-cut", ErrorKind::Unclear, 1},
    {"bm-chat-reset", ErrorKind::Unclear, 1},
    {"bm-chat-hang", ErrorKind::CancelledByPerson, 1}, // the person stops waiting
};

struct OrderCell
{
    const char *fault;
    TaskState state;
    std::optional<ErrorKind> kind;
    int sent;
};

constexpr OrderCell orderCells[] = {
    {"bm-create-busy:2", TaskState::Done, std::nullopt, 3},
    {"bm-create-arrears", TaskState::Failed, ErrorKind::Arrears, 1},
    {"bm-create-reset", TaskState::Unclear, ErrorKind::Unclear, 1},
    {"bm-fail", TaskState::Failed, ErrorKind::TaskFailed, 1},
    {"bm-fail-error", TaskState::Failed, ErrorKind::TaskFailed, 1},
    {"bm-fail-moderated", TaskState::Failed, ErrorKind::Moderated, 1},
};

QStringList faultOption(const QString &fault)
{
    return {QStringLiteral("--fault"), fault};
}

} // namespace

class TestFaultMatrixRemake : public QObject
{
    Q_OBJECT

    const QString m_clip = QStringLiteral(RETAKE_SOURCE_DIR "/resources/samples/parrot.mp4");

private Q_SLOTS:

    void initTestCase() { qputenv("PATH", QByteArray(RETAKE_BIN_DIR ":" + qgetenv("PATH"))); }

    void noFaultIsLeftOut()
    {
        QSet<QString> met;
        for (const QuestionCell &cell : questionCells)
            met.insert(QString::fromLatin1(cell.fault).section(u':', 0, 0));
        for (const OrderCell &cell : orderCells)
            met.insert(QString::fromLatin1(cell.fault).section(u':', 0, 0));
        QProcess program;
        program.start(QStringLiteral(RETAKE_BIN_DIR "/retake-practice"), {QStringLiteral("--help")});
        QVERIFY(program.waitForFinished());
        int known = 0;
        for (const QString &line : QString::fromUtf8(program.readAllStandardOutput()).split(u'\n')) {
            const QString name = line.simplified().section(u' ', 0, 0);
            if (!name.startsWith(u"bm-"))
                continue;
            ++known;
            QVERIFY2(met.contains(name), qPrintable(name));
        }
        QCOMPARE(known, int(met.size()));
    }

    void questions_data()
    {
        QTest::addColumn<int>("cell");
        for (int i = 0; i < int(std::size(questionCells)); ++i)
            QTest::newRow(questionCells[i].fault) << i;
    }

    void questions()
    {
        QFETCH(int, cell);
        const QuestionCell &expected = questionCells[cell];
        const QString fault = QString::fromLatin1(expected.fault);
        RemakeService service(faultOption(fault));
        QTRY_VERIFY(service.address());
        RemakeProgram program(service, m_clip);
        QVERIFY(program.dialogue->setDescriber(QStringLiteral("glm-4.6v")));
        program.dialogue->describe();
        if (expected.kind == ErrorKind::CancelledByPerson) {
            QTRY_COMPARE_WITH_TIMEOUT(service.posts(chatPath), 1, patience);
            program.dialogue->stop();
        }
        QVERIFY(program.settles());
        const auto tip = program.dialogue->tip();
        QVERIFY(tip);
        QCOMPARE(turnStateName(tip->state),
                 turnStateName(expected.kind ? TurnState::Failed : TurnState::Answered));
        QCOMPARE(tip->error ? errorKindName(tip->error->kind) : QString(),
                 expected.kind ? errorKindName(*expected.kind) : QString());
        QCOMPARE(program.dialogue->description().isEmpty(), expected.kind.has_value());
        program.end();
        program.begin();
        QCOMPARE(program.dialogue->tip()->state, tip->state);
        QCOMPARE(service.posts(chatPath), expected.sent);
    }

    void orders_data()
    {
        QTest::addColumn<int>("cell");
        for (int i = 0; i < int(std::size(orderCells)); ++i)
            QTest::newRow(orderCells[i].fault) << i;
    }

    void orders()
    {
        QFETCH(int, cell);
        const OrderCell &expected = orderCells[cell];
        RemakeService service(faultOption(QString::fromLatin1(expected.fault)));
        QTRY_VERIFY(service.address());
        RemakeProgram program(service, m_clip);
        QVERIFY(program.remake->setModel(QStringLiteral("cogvideox-flash")));
        QVERIFY(program.describes());
        const auto id = program.order();
        QVERIFY(id);
        QVERIFY(QTest::qWaitFor([&] { return isFinal(program.task(*id).state); }, patience));
        const Task task = program.task(*id);
        QCOMPARE(taskStateName(task.state), taskStateName(expected.state));
        QCOMPARE(task.error ? errorKindName(task.error->kind) : QString(),
                 expected.kind ? errorKindName(*expected.kind) : QString());
        program.end();
        program.begin();
        QTest::qWait(200);
        QCOMPARE(program.task(*id).state, expected.state);
        QCOMPARE(service.posts(createPath), expected.sent);
    }
};

QTEST_GUILESS_MAIN(TestFaultMatrixRemake)
#include "tst_faultmatrix_remake.moc"
