// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong while a clip is made ready, colours that ffmpeg may not be able to map, and too many bytes.
#include "clipmakes.h"
#include "conformrun.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>
#include <unistd.h>

#include <csignal>
#include <sys/resource.h>

using namespace retake;

namespace {

// A small file system of its own at a folder; only the superuser may.
class SmallDisk
{
public:
    SmallDisk(const QString &folder, const char *options)
        : m_folder(QFile::encodeName(folder))
        , m_mounted(geteuid() == 0 && mount("tmpfs", m_folder.constData(), "tmpfs", 0, options) == 0)
    {}

    ~SmallDisk()
    {
        if (m_mounted)
            umount2(m_folder.constData(), MNT_DETACH);
    }

    Q_DISABLE_COPY_MOVE(SmallDisk)

    bool isMounted() const { return m_mounted; }

    bool makeReadOnly() const
    {
        return mount("tmpfs", m_folder.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    QByteArray m_folder;
    bool m_mounted;
};

// Child processes inherit it: a file that grows past it fails as on a full disk.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }

    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }

    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_before{};
    void (*m_signal)(int) = nullptr;
};

QString kindOf(const Result<ClipInfo> &made)
{
    return made ? QStringLiteral("made") : errorKindName(made.error().kind);
}

QString tagOf(const QString &file, const char *tag)
{
    QProcess ffprobe;
    ffprobe.start(QStringLiteral("ffprobe"),
                  {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-select_streams"),
                   QStringLiteral("v:0"), QStringLiteral("-show_entries"),
                   QString(QStringLiteral("stream=") + QLatin1String(tag)), QStringLiteral("-of"),
                   QStringLiteral("csv=p=0"), file});
    ffprobe.waitForFinished();
    return QString::fromUtf8(ffprobe.readAllStandardOutput().trimmed());
}

} // namespace

