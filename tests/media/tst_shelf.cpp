// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/shelf.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace retake;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void usedAgo(const QString &path, int hours)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(
        file.setFileTime(QDateTime::currentDateTime().addSecs(-3600 * hours), QFileDevice::FileAccessTime));
}

} // namespace

class TestShelf : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString folder() const { return m_dir->filePath(QStringLiteral("cache")); }

    QString place(const char *name) const { return folder() + u'/' + QString::fromLatin1(name); }

    Shelf shelf(qint64 limit = 1'000'000) const { return Shelf(folder(), limit); }

    static Result<Shelf::Hold> put(const Shelf &shelf, const char *name, const QByteArray &text)
    {
        const auto part = shelf.part(QString::fromLatin1(name));
        if (!part)
            return failure(part.error());
        write(*part, text);
        return shelf.put(QString::fromLatin1(name), *part);
    }

private Q_SLOTS:

    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void whatIsPutIsFound()
    {
        QVERIFY(!shelf().find(QStringLiteral("a.mp4")));
        const auto hold = put(shelf(), "a.mp4", "film");
        QVERIFY(hold);
        QVERIFY(*hold);
        QCOMPARE(hold->file(), place("a.mp4"));
        QCOMPARE(read(hold->file()), QByteArray("film"));
        const auto found = shelf().find(QStringLiteral("a.mp4"));
        QVERIFY(found);
        QCOMPARE(found->file(), place("a.mp4"));
        QCOMPARE(QDir(folder()).entryList(QDir::Files), QStringList{QStringLiteral("a.mp4")});
        QCOMPARE(shelf().bytes(), 4);
        QVERIFY(!Shelf::Hold());
    }

    void theFirstOfTwoStays()
    {
        const auto first = put(shelf(), "a.mp4", "first");
        const auto second = put(shelf(), "a.mp4", "second");
        QVERIFY(second);
        QCOMPARE(read(second->file()), QByteArray("first"));
        QCOMPARE(QDir(folder()).entryList(QDir::Files), QStringList{QStringLiteral("a.mp4")});
    }

    void theLeastRecentlyUsedGoes()
    {
        for (const char *name : {"a", "b", "c"})
            QVERIFY(put(shelf(), name, QByteArray(100, 'x')));
        usedAgo(place("a"), 3);
        usedAgo(place("b"), 2);
        usedAgo(place("c"), 1);
        QVERIFY(shelf().find(QStringLiteral("a"))); // a use makes it young
        shelf(250).sweep();
        QVERIFY(QFile::exists(place("a")));
        QVERIFY(!QFile::exists(place("b")));
        QVERIFY(QFile::exists(place("c")));
        QVERIFY(put(shelf(250), "d", QByteArray(100, 'x'))); // putting sweeps, too
        QVERIFY(!QFile::exists(place("c")));
        QVERIFY(QFile::exists(place("d")));
        QVERIFY(shelf().bytes() <= 250);
    }

    void aUseChangesNoTimeOfChange()
    {
        QVERIFY(put(shelf(), "a", "x"));
        const QDateTime changed = QFileInfo(place("a")).lastModified();
        QTest::qWait(20);
        QVERIFY(shelf().find(QStringLiteral("a")));
        QCOMPARE(QFileInfo(place("a")).lastModified(), changed);
        QVERIFY(QFileInfo(place("a")).lastRead() > changed);
    }

    void whatIsHeldStays()
    {
        std::optional<Shelf::Hold> hold = *put(shelf(), "a", QByteArray(100, 'x'));
        QVERIFY(put(shelf(), "b", QByteArray(100, 'x')));
        usedAgo(place("a"), 5);
        shelf(50).sweep();
        QVERIFY(QFile::exists(place("a")));
        QVERIFY(!QFile::exists(place("b")));
        const Shelf::Hold copy = *hold;
        hold.reset();
        shelf(50).sweep();
        QVERIFY(QFile::exists(place("a"))); // a copy holds as well
    }

    void aNewEntryAboveTheLimitIsHeldAndThenGoes()
    {
        auto hold = put(shelf(10), "a", QByteArray(100, 'x'));
        QVERIFY(hold);
        QVERIFY(QFile::exists(hold->file()));
        hold = Shelf::Hold();
        shelf(10).sweep();
        QVERIFY(!QFile::exists(place("a")));
    }

    // The other program is a real process here: it holds the entry, then dies without giving it up.
    void whatAnotherProgramHoldsStays()
    {
        QVERIFY(put(shelf(), "a", QByteArray(100, 'x')));
        const QByteArray name = QFile::encodeName(place("a"));
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const int file = ::open(name.constData(), O_RDONLY);
            char word = ::flock(file, LOCK_SH) == 0 ? 'y' : 'n';
            (void)!::write(ready[1], &word, 1);
            ::pause();
            ::_exit(0);
        }
        char word = 0;
        QCOMPARE(::read(ready[0], &word, 1), 1);
        QCOMPARE(word, 'y');
        shelf(10).sweep();
        const bool stayed = QFile::exists(place("a"));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QVERIFY(stayed);
        shelf(10).sweep();
        QVERIFY(!QFile::exists(place("a")));
        ::close(ready[0]);
        ::close(ready[1]);
    }

    void oneSweepsAtATime()
    {
        QVERIFY(put(shelf(), "a", QByteArray(100, 'x')));
        {
            QLockFile other(place("sweep.lock"));
            QVERIFY(other.tryLock());
            shelf(10).sweep();
            QVERIFY(QFile::exists(place("a")));
        }
        shelf(10).sweep();
        QVERIFY(!QFile::exists(place("a")));
    }

    void leftoversGoAfterADay()
    {
        const QString old = *shelf().part(QStringLiteral("a"));
        const QString young = *shelf().part(QStringLiteral("b"));
        write(old, "x");
        write(young, "x");
        QFile file(old);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(
            file.setFileTime(QDateTime::currentDateTime().addDays(-2), QFileDevice::FileModificationTime));
        file.close();
        shelf().tidy();
        QVERIFY(!QFile::exists(old));
        QVERIFY(QFile::exists(young)); // another program may be writing it
        QCOMPARE(shelf().bytes(), 0);  // and it is no entry
    }

    void aFolderThatCannotBeMadeIsNamed()
    {
        write(m_dir->filePath(QStringLiteral("file")), "x");
        const Shelf blocked(m_dir->filePath(QStringLiteral("file/cache")), 100);
        QCOMPARE(blocked.part(QStringLiteral("a")).error().kind, ErrorKind::NotWritable);
        QVERIFY(!blocked.find(QStringLiteral("a")));
        blocked.tidy();
        QCOMPARE(put(shelf(), "a", "x").has_value(), true);
        QCOMPARE(shelf().put(QStringLiteral("b"), place("none.part")).error().kind, ErrorKind::FileMissing);
        QVERIFY(QDir(folder()).mkpath(QStringLiteral("c/d")));
        QCOMPARE(put(shelf(), "c", "x").error().kind, ErrorKind::NotWritable);
        QCOMPARE(shelf().bytes(), 1);
    }

    // Everything at once: an entry that was found can be read to its end, whatever the sweeps do.
    void manyThreads()
    {
        QList<QFuture<int>> workers;
        for (int worker = 0; worker < 4; ++worker) {
            workers.append(QtConcurrent::run([this, worker] {
                const Shelf mine = shelf(3000);
                int faults = 0;
                for (int i = 0; i < 200; ++i) {
                    const QByteArray name = "n" + QByteArray::number((i * 7 + worker) % 9);
                    auto hold = mine.find(QString::fromLatin1(name));
                    if (!hold) {
                        const auto part = mine.part(QString::fromLatin1(name));
                        QFile file(*part);
                        if (!file.open(QIODevice::WriteOnly))
                            return -1;
                        file.write(QByteArray(1000, 'x'));
                        file.close();
                        const auto made = mine.put(QString::fromLatin1(name), *part);
                        if (made)
                            hold = *made;
                    }
                    faults += !hold || read(hold->file()).size() != 1000;
                }
                return faults;
            }));
        }
        for (auto &worker : workers)
            QCOMPARE(worker.result(), 0);
        shelf(3000).sweep();
        QVERIFY(shelf().bytes() <= 3000);
    }
};

QTEST_GUILESS_MAIN(TestShelf)
#include "tst_shelf.moc"
