// SPDX-License-Identifier: GPL-3.0-or-later
// "What will be sent" through the real window: what it says is what the practice service gets.
#include "windowbench.h"

#include "ui/order/factlist.h"
#include "ui/viewer/clipplayer.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDialog>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace retake;

class TestSending : public QObject
{
    Q_OBJECT

    static constexpr int patience = 60000; // a render on a busy machine

    static QDialog *openDialog(WindowBench &bench)
    {
        QTest::mouseClick(bench.find<QPushButton>("whatWillBeSentButton"), Qt::LeftButton);
        return bench.find<QDialog>("sendingDialog");
    }

    static bool isMade(const WindowBench &bench)
    {
        return QTest::qWaitFor([&bench] { return bench.preparation->state() == Preparation::State::Ready; },
                               patience);
    }

    static QString text(const WindowBench &bench, const char *name)
    {
        return bench.find<QLabel>(name)->text();
    }

    static QStringList facts(const WindowBench &bench, const char *name)
    {
        return bench.find<FactList>(name)->texts();
    }

    static QStringList leftovers(const WindowBench &bench)
    {
        return QDir(QString(bench.core->paths.workDir() + u"/sending"))
            .entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    }

    // As a phone makes it: turned by a flag, and longer than the model takes.
    static QString phoneClip(const WindowBench &bench)
    {
        ClipWish wish;
        wish.size = QSize(240, 426);
        wish.rotation = 90;
        wish.seconds = 12;
        wish.rate = QStringLiteral("24");
        const QString file = bench.path("phone.mp4");
        return makeClip(file, wish) ? file : QString();
    }

private Q_SLOTS:

    void theFileShownIsTheFileSent()
    {
        WindowBench bench;
        bench.show();
        QVERIFY(!bench.find<QPushButton>("whatWillBeSentButton")->isEnabled()); // no clip yet
        bench.find<QAction>("sendingAction")->trigger();
        QVERIFY(!bench.window->findChild<QDialog *>(QStringLiteral("sendingDialog")));
        bench.window->openClip(phoneClip(bench));
        QTRY_VERIFY(bench.workspace->clip());
        bench.draft->setPrompt(QStringLiteral("Turn it into a black and white film."));
        QVERIFY(bench.draft->addReference(bench.picture("red.png")));
        bench.draft->setParameter(QStringLiteral("duration"), 2); // a short render; all of the file is sent

        QDialog *dialog = openDialog(bench);
        QVERIFY(dialog->isVisible() && !dialog->isModal());
        QVERIFY(bench.find<QWidget>("sendingProgress")->isVisible());
        QVERIFY(isMade(bench));
        const QStringList changes = facts(bench, "sendingChanges");
        QVERIFY2(changes.filter(QStringLiteral("first 10 s of 12 s")).size() == 1,
                 qPrintable(changes.join(u'|')));
        QVERIFY2(changes.filter(QStringLiteral("upright (90°)")).size() == 1, qPrintable(changes.join(u'|')));
        auto *player = bench.find<ClipPlayer>("clipPlayer");
        QVERIFY(player->isVisible());
        const QString file = player->file();
        QVERIFY(file.startsWith(bench.core->paths.dataDir())); // made, not the clip itself
        QVERIFY(file != bench.workspace->clip()->file);
        const QStringList clip = facts(bench, "sendingClipFacts");
        QCOMPARE(clip.value(1), QStringLiteral("240 × 426"));
        QVERIFY2(clip.value(3).startsWith(u"10 s, 240 frames"), qPrintable(clip.value(3)));
        QVERIFY(bench.find<QWidget>("sentImage1")->isVisible());
        QCOMPARE(bench.find<QPlainTextEdit>("sentInstruction")->toPlainText(), bench.draft->prompt());
        QVERIFY(!text(bench, "sendingExtension").isEmpty());
        QVERIFY(facts(bench, "sendingDestination").join(u' ').contains(QStringLiteral("this computer")));
        QVERIFY(facts(bench, "sendingStay").join(u' ').contains(QStringLiteral("stays on this computer")));
        QCOMPARE(text(bench, "sendingPrice"), QStringLiteral("free"));
        QCOMPARE(bench.core->queue.tasks()->size(), 0); // looking is free
        QFile played(file);
        QVERIFY(played.open(QIODevice::ReadOnly));
        const QByteArray bytes = played.readAll();
        const auto shown =
            QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        QTest::qWait(300); // the pictures, for the screenshot alone
        dialog->grab().save(QStringLiteral(RETAKE_SCREENSHOT_DIR "/sending.png"));

        QTest::mouseClick(bench.find<QPushButton>("sendingRunButton"), Qt::LeftButton);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(bench.core->queue.tasks()->size(), 1);
        QTRY_COMPARE(leftovers(bench), QStringList());
        const TaskId id = bench.core->queue.tasks()->constFirst().id;
        QTRY_VERIFY_WITH_TIMEOUT(isFinal(bench.core->queue.task(id)->state), patience);
        QCOMPARE(taskStateName(bench.core->queue.task(id)->state), QStringLiteral("done"));
        QFile recipe(bench.core->store->takes()->constFirst().recipe);
        QVERIFY(recipe.open(QIODevice::ReadOnly));
        const QJsonDocument made = QJsonDocument::fromJson(recipe.readAll());
        QCOMPARE(made[u"clip"][u"sent_sha256"].toString(), shown);
    }

