// SPDX-License-Identifier: GPL-3.0-or-later
// What is planned for a reference image, what comes out, and that nothing else goes along.
#include "media/jpegstrip.h"
#include "media/picturemaker.h"
#include "media/reference.h"

#include <QColorSpace>
#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;
using namespace retake::picture;

namespace {

MediaLimits wanReferences()
{
    MediaLimits limits;
    limits.formats = {QStringLiteral("jpeg"), QStringLiteral("png"), QStringLiteral("bmp"),
                      QStringLiteral("webp")};
    limits.maximumBytes = 20000000;
    limits.minimumSide = 240;
    limits.maximumSide = 8000;
    limits.maximumAspect = 8;
    limits.maximumCount = 4;
    limits.alpha = false;
    return limits;
}

QImage noise(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    quint32 state = 1;
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, 0xff000000 | ((state = state * 1664525 + 1013904223) >> 8));
    return image;
}

QStringList namesOf(const ReferencePlan &plan)
{
    QStringList names;
    for (const ReferenceChange change : plan.changes)
        names.append(referenceChangeName(change));
    return names;
}

} // namespace

class TestReference : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    Result<PreparedReference> prepared(const Reference &reference,
                                       const MediaLimits &limits = wanReferences()) const
    {
        QDir(m_folder.path()).mkpath(QStringLiteral("out"));
        return prepareReference(reference, limits, path("out"));
    }

