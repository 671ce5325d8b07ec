// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/decoder.h"

#include "support/numberedclip.h"

#include <QEventLoop>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace retake;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

// Opens a clip and asks for pictures one by one.
class Viewer : public QObject
{
public:
    explicit Viewer(const QString &file)
        : decoder(file)
    {
        connect(&decoder, &Decoder::opened, this,
                [this](const ClipInfo &info, const std::shared_ptr<const FrameIndex> &frames) {
                    clip = info;
                    index = frames;
                });
        connect(&decoder, &Decoder::failed, this, [this](const Error &failure) { error = failure; });
        connect(&decoder, &Decoder::picture, this, [this](quint64 number, int, const QImage &image) {
            if (number == ticket)
                picture = image;
        });
    }

    bool opens()
    {
        return QTest::qWaitFor([this] { return index || error; }, 10'000) && index;
    }

    // Waits in an event loop of its own: QTest's waits poll in steps of 10 ms.
    QImage at(int frame, QSize box = {})
    {
        picture = {};
        decoder.request(++ticket, frame, box);
        QEventLoop loop;
        connect(&decoder, &Decoder::picture, &loop, &QEventLoop::quit);
        connect(&decoder, &Decoder::failed, &loop, &QEventLoop::quit);
        QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
        loop.exec();
        return picture;
    }

    Decoder decoder;
    ClipInfo clip;
    std::shared_ptr<const FrameIndex> index;
    std::optional<Error> error;
    QImage picture;
    quint64 ticket = 0;
};

} // namespace

class TestDecoder : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

    QString path(const char *name) const { return m_dir.filePath(QString::fromUtf8(name)); }

    QString make(const char *name, const QStringList &output, int frames = 50, QSize size = {320, 180},
                 const QColor &ground = QColor(40, 70, 110))
    {
        NumberedClip clip;
        clip.file = path(name);
        clip.frames = frames;
        clip.size = size;
        clip.output = output;
        clip.ground = ground;
        QString complaint;
        if (!makeClip(clip, &complaint))
            qWarning().noquote() << complaint;
        return clip.file;
    }

