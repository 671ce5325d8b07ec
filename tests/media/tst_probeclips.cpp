// SPDX-License-Identifier: GPL-3.0-or-later
// All kinds of clips: what the probe says of them, and that it counts the frames that ffmpeg decodes.
#include "cliptruth.h"
#include "media/framescan.h"
#include "playback/clipreader.h"

using namespace retake;

namespace {

// "h264 426x240 turned 90, 30 constant, 60+12 frames, 8 bit, aac 48000 x1"
QString facts(const ClipInfo &clip)
{
    const VideoInfo &video = clip.video;
    QString text =
        QStringLiteral("%1 %2x%3").arg(video.codec).arg(video.size.width()).arg(video.size.height());
    if (video.rotation)
        text += QStringLiteral(" turned %1").arg(video.rotation);
    text += QStringLiteral(", %1 %2, %3")
                .arg(video.frameRate.toDouble(), 0, 'g', 5)
                .arg(video.constantRate ? u"constant" : u"variable")
                .arg(video.frames);
    if (video.hiddenFrames)
        text += QStringLiteral("+%1").arg(video.hiddenFrames);
    text += QStringLiteral(", %1 bit").arg(video.colour.bitDepth);
    if (clip.audio)
        text += QStringLiteral(", %1 %2 x%3")
                    .arg(clip.audio->codec)
                    .arg(clip.audio->sampleRate)
                    .arg(clip.audio->channels);
    return text;
}

} // namespace

class TestProbeClips : public QObject
{
    Q_OBJECT
private:
    ClipFolder m_clips;

private Q_SLOTS:

