// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalogue.h"
#include "ui/order/imagechips.h"
#include "ui/order/optionalspin.h"
#include "ui/theme/iconset.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/picturefiles.h"

#include <QApplication>
#include <QDirIterator>
#include <QMimeData>
#include <QSvgRenderer>
#include <QTest>
#include <QUrl>

using namespace retake;

class TestLook : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void textIsReadable_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::newRow("light") << int(Scheme::Light);
        QTest::newRow("dark") << int(Scheme::Dark);
    }

    void textIsReadable()
    {
        QFETCH(int, scheme);
        const Tokens t = tokensFor(Scheme(scheme));

        struct Pair
        {
            const char *what;
            QColor ink;
            QColor ground;
        };

        const QList<Pair> pairs{
            {"text on window", t.text, t.window},
            {"text on panel", t.text, t.panel},
            {"text on raised", t.text, t.raised},
            {"text on hover", t.text, t.hover},
            {"text on tint", t.text, t.tint},
            {"second on window", t.second, t.window},
            {"second on panel", t.second, t.panel},
            {"second on raised", t.second, t.raised},
            {"button", t.onAccent, t.accent},
            {"button under the pointer", t.onAccent, t.accentHover},
            {"chip", t.accentText, t.tint},
            {"accent text on panel", t.accentText, t.panel},
            {"accent text on raised", t.accentText, t.raised},
            {"warning text on panel", t.warningText, t.panel},
            {"warning text on raised", t.warningText, t.raised},
            {"error on panel", t.error, t.panel},
            {"error on window", t.error, t.window},
            {"on canvas", t.onCanvas, t.canvas},
            {"second on canvas", t.onCanvasSecond, t.canvas},
        };
        for (const Pair &pair : pairs) {
            const double ratio = contrastRatio(pair.ink, pair.ground);
            QVERIFY2(ratio >= 4.5,
                     qPrintable(
                         QString::fromLatin1("%1: %2 to 1").arg(QString::fromLatin1(pair.what)).arg(ratio)));
        }
        // Bars and dots are told apart from what they stand on.
        for (const QColor &mark : {t.ok, t.warning, t.error, t.accent})
            QVERIFY(contrastRatio(mark, t.panel) >= 3.0);
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    }

    void themeDressesTheApplication()
    {
        Theme theme(*qApp);
        theme.choose(Settings::Theme::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), tokensFor(Scheme::Dark).window);
        QCOMPARE(Theme::current().scheme, Scheme::Dark);
        int changes = 0;
        connect(&theme, &Theme::changed, this, [&changes] { ++changes; });
        theme.choose(Settings::Theme::Light);
        theme.choose(Settings::Theme::Light);
        QCOMPARE(changes, 1);
        QCOMPARE(Theme::current().scheme, Scheme::Light);
        QVERIFY(qApp->styleSheet().contains(tokensFor(Scheme::Light).accent.name()));
        QVERIFY(!qApp->styleSheet().contains(u'@'));
    }

    void iconsAreDrawnWithOneStroke()
    {
        QDirIterator icons(QStringLiteral(":/icons"));
        int seen = 0;
        while (icons.hasNext()) {
            const QString file = icons.next();
            QVERIFY2(QSvgRenderer(file).isValid(), qPrintable(file));
            QFile drawing(file);
            QVERIFY(drawing.open(QIODevice::ReadOnly));
            const QByteArray text = drawing.readAll();
            if (text.contains("currentColor"))
                QVERIFY2(text.contains("stroke-width=\"1.5\"") && text.contains("viewBox=\"0 0 20 20\""),
                         qPrintable(file));
            ++seen;
        }
        QVERIFY(seen > 20);
    }

    void iconsTakeTheirColourFromTheTheme()
    {
        Theme theme(*qApp);
        const QIcon icon = themedIcon(QStringLiteral("pause"), Ink::Accent);
        const auto has = [&icon](const QColor &color) {
            const QImage image = icon.pixmap(QSize(40, 40)).toImage();
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y) == color)
                        return true;
                }
            }
            return false;
        };
        theme.choose(Settings::Theme::Dark);
        QVERIFY(has(tokensFor(Scheme::Dark).accent));
        theme.choose(Settings::Theme::Light);
        QVERIFY(has(tokensFor(Scheme::Light).accent));
    }

    void numbersReadWell()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(secondsText(8.0), QStringLiteral("8 s"));
        QCOMPARE(secondsText(5.02), QStringLiteral("5.02 s"));
        QCOMPARE(durationText(Microseconds(8'000'000)), QStringLiteral("8.0 s"));
        QCOMPARE(durationText(Microseconds(72'000'000)), QStringLiteral("01:12"));
        QCOMPARE(elapsedText(std::chrono::seconds(102)), QStringLiteral("01:42"));
        QCOMPARE(elapsedText(std::chrono::seconds(3725)), QStringLiteral("1:02:05"));
        QCOMPARE(aboutText(std::chrono::seconds(70)), QStringLiteral("~1 min left"));
        QCOMPARE(aboutText(std::chrono::seconds(12)), QStringLiteral("~10 s left"));
        QCOMPARE(bytesOfText(14'200'000, 37'400'000), QStringLiteral("14.2 / 37.4 MB"));
        QCOMPARE(moneyText(9.6, QStringLiteral("CNY")), QStringLiteral("¥\u00a09.60"));
        QCOMPARE(sizeText(QSize(1920, 1080)), QStringLiteral("1080p"));
        QCOMPARE(sizeText(QSize(720, 1280)), QStringLiteral("720p"));
        QCOMPARE(sizeText(QSize(426, 240)), QStringLiteral("426 × 240"));
    }

    void mentionsFollowTheirPictures_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("order");
        QTest::addColumn<QString>("result");
        const QString both = QStringLiteral("The scarf from Image 1 before the place in Image 2.");
        QTest::newRow("swapped") << both << QList<int>{1, 0}
                                 << QStringLiteral("The scarf from Image 2 before the place in Image 1.");
        QTest::newRow("first is gone")
            << QStringLiteral("Use Image 2") << QList<int>{1} << QStringLiteral("Use Image 1");
        QTest::newRow("last to the front")
            << QStringLiteral("图1和图3") << QList<int>{2, 0, 1} << QStringLiteral("图2和图1");
        QTest::newRow("not a mention") << QStringLiteral("Image 12, myImage 1") << QList<int>{1, 0}
                                       << QStringLiteral("Image 12, myImage 1");
    }

    void mentionsFollowTheirPictures()
    {
        QFETCH(QString, text);
        QFETCH(QList<int>, order);
        QTEST(renumberImages(text, order), "result");
    }

    void numbersMayBeLeftOut()
    {
        ParameterSpec spec;
        spec.type = ParameterSpec::Type::Integer;
        spec.minimum = 2;
        spec.maximum = 10;
        spec.alsoAllowed = {0};
        OptionalSpin spin(spec);
        QVERIFY(spin.chosen().isNull());
        spin.stepUp();
        QCOMPARE(spin.chosen(), QJsonValue(0));
        spin.stepUp(); // 1 is not allowed
        QCOMPARE(spin.chosen(), QJsonValue(2));
        spin.stepDown();
        QCOMPARE(spin.chosen(), QJsonValue(0));
        spin.choose(9);
        QCOMPARE(spin.value(), 9);
        spin.selectAll();
        QTest::keyClicks(&spin, QStringLiteral("1\t"));
        QVERIFY(spin.chosen() != QJsonValue(1));
        spin.choose(QJsonValue::Null);
        QVERIFY(spin.chosen().isNull());
    }

    void droppedMediaIsSorted()
    {
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(QStringLiteral("/films/a.mov")),
                      QUrl::fromLocalFile(QStringLiteral("/pictures/b.PNG")),
                      QUrl(QStringLiteral("https://example.org/c.mp4"))});
        QVERIFY(carriesMedia(&mime));
        const DroppedMedia media = mediaIn(&mime);
        QCOMPARE(media.videos, QStringList{QStringLiteral("/films/a.mov")});
        QCOMPARE(media.pictures, QStringList{QStringLiteral("/pictures/b.PNG")});
        QMimeData words;
        words.setText(QStringLiteral("hello"));
        QVERIFY(!carriesMedia(&words));
        QVERIFY(mediaIn(&words).isEmpty());
    }
};

QTEST_MAIN(TestLook)
#include "tst_look.moc"
