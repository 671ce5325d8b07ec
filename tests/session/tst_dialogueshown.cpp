// SPDX-License-Identifier: GPL-3.0-or-later
// What of a clip goes to the describer: made beforehand, kept with the turn, and never left lying about.
#include "dialoguetable.h"

#include "session/shownsweep.h"
#include "support/clipmaker.h"

#include <QImageReader>

using namespace retake;

class TestDialogueShown : public QObject
{
    Q_OBJECT

    QTemporaryDir m_media;
    ClipInfo m_clip; // 4 s
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<DialogueTable> m_table;

    Dialogue &talk() const { return *m_table->dialogue; }

    ScriptedChat &chat() const { return m_table->chat; }

    QStringList folders() const
    {
        return QDir(m_table->paths.conversationsDir()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    }

    void prepare() const
    {
        QSignalSpy shown(&talk(), &Dialogue::shownChanged);
        talk().prepare();
        QCOMPARE(talk().activity(), Dialogue::Activity::Preparing);
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, 20000);
        QCOMPARE(talk().activity(), Dialogue::Activity::Idle);
    }

private Q_SLOTS:

    void initTestCase()
    {
        const QString file = m_media.filePath(QStringLiteral("clip.mp4"));
        ClipWish wish;
        wish.seconds = 4;
        QVERIFY(makeClip(file, wish));
        m_clip = parrotClip();
        m_clip.file = file;
        m_clip.bytes = QFileInfo(file).size();
        m_clip.duration = m_clip.video.duration = std::chrono::seconds(4);
        m_clip.video.size = m_clip.video.codedSize = {426, 240};
        m_clip.video.frames = 120;
    }

    void init()
    {
        m_data = std::make_unique<QTemporaryDir>(placeForTests());
        m_table = std::make_unique<DialogueTable>(m_data->path());
        talk().setAccount(practiceOfBigmodel());
        talk().openClip(m_clip, {});
    }

    void cleanup()
    {
        m_table.reset();
        m_data.reset();
    }

    void framesAreMadeOnceAndKept()
    {
        prepare();
        QCOMPARE(talk().shown().size(), 12);
        QCOMPARE(talk().shown().first().time, Microseconds(0));
        QVERIFY(!QImageReader(talk().shown().first().source).size().isEmpty());
        QVERIFY(!talk().conversation()); // to look at them stores nothing
        const QList<ShownPart> shown = talk().shown();
        talk().describe();
        QCOMPARE(chat().asked.size(), 1); // at once
        QCOMPARE(chat().asked[0].parts(ChatPart::Kind::Image), 12);
        QCOMPARE(talk().tip()->shown, shown);
        chat().answer(parrotAnswer);
        m_table->say(QStringLiteral("Make it night"), QStringLiteral("Light: night"));
        QCOMPARE(chat().asked[1].parts(ChatPart::Kind::Image), 0);
        talk().closeClip();
        QCOMPARE(folders().size(), 1);
        for (const ShownPart &part : shown)
            QVERIFY(QFileInfo::exists(part.source));
    }

    void describingMakesThem()
    {
        talk().describe();
        QCOMPARE(talk().activity(), Dialogue::Activity::Preparing);
        talk().describe(); // twice is once
        QCOMPARE(m_table->refusals, QList{ErrorKind::WrongState});
        QTRY_COMPARE_WITH_TIMEOUT(chat().asked.size(), 1, 20000);
        QVERIFY(
            chat().asked[0].request.messages[1].parts[0].text.startsWith(QStringLiteral("Frame 1 at 0.00")));
    }

    void whatWasMadeForNothingGoes()
    {
        prepare();
        QCOMPARE(folders().size(), 1);
        talk().setTrim(Trim{std::chrono::seconds(1), std::chrono::seconds(2)});
        QVERIFY(talk().shown().isEmpty());
        QVERIFY(folders().isEmpty());
        prepare();
        QCOMPARE(talk().shown().size(), 4); // one each quarter of a second
        QVERIFY(talk().shown().first().time >= std::chrono::milliseconds(990));
        QVERIFY(talk().setDescriber(QStringLiteral("glm-4v-plus")));
        talk().setTrim({});
        prepare();
        QCOMPARE(talk().shown().size(), 5); // it takes no more
        m_table->dialogue.reset();
        QVERIFY(folders().isEmpty());
    }

    void aPieceThatChangesMeanwhileIsTheOneThatIsShown()
    {
        talk().describe();
        talk().setTrim(Trim{std::chrono::seconds(1), std::chrono::seconds(2)});
        QTRY_COMPARE_WITH_TIMEOUT(chat().asked.size(), 1, 20000);
        QCOMPARE(chat().asked[0].parts(ChatPart::Kind::Image), 4);
        QCOMPARE(folders().size(), 1);
    }

    void stopsMaking()
    {
        talk().describe();
        talk().stop();
        QCOMPARE(talk().activity(), Dialogue::Activity::Idle);
        QVERIFY(!talk().conversation());
        QTest::qWait(50);
        QVERIFY(chat().asked.isEmpty());
        QVERIFY(m_table->refusals.isEmpty());
    }

    void aClipThatCannotBeReadIsRefused()
    {
        ClipInfo gone = m_clip;
        gone.file = m_media.filePath(QStringLiteral("gone.mp4"));
        talk().openClip(gone, {});
        talk().describe();
        QTRY_COMPARE_WITH_TIMEOUT(m_table->refusals.size(), 1, 20000);
        QCOMPARE(talk().activity(), Dialogue::Activity::Idle);
        QVERIFY(!talk().conversation());
        QVERIFY(folders().isEmpty());
    }

    void aSmallVideoGoesWhole()
    {
        QVERIFY(talk().setShowing(Showing::SmallVideo));
        prepare();
        QCOMPARE(talk().shown().size(), 1);
        QVERIFY(QFileInfo(talk().shown().first().source).size() > 0);
        talk().describe();
        QCOMPARE(chat().asked[0].request.messages[1].parts[0].kind, ChatPart::Kind::Video);
        QCOMPARE(chat().asked[0].request.messages[1].parts[0].source, talk().shown().first().source);
    }

    // What a program left that ended while it made its pictures. What a turn has stays, and so does what may
    // still be in the making.
    void whatWasNeverShownIsSwept()
    {
        prepare();
        talk().describe();
        QTRY_COMPARE_WITH_TIMEOUT(chat().asked.size(), 1, 20000);
        chat().answer(parrotAnswer);
        const QStringList kept = folders();
        QCOMPARE(kept.size(), 1);
        const QString left = m_table->paths.conversationsDir() + QStringLiteral("/left-behind");
        QVERIFY(QDir().mkpath(left));
        QFile still(left + QStringLiteral("/still-001.jpg"));
        QVERIFY(still.open(QIODevice::WriteOnly));

        sweepShown(m_table->paths, *m_table->store, QDateTime::currentDateTimeUtc());
        QCOMPARE(folders().size(), 2);
        sweepShown(m_table->paths, *m_table->store, QDateTime::currentDateTimeUtc().addSecs(7200));
        QCOMPARE(folders(), kept);
        QVERIFY(QFileInfo::exists(talk().line().first().shown.first().source));
    }
};

QTEST_GUILESS_MAIN(TestDialogueShown)
#include "tst_dialogueshown.moc"
