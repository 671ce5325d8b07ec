// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/reference.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QImageWriter>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

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

QImage twoColours(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(20, 40, 200));
    for (int y = 0; y < size.height() / 2; ++y) // red above, blue below
        for (int x = 0; x < size.width(); ++x)
            image.setPixelColor(x, y, QColor(200, 30, 20));
    return image;
}

// A JPEG whose Exif says how it has to be turned, and where it was taken.
QByteArray jpegWithExif(const QImage &image, char orientation)
{
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 95);
    QByteArray exif("Exif\0\0II*\0\x08\0\0\0\x02\0", 16);
    exif.append(QByteArray("\x12\x01\x03\0\x01\0\0\0", 8))
        .append(orientation)
        .append(QByteArray("\0\0\0", 3));
    exif.append(QByteArray("\x0e\x01\x02\0\x0b\0\0\0\x26\0\0\0", 12)); // description, at offset 38
    exif.append(QByteArray("\0\0\0\0", 4)).append("SECRETHOME\0", 11);
    QByteArray segment("\xff\xe1", 2);
    const int length = int(exif.size()) + 2;
    segment.append(char(length >> 8)).append(char(length & 255)).append(exif);
    return jpeg.insert(2, segment);
}

} // namespace

class TestReference : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    QString outFolder() const
    {
        QDir(m_folder.path()).mkpath(QStringLiteral("out"));
        return path(QStringLiteral("out"));
    }

    static bool write(const QString &file, const QByteArray &bytes)
    {
        QFile out(file);
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
    }

