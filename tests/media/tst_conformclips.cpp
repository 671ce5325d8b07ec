// SPDX-License-Identifier: GPL-3.0-or-later
// Any clip goes in: each gives a file that is exact frame by frame and that the service takes, or is refused.
#include "clipmakes.h"
#include "conformproof.h"

#include <QTemporaryDir>
#include <QTest>

using namespace retake;

class TestConformClips : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }

private Q_SLOTS:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everyClip_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<Make>("make");
        QTest::addColumn<QString>("trim"); // empty: none
        QTest::addColumn<QString>("said"); // one of the changes
        const auto row = [](const char *name, const char *file, const char *trim, const char *said,
                            const Make &make) {
            QTest::newRow(name) << QString::fromUtf8(file) << make << QString::fromLatin1(trim)
                                << QString::fromUtf8(said);
        };
        const ClipWish base = wishOf();
        row("23.976", "a.mp4", "0.25025-2.3", "Trimmed", plain(wishOf("24000/1001", 2.5)));
        ClipWish uneven = wishOf("30", 3);
        uneven.variableRate = true;
        row("uneven", "a.mp4", "", "Uneven frame times", plain(uneven));
        row("uneven, Matroska", "a.mkv", "0.5-2.8", "Uneven frame times", plain(uneven));
        row("phone", "a.mov", "0.4-2.7", "Uneven frame times",
            filtered(wishOf("30", 3), "settb=1/90000,setpts='(N+0.35*sin(N*1.7))/30/TB'",
                     QByteArray(QByteArray(fastUneven) + " -enc_time_base 1:90000").constData()));
        row("screen: stands still for a second", "a.mkv", "0.7-2.9", "Uneven frame times",
            filtered(wishOf("60", 3), "select='lt(t,0.3)+between(t,1.2,1.8)+gt(t,2.5)'", fastUneven));
        row("60 on a grid, halved unevenly", "a.mkv", "", "Uneven frame times",
            filtered(wishOf("60", 3), "select='not(mod(n,2))+lt(mod(n,40),3)'", fastUneven));
        for (const int degrees : {90, 180, 270}) {
            ClipWish turned = wishOf("30", 2.2, {320, 240});
            turned.rotation = degrees;
            row(qPrintable(QStringLiteral("turned %1").arg(degrees)), "a.mp4", "", "Turned upright",
                plain(turned));
        }
        row("HEVC, open groups", "a.mp4", "0.9-3.1", "Picture converted from HEVC to H.264",
            plain(coded(wishOf("25", 3.2), "libx265", "aac", "yuv420p",
                        "-x265-params open-gop=1:keyint=20:log-level=error")));
        row("10 bit", "a.mkv", "0.5-2.6", "Colours reduced from 10 to 8 bit",
            plain(coded(wishOf("25", 2.8), "libx265", "aac", "yuv420p10le")));
        row("VP9 WebM", "a.webm", "0.2-2.3", "Sound converted from OPUS, mono, 48 kHz",
            plain(coded(wishOf("25", 2.5), "libvpx-vp9", "libopus")));
        row("open groups, Matroska", "a.mkv", "0.9-3.1", "Packed as MP4",
            plain(coded(wishOf("30", 3.2), "libx264", "aac", "yuv420p",
                        "-preset veryfast -bf 3 -x264-params open-gop=1:keyint=20")));
        row("AVI", "a.avi", "0.2-2.3", "Picture converted from MPEG4 to H.264",
            plain(coded(wishOf("25", 2.5), "mpeg4", "mp2", "yuv420p", "-q:v 3")));
        row("ProRes", "a.mov", "0.2-2.3", "Colours reduced from 10 to 8 bit",
            plain(coded(wishOf("25", 2.5), "prores_ks", "pcm_s16le", "yuv422p10le")));
        row("GIF", "a.gif", "", "Frame rate changed from 10 to 20",
            plain(coded(wishOf("10", 2.5, {320, 240}), "gif", "", "rgb8")));
        row("full range", "a.mp4", "", "Full range colours",
            plain(coded(base, "libx264", "aac", "yuvj420p", "-color_range pc")));
        row("edit list", "a.mp4", "", "Picture encoded anew", [](const QString &file) {
            const QString whole = file + u".whole.mp4";
            ClipWish wish = wishOf("30", 3);
            wish.keyInterval = 30;
            return makeClip(whole, wish) &&
                   runFfmpeg({QStringLiteral("-ss"), QStringLiteral("0.7"), QStringLiteral("-i"), whole,
                              QStringLiteral("-c"), QStringLiteral("copy"), file});
        });
        row("transport stream", "a.ts", "0.5-2.7", "Packed as MP4", plain(wishOf("25", 3)));
        row("FLV", "a.flv", "0.5-2.7", "Packed as MP4",
            plain(coded(wishOf("25", 3), "libx264", "aac", "yuv420p", "-ar 44100")));
        row("odd sides", "a.mp4", "", "Scaled from 641 × 359 to 640 × 358",
            plain(coded(wishOf("30", 2.2, {641, 359}), "libx264", "aac", "yuv444p")));
        row("239 px", "a.mp4", "", "Scaled from 319 × 239 to 320 × 240",
            plain(coded(wishOf("30", 2.2, {319, 239}), "libx264", "aac", "yuv444p")));
        ClipWish wide = base;
        wide.sampleAspect = QStringLiteral("4/3");
        wide.size = QSize(320, 240);
        row("wide pixels", "a.mp4", "", "Pixels made square (they were 4:3)", plain(wide));
        row("120 a second", "a.mkv", "0.5-2.6", "Frame rate changed from 120 to 60",
            plain(wishOf("120", 2.7)));
        row("12 a second", "a.mp4", "0.5-2.6", "Frame rate changed from 12 to 24", plain(wishOf("12", 3)));
        row("odd name", "-a b ü 鹦鹉 'q' \"d\" 100%d.mkv", "", "Packed as MP4", plain(base));
    }

    void everyClip()
    {
        QFETCH(QString, file);
        QFETCH(Make, make);
        QFETCH(QString, trim);
        QFETCH(QString, said);
        QVERIFY(make(path(file)));
        ConformWish wish;
        if (!trim.isEmpty())
            wish.trim = *parseTrim(trim);
        const Conformed run = conformAndProve(path(file), wish, path(QStringLiteral("made.mp4")));
        QCOMPARE(run.wrong, QString());
        QVERIFY(!run.plan.copy);
        const QStringList changes = describeChanges(run.clip, run.plan);
        QVERIFY2(changes.join(u'\n').contains(said), qPrintable(changes.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestConformClips)
#include "tst_conformclips.moc"
