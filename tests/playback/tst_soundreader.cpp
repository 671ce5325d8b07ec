// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/soundreader.h"

#include "playback/clipreader.h"
#include "playback/soundfeed.h"
#include "support/beepclip.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;
using namespace std::chrono_literals;

namespace {

constexpr qint64 twoMilliseconds = 96; // frames of 48 kHz

// The picture's own count says when it begins.
qint64 firstPictureOf(const QString &file)
{
    const std::atomic<bool> closing{false};
    ClipReader pictures(closing);
    return pictures.open(file) ? pictures.index().ptsOf(0) : -1;
}

QByteArray read(SoundReader &reader, qint64 first, int frames)
{
    QByteArray bytes(frames * 4, '\x55');
    for (int done = 0; done < frames; done += 1000)
        reader.read(first + done, std::min(1000, frames - done), bytes.data() + done * 4);
    return bytes;
}

} // namespace

class TestSoundReader : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

    QString make(const char *name, const QStringList &output, const QStringList &soundInput = {})
    {
        const QString file = m_dir.filePath(QString::fromLatin1(name));
        return makeBeepClip(file, output, soundInput) ? file : QString();
    }

private Q_SLOTS:

    void beepsAreWhereTheyAre_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("input");
        QTest::addColumn<double>("late"); // seconds that the sound is late
        const char *x264 = "-c:v libx264 -preset ultrafast -bf 2 ";
        const auto row = [&](const char *name, const char *output, const char *input = "", double late = 0) {
            QTest::newRow(name) << QString::fromLatin1(name)
                                << QString::fromLatin1(x264) + QString::fromLatin1(output)
                                << QString::fromLatin1(input) << late;
        };
        row("aac.mp4", "-c:a aac -b:a 160k");
        row("pcm.mov", "-c:a pcm_s16le");
        row("mp3.mkv", "-c:a libmp3lame");
        // FFmpeg shifts the picture by the coder's delay when it writes this, and the sound not.
        row("opus.mkv", "-c:a libopus -ar 48000", "", -0.007);
        row("aac.ts", "-c:a aac -b:a 160k");
        row("mono.mp4", "-c:a aac -b:a 96k -ac 1 -ar 22050");
        row("late.mp4", "-c:a aac -b:a 160k", "-itsoffset 0.3", 0.3);
        row("late.mkv", "-c:a pcm_s16le", "-itsoffset 0.3", 0.3);
        row("early.mov", "-c:a pcm_s16le", "-ss 0.25", -0.25);
        row("before.mkv", "-c:a pcm_s16le", "-itsoffset -0.25", -0.25); // begins before the picture
    }

    void beepsAreWhereTheyAre()
    {
        QFETCH(QString, name);
        QFETCH(QString, output);
        QFETCH(QString, input);
        QFETCH(double, late);
        const QString file = make(qPrintable(name), output.split(u' ', Qt::SkipEmptyParts),
                                  input.split(u' ', Qt::SkipEmptyParts));
        QVERIFY(!file.isEmpty());
        const std::atomic<bool> closing{false};
        SoundReader reader(closing);
        QVERIFY(reader.open(file, firstPictureOf(file)));
        const qint64 shift = qint64(late * 48'000);

        const auto whole = leftOf(read(reader, 0, 3 * 48'000 + 24'000));
        for (int second = 1; second <= 3; ++second) {
            const qint64 due = second * 48'000 + shift;
            const qint64 found = onset(whole, due - 4800);
            QVERIFY2(std::abs(found - due) <= twoMilliseconds,
                     qPrintable(QStringLiteral("%1 instead of %2").arg(found).arg(due)));
        }
        // After seeks: into silence before a beep, close before one, into the middle of one, back and forth.
        for (const auto &[second, before] : {std::pair(3, 30'000), std::pair(1, 200), std::pair(2, 9000),
                                             std::pair(1, 48'000), std::pair(3, 500)}) {
            const qint64 due = second * 48'000 + shift;
            const auto part = leftOf(read(reader, due - before, before + 2000));
            const qint64 found = onset(part, std::max(0, before - 4000));
            QVERIFY2(std::abs(found - before) <= twoMilliseconds,
                     qPrintable(QStringLiteral("%1 instead of %2").arg(found).arg(before)));
        }
        const auto inside = leftOf(read(reader, 2 * 48'000 + shift + 2400, 1000));
        QVERIFY(onset(inside) >= 0 && onset(inside) < 48);
        if (name.endsWith(u".mkv"))
            return; // its times are rounded to milliseconds
        // And the same samples, whichever way they were reached.
        const auto again = leftOf(read(reader, 48'000 + shift - 100, 4000));
        const auto there =
            std::vector(whole.begin() + 48'000 + shift - 100, whole.begin() + 48'000 + shift + 3900);
        qint64 difference = 0;
        for (std::size_t i = 0; i < again.size(); ++i)
            difference = std::max<qint64>(difference, std::abs(again[i] - there[i]));
        QVERIFY2(difference < 2000, qPrintable(QString::number(difference)));
    }

    // Cut without coding anew: half a second is there and hidden by an edit list.
    void editListsCount()
    {
        const QString whole = make("whole.mp4", {QStringLiteral("-c:v"), QStringLiteral("libx264"),
                                                 QStringLiteral("-c:a"), QStringLiteral("aac")});
        const QString cut = m_dir.filePath(QStringLiteral("cut.mp4"));
        QVERIFY(runFfmpeg({QStringLiteral("-ss"), QStringLiteral("0.5"), QStringLiteral("-i"), whole,
                           QStringLiteral("-c"), QStringLiteral("copy"), cut}));
        const std::atomic<bool> closing{false};
        SoundReader reader(closing);
        QVERIFY(reader.open(cut, firstPictureOf(cut)));
        for (int second = 1; second <= 3; ++second) {
            const qint64 due = second * 48'000 - 24'000;
            const qint64 found = onset(leftOf(read(reader, due - 9000, 12'000)));
            QVERIFY2(std::abs(found - 9000) <= twoMilliseconds, qPrintable(QString::number(found)));
        }
    }

    void noSoundIsNone()
    {
        const QString file = m_dir.filePath(QStringLiteral("mute.mp4"));
        ClipWish wish;
        wish.seconds = 0.5;
        wish.audioCodec.clear();
        QVERIFY(makeClip(file, wish));
        const std::atomic<bool> closing{false};
        QVERIFY(!SoundReader(closing).open(file, 0));
        QVERIFY(!SoundReader(closing).open(m_dir.filePath(QStringLiteral("none.mp4")), 0));
    }

    // What a device gets: the beep comes once a round, wherever the loop begins and ends.
    void loopsRepeatTheSound()
    {
        const QString file = make("loop.mp4", {QStringLiteral("-c:v"), QStringLiteral("libx264"),
                                               QStringLiteral("-c:a"), QStringLiteral("aac")});
        SoundFeed feed;
        QSignalSpy looked(&feed, &SoundFeed::looked);
        feed.setClip(Side::Before, {file, firstPictureOf(file), 0ms});
        feed.look(Side::Before);
        QTRY_COMPARE(looked.size(), 1);
        QCOMPARE(looked.first().at(2).toBool(), true);
        feed.choose(Side::Before);
        feed.setLoop(Trim{900ms, 1400ms});
        feed.begin(SoundFormat(), 600ms);
        QByteArray all;
        QByteArray period(960 * 4, 0);
        for (int i = 0; i < 125; ++i) { // 2.5 s
            QTest::qWait(1);
            QCOMPARE(feed.take(period.data(), period.size()), period.size());
            all += period;
        }
        const auto sound = leftOf(all);
        qint64 from = 0;
        for (const int due : {400, 900, 1400, 1900, 2400}) {
            const qint64 found = onset(sound, from);
            QVERIFY2(std::abs(found - due * 48) <= twoMilliseconds, qPrintable(QString::number(found)));
            from = found + 9600;
        }
        QCOMPARE(feed.momentOf(feed.playOf(48 * 900)), Microseconds(1s));
    }

    // The other side, at its own place: the cut of After begins 0.5 s into Before.
    void sidesChangeWhileTaken()
    {
        const QString before = make("a.mov", {QStringLiteral("-c:v"), QStringLiteral("libx264"),
                                              QStringLiteral("-c:a"), QStringLiteral("pcm_s16le")});
        SoundFeed feed;
        for (const Side side : bothSides) {
            feed.setClip(side, {before, firstPictureOf(before), side == Side::Before ? 0ms : 500ms});
            feed.look(side);
        }
        feed.choose(Side::Before);
        feed.begin(SoundFormat(), 0ms);
        QByteArray all;
        QByteArray period(960 * 4, 0);
        for (int i = 0; i < 100; ++i) {
            if (i == 60)
                feed.choose(Side::After);
            QTest::qWait(1);
            feed.take(period.data(), period.size());
            all += period;
        }
        const auto sound = leftOf(all);
        const qint64 first = onset(sound);
        QVERIFY(std::abs(first - 48'000) <= twoMilliseconds); // of Before
        const qint64 second = onset(sound, first + 9600);
        QVERIFY2(std::abs(second - 72'000) <= twoMilliseconds,
                 qPrintable(QString::number(second))); // of After
    }
};

QTEST_GUILESS_MAIN(TestSoundReader)
#include "tst_soundreader.moc"
