// SPDX-License-Identifier: GPL-3.0-or-later
// Clips whose change is known, measured: the right frames meet, and the figures are of the right order.
#include "media/measure.h"
#include "media/measureparse.h"
#include "support/clipmaker.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <optional>

#include <unistd.h>

using namespace retake;
using namespace std::chrono_literals;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

QStringList arguments(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

Result<Measure> measured(const QString &before, const QString &after, const Pairing &pairing = {})
{
    MeasureJob job(before, after, pairing);
    QSignalSpy spy(&job, &MeasureJob::finished);
    std::optional<Result<Measure>> result;
    QObject::connect(&job, &MeasureJob::finished, &job, [&](const Result<Measure> &made) { result = made; });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 20'000))
        return failure(ErrorKind::TimedOut);
    QTest::qWait(0);
    return spy.count() == 1 ? *result : failure(ErrorKind::WrongState);
}

// Processes that this one has started and not seen to their end.
int childrenRunning()
{
    int count = 0;
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile status(QString(u"/proc/" + entry + u"/status"));
        if (entry.toInt() <= 0 || !status.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = status.readAll();
        count += text.contains(QByteArray("PPid:\t" + QByteArray::number(::getpid()) + "\n"));
    }
    return count;
}

bool isSame(const FrameChange &frame)
{
    return frame.ssim.all == 1 && std::isinf(frame.psnr.all) && frame.amount() == 0;
}

} // namespace

