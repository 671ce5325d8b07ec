// SPDX-License-Identifier: GPL-3.0-or-later
// Sound stays with the picture: a white flash and a beep at the same moment are found again in what is sent.
#include "clipmakes.h"
#include "conformrun.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace retake;

namespace {

constexpr double flashAt = 1.5;

struct Beep
{
    QString rate = QStringLiteral("30");
    QString picture = QStringLiteral("-c:v libx264 -preset ultrafast -g 40 -pix_fmt yuv420p");
    QString sound = QStringLiteral("-c:a aac");
    QString layout = QStringLiteral("mono");
    int samples = 48000;
    double pictureSeconds = 4;
    double soundSeconds = 4;
    QString filter = QStringLiteral("null");
};

bool makeBeep(const QString &file, const Beep &beep)
{
    const QString picture =
        QStringLiteral("color=black:s=240x240:r=%1:d=%2,drawbox=c=white:t=fill:enable='between(t,%3,%4)',%5")
            .arg(beep.rate)
            .arg(beep.pictureSeconds)
            .arg(flashAt - 0.001)
            .arg(flashAt + 0.2)
            .arg(beep.filter);
    const QString tone = QStringLiteral("aevalsrc='if(between(t,%1,%2),sin(2*PI*1000*t),0)':s=%3:d=%4,"
                                        "aformat=channel_layouts=%5")
                             .arg(flashAt)
                             .arg(flashAt + 0.2)
                             .arg(beep.samples)
                             .arg(beep.soundSeconds)
                             .arg(beep.layout);
    QStringList arguments{QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"), picture};
    arguments += {QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"), tone};
    return runFfmpeg(arguments + beep.picture.split(u' ') + beep.sound.split(u' ') + QStringList{file});
}

// Seconds from the beginning of the file, as a player counts; negative: none.
double flashIn(const QString &file, double rate)
{
    QByteArray raw;
    runFfmpeg({QStringLiteral("-i"), file, QStringLiteral("-map"), QStringLiteral("0:V:0"),
               QStringLiteral("-vf"), QStringLiteral("scale=1:1:flags=area"), QStringLiteral("-fps_mode"),
               QStringLiteral("passthrough"), QStringLiteral("-f"), QStringLiteral("rawvideo"),
               QStringLiteral("-pix_fmt"), QStringLiteral("gray"), QStringLiteral("pipe:1")},
              {}, &raw);
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (uchar(raw.at(i)) > 128)
            return double(i) / rate;
    }
    return -1;
}

double beepIn(const QString &file)
{
    QByteArray raw;
    runFfmpeg({QStringLiteral("-i"), file, QStringLiteral("-map"), QStringLiteral("0:a:0"),
               QStringLiteral("-af"), QStringLiteral("aresample=48000:async=1:first_pts=0"),
               QStringLiteral("-ac"), QStringLiteral("1"), QStringLiteral("-f"), QStringLiteral("s16le"),
               QStringLiteral("pipe:1")},
              {}, &raw);
    const auto *samples = reinterpret_cast<const qint16 *>(raw.constData());
    for (qsizetype i = 0; i < raw.size() / 2; ++i) {
        if (std::abs(int(samples[i])) > 1500)
            return double(i) / 48000;
    }
    return -1;
}

} // namespace

Q_DECLARE_METATYPE(Beep)

class TestConformSound : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }

