// SPDX-License-Identifier: GPL-3.0-or-later
// Which images are read, which are refused, and that a refusal costs nothing.
#include "media/imagefile.h"
#include "media/picturemaker.h"

#include <QImageWriter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace retake;
using namespace retake::picture;

namespace {

qint64 peakKilobytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

class TestImageFile : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    QString written(const char *name, const QByteArray &bytes) const
    {
        return writeBytes(path(name), bytes) ? path(name) : QString();
    }

    static bool ffmpeg(const QStringList &arguments)
    {
        QProcess program;
        program.start(QStringLiteral("ffmpeg"),
                      QStringList{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y")} +
                          arguments);
        return program.waitForFinished(20000) && program.exitCode() == 0;
    }

private Q_SLOTS:

    void formats_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("format");
        for (const char *name :
             {"a.png png", "a.jpg jpeg", "a.bmp bmp", "a.webp webp", "a.tiff tiff", "a.ppm ppm", "a.ico ico",
              "a.tga tga", "a.heic heic", "a.avif avif", "a.gif gif", "of.ffmpeg.webp webp",
              "of.ffmpeg.tiff tiff", "of.ffmpeg.gif gif"})
            QTest::newRow(name) << QString::fromLatin1(name).section(u' ', 0, 0)
                                << QString::fromLatin1(name).section(u' ', 1, 1);
    }

    void formats()
    {
        QFETCH(QString, name);
        QFETCH(QString, format);
        const bool icon = format == u"ico";
        const QSize size = icon ? QSize(256, 192) : QSize(320, 240);
        const QImage image = quarters(size);
        const QString file = m_folder.filePath(name);
        if (name.contains(u"ffmpeg") || format == u"gif") {
            const QString source = path("source.png");
            QVERIFY(image.save(source));
            QVERIFY(ffmpeg({QStringLiteral("-loop"), QStringLiteral("1"), QStringLiteral("-i"), source,
                            QStringLiteral("-frames:v"),
                            format == u"gif" ? QStringLiteral("3") : QStringLiteral("1"), file}));
        } else if (format == u"tga") {
            QVERIFY(writeBytes(file, tgaOf(image)));
        } else if (format == u"heic") {
            QVERIFY2(writeHeif(image, file), "libheif has no HEVC encoder");
        } else if (format == u"avif") {
            QVERIFY2(writeHeif(image, file, {heif_compression_AV1, heif_orientation_normal, false}),
                     "libheif has no AV1 encoder");
        } else {
            QVERIFY2(image.save(file), qPrintable(file));
        }
        const auto header = readImageHeader(file);
        QVERIFY2(header, qPrintable(header ? QString() : header.error().serviceMessage));
        QCOMPARE(header->format, format);
        QCOMPARE(header->size, size);
        QCOMPARE(header->pictures > 1, format == u"gif");
        QVERIFY(header->bytes > 0);
        const auto read = readImage(file);
        QVERIFY(read);
        QCOMPARE(read->image.size(), size);
        QCOMPARE(cornersOf(read->image), QStringLiteral("rgbw"));
        QCOMPARE(cornersOf(readImageFor(file, {}, {72, 72})), QStringLiteral("rgbw"));
        QCOMPARE(cornersOf(readImageFor(file, {0.5, 0, 0.5, 0.5}, {72, 72})), QStringLiteral("gggg"));
    }

