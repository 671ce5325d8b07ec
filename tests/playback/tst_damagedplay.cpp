// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are not whole, or do not stay as they are, and what opening many of them leaves behind.
#include "playback/pairplayer.h"
#include "support/numberedclip.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <malloc.h>

using namespace retake;
using namespace std::chrono_literals;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

// A player, and the numbers in what it showed last.
class Seen : public QObject
{
public:
    Seen()
    {
        connect(&player, &PairPlayer::pairReady, this, [this](const PicturePair &pair) {
            before = pair.before.isNull() ? -1 : readNumber(pair.before);
            after = pair.after.isNull() ? -1 : readNumber(pair.after);
        });
        connect(&player, &PairPlayer::failed, this, [this](Side, const Error &error) { kind = error.kind; });
    }

    bool opens(const QString &left, const QString &right)
    {
        for (const Side side : bothSides)
            player.setDisplaySize(side, {160, 90});
        player.open(Side::Before, left);
        player.open(Side::After, right);
        return QTest::qWaitFor([this] {
            return player.sideState(Side::Before) != PairPlayer::SideState::Opening &&
                   player.sideState(Side::After) != PairPlayer::SideState::Opening &&
                   (before >= 0 || after >= 0);
        });
    }

    bool plays()
    {
        player.setSpeed(4);
        player.play();
        return QTest::qWaitFor([this] { return player.state() == PairPlayer::State::Paused; }, 10'000);
    }

    PairPlayer player;
    std::optional<ErrorKind> kind;
    int before = -1;
    int after = -1;
};

qint64 memoryInUse()
{
    ::malloc_trim(0);
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toLongLong() * 4096;
}

} // namespace

class TestDamagedPlay : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString m_whole;

    QString make(const char *name, int frames, const char *output)
    {
        NumberedClip clip;
        clip.file = m_dir.filePath(QString::fromLatin1(name));
        clip.frames = frames;
        clip.output = words(output);
        QString complaint;
        if (!makeClip(clip, &complaint))
            qWarning().noquote() << complaint;
        return clip.file;
    }

    QString copyOf(const QString &file, const char *name)
    {
        const QString copy = m_dir.filePath(QString::fromLatin1(name));
        QFile::remove(copy);
        return QFile::copy(file, copy) ? copy : QString();
    }