    void anotherClickShowsTheSameOne()
    {
        WindowBench bench;
        bench.show();
        bench.window->openClip(bench.clip());
        QTRY_VERIFY(bench.workspace->clip());
        QDialog *dialog = openDialog(bench);
        QVERIFY(isMade(bench));
        QVERIFY(text(bench, "sendingClipNote").contains(QStringLiteral("as it is"))); // nothing to change
        QVERIFY(facts(bench, "sendingChanges").isEmpty());
        QSignalSpy changes(bench.preparation.get(), &Preparation::changed);
        QCOMPARE(openDialog(bench), dialog);
        bench.find<QAction>("sendingAction")->trigger();
        QCOMPARE(bench.window->findChildren<QDialog *>(QStringLiteral("sendingDialog")).size(), 1);
        QCOMPARE(changes.size(), 0);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(bench.preparation->state(), Preparation::State::Idle);
        openDialog(bench);
        QVERIFY(dialog->isVisible());
        QVERIFY(isMade(bench));
    }

    void cancelledAndClosedWhileItIsMade()
    {
        WindowBench bench;
        bench.show();
        bench.window->openClip(phoneClip(bench));
        QTRY_VERIFY(bench.workspace->clip());
        QDialog *dialog = openDialog(bench);
        QCOMPARE(bench.preparation->state(), Preparation::State::Working);
        QCOMPARE(leftovers(bench).size(), 1);
        QTest::mouseClick(bench.find<QPushButton>("sendingCancelButton"), Qt::LeftButton);
        QCOMPARE(bench.preparation->state(), Preparation::State::Idle);
        QVERIFY(dialog->isVisible());
        QTRY_COMPARE(leftovers(bench), QStringList());
        auto *again = bench.find<QPushButton>("sendingAct");
        QVERIFY(again->isVisible());
        QTest::mouseClick(again, Qt::LeftButton);
        QCOMPARE(bench.preparation->state(), Preparation::State::Working);
        QTest::mouseClick(bench.find<QPushButton>("sendingCloseButton"), Qt::LeftButton);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(bench.preparation->state(), Preparation::State::Idle);
        QTRY_COMPARE(leftovers(bench), QStringList());

        // The window goes while it is being made.
        openDialog(bench);
        bench.window.reset();
        QTRY_COMPARE(leftovers(bench), QStringList());
    }