    void contentDecidesNotTheName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("format");
        const QImage image = quarters({300, 300});
        QTest::newRow("png") << "a.jpg" << bytesOf(image, "png") << "png";
        QTest::newRow("jpeg") << "a.png" << bytesOf(image, "jpeg") << "jpeg";
        QTest::newRow("webp") << "a" << bytesOf(image, "webp") << "webp";
        QTest::newRow("bmp") << "a.mp4" << bytesOf(image, "bmp") << "bmp";
        QVERIFY(writeHeif(image, path("as.heic")));
        QTest::newRow("heic") << "b.jpg" << readBytes(path("as.heic")) << "heic";
        QTest::newRow("gif") << "c.heic" << gifOf(1) << "gif";
    }

    void contentDecidesNotTheName()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, format);
        QVERIFY(writeBytes(m_folder.filePath(name), bytes));
        const auto header = readImageHeader(m_folder.filePath(name));
        QVERIFY(header);
        QCOMPARE(header->format, format);
        QCOMPARE(readImage(m_folder.filePath(name))->image.size(), QSize(300, 300));
    }

    void theCamerasTurnIsApplied_data()
    {
        QTest::addColumn<int>("orientation");
        for (int orientation = 1; orientation <= 8; ++orientation)
            QTest::addRow("%d", orientation) << orientation;
    }

    void theCamerasTurnIsApplied()
    {
        QFETCH(int, orientation);
        const QImage upright = quarters({400, 300});
        const QString file = written("turn.jpg", jpegWithNotes(storedAs(upright, orientation), orientation));
        const auto header = readImageHeader(file);
        QVERIFY(header);
        QCOMPARE(header->size, upright.size());
        QCOMPARE(header->turned, orientation != 1);
        QVERIFY(header->metadata && header->lossy);
        const auto read = readImage(file);
        QCOMPARE(read->image.size(), upright.size());
        QCOMPARE(cornersOf(read->image), QStringLiteral("rgbw"));
        QCOMPARE(cornersOf(readImageFor(file, {0, 0, 1, 1}, {72, 72})), QStringLiteral("rgbw"));
    }

    void heicHasItsOwnTurn()
    {
        const QString file = path("turned.heic");
        // what Exif says beside it (upside down) is not applied on top
        QVERIFY(writeHeif(storedAs(quarters({320, 240}), 6), file,
                          {heif_compression_HEVC, heif_orientation_rotate_90_cw, false}));
        const auto header = readImageHeader(file);
        QVERIFY(header);
        QCOMPARE(header->size, QSize(320, 240));
        QVERIFY(header->turned && header->metadata);
        QCOMPARE(cornersOf(readImage(file)->image), QStringLiteral("rgbw"));
    }

    void heicMayBeTransparent()
    {
        QImage image = quarters({320, 240}).convertToFormat(QImage::Format_ARGB32);
        for (int x = 0; x < 160; ++x)
            for (int y = 0; y < 120; ++y)
                image.setPixel(x, y, 0);
        const QString file = path("alpha.heic");
        QVERIFY(writeHeif(image, file, {heif_compression_HEVC, heif_orientation_normal, true}));
        QVERIFY(readImageHeader(file)->alpha);
        const QImage read = readImage(file)->image;
        QCOMPARE(read.pixelColor(80, 60).alpha(), 0);
        QCOMPARE(read.pixelColor(240, 60).alpha(), 255);
    }

    void theLargestOfAnIcon()
    {
        // two pictures, the small one first: the directory and the two of them put together
        const QByteArray small = bytesOf(quarters({16, 16}), "ico");
        const QByteArray large = bytesOf(quarters({128, 128}), "ico");
        const auto little32 = [](qsizetype number) {
            QByteArray bytes;
            for (const int shift : {0, 8, 16, 24})
                bytes.append(char(number >> shift));
            return bytes;
        };
        QByteArray ico("\0\0\1\0\2\0", 6);
        ico += small.mid(6, 12) + little32(38) + large.mid(6, 12) + little32(38 + small.size() - 22);
        ico += small.mid(22) + large.mid(22);
        const QString file = written("two.ico", ico);
        QCOMPARE(readImageHeader(file)->size, QSize(128, 128));
        QCOMPARE(readImageHeader(file)->pictures, 2);
        QCOMPARE(cornersOf(readImage(file)->image), QStringLiteral("rgbw"));
        QCOMPARE(readImage(file)->image.size(), QSize(128, 128));
    }

    void theFirstOfSeveralPages()
    {
        const QString file = path("pages.tiff");
        QVERIFY(quarters({320, 240}).save(file));
        // a second directory behind the first, which is the last thing in the file
        QByteArray tiff = readBytes(file);
        const auto little32At = [&tiff](qsizetype at) {
            quint32 number = 0;
            for (int i = 3; i >= 0; --i)
                number = number << 8 | uchar(tiff[at + i]);
            return number;
        };
        const qsizetype directory = little32At(4);
        const qsizetype length = 2 + 12 * uchar(tiff[directory]) + 4;
        const QByteArray copy = tiff.mid(directory, length);
        const qsizetype second = tiff.size() + (tiff.size() & 1);
        tiff.append(second - tiff.size(), '\0');
        for (int i = 0; i < 4; ++i)
            tiff[directory + length - 4 + i] = char(second >> (8 * i));
        QVERIFY(writeBytes(file, tiff + copy));
        QCOMPARE(readImageHeader(file)->pictures, 2);
        QCOMPARE(cornersOf(readImage(file)->image), QStringLiteral("rgbw"));
    }

    void cutOff_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"c.png", "c.bmp", "c.webp", "c.tiff", "c.ppm", "c.gif", "c.tga", "c.heic"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    // JPEG: see tst_reference, for only preparing walks all of it.
    void cutOff()
    {
        QFETCH(QString, name);
        QImage image(400, 400, QImage::Format_RGB32);
        for (int y = 0; y < 400; ++y)
            for (int x = 0; x < 400; ++x)
                image.setPixel(x, y, qRgb(x * 7 + y * 13, x * x + y, x ^ y));
        const QString whole = m_folder.filePath(name);
        if (name.endsWith(u"gif")) {
            QVERIFY(image.save(path("gif.png")));
            QVERIFY(ffmpeg({QStringLiteral("-i"), path("gif.png"), whole}));
        } else if (name.endsWith(u"tga")) {
            QVERIFY(writeBytes(whole, tgaOf(image)));
        } else if (name.endsWith(u"heic")) {
            QVERIFY(writeHeif(image, whole));
        } else {
            QVERIFY(image.save(whole));
        }
        QVERIFY(readImage(whole));
        const QByteArray bytes = readBytes(whole);
        for (const int percent : {99, 60, 33, 5}) {
            const QString cut = m_folder.filePath(QString(u"cut-" + name));
            QVERIFY(writeBytes(cut, bytes.left(bytes.size() * percent / 100)));
            const auto read = readImage(cut);
            QVERIFY2(!read, qPrintable(QString::number(percent)));
            QCOMPARE(read.error().kind, ErrorKind::ImageUnreadable);
        }
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const QByteArray &bytes, ErrorKind kind) {
            QTest::newRow(name) << bytes << int(kind);
        };
        row("nothing.png", {}, ErrorKind::ImageUnreadable);
        row("text.png", "hello, I am a picture", ErrorKind::ImageUnreadable);
        row("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='300'/>",
            ErrorKind::ImageUnreadable);
        row("page.html", "<html><img src='x.png'></html>", ErrorKind::ImageUnreadable);
        row("film.heic",
            QByteArray("\0\0\0\x18"
                       "ftypisom",
                       12) +
                QByteArray(400, 'x'),
            ErrorKind::ImageUnreadable);
        row("shell.heic",
            QByteArray("\0\0\0\x18"
                       "ftypheic\0\0\0\0mif1heic",
                       24) +
                QByteArray(400, 'x'),
            ErrorKind::ImageUnreadable);
        row("bomb.png", pngBomb(100'000), ErrorKind::ImageTooLarge);
        row("bomb2.png", pngBomb(20'000), ErrorKind::ImageTooLarge);
        QByteArray giant = bytesOf(quarters({300, 300}), "jpeg");
        const qsizetype frame = giant.indexOf(QByteArray("\xff\xc0", 2));
        giant.replace(frame + 5, 4, QByteArray("\xfd\xe8\xfd\xe8", 4)); // 65000 x 65000
        row("giant.jpg", giant, ErrorKind::ImageTooLarge);
        QByteArray bitmap = bytesOf(quarters({300, 300}), "bmp");
        bitmap.replace(18, 8, QByteArray("\0\0\1\0\0\0\1\0", 8)); // 65536 x 65536
        row("giant.bmp", bitmap, ErrorKind::ImageUnreadable);     // it would have to be longer
        QVERIFY(writeHeif(quarters({300, 300}), path("honest.heic")));
        QByteArray heic = readBytes(path("honest.heic"));
        const qsizetype sides = heic.indexOf("ispe") + 8;
        heic.replace(sides, 8, QByteArray(big32(100'000) + big32(100'000)));
        row("bomb.heic", heic, ErrorKind::ImageUnreadable); // libheif's own limit
    }

    void refused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        const QString file = written(QTest::currentDataTag(), bytes);
        const qint64 before = peakKilobytes();
        const auto header = readImageHeader(file);
        QVERIFY(!header);
        QCOMPARE(header.error().kind, ErrorKind(kind));
        QCOMPARE(header.error().facts.value(0), file);
        QVERIFY(!readImage(file));
        QVERIFY(readImageFor(file, {}, {72, 72}).isNull());
        QVERIFY(peakKilobytes() - before < 60'000);
    }

    void aHundredThousandFrames()
    {
        const QString file = written("long.gif", gifOf(100'000));
        const qint64 before = peakKilobytes();
        const auto header = readImageHeader(file);
        QVERIFY(header);
        QCOMPARE(header->pictures, 100'000);
        QVERIFY(header->alpha);
        QCOMPARE(readImage(file)->image.size(), QSize(300, 300));
        QVERIFY(peakKilobytes() - before < 60'000);
    }

    void missingAndFolders()
    {
        QCOMPARE(readImageHeader(path("missing.png")).error().kind, ErrorKind::FileMissing);
        QCOMPARE(readImageHeader(m_folder.path()).error().kind, ErrorKind::ImageUnreadable);
    }

    void piecesInPixels()
    {
        QCOMPARE(pixelsOf({}, {300, 200}), QRect(0, 0, 300, 200));
        QCOMPARE(pixelsOf({0.5, 0.25, 0.5, 0.5}, {300, 200}), QRect(150, 50, 150, 100));
        QCOMPARE(pixelsOf({0.333333, 0, 0.333333, 1}, {300, 200}), QRect(100, 0, 100, 200));
        QCOMPARE(pixelsOf({0.9999, 0.9999, 0.0001, 0.0001}, {300, 200}).size(), QSize(1, 1));
        QCOMPARE(pixelsOf({0, 0, 1, 1}, {300, 200}), QRect(0, 0, 300, 200));
    }
};

QTEST_GUILESS_MAIN(TestImageFile)
#include "tst_imagefile.moc"
