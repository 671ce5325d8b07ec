// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/framebook.h"

#include "media/framescan.h"
#include "media/probe.h"
#include "playback/decoder.h"
#include "playback/pairplayer.h"

#include "support/numberedclip.h"

#include <QEventLoop>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace retake;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

// What this process has read so far, from wherever, by the kernel's account.
qint64 bytesRead()
{
    QFile account(QStringLiteral("/proc/self/io"));
    if (!account.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = account.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("rchar: "))
            return line.mid(7).toLongLong();
    }
    return -1;
}

// The clip's frames, one by one.
class Frames
{
public:
    Frames(const QString &file, const FrameBook &book)
        : m_decoder(file, QSize(), book, nullptr)
    {
        QObject::connect(
            &m_decoder, &Decoder::opened, &m_decoder,
            [this](const ClipInfo &, const std::shared_ptr<const FrameIndex> &frames) { index = frames; });
        QObject::connect(&m_decoder, &Decoder::picture, &m_decoder,
                         [this](quint64 ticket, int, const QImage &image) {
                             if (ticket == m_ticket)
                                 m_picture = image;
                         });
    }

    bool opens()
    {
        return QTest::qWaitFor([this] { return index != nullptr; }, 10'000);
    }

    int numberAt(int frame)
    {
        m_picture = {};
        m_decoder.request(++m_ticket, frame, {});
        QEventLoop loop;
        QObject::connect(&m_decoder, &Decoder::picture, &loop, &QEventLoop::quit);
        QObject::connect(&m_decoder, &Decoder::failed, &loop, &QEventLoop::quit);
        QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
        loop.exec();
        return readNumber(m_picture);
    }

    std::shared_ptr<const FrameIndex> index;

private:
    Decoder m_decoder;
    QImage m_picture;
    quint64 m_ticket = 0;
};

} // namespace

class TestFrameBook : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

    QString make(const char *name, const QStringList &output, int frames = 50)
    {
        NumberedClip clip;
        clip.file = m_dir.filePath(QString::fromUtf8(name));
        clip.frames = frames;
        clip.size = QSize(320, 180);
        clip.output = output;
        QString complaint;
        if (!makeClip(clip, &complaint))
            qWarning().noquote() << complaint;
        return clip.file;
    }