    void followsTheWordsAndThePiece()
    {
        WindowBench bench;
        bench.show();
        bench.window->openClip(phoneClip(bench));
        QTRY_VERIFY(bench.workspace->clip());
        bench.draft->setTrim(Trim{Microseconds(0), Microseconds(2'000'000)});
        openDialog(bench);
        QVERIFY(isMade(bench));
        QSignalSpy changes(bench.preparation.get(), &Preparation::changed);
        auto *instruction = bench.find<QPlainTextEdit>("sentInstruction");
        QVERIFY(!instruction->isVisible());
        QTest::mouseClick(bench.find<QPushButton>("sendingRunButton"), Qt::LeftButton);
        QVERIFY(bench.find<QLabel>("sendingFault")->isVisible()); // there are no words yet
        QCOMPARE(bench.core->queue.tasks()->size(), 0);
        bench.find<QPlainTextEdit>("instructionEdit")->setPlainText(QStringLiteral("  Make it snow. "));
        QVERIFY(instruction->isVisible());
        QCOMPARE(instruction->toPlainText(), QStringLiteral("Make it snow."));
        QVERIFY(!bench.find<QLabel>("sendingFault")->isVisible());
        const QString extended = text(bench, "sendingExtension");
        bench.draft->setParameter(QStringLiteral("prompt_extend"), false);
        QVERIFY(text(bench, "sendingExtension") != extended);
        bench.draft->setNegativePrompt(QStringLiteral("rain"));
        QCOMPARE(bench.find<QPlainTextEdit>("sentAvoid")->toPlainText(), QStringLiteral("rain"));
        QCOMPARE(changes.size(), 0); // the file is the same

        bench.draft->setTrim(Trim{Microseconds(1'000'000), Microseconds(4'000'000)});
        QCOMPARE(bench.preparation->state(), Preparation::State::Working);
        QVERIFY(isMade(bench));
        QVERIFY(facts(bench, "sendingClipFacts").value(3).startsWith(u"3 s, 72 frames"));
        bench.draft->setTrim(Trim{Microseconds(0), Microseconds(500'000)});
        QTRY_COMPARE(bench.preparation->state(), Preparation::State::Refused);
        QVERIFY(text(bench, "sendingTitle").contains(QStringLiteral("too short")));
        QVERIFY(facts(bench, "sendingClipFacts").isEmpty());
    }

    void saysWhereItGoesAndForHowLong()
    {
        WindowBench bench;
        bench.show();
        bench.window->openClip(bench.clip());
        QTRY_VERIFY(bench.workspace->clip());
        openDialog(bench);
        const Catalogue &catalogue = bench.core->catalogue;
        const RegionSpec region = catalogue.services().constFirst().regions.constFirst();
        bench.draft->setAccount({QStringLiteral("dashscope"), QStringLiteral("dashscope"), region.id,
                                 region.baseUrl, QStringLiteral("dashscope")});
        const QStringList to = facts(bench, "sendingDestination");
        QCOMPARE(to.size(), 3);
        QVERIFY(to.contains(region.baseUrl.host()));
        QVERIFY(to.contains(region.name.in(QStringLiteral("en"))));
        const QString stay = facts(bench, "sendingStay").join(u' ');
        QVERIFY(stay.contains(QStringLiteral("48 h")) && stay.contains(QStringLiteral("24 h")));
        QVERIFY(text(bench, "sendingPrice").startsWith(u"about"));
        bench.draft->setRemoteClip(QStringLiteral("https://example.org/films/cat.mp4"));
        QVERIFY(isMade(bench));
        QCOMPARE(bench.find<QPlainTextEdit>("sentAddress")->toPlainText(), bench.draft->remoteClip());
        QVERIFY(!bench.find<QWidget>("clipPlayer")->isVisible());
    }

    void framingIsOfferedWhenItMatters()
    {
        WindowBench bench;
        bench.show();
        auto *choice = bench.find<QComboBox>("framingChoice");
        QVERIFY(!choice->isVisible());
        ClipWish wish;
        wish.size = QSize(270, 2430);
        const QString banner = bench.path("banner.mp4");
        QVERIFY(makeClip(banner, wish));
        bench.window->openClip(banner);
        QTRY_VERIFY(bench.workspace->clip());
        bench.draft->setPrompt(QStringLiteral("Make it snow."));
        QVERIFY(choice->isVisible());
        QVERIFY(choice->property("fault").toBool());
        QVERIFY(text(bench, "framingNote").contains(QStringLiteral("1:9")));
        bench.find<QAction>("runAction")->trigger();
        QCOMPARE(bench.window->focusWidget(), choice);

        // The dialog says the same, and leads there.
        bench.find<QPlainTextEdit>("instructionEdit")->setFocus();
        openDialog(bench);
        QTRY_COMPARE(bench.preparation->state(), Preparation::State::Refused);
        QVERIFY(text(bench, "sendingTitle").contains(QStringLiteral("1:9")));
        QTest::mouseClick(bench.find<QPushButton>("sendingAct"), Qt::LeftButton);
        QCOMPARE(bench.window->focusWidget(), choice);

        QTest::keyClick(choice, Qt::Key_End);
        QCOMPARE(bench.draft->framing(), Framing::Fill);
        QVERIFY(!bench.find<QLabel>("framingNote")->isVisible());
        QVERIFY(isMade(bench)); // made anew by itself
        QCOMPARE(facts(bench, "sendingClipFacts").value(1), QStringLiteral("270 × 2160"));
        QVERIFY(!facts(bench, "sendingChanges").isEmpty());
        bench.window->openClip(bench.clip());
        QTRY_VERIFY(!choice->isVisible());
        bench.draft->setParameter(QStringLiteral("ratio"), QStringLiteral("1:1"));
        QVERIFY(choice->isVisible());
        QCOMPARE(choice->currentIndex(), 2);
        QVERIFY(!bench.find<QLabel>("framingNote")->isVisible());
    }
};

QTEST_MAIN(TestSending)
#include "tst_sending.moc"