private Q_SLOTS:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void flashAndBeep_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<Beep>("beep");
        QTest::addColumn<QString>("trim");
        QTest::addColumn<double>("lead"); // the sound is put off by so much while copying; less: the picture
        const auto row = [](const char *name, const char *file, const char *trim, const Beep &beep,
                            double lead = 0) {
            QTest::newRow(name) << QString::fromLatin1(file) << beep << QString::fromLatin1(trim) << lead;
        };
        const QString h264 = Beep().picture;
        Beep beep;
        row("mp4", "a.mp4", "0.5-3.5", beep);
        row("mkv", "a.mkv", "", beep);
        row("ts", "a.ts", "0.8-3.6", beep);
        beep.rate = QStringLiteral("30000/1001");
        row("29.97, cut between packets", "a.mp4", "0.7007-3.3033", beep);
        beep = {};
        beep.rate = QStringLiteral("120");
        row("120 a second", "a.mkv", "0.25-3.25", beep);
        beep = {};
        beep.filter = QStringLiteral("select='lt(t,1)+not(mod(n,3))'");
        beep.picture += QStringLiteral(" -fps_mode vfr");
        row("uneven", "a.mkv", "0.6-3.6", beep);
        beep = {};
        beep.layout = QStringLiteral("5.1");
        row("5.1", "a.mp4", "0.5-3.5", beep);
        beep = {};
        beep.samples = 22050;
        row("mono, 22 kHz", "a.mp4", "0.5-3.5", beep);
        beep.sound = QStringLiteral("-c:a pcm_s16le");
        beep.picture = QStringLiteral("-c:v mpeg4 -q:v 3");
        row("avi", "a.avi", "0.5-3.5", beep);
        beep.picture = QStringLiteral("-c:v prores_ks");
        row("ProRes", "a.mov", "0.5-3.5", beep);
        beep = {};
        beep.sound = QStringLiteral("-c:a libopus");
        beep.picture = QStringLiteral("-c:v libvpx -deadline realtime -cpu-used 8 -b:v 500k");
        row("webm", "a.webm", "0.5-3.5", beep);
        beep = {};
        beep.soundSeconds = 2;
        row("sound ends early", "a.mkv", "", beep);
        beep = {};
        beep.pictureSeconds = 3;
        beep.soundSeconds = 6;
        row("sound ends late", "a.mkv", "", beep);
        beep = {};
        row("sound begins late", "a.mkv", "0.2-3.4", beep, 0.7);
        row("picture begins late", "a.mkv", "0.2-3.4", beep, -0.7);
    }

    void flashAndBeep()
    {
        QFETCH(QString, file);
        QFETCH(Beep, beep);
        QFETCH(QString, trim);
        QFETCH(double, lead);
        QVERIFY(makeBeep(path(file), beep));
        if (lead != 0) {
            const QString late = path(QStringLiteral("late.mkv"));
            const QString picture = lead > 0 ? QStringLiteral("0:v") : QStringLiteral("1:v");
            const QString sound = lead > 0 ? QStringLiteral("1:a") : QStringLiteral("0:a");
            QVERIFY(runFfmpeg({QStringLiteral("-i"), path(file), QStringLiteral("-itsoffset"),
                               QString::number(std::abs(lead)), QStringLiteral("-i"), path(file),
                               QStringLiteral("-map"), picture, QStringLiteral("-map"), sound,
                               QStringLiteral("-c"), QStringLiteral("copy"), late}));
            file = QStringLiteral("late.mkv");
        }
        const auto clip = probeClip(path(file));
        QVERIFY(clip && clip->audio);
        const std::optional<Trim> wished = trim.isEmpty() ? std::nullopt : std::optional(*parseTrim(trim));
        const auto plan = planConform(*clip, wished, wan());
        QVERIFY(plan && !plan->copy);
        const auto made = runPlan(*clip, *plan, path(QStringLiteral("made.mp4")));
        QVERIFY2(made, made ? "" : qPrintable(made.error().serviceMessage));
        QVERIFY(made->audio);
        // heard from the first picture to the last, with silence where the source has none
        QVERIFY(std::abs(double(made->audio->duration.count() - made->duration.count())) < 45000);

        const double flash = flashIn(made->file, plan->frameRate.toDouble());
        const double heard = beepIn(made->file);
        QVERIFY(flash >= 0 && heard >= 0);
        const double in = double(plan->piece.in.count()) / 1e6;
        // of uneven frames the grid moves the picture by half a frame at most
        const double half = clip->video.constantRate ? 0.002 : 0.5 / plan->frameRate.toDouble();
        const double lag = heard - (flashAt - in + lead);
        QVERIFY2(std::abs(lag) < 0.010, qPrintable(QString::number(lag)));
        QVERIFY2(std::abs(heard - flash - lead) < 0.010 + (half > 0.002 ? half : 0),
                 qPrintable(QStringLiteral("flash %1, beep %2").arg(flash).arg(heard)));
    }

    void aPieceWithoutSoundIsSilent()
    {
        Beep beep;
        beep.soundSeconds = 1.6;
        QVERIFY(makeBeep(path(QStringLiteral("a.mkv")), beep));
        const auto clip = probeClip(path(QStringLiteral("a.mkv")));
        QVERIFY(clip && clip->audio);
        const auto made = conform(*clip, *parseTrim(QStringLiteral("1.8-4")), path(QStringLiteral("m.mp4")));
        QVERIFY2(made, made ? "" : qPrintable(made.error().serviceMessage));
        QVERIFY(made->audio);
        QCOMPARE(beepIn(made->file), -1.0);
    }

    void noSoundStaysNone()
    {
        ClipWish wish;
        wish.audioCodec.clear();
        QVERIFY(makeClip(path(QStringLiteral("a.mkv")), wish));
        const auto clip = probeClip(path(QStringLiteral("a.mkv")));
        const auto made = conform(*clip, std::nullopt, path(QStringLiteral("m.mp4")));
        QVERIFY(made && !made->audio);
    }
};

QTEST_GUILESS_MAIN(TestConformSound)
#include "tst_conformsound.moc"