class TestMeasure : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString m_clip;

    QString path(const char *name) const { return m_dir.filePath(QString::fromUtf8(name)); }

    // The clip again, through a filter, without a loss of its own.
    bool filtered(const char *name, const QString &filter, const char *more = "") const
    {
        return runFfmpeg(QStringList{QStringLiteral("-y"), QStringLiteral("-i"), m_clip,
                                     QStringLiteral("-filter_complex"), filter, QStringLiteral("-c:v"),
                                     QStringLiteral("libx264"), QStringLiteral("-qp"), QStringLiteral("0"),
                                     QStringLiteral("-preset"), QStringLiteral("ultrafast")} +
                         arguments(more) + QStringList{path(name)});
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_clip = path("clip.mp4");
        ClipWish wish;
        wish.size = QSize(320, 180);
        wish.seconds = 1;
        wish.audioCodec.clear();
        wish.more = arguments("-qp 0 -preset ultrafast -bf 2");
        QVERIFY(makeClip(m_clip, wish));
    }

    void parses_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("kind"); // 0 neither, 1 ssim, 2 psnr
        QTest::addColumn<double>("y");
        QTest::addColumn<double>("all");
        QTest::newRow("ssim") << QByteArray("n:7 Y:0.989123 U:0.5 V:0.6 All:0.834 (7.798)\n") << 1 << 0.989123
                              << 0.834;
        QTest::newRow("ssim, the same")
            << QByteArray("n:7 Y:1.000000 U:1.0 V:1.0 All:1.000000 (inf)\n") << 1 << 1.0 << 1.0;
        QTest::newRow("psnr") << QByteArray("n:7 mse_avg:529.52 mse_y:887.00 mse_u:233.33 mse_v:468.25 "
                                            "psnr_avg:20.89 psnr_y:18.65 psnr_u:24.45 psnr_v:21.43 \n")
                              << 2 << 18.65 << 20.89;
        QTest::newRow("psnr, the same") << QByteArray("n:7 mse_avg:0.00 mse_y:0.00 mse_u:0.00 mse_v:0.00 "
                                                      "psnr_avg:inf psnr_y:inf psnr_u:inf psnr_v:inf \n")
                                        << 2 << inf << inf;
        QTest::newRow("nan") << QByteArray("n:7 Y:0.5 U:-nan V:nan All:nan (nan)\n") << 1 << 0.5
                             << std::nan("");
        QTest::newRow("no number") << QByteArray("Y:0.5 U:0.5 V:0.5 All:0.5 (3)\n") << 0 << 0.0 << 0.0;
        QTest::newRow("a plane missing") << QByteArray("n:7 Y:0.5 U:0.5 All:0.5 (3)\n") << 0 << 0.0 << 0.0;
        QTest::newRow("not a figure") << QByteArray("n:7 Y:0,5 U:0.5 V:0.5 All:x\n") << 0 << 0.0 << 0.0;
        QTest::newRow("cut short") << QByteArray("n:7 mse_avg:529.52 psnr_avg:") << 0 << 0.0 << 0.0;
        QTest::newRow("empty") << QByteArray("\n") << 0 << 0.0 << 0.0;
    }

    void parses()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, kind);
        QFETCH(double, y);
        QFETCH(double, all);
        const auto parsed = parseMeasureLine(line);
        QCOMPARE(int(parsed.index()), kind);
        std::optional<PlaneFigures> figures;
        if (const auto *ssim = std::get_if<SsimLine>(&parsed))
            figures = ssim->figures;
        if (const auto *psnr = std::get_if<PsnrLine>(&parsed))
            figures = psnr->figures;
        QCOMPARE(figures.has_value(), kind > 0);
        if (!figures)
            return;
        QCOMPARE(figures->y, y);
        QVERIFY(std::isnan(all) ? std::isnan(figures->all) : figures->all == all);
    }

    void aClipIsLikeItself()
    {
        const auto same = measured(m_clip, m_clip);
        QVERIFY(same);
        QCOMPARE(int(same->frames.size()), 30);
        QCOMPARE(same->pairedBy, FramePairs::By::Time);
        for (int i = 0; i < 30; ++i) {
            const FrameChange &frame = same->frames[std::size_t(i)];
            QCOMPARE(frame.pair.before, i);
            QCOMPARE(frame.pair.after, i);
            QVERIFY(isSame(frame));
        }
        const auto summary = summaryOf(*same);
        QVERIFY(summary);
        QCOMPARE(summary->tone, ChangeTone::None);
        QCOMPARE(summary->noticeable, 0.0);
        QVERIFY(std::isinf(summary->psnr.all));
        QVERIFY(same->sameLength() && same->sameRate() && same->sameSize());
    }

    // The numbers burned into the frames differ, so that only the right frames are alike.
    void aClipIsNotLikeItselfAFrameLater()
    {
        QVERIFY(filtered("later.mp4", QStringLiteral("trim=start_frame=1,setpts=PTS-STARTPTS")));
        const auto torn = measured(m_clip, path("later.mp4"));
        QVERIFY(torn);
        QCOMPARE(int(torn->frames.size()), 29);
        for (const FrameChange &frame : torn->frames)
            QVERIFY2(frame.ssim.y < 0.999 && frame.psnr.y < 40, qPrintable(QString::number(frame.psnr.y)));

        // The same clip where it belongs: by the moment at which it begins, and by the frames that were sent.
        Pairing moment{33'333us, {}};
        Pairing frames{{}, {*FrameMap::fromText(QStringLiteral("1+1x29")), {30, 1}}};
        for (const Pairing &right : {moment, frames}) {
            const auto matched = measured(m_clip, path("later.mp4"), right);
            QVERIFY(matched);
            QCOMPARE(int(matched->frames.size()), 29);
            for (int i = 0; i < 29; ++i) {
                const FrameChange &frame = matched->frames[std::size_t(i)];
                QCOMPARE(frame.pair.before, i + 1);
                QCOMPARE(frame.pair.after, i);
                QVERIFY(isSame(frame));
            }
        }
    }

    // Every second frame was sent; the frames of Before between them belong to none.
    void framesLeftOutMeetNobody()
    {
        QVERIFY(filtered("half.mp4", QStringLiteral("select=not(mod(n\\,2)),setpts=N/15/TB"), "-r 15"));
        const Pairing pairing{{}, {*FrameMap::fromText(QStringLiteral("0+2x15")), {15, 1}}};
        const auto half = measured(m_clip, path("half.mp4"), pairing);
        QVERIFY(half);
        QCOMPARE(half->pairedBy, FramePairs::By::Frames);
        QCOMPARE(int(half->frames.size()), 15);
        for (int i = 0; i < 15; ++i) {
            QCOMPARE(half->frames[std::size_t(i)].pair.before, 2 * i);
            QVERIFY(isSame(half->frames[std::size_t(i)]));
        }
        QVERIFY(!half->sameRate());
    }

    void aFrameThatWasReplacedIsFound()
    {
        QVERIFY(filtered("replaced.mp4", QStringLiteral("negate=enable=eq(n\\,17)")));
        const auto one = measured(m_clip, path("replaced.mp4"));
        QVERIFY(one);
        const auto summary = summaryOf(*one);
        QVERIFY(summary);
        QCOMPARE(summary->most, 17);
        QCOMPARE(summary->least, 0);
        QCOMPARE(summary->noticeable, 1 / 30.0);
        QVERIFY(summary->tone != ChangeTone::None);
        QVERIFY(one->frames[17].psnr.y < 15);
        for (std::size_t i = 0; i < 30; ++i)
            QCOMPARE(isSame(one->frames[i]), i != 17);
    }

    void brightnessAloneIsLight()
    {
        QVERIFY(filtered("bright.mp4", QStringLiteral("lutyuv=y=val+25")));
        const auto bright = measured(m_clip, path("bright.mp4"));
        QVERIFY(bright);
        const auto summary = summaryOf(*bright);
        QVERIFY(summary);
        QCOMPARE(summary->tone, ChangeTone::Light);
        QVERIFY2(summary->psnr.y > 17 && summary->psnr.y < 24, qPrintable(QString::number(summary->psnr.y)));
        QVERIFY(std::isinf(summary->psnr.u) && summary->ssim.u == 1);
        QCOMPARE(summary->noticeable, 1.0);
    }

    // What light alone would miss.
    void hueAloneIsColour()
    {
        QVERIFY(filtered("hue.mp4", QStringLiteral("hue=h=90")));
        const auto hue = measured(m_clip, path("hue.mp4"));
        QVERIFY(hue);
        const auto summary = summaryOf(*hue);
        QVERIFY(summary);
        QCOMPARE(summary->tone, ChangeTone::Colour);
        QVERIFY(summary->ssim.y > 0.999);
        QVERIFY(summary->ssim.all < summary->ssim.y - 0.01);
        QVERIFY2(summary->psnr.u < 30, qPrintable(QString::number(summary->psnr.u)));
    }

    // Smaller, turned with a flag, in another range and matrix: still the same picture.
    void theShapeOfTheFileIsNoChange()
    {
        QVERIFY(filtered("other.mp4",
                         QStringLiteral("scale=640:360:out_color_matrix=bt709:out_range=tv:flags=neighbor"),
                         "-colorspace bt709 -color_range tv"));
        const auto other = measured(m_clip, path("other.mp4"));
        QVERIFY(other);
        QVERIFY(!other->sameSize() && other->sameShape());
        const auto summary = summaryOf(*other);
        QVERIFY2(summary && summary->psnr.all > 33, qPrintable(QString::number(summary->psnr.all)));

        ClipWish upright;
        upright.size = QSize(180, 320);
        upright.seconds = 0.5;
        upright.audioCodec.clear();
        upright.more = arguments("-qp 0");
        QVERIFY(makeClip(path("upright.mp4"), upright));
        for (const int rotation : {90, 180, 270}) {
            ClipWish turned = upright;
            turned.rotation = rotation;
            QVERIFY(makeClip(path("turned.mp4"), turned));
            const auto figures = measured(path("upright.mp4"), path("turned.mp4"));
            QVERIFY(figures);
            QVERIFY(figures->sameSize());
            QVERIFY2(summaryOf(*figures)->psnr.all > 40, qPrintable(QString::number(rotation)));
        }
    }

    void framesOfUnevenLengthMeetThemselves()
    {
        ClipWish wish;
        wish.seconds = 2;
        wish.size = QSize(160, 90);
        wish.variableRate = true;
        QVERIFY(makeClip(path("uneven.mp4"), wish));
        const qsizetype frames = numbersIn(path("uneven.mp4"), wish.size).size();
        const auto uneven = measured(path("uneven.mp4"), path("uneven.mp4"));
        QVERIFY(uneven);
        QCOMPARE(qsizetype(uneven->frames.size()), frames);
        for (const FrameChange &frame : uneven->frames)
            QVERIFY(isSame(frame) && frame.pair.before == frame.pair.after);
    }

    // What is left of a clip that is cut off is measured.
    void whatIsThereIsMeasured()
    {
        QVERIFY(runFfmpeg(arguments("-y -i") + QStringList{m_clip} +
                          arguments("-c copy -movflags +faststart") + QStringList{path("whole.mp4")}));
        QVERIFY(cutOff(path("whole.mp4"), path("cut.mp4"), 0.6));
        const auto cut = measured(m_clip, path("cut.mp4"));
        QVERIFY(cut);
        const int count = int(cut->frames.size());
        QVERIFY2(count > 8 && count < 25, qPrintable(QString::number(count)));
        for (const FrameChange &frame : cut->frames)
            QVERIFY(frame.pair.before == frame.pair.after);
        QVERIFY(isSame(cut->frames.front()) && !cut->sameLength());
    }

    void onlyWhatPlaysTogetherIsMeasured()
    {
        const auto apart = measured(m_clip, m_clip, {2s, {}});
        QVERIFY(apart);
        QVERIFY(apart->frames.empty());
        QVERIFY(!summaryOf(*apart));
        const auto half = measured(m_clip, m_clip, {500ms, {}});
        QVERIFY(half);
        QCOMPARE(int(half->frames.size()), 15);
        QCOMPARE(half->frames.front().pair.before, 15);
        QCOMPARE(half->frames.front().pair.after, 0);
    }

    void aPieceFarIntoALongClipIsFound()
    {
        ClipWish wish;
        wish.seconds = 8;
        wish.size = QSize(160, 90);
        wish.audioCodec.clear();
        wish.keyInterval = 50;
        wish.more = arguments("-qp 0 -bf 3");
        QVERIFY(makeClip(path("long.mp4"), wish));
        QVERIFY(runFfmpeg(arguments("-y -i") + QStringList{path("long.mp4")} +
                          arguments("-vf trim=start_frame=170:end_frame=200,setpts=PTS-STARTPTS -qp 0") +
                          QStringList{path("piece.mp4")}));
        const Pairing pairing{{}, {*FrameMap::fromText(QStringLiteral("170+1x30")), {30, 1}}};
        const auto piece = measured(path("long.mp4"), path("piece.mp4"), pairing);
        QVERIFY(piece);
        QCOMPARE(int(piece->frames.size()), 30);
        for (const FrameChange &frame : piece->frames)
            QVERIFY(isSame(frame));
    }

    void whatIsNoVideoIsRefused()
    {
        QFile text(path("notes.txt"));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("Not a video.\n") > 0);
        text.close();
        QCOMPARE(measured(path("notes.txt"), m_clip).error().kind, ErrorKind::NotAVideo);
        const auto missing = measured(m_clip, path("nowhere.mp4"));
        QCOMPARE(missing.error().kind, ErrorKind::FileMissing);
        QCOMPARE(missing.error().facts, QStringList{path("nowhere.mp4")});
    }

    void withoutFfmpegItSaysSo()
    {
        const QByteArray paths = qgetenv("PATH");
        qputenv("PATH", m_dir.path().toUtf8());
        const auto none = measured(m_clip, m_clip);
        qputenv("PATH", paths);
        QVERIFY(!none);
        QCOMPARE(none.error().kind, ErrorKind::ToolMissing);
    }

    void deletingEndsEverything()
    {
        QVERIFY(runFfmpeg(arguments("-y -f lavfi -i testsrc2=s=640x360:d=20 -preset ultrafast") +
                          QStringList{path("work.mp4")}));
        const QStringList files = QDir(m_dir.path()).entryList(QDir::Files);
        QCOMPARE(childrenRunning(), 0);
        auto *job = new MeasureJob(path("work.mp4"), path("work.mp4"), {});
        QSignalSpy finished(job, &MeasureJob::finished);
        QSignalSpy progress(job, &MeasureJob::progress);
        QTRY_VERIFY_WITH_TIMEOUT(progress.count() > 0, 10'000);
        QCOMPARE(childrenRunning(), 1);
        delete job;
        QTRY_COMPARE_WITH_TIMEOUT(childrenRunning(), 0, 5'000);
        QCOMPARE(finished.count(), 0);
        QCOMPARE(QDir(m_dir.path()).entryList(QDir::Files), files);
    }

    void survivesAsJson()
    {
        Measure measure;
        measure.pairedBy = FramePairs::By::Frames;
        measure.unread = 3;
        measure.before = {30, QSize(320, 180), 1s};
        measure.after = {29, QSize(640, 360), 966ms};
        measure.frames.push_back({{4, 3, 133ms}, {1, 1, 1, 1}, {inf, inf, inf, inf}});
        measure.frames.push_back({{5, 4, 166ms}, {0.5, std::nan(""), 0.25, 0.125}, {20.5, 30.25, 40, 22}});
        const auto read = measureFromJson(measureToJson(measure));
        QVERIFY(read);
        QCOMPARE(measureToJson(*read), measureToJson(measure));
        QVERIFY(std::isinf(read->frames[0].psnr.u));
        QVERIFY(std::isnan(read->frames[1].ssim.u));
        QCOMPARE(read->frames[1].pair, measure.frames[1].pair);
        QCOMPARE(read->after.size, QSize(640, 360));
        QVERIFY(!measureFromJson({}));
    }
};

QTEST_GUILESS_MAIN(TestMeasure)
#include "tst_measure.moc"
