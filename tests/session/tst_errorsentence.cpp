// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/errorsentence.h"
#include "session/turnsentence.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace retake;

class TestErrorSentence : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void everyKindHasTitleAndAdvice_data()
    {
        QTest::addColumn<int>("kind");
        for (int i = 0; i <= int(ErrorKind::CancelledByPerson); ++i)
            QTest::newRow(qPrintable(errorKindName(ErrorKind(i)))) << i;
    }

    void everyKindHasTitleAndAdvice()
    {
        QFETCH(int, kind);
        const QRegularExpression placeholder(QStringLiteral("%\\d"));
        for (const QStringList &facts :
             {QStringList(),
              QStringList{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}}) {
            const ErrorSentence sentence = sentenceFor({ErrorKind(kind), facts, {}, {}, {}, 0, {}});
            QVERIFY(sentence.title.size() > 10);
            QVERIFY(sentence.advice.size() > 10);
            QVERIFY2(sentence.title.size() < 90, qPrintable(sentence.title));
            QVERIFY(sentence.title.endsWith(u'.'));
            QVERIFY(sentence.advice.endsWith(u'.'));
            QVERIFY2(!sentence.title.contains(placeholder), qPrintable(sentence.title));
            QVERIFY2(!sentence.advice.contains(placeholder), qPrintable(sentence.advice));
        }
    }

    void titlesDiffer()
    {
        QSet<QString> titles;
        for (int i = 0; i <= int(ErrorKind::CancelledByPerson); ++i)
            titles.insert(sentenceFor({ErrorKind(i), {}, {}, {}, {}, 0, {}}).title);
        QCOMPARE(titles.size(), int(ErrorKind::CancelledByPerson) + 1);
    }

    void factsAppear_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("facts");
        QTest::addColumn<QString>("shown"); // file names without their folders, where that is enough
        const auto row = [](ErrorKind kind, const char *facts, const char *shown) {
            QTest::newRow(qPrintable(errorKindName(kind)))
                << int(kind) << QString::fromUtf8(facts) << QString::fromUtf8(shown);
        };
        row(ErrorKind::FileMissing, "/films/猫 %2.mp4", "/films/猫 %2.mp4");
        row(ErrorKind::FileUnreadable, "/films/猫 %2.mp4", "“猫 %2.mp4”");
        row(ErrorKind::NotAVideo, "/films/cat.txt", "“cat.txt”");
        row(ErrorKind::NoPicture, "/films/cat.mp3", "“cat.mp3”");
        row(ErrorKind::FileDamaged, "/films/cat.mp4", "“cat.mp4”");
        row(ErrorKind::ClipTooShort, "/films/cat.mp4|1.9|2", "“cat.mp4”|1.9 s|2 s");
        row(ErrorKind::ClipUnfit, "/films/cat.mp4|1:9", "“cat.mp4”|1:9");
        row(ErrorKind::ImageUnreadable, "/films/hat.png", "“hat.png”");
        row(ErrorKind::ImageTooSmall, "/films/hat.png|100 × 80|240", "“hat.png”|100 × 80|240 pixels");
        row(ErrorKind::ImageTooLarge, "/films/hat.png|9000 × 200|8000", "“hat.png”|9000 × 200|8000 pixels");
        row(ErrorKind::ImageTooHeavy, "/films/hat.png|30 MB|20 MB", "“hat.png”|30 MB|20 MB");
        row(ErrorKind::ImageBadShape, "/films/hat.png|3000 × 200|8", "“hat.png”|3000 × 200|8 times");
        row(ErrorKind::TooManyReferences, "4", "4");
        row(ErrorKind::PromptTooLong, "5001|5000", "5001|5000");
        row(ErrorKind::NegativePromptTooLong, "501|500", "501|500");
        row(ErrorKind::UnknownModel, "wan9", "wan9");
        row(ErrorKind::BadParameter, "ratio|5:5", "ratio|5:5");
        row(ErrorKind::NoSuchTask, "17", "17");
        row(ErrorKind::WrongState, "17|done", "17|done");
        row(ErrorKind::BadAddress, "ftp://x", "ftp://x");
        row(ErrorKind::KeyMissing, "Model Studio", "Model Studio");
        row(ErrorKind::DiskFull, "/films/out.mp4", "/films/out.mp4");
        row(ErrorKind::NotWritable, "/films/out.mp4", "/films/out.mp4");
        row(ErrorKind::ToolMissing, "ffmpeg", "ffmpeg");
        row(ErrorKind::ToolFailed, "ffmpeg", "ffmpeg");
        row(ErrorKind::StoreFailed, "/data/retake.db", "/data/retake.db");
    }

    void factsAppear()
    {
        QFETCH(int, kind);
        QFETCH(QString, facts);
        QFETCH(QString, shown);
        const ErrorSentence sentence = sentenceFor({ErrorKind(kind), facts.split(u'|'), {}, {}, {}, 0, {}});
        const QString all = sentence.title + u' ' + sentence.advice;
        for (const QString &fact : shown.split(u'|'))
            QVERIFY2(all.contains(fact), qPrintable(QString(fact + u" in " + all)));
    }

    void theServicesWordsAreADetail()
    {
        Error error{ErrorKind::Arrears, {}, {}, {}, {}, 400, {}};
        error.serviceCode = QStringLiteral("Arrearage");
        error.serviceMessage = QStringLiteral("Access denied.");
        error.requestId = QStringLiteral("req-1");
        const ErrorSentence sentence = sentenceFor(error);
        QVERIFY(!sentence.title.contains(u"Arrearage"));
        for (const QString &part :
             {error.serviceCode, error.serviceMessage, error.requestId, QStringLiteral("400")})
            QVERIFY(sentence.detail.contains(part));
        QVERIFY(sentenceFor({ErrorKind::Arrears, {}, {}, {}, {}, 0, {}}).detail.isEmpty());
    }

    void curesHaveLabels()
    {
        for (int i = int(Cure::Retry); i <= int(Cure::LookAgain); ++i)
            QVERIFY(!cureLabel(Cure(i)).isEmpty());
        QVERIFY(cureLabel(Cure::None).isEmpty());
        QCOMPARE(sentenceFor({ErrorKind::Unclear, {}, {}, {}, {}, 0, {}}).cure, Cure::LookAgain);
        QCOMPARE(sentenceFor({ErrorKind::KeyRefused, {}, {}, {}, {}, 0, {}}).cure, Cure::OpenAccount);
    }

    void whatWasLookedForSaysHowOften()
    {
        Error error{ErrorKind::Unclear, {}, {}, {}, {}, 0, {}};
        const QString before = sentenceFor(error).advice;
        error.facts = {QStringLiteral("2026-11-01T12:00:00Z"), QStringLiteral("3")};
        const ErrorSentence sentence = sentenceFor(error);
        QVERIFY(sentence.advice != before);
        QVERIFY2(sentence.advice.contains(u'3'), qPrintable(sentence.advice));
        QVERIFY2(!sentence.advice.contains(u'%'), qPrintable(sentence.advice));
        QCOMPARE(sentence.cure, Cure::LookAgain);
    }

    void aCheckSaysWhichSideItStopped()
    {
        const QString usual = sentenceFor({ErrorKind::Moderated, {}, {}, {}, {}, 0, {}}).title;
        QSet<QString> titles{usual};
        for (const char *side : {"user", "assistant", "history", "clip", "instruction", "description"}) {
            const ErrorSentence told =
                sentenceFor({ErrorKind::Moderated, {QLatin1String(side)}, {}, {}, {}, 0, {}});
            QVERIFY(!told.advice.isEmpty());
            titles.insert(told.title);
        }
        QCOMPARE(titles.size(), 7);
        QCOMPARE(sentenceFor({ErrorKind::Moderated, {QStringLiteral("x")}, {}, {}, {}, 0, {}}).title, usual);
    }

    void whereNothingIsListedThereIsNowhereToLook()
    {
        Task task;
        task.state = TaskState::Unclear;
        task.order.account = QStringLiteral("dashscope");
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QCOMPARE(sentenceFor(task, now).cure, Cure::LookAgain);
        for (const char *account : {"bigmodel", "practice-bigmodel"}) {
            task.order.account = QLatin1String(account);
            const ErrorSentence told = sentenceFor(task, now);
            QCOMPARE(told.cure, Cure::SendAgain);
            QVERIFY(told.advice.contains(u"no list"));
            QVERIFY(told.advice.contains(u"charged"));
        }
    }

    void aDescriptionIsNoInstruction()
    {
        const QString of = QStringLiteral("description");
        QVERIFY(sentenceFor({ErrorKind::PromptEmpty, {of}, {}, {}, {}, 0, {}}).title.contains(of));
        const ErrorSentence told = sentenceFor({ErrorKind::PromptTooLong,
                                                {QStringLiteral("530"), QStringLiteral("512"), of},
                                                {},
                                                {},
                                                {},
                                                0,
                                                {}});
        QVERIFY(told.title.contains(of) && told.title.contains(u"530") && told.advice.contains(u"512"));
    }

    void aLostAnswerMayHaveBeenCharged()
    {
        for (const ErrorKind kind : {ErrorKind::Unclear, ErrorKind::CancelledByPerson}) {
            const ErrorSentence told = sentenceForTurn({kind, {}, {}, {}, {}, 0, {}});
            QVERIFY(told.advice.contains(u"charged") && told.advice.contains(u"Ask again"));
            QVERIFY(!told.title.contains(u"task") && !told.title.contains(u"order"));
            QCOMPARE(told.cure, Cure::Retry);
        }
        const Error usual{ErrorKind::Offline, {}, {}, {}, {}, 0, {}};
        QCOMPARE(sentenceForTurn(usual).title, sentenceFor(usual).title);
        const Error refused{ErrorKind::RequestRefused, {}, QStringLiteral("1210"), {}, {}, 400, {}};
        QVERIFY(sentenceForTurn(refused).detail.contains(u"1210"));
    }

    void noSentenceNamesAService()
    {
        for (int i = 0; i <= int(ErrorKind::TakeFaulty); ++i) {
            const Error error{ErrorKind(i), {}, {}, {}, {}, 0, {}};
            for (const ErrorSentence &told : {sentenceFor(error), sentenceForTurn(error)}) {
                const QString all = told.title + told.advice;
                for (const char *name : {"Alibaba", "DashScope", "Model Studio", "BigModel", "Zhipu"})
                    QVERIFY2(!all.contains(QLatin1String(name)), qPrintable(all));
            }
        }
    }

    void anUnknownNumberIsNamed()
    {
        Error error{ErrorKind::Expired, {QStringLiteral("abc-1")}, {}, {}, {}, 0, {}};
        QVERIFY(sentenceFor(error).title.contains(u"abc-1"));
        QCOMPARE(sentenceFor(error).cure, Cure::None);
        error.facts.clear();
        QCOMPARE(sentenceFor(error).cure, Cure::Retry);
    }

    void exitStatusesFollowThePlan()
    {
        QCOMPARE(exitStatusFor(ErrorKind::FileMissing), 3);
        QCOMPARE(exitStatusFor(ErrorKind::BadAddress), 3);
        QCOMPARE(exitStatusFor(ErrorKind::KeyMissing), 4);
        QCOMPARE(exitStatusFor(ErrorKind::TooLateToCancel), 4);
        QCOMPARE(exitStatusFor(ErrorKind::Offline), 5);
        QCOMPARE(exitStatusFor(ErrorKind::PracticeFailed), 5);
        QCOMPARE(exitStatusFor(ErrorKind::Unclear), 6);
        QCOMPARE(exitStatusFor(ErrorKind::DiskFull), 7);
        QCOMPARE(exitStatusFor(ErrorKind::KeychainFailed), 7);
        QCOMPARE(exitStatusFor(ErrorKind::CancelledByPerson), 0);
    }
};

QTEST_GUILESS_MAIN(TestErrorSentence)
#include "tst_errorsentence.moc"