private Q_SLOTS:

    void plans_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QRectF>("crop");
        QTest::addColumn<QSize>("sent");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, QSize size, QRectF crop, QSize sent, const char *words) {
            QTest::newRow(name) << size << crop << sent << QString::fromUtf8(words);
        };
        row("fits", {300, 240}, {}, {300, 240}, "");
        row("largest", {8000, 1000}, {}, {8000, 1000}, "");
        row("small", {150, 120}, {}, {300, 240}, "Image 2: scaled from 150 × 120 to 300 × 240");
        row("one side short", {1000, 239}, {}, {1005, 240}, "Image 2: scaled from 1000 × 239 to 1005 × 240");
        row("upright strip", {120, 960}, {}, {240, 1920}, "Image 2: scaled from 120 × 960 to 240 × 1920");
        row("long", {9000, 1200}, {}, {8000, 1066}, "Image 2: scaled from 9000 × 1200 to 8000 × 1066");
        row("half", {1000, 800}, {0.5, 0, 0.5, 1}, {500, 800},
            "Image 2: cropped from 1000 × 800 to 500 × 800");
        row("little piece", {1500, 1200}, {0.1, 0.1, 0.1, 0.1}, {300, 240},
            "Image 2: cropped from 1500 × 1200 to 150 × 120, scaled from 150 × 120 to 300 × 240");
        row("a strip that is cropped", {3000, 300}, {0, 0, 0.5, 1}, {1500, 300},
            "Image 2: cropped from 3000 × 300 to 1500 × 300");
        row("all of it", {300, 240}, {0, 0, 1, 1}, {300, 240}, "");
    }

    void plans()
    {
        QFETCH(QSize, size);
        QFETCH(QRectF, crop);
        QFETCH(QSize, sent);
        QFETCH(QString, words);
        ReferenceInfo info;
        info.format = QStringLiteral("png");
        info.size = size;
        const auto plan = planReference(info, crop, wanReferences());
        QVERIFY(plan);
        QCOMPARE(plan->size, sent);
        QCOMPARE(referenceSentences({{}, describeReference(info, *plan)}).value(0), words);
    }

    void everyChangeHasWords()
    {
        ReferenceInfo info;
        info.format = QStringLiteral("heic");
        info.size = {9000, 6000};
        info.bytes = 30'500'000;
        info.pictures = 3;
        info.depth = 10;
        info.channels = 4;
        info.alpha = info.turned = info.metadata = info.lossy = true;
        const auto plan = planReference(info, {}, wanReferences());
        QVERIFY(plan);
        QCOMPARE(plan->format, QStringLiteral("jpeg"));
        QCOMPARE(namesOf(*plan).join(u' '),
                 QStringLiteral(
                     "format first-picture upright scaled-down transparency cmyk depth weight metadata"));
        const QStringList words = describeReference(info, *plan);
        QCOMPARE(words.size(), plan->changes.size());
        for (const QString &phrase : words)
            QVERIFY(!phrase.isEmpty() && !phrase.contains(u'%'));
        QCOMPARE(words.first(), QStringLiteral("converted from HEIC to JPEG"));
        QCOMPARE(words.last(), QStringLiteral("place, camera and other notes removed"));
    }

    void refused_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QRectF>("crop");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("facts");
        const auto row = [](const char *name, QSize size, QRectF crop, ErrorKind kind, const char *has,
                            const char *needs) {
            QTest::newRow(name) << size << crop << int(kind)
                                << QStringList{QString::fromUtf8(has), QString::fromUtf8(needs)};
        };
        row("119 px", {300, 119}, {}, ErrorKind::ImageTooSmall, "300 × 119", "120");
        row("a crop too small", {600, 600}, {0, 0, 0.1, 0.5}, ErrorKind::ImageTooSmall, "60 × 300", "120");
        row("a strip", {3000, 300}, {}, ErrorKind::ImageBadShape, "3000 × 300", "8");
        row("a crop to a strip", {1500, 1500}, {0, 0, 1, 0.1}, ErrorKind::ImageBadShape, "1500 × 150", "8");
    }

    void refused()
    {
        QFETCH(QSize, size);
        QFETCH(QRectF, crop);
        QFETCH(int, kind);
        QFETCH(QStringList, facts);
        const QString file = path("refused.png");
        QVERIFY(quarters(size).save(file));
        for (const Error &error :
             {checkReference({file, crop}, wanReferences()).error(), prepared({file, crop}).error()}) {
            QCOMPARE(error.kind, ErrorKind(kind));
            QCOMPARE(error.facts, QStringList{file} + facts);
        }
    }

    void samples()
    {
        for (const char *name : {"scarf.png", "forest.jpg"}) {
            const QString file =
                QStringLiteral(RETAKE_SOURCE_DIR "/resources/samples/") + QLatin1String(name);
            QVERIFY2(checkReference(file, wanReferences()), name);
        }
    }

    void croppedAndScaled()
    {
        const QString file = path("crop.png");
        QVERIFY(quarters({640, 640}).save(file));
        const auto right = prepared({file, {0.5, 0, 0.5, 1}});
        QVERIFY(right);
        QImage sent(right->file);
        QCOMPARE(sent.size(), QSize(320, 640));
        QCOMPARE(cornersOf(sent), QStringLiteral("ggww"));
        const auto corner = prepared({file, {0, 0.75, 0.25, 0.25}});
        QVERIFY(corner);
        sent = QImage(corner->file);
        QCOMPARE(sent.size(), QSize(240, 240));
        QCOMPARE(cornersOf(sent), QStringLiteral("bbbb"));
        QCOMPARE(namesOf(corner->plan),
                 (QStringList{QStringLiteral("cropped"), QStringLiteral("scaled-up")}));
    }

    void cropCountsInTheUprightPicture()
    {
        QVERIFY(writeBytes(path("turned.jpg"), jpegWithNotes(storedAs(quarters({400, 600}), 6), 6)));
        const auto made = prepared({path("turned.jpg"), {0, 0, 1, 0.5}});
        QVERIFY(made);
        const QImage sent(made->file);
        QCOMPARE(sent.size(), QSize(400, 300));
        QCOMPARE(cornersOf(sent), QStringLiteral("rgrg"));
        QCOMPARE(QImageReader(made->file).transformation(), QImageIOHandler::TransformationNone);
    }

    void tooManyPixelsAreScaledDown()
    {
        MediaLimits limits = wanReferences();
        limits.maximumSide = 500;
        const QString file = path("large.png");
        QVERIFY(quarters({1000, 700}).save(file));
        const auto made = prepared(file, limits);
        QVERIFY(made);
        QCOMPARE(QImage(made->file).size(), QSize(500, 350));
        QCOMPARE(namesOf(made->plan), QStringList{QStringLiteral("scaled-down")});
    }

    void tooManyBytesAreMadeLess()
    {
        const QString drawing = path("heavy.png");
        const QString photo = path("heavy.jpg");
        QVERIFY(noise({600, 500}).save(drawing));
        QVERIFY(writeBytes(photo, bytesOf(noise({600, 500}), "jpeg", 100)));
        QVERIFY(QFileInfo(photo).size() > 200'000);
        for (const QString &file : {drawing, photo}) {
            for (const qint64 most : {200'000, 100'000, 60'000}) {
                MediaLimits limits = wanReferences();
                limits.maximumBytes = most;
                QCOMPARE(prepared(file, limits).error().kind, ErrorKind::ImageTooHeavy);
                const auto made = prepared({file, {0, 0, 1, 0.998}}, limits); // a piece is coded anew
                QVERIFY2(made, qPrintable(QString(file + QString::number(most))));
                QVERIFY(QFileInfo(made->file).size() <= most);
                QCOMPARE(made->plan.bytes, QFileInfo(made->file).size());
                const QImage sent(made->file);
                QCOMPARE(sent.size(), made->plan.size);
                QVERIFY(std::min(sent.width(), sent.height()) >= 240);
                QVERIFY(made->plan.changes.contains(ReferenceChange::Weight));
                const QString words = describeReference(made->info, made->plan).join(u' ');
                QVERIFY2(words.contains(u"made lighter") && words.contains(u" MB"), qPrintable(words));
                QCOMPARE(words.contains(u"scaled from 600 × 499"), sent.width() < 600);
            }
        }
    }

    void heavyOnesAreRefusedUnlessConverted()
    {
        QImage large(3300, 3100, QImage::Format_RGB888);
        large.fill(Qt::darkGreen);
        QVERIFY(large.save(path("heavy.bmp")));
        const auto whole = checkReference(path("heavy.bmp"), wanReferences());
        QCOMPARE(whole.error().kind, ErrorKind::ImageTooHeavy);
        QCOMPARE(whole.error().facts,
                 (QStringList{path("heavy.bmp"), QStringLiteral("31 MB"), QStringLiteral("20 MB")}));
        QImageWriter tiff(path("heavy.tiff"));
        QVERIFY(tiff.write(large)); // uncompressed
        QVERIFY(QFileInfo(path("heavy.tiff")).size() > 30'000'000);
        const auto made = prepared(path("heavy.tiff"));
        QVERIFY(made && QFileInfo(made->file).size() < 20'000'000);
        QFile huge(path("huge.png"));
        QVERIFY(quarters({300, 300}).save(huge.fileName()));
        QVERIFY(huge.open(QIODevice::ReadWrite) && huge.resize(600'000'000)); // holes, not data
        const auto refused = checkReference(huge.fileName(), wanReferences());
        QCOMPARE(refused.error().kind, ErrorKind::ImageTooHeavy);
        QCOMPARE(refused.error().facts,
                 (QStringList{huge.fileName(), QStringLiteral("600 MB"), QStringLiteral("512 MB")}));
    }

    void transparencyBecomesWhite()
    {
        QImage image(300, 300, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        for (int x = 100; x < 200; ++x)
            for (int y = 100; y < 200; ++y)
                image.setPixelColor(x, y, Qt::red);
        image.setPixelColor(5, 5, QColor(0, 0, 0, 128));
        QVERIFY(image.save(path("alpha.png")));
        const auto made = prepared(path("alpha.png"));
        QVERIFY(made);
        QCOMPARE(namesOf(made->plan), QStringList{QStringLiteral("transparency")});
        const QImage sent(made->file);
        QVERIFY(!sent.hasAlphaChannel());
        QCOMPARE(sent.pixelColor(10, 10), QColor(Qt::white));
        QCOMPARE(sent.pixelColor(150, 150), QColor(Qt::red));
        QVERIFY(std::abs(sent.pixelColor(5, 5).red() - 127) <= 1);
        image.fill(Qt::blue); // it could be transparent, but is not
        QVERIFY(image.save(path("opaque.png")));
        QVERIFY(namesOf(prepared(path("opaque.png"))->plan).isEmpty());
    }

    void sixteenBitsBecomeEight()
    {
        QImage image(300, 300, QImage::Format_RGBX64);
        image.fill(QColor::fromRgba64(0x8000, 0x4000, 0xffff));
        QVERIFY(image.save(path("deep.png")));
        const auto made = prepared(path("deep.png"));
        QVERIFY(made);
        QCOMPARE(made->info.depth, 16);
        QCOMPARE(namesOf(made->plan), QStringList{QStringLiteral("depth")});
        const QImage sent(made->file);
        QCOMPARE(sent.depth(), 32);
        QCOMPARE(sent.pixelColor(9, 9), QColor(0x80, 0x40, 0xff));
    }

    void coloursBecomeSrgb()
    {
        QImage image(300, 300, QImage::Format_RGB32);
        image.fill(QColor(200, 100, 50));
        QImage other = image;
        other.setColorSpace(QColorSpace(QColorSpace::DisplayP3));
        const QImage wanted = other.convertedToColorSpace(QColorSpace(QColorSpace::SRgb));
        QVERIFY(wanted.pixelColor(1, 1) != image.pixelColor(1, 1));
        for (const char *name : {"p3.png", "p3.jpg"}) {
            QVERIFY(other.save(path(name), nullptr, 100));
            const auto made = prepared(path(name));
            QVERIFY(made);
            QVERIFY(made->plan.changes.contains(ReferenceChange::Colours));
            const QImage sent(made->file);
            const QColor got = sent.pixelColor(9, 9);
            const QColor want = wanted.pixelColor(9, 9);
            QVERIFY2(std::abs(got.red() - want.red()) < 4 && std::abs(got.green() - want.green()) < 4,
                     qPrintable(got.name()));
            QVERIFY(!readBytes(made->file).contains("ICC_PROFILE"));
        }
        QVERIFY(image.save(path("plain.jpg")));
        QVERIFY(namesOf(prepared(path("plain.jpg"))->plan).isEmpty());
    }

    void printingColoursAreConverted()
    {
        // cyan and yellow, no magenta, no black: green
        QVERIFY(writeBytes(path("print.jpg"), cmykJpeg(40, 40, {255, 0, 255, 0})));
        const auto made = prepared(path("print.jpg"));
        QVERIFY(made);
        QCOMPARE(made->info.channels, 4);
        QVERIFY(namesOf(made->plan).contains(QStringLiteral("cmyk")));
        const QImage sent(made->file);
        const QColor colour = sent.pixelColor(150, 150);
        QVERIFY2(colour.green() > 200 && colour.red() < 60 && colour.blue() < 60, qPrintable(colour.name()));
        const auto parts = readImageHeader(made->file);
        QCOMPARE(parts->channels, 3);
    }

    void nothingElseGoesAlong_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        const QImage image = quarters({320, 300});
        QTest::newRow("jpeg that fits") << jpegWithNotes(image, 1) << "note.jpg";
        QTest::newRow("jpeg that is turned") << jpegWithNotes(image, 6) << "turned.jpg";
        QTest::newRow("jpeg that is scaled") << jpegWithNotes(quarters({150, 130}), 1) << "small.jpg";
        QTest::newRow("png that fits") << pngWithNotes(image) << "note.png";
    }

    void nothingElseGoesAlong()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QVERIFY(bytes.contains("SECRET"));
        const QString file = m_folder.filePath(name);
        QVERIFY(writeBytes(file, bytes));
        const auto made = prepared(file);
        QVERIFY(made);
        QVERIFY(made->info.metadata);
        QVERIFY(made->plan.changes.contains(ReferenceChange::Metadata));
        const QByteArray sent = readBytes(made->file);
        for (const char *mark : {"SECRET", "Exif", "exif", "eXIf", "xap", "xmp", "Photoshop", "tEXt"})
            QVERIFY2(!sent.contains(mark), mark);
        QVERIFY(!readImageHeader(made->file)->metadata);
        QVERIFY(QImage(made->file).textKeys().isEmpty());
    }

    void aJpegThatFitsKeepsItsPicture()
    {
        const QByteArray plain = bytesOf(noise({300, 300}), "jpeg", 60);
        QVERIFY(writeBytes(path("kept.jpg"), jpegWithNotes(noise({300, 300}), 1)));
        const auto made = prepared(path("kept.jpg"));
        QVERIFY(made);
        QCOMPARE(QImage(made->file), QImage(path("kept.jpg"))); // not coded a second time
        QCOMPARE(withoutMetadata(plain).value(), plain);
        QByteArray progressive;
        QBuffer buffer(&progressive);
        QImageWriter writer(&buffer, "jpeg");
        writer.setProgressiveScanWrite(true);
        QVERIFY(writer.write(noise({300, 300})));
        QCOMPARE(withoutMetadata(progressive + "behind").value(), progressive);
        for (qsizetype end = 0; end < plain.size() - 1; end += 97)
            QVERIFY(!withoutMetadata(plain.left(end)));
        QVERIFY(!withoutMetadata("\xff\xd8\xff\xff\xff\xff"));
    }

    void eachHasItsOwnName()
    {
        QVERIFY(quarters({300, 300}).save(path("围巾 1.png")));
        const auto one = prepared(path("围巾 1.png"));
        const auto two = prepared(path("围巾 1.png"));
        QVERIFY(one && two && one->file != two->file);
        for (const QChar letter : QFileInfo(one->file).fileName())
            QVERIFY(letter.unicode() < 128);
        QVERIFY(!QFile::exists(QString(one->file + u".part")));
    }

    void noPlaceToWrite()
    {
        QVERIFY(quarters({300, 300}).save(path("fits.png")));
        const auto made = prepareReference(path("fits.png"), wanReferences(), path("nowhere"));
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::NotWritable);
    }
};

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
