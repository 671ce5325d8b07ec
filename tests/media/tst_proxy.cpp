// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/probe.h"
#include "media/proxy.h"
#include "support/clipmaker.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

Q_DECLARE_METATYPE(retake::ClipWish)

using namespace retake;

namespace {

// When the frames are shown, by another program than the one under test, in milliseconds from the first.
QList<double> timesByFfprobe(const QString &file)
{
    QProcess ffprobe;
    ffprobe.start(QStringLiteral("ffprobe"),
                  {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-select_streams"),
                   QStringLiteral("V:0"), QStringLiteral("-show_entries"),
                   QStringLiteral("frame=best_effort_timestamp_time"), QStringLiteral("-of"),
                   QStringLiteral("csv=p=0"), file});
    ffprobe.waitForFinished(20000);
    QList<double> times;
    for (const QByteArray &line : ffprobe.readAllStandardOutput().split('\n')) {
        const QByteArray time = line.split(',').first().trimmed();
        if (!time.isEmpty())
            times.append(time.toDouble() * 1000);
    }
    const double first = times.value(0);
    for (double &time : times)
        time -= first;
    return times;
}

// The ffmpeg that this process has started; 0: none.
pid_t runningFfmpeg()
{
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile status(QString(u"/proc/" + entry + u"/status"));
        if (entry.toInt() <= 0 || !status.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = status.readAll();
        if (text.startsWith("Name:\tffmpeg\n") && !text.contains("State:\tZ") &&
            text.contains(QByteArray("PPid:\t" + QByteArray::number(::getpid()) + "\n")))
            return entry.toInt();
    }
    return 0;
}

FrameTimes every(int milliseconds, int count)
{
    FrameTimes times;
    for (int i = 0; i < count; ++i)
        times.emplace_back(std::chrono::milliseconds(milliseconds * i));
    return times;
}

} // namespace

class TestProxy : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString path(const QString &name) const { return m_dir.filePath(name); }

    Result<QString> proxyOf(const QString &source, const QString &target)
    {
        Result<QString> answer;
        int count = 0;
        ProxyJob job(source, target);
        connect(&job, &ProxyJob::finished, this, [&](const Result<QString> &proxy) {
            answer = proxy;
            ++count;
        });
        if (!QTest::qWaitFor([&] { return count > 0; }, 30000))
            qFatal("no answer");
        QTest::qWait(10);
        if (count != 1)
            qFatal("more than one answer");
        return answer;
    }

