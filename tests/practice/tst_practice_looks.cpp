// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/filtergraph.h"
#include "practice/grade.h"
#include "practice/looks.h"
#include "practice/marks.h"
#include "practice/overlays.h"

#include <QHash>
#include <QTest>

using namespace retake;

namespace {

using Looks = QList<Look>;

Rgb fromHex(quint32 hex)
{
    return {((hex >> 16) & 255) / 255.0, ((hex >> 8) & 255) / 255.0, (hex & 255) / 255.0};
}

double apart(const Rgb &a, const Rgb &b)
{
    return std::max({std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)});
}

RenderSheet sheetFor(const QString &prompt)
{
    RenderSheet sheet;
    sheet.clip = QStringLiteral("/films/a b.mp4");
    sheet.seconds = 4;
    sheet.size = QSize(1280, 720);
    sheet.reading = readInstruction(prompt);
    sheet.cubeFile = QStringLiteral("grade.cube");
    sheet.output = QStringLiteral("out.mp4");
    return sheet;
}

} // namespace

Q_DECLARE_METATYPE(Looks)

class TestPracticeLooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void words_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<Looks>("looks");
        const auto row = [](const char *name, const QString &prompt, const Looks &looks) {
            QTest::newRow(name) << prompt << looks;
        };
        row("rainy forest", QStringLiteral("Change the background to a rainy forest"),
            {Look::Rain, Look::Forest});
        row("rainforest zh", QStringLiteral("背景换成雨林"), {Look::Rain, Look::Forest});
        row("forest zh", QStringLiteral("把背景换成森林"), {Look::Forest});
        row("unknown place", QStringLiteral("Replace the background with a kitchen"), {Look::Background});
        row("snow zh", QStringLiteral("下雪"), {Look::Snow});
        row("snow mountain is no weather", QStringLiteral("雪山"), {Look::Mountain});
        row("fog", QStringLiteral("Thick fog rolls in"), {Look::Fog});
        row("storm", QStringLiteral("a thunderstorm"), {Look::Storm});
        row("night zh", QStringLiteral("变成夜晚"), {Look::Night});
        row("daytime is not white", QStringLiteral("变成白天"), {Look::Sunny});
        row("dusk is not yellow", QStringLiteral("黄昏"), {Look::Dusk});
        row("winter zh", QStringLiteral("冬天"), {Look::Winter});
        row("seasons", QStringLiteral("From Spring to autumn"), {Look::Spring, Look::Autumn});
        row("warm zh", QStringLiteral("暖色"), {Look::Warm});
        row("cold light", QStringLiteral("Cold light"), {Look::Cold});
        row("pixel zh", QStringLiteral("视频改为8bit像素风格"), {Look::Pixel});
        row("watercolour", QStringLiteral("as a watercolor painting"), {Look::Watercolour});
        row("watercolour zh", QStringLiteral("水彩"), {Look::Watercolour});
        row("clay zh, the maker's own", QStringLiteral("将整个画面转换为黏土风格"), {Look::Clay});
        row("oil", QStringLiteral("an oil painting"), {Look::Oil});
        row("sketch", QStringLiteral("pencil sketch"), {Look::Sketch});
        row("cartoon", QStringLiteral("anime style"), {Look::Cartoon});
        row("black and white is no colour", QStringLiteral("Make it black and white"), {Look::BlackWhite});
        row("black and white zh", QStringLiteral("变成黑白"), {Look::BlackWhite});
        row("sepia", QStringLiteral("sepia"), {Look::Vintage});
        row("neon", QStringLiteral("Cyberpunk, neon lights"), {Look::Neon});
        row("zoom out", QStringLiteral("The camera zooms out"), {Look::ZoomOut});
        row("zoom in zh", QStringLiteral("镜头推近"), {Look::ZoomIn});
        row("pan", QStringLiteral("pan left"), {Look::PanLeft});
        row("mirror zh", QStringLiteral("镜像"), {Look::Mirror});
        row("slow", QStringLiteral("slow motion"), {Look::Slow});
        row("fast zh", QStringLiteral("快进"), {Look::Fast});
        row("inside of words", QStringLiteral("Train the brainy pixie"), {Look::Unnamed});
        row("negated", QStringLiteral("Without rain, please"), {Look::Unnamed});
        row("negated zh", QStringLiteral("不要雪"), {Look::Unnamed});
        row("cat to dog zh", QStringLiteral("把猫换成狗"), {Look::Unnamed});
        row("nothing", QString(), {Look::Unnamed});
        row("keep the rest", QStringLiteral("下雨，其他保持不变"), {Look::Rain});
    }

    void words()
    {
        QFETCH(QString, prompt);
        QFETCH(Looks, looks);
        QCOMPARE(readInstruction(prompt).looks, looks);
    }

    void colours_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<int>("from"); // -1: the picture's own
        QTest::addColumn<int>("to");
        const auto row = [](const char *name, const QString &prompt, int from, Colour to) {
            QTest::newRow(name) << prompt << from << int(to);
        };
        row("the sample", QStringLiteral("Change the purple parrot to a white parrot"), int(Colour::Purple),
            Colour::White);
        row("zh", QStringLiteral("把紫色鹦鹉换成白色"), int(Colour::Purple), Colour::White);
        row("zh short", QStringLiteral("把红花变成蓝花"), int(Colour::Red), Colour::Blue);
        row("further colours", QStringLiteral("Turn the red car blue and keep the green trees"),
            int(Colour::Red), Colour::Blue);
        row("the other way", QStringLiteral("a yellow hat instead of a black one"), int(Colour::Black),
            Colour::Yellow);
        row("only what it becomes", QStringLiteral("Make the parrot white"), -1, Colour::White);
        row("only what it becomes zh", QStringLiteral("把鹦鹉变成白色"), -1, Colour::White);
    }

    void colours()
    {
        QFETCH(QString, prompt);
        QFETCH(int, from);
        QFETCH(int, to);
        const Reading reading = readInstruction(prompt);
        QCOMPARE(reading.looks, Looks{Look::ColourChange});
        QCOMPARE(reading.from ? int(*reading.from) : -1, from);
        QCOMPARE(int(reading.to.value()), to);
    }

    void aColourOfAPlaceIsNoChange()
    {
        QVERIFY(!readInstruction(QStringLiteral("Change the background to a blue ocean")).to);
        QCOMPARE(readInstruction(QStringLiteral("Turn the red car blue in the rain")).looks,
                 (Looks{Look::ColourChange, Look::Rain}));
    }

    void purpleTurnsWhiteAndTheRestStays()
    {
        const Reading reading = readInstruction(QStringLiteral("Change the purple parrot to a white parrot"));
        const Grade grade(reading, Recolouring{sampleOf(Colour::Purple), Colour::White}, 1);
        for (const quint32 feathers : {0x7d4fd0u, 0x5a38a8u}) {
            const Rgb now = grade(fromHex(feathers));
            QVERIFY(toHsv(now).s < 0.12);
            QVERIFY(toHsv(now).v > 0.75);
        }
        QVERIFY(grade(fromHex(0x7d4fd0)).r > grade(fromHex(0x5a38a8)).r); // the shading is kept
        for (const quint32 other : {0xd9483bu, 0x2d2350u, 0x9a4a6au, 0xe8a060u, 0xffffffu, 0x000000u})
            QVERIFY2(apart(grade(fromHex(other)), fromHex(other)) < 0.02,
                     qPrintable(QString::number(other, 16)));
    }

    void everyColourCanBecomeEveryOther()
    {
        for (int from = 0; from <= int(Colour::Brown); ++from) {
            for (int to = 0; to <= int(Colour::Brown); ++to) {
                if (from == to)
                    continue;
                const Grade grade(Reading{{Look::ColourChange}, Colour(from), Colour(to)},
                                  Recolouring{sampleOf(Colour(from)), Colour(to)}, 1);
                const Rgb before = toRgb(sampleOf(Colour(from)));
                QVERIFY2(apart(grade(before), before) > 0.08,
                         qPrintable(QStringLiteral("%1 %2").arg(from).arg(to)));
            }
        }
    }

    void strongestColourIsTheOneInTheMiddle()
    {
        QImage frame(96, 54, QImage::Format_RGB888);
        frame.fill(qRgb(60, 70, 60));
        for (int y = 18; y < 36; ++y) {
            for (int x = 36; x < 60; ++x)
                frame.setPixel(x, y, qRgb(0x7d, 0x4f, 0xd0));
        }
        QVERIFY(std::abs(strongestColour(frame).h - 261) < 6);
    }

    void everyLookChangesSomething()
    {
        const QString still = ffmpegArguments(sheetFor(QStringLiteral("purple to white"))).join(u' ');
        for (int i = int(Look::Rain); i <= int(Look::Unnamed); ++i) {
            const Reading reading{{Look(i)}, {}, {}};
            const Grade grade(reading, std::nullopt, 1);
            double most = 0;
            for (const quint32 colour : {0x7d4fd0u, 0x808080u, 0x2f8f3fu, 0xd08040u})
                most = std::max(most, apart(grade(fromHex(colour)), fromHex(colour)));
            RenderSheet sheet = sheetFor(QStringLiteral("purple to white"));
            sheet.reading = reading;
            const bool moves = ffmpegArguments(sheet).join(u' ') != still;
            const bool adds = !overlaysFor(reading, QSize(320, 180), 1).isEmpty();
            QVERIFY2(most > 0.04 || moves || adds, qPrintable(QString::number(i)));
        }
    }

    void sameSeedSamePicture()
    {
        const Reading reading = readInstruction(QStringLiteral("snow in a forest"));
        const auto first = overlaysFor(reading, QSize(320, 180), 5);
        const auto again = overlaysFor(reading, QSize(320, 180), 5);
        const auto other = overlaysFor(reading, QSize(320, 180), 6);
        QVERIFY(first.size() >= 2);
        QCOMPARE(again.size(), first.size());
        for (int i = 0; i < first.size(); ++i)
            QCOMPARE(again[i].image, first[i].image);
        QVERIFY(other.first().image != first.first().image);
        const Reading unnamed = readInstruction(QString());
        QCOMPARE(Grade(unnamed, {}, 7).cubeFile(), Grade(unnamed, {}, 7).cubeFile());
        QVERIFY(Grade(unnamed, {}, 7).cubeFile() != Grade(unnamed, {}, 8).cubeFile());
    }

    void cubeHasAllRows()
    {
        const QByteArray cube = Grade(readInstruction(QStringLiteral("night")), {}, 1).cubeFile();
        QVERIFY(cube.startsWith("LUT_3D_SIZE 33\n"));
        QCOMPARE(cube.count('\n'), 1 + 33 * 33 * 33);
    }

    void sizeFollowsTheTable_data()
    {
        QTest::addColumn<QString>("ratio");
        QTest::addColumn<QSize>("input");
        QTest::addColumn<QSize>("output");
        QTest::newRow("asked for") << QStringLiteral("3:4") << QSize(1280, 720) << QSize(832, 1104);
        QTest::newRow("wide") << QString() << QSize(1920, 1080) << QSize(1280, 720);
        QTest::newRow("cinema") << QString() << QSize(2560, 1080) << QSize(1280, 720);
        QTest::newRow("phone") << QString() << QSize(1080, 2340) << QSize(720, 1280);
        QTest::newRow("square") << QString() << QSize(500, 520) << QSize(960, 960);
        QTest::newRow("television") << QString() << QSize(640, 480) << QSize(1104, 832);
    }

    void sizeFollowsTheTable()
    {
        QFETCH(QString, ratio);
        QFETCH(QSize, input);
        QFETCH(QSize, output);
        const QHash<QString, QSize> sizes{{QStringLiteral("16:9"), {1280, 720}},
                                          {QStringLiteral("9:16"), {720, 1280}},
                                          {QStringLiteral("1:1"), {960, 960}},
                                          {QStringLiteral("4:3"), {1104, 832}},
                                          {QStringLiteral("3:4"), {832, 1104}}};
        QCOMPARE(outputSize(sizes, ratio, input), output);
    }

    void soundIsKeptOnlyWhereThereIsSome()
    {
        RenderSheet sheet = sheetFor(QStringLiteral("rain"));
        QVERIFY(!ffmpegArguments(sheet).contains(QStringLiteral("aac")));
        sheet.sound = Sound::Kept;
        QVERIFY(ffmpegArguments(sheet).contains(QStringLiteral("aac")));
        QVERIFY(ffmpegArguments(sheet).contains(sheet.clip)); // a name with a space is one argument
    }

    void marksAreDrawnWithoutFonts()
    {
        const QImage mark = practiceMark(QSize(1280, 720));
        QVERIFY(mark.width() > 60 && mark.height() < 40);
        const QImage chinese = watermark(QSize(1280, 720));
        const auto ink = [](const QImage &image) {
            int pixels = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    pixels += qGray(image.pixel(x, y)) > 150 ? 1 : 0;
            }
            return pixels;
        };
        QVERIFY(ink(mark) > 200);
        QVERIFY(ink(chinese) > 100);
    }
};

QTEST_GUILESS_MAIN(TestPracticeLooks)
#include "tst_practice_looks.moc"
