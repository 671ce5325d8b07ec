// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/contenthash.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace retake;

namespace {

// Writes a file that was last changed long ago: what was written a moment ago is never taken as known.
void write(const QString &path, const QByteArray &text, int minutesAgo = 60)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.flush();
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-60 * minutesAgo),
                             QFileDevice::FileModificationTime));
}

QString hexOf(const QByteArray &text, QCryptographicHash::Algorithm algorithm)
{
    return QString::fromLatin1(QCryptographicHash::hash(text, algorithm).toHex());
}

} // namespace

class TestContentHash : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString path(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)); }

    HashBook book() const { return HashBook(path("hashes.json")); }

    // Asks without letting it read: known, or CancelledByPerson.
    static bool isKnown(const HashBook &book, const QString &file)
    {
        return book.contentHash(file, [] { return true; }).has_value();
    }

private Q_SLOTS:

    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void hashesTheBytes()
    {
        const QByteArray large(3'500'001, 'x'); // more than one piece
        write(path("large"), large);
        QCOMPARE(hashOfFile(path("large"), HashKind::Sha256), hexOf(large, QCryptographicHash::Sha256));
        QCOMPARE(hashOfFile(path("large"), HashKind::Content), hexOf(large, QCryptographicHash::Blake2b_256));
        write(path("empty"), {});
        QCOMPARE(hashOfFile(path("empty"), HashKind::Sha256), hexOf({}, QCryptographicHash::Sha256));
        QCOMPARE(hashOfFile(path("none"), HashKind::Sha256).error().kind, ErrorKind::FileMissing);
        QCOMPARE(hashOfFile(m_dir->path(), HashKind::Content).error().kind, ErrorKind::FileUnreadable);
        QCOMPARE(hashOfFile(path("large"), HashKind::Content, [] { return true; }).error().kind,
                 ErrorKind::CancelledByPerson);
    }

    void aKnownFileIsNotReadAgain()
    {
        write(path("clip"), "one");
        QVERIFY(!isKnown(book(), path("clip")));
        QCOMPARE(book().contentHash(path("clip")), hexOf("one", QCryptographicHash::Blake2b_256));
        QVERIFY(isKnown(book(), path("clip"))); // another start of the program
        QVERIFY(QFile::link(path("clip"), path("link")));
        QVERIFY(isKnown(book(), path("link")));
    }

    void aChangedFileIsReadAgain()
    {
        const HashBook one = book();
        write(path("clip"), "one", 60);
        QVERIFY(one.contentHash(path("clip")));
        write(path("clip"), "two", 59); // as long as before
        QVERIFY(!isKnown(one, path("clip")));
        QCOMPARE(one.contentHash(path("clip")), hexOf("two", QCryptographicHash::Blake2b_256));
        QVERIFY(isKnown(one, path("clip")));
        write(path("clip"), "three", 59);
        QVERIFY(!isKnown(one, path("clip")));
    }

    void whatWasJustWrittenIsNotTrusted()
    {
        write(path("clip"), "one", 0);
        QVERIFY(book().contentHash(path("clip")));
        QVERIFY(!isKnown(book(), path("clip")));
    }

    void twoProgramsShareTheBook()
    {
        write(path("a"), "a");
        write(path("b"), "b");
        const HashBook one = book();
        const HashBook other = book();
        QVERIFY(!isKnown(one, path("b"))); // both have read the empty book by now
        QVERIFY(!isKnown(other, path("a")));
        QVERIFY(one.contentHash(path("a")));
        QVERIFY(other.contentHash(path("b")));
        QVERIFY(isKnown(book(), path("a")));
        QVERIFY(isKnown(book(), path("b")));
    }

    void aDamagedBookIsBegunAnew()
    {
        write(path("hashes.json"), "{\"files\": [17, {");
        write(path("clip"), "one");
        QVERIFY(book().contentHash(path("clip")));
        QVERIFY(isKnown(book(), path("clip")));
    }

    void aBookThatCannotBeWrittenIsNoError()
    {
        write(path("clip"), "one");
        QVERIFY(HashBook(path("no/such/folder/hashes.json")).contentHash(path("clip")));
    }

    void theJobEndsOnce()
    {
        write(path("clip"), "one");
        for (const QString &file : {path("clip"), path("none")}) {
            int count = 0;
            HashJob job(book(), file);
            connect(&job, &HashJob::finished, this, [&](const Result<QString> &hash) {
                ++count;
                QCOMPARE(hash.has_value(), file == path("clip"));
            });
            QTRY_COMPARE(count, 1);
            QTest::qWait(20);
            QCOMPARE(count, 1);
        }
    }

    void theJobMayBeDropped()
    {
        QFile large(path("large"));
        QVERIFY(large.open(QIODevice::WriteOnly));
        QVERIFY(large.resize(4LL << 30)); // sparse: reading it to its end would take many seconds
        delete new HashJob(book(), path("large"));
        {
            HashJob job(book(), path("large"));
            connect(&job, &HashJob::finished, this, [] { QFAIL("dropped"); });
            QTest::qWait(30);
        }
        QVERIFY(QThreadPool::globalInstance()->waitForDone(2000));
    }
};

QTEST_GUILESS_MAIN(TestContentHash)
#include "tst_contenthash.moc"
