// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/toolerror.h"
#include "plannedclip.h"

#include <QTest>

#include <functional>

using namespace retake;

Q_DECLARE_METATYPE(std::function<void(retake::ClipInfo &)>)

namespace {

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
        using Spoil = std::function<void(ClipInfo &)>;
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QList<ConformChange>>("named"); // beside the coding
        using C = ConformChange;
        const auto row = [](const char *name, QList<C> named, const Spoil &spoil) {
            QTest::newRow(name) << spoil << named;
        };
        row("hevc", {}, [](ClipInfo &c) { c.video.codec = QStringLiteral("hevc"); });
        row("10 bits", {C::Colour}, [](ClipInfo &c) { c.video.pixelFormat = QStringLiteral("yuv420p10le"); });
        row("4:2:2", {}, [](ClipInfo &c) { c.video.pixelFormat = QStringLiteral("yuv422p"); });
        row("full range", {C::Colour}, [](ClipInfo &c) { c.video.colour.fullRange = true; });
        row("yuvj420p", {C::Colour}, [](ClipInfo &c) { c.video.pixelFormat = QStringLiteral("yuvj420p"); });
        row("PQ", {C::Colour}, [](ClipInfo &c) { c.video.colour.transfer = QStringLiteral("smpte2084"); });
        row("BT.2020", {C::Colour}, [](ClipInfo &c) { c.video.colour.primaries = QStringLiteral("bt2020"); });
        row("too many bytes", {C::Smaller}, [](ClipInfo &c) { c.bytes = 100000001; });
        row("mkv", {C::Container}, [](ClipInfo &c) { c.container = QStringLiteral("matroska,webm"); });
        row("no ending", {C::Container}, [](ClipInfo &c) { c.file = QStringLiteral("/films/clip"); });
        row("turned", {C::Rotated}, [](ClipInfo &c) { c.video.rotation = 90; });
        row("wide pixels", {C::Squared}, [](ClipInfo &c) { c.video.sampleAspect = {4, 3}; });
        row("opus", {}, [](ClipInfo &c) { c.audio->codec = QStringLiteral("opus"); });
        row("5.1", {}, [](ClipInfo &c) { c.audio->channels = 6; });
        row("variable", {C::ConstantRate}, [](ClipInfo &c) { c.video.constantRate = false; });
        row("odd side", {C::Size}, [](ClipInfo &c) { c.video.size = QSize(1279, 720); });
        row("120 a second", {C::Rate}, [](ClipInfo &c) { c = clipOf({1280, 720}, {120, 1}, 960); });
        row("edit list", {}, [](ClipInfo &c) { c.video.hiddenFrames = 3; });
        row("further streams", {}, [](ClipInfo &c) { c.streams = 3; });
        row("overhanging sound", {}, [](ClipInfo &c) { c.audio->duration = Microseconds(10500000); });
        row("late picture", {}, [](ClipInfo &c) { c.video.start = Microseconds(80000); });
    }

    void whatDoesNotFitIsMade()
    {
        QFETCH(std::function<void(ClipInfo &)>, spoil);
        QFETCH(QList<ConformChange>, named);
        ClipInfo clip = clipOf();
        spoil(clip);
        const auto plan = planConform(clip, std::nullopt, wan());
        QVERIFY(plan);
        QVERIFY(!plan->copy);
        // a new file is coded anew, and says so
        QList<ConformChange> rest = plan->changes;
        QVERIFY(rest.removeOne(ConformChange::Video) && rest.removeOne(ConformChange::Audio));
        QCOMPARE(rest, named);
        const QStringList sentences = describeChanges(clip, *plan);
        QCOMPARE(sentences.size(), plan->changes.size());
        for (const QString &sentence : sentences)
            QVERIFY(!sentence.isEmpty() && !sentence.contains(u'%'));
    }

    void soundThatCannotBeReadIsLeftOut()
    {
        ClipInfo clip = clipOf();
        clip.audio->codec = QStringLiteral("ac4"); // known by name, but nothing decodes it
        QVERIFY(!planConform(clip, std::nullopt, wan())->audio);
        clip.audio = AudioInfo{QStringLiteral("none"), 0, 0, clip.duration};
        const auto plan = planConform(clip, std::nullopt, wan());
        QVERIFY(plan && !plan->copy && !plan->audio);
        QVERIFY(plan->changes.contains(ConformChange::AudioDropped));
        QVERIFY(!plan->changes.contains(ConformChange::Audio));
        QVERIFY(!conformArguments(clip, *plan, wan(), QStringLiteral("/o.mp4")).contains(u"0:a:0"));
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
        const QString video = QStringLiteral("Picture encoded anew as H.264");
        const QString audio = QStringLiteral("Sound encoded anew as AAC, stereo, 48 kHz");
        QCOMPARE(
            describeChanges(clip, *plan),
            (QStringList{
                QStringLiteral("Cut to the first 9.98 s of 65 s"), QStringLiteral("Turned upright (90°)"),
                QStringLiteral("Scaled from 4320 × 7680 to 2304 × 4096"), video,
                QStringLiteral("Sound converted from OPUS, stereo, 48 kHz to AAC, stereo, 48 kHz")}));
        ClipInfo phone = clipOf({1280, 720}, {2990, 100}, 240);
        phone.video.constantRate = false;
        QCOMPARE(
            describeChanges(phone, *planConform(phone, std::nullopt, wan())),
            (QStringList{QStringLiteral("Uneven frame times (29.9 a second on average) made 29.97 a second"),
                         video, audio}));
        const ClipInfo longClip = clipOf({1280, 720}, {30, 1}, 1950);
        QCOMPARE(describeChanges(longClip, *planConform(longClip, std::nullopt, wan())),
                 (QStringList{QStringLiteral("Cut to the first 10 s of 65 s"), video, audio}));
        QCOMPARE(
            describeChanges(longClip, *planConform(longClip, seconds(1.5, 60), wan())),
            (QStringList{QStringLiteral("Trimmed to 1.5 s to 11.5 s"),
                         QStringLiteral("Cut to 10 s, the longest that the model takes"), video, audio}));
    }

    void everyChangeHasItsNumbers_data()
    {
        using Spoil = std::function<void(ClipInfo &)>;
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const char *sentence, const Spoil &spoil) {
            QTest::newRow(name) << spoil << QString::fromUtf8(sentence);
        };
        row("PQ", "HDR colours (PQ, 10 bit) brought to standard ones (BT.709, 8 bit)", [](ClipInfo &c) {
            c.video.colour = {{}, QStringLiteral("smpte2084"), {}, false, 10};
        });
        row("HLG", "HDR colours (HLG, 10 bit) brought to standard ones (BT.709, 8 bit)", [](ClipInfo &c) {
            c.video.colour.transfer = QStringLiteral("arib-std-b67");
            c.video.pixelFormat = QStringLiteral("p010le");
        });
        row("12 bits", "Colours reduced from 12 to 8 bit",
            [](ClipInfo &c) { c.video.pixelFormat = QStringLiteral("yuv422p12le"); });
        row("full", "Full range colours (0 to 255) brought to video range (16 to 235)",
            [](ClipInfo &c) { c.video.colour.fullRange = true; });
        row("mono", "Sound converted from MP3, mono, 22.05 kHz to AAC, stereo, 48 kHz", [](ClipInfo &c) {
            c.audio = AudioInfo{QStringLiteral("mp3"), 22050, 1, c.duration};
        });
        row("5.1", "Sound converted from AC3, 6 channels, 48 kHz to AAC, stereo, 48 kHz", [](ClipInfo &c) {
            c.audio = AudioInfo{QStringLiteral("ac3"), 48000, 6, c.duration};
        });
        row("hevc", "Picture converted from HEVC to H.264",
            [](ClipInfo &c) { c.video.codec = QStringLiteral("hevc"); });
        row("heavy", "Encoded with fewer bits: as it is, the piece takes about 120 MB",
            [](ClipInfo &c) { c.bytes = 120000000; });
        row("wide pixels", "Pixels made square (they were 4:3)", [](ClipInfo &c) {
            c.video.sampleAspect = {4, 3};
        });
        row("12 a second", "Frame rate changed from 12 to 24", [](ClipInfo &c) {
            c = clipOf({1280, 720}, {12, 1}, 96);
        });
        row("mkv", "Packed as MP4", [](ClipInfo &c) { c.container = QStringLiteral("matroska,webm"); });
    }

    void everyChangeHasItsNumbers()
    {
        QFETCH(std::function<void(ClipInfo &)>, spoil);
        QFETCH(QString, sentence);
        ClipInfo clip = clipOf();
        spoil(clip);
        const auto plan = planConform(clip, std::nullopt, wan());
        QVERIFY(plan);
        const QStringList said = describeChanges(clip, *plan);
        QVERIFY2(said.contains(sentence), qPrintable(said.join(u'\n')));
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
        QCOMPARE(after(list, QStringLiteral("-ss")), QStringLiteral("20.020000")); // frame 600
        QVERIFY(list.indexOf(QStringLiteral("-ss")) < list.indexOf(QStringLiteral("-i")));
        const QString filters = after(list, QStringLiteral("-vf"));
        QVERIFY(filters.contains(u"trim=end_frame=150"));
        QVERIFY(filters.contains(u"fps=30000/1001:"));
        QVERIFY(!filters.contains(u"scale"));
        QCOMPARE(after(list, QStringLiteral("-t")), QStringLiteral("5.005000"));
        QCOMPARE(list.constLast(), QStringLiteral("file:/films/out.mp4"));

        clip.video.start = Microseconds(80000);
        const QStringList late = conformArguments(clip, *plan, wan(), QStringLiteral("/films/out.mp4"));
        QCOMPARE(after(late, QStringLiteral("-ss")), QStringLiteral("20.100000"));
        clip.container = QStringLiteral("mpegts"); // has no index
        const QStringList vague = conformArguments(clip, *plan, wan(), QStringLiteral("/films/out.mp4"));
        QCOMPARE(after(vague, QStringLiteral("-ss")), QStringLiteral("8.100000"));
        clip.audio.reset();
        const auto silent = planConform(clip, std::nullopt, wan());
        QVERIFY(!conformArguments(clip, *silent, wan(), QStringLiteral("/o.mp4"))
                     .contains(QStringLiteral("0:a:0")));
    }

    void theRateKeepsUnderTheBytes()
    {
        ModelSpec small = wan();
        small.video.maximumBytes = 10000000;
        ClipInfo clip = clipOf({3840, 2160}, {60, 1}, 6000);
        clip.bytes = 500000000;
        const auto plan = planConform(clip, std::nullopt, small);
        const qint64 rate =
            after(conformArguments(clip, *plan, small, QStringLiteral("/o.mp4")), QStringLiteral("-maxrate"))
                .toLongLong();
        QVERIFY(rate > 1000000);
        QVERIFY(plan->changes.contains(ConformChange::Smaller));
        QVERIFY(estimatedBytes(clip, *plan, small) <= small.video.maximumBytes);
        // ten seconds and the buffer of one more
        QVERIFY(rate * 11 / 8 + 10 * 192000 / 8 < small.video.maximumBytes);
    }

    void toolErrors_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<int>("kind");
        QTest::newRow("full") << QByteArray("av_interleaved_write_frame(): No space left on device\n")
                              << int(ErrorKind::DiskFull);
        QTest::newRow("too large for the file system")
            << QByteArray("file:/out/a.mp4: File too large\n") << int(ErrorKind::DiskFull);
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