private Q_SLOTS:

    // A clip of raw pictures is large, so that every scan of its packets shows in what is read.
    void aFileIsScannedOnce()
    {
        const QString file = make("raw.mov", words("-c:v rawvideo -pix_fmt uyvy422"), 150);
        const double whole = double(QFile(file).size());
        QVERIFY(whole > 10e6);
        const FrameBook book;
        const auto scansOf = [whole](const auto &reader) {
            const qint64 before = bytesRead();
            reader();
            return double(bytesRead() - before) / whole;
        };
        if (bytesRead() < 0)
            QSKIP("the kernel keeps no account of what is read");

        const double probed = scansOf([&] { QVERIFY(probeClip(file, {}, book)); });
        QVERIFY2(probed > 0.9 && probed < 1.5, qPrintable(QString::number(probed)));
        const double timed = scansOf([&] {
            const auto times = readFrameTimes(file, {}, book);
            QVERIFY(times);
            QCOMPARE(times->size(), std::size_t(150));
        });
        QVERIFY2(timed < 0.1, qPrintable(QString::number(timed)));
        const double compared = scansOf([&] {
            const auto scan = scanFrames(file, {}, book);
            QVERIFY(scan);
            QCOMPARE(scan->times, readFrameTimes(file, {}).value());
        });
        QVERIFY2(compared > 0.9 && compared < 1.5, // the second time without the book
                 qPrintable(QString::number(compared)));
        const double played = scansOf([&] {
            PairPlayer player;
            player.useFrames(book);
            QSignalSpy pairs(&player, &PairPlayer::pairReady);
            player.open(Side::Before, file);
            player.open(Side::After, file);
            QTRY_VERIFY_WITH_TIMEOUT(!pairs.isEmpty(), 10'000);
            QCOMPARE(player.frameIndex(Side::After)->count(), 150);
        });
        QVERIFY2(played < 0.8, qPrintable(QString::number(played)));
        const double strange = scansOf([&] {
            PairPlayer player; // without the book
            player.open(Side::Before, file);
            QTRY_VERIFY_WITH_TIMEOUT(player.frameIndex(Side::Before), 10'000);
        });
        QVERIFY2(strange > 0.9, qPrintable(QString::number(strange)));
    }

    // Also where reading all of a file is what makes it possible to find a frame in it again.
    void everyFrameIsFoundWithoutAScan_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("output");
        QTest::newRow("MP4") << QStringLiteral("b.mp4") << words("-c:v libx264 -bf 3 -g 25");
        QTest::newRow("fragments") << QStringLiteral("f.mp4")
                                   << words("-c:v libx264 -bf 2 -g 10 -movflags frag_keyframe+empty_moov");
        QTest::newRow("open GOP")
            << QStringLiteral("open.mp4")
            << words("-c:v libx264 -x264-params open-gop=1:bframes=3:keyint=12:min-keyint=12");
        QTest::newRow("edit list") << QStringLiteral("edit.mov") << words("-c:v libx264 -bf 2 -g 10 -ss 0.5");
        QTest::newRow("Matroska") << QStringLiteral("b.mkv") << words("-c:v libx264 -bf 2 -g 10");
        QTest::newRow("Matroska that was streamed")
            << QStringLiteral("live.mkv") << words("-c:v libx264 -bf 2 -g 10 -live 1");
        QTest::newRow("transport stream") << QStringLiteral("b.ts") << words("-c:v libx264 -bf 2 -g 10");
        QTest::newRow("AVI with B-frames") << QStringLiteral("b.avi") << words("-c:v mpeg4 -q:v 3 -bf 2");
        QTest::newRow("program stream") << QStringLiteral("b.mpg") << words("-c:v mpeg2video -q:v 3 -bf 2");
        QTest::newRow("VP9") << QStringLiteral("b.webm")
                             << words("-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 10");
    }

    void everyFrameIsFoundWithoutAScan()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, output);
        const QString file = make(name.toUtf8().constData(), output);
        const FrameBook book;
        const auto clip = probeClip(file, {}, book);
        QVERIFY(clip);
        QVERIFY(book.framesOf(file));
        Frames frames(file, book);
        QVERIFY(frames.opens());
        const int count = frames.index->count();
        QCOMPARE(qint64(count), clip->video.frames);
        const int first = frames.numberAt(0);
        QCOMPARE(first + count, 50);
        for (int jump = 0; jump < 40; ++jump) {
            const int frame = jump * 37 % count;
            QCOMPARE(frames.numberAt(frame), first + frame);
        }
        for (int frame = count - 1; frame >= 0; --frame)
            QCOMPARE(frames.numberAt(frame), first + frame);
    }

    void aFileThatChangedIsScannedAnew()
    {
        const QString file = make("changes.mp4", words("-c:v libx264"));
        const FrameBook book;
        QVERIFY(probeClip(file, {}, book));
        QVERIFY(book.framesOf(file));
        QCOMPARE(make("changes.mp4", words("-c:v libx264"), 40), file);
        QVERIFY(!book.framesOf(file));
        Frames frames(file, book);
        QVERIFY(frames.opens());
        QCOMPARE(frames.index->count(), 40);
        QCOMPARE(book.framesOf(file)->times().size(), std::size_t(40));
    }

    // The player shows what it can of a clip that is cut off; that is no reason to send it.
    void whatThePlayerFoundIsNoVerdict()
    {
        const QString whole = make("whole.ts", words("-c:v libx264 -g 10"));
        const QString cut = m_dir.filePath(QStringLiteral("cut.mkv"));
        const QString source = make("whole.mkv", words("-c:v libx264 -g 10"));
        QFile from(source);
        QFile to(cut);
        QVERIFY(from.open(QIODevice::ReadOnly) && to.open(QIODevice::WriteOnly));
        to.write(from.read(from.size() * 6 / 10));
        to.close();
        const FrameBook book;
        Frames frames(cut, book);
        QVERIFY(frames.opens());
        QVERIFY(book.framesOf(cut));
        QVERIFY(!readFrameTimes(cut, {}, book));
        QVERIFY(!probeClip(cut, {}, book));
        Frames other(whole, book);
        QVERIFY(other.opens());
        QCOMPARE(readFrameTimes(whole, {}, book)->size(), std::size_t(50));
    }
};

QTEST_GUILESS_MAIN(TestFrameBook)
#include "tst_framebook.moc"
