// SPDX-License-Identifier: GPL-3.0-or-later
#include "core.h"
#include "queue/queuehouse.h"
#include "session/remotetasks.h"
#include "ui/queue/importdialog.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace retake;
using namespace std::chrono_literals;
using Phase = RemoteStatus::Phase;

class TestImportDialog : public QObject
{
    Q_OBJECT

    // The book decides which account is asked, a fake engine answers for it.
    struct Bench
    {
        Bench()
            : settings(h.paths.settingsFile())
            , theme(*qApp)
            , http(h.paths.logFile())
            , dashscope(http, clock)
            , book(settings, systemKeys, sessionKeys, practice, {{QStringLiteral("dashscope"), &dashscope}},
                   h.catalogue, QProcessEnvironment())
            , tasks(*h.store, *h.queue, h.accounts, h.catalogue)
        {
            h.step = 50ms;
        }

        void show()
        {
            dialog = new ImportDialog(tasks, book, h.catalogue);
            dialog->show();
        }

        bool becomes(RemoteTasks::State state)
        {
            return h.drive([&] { return tasks.state() == state; }, 1min);
        }

        template<class T> T *find(const char *name) const
        {
            T *found = dialog->findChild<T *>(QString::fromLatin1(name));
            if (!found)
                qFatal("there is no %s", name);
            return found;
        }

        QString message() const { return find<QLabel>("importMessage")->text(); }

        ~Bench() { delete dialog; }

        QueueHouse h;
        Settings settings;
        Theme theme;
        SystemClock clock;
        SystemKeyring systemKeys;
        SessionKeyring sessionKeys;
        HttpClient http;
        DashScopeEngine dashscope;
        PracticeProcess practice;
        AccountBook book;
        RemoteTasks tasks;
        QPointer<ImportDialog> dialog;
    };

    static void giveTwo(Bench &bench)
    {
        const TaskId known = bench.h.add();
        QVERIFY(bench.h.reaches(known, TaskState::Done));
        bench.h.engine.statuses.insert(QStringLiteral("r1"),
                                       FakeEngine::succeededWith(QStringLiteral("A fox")));
        const QDateTime now = bench.h.clock.now();
        const QList<RemoteTask> rows{FakeEngine::row(QStringLiteral("r1"), now),
                                     FakeEngine::row(QStringLiteral("remote-1"), now.addSecs(-60))};
        bench.h.engine.lists.always = [rows] { return rows; };
    }

private Q_SLOTS:

    void theTasksAreShownAndOneIsImported()
    {
        Bench bench;
        giveTwo(bench);
        bench.show();
        QVERIFY(!bench.message().isEmpty()); // asking
        QVERIFY(bench.becomes(RemoteTasks::State::Ready));
        auto *list = bench.find<QTreeWidget>("importList");
        auto *import = bench.find<QPushButton>("importButton");
        QCOMPARE(list->topLevelItemCount(), 2);
        QCOMPARE(list->topLevelItem(0)->text(3), QStringLiteral("A fox"));
        QVERIFY(!list->topLevelItem(0)->isDisabled());
        QVERIFY(list->topLevelItem(1)->isDisabled());
        QCOMPARE(list->topLevelItem(1)->text(2), QStringLiteral("already in the library"));
        QVERIFY(!import->isEnabled());
        list->topLevelItem(0)->setSelected(true);
        QVERIFY(import->isEnabled());
        QSignalSpy imported(bench.dialog, &ImportDialog::imported);
        import->click();
        QVERIFY(bench.h.drive([&] { return !imported.isEmpty(); }, 1min));
        const auto id = imported.constFirst().constFirst().value<TaskId>();
        QVERIFY(bench.h.reaches(id, TaskState::Done));
        QVERIFY(!bench.dialog || !bench.dialog->isVisible());
    }

    void aNumberByHand()
    {
        Bench bench;
        giveTwo(bench);
        bench.show();
        QVERIFY(bench.becomes(RemoteTasks::State::Ready));
        auto *list = bench.find<QTreeWidget>("importList");
        auto *number = bench.find<QLineEdit>("importNumberEdit");
        auto *import = bench.find<QPushButton>("importButton");
        list->topLevelItem(0)->setSelected(true);
        number->setText(QStringLiteral("no number"));
        QVERIFY(list->selectedItems().isEmpty()); // one of the two
        import->click();
        QVERIFY(bench.h.drive([&] { return bench.message().contains(u"no number of a task"); }, 1min));
        QVERIFY(bench.dialog->isVisible());
        number->setText(QStringLiteral("remote-1"));
        import->click();
        QVERIFY(bench.h.drive([&] { return bench.message().contains(u"task 1"); }, 1min)); // known
        number->setText(QStringLiteral("r1"));
        QSignalSpy imported(bench.dialog, &ImportDialog::imported);
        import->click();
        QVERIFY(bench.h.drive([&] { return !imported.isEmpty(); }, 1min));
    }

    void nothingThereAndNobodyThere()
    {
        Bench bench;
        bench.show();
        QVERIFY(bench.becomes(RemoteTasks::State::Ready));
        QVERIFY2(bench.message().contains(u"no tasks"), qPrintable(bench.message()));
        QVERIFY(!bench.find<QPushButton>("importAccountButton")->isHidden()); // practice only
        bench.h.engine.lists.always = [] { return failure(errorOf(ErrorKind::Offline)); };
        bench.find<QPushButton>("importReloadButton")->click();
        QVERIFY(bench.becomes(RemoteTasks::State::Failed));
        QVERIFY2(bench.message().contains(u"cannot be reached"), qPrintable(bench.message()));
        QVERIFY(bench.find<QPushButton>("importReloadButton")->isEnabled());
    }

    void everyControlHasAName()
    {
        Bench bench;
        bench.show();
        for (const char *name : {"importList", "importNumberEdit"})
            QVERIFY(!bench.find<QWidget>(name)->accessibleName().isEmpty());
    }
};

QTEST_MAIN(TestImportDialog)
#include "tst_importdialog.moc"
