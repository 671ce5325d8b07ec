// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/conform.h"
#include "media/toolerror.h"

#include <QTest>

using namespace retake;

namespace {

ModelSpec wan()
{
    ModelSpec model;
    model.video.formats = {QStringLiteral("mp4"), QStringLiteral("mov")};
    model.video.maximumBytes = 100000000;
    model.video.minimumSide = 240;
    model.video.maximumSide = 4096;
    model.video.maximumAspect = 8;
    model.video.minimumSeconds = 2;
    model.video.maximumSeconds = 10;
    return model;
}

// An acceptable clip of so many frames.
ClipInfo clipOf(QSize size = {1280, 720}, Rational rate = {30, 1}, qint64 frames = 240)
{
    ClipInfo clip;
    clip.file = QStringLiteral("/films/clip.mp4");
    clip.container = QStringLiteral("mov,mp4,m4a,3gp,3g2,mj2");
    clip.bytes = 5000000;
    clip.video.codec = QStringLiteral("h264");
    clip.video.pixelFormat = QStringLiteral("yuv420p");
    clip.video.codedSize = size;
    clip.video.size = size;
    clip.video.frameRate = rate;
    clip.video.frames = frames;
    clip.video.duration = Microseconds(qRound64(double(frames) * 1e6 / rate.toDouble()));
    clip.duration = clip.video.duration;
    clip.audio = AudioInfo{QStringLiteral("aac"), 48000, 2, clip.duration};
    return clip;
}

Trim seconds(double in, double out)
{
    return {Microseconds(qRound64(in * 1e6)), Microseconds(qRound64(out * 1e6))};
}

QString after(const QStringList &list, const QString &option)
{
    const auto at = list.indexOf(option);
    return at < 0 || at + 1 >= list.size() ? QString() : list.at(at + 1);
}

} // namespace

class TestConformPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void whatFitsIsSentAsItIs()
    {
        const auto plan = planConform(clipOf(), std::nullopt, wan());
        QVERIFY(plan);
        QVERIFY(plan->copy);
        QVERIFY(plan->changes.isEmpty());
        QCOMPARE(plan->frames, 240);
        ClipInfo silent = clipOf();
        silent.audio.reset();
        QVERIFY(planConform(silent, std::nullopt, wan())->copy);
        // a trim that takes everything is none
        QVERIFY(planConform(clipOf(), seconds(0, 8), wan())->copy);
        QVERIFY(planConform(clipOf({1280, 720}, {30, 1}, 300), std::nullopt, wan())->copy);
    }

    void whatDoesNotFitIsMade_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("change");
        const auto row = [](const char *name, int what, ConformChange change) {
            QTest::newRow(name) << what << int(change);
        };
        row("hevc", 0, ConformChange::Video);
        row("10 bits", 1, ConformChange::Video);
        row("too many bytes", 2, ConformChange::Video);
        row("mkv", 3, ConformChange::Container);
        row("no ending", 4, ConformChange::Container);
        row("turned", 5, ConformChange::Rotated);
        row("wide pixels", 6, ConformChange::Squared);
        row("opus", 7, ConformChange::Audio);
        row("variable", 8, ConformChange::ConstantRate);
        row("odd side", 9, ConformChange::Size);
        row("120 a second", 10, ConformChange::Rate);
    }

    void whatDoesNotFitIsMade()
    {
        QFETCH(int, what);
        QFETCH(int, change);
        ClipInfo clip = clipOf();
        switch (what) {
        case 0:
            clip.video.codec = QStringLiteral("hevc");
            break;
        case 1:
            clip.video.pixelFormat = QStringLiteral("yuv420p10le");
            break;
        case 2:
            clip.bytes = 100000001;
            break;
        case 3:
            clip.container = QStringLiteral("matroska,webm");
            break;
        case 4:
            clip.file = QStringLiteral("/films/clip");
            break;
        case 5:
            clip.video.rotation = 90;
            break;
        case 6:
            clip.video.sampleAspect = {4, 3};
            break;
        case 7:
            clip.audio->codec = QStringLiteral("opus");
            break;
        case 8:
            clip.video.constantRate = false;
            break;
        case 9:
            clip.video.size = QSize(1279, 720);
            break;
        case 10:
            clip = clipOf({1280, 720}, {120, 1}, 960);
            break;
        default:
            QFAIL("unknown row");
        }
        const auto plan = planConform(clip, std::nullopt, wan());
        QVERIFY(plan);
        QVERIFY(!plan->copy);
        QCOMPARE(plan->changes, QList<ConformChange>{ConformChange(change)});
        QCOMPARE(describeChanges(clip, *plan).size(), 1);
        QVERIFY(!describeChanges(clip, *plan).constFirst().isEmpty());
    }

    void soundThatOverhangsIsCut()
    {
        ClipInfo clip = clipOf({1280, 720}, {30, 1}, 300);
        clip.audio->duration = Microseconds(10500000);
        QVERIFY(!planConform(clip, std::nullopt, wan())->copy);
        ClipInfo late = clipOf();
        late.video.start = Microseconds(80000);
        QVERIFY(!planConform(late, std::nullopt, wan())->copy);
    }

    void sizes_data()
    {
        QTest::addColumn<QSize>("seen");
        QTest::addColumn<QSize>("made");
        QTest::newRow("fits") << QSize(1920, 1080) << QSize(1920, 1080);
        QTest::newRow("odd") << QSize(853, 481) << QSize(852, 480);
        QTest::newRow("smallest") << QSize(240, 240) << QSize(240, 240);
        QTest::newRow("just odd above") << QSize(241, 241) << QSize(240, 240);
        QTest::newRow("largest") << QSize(4096, 4096) << QSize(4096, 4096);
        QTest::newRow("eight thousand") << QSize(7680, 4320) << QSize(4096, 2304);
        QTest::newRow("upright eight thousand") << QSize(4320, 7680) << QSize(2304, 4096);
        QTest::newRow("small") << QSize(320, 180) << QSize(426, 240);
        QTest::newRow("small upright") << QSize(180, 320) << QSize(240, 426);
        QTest::newRow("tiny") << QSize(16, 16) << QSize(240, 240);
        QTest::newRow("eight to one") << QSize(1920, 240) << QSize(1920, 240);
        QTest::newRow("eight to one, small") << QSize(800, 100) << QSize(1920, 240);
        QTest::newRow("eight to one, large") << QSize(8192, 1024) << QSize(4096, 512);
    }

    void sizes()
    {
        QFETCH(QSize, seen);
        QFETCH(QSize, made);
        const auto plan = planConform(clipOf(seen), std::nullopt, wan());
        QVERIFY(plan);
        QCOMPARE(plan->size, made);
        QCOMPARE(plan->changes.contains(ConformChange::Size), seen != made);
    }

    void everySizeObeysTheLimits()
    {
        for (int width = 10; width < 9000; width += 137) {
            for (int height = 10; height < 9000; height += 173) {
                const auto plan = planConform(clipOf({width, height}), std::nullopt, wan());
                if (!plan) {
                    QVERIFY(qMax(width, height) > 8 * qMin(width, height));
                    continue;
                }
                const QSize size = plan->size;
                const int longSide = qMax(size.width(), size.height());
                const int shortSide = qMin(size.width(), size.height());
                QVERIFY(size.width() % 2 == 0 && size.height() % 2 == 0);
                QVERIFY(shortSide >= 240 && longSide <= 4096 && longSide <= 8 * shortSide);
            }
        }
    }

    void shapesThatNoModelTakes()
    {
        const auto tall = planConform(clipOf({200, 1800}), std::nullopt, wan());
        QVERIFY(!tall);
        QCOMPARE(tall.error().kind, ErrorKind::ClipUnfit);
        QCOMPARE(tall.error().facts, (QStringList{QStringLiteral("/films/clip.mp4"), QStringLiteral("1:9")}));
        const auto wide = planConform(clipOf({1700, 200}), std::nullopt, wan());
        QCOMPARE(wide.error().facts.value(1), QStringLiteral("8.5:1"));
    }

    void rates_data()
    {
        QTest::addColumn<int>("numerator");
        QTest::addColumn<int>("denominator");
        QTest::addColumn<bool>("constant");
        QTest::addColumn<double>("made");
        QTest::newRow("film") << 24000 << 1001 << true << 24000.0 / 1001;
        QTest::newRow("pal") << 25 << 1 << true << 25.0;
        QTest::newRow("odd but constant") << 27 << 1 << true << 27.0;
        QTest::newRow("lowest") << 15 << 1 << true << 15.0;
        QTest::newRow("sixty") << 60 << 1 << true << 60.0;
        QTest::newRow("twelve") << 12 << 1 << true << 24.0;
        QTest::newRow("one") << 1 << 1 << true << 15.0;
        QTest::newRow("120") << 120 << 1 << true << 60.0;
        QTest::newRow("119.88") << 120000 << 1001 << true << 60000.0 / 1001;
        QTest::newRow("240") << 240 << 1 << true << 60.0;
        QTest::newRow("100") << 100 << 1 << true << 50.0;
        QTest::newRow("phone") << 2993 << 100 << false << 30000.0 / 1001;
        QTest::newRow("screen") << 37 << 10 << false << 15.0;
        QTest::newRow("fast phone") << 11800 << 100 << false << 60.0;
        QTest::newRow("variable 24.8") << 248 << 10 << false << 25.0;
    }

    void rates()
    {
        QFETCH(int, numerator);
        QFETCH(int, denominator);
        QFETCH(bool, constant);
        QFETCH(double, made);
        const Rational rate{numerator, denominator};
        ClipInfo clip = clipOf({1280, 720}, rate, qint64(8 * rate.toDouble()));
        clip.video.constantRate = constant;
        const auto plan = planConform(clip, std::nullopt, wan());
        QVERIFY(plan);
        QCOMPARE(plan->frameRate.toDouble(), made);
        QCOMPARE(plan->changes.contains(ConformChange::ConstantRate), !constant);
    }

    void pieces_data()
    {
        QTest::addColumn<int>("numerator");
        QTest::addColumn<int>("denominator");
        QTest::addColumn<qint64>("frames");
        QTest::addColumn<double>("in"); // in < 0: no trim
        QTest::addColumn<double>("out");
        QTest::addColumn<qint64>("made");
        QTest::addColumn<bool>("trimmed");
        QTest::addColumn<bool>("cut");
        QTest::newRow("whole") << 30 << 1 << qint64(240) << -1.0 << 0.0 << qint64(240) << false << false;
        QTest::newRow("65 s") << 30 << 1 << qint64(1950) << -1.0 << 0.0 << qint64(300) << false << true;
        QTest::newRow("65 s ntsc") << 30000 << 1001 << qint64(1948) << -1.0 << 0.0 << qint64(299) << false
                                   << true;
        QTest::newRow("one frame over")
            << 30 << 1 << qint64(301) << -1.0 << 0.0 << qint64(300) << false << true;
        QTest::newRow("chosen") << 30 << 1 << qint64(1950) << 20.0 << 24.0 << qint64(120) << true << false;
        QTest::newRow("chosen too long")
            << 30 << 1 << qint64(1950) << 20.0 << 44.0 << qint64(300) << true << true;
        QTest::newRow("between frames")
            << 30 << 1 << qint64(240) << 1.01 << 4.02 << qint64(91) << true << false;
        QTest::newRow("behind the end")
            << 30 << 1 << qint64(240) << 5.0 << 99.0 << qint64(90) << true << false;
        QTest::newRow("exactly two") << 30 << 1 << qint64(240) << 3.0 << 5.0 << qint64(60) << true << false;
        QTest::newRow("from 120") << 120 << 1 << qint64(960) << 1.0 << 4.0 << qint64(180) << true << false;
        QTest::newRow("sixty for ten")
            << 60 << 1 << qint64(6000) << -1.0 << 0.0 << qint64(600) << false << true;
        QTest::newRow("23.976") << 24000 << 1001 << qint64(4800) << -1.0 << 0.0 << qint64(239) << false
                                << true;
    }

    void pieces()
    {
        QFETCH(int, numerator);
        QFETCH(int, denominator);
        QFETCH(qint64, frames);
        QFETCH(double, in);
        QFETCH(double, out);
        QFETCH(qint64, made);
        QFETCH(bool, trimmed);
        QFETCH(bool, cut);
        const std::optional<Trim> trim = in < 0 ? std::nullopt : std::optional(seconds(in, out));
        const auto plan = planConform(clipOf({1280, 720}, {numerator, denominator}, frames), trim, wan());
        QVERIFY(plan);
        QCOMPARE(plan->frames, made);
        QCOMPARE(plan->changes.contains(ConformChange::Trimmed), trimmed);
        QCOMPARE(plan->changes.contains(ConformChange::CutToLimit), cut);
        QVERIFY(plan->duration() <= Microseconds(10000000));
        QCOMPARE(plan->copy, !trimmed && !cut);
    }

    void everyFrameIsFoundAgain()
    {
        // in and out as the window sends them, rounded to microseconds, give back the same frames
        for (const Rational rate :
             {Rational{30, 1}, Rational{30000, 1001}, Rational{24000, 1001}, Rational{60, 1}}) {
            const ClipInfo clip = clipOf({1280, 720}, rate, 2000);
            for (int frame = 0; frame < 1800; frame += 7) {
                const double in = std::floor(frame * 1e6 / rate.toDouble()) / 1e6;
                const auto plan = planConform(clip, seconds(in, in + 150 / rate.toDouble()), wan());
                QVERIFY(plan);
                QCOMPARE(plan->frames, 150);
                QCOMPARE(qint64(plan->piece.in.count()), qRound64(frame * 1e6 / rate.toDouble()));
            }
        }
    }

    void tooShort()
    {
        const auto plan = planConform(clipOf({1280, 720}, {30, 1}, 59), std::nullopt, wan());
        QVERIFY(!plan);
        QCOMPARE(plan.error().kind, ErrorKind::ClipTooShort);
        QCOMPARE(plan.error().facts, (QStringList{QStringLiteral("/films/clip.mp4"), QStringLiteral("1.9"),
                                                  QStringLiteral("2")}));
        QCOMPARE(planConform(clipOf(), seconds(7, 8), wan()).error().kind, ErrorKind::ClipTooShort);
        QCOMPARE(planConform(clipOf(), seconds(20, 30), wan()).error().kind, ErrorKind::ClipTooShort);
        QCOMPARE(planConform(clipOf({1280, 720}, {30000, 1001}, 59), std::nullopt, wan()).error().kind,
                 ErrorKind::ClipTooShort);
    }

    void sentences()
    {
        ClipInfo clip = clipOf({3840, 2160}, {30000, 1001}, 1948);
        clip.video.size = QSize(4320, 7680);
        clip.video.rotation = 90;
        clip.audio->codec = QStringLiteral("opus");
        const auto plan = planConform(clip, std::nullopt, wan());
        QVERIFY(plan);
        QCOMPARE(describeChanges(clip, *plan),
                 (QStringList{QStringLiteral("Cut to the first 9.98 s of 65 s"),
                              QStringLiteral("Turned upright (90°)"),
                              QStringLiteral("Scaled from 4320 × 7680 to 2304 × 4096"),
                              QStringLiteral("Sound converted to AAC")}));
        ClipInfo phone = clipOf({1280, 720}, {2990, 100}, 240);
        phone.video.constantRate = false;
        QCOMPARE(describeChanges(phone, *planConform(phone, std::nullopt, wan())),
                 QStringList{QStringLiteral("29.97 frames a second made constant")});
        const ClipInfo longClip = clipOf({1280, 720}, {30, 1}, 1950);
        QCOMPARE(describeChanges(longClip, *planConform(longClip, std::nullopt, wan())),
                 QStringList{QStringLiteral("Cut to the first 10 s of 65 s")});
        QCOMPARE(describeChanges(longClip, *planConform(longClip, seconds(1.5, 60), wan())),
                 (QStringList{QStringLiteral("Trimmed to 1.5 s to 11.5 s"),
                              QStringLiteral("Cut to 10 s, the longest that the model takes")}));
    }

    void arguments()
    {
        ClipInfo clip = clipOf({1920, 1080}, {30000, 1001}, 2000);
        clip.file = QStringLiteral("/films/-a %d 'b'.mp4");
        const auto plan = planConform(clip, seconds(20.02, 25.025), wan());
        QVERIFY(plan);
        const QStringList list = conformArguments(clip, *plan, wan(), QStringLiteral("/films/out.mp4"));
        QVERIFY(list.contains(QStringLiteral("-nostdin")));
        QCOMPARE(after(list, QStringLiteral("-progress")), QStringLiteral("pipe:1"));
        QCOMPARE(after(list, QStringLiteral("-i")), QStringLiteral("file:/films/-a %d 'b'.mp4"));
        QCOMPARE(after(list, QStringLiteral("-ss")), QStringLiteral("20.017000")); // 3 ms before frame 600
        QVERIFY(list.indexOf(QStringLiteral("-ss")) < list.indexOf(QStringLiteral("-i")));
        QVERIFY(after(list, QStringLiteral("-vf")).contains(u"trim=end_frame=150"));
        QCOMPARE(after(list, QStringLiteral("-t")), QStringLiteral("5.005000"));
        QVERIFY(after(list, QStringLiteral("-vf")).startsWith(u"fps=30000/1001:"));
        QVERIFY(!after(list, QStringLiteral("-vf")).contains(u"scale"));
        QCOMPARE(list.constLast(), QStringLiteral("file:/films/out.mp4"));

        clip.video.start = Microseconds(80000);
        const QStringList late = conformArguments(clip, *plan, wan(), QStringLiteral("/films/out.mp4"));
        QCOMPARE(after(late, QStringLiteral("-ss")), QStringLiteral("20.097000"));
        clip.audio.reset();
        const auto silent = planConform(clip, std::nullopt, wan());
        QVERIFY(!conformArguments(clip, *silent, wan(), QStringLiteral("/o.mp4"))
                     .contains(QStringLiteral("0:a:0")));
    }

    void theRateKeepsUnderTheBytes()
    {
        ModelSpec small = wan();
        small.video.maximumBytes = 10000000;
        const ClipInfo clip = clipOf({3840, 2160}, {60, 1}, 6000);
        const auto plan = planConform(clip, std::nullopt, small);
        const qint64 rate =
            after(conformArguments(clip, *plan, small, QStringLiteral("/o.mp4")), QStringLiteral("-maxrate"))
                .toLongLong();
        QVERIFY(rate > 1000000);
        // ten seconds and the buffer of one more
        QVERIFY(rate * 11 / 8 + 10 * 192000 / 8 < small.video.maximumBytes);
    }

    void toolErrors_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<int>("kind");
        QTest::newRow("full") << QByteArray("av_interleaved_write_frame(): No space left on device\n")
                              << int(ErrorKind::DiskFull);
        QTest::newRow("target") << QByteArray("file:/out/a.mp4: Permission denied\n")
                                << int(ErrorKind::NotWritable);
        QTest::newRow("read only") << QByteArray("file:/out/a.mp4: Read-only file system\n")
                                   << int(ErrorKind::NotWritable);
        QTest::newRow("source") << QByteArray("file:/in/b.mp4: Permission denied\n")
                                << int(ErrorKind::ToolFailed);
        QTest::newRow("other") << QByteArray("Unknown encoder 'libx264'\n") << int(ErrorKind::ToolFailed);
        QTest::newRow("silence") << QByteArray() << int(ErrorKind::ToolFailed);
    }

    void toolErrors()
    {
        QFETCH(QByteArray, said);
        QFETCH(int, kind);
        const Error error = ffmpegError(said, QStringLiteral("/out/a.mp4"));
        QCOMPARE(error.kind, ErrorKind(kind));
        QCOMPARE(error.facts.constFirst(), error.kind == ErrorKind::ToolFailed
                                               ? QStringLiteral("ffmpeg")
                                               : QStringLiteral("/out/a.mp4"));
        QCOMPARE(error.serviceMessage, QString::fromUtf8(said.trimmed()));
    }
};

QTEST_GUILESS_MAIN(TestConformPlan)
#include "tst_conformplan.moc"