private Q_SLOTS:

    void sizes_data()
    {
        QTest::addColumn<QSize>("seen");
        QTest::addColumn<QSize>("proxy");
        QTest::newRow("1080p") << QSize(1920, 1080) << QSize(960, 540);
        QTest::newRow("4K") << QSize(3840, 2160) << QSize(960, 540);
        QTest::newRow("upright") << QSize(1080, 1920) << QSize(540, 960);
        QTest::newRow("square") << QSize(1080, 1080) << QSize(540, 540);
        QTest::newRow("wide") << QSize(2560, 1080) << QSize(960, 404);
        QTest::newRow("small") << QSize(320, 180) << QSize(320, 180);
        QTest::newRow("odd") << QSize(641, 359) << QSize(640, 358);
        QTest::newRow("thin") << QSize(4000, 3) << QSize(960, 2);
    }

    void sizes()
    {
        QFETCH(QSize, seen);
        QTEST(proxySize(seen), "proxy");
    }

    void whatIsEasyNeedsNone()
    {
        FrameScan clip{every(40, 100), QSize(960, 540), QStringLiteral("bt709"), false, 12, false};
        QVERIFY(!needsProxy(clip));
        FrameScan other = clip;
        other.keyDistance = 250;
        QVERIFY(needsProxy(other));
        other = clip;
        other.reordered = true;
        QVERIFY(needsProxy(other));
        other = clip;
        other.size = QSize(1920, 1080);
        QVERIFY(needsProxy(other));
        other.size = QSize(540, 960); // turned
        QVERIFY(!needsProxy(other));
    }

    void differencesAreFound()
    {
        const FrameTimes right = every(40, 100);
        QCOMPARE(frameDifference(right, right), QString());
        FrameTimes other = right;
        other[50] += Microseconds(900);
        QCOMPARE(frameDifference(right, other), QString());
        other[50] += Microseconds(200);
        QVERIFY(!frameDifference(right, other).isEmpty());
        other = right;
        other.pop_back();
        QVERIFY(!frameDifference(right, other).isEmpty());
    }

    void everyFrameAtItsTime_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<ClipWish>("wish");
        ClipWish wish;
        wish.seconds = 1.1;
        wish.keyInterval = 250;
        wish.more = QStringLiteral("-bf 2").split(u' ');
        QTest::newRow("plain") << QStringLiteral("plain.mp4") << wish;
        ClipWish other = wish;
        other.size = QSize(1280, 720);
        other.seconds = 1.1;
        other.rate = QStringLiteral("30000/1001");
        QTest::newRow("29.97") << QStringLiteral("720p.mp4") << other;
        other = wish;
        other.variableRate = true;
        QTest::newRow("variable") << QStringLiteral("variable.mp4") << other;
        QTest::newRow("variable in milliseconds") << QStringLiteral("variable.mkv") << other;
        other = wish;
        other.rate = QStringLiteral("60000/1001");
        QTest::newRow("59.94 in milliseconds") << QStringLiteral("fast.mkv") << other;
        other.rate = QStringLiteral("240");
        other.seconds = 0.5;
        QTest::newRow("240") << QStringLiteral("slow motion.mp4") << other;
        for (const int rotation : {90, 180, 270}) {
            other = wish;
            other.rotation = rotation;
            QTest::addRow("turned %d", rotation) << QStringLiteral("turned %1.mp4").arg(rotation) << other;
        }
        other = wish;
        other.sampleAspect = QStringLiteral("4/3");
        QTest::newRow("pixels not square") << QStringLiteral("squeezed.mp4") << other;
        other = wish;
        other.size = QSize(641, 359);
        other.pixelFormat = QStringLiteral("yuv444p");
        QTest::newRow("odd sides") << QStringLiteral("odd.mp4") << other;
        other = wish;
        other.videoCodec = QStringLiteral("libvpx-vp9");
        other.audioCodec = QStringLiteral("libopus");
        other.more.clear();
        QTest::newRow("VP9") << QStringLiteral("film.webm") << other;
        other = wish;
        other.videoCodec = QStringLiteral("libx265");
        other.pixelFormat = QStringLiteral("yuv420p10le");
        other.more.clear();
        QTest::newRow("HEVC, 10 bit") << QStringLiteral("phone.mov") << other;
        other = wish;
        other.more += QStringLiteral("-output_ts_offset 3.5").split(u' ');
        QTest::newRow("late start") << QStringLiteral("late.ts") << other;
        other = wish;
        other.more += QStringLiteral("-pix_fmt yuvj420p -color_range pc").split(u' ');
        QTest::newRow("full range, a hard name") << QStringLiteral("-50% \"größe\" 视频.mp4") << other;
    }

    void everyFrameAtItsTime()
    {
        QFETCH(QString, name);
        QFETCH(ClipWish, wish);
        const QString source = path(name);
        const QString target = path(QString(name + u".proxy.part"));
        QVERIFY(makeClip(source, wish));
        const auto proxy = proxyOf(source, target);
        QVERIFY2(proxy, proxy ? "" : qPrintable(proxy.error().serviceMessage));
        QCOMPARE(*proxy, target);

        const auto before = probeClip(source);
        const auto after = probeClip(target);
        QVERIFY(before && after);
        QCOMPARE(after->video.frames, before->video.frames);
        QCOMPARE(after->video.size, proxySize(before->video.size));
        QCOMPARE(after->video.codedSize, after->video.size);
        QCOMPARE(after->video.rotation, 0);
        QVERIFY(!after->audio);
        const auto scan = scanFrames(target);
        QVERIFY(scan->keyDistance <= 12);
        QVERIFY(!scan->reordered);
        QVERIFY(!needsProxy(*scan));

        const QList<int> numbers = numbersIn(source, before->video.size);
        QVERIFY(numbers.size() > 20 && !numbers.contains(-1));
        QCOMPARE(numbersIn(target, after->video.size), numbers);
        const QList<double> sourceTimes = timesByFfprobe(source);
        const QList<double> proxyTimes = timesByFfprobe(target);
        QCOMPARE(proxyTimes.size(), sourceTimes.size());
        for (int i = 0; i < sourceTimes.size(); ++i)
            QVERIFY2(qAbs(sourceTimes[i] - proxyTimes[i]) <= 1.0, qPrintable(QString::number(i)));
    }

    void aGifToo()
    {
        ClipWish wish;
        wish.size = QSize(1200, 600);
        wish.rate = QStringLiteral("25");
        wish.seconds = 1;
        wish.audioCodec.clear();
        wish.videoCodec = QStringLiteral("gif");
        wish.pixelFormat = QStringLiteral("rgb8");
        QVERIFY(makeClip(path(QStringLiteral("a.gif")), wish));
        const auto proxy = proxyOf(path(QStringLiteral("a.gif")), path(QStringLiteral("a.part")));
        QVERIFY(proxy);
        QCOMPARE(numbersIn(*proxy, QSize(960, 480)).size(), 25);
    }

    // An edit list hides the first frames: the proxy has none of them.
    void hiddenFramesStayHidden()
    {
        ClipWish wish;
        wish.keyInterval = 30;
        wish.seconds = 3;
        wish.more = QStringLiteral("-bf 2").split(u' ');
        QVERIFY(makeClip(path(QStringLiteral("whole.mp4")), wish));
        QVERIFY(runFfmpeg({QStringLiteral("-ss"), QStringLiteral("1.5"), QStringLiteral("-i"),
                           path(QStringLiteral("whole.mp4")), QStringLiteral("-c"), QStringLiteral("copy"),
                           path(QStringLiteral("cut.mp4"))}));
        const auto proxy = proxyOf(path(QStringLiteral("cut.mp4")), path(QStringLiteral("cut.part")));
        QVERIFY(proxy);
        const QList<int> numbers = numbersIn(path(QStringLiteral("cut.mp4")), QSize(426, 240));
        QCOMPARE(numbersIn(*proxy, QSize(426, 240)), numbers);
        QVERIFY(numbers.first() > 30);
    }

    void anEasyClipGetsNone()
    {
        ClipWish wish; // a key frame in 12, by an encoder that reorders nothing
        QVERIFY(makeClip(path(QStringLiteral("easy.mp4")), wish));
        const auto proxy = proxyOf(path(QStringLiteral("easy.mp4")), path(QStringLiteral("easy.part")));
        QVERIFY(proxy);
        QCOMPARE(*proxy, QString());
        QVERIFY(!QFile::exists(path(QStringLiteral("easy.part"))));
    }

    void whatIsWrongIsNamed()
    {
        const QString none = path(QStringLiteral("none.mp4"));
        QCOMPARE(proxyOf(none, path(QStringLiteral("x.part"))).error().kind, ErrorKind::FileMissing);
        ClipWish wish;
        wish.keyInterval = 250;
        QVERIFY(makeClip(path(QStringLiteral("good.mp4")), wish));
        const auto nowhere =
            proxyOf(path(QStringLiteral("good.mp4")), path(QStringLiteral("no such folder/x.part")));
        QCOMPARE(nowhere.error().kind, ErrorKind::NotWritable);
        const QByteArray tools = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        const auto toolless = proxyOf(path(QStringLiteral("good.mp4")), path(QStringLiteral("x.part")));
        qputenv("PATH", tools);
        QCOMPARE(toolless.error().kind, ErrorKind::ToolMissing);
    }

    // Frames that cannot be decoded: a proxy without them would show wrong ones.
    void aDamagedClipGetsNone()
    {
        ClipWish wish;
        wish.seconds = 4;
        wish.keyInterval = 250;
        QVERIFY(makeClip(path(QStringLiteral("whole2.mp4")), wish));
        QFile file(path(QStringLiteral("whole2.mp4")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        for (qsizetype i = bytes.size() / 3; i < bytes.size() * 2 / 3; ++i)
            bytes[i] = char(i * 31);
        QFile damaged(path(QStringLiteral("damaged.mp4")));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(bytes);
        damaged.close();
        const auto proxy = proxyOf(damaged.fileName(), path(QStringLiteral("damaged.part")));
        QCOMPARE(QFile::exists(path(QStringLiteral("damaged.part"))), proxy.has_value());
        if (proxy) {
            QCOMPARE(frameDifference(scanFrames(damaged.fileName())->times, scanFrames(*proxy)->times),
                     QString());
        }
    }

    void itStaysInTheBackgroundAndMayBeDropped()
    {
        ClipWish wish;
        wish.size = QSize(1280, 720);
        wish.seconds = 3;
        wish.keyInterval = 250;
        const QString source = path(QStringLiteral("long.mp4"));
        const QString target = path(QStringLiteral("long.part"));
        QVERIFY(makeClip(source, wish));
        {
            ProxyJob job(source, target);
            pid_t ffmpeg = 0;
            QTRY_VERIFY((ffmpeg = runningFfmpeg()) > 0);
            QTRY_COMPARE(::getpriority(PRIO_PROCESS, id_t(ffmpeg)), 19);
        }
        QTRY_COMPARE(runningFfmpeg(), 0);
        QVERIFY(!QFile::exists(target));
        for (const int wait : {0, 5, 20, 60}) {
            ProxyJob job(source, target);
            QTest::qWait(wait);
        }
        QTRY_COMPARE(runningFfmpeg(), 0);
        QTest::qWait(20);
        QVERIFY(!QFile::exists(target));
    }
};

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
