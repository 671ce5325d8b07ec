// SPDX-License-Identifier: GPL-3.0-or-later
// The walk of a remake below the window, with the practice service as a process that outlives the program:
// describe, revise, make, again; and what a program that ends in the middle finds when it comes back.
#include "remakeprogram.h"

#include <QSet>
#include <QSignalSpy>

using namespace retake;

namespace {

const QString parrot = QStringLiteral("Change the purple parrot to white parrot.");
const QString forest = QStringLiteral("Change background to a rainy forest.");

int countOf(const QList<QJsonObject> &notes, const QString &name)
{
    int count = 0;
    for (const QJsonObject &note : notes)
        count += note[name].toInt();
    return count;
}

} // namespace

class TestRemakeWalk : public QObject
{
    Q_OBJECT

    const QString m_clip = QStringLiteral(RETAKE_SOURCE_DIR "/resources/samples/parrot.mp4");

private Q_SLOTS:

    void initTestCase()
    {
        qputenv("PATH", QByteArray(RETAKE_BIN_DIR ":" + qgetenv("PATH")));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void theGuidesWalk()
    {
        RemakeService service;
        QTRY_VERIFY(service.address());
        RemakeProgram program(service, m_clip);
        QVERIFY(program.remake->setModel(QStringLiteral("cogvideox-3")));
        program.remake->setParameter(QStringLiteral("size"), QStringLiteral("1280x720"));

        QVERIFY(program.describes());
        const Description first = program.dialogue->description();
        QVERIFY(first.text().contains(u"purple", Qt::CaseInsensitive));
        QVERIFY(first.characters() <= 512);

        QVERIFY(program.says(parrot));
        const TurnId white = program.dialogue->tip()->id;
        QVERIFY(program.dialogue->description().text().contains(u"white parrot"));
        QVERIFY(!program.dialogue->changes(white).isEmpty());
        const auto one = program.order();
        QVERIFY(one);
        QVERIFY(program.reaches(*one, TaskState::Done));

        QVERIFY(program.says(forest));
        const TurnId rainy = program.dialogue->tip()->id;
        const QString last = program.dialogue->description().text();
        QVERIFY(last.contains(u"white parrot"));
        QVERIFY(last.contains(u"forest"));
        const auto two = program.order();
        QVERIFY(two);
        QVERIFY(program.reaches(*two, TaskState::Done));

        // Each take belongs to its turn, and is what was asked for.
        const auto takes = program.core->store->takesByTurn(program.dialogue->conversation()->id);
        QVERIFY(takes);
        QCOMPARE(takes->value(white), QList{program.task(*one).take});
        QCOMPARE(takes->value(rainy), QList{program.task(*two).take});
        for (const TaskId id : {*one, *two}) {
            const auto take = program.core->store->take(program.task(id).take);
            QVERIFY(take);
            const auto made = probeClip(take->file);
            QVERIFY(made);
            QCOMPARE(made->video.size, QSize(1280, 720));
            QVERIFY(std::abs(made->duration.count() - 5'000'000) < 100'000);
        }

        // What went over the line: pictures once, each order once under an id of our own.
        const auto chats = service.asked(QStringLiteral("chat"));
        QCOMPARE(chats.size(), 3);
        QVERIFY(chats[0][u"images"].toInt() >= 8);
        QCOMPARE(chats[1][u"images"].toInt() + chats[2][u"images"].toInt(), 0);
        QCOMPARE(countOf(chats, QStringLiteral("videos")), 0);
        const auto orders = service.asked(QStringLiteral("generation"));
        QCOMPARE(orders.size(), 2);
        QSet<QString> ids;
        for (const QJsonObject &order : orders) {
            QCOMPARE(order[u"model"].toString(), QStringLiteral("cogvideox-3"));
            QCOMPARE(order[u"size"].toString(), QStringLiteral("1280x720"));
            QCOMPARE(order[u"duration"].toInt(), 5);
            QCOMPARE(order[u"fps"].toInt(), 30);
            QCOMPARE(order[u"quality"].toString(), QStringLiteral("quality"));
            QCOMPARE(order[u"with_audio"].toBool(), false);
            QCOMPARE(order[u"image_form"].toString(), QStringLiteral("none"));
            ids.insert(order[u"request_id"].toString());
        }
        QCOMPARE(orders[1][u"prompt"].toString(), last);
        QCOMPARE(ids.size(), 2);
        QVERIFY(ids.contains(program.task(*one).createRequestId));
    }

    // The program ends while an answer is awaited: nothing is asked again by itself, and nothing is lost.
    void theConversationGoesOnAfterARestart()
    {
        RemakeService service;
        QTRY_VERIFY(service.address());
        RemakeProgram program(service, m_clip);
        QVERIFY(program.describes());
        const QString described = program.dialogue->description().text();
        QSignalSpy added(program.dialogue.get(), &Dialogue::turnAdded);
        program.dialogue->say(parrot);
        QTRY_COMPARE(added.size(), 1);
        QCOMPARE(program.dialogue->tip()->state, TurnState::Asking);
        program.end();
        const qsizetype asked = service.asked(QStringLiteral("chat")).size();

        program.begin();
        const auto tip = program.dialogue->tip();
        QVERIFY(tip);
        QCOMPARE(tip->said, parrot);
        QCOMPARE(tip->state, TurnState::Failed);
        QVERIFY(tip->error);
        QCOMPARE(tip->error->kind, ErrorKind::Unclear);
        QCOMPARE(program.dialogue->described()->description.text(), described);
        QCOMPARE(program.dialogue->activity(), Dialogue::Activity::Idle);
        QVERIFY(service.asked(QStringLiteral("chat")).size() <= asked + 1);

        program.dialogue->askAgain();
        QVERIFY(program.settles());
        QCOMPARE(program.dialogue->tip()->state, TurnState::Answered);
        QVERIFY(program.dialogue->description().text().contains(u"white parrot"));
        QVERIFY(program.says(forest));
    }

    void theMakingGoesOnAfterARestart()
    {
        RemakeService service;
        QTRY_VERIFY(service.address());
        RemakeProgram program(service, m_clip);
        QVERIFY(program.remake->setModel(QStringLiteral("cogvideox-flash")));
        QVERIFY(program.describes());
        const auto id = program.order();
        QVERIFY(id);
        QVERIFY(QTest::qWaitFor([&] { return isSubmitted(program.task(*id).state); }, patience));
        const QString remote = program.task(*id).remoteId;
        program.end();

        program.begin();
        QVERIFY(program.reaches(*id, TaskState::Done));
        QCOMPARE(program.task(*id).remoteId, remote);
        QCOMPARE(service.asked(QStringLiteral("generation")).size(), 1);
        QCOMPARE(program.dialogue->takes(program.dialogue->tip()->id).size(), 1);
    }

    // The service has the order, and its answer is lost: perhaps charged, and nobody sends it again.
    void aLostAnswerIsUnclearAndStaysSo()
    {
        RemakeService service({QStringLiteral("--fault"), QStringLiteral("bm-create-reset")});
        QTRY_VERIFY(service.address());
        RemakeProgram program(service, m_clip);
        QVERIFY(program.describes());
        const auto id = program.order();
        QVERIFY(id);
        QVERIFY(program.reaches(*id, TaskState::Unclear));
        QVERIFY(!program.core->queue.canLook(*id));
        program.end();
        program.begin();
        QCOMPARE(program.task(*id).state, TaskState::Unclear);
        QTest::qWait(500);
        QCOMPARE(service.asked(QStringLiteral("generation")).size(), 1);
    }

    // Pictures are sent once, and no question outgrows the smallest describer.
    void twoHundredTurnsStayInsideTheContext()
    {
        RemakeService service;
        QTRY_VERIFY(service.address());
        RemakeProgram program(service, m_clip);
        QVERIFY(program.dialogue->setDescriber(QStringLiteral("glm-4v-plus")));
        QVERIFY(program.describes());
        const QStringList colours{QStringLiteral("white"), QStringLiteral("red"), QStringLiteral("green"),
                                  QStringLiteral("blue"), QStringLiteral("orange")};
        QString colour = QStringLiteral("purple");
        for (int i = 0; i < 200; ++i) {
            const QString next = colours[i % colours.size()];
            QVERIFY2(
                program.says(
                    QStringLiteral("Change the %1 figure to a %2 figure, turn %3.").arg(colour, next).arg(i)),
                qPrintable(QString::number(i)));
            colour = next;
        }
        QCOMPARE(program.dialogue->line().size(), 201);
        QVERIFY(program.dialogue->description().text().contains(colour));
        const auto chats = service.asked(QStringLiteral("chat"));
        QCOMPARE(chats.size(), 201);
        QCOMPARE(countOf(chats, QStringLiteral("images")), chats[0][u"images"].toInt());
        for (const QJsonObject &chat : chats.mid(1))
            QVERIFY(chat[u"bytes"].toInt() < 3 * 8000);
        program.end();
        program.begin();
        QCOMPARE(program.dialogue->line().size(), 201);
    }
};

QTEST_GUILESS_MAIN(TestRemakeWalk)
#include "tst_remakewalk.moc"
