// SPDX-License-Identifier: GPL-3.0-or-later
// What is refused before anything is sent, and the commands that only look.
#include "cliprogram.h"
#include "support/clipmaker.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QTest>

using namespace retake;

class TestCliInputs : public QObject
{
    Q_OBJECT

    QTemporaryDir m_media;

    QString media(const char *name) const { return m_media.filePath(QString::fromUtf8(name)); }

    static QStringList words(const char *line)
    {
        return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
    }

    // A line of words; {} at their front stands for the folder of the media.
    QStringList commandLine(const QString &line) const
    {
        QStringList list = line.split(u' ', Qt::SkipEmptyParts);
        for (QString &word : list) {
            if (word.startsWith(u"{}"))
                word = m_media.filePath(word.mid(2));
        }
        return list;
    }

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(makeClip(media("clip.mp4")));
        ClipWish tall;
        tall.size = QSize(80, 720);
        tall.rate = QStringLiteral("15");
        QVERIFY(makeClip(media("tall.mp4"), tall));
        ClipWish sound;
        sound.videoCodec.clear();
        QVERIFY(makeClip(media("sound.mp4"), sound));
        ClipWish streamable;
        streamable.more = words("-movflags +faststart");
        QVERIFY(makeClip(media("whole.mp4"), streamable));
        QVERIFY(cutOff(media("whole.mp4"), media("cut.mp4"), 0.6));
        ClipWish brief;
        brief.seconds = 1;
        QVERIFY(makeClip(media("brief.mp4"), brief));
        QFile text(media("notes.txt"));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("Not a video.\n") > 0);
        const auto draw = [this](const char *name, QSize size) {
            QImage picture(size, QImage::Format_RGB888);
            picture.fill(Qt::darkGreen);
            return picture.save(media(name));
        };
        QVERIFY(draw("hat.png", {320, 320}));
        QVERIFY(draw("tiny.png", {100, 100}));
        QVERIFY(draw("heavy.bmp", {3300, 3100})); // 30.7 MB
        QVERIFY(QDir(m_media.path()).mkdir(QStringLiteral("folder")));
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("named");
        QTest::newRow("nothing") << ""
                                 << "edit FILE";
        QTest::newRow("unknown command") << "paint x"
                                         << "“paint”";
        QTest::newRow("nothing to remake") << "remake"
                                           << "“remake” needs a file";
        QTest::newRow("one of two") << "compare a.mp4"
                                    << "two files";
        QTest::newRow("three of two") << "compare a.mp4 b.mp4 c.mp4"
                                      << "“c.mp4”";
        QTest::newRow("import of what") << "import"
                                        << "name of a service";
        QTest::newRow("import of too much") << "import dashscope 1 2"
                                            << "“2”";
        QTest::newRow("lost without a number") << "lost"
                                               << "number of a task";
        QTest::newRow("unknown option") << "edit x.mp4 --colour red"
                                        << "--colour";
        QTest::newRow("short option") << "edit x.mp4 -x"
                                      << "-x";
        QTest::newRow("no file") << "edit --prompt x"
                                 << "needs a file";
        QTest::newRow("no value") << "edit x.mp4 --prompt"
                                  << "--prompt needs a value";
        QTest::newRow("option for a value") << "edit x.mp4 --prompt --json"
                                            << "--prompt needs a value";
        QTest::newRow("value for a flag") << "tasks --json=yes"
                                          << "--json";
        QTest::newRow("twice") << "edit x.mp4 --seed 1 --seed 2"
                               << "--seed";
        QTest::newRow("too much") << "tasks now"
                                  << "“now”";
        QTest::newRow("option of another command") << "probe x.mp4 --prompt y"
                                                   << "--prompt";
        QTest::newRow("no number") << "cancel"
                                   << "number of a task";
        QTest::newRow("unknown language") << "models --lang fr"
                                          << "“fr”";
    }

    void wrongUsage()
    {
        QFETCH(QString, line);
        QFETCH(QString, named);
        CliProgram cli;
        const CliRun run = cli.run(commandLine(line));
        QCOMPARE(run.status, 2);
        QVERIFY(run.out.isEmpty());
        QVERIFY2(run.err.contains(named), qPrintable(run.err));
        QVERIFY(run.err.contains(u"Usage: retake-cli"));
        QVERIFY(!QDir(cli.dataDir()).exists());
    }

    void badInput_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const QString &line, const char *kind, const char *named) {
            QTest::newRow(name) << line << QString::fromLatin1(kind) << QString::fromUtf8(named);
        };
        const QString edit = QStringLiteral("edit {}clip.mp4 --prompt snow ");
        row("no such file", QStringLiteral("edit {}none.mp4 --prompt snow"), "FileMissing", "none.mp4");
        row("a folder", QStringLiteral("edit {}folder --prompt snow"), "FileUnreadable", "folder");
        row("not a video", QStringLiteral("edit {}notes.txt --prompt snow"), "NotAVideo", "notes.txt");
        row("no picture", QStringLiteral("edit {}sound.mp4 --prompt snow"), "NoPicture", "sound.mp4");
        row("cut off", QStringLiteral("edit {}cut.mp4 --prompt snow"), "FileDamaged", "cut.mp4");
        row("too short", QStringLiteral("edit {}brief.mp4 --prompt snow"), "ClipTooShort", "brief.mp4");
        row("a shape that is not taken", QStringLiteral("plan {}tall.mp4"), "ClipUnfit", "1:9");
        row("unknown framing", QStringLiteral("plan {}tall.mp4 --framing stretch"), "BadParameter",
            "stretch");
        row("no prompt", QStringLiteral("edit {}clip.mp4"), "PromptEmpty", "instruction is empty");
        row("five references", edit + QStringLiteral("--reference {}hat.png ").repeated(5),
            "TooManyReferences", "at most 4");
        row("a 100 px image", edit + QStringLiteral("--reference {}tiny.png"), "ImageTooSmall", "tiny.png");
        row("a 30 MB image", edit + QStringLiteral("--reference {}heavy.bmp"), "ImageTooHeavy", "heavy.bmp");
        row("no such image", edit + QStringLiteral("--reference {}none.png"), "FileMissing", "none.png");
        row("no image", edit + QStringLiteral("--reference {}notes.txt"), "ImageUnreadable", "notes.txt");
        row("5001 characters",
            QString(QStringLiteral("edit {}clip.mp4 --prompt ") + QStringLiteral("猫").repeated(5001)),
            "PromptTooLong", "5001");
        row("501 characters",
            QString(edit + QStringLiteral("--negative ") + QStringLiteral("x").repeated(501)),
            "NegativePromptTooLong", "501");
        row("unknown model", edit + QStringLiteral("--model wan9"), "UnknownModel", "wan9");
        row("unknown ratio", edit + QStringLiteral("--ratio 5:5"), "BadParameter", "5:5");
        row("unknown sound", edit + QStringLiteral("--sound loud"), "BadParameter", "loud");
        row("half a second", edit + QStringLiteral("--duration 2.5"), "BadParameter", "2.5");
        row("longer than the clip", edit + QStringLiteral("--duration 9"), "BadParameter", "9");
        row("seed in words", edit + QStringLiteral("--seed many"), "BadParameter", "many");
        row("nine variations", edit + QStringLiteral("--variations 9"), "BadParameter", "9");
        row("trim in words", edit + QStringLiteral("--trim a-b"), "BadParameter", "a-b");
        row("trim past the end", edit + QStringLiteral("--trim 1-9"), "BadParameter", "1-9");
        row("trim too short", edit + QStringLiteral("--trim 0-1"), "ClipTooShort", "clip.mp4");
        row("output over the clip", edit + QStringLiteral("--output {}clip.mp4"), "BadParameter", "clip.mp4");
        row("no such task", QStringLiteral("cancel 17"), "NoSuchTask", "17");
        row("no task number", QStringLiteral("retry x"), "NoSuchTask", "x");
        row("plan of nothing", QStringLiteral("plan {}none.mp4"), "FileMissing", "none.mp4");
        row("probe of nothing", QStringLiteral("probe {}none.mp4"), "FileMissing", "none.mp4");
    }

    void badInput()
    {
        QFETCH(QString, line);
        QFETCH(QString, kind);
        QFETCH(QString, named);
        CliProgram cli;
        const qint64 size = QFile(media("clip.mp4")).size();
        const CliRun run = cli.run(commandLine(line) + words("--json"));
        QVERIFY2(run.status == 3, qPrintable(QString::number(run.status) + run.err + run.out.left(500)));
        QCOMPARE(run.objects.size(), 1);
        QCOMPARE(run.error()[u"kind"].toString(), kind);
        const QString sentence = run.err.trimmed();
        QVERIFY2(sentence.contains(named), qPrintable(sentence.left(300)));
        QVERIFY(sentence.contains(run.error()[u"title"].toString()));
        QVERIFY(sentence.contains(run.error()[u"advice"].toString()));
        // Nothing is stored, and nothing is lost.
        QVERIFY(cli.tasks().isEmpty());
        QVERIFY(QDir(QString(cli.dataDir() + u"/takes")).isEmpty());
        QCOMPARE(QFile(media("clip.mp4")).size(), size);
    }

    void anOutputThatCannotBeWrittenIsSaidFirst()
    {
        CliProgram cli;
        const CliRun run = cli.run(
            commandLine(QStringLiteral("edit {}clip.mp4 --prompt snow --output {}none/out.mp4 --json")));
        QCOMPARE(run.status, 7);
        QCOMPARE(run.error()[u"kind"].toString(), QStringLiteral("NotWritable"));
        QVERIFY(cli.tasks().isEmpty());
    }

    void models()
    {
        CliProgram cli;
        const CliRun json = cli.run(words("models --json"));
        QCOMPARE(json.status, 0);
        QCOMPARE(json.objects.first()[u"id"].toString(), QStringLiteral("wan2.7-videoedit"));
        QCOMPARE(json.objects.first()[u"parameters"].toArray().size(), 7);
        const CliRun text = cli.run(words("models"));
        QVERIFY(text.out.startsWith(u"wan2.7-videoedit"));
        QVERIFY(!QDir(cli.dataDir()).exists());
    }

    void probe()
    {
        CliProgram cli;
        const CliRun run = cli.run(commandLine(QStringLiteral("--json probe {}clip.mp4")));
        QCOMPARE(run.status, 0);
        const QJsonObject clip = run.objects.value(0);
        QCOMPARE(clip[u"video"][u"size"], (QJsonArray{426, 240}));
        QCOMPARE(clip[u"video"][u"frames"].toInt(), 60);
        QCOMPARE(clip[u"audio"][u"codec"].toString(), QStringLiteral("aac"));
        const QString words = cli.run(commandLine(QStringLiteral("probe {}clip.mp4"))).out;
        QVERIFY(words.contains(u"426 × 240"));
        QVERIFY2(words.contains(u"60 frames, ") && !words.contains(u"(s)"), qPrintable(words)); // plurals
        QCOMPARE(clip[u"streams"].toInt(), 2);
        QCOMPARE(clip[u"video"][u"colour"][u"bit_depth"].toInt(), 8);
        QVERIFY(clip[u"video"][u"colour"][u"primaries"].isNull());
        QCOMPARE(clip[u"video"][u"sample_aspect"], (QJsonArray{1, 1}));
        QCOMPARE(clip[u"video"][u"hidden_frames"].toInt(-1), 0);
        QVERIFY(clip[u"damage"].isNull() && !clip.value(u"damage").isUndefined());
        QCOMPARE(clip[u"decoded"].toBool(true), false);
    }

    void probeDecodesAllOfIt()
    {
        CliProgram cli;
        const CliRun whole = cli.run(commandLine(QStringLiteral("probe {}clip.mp4 --full --json")));
        QCOMPARE(whole.status, 0);
        QCOMPARE(whole.objects.value(0)[u"decoded"].toBool(), true);

        // FFV1 has checksums: the packets can be read, the pictures are not what was written
        const QString file = cli.path(QStringLiteral("spoilt.mkv"));
        QVERIFY(runFfmpeg({QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                           QStringLiteral("testsrc2=s=426x240:r=10:d=2"), QStringLiteral("-c:v"),
                           QStringLiteral("ffv1"), QStringLiteral("-level"), QStringLiteral("3"),
                           QStringLiteral("-slicecrc"), QStringLiteral("1"), file}));
        QFile spoilt(file);
        QVERIFY(spoilt.open(QIODevice::ReadWrite));
        spoilt.seek(spoilt.size() / 2);
        spoilt.write(QByteArray(300, '\x55'));
        spoilt.close();
        QCOMPARE(cli.run({QStringLiteral("probe"), file}).status, 0);
        const CliRun found =
            cli.run({QStringLiteral("probe"), file, QStringLiteral("--full"), QStringLiteral("--json")});
        QCOMPARE(found.status, 3);
        QCOMPARE(found.error()[u"kind"].toString(), QStringLiteral("FileDamaged"));
        QVERIFY(!found.error()[u"message"].toString().isEmpty());
        QVERIFY(found.err.contains(u"spoilt.mkv"));
    }

    void plan()
    {
        CliProgram cli;
        const CliRun run = cli.run(commandLine(QStringLiteral("plan {}clip.mp4 --resolution 1080P --json")));
        QCOMPARE(run.status, 0);
        const QJsonObject plan = run.objects.value(0);
        QCOMPARE(plan[u"seconds"].toDouble(), 2.0);
        QCOMPARE(plan[u"account"].toString(), QStringLiteral("practice"));
        QCOMPARE(plan[u"estimate"][u"amount"].toDouble(), 0.0);
        QCOMPARE(plan[u"prices"][0][u"amount"].toDouble(), 4.0); // (2 + 2 s) x 1.0
        const CliRun text = cli.run(commandLine(QStringLiteral("plan {}clip.mp4")));
        QVERIFY(text.out.contains(u"no AI"));
        QVERIFY(text.out.contains(u"2.40 CNY"));
    }

    void planOfAFramedPiece()
    {
        CliProgram cli;
        const CliRun run = cli.run(
            commandLine(QStringLiteral("plan {}tall.mp4 --framing fill --ratio 9:16 --trim 0-2 --json")));
        QCOMPARE(run.status, 0);
        const QJsonObject plan = run.objects.value(0);
        QCOMPARE(plan[u"framing"].toString(), QStringLiteral("fill"));
        QCOMPARE(plan[u"size"], (QJsonArray{240, 426}));
        QCOMPARE(plan[u"crop"], (QJsonArray{0, 288, 80, 142}));
        QVERIFY(plan[u"placed"].isNull());
        QCOMPARE(plan[u"frame_map"].toString(), QStringLiteral("0+1x30"));
        QVERIFY(plan[u"estimated_bytes"].toInteger() > 1000);
        QCOMPARE(plan[u"notes"].toArray().size(), plan[u"changes"].toArray().size());
        QVERIFY(plan[u"changes"].toArray().contains(QStringLiteral("cropped")));
        const CliRun text = cli.run(commandLine(QStringLiteral("plan {}clip.mp4 --framing fit --ratio 1:1")));
        QVERIFY2(text.out.contains(u"Bars added: 426 × 240 in 426 × 426"), qPrintable(text.out));
        QVERIFY(text.out.contains(u"frames 0 to 59 of 60 as frames 0 to 59, with sound"));
        QVERIFY(text.out.contains(u"frame map: 0+1x60"));
    }

    void planOfTheImages()
    {
        QImage picture(150, 120, QImage::Format_ARGB32);
        picture.fill(QColor(200, 30, 30, 100));
        QVERIFY(picture.save(media("glass.png")));
        CliProgram cli;
        const CliRun run =
            cli.run(commandLine(QStringLiteral("plan {}clip.mp4 --reference {}hat.png --reference "
                                               "{}glass.png --reference oss://b/c.png --json")));
        QCOMPARE(run.status, 0);
        const QJsonArray images = run.objects.value(0)[u"references"].toArray();
        QCOMPARE(images.size(), 3);
        QVERIFY(images[0][u"changes"].toArray().isEmpty());
        QCOMPARE(images[1][u"size"], (QJsonArray{300, 240}));
        QCOMPARE(images[1][u"changes"],
                 (QJsonArray{QStringLiteral("scaled-up"), QStringLiteral("transparency")}));
        QCOMPARE(images[2][u"source"].toString(), QStringLiteral("oss://b/c.png"));
        const CliRun text = cli.run(commandLine(QStringLiteral("plan {}clip.mp4 --reference {}glass.png")));
        QVERIFY2(text.out.contains(u"Image 1: scaled from 150 × 120 to 300 × 240"), qPrintable(text.out));
        QCOMPARE(cli.run(commandLine(QStringLiteral("plan {}clip.mp4 --reference {}tiny.png"))).status, 3);
    }

    void theRestOfTheProgramAnswers()
    {
        CliProgram cli;
        QVERIFY(cli.run(words("--help")).out.startsWith(u"Usage:"));
        QCOMPARE(cli.run(words("-h")).status, 0);
        QVERIFY(cli.run(words("--version")).out.startsWith(u"retake-cli "));
        QCOMPARE(cli.run(words("tasks")).out.trimmed(), QStringLiteral("There are no tasks."));
        QVERIFY(cli.run(words("tasks --json")).out.isEmpty());
        QCOMPARE(cli.run(words("run")).status, 0);
    }
};

QTEST_MAIN(TestCliInputs)
#include "tst_cli_inputs.moc"