class TestConformFaults : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }

    // A clip that compresses badly.
    ClipInfo noisyClip(double length, const char *size) const
    {
        const QString source = QStringLiteral("nullsrc=s=%1:r=25:d=%2,geq=random(1)*255:128:128")
                                   .arg(QLatin1String(size))
                                   .arg(length);
        if (!runFfmpeg(
                QStringList{QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"), source} +
                words("-c:v libx264 -preset ultrafast -crf 23 -pix_fmt yuv420p") +
                QStringList{path(QStringLiteral("a.mkv"))}))
            qFatal("no clip");
        return probeClip(path(QStringLiteral("a.mkv"))).value();
    }

private Q_SLOTS:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theDiskIsFull()
    {
        const ClipInfo clip = noisyClip(2, "320x240");
        const auto plan = planConform(clip, std::nullopt, wan());
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("disk")));
        const SmallDisk disk(path(QStringLiteral("disk")), "size=200k");
        if (!disk.isMounted())
            QSKIP("mounting needs the superuser");
        const QString target = path(QStringLiteral("disk/made.mp4"));
        const auto made = runPlan(clip, *plan, target);
        QCOMPARE(kindOf(made), errorKindName(ErrorKind::DiskFull));
        QCOMPARE(made.error().facts, QStringList{target});
        QVERIFY(QDir(path(QStringLiteral("disk"))).isEmpty());
    }

    void theFileSystemTakesNoLargerFiles()
    {
        const ClipInfo clip = noisyClip(2, "320x240");
        const auto plan = planConform(clip, std::nullopt, wan());
        Result<ClipInfo> made;
        {
            const FileSizeLimit limit(150000);
            made = runPlan(clip, *plan, path(QStringLiteral("made.mp4")));
        }
        QCOMPARE(kindOf(made), errorKindName(ErrorKind::DiskFull));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("a.mkv")});
    }

    void theFolderIsReadOnly()
    {
        QVERIFY(makeClip(path(QStringLiteral("a.mkv"))));
        const auto clip = probeClip(path(QStringLiteral("a.mkv")));
        const auto plan = planConform(*clip, std::nullopt, wan());
        const QString folder = path(QStringLiteral("closed"));
        QVERIFY(QDir().mkdir(folder));
        const SmallDisk disk(folder, "size=4m");
        if (disk.isMounted())
            QVERIFY(disk.makeReadOnly());
        else
            QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
        const auto made = runPlan(*clip, *plan, QString(folder + u"/made.mp4"));
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(kindOf(made), errorKindName(ErrorKind::NotWritable));
        QCOMPARE(made.error().facts, QStringList{QString(folder + u"/made.mp4")});
    }

    void aClipInAReadOnlyFolderIsRead()
    {
        const QString folder = path(QStringLiteral("closed"));
        QVERIFY(QDir().mkdir(folder));
        const SmallDisk disk(folder, "size=4m");
        QVERIFY(makeClip(QString(folder + u"/a.mkv")));
        if (disk.isMounted())
            QVERIFY(disk.makeReadOnly());
        else
            QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
        const auto clip = probeClip(QString(folder + u"/a.mkv"));
        QVERIFY(clip);
        const auto made = conform(*clip, std::nullopt, path(QStringLiteral("made.mp4")));
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(kindOf(made), QStringLiteral("made"));
    }

    void ffmpegIsKilled_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("kind");
        QTest::newRow("at work") << "a.mkv" << int(ErrorKind::ToolFailed);
        // A decoder that ends so on a file is the file's fault.
        QTest::newRow("while a copy is checked") << "a.mp4" << int(ErrorKind::FileDamaged);
    }

    void ffmpegIsKilled()
    {
        QFETCH(QString, file);
        QFETCH(int, kind);
        ClipWish wish;
        wish.seconds = 9;
        QVERIFY(makeClip(path(file), wish));
        const auto clip = probeClip(path(file));
        const auto plan = planConform(*clip, std::nullopt, wan());
        ConformJob job(*clip, *plan, wan(), path(QStringLiteral("made.mp4")));
        std::optional<Result<ClipInfo>> ended;
        connect(&job, &ConformJob::finished, this, [&](const Result<ClipInfo> &made) { ended = made; });
        const auto running = [&job]() -> QProcess * {
            for (QProcess *process : job.findChildren<QProcess *>()) {
                if (process->state() == QProcess::Running)
                    return process;
            }
            return nullptr;
        };
        while (!running() && !ended)
            QCoreApplication::processEvents();
        QVERIFY(running());
        running()->kill();
        QTRY_VERIFY_WITH_TIMEOUT(ended, 10000);
        QCOMPARE(kindOf(*ended), errorKindName(ErrorKind(kind)));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{file});
    }

    void flippedBits_data()
    {
        QTest::addColumn<QString>("trim");
        QTest::addColumn<QString>("kind");
        QTest::newRow("in the piece") << "" << errorKindName(ErrorKind::FileDamaged);
        QTest::newRow("before the piece") << "4-6.5"
                                          << "made";
    }

    void flippedBits()
    {
        QFETCH(QString, trim);
        ClipWish wish;
        wish.seconds = 7;
        wish.audioCodec.clear();
        wish.more = words("-preset medium");
        QVERIFY(makeClip(path(QStringLiteral("a.mov")), wish));
        const auto clip = probeClip(path(QStringLiteral("a.mov"))); // whatever a probe would find now
        QVERIFY(clip);
        QFile file(clip->file);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray bytes = file.readAll();
        const qint64 start = bytes.indexOf("mdat");
        const qint64 quarter = start + (bytes.indexOf("moov") - start) / 4;
        for (qint64 at = quarter; at < quarter + 3000; at += 5) {
            file.seek(at);
            file.putChar(char(~bytes.at(at)));
        }
        file.close();
        const std::optional<Trim> wished = trim.isEmpty() ? Trim{{}, clip->duration} : *parseTrim(trim);
        auto plan = planConform(*clip, wished, wan());
        plan->copy = false;
        const auto made = runPlan(*clip, *plan, path(QStringLiteral("made.mp4")));
        QTEST(kindOf(made), "kind");
        if (!made)
            QCOMPARE(made.error().facts, QStringList{clip->file});
        QCOMPARE(QFile::exists(path(QStringLiteral("made.mp4"))), made.has_value());
    }

    void fewerBitsWhenTheModelTakesFewBytes()
    {
        const ClipInfo clip = noisyClip(3, "320x240");
        ModelSpec small = wan();
        small.video.maximumBytes = 800000;
        QVERIFY(clip.bytes > 2 * small.video.maximumBytes);
        const auto plan = planConform(clip, std::nullopt, small);
        QVERIFY(plan->changes.contains(ConformChange::Smaller));
        const auto made = runPlan(clip, *plan, path(QStringLiteral("made.mp4")), small);
        QVERIFY2(made, made ? "" : qPrintable(made.error().serviceMessage));
        QVERIFY(made->bytes <= small.video.maximumBytes && made->bytes > 300000);
        QVERIFY(estimatedBytes(clip, *plan, small) <= small.video.maximumBytes);
        // and not a word of it where there is room
        QVERIFY(!planConform(clip, std::nullopt, wan())->changes.contains(ConformChange::Smaller));
    }

    void colours_data()
    {
        QTest::addColumn<QString>("tags");
        QTest::addColumn<bool>("hasZscale");
        const QString pq =
            QStringLiteral("-color_primaries bt2020 -color_trc smpte2084 -colorspace bt2020nc");
        const QString hlg =
            QStringLiteral("-color_primaries bt2020 -color_trc arib-std-b67 -colorspace bt2020nc");
        QTest::newRow("PQ") << pq << true;
        QTest::newRow("HLG") << hlg << true;
        QTest::newRow("BT.2020") << "-color_primaries bt2020 -color_trc bt709 -colorspace bt2020nc" << true;
        QTest::newRow("BT.601") << "-color_primaries smpte170m -color_trc bt709 -colorspace smpte170m"
                                << true;
        QTest::newRow("PQ, an ffmpeg without zscale") << pq << false;
    }

    void colours()
    {
        QFETCH(QString, tags);
        QFETCH(bool, hasZscale);
        ClipWish wish = wishOf("25", 2, {320, 240});
        wish.videoCodec = QStringLiteral("libx265");
        wish.pixelFormat = QStringLiteral("yuv420p10le");
        wish.more = tags.split(u' ');
        QVERIFY(makeClip(path(QStringLiteral("a.mp4")), wish));
        const auto clip = probeClip(path(QStringLiteral("a.mp4")));
        QVERIFY(clip);
        const QByteArray before = qgetenv("PATH");
        if (!hasZscale) {
            const QString real = QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
            QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("bin")));
            QFile poor(path(QStringLiteral("bin/ffmpeg")));
            QVERIFY(poor.open(QIODevice::WriteOnly));
            poor.write(
                QString(
                    u"#!/bin/sh\ncase \"$*\" in *zscale*) echo \"No such filter: 'zscale'\" >&2; exit 1;; "
                    u"esac\nexec " +
                    real + u" \"$@\"\n")
                    .toUtf8());
            poor.close();
            QVERIFY(poor.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
            qputenv("PATH", QFile::encodeName(path(QStringLiteral("bin"))) + ':' + before);
        }
        const auto plan = planConform(*clip, std::nullopt, wan());
        const auto made = runPlan(*clip, *plan, path(QStringLiteral("made.mp4")));
        qputenv("PATH", before);
        QVERIFY2(made, made ? "" : qPrintable(made.error().serviceMessage));
        QVERIFY(plan->changes.contains(ConformChange::Colour));
        QCOMPARE(made->video.pixelFormat, QStringLiteral("yuv420p"));
        QCOMPARE(tagOf(made->file, "color_space"), QStringLiteral("bt709"));
        QCOMPARE(tagOf(made->file, "color_transfer"), QStringLiteral("bt709"));
        QCOMPARE(tagOf(made->file, "color_primaries"), QStringLiteral("bt709"));
        QCOMPARE(numbersIn(made->file, QSize(320, 240)), run(0, 50)); // still black and white
    }

    void colourOfWhatIsMade_data()
    {
        QTest::addColumn<QString>("options");
        QTest::newRow("BT.709") << "-colorspace bt709 -color_primaries bt709 -color_trc bt709";
        QTest::newRow("BT.601") << "-colorspace smpte170m -color_primaries smpte170m -color_trc smpte170m";
        QTest::newRow("full range") << "-color_range pc -colorspace bt709";
        QTest::newRow("RGB") << "-pix_fmt rgb24 -c:v libx264rgb";
    }

    // A red of the source is the same red in what is made, whatever numbers stand for it.
    void colourOfWhatIsMade()
    {
        QFETCH(QString, options);
        const QString matrix = options.contains(u"170m") ? QStringLiteral("bt601") : QStringLiteral("bt709");
        const QString range = options.contains(u"pc") ? QStringLiteral("full") : QStringLiteral("limited");
        const QString yuv =
            QStringLiteral(",scale=out_color_matrix=%1:out_range=%2,format=yuv420p").arg(matrix, range);
        QVERIFY(runFfmpeg(QStringList{QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                                      QStringLiteral("color=0xb03020:s=240x240:r=25:d=2,format=rgb24") +
                                          (options.contains(u"rgb") ? QString() : yuv)} +
                          words("-c:v libx264 -preset ultrafast -qp 1") + options.split(u' ') +
                          QStringList{path(QStringLiteral("a.mkv"))}));
        const auto clip = probeClip(path(QStringLiteral("a.mkv")));
        const auto made = conform(*clip, std::nullopt, path(QStringLiteral("made.mp4")));
        QVERIFY2(made, made ? "" : qPrintable(made.error().serviceMessage));
        QByteArray raw;
        QVERIFY(runFfmpeg({QStringLiteral("-i"), made->file, QStringLiteral("-frames:v"), QStringLiteral("1"),
                           QStringLiteral("-vf"),
                           QStringLiteral("scale=in_color_matrix=bt709:in_range=limited,format=rgb24"),
                           QStringLiteral("-f"), QStringLiteral("rawvideo"), QStringLiteral("pipe:1")},
                          {}, &raw));
        QVERIFY(raw.size() >= 240 * 240 * 3);
        const qsizetype middle = 3 * (120 * 240 + 120);
        const auto part = [&raw, middle](int i) { return int(uchar(raw.at(middle + i))); };
        const QColor seen = QColor::fromRgb(part(0), part(1), part(2));
        const QColor wanted(0xb0, 0x30, 0x20);
        QVERIFY2(qAbs(seen.red() - wanted.red()) < 8 && qAbs(seen.green() - wanted.green()) < 8 &&
                     qAbs(seen.blue() - wanted.blue()) < 8,
                 qPrintable(seen.name()));
    }
};

QTEST_GUILESS_MAIN(TestConformFaults)
#include "tst_conformfaults.moc"