private Q_SLOTS:

    void everyFrameByNumber_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("output");
        QTest::newRow("B-frames, long GOP") << QStringLiteral("b.mp4") << words("-c:v libx264 -bf 3 -g 250");
        QTest::newRow("no B-frames") << QStringLiteral("p.mp4") << words("-c:v libx264 -bf 0");
        QTest::newRow("open GOP")
            << QStringLiteral("open.mp4")
            << words("-c:v libx264 -x264-params open-gop=1:bframes=3:keyint=12:min-keyint=12");
        QTest::newRow("Matroska") << QStringLiteral("b.mkv") << words("-c:v libx264 -bf 2");
        QTest::newRow("transport stream") << QStringLiteral("b.ts") << words("-c:v libx264 -bf 2");
        QTest::newRow("AVI, MPEG-4") << QStringLiteral("b.avi") << words("-c:v mpeg4 -q:v 3");
        QTest::newRow("AVI with B-frames") << QStringLiteral("bb.avi") << words("-c:v mpeg4 -q:v 3 -bf 2");
        QTest::newRow("program stream") << QStringLiteral("b.mpg") << words("-c:v mpeg2video -q:v 3 -bf 2");
        QTest::newRow("VP8 with pictures that are never shown")
            << QStringLiteral("alt.webm")
            << words("-c:v libvpx -deadline good -cpu-used 4 -auto-alt-ref 1 -lag-in-frames 16 -b:v 900k");
        QTest::newRow("VP9") << QStringLiteral("b.webm")
                             << words("-c:v libvpx-vp9 -deadline realtime -cpu-used 8");
        QTest::newRow("edit list") << QStringLiteral("edit.mov") << words("-c:v libx264 -bf 2 -ss 0.5");
        QTest::newRow("colon and other letters")
            << QString::fromUtf8("a:ü 鹦鹉.mp4") << words("-c:v libx264");
    }

    void everyFrameByNumber()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, output);
        Viewer viewer(make(name.toUtf8().constData(), output));
        QVERIFY(viewer.opens());
        const int count = viewer.index->count();
        const int first = readNumber(viewer.at(0));
        QVERIFY(first >= 0);
        QCOMPARE(first + count, 50); // an edit list or a cut takes frames from the start, never elsewhere
        for (int frame = 0; frame < count; ++frame) // forward
            QCOMPARE(readNumber(viewer.at(frame)), first + frame);
        for (int frame = count - 1; frame >= 0; --frame) // and back
            QCOMPARE(readNumber(viewer.at(frame)), first + frame);
        for (int jump = 0; jump < 40; ++jump) { // and anywhere
            const int frame = jump * 37 % count;
            QCOMPARE(readNumber(viewer.at(frame)), first + frame);
        }
    }

    // What is played by its proxy lets go of its own decoder, and needs a new one for a picture that stands.
    void afterARestEveryFrameIsThere_data() { everyFrameByNumber_data(); }

    void afterARestEveryFrameIsThere()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, output);
        Viewer viewer(make(name.toUtf8().constData(), output));
        QVERIFY(viewer.opens());
        const int count = viewer.index->count();
        const int first = 50 - count;
        for (const int frame : {count / 2, count / 2 + 1, 3, count - 1, 0}) {
            viewer.decoder.rest();
            QCOMPARE(readNumber(viewer.at(frame)), first + frame);
        }
        viewer.decoder.rest();
        for (int frame = 20; frame < 30; ++frame)
            QCOMPARE(readNumber(viewer.at(frame)), first + frame);
    }

    void editListsThatHideFrames()
    {
        // Cut without decoding: the file still has the frames since the key frame before, and hides them.
        const QString whole = make("whole.mp4", words("-c:v libx264 -bf 2 -g 25"));
        const QString cut = path("cut.mp4");
        QCOMPARE(QProcess::execute(QStringLiteral("ffmpeg"), words("-v error -y -ss 0.4 -i") +
                                                                 QStringList{whole} + words("-c copy") +
                                                                 QStringList{cut}),
                 0);
        Viewer viewer(cut);
        QVERIFY(viewer.opens());
        QVERIFY(viewer.index->count() < 50);
        const int first = readNumber(viewer.at(0));
        QVERIFY(first > 0);
        QCOMPARE(first + viewer.index->count(), 50);
        for (const int frame : {7, 1, 20, 3, 0})
            QCOMPARE(readNumber(viewer.at(frame)), first + frame);
    }

    // Its first pictures refer to ones before the cut: they have no number, for the probe neither.
    void anOpenGopAtTheStart()
    {
        const QString whole =
            make("gops.ts", words("-c:v libx264 -x264-params "
                                  "open-gop=1:bframes=3:b-adapt=0:keyint=12:min-keyint=12:scenecut=0"));
        QFile file(whole);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        constexpr int packet = 188;
        const int from = int(bytes.size()) / packet / 3 * packet;
        const QString cut = path("opencut.ts");
        QFile part(cut);
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write(bytes.left(packet * 3)); // the tables
        part.write(bytes.mid(from));
        part.close();
        Viewer viewer(cut);
        QVERIFY(viewer.opens());
        const int first = readNumber(viewer.at(0));
        QVERIFY2(first > 0, qPrintable(QString::number(first)));
        const int count = viewer.index->count();
        QCOMPARE(first + count, 50);
        for (int frame = count - 1; frame >= 0; --frame)
            QCOMPARE(readNumber(viewer.at(frame)), first + frame);
    }

    void variableRate()
    {
        Viewer viewer(make("vfr.mp4", words("-c:v libx264 -vf select='lt(mod(n,5),3)' -fps_mode vfr")));
        QVERIFY(viewer.opens());
        QCOMPARE(viewer.index->count(), 30);
        for (int frame = 29; frame >= 0; --frame) {
            const int number = frame / 3 * 5 + frame % 3;
            QCOMPARE(readNumber(viewer.at(frame)), number);
            QVERIFY(std::chrono::abs(viewer.index->timeOf(frame) - Microseconds(number * 1'000'000 / 30)) <
                    Microseconds(200));
        }
    }

    void turnedAndStretched()
    {
        const QString plain = make("lying.mp4", words("-c:v libx264 -vf setsar=2/1"));
        const QString turned = path("turned.mp4");
        QCOMPARE(QProcess::execute(QStringLiteral("ffmpeg"), words("-v error -y -i") + QStringList{plain} +
                                                                 words("-c copy -metadata:s:v:0 rotate=90") +
                                                                 QStringList{turned}),
                 0);
        Viewer viewer(turned);
        QVERIFY(viewer.opens());
        QCOMPARE(viewer.clip.video.rotation % 180, 90);
        QCOMPARE(viewer.clip.video.size, QSize(180, 640));
        const QImage whole = viewer.at(21);
        QCOMPARE(whole.size(), QSize(180, 640));
        QCOMPARE(readNumber(whole.transformed(QTransform().rotate(-viewer.clip.video.rotation))), 21);
        QCOMPARE(viewer.at(21, QSize(100, 320)).size(), QSize(90, 320));

        // ffmpeg turns by itself: its picture stands as ours does.
        const QString still = path("turned.png");
        QCOMPARE(QProcess::execute(QStringLiteral("ffmpeg"), words("-v error -y -i") + QStringList{turned} +
                                                                 words("-frames:v 1") + QStringList{still}),
                 0);
        const QImage theirs(still);
        const QImage ours = viewer.at(0).scaled(theirs.size());
        for (const QPoint point : {QPoint(80, 60), QPoint(80, 260), QPoint(100, 60), QPoint(100, 260)})
            QVERIFY(qAbs(qGray(ours.pixel(point)) - qGray(theirs.pixel(point))) < 40);
    }

    void coloursAreRight_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("matrix");
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("range");
        const QSize small(320, 180);
        const QSize large(1280, 720);
        const auto row = [](const char *name, QSize size, const char *matrix, const char *tag,
                            const char *range) {
            QTest::newRow(name) << size << QString::fromLatin1(matrix) << QString::fromLatin1(tag)
                                << QString::fromLatin1(range);
        };
        row("untold, small: BT.601", small, "bt601", "", "tv");
        row("untold, HD: BT.709", large, "bt709", "", "tv");
        row("untold, full range", small, "bt601", "", "pc");
        row("BT.601", large, "bt601", "smpte170m", "tv");
        row("BT.601 of PAL", large, "bt601", "bt470bg", "tv");
        row("BT.601, full range", large, "bt601", "smpte170m", "pc");
        row("BT.709", small, "bt709", "bt709", "tv");
        row("BT.709, full range", small, "bt709", "bt709", "pc");
        row("BT.2020", small, "bt2020", "bt2020nc", "tv");
    }

    void coloursAreRight()
    {
        QFETCH(QSize, size);
        QFETCH(QString, matrix);
        QFETCH(QString, tag);
        QFETCH(QString, range);
        for (const QColor &ground : {QColor(200, 40, 90), QColor(40, 170, 210)}) {
            const QString filter =
                QStringLiteral("scale=out_color_matrix=%1:out_range=%2:flags=accurate_rnd+full_chroma_int")
                    .arg(matrix, range);
            QStringList output =
                words("-c:v libx264 -crf 4 -color_range") + QStringList{range, QStringLiteral("-vf"), filter};
            if (!tag.isEmpty())
                output += {QStringLiteral("-colorspace"), tag};
            Viewer viewer(make("colour.mp4", output, 2, size, ground));
            QVERIFY(viewer.opens());
            const QColor seen = viewer.at(1, QSize(160, 90)).pixelColor(5, 5);
            QVERIFY2(qAbs(seen.red() - ground.red()) <= 3 && qAbs(seen.green() - ground.green()) <= 3 &&
                         qAbs(seen.blue() - ground.blue()) <= 3,
                     qPrintable(QString(seen.name() + u" for " + ground.name())));
        }
    }

    void cutOffPlaysToItsEnd()
    {
        const QString whole = make("t.mkv", words("-c:v libx264"), 100);
        QFile file(whole);
        QVERIFY(file.resize(file.size() / 2));
        Viewer viewer(whole);
        QVERIFY(viewer.opens());
        const int count = viewer.index->count();
        QVERIFY(count > 10 && count < 100);
        QCOMPARE(readNumber(viewer.at(count - 3)), count - 3);
        QVERIFY(!viewer.at(count - 1).isNull());
        QVERIFY(!viewer.error);
    }

    void whatCannotBePlayed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("missing") << QStringLiteral("none.mp4") << ErrorKind::FileMissing;
        QTest::newRow("folder") << QString() << ErrorKind::FileUnreadable;
        QTest::newRow("text") << QStringLiteral("text.mp4") << ErrorKind::NotAVideo;
        QTest::newRow("sound") << QStringLiteral("sound.wav") << ErrorKind::NoPicture;
    }

    void whatCannotBePlayed()
    {
        QFETCH(QString, name);
        QFETCH(ErrorKind, kind);
        const QString file = m_dir.filePath(name);
        if (name.endsWith(u"text.mp4")) {
            QFile text(file);
            QVERIFY(text.open(QIODevice::WriteOnly));
            text.write("Not a video at all.\n");
        } else if (name.endsWith(u".wav")) {
            QCOMPARE(QProcess::execute(QStringLiteral("ffmpeg"),
                                       words("-v error -y -f lavfi -i sine=d=0.2") + QStringList{file}),
                     0);
        }
        Viewer viewer(file);
        QVERIFY(!viewer.opens());
        QCOMPARE(viewer.error->kind, kind);
        QCOMPARE(viewer.error->facts.value(0), file);
    }

    void aNewerRequestOvertakes()
    {
        Viewer viewer(make("long.mp4", words("-c:v libx264 -bf 3 -g 400"), 300, {640, 360}));
        QVERIFY(viewer.opens());
        QSignalSpy pictures(&viewer.decoder, &Decoder::picture);
        for (int i = 0; i < 50; ++i)
            viewer.decoder.request(++viewer.ticket, 299 - i, {});
        QTRY_VERIFY(!viewer.picture.isNull());
        QCOMPARE(readNumber(viewer.picture), 250);
        QVERIFY(pictures.size() < 50);
    }

    void deletedAtAnyMoment()
    {
        const QString file = make("delete.mp4", words("-c:v libx264 -g 400"), 120, {640, 360});
        for (int i = 0; i < 40; ++i) {
            auto decoder = std::make_unique<Decoder>(file);
            decoder->request(1, 110, {}, {111, 112, 113});
            QTest::qWait(i % 20);
        }
    }
};

QTEST_GUILESS_MAIN(TestDecoder)
#include "tst_decoder.moc"
