// SPDX-License-Identifier: GPL-3.0-or-later
// What a row of the queue says, for every state.
#include "ui/queue/taskview.h"

#include <QTest>

using namespace retake;

namespace {

const QDateTime start(QDate(2026, 11, 1), QTime(12, 0), Qt::UTC);

Task makeTask(TaskState state)
{
    Task task;
    task.id = TaskId{3};
    task.state = state;
    task.order.prompt = QStringLiteral("Make it\nsnow");
    task.order.clip = QStringLiteral("/films/clip.mp4");
    task.order.parameters = {{QStringLiteral("resolution"), QStringLiteral("720P")}};
    task.createdAt = start;
    task.changedAt = start.addSecs(20);
    return task;
}

TaskCircumstances at(int seconds)
{
    TaskCircumstances around;
    around.now = start.addSecs(seconds);
    around.engine = QStringLiteral("Wan 2.7 · Beijing");
    return around;
}

QString barsOf(const TaskView &view)
{
    QString bars;
    for (const StepState step : view.steps)
        bars += QStringLiteral(".>=!").at(int(step));
    return bars;
}

} // namespace

class TestTaskView : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void steps_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("bars"); // . to do, > active, = done, ! stopped
        QTest::newRow("waiting") << int(TaskState::Waiting) << QStringLiteral("......");
        QTest::newRow("conforming") << int(TaskState::Conforming) << QStringLiteral(">.....");
        QTest::newRow("uploading") << int(TaskState::Uploading) << QStringLiteral("=>....");
        QTest::newRow("submitting") << int(TaskState::Submitting) << QStringLiteral("==>...");
        QTest::newRow("queued") << int(TaskState::Queued) << QStringLiteral("==>...");
        QTest::newRow("rendering") << int(TaskState::Rendering) << QStringLiteral("===>..");
        QTest::newRow("downloading") << int(TaskState::Downloading) << QStringLiteral("====>.");
        QTest::newRow("done") << int(TaskState::Done) << QStringLiteral("======");
        QTest::newRow("failed before anything") << int(TaskState::Failed) << QStringLiteral("!.....");
        QTest::newRow("cancelled") << int(TaskState::Cancelled) << QStringLiteral("......");
        QTest::newRow("unclear") << int(TaskState::Unclear) << QStringLiteral("==!...");
    }

    void steps()
    {
        QFETCH(int, state);
        const TaskView view = viewOf(makeTask(TaskState(state)), at(60));
        QTEST(barsOf(view), "bars");
        QCOMPARE(view.title, QStringLiteral("Make it snow"));
        QCOMPARE(view.subtitle, QStringLiteral("Wan 2.7 · Beijing · 720P"));
        QVERIFY(!view.when.isEmpty());
    }

    void stoppedWhereItStopped()
    {
        Task task = makeTask(TaskState::Failed);
        task.error =
            Error{ErrorKind::KeyRefused, {}, QStringLiteral("InvalidApiKey"), {}, {}, 401, std::nullopt};
        task.conformedFile = QStringLiteral("/films/1.mp4");
        QCOMPARE(barsOf(viewOf(task, at(60))), QStringLiteral("=!...."));
        task.mediaUrl = QStringLiteral("oss://a/b.mp4");
        QCOMPARE(barsOf(viewOf(task, at(60))), QStringLiteral("==!..."));
        task.remoteId = QStringLiteral("id");
        QCOMPARE(barsOf(viewOf(task, at(60))), QStringLiteral("===!.."));
        task.resultUrl = QStringLiteral("https://example.org/r.mp4");
        const TaskView view = viewOf(task, at(60));
        QCOMPARE(barsOf(view), QStringLiteral("====!."));
        QVERIFY(view.sentence);
        QVERIFY(!view.sentence->title.isEmpty());
        QCOMPARE(view.sentence->cure, Cure::OpenAccount);
        QVERIFY(view.sentence->detail.contains(QStringLiteral("InvalidApiKey")));
        QVERIFY(!view.sentence->title.contains(QStringLiteral("InvalidApiKey")));
        QVERIFY(view.needsPerson && view.removable && !view.cancellable && !view.running);
    }

    void unclearIsNeverSentAgainByItself()
    {
        const TaskView view = viewOf(makeTask(TaskState::Unclear), at(60));
        QVERIFY(view.sentence);
        QCOMPARE(view.sentence->cure, Cure::LookAgain);
        QVERIFY(view.commands.contains(QueueCommand::SendAgain));
        QVERIFY(!view.running && !view.cancellable);
        QVERIFY(view.commands.contains(QueueCommand::LookAgain));

        // Where the service keeps no list, a look is not offered.
        TaskCircumstances around = at(60);
        around.canLook = false;
        const TaskView blind = viewOf(makeTask(TaskState::Unclear), around);
        QVERIFY(!blind.commands.contains(QueueCommand::LookAgain));
        QVERIFY(blind.commands.contains(QueueCommand::MarkLost));
    }

    void bytesAreShownAsTheyAre()
    {
        TaskCircumstances around = at(30);
        around.progress = {14'200'000, 37'400'000};
        const TaskView view = viewOf(makeTask(TaskState::Uploading), around);
        QCOMPARE(view.when, QStringLiteral("14.2 / 37.4 MB"));
        QVERIFY(view.fraction && qAbs(*view.fraction - 0.38) < 0.01);
        around.progress = {};
        QVERIFY(!viewOf(makeTask(TaskState::Uploading), around).fraction); // no total: no made-up share
    }

    void timeTicksAndIsExpected()
    {
        Task task = makeTask(TaskState::Rendering);
        task.submittedAt = start;
        TaskCircumstances around = at(102);
        QCOMPARE(viewOf(task, around).when, QStringLiteral("01:42"));
        around.usual = std::chrono::seconds(162);
        const TaskView view = viewOf(task, around);
        QCOMPARE(view.when, QStringLiteral("01:42 · ~1 min left"));
        QVERIFY(view.running);
        around.now = start.addSecs(500); // longer than usual: never done before it is done
        QCOMPARE(viewOf(task, around).when, QStringLiteral("08:20"));
        QVERIFY(*viewOf(task, around).fraction < 1.0);
    }

    void whatWasLeftAloneWaitsForAClick()
    {
        TaskCircumstances around = at(60);
        around.held = true;
        const TaskView view = viewOf(makeTask(TaskState::Waiting), around);
        QVERIFY(view.startable && view.needsPerson && !view.running);
        QVERIFY(!viewOf(makeTask(TaskState::Waiting), at(60)).startable);
    }

    void aPauseIsToldWhereItHolds()
    {
        Task task = makeTask(TaskState::Submitting);
        task.error = Error{ErrorKind::RateLimited, {}, {}, {}, {}, 429, std::nullopt};
        task.mediaUrl = QStringLiteral("oss://a/b.mp4");
        task.mediaExpires = start.addDays(2);
        TaskCircumstances around = at(60);
        around.model = ModelSpec();
        QCOMPARE(viewOf(task, around).when, QStringLiteral("trying again"));
        QCOMPARE(viewOf(task, around).cancelText, QStringLiteral("Stop")); // refused: nothing was started
        task.error.reset();
        QCOMPARE(viewOf(task, around).cancelText, QStringLiteral("Cancel")); // on its way
        task.error = Error{ErrorKind::RateLimited, {}, {}, {}, {}, 429, std::nullopt};
        QVERIFY(viewOf(task, around).note && viewOf(task, around).note->warns);
        around.paused = true;
        const TaskView paused = viewOf(task, around);
        QCOMPARE(paused.when, QStringLiteral("all paused"));
        QVERIFY(paused.note && !paused.note->warns);
        QVERIFY(paused.note->text.contains(QStringLiteral("keeps the clip until")));
        around.now = start.addSecs(40 * 3600);
        QVERIFY(viewOf(task, around).note->warns);
        // What the service has goes on in a pause.
        QVERIFY(viewOf(makeTask(TaskState::Rendering), around).when != QStringLiteral("all paused"));
    }

    void whatThePersonStoppedIsNotExplained()
    {
        Task task = makeTask(TaskState::Cancelled);
        task.error = Error{ErrorKind::CancelledByPerson, {}, {}, {}, {}, 0, std::nullopt};
        QVERIFY(!viewOf(task, at(60)).sentence);
        QVERIFY(!viewOf(task, at(60)).needsPerson);
    }
};

QTEST_GUILESS_MAIN(TestTaskView)
#include "tst_taskview.moc"
