// SPDX-License-Identifier: GPL-3.0-or-later
// retake-cli compare: numbers for each frame, without an account, a network or a library.
#include "cliprogram.h"
#include "support/clipmaker.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace retake;

class TestCliCompare : public QObject
{
    Q_OBJECT
    QTemporaryDir m_media;

    QString media(const char *name) const { return m_media.filePath(QString::fromUtf8(name)); }

    bool filtered(const char *name, const QString &filter, const QStringList &more = {}) const
    {
        return runFfmpeg(QStringList{QStringLiteral("-y"), QStringLiteral("-i"), media("clip.mp4"),
                                     QStringLiteral("-vf"), filter, QStringLiteral("-c:v"),
                                     QStringLiteral("libx264"), QStringLiteral("-qp"), QStringLiteral("0")} +
                         more + QStringList{media(name)});
    }

    CliRun compare(const char *before, const char *after, bool json = true)
    {
        CliProgram cli;
        QStringList line{QStringLiteral("compare"), media(before), media(after)};
        if (json)
            line.append(QStringLiteral("--json"));
        CliRun run = cli.run(line);
        if (QDir(cli.dataDir()).exists())
            run.status = -2; // it must leave no trace
        return run;
    }

    static QJsonObject summary(const CliRun &run)
    {
        return run.objects.isEmpty() ? QJsonObject() : run.objects.last()[u"summary"].toObject();
    }

private Q_SLOTS:

    void initTestCase()
    {
        ClipWish wish;
        wish.size = QSize(320, 180);
        wish.seconds = 1;
        wish.audioCodec.clear();
        wish.more = {QStringLiteral("-qp"), QStringLiteral("0")};
        QVERIFY(makeClip(media("clip.mp4"), wish));
        QVERIFY(filtered("one.mp4", QStringLiteral("negate=enable=eq(n\\,12)")));
        QVERIFY(filtered("piece.mp4", QStringLiteral("trim=start_frame=10,setpts=PTS-STARTPTS")));
        QVERIFY(filtered("other.mp4", QStringLiteral("hue=h=90,scale=160:90,fps=15,trim=end=0.8")));
        QFile text(media("notes.txt"));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("Not a video.\n") > 0);
    }

    void everyFrameIsALine()
    {
        const CliRun run = compare("clip.mp4", "one.mp4");
        QCOMPARE(run.status, 0);
        QCOMPARE(run.objects.size(), 31);
        const QStringList keys{QStringLiteral("ssim_y"), QStringLiteral("ssim_u"), QStringLiteral("ssim_v"),
                               QStringLiteral("ssim"),   QStringLiteral("psnr_y"), QStringLiteral("psnr_u"),
                               QStringLiteral("psnr_v"), QStringLiteral("psnr")};
        for (int number = 0; number < 30; ++number) {
            const QJsonObject frame = run.objects[number];
            QCOMPARE(frame[u"frame"].toInt(-1), number);
            QCOMPARE(frame[u"before_frame"].toInt(-1), number);
            QCOMPARE(frame[u"after_frame"].toInt(-1), number);
            QVERIFY(qAbs(frame[u"time"].toDouble(-1) - number / 30.0) < 0.001);
            for (const QString &key : keys)
                QVERIFY2(frame.contains(key), qPrintable(key));
            QCOMPARE(frame[u"ssim"].toDouble() < 0.9, number == 12);
            QCOMPARE(frame[u"psnr"].isNull(), number != 12); // infinite: the same
        }
        const QJsonObject all = summary(run);
        QCOMPARE(all[u"frames"].toInt(), 30);
        QCOMPARE(all[u"most_changed"].toInt(), 12);
        QCOMPARE(all[u"least_changed"].toInt(), 0);
        QCOMPARE(all[u"changed_share"].toDouble(), 1 / 30.0);
        QCOMPARE(all[u"matched_by"].toString(), QStringLiteral("time"));
        QVERIFY(all[u"same_length"].toBool() && all[u"same_rate"].toBool() && all[u"same_size"].toBool());
        QVERIFY(all[u"notes"].toArray().isEmpty());
    }

    void peopleGetATableAndASentence()
    {
        const CliRun run = compare("clip.mp4", "one.mp4", false);
        QCOMPARE(run.status, 0);
        QVERIFY(run.out.contains(u"SSIM Y") && run.out.contains(u"PSNR Y"));
        QVERIFY2(run.out.contains(u"most changed, 00:00.4"), qPrintable(run.out));
        QVERIFY2(run.out.contains(u"Changed most at 00:00.4"), qPrintable(run.out));
        QVERIFY(run.out.contains(u"sound not compared"));
        QVERIFY(run.out.count(u'\n') <= 6);
        QVERIFY(compare("clip.mp4", "clip.mp4", false).out.contains(u"No frame has changed;"));
    }

    void whatDiffersIsSaid()
    {
        const CliRun run = compare("clip.mp4", "other.mp4");
        QCOMPARE(run.status, 0);
        const QJsonObject all = summary(run);
        QVERIFY(!all[u"same_length"].toBool() && !all[u"same_rate"].toBool() && !all[u"same_size"].toBool());
        QVERIFY(all[u"same_shape"].toBool());
        QCOMPARE(all[u"notes"].toArray().size(), 3);
        QVERIFY(all[u"changed_share"].toDouble() > 0.9);
        QCOMPARE(all[u"frames"].toInt(), 24); // what both have
        QVERIFY(compare("clip.mp4", "other.mp4", false).out.contains(u"The rates differ (30.00 and 15.00"));
    }

    // A take's recipe tells which frames it was made from; another clip's recipe does not count.
    void aRecipeTellsTheFrames()
    {
        const auto write = [this](const char *clip) {
            const QJsonObject sent{{QStringLiteral("file"), media(clip)},
                                   {QStringLiteral("frame_map"), QStringLiteral("10+1x20")},
                                   {QStringLiteral("sent_frame_rate"), QStringLiteral("30/1")}};
            QFile recipe(media("piece.json"));
            return recipe.open(QIODevice::WriteOnly) &&
                   recipe.write(QJsonDocument(QJsonObject{{QStringLiteral("clip"), sent}}).toJson()) > 0;
        };
        QVERIFY(write("clip.mp4"));
        const CliRun run = compare("clip.mp4", "piece.mp4");
        QCOMPARE(run.status, 0);
        QCOMPARE(summary(run)[u"matched_by"].toString(), QStringLiteral("frames"));
        QCOMPARE(summary(run)[u"frames"].toInt(), 20);
        QCOMPARE(run.objects.first()[u"before_frame"].toInt(), 10);
        QVERIFY(run.objects.first()[u"psnr"].isNull());

        QVERIFY(write("one.mp4"));
        const CliRun torn = compare("clip.mp4", "piece.mp4");
        QCOMPARE(summary(torn)[u"matched_by"].toString(), QStringLiteral("time"));
        QVERIFY(torn.objects.first()[u"psnr"].isDouble());
        QVERIFY(QFile::remove(media("piece.json")));
    }

    void whatIsNoVideoIsRefused()
    {
        const CliRun text = compare("clip.mp4", "notes.txt");
        QCOMPARE(text.status, 3);
        QCOMPARE(text.error()[u"kind"].toString(), QStringLiteral("NotAVideo"));
        QVERIFY(text.err.contains(u"notes.txt"));
        QCOMPARE(text.objects.size(), 1); // the error
        QCOMPARE(compare("nowhere.mp4", "clip.mp4").status, 3);
    }

    void withoutFfmpegItIsTheToolThatFails()
    {
        CliProgram cli;
        cli.setVariable(QStringLiteral("PATH"), m_media.path());
        const CliRun run = cli.run(
            {QStringLiteral("compare"), media("clip.mp4"), media("one.mp4"), QStringLiteral("--json")});
        QCOMPARE(run.status, 7);
        QCOMPARE(run.error()[u"kind"].toString(), QStringLiteral("ToolMissing"));
    }
};

QTEST_GUILESS_MAIN(TestCliCompare)
#include "tst_cli_compare.moc"