private Q_SLOTS:

    void whatFits_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("sent");
        QTest::newRow("png") << "a.png"
                             << "png";
        QTest::newRow("jpeg") << "a.jpg"
                              << "jpeg";
        QTest::newRow("bmp") << "a.bmp"
                             << "png";
        QTest::newRow("webp") << "a.webp"
                              << "png";
        QTest::newRow("ppm, which no service takes") << "a.ppm"
                                                     << "png";
        QTest::newRow("chinese name") << "围巾 1.png"
                                      << "png";
    }

    void whatFits()
    {
        QFETCH(QString, name);
        QFETCH(QString, sent);
        QVERIFY(twoColours({300, 400}).save(path(name)));
        const auto info = checkReference(path(name), wanReferences());
        QVERIFY(info);
        QCOMPARE(info->size, QSize(300, 400));
        QVERIFY(!info->alpha);
        const auto made = prepareReference(path(name), wanReferences(), outFolder());
        QVERIFY(made);
        QCOMPARE(QString::fromLatin1(QImageReader(*made).format()), sent);
        for (const QChar letter : QFileInfo(*made).fileName())
            QVERIFY(letter.unicode() < 128);
        QVERIFY(!QFile::exists(QString(*made + u".part")));
    }

    void samples()
    {
        for (const char *name : {"scarf.png", "forest.jpg"}) {
            const QString file =
                QStringLiteral(RETAKE_SOURCE_DIR "/resources/samples/") + QLatin1String(name);
            QVERIFY2(checkReference(file, wanReferences()), name);
        }
    }

    void contentDecidesNotTheName()
    {
        QVERIFY(twoColours({300, 300}).save(path(QStringLiteral("really.jpg")), "PNG"));
        QCOMPARE(checkReference(path(QStringLiteral("really.jpg")), wanReferences())->format,
                 QStringLiteral("png"));
    }

    void transparencyBecomesWhite()
    {
        QImage image(300, 300, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        for (int x = 100; x < 200; ++x)
            for (int y = 100; y < 200; ++y)
                image.setPixelColor(x, y, Qt::red);
        image.setText(QStringLiteral("Author"), QStringLiteral("SECRETNAME"));
        QVERIFY(image.save(path(QStringLiteral("alpha.png"))));
        QVERIFY(checkReference(path(QStringLiteral("alpha.png")), wanReferences())->alpha);
        const auto made = prepareReference(path(QStringLiteral("alpha.png")), wanReferences(), outFolder());
        QVERIFY(made);
        const QImage sent(*made);
        QVERIFY(!sent.hasAlphaChannel());
        QCOMPARE(sent.pixelColor(10, 10), QColor(Qt::white));
        QCOMPARE(sent.pixelColor(150, 150), QColor(Qt::red));
        QVERIFY(sent.textKeys().isEmpty());
    }

    void camerasTurnIsApplied()
    {
        // stored lying: the turn by 90 degrees clockwise (6) makes it 300 x 600, red to the right
        QVERIFY(write(path(QStringLiteral("turned.jpg")), jpegWithExif(twoColours({600, 300}), 6)));
        const auto info = checkReference(path(QStringLiteral("turned.jpg")), wanReferences());
        QVERIFY(info);
        QCOMPARE(info->size, QSize(300, 600));
        const auto made = prepareReference(path(QStringLiteral("turned.jpg")), wanReferences(), outFolder());
        QVERIFY(made);
        QImageReader reader(*made);
        reader.setAutoTransform(false);
        const QImage sent = reader.read();
        QCOMPARE(sent.size(), QSize(300, 600));
        QVERIFY(sent.pixelColor(280, 300).red() > 150);
        QVERIFY(sent.pixelColor(20, 300).blue() > 150);
        QFile file(*made);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("SECRETHOME"));
        QVERIFY(!bytes.contains("Exif"));
    }

    void refused_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("facts");
        const auto row = [](const char *name, QSize size, ErrorKind kind, const QStringList &facts) {
            QTest::newRow(name) << size << int(kind) << facts;
        };
        row("100 px", {100, 80}, ErrorKind::ImageTooSmall,
            {QStringLiteral("100 × 80"), QStringLiteral("240")});
        row("one side", {1000, 239}, ErrorKind::ImageTooSmall,
            {QStringLiteral("1000 × 239"), QStringLiteral("240")});
        row("huge", {9000, 1200}, ErrorKind::ImageTooLarge,
            {QStringLiteral("9000 × 1200"), QStringLiteral("8000")});
        row("a strip", {3000, 300}, ErrorKind::ImageBadShape,
            {QStringLiteral("3000 × 300"), QStringLiteral("8")});
    }

    void refused()
    {
        QFETCH(QSize, size);
        QFETCH(int, kind);
        QFETCH(QStringList, facts);
        const QString file = path(QStringLiteral("refused.png"));
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(file));
        const auto info = checkReference(file, wanReferences());
        QVERIFY(!info);
        QCOMPARE(info.error().kind, ErrorKind(kind));
        QCOMPARE(info.error().facts, QStringList{file} + facts);
        QCOMPARE(prepareReference(file, wanReferences(), outFolder()).error().kind, ErrorKind(kind));
    }

    void tooHeavy()
    {
        const QString file = path(QStringLiteral("heavy.png"));
        QVERIFY(twoColours({300, 300}).save(file));
        QFile heavy(file);
        QVERIFY(heavy.open(QIODevice::ReadWrite) && heavy.resize(30000000));
        const auto info = checkReference(file, wanReferences());
        QVERIFY(!info);
        QCOMPARE(info.error().kind, ErrorKind::ImageTooHeavy);
        QCOMPARE(info.error().facts, (QStringList{file, QStringLiteral("30 MB"), QStringLiteral("20 MB")}));
    }

    void noPicture()
    {
        const QString missing = path(QStringLiteral("missing.png"));
        QCOMPARE(checkReference(missing, wanReferences()).error().kind, ErrorKind::FileMissing);
        QVERIFY(write(path(QStringLiteral("text.png")), "hello"));
        QCOMPARE(checkReference(path(QStringLiteral("text.png")), wanReferences()).error().kind,
                 ErrorKind::ImageUnreadable);
        QCOMPARE(checkReference(m_folder.path(), wanReferences()).error().kind, ErrorKind::ImageUnreadable);
        QImage noise(400, 400, QImage::Format_RGB32);
        for (int y = 0; y < 400; ++y)
            for (int x = 0; x < 400; ++x)
                noise.setPixel(x, y, qRgb(x * 7 + y * 13, x * x + y, x ^ y));
        QVERIFY(noise.save(path(QStringLiteral("whole.png"))));
        QFile whole(path(QStringLiteral("whole.png")));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QVERIFY(write(path(QStringLiteral("cut.png")), whole.read(whole.size() / 3)));
        QCOMPARE(prepareReference(path(QStringLiteral("cut.png")), wanReferences(), outFolder()).error().kind,
                 ErrorKind::ImageUnreadable);
    }

    void whatGrowsTooHeavyBecomesJpeg()
    {
        MediaLimits limits = wanReferences();
        limits.maximumBytes = 400000;
        QImage noise(500, 500, QImage::Format_RGB32);
        quint32 state = 1;
        for (int y = 0; y < 500; ++y)
            for (int x = 0; x < 500; ++x)
                noise.setPixel(x, y, 0xff000000 | ((state = state * 1664525 + 1013904223) >> 8));
        const QString file = path(QStringLiteral("noise.jpg"));
        QVERIFY(noise.save(file, "JPEG", 60));
        const QString bitmap = path(QStringLiteral("noise.png"));
        QVERIFY(QImage(file).save(bitmap));
        if (QFileInfo(bitmap).size() > limits.maximumBytes)
            limits.maximumBytes = QFileInfo(bitmap).size();
        QVERIFY(prepareReference(bitmap, limits, outFolder()));
    }

    void noPlaceToWrite()
    {
        QVERIFY(twoColours({300, 300}).save(path(QStringLiteral("fits.png"))));
        const auto made = prepareReference(path(QStringLiteral("fits.png")), wanReferences(),
                                           path(QStringLiteral("nowhere")));
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::NotWritable);
    }
};

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