    void kinds_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("picture");
        QTest::addColumn<QByteArray>("sound");
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *what, const char *name, const char *picture, const char *sound,
                            const char *coding, const char *expected) {
            QTest::newRow(what) << QString::fromUtf8(name) << QByteArray(picture) << QByteArray(sound)
                                << QByteArray(coding) << QString::fromUtf8(expected);
        };
        const char *tone = "sine=d=1:r=48000";
        row("60 a second", "60.mp4", "testsrc2=s=426x240:r=60:d=1", tone, "-c:v libx264 -preset ultrafast",
            "h264 426x240, 60 constant, 60, 8 bit, aac 48000 x1");
        row("29.97", "2997.mp4", "testsrc2=s=426x240:r=30000/1001:d=1.5", tone,
            "-c:v libx264 -preset ultrafast", "h264 426x240, 29.97 constant, 45, 8 bit, aac 48000 x1");
        row("23.976", "23976.mp4", "testsrc2=s=426x240:r=24000/1001:d=1.5", tone,
            "-c:v libx264 -preset ultrafast", "h264 426x240, 23.976 constant, 36, 8 bit, aac 48000 x1");
        row("29.97 in milliseconds", "2997.mkv", "testsrc2=s=426x240:r=30000/1001:d=1", "",
            "-c:v libx264 -preset ultrafast", "h264 426x240, 29.97 constant, 30, 8 bit");
        row("B-frames", "b.mp4", "testsrc2=s=426x240:r=25:d=2", tone,
            "-c:v libx264 -preset veryfast -bf 4 -b_strategy 0",
            "h264 426x240, 25 constant, 50, 8 bit, aac 48000 x1");
        row("variable rate", "vfr.mp4", "testsrc2=s=426x240:r=30:d=2", tone,
            "-c:v libx264 -preset ultrafast -bf 2 -vf select='lt(n\\,30)+gt(mod(n\\,3)\\,0)' -fps_mode vfr",
            "h264 426x240, 25 variable, 50, 8 bit, aac 48000 x1");
        row("variable rate mkv", "vfr.mkv", "testsrc2=s=426x240:r=30:d=2", "",
            "-c:v libx264 -preset ultrafast -vf select='lt(n\\,30)+gt(mod(n\\,3)\\,0)' -fps_mode vfr",
            "h264 426x240, 25 variable, 50, 8 bit");
        row("variable rate avi", "vfr.avi", "testsrc2=s=426x240:r=30:d=2", "",
            "-c:v mpeg4 -vf select='lt(n\\,30)+gt(mod(n\\,3)\\,0)' -fps_mode vfr",
            "mpeg4 426x240, 25 variable, 50, 8 bit");
        row("hevc", "hevc.mp4", "testsrc2=s=426x240:r=24:d=1", tone,
            "-c:v libx265 -preset ultrafast -x265-params log-level=error",
            "hevc 426x240, 24 constant, 24, 8 bit, aac 48000 x1");
        row("hevc 10 bit", "hevc10.mov", "testsrc2=s=426x240:r=24:d=1", tone,
            "-c:v libx265 -preset ultrafast -pix_fmt yuv420p10le -x265-params log-level=error",
            "hevc 426x240, 24 constant, 24, 10 bit, aac 48000 x1");
        row("vp9", "vp9.webm", "testsrc2=s=426x240:r=25:d=1", tone,
            "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus",
            "vp9 426x240, 25 constant, 25, 8 bit, opus 48000 x1");
        row("vp8 with unshown pictures", "vp8.webm", "testsrc2=s=426x240:r=25:d=2", "",
            "-c:v libvpx -cpu-used 4 -deadline good -auto-alt-ref 1 -lag-in-frames 16 -b:v 300k",
            "vp8 426x240, 25 constant, 50, 8 bit");
        row("mkv mp3", "a.mkv", "testsrc2=s=426x240:r=25:d=1", tone,
            "-c:v libx264 -preset ultrafast -c:a libmp3lame",
            "h264 426x240, 25 constant, 25, 8 bit, mp3 48000 x1");
        row("avi", "a.avi", "testsrc2=s=426x240:r=25:d=1", tone, "-c:v mpeg4 -c:a pcm_s16le",
            "mpeg4 426x240, 25 constant, 25, 8 bit, pcm_s16le 48000 x1");
        row("avi with B-frames", "b.avi", "testsrc2=s=426x240:r=25:d=1", "", "-c:v mpeg4 -bf 2",
            "mpeg4 426x240, 25 constant, 25, 8 bit");
        row("prores", "p.mov", "testsrc2=s=426x240:r=25:d=1", tone, "-c:v prores_ks -c:a pcm_s16le",
            "prores 426x240, 25 constant, 25, 10 bit, pcm_s16le 48000 x1");
        row("gif", "a.gif", "testsrc2=s=426x240:r=10:d=1", "", "", "gif 426x240, 10 constant, 10, 8 bit");
        row("transport stream", "a.ts", "testsrc2=s=426x240:r=25:d=1", tone,
            "-c:v libx264 -preset veryfast -bf 3 -b_strategy 0 -c:a aac",
            "h264 426x240, 25 constant, 25, 8 bit, aac 48000 x1");
        row("program stream", "a.mpg", "testsrc2=s=426x240:r=25:d=2", tone, "-c:v mpeg2video -bf 2 -c:a mp2",
            "mpeg2video 426x240, 25 constant, 50, 8 bit, mp2 48000 x1");
        row("fragments", "f.mp4", "testsrc2=s=426x240:r=25:d=2", tone,
            "-c:v libx264 -preset ultrafast -movflags frag_keyframe+empty_moov",
            "h264 426x240, 24.735 variable, 50, 8 bit, aac 48000 x1");
        row("no sound", "mute.mp4", "testsrc2=s=426x240:r=25:d=1", "", "-c:v libx264 -preset ultrafast",
            "h264 426x240, 25 constant, 25, 8 bit");
        row("5.1", "51.mp4", "testsrc2=s=426x240:r=25:d=1", "anoisesrc=d=1:r=48000,aformat=cl=5.1",
            "-c:v libx264 -preset ultrafast -c:a aac", "h264 426x240, 25 constant, 25, 8 bit, aac 48000 x6");
        row("mono 22 kHz", "22.mp4", "testsrc2=s=426x240:r=25:d=1", "sine=d=1:r=22050",
            "-c:v libx264 -preset ultrafast", "h264 426x240, 25 constant, 25, 8 bit, aac 22050 x1");
        row("longer sound", "more.mp4", "testsrc2=s=426x240:r=25:d=1", "sine=d=3:r=48000",
            "-c:v libx264 -preset ultrafast", "h264 426x240, 25 constant, 25, 8 bit, aac 48000 x1");
        row("longer sound mkv", "more.mkv", "testsrc2=s=426x240:r=25:d=1", "sine=d=3:r=48000",
            "-c:v libx264 -preset ultrafast -c:a aac", "h264 426x240, 25 constant, 25, 8 bit, aac 48000 x1");
        row("shorter sound", "less.mp4", "testsrc2=s=426x240:r=25:d=2", "sine=d=0.5:r=48000",
            "-c:v libx264 -preset ultrafast", "h264 426x240, 25 constant, 50, 8 bit, aac 48000 x1");
        row("odd size", "odd.mp4", "testsrc=s=641x359:r=25:d=1", "",
            "-c:v libx264 -preset ultrafast -pix_fmt yuv444p", "h264 641x359, 25 constant, 25, 8 bit");
        row("239 high", "239.mp4", "testsrc=s=426x239:r=25:d=1", "",
            "-c:v libx264 -preset ultrafast -pix_fmt yuv444p", "h264 426x239, 25 constant, 25, 8 bit");
        row("1:9", "slim.mp4", "testsrc2=s=80x720:r=25:d=1", "", "-c:v libx264 -preset ultrafast",
            "h264 80x720, 25 constant, 25, 8 bit");
        row("one picture", "one.mp4", "testsrc2=s=426x240:r=25:d=0.04", "", "-c:v libx264 -preset ultrafast",
            "h264 426x240, 25 constant, 1, 8 bit");
    }

    void kinds()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, picture);
        QFETCH(QByteArray, sound);
        QFETCH(QByteArray, coding);
        QFETCH(QString, expected);
        QVERIFY(m_clips.make(name, picture, sound, coding));
        const auto clip = probeClip(m_clips.path(name));
        QVERIFY2(clip, clip ? "" : qPrintable(clip.error().serviceMessage));
        QCOMPARE(facts(*clip), expected);
        QCOMPARE(clip->streams, sound.isEmpty() ? 1 : 2);
        compareFrames(m_clips.path(name), clip->video.frames);
    }

    // Three readers of the same file: what the player steps through, and what a proxy is checked by, must be
    // what the probe counted.
    void playbackCountsTheSame_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"b.mp4", "vfr.mp4", "vfr.mkv", "vp8.webm", "vp9.webm", "a.avi", "b.avi",
                                 "vfr.avi", "a.gif", "a.ts", "a.mpg", "f.mp4"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }

    void playbackCountsTheSame()
    {
        QFETCH(QString, name);
        const auto times = readFrameTimes(m_clips.path(name), {});
        QVERIFY(times);
        const auto scan = scanFrames(m_clips.path(name));
        QVERIFY(scan);
        QCOMPARE(frameDifference(scan->times, *times), QString());
        const std::atomic<bool> closing{false};
        ClipReader reader(closing);
        QVERIFY(reader.open(m_clips.path(name)));
        QCOMPARE(reader.index().count(), int(times->size()));
        for (int i = 0; i < reader.index().count(); ++i)
            QCOMPARE(qint64(reader.index().timeOf(i).count()), qint64(times->at(std::size_t(i)).count()));
    }

    void soundAndPictureAreMeasuredApart()
    {
        const auto longer = probeClip(m_clips.path(QStringLiteral("more.mp4")));
        QVERIFY(longer && longer->audio);
        QCOMPARE(qint64(longer->duration.count()), 1000000);
        QVERIFY(qAbs(longer->audio->duration.count() - 3000000) < 50000);
        const auto shorter = probeClip(m_clips.path(QStringLiteral("less.mp4")));
        QVERIFY(shorter && shorter->audio);
        QCOMPARE(qint64(shorter->duration.count()), 2000000);
        QVERIFY(qAbs(shorter->audio->duration.count() - 500000) < 50000);
    }
};

QTEST_GUILESS_MAIN(TestProbeClips)
#include "tst_probeclips.moc"
