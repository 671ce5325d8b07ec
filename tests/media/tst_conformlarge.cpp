// SPDX-License-Identifier: GPL-3.0-or-later
// Large, long and crowded clips, other shapes, and what is refused.
#include "clipmakes.h"
#include "conformproof.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

class TestConformLarge : public QObject
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
        row("1080p60", "a.mp4", "0.1-2.15", "Trimmed to 0.1 s to 2.15 s",
            filtered(wishOf("60", 2.2, {240, 136}), "scale=1920:1080:flags=neighbor,setsar=1", fast));
        row("4K", "a.mkv", "", "Packed as MP4",
            filtered(wishOf("15", 2, {240, 136}), "scale=3840:2160:flags=neighbor,setsar=1", fast));
        row("720p 29.97", "a.mp4", "0.3003-2.3357", "Trimmed to 0.3 s to 2.34 s",
            filtered(wishOf("30000/1001", 2.4, {240, 136}), "scale=1280:720:flags=neighbor,setsar=1", fast));
        row("10.02 s", "a.mp4", "", "Cut to the first 10 s of 10.02 s", plain(wishOf("50", 10.02)));
        row("65 min", "a.mp4", "2341-2346", "Trimmed to 2341 s to 2346 s",
            plain(coded(wishOf("1", 3900, {64, 48}), "libx264", "", "yuv420p", "-g 250 -bf 2")));
        row("hundreds of streams", "a.mkv", "", "Packed as MP4", [](const QString &file) {
            QStringList maps{QStringLiteral("-map"), QStringLiteral("0:v")};
            for (int i = 0; i < 399; ++i)
                maps += {QStringLiteral("-map"), QStringLiteral("0:a")};
            return through(wishOf(), maps + words("-c copy"))(file);
        });
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

    void framings_data()
    {
        QTest::addColumn<QSize>("seen");
        QTest::addColumn<QString>("pixels"); // their shape
        QTest::addColumn<QString>("framing");
        QTest::addColumn<QString>("shape");
        QTest::addColumn<QSize>("made");
        QTest::newRow("1:9 with bars") << QSize(120, 1080) << ""
                                       << "fit"
                                       << "" << QSize(240, 1920);
        QTest::newRow("1:9 cropped") << QSize(120, 1080) << ""
                                     << "fill"
                                     << "" << QSize(240, 1920);
        QTest::newRow("wide to tall, bars") << QSize(320, 240) << ""
                                            << "fit"
                                            << "9:16" << QSize(320, 568);
        QTest::newRow("tall to wide, bars") << QSize(240, 320) << ""
                                            << "fit"
                                            << "16:9" << QSize(568, 320);
        QTest::newRow("wide pixels, bars") << QSize(320, 240) << "4/3"
                                           << "fit"
                                           << "1:1" << QSize(320, 320);
        QTest::newRow("tall, cropped a little") << QSize(240, 320) << ""
                                                << "fill"
                                                << "4:5" << QSize(240, 300);
    }

    void framings()
    {
        QFETCH(QSize, seen);
        QFETCH(QString, pixels);
        QFETCH(QString, framing);
        QFETCH(QString, shape);
        ClipWish clip = wishOf("15", 2, seen);
        clip.sampleAspect = pixels;
        QVERIFY(makeClip(path(QStringLiteral("a.mp4")), clip));
        const ConformWish wish{std::nullopt, *framingFromName(framing), shapeFromText(shape)};
        const Conformed run =
            conformAndProve(path(QStringLiteral("a.mp4")), wish, path(QStringLiteral("made.mp4")));
        QCOMPARE(run.wrong, QString());
        QTEST(run.made.video.size, "made");
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<Make>("make");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char *name, const char *file, const char *kind, const Make &make) {
            QTest::newRow(name) << QString::fromLatin1(file) << make << QString::fromLatin1(kind);
        };
        row("1:9 kept", "a.mp4", "ClipUnfit", plain(wishOf("15", 2, {60, 540})));
        row("1.9 s", "a.mp4", "ClipTooShort", plain(wishOf("30", 1.9)));
        row("cut off", "a.mp4", "FileDamaged", [](const QString &file) {
            ClipWish wish = wishOf("30", 3);
            wish.more = words("-movflags +faststart");
            return makeClip(file + u".whole.mp4", wish) && cutOff(file + u".whole.mp4", file, 0.5);
        });
        const auto written = [](const QByteArray &bytes) {
            return [bytes](const QString &file) {
                QFile target(file);
                return target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size();
            };
        };
        row("empty", "a.mp4", "NotAVideo", written({}));
        row("text", "a.mp4", "NotAVideo", written("Not a video, whatever it is called.\n"));
        row("sound only", "a.mp4", "NoPicture", plain(coded(wishOf(), "", "aac")));
    }

    void refusals()
    {
        QFETCH(QString, file);
        QFETCH(Make, make);
        QVERIFY(make(path(file)));
        const Conformed run = conformAndProve(path(file), {}, path(QStringLiteral("made.mp4")));
        QTEST(run.wrong, "kind");
        QVERIFY(!QFile::exists(path(QStringLiteral("made.mp4"))));
    }
};

QTEST_GUILESS_MAIN(TestConformLarge)
#include "tst_conformlarge.moc"