private Q_SLOTS:

    void initTestCase() { m_whole = make("whole.mp4", 90, "-c:v libx264 -bf 2"); }

    void aCutOffClipPlaysToItsEnd_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("output");
        QTest::newRow("MP4") << QStringLiteral("cut.mp4")
                             << QByteArray("-c:v libx264 -bf 2 -movflags +faststart");
        QTest::newRow("Matroska") << QStringLiteral("cut.mkv") << QByteArray("-c:v libx264 -bf 2");
        QTest::newRow("AVI") << QStringLiteral("cut.avi") << QByteArray("-c:v mpeg4 -q:v 3");
    }

    void aCutOffClipPlaysToItsEnd()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, output);
        const QString cut = make(name.toUtf8().constData(), 90, output.constData());
        QFile file(cut);
        QVERIFY(file.resize(file.size() * 45 / 100));
        Seen seen;
        QVERIFY(seen.opens(cut, m_whole));
        const auto index = seen.player.frameIndex(Side::Before);
        QVERIFY(index);
        QVERIFY(index->count() > 10 && index->count() < 80);
        const Microseconds whole = index->duration() + index->missing();
        QVERIFY2(std::chrono::abs(whole - 3s) < 200ms, qPrintable(QString::number(whole.count())));
        QCOMPARE(seen.player.frameIndex(Side::After)->missing(), Microseconds(0));
        seen.player.seekToFrame(index->count() - 4);
        QTRY_COMPARE(seen.before, index->count() - 4);
        QCOMPARE(seen.after, seen.before);
        QVERIFY(seen.plays()); // on to the end of the other side
        QTRY_COMPARE(seen.after, 89);
        QVERIFY(seen.before >= index->count() - 3); // its last stands
        QVERIFY(!seen.kind);
    }

    void aWholeClipLacksNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("output");
        QTest::newRow("MP4") << QStringLiteral("w.mp4") << QByteArray("-c:v libx264");
        QTest::newRow("Matroska") << QStringLiteral("w.mkv") << QByteArray("-c:v libx264");
        QTest::newRow("AVI") << QStringLiteral("w.avi") << QByteArray("-c:v mpeg4");
        QTest::newRow("transport stream") << QStringLiteral("w.ts") << QByteArray("-c:v libx264");
        QTest::newRow("edit list") << QStringLiteral("w.mov") << QByteArray("-c:v libx264 -ss 0.5");
        QTest::newRow("fragments") << QStringLiteral("f.mp4")
                                   << QByteArray("-c:v libx264 -movflags frag_keyframe+empty_moov");
    }

    void aWholeClipLacksNothing()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, output);
        Seen seen;
        QVERIFY(seen.opens(make(name.toUtf8().constData(), 60, output.constData()), m_whole));
        QCOMPARE(qint64(seen.player.frameIndex(Side::Before)->missing().count()), qint64(0));
    }

    void theOtherHalfGoesOn()
    {
        const QString broken = m_dir.filePath(QStringLiteral("broken.mp4"));
        QFile file(broken);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QFile whole(m_whole);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        file.write(whole.read(2000)); // no index
        file.close();
        Seen seen;
        QVERIFY(seen.opens(m_whole, broken));
        QTRY_VERIFY(seen.kind);
        QCOMPARE(*seen.kind, ErrorKind::FileDamaged);
        QCOMPARE(seen.player.sideState(Side::After), PairPlayer::SideState::Failed);
        QVERIFY(seen.plays());
        QTRY_COMPARE(seen.before, 89);
    }

    void aFileRemovedWhileOpen()
    {
        const QString gone = copyOf(m_whole, "gone.mp4");
        Seen seen;
        QVERIFY(seen.opens(gone, m_whole));
        QVERIFY(QFile::remove(gone));
        seen.player.seekToFrame(70);
        QTRY_COMPARE(seen.before, 70);
        QCOMPARE(seen.after, 70);
        QVERIFY(!seen.kind);
        seen.player.open(Side::Before, gone); // opened anew it says so
        QTRY_VERIFY(seen.kind);
        QCOMPARE(*seen.kind, ErrorKind::FileMissing);
    }

    void aFileReplacedWhileOpen()
    {
        const QString file = copyOf(m_whole, "replaced.mp4");
        Seen seen;
        QVERIFY(seen.opens(file, m_whole));
        const QString other = make("other.mp4", 40, "-c:v libx264");
        QVERIFY(QFile::remove(file));
        QVERIFY(QFile::rename(other, file));
        seen.player.seekToFrame(70); // what was opened is shown
        QTRY_COMPARE(seen.before, 70);
        seen.player.open(Side::Before, file);
        QTRY_COMPARE(seen.player.sideState(Side::Before), PairPlayer::SideState::Open);
        QCOMPARE(seen.player.frameIndex(Side::Before)->count(), 40);
        seen.player.seekToFrame(20);
        QTRY_COMPARE(seen.before, 20);
        QCOMPARE(seen.after, 20);
    }

    // Its bytes are gone: what stands is shown or it fails, and the other half goes on in any case.
    void aFileTruncatedWhileOpen()
    {
        const QString file = copyOf(m_whole, "truncated.mp4");
        Seen seen;
        QVERIFY(seen.opens(file, m_whole));
        QVERIFY(QFile::resize(file, 100));
        seen.player.seekToFrame(60);
        QTRY_COMPARE(seen.after, 60);
        QVERIFY(seen.plays());
        QTRY_COMPARE(seen.after, 89);
    }

    void nothingIsLeftOfAHundredClips()
    {
        const auto openSome = [this](int count) {
            for (int i = 0; i < count; ++i) {
                Seen seen;
                QVERIFY(seen.opens(m_whole, m_whole));
                seen.player.seekToFrame(10 + i % 40);
                seen.player.play();
                QTRY_VERIFY(seen.before >= 10);
            }
        };
        openSome(15); // what the libraries keep for themselves
        const qint64 before = memoryInUse();
        openSome(50); // two clips each
        const qint64 after = memoryInUse();
        QVERIFY2(after < before * 11 / 10,
                 qPrintable(QStringLiteral("%1 kB, then %2 kB").arg(before / 1024).arg(after / 1024)));
    }
};

QTEST_GUILESS_MAIN(TestDamagedPlay)
#include "tst_damagedplay.moc"
