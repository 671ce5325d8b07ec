// SPDX-License-Identifier: GPL-3.0-or-later
// The walk of a remake through the real window and the real practice service: describe, say, make, again.
#include "windowbench.h"

#include "media/probe.h"
#include "session/dialogue.h"
#include "session/remakedraft.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace retake;

namespace {

constexpr int patience = 60000; // a render on a busy machine

struct JourneyBench : WindowBench
{
    explicit JourneyBench(const QStringList &faults = {})
        : WindowBench(faults)
    {
        begin();
    }

    ~JourneyBench() { end(); }

    void begin()
    {
        dialogue = std::make_unique<Dialogue>(*core->store, core->catalogue, core->accounts, core->chat,
                                              core->paths, core->clock);
        dialogue->follow(core->queue);
        remake = std::make_unique<RemakeDraft>(core->catalogue, *dialogue);
        window = std::make_unique<MainWindow>(
            MainWindow::Rooms{core->settings, core->paths, core->catalogue, core->accounts, core->queue,
                              *draft, *workspace, *preparation, theme, QString(), nullptr, nullptr, nullptr,
                              core->frames, dialogue.get(), remake.get()});
        window->resize(1440, 900);
        window->show();
        const Account account = core->accounts.current(QStringLiteral("bigmodel"));
        dialogue->setAccount(account);
        remake->setAccount(account);
    }

    void end()
    {
        window.reset();
        remake.reset();
        dialogue.reset();
    }

    bool openSample() const
    {
        workspace->openClip(QStringLiteral(RETAKE_SOURCE_DIR "/resources/samples/parrot.mp4"));
        return QTest::qWaitFor([this] { return dialogue->clip().has_value(); }, patience);
    }

    void click(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }

    void say(const QString &what) const
    {
        auto *edit = find<QPlainTextEdit>("sayEdit");
        QTest::keyClicks(edit, what);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    bool answers(int turns) const
    {
        return QTest::qWaitFor(
            [this, turns] {
                const QList<Turn> line = dialogue->line();
                return line.size() == turns && line.last().state == TurnState::Answered &&
                       dialogue->activity() == Dialogue::Activity::Idle;
            },
            patience);
    }

    // The take that is new stands as After.
    bool showsTake(qsizetype takes) const
    {
        return QTest::qWaitFor(
            [this, takes] { return workspace->versions().size() == takes + 1 && workspace->after(); },
            patience);
    }

    std::unique_ptr<Dialogue> dialogue;
    std::unique_ptr<RemakeDraft> remake;
};

} // namespace

class TestRemakeJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theGuidesWalk()
    {
        JourneyBench bench;
        QVERIFY(bench.openSample());
        bench.click("remakeWayButton");
        QVERIFY(bench.remake->setModel(QStringLiteral("cogvideox-flash")));
        bench.screenshot("remake-begin");
        bench.click("describeButton");
        QVERIFY(bench.answers(1));
        QVERIFY(bench.find<QWidget>("turn1")->isVisible());

        bench.say(QStringLiteral("Change the purple parrot to white parrot."));
        QVERIFY(bench.answers(2));
        QVERIFY(bench.find<QPlainTextEdit>("sayEdit")->toPlainText().isEmpty());
        QVERIFY(bench.dialogue->description().text().contains(u"white parrot"));
        const TurnId white = bench.dialogue->tip()->id;
        bench.click("makeButton");
        QCOMPARE(bench.core->queue.tasks()->size(), 1);
        QVERIFY(bench.showsTake(1));
        QCOMPARE(bench.dialogue->takes(white), QList{*bench.workspace->after()});

        bench.say(QStringLiteral("Change background to a rainy forest."));
        QVERIFY(bench.answers(3));
        bench.click("makeButton");
        QVERIFY(bench.showsTake(2));
        QCOMPARE(bench.dialogue->takes(bench.dialogue->tip()->id), QList{*bench.workspace->after()});
        QVERIFY(bench.dialogue->takes(white) != bench.dialogue->takes(bench.dialogue->tip()->id));
        const auto take = bench.core->store->take(*bench.workspace->after());
        QVERIFY(take && probeClip(take->file));
        QTest::qWait(200); // the picture of the take, and the room of its line in the card
        bench.screenshot("remake-done");

        // The window that is opened anew has the same conversation on the table.
        bench.end();
        bench.begin();
        QVERIFY(bench.openSample());
        QTRY_COMPARE(bench.dialogue->line().size(), 3);
        bench.say(QStringLiteral("Make it snow."));
        QVERIFY(bench.answers(4));
    }

    // Refused for want of balance: said where the person looks, the words are not lost, nothing is made.
    void arrearsAreSaidInTheConversation()
    {
        JourneyBench bench({QStringLiteral("--fault"), QStringLiteral("bm-arrears")});
        QVERIFY(bench.openSample());
        bench.click("remakeWayButton");
        bench.click("describeButton");
        QVERIFY(QTest::qWaitFor(
            [&] { return bench.dialogue->tip() && bench.dialogue->tip()->state == TurnState::Failed; },
            patience));
        QCOMPARE(bench.dialogue->tip()->error->kind, ErrorKind::Arrears);
        QVERIFY(!bench.find<QPushButton>("makeButton")->isVisible() ||
                !bench.dialogue->description().text().isEmpty() ||
                bench.remake->fault()->field == RemakeDraft::Field::Description);
        QCOMPARE(bench.core->queue.tasks()->size(), 0);
    }
};

QTEST_MAIN(TestRemakeJourney)
#include "tst_remakejourney.moc"
