// SPDX-License-Identifier: GPL-3.0-or-later
// What is made ready for a clip that is made from words, and the sound that is laid over it, with real files.
#include "media/probe.h"
#include "queue/localmediastage.h"
#include "support/clipmaker.h"

#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;
using namespace std::chrono_literals;

class TestRemakeMedia : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    Catalogue m_catalogue;
    LocalMediaStage m_stage{Shelf(path(QStringLiteral("shelf")), 1 << 30),
                            HashBook(path(QStringLiteral("hashes.json")))};
    int m_folders = 0;

    QString path(const QString &name) const { return m_dir.filePath(name); }

    const ModelSpec &model(const char *id) const { return *m_catalogue.model(QString::fromLatin1(id)); }

    Order order() const
    {
        Order order;
        order.clip = path(QStringLiteral("clip.mp4"));
        order.prompt = QStringLiteral("a white parrot");
        order.model = QStringLiteral("cogvideox-3");
        return order;
    }

    Result<ReadyMedia> readyFor(const Order &order)
    {
        Result<ReadyMedia> answer;
        int count = 0;
        QObject owner;
        const QString folder = path(QStringLiteral("work-%1").arg(++m_folders));
        MediaJob *job = m_stage.makeReady(order, *m_catalogue.model(order.model), folder, &owner);
        connect(job, &MediaJob::finished, this, [&](const Result<ReadyMedia> &ready) {
            answer = ready;
            ++count;
        });
        if (!QTest::qWaitFor([&] { return count > 0; }, 20000))
            qFatal("no answer");
        QTest::qWait(5);
        if (count != 1)
            qFatal("more than one answer");
        return answer;
    }

    Result<void> laidOver(const Order &order, const QString &video, const QString &output)
    {
        std::optional<Result<void>> answer;
        QObject owner;
        m_stage.laySound(probeClip(video).value(), order, output, &owner,
                         [&](const Result<void> &laid) { answer = laid; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20000))
            qFatal("no answer");
        return *answer;
    }

private Q_SLOTS:

    void initTestCase()
    {
        QFile file(QStringLiteral(":/catalogue/catalogue.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_catalogue = *Catalogue::parse(file.readAll());
        QVERIFY(makeClip(path(QStringLiteral("clip.mp4"))));
        ClipWish silent;
        silent.audioCodec.clear();
        silent.seconds = 1;
        QVERIFY(makeClip(path(QStringLiteral("silent.mp4")), silent));
        QImage picture(3000, 2000, QImage::Format_ARGB32);
        picture.fill(QColor(200, 40, 40, 128));
        QVERIFY(picture.save(path(QStringLiteral("edited.png"))));
        QImage small(20, 20, QImage::Format_RGB32);
        small.fill(Qt::blue);
        QVERIFY(small.save(path(QStringLiteral("small.png"))));
    }

    void withoutAnyPictureNothingIsSent()
    {
        const auto ready = readyFor(order());
        QVERIFY(ready);
        QVERIFY(ready->media.clip.isEmpty());
        QVERIFY(ready->media.firstFrame.isEmpty());
        QVERIFY(ready->media.lastFrame.isEmpty());
        QVERIFY(ready->media.references.isEmpty());
        QVERIFY(ready->changes.isEmpty());
        QVERIFY(ready->frameMap.isEmpty());
        QVERIFY(ready->sha256.isEmpty());
        QVERIFY(!QDir(path(QStringLiteral("shelf"))).exists());
    }

    void bothEndsOfThePieceAreTaken()
    {
        Order wanted = order();
        wanted.trim = Trim{500ms, 1500ms};
        wanted.keeping.first.from = KeptFrame::From::Clip;
        wanted.keeping.last.from = KeptFrame::From::Clip;
        const auto ready = readyFor(wanted);
        QVERIFY(ready);
        QVERIFY(ready->media.clip.isEmpty());
        for (const auto &[file, number] :
             {std::pair(ready->media.firstFrame, 15), std::pair(ready->media.lastFrame, 44)}) {
            QImageReader reader(file);
            QCOMPARE(reader.format(), QByteArray("jpeg"));
            const QImage picture = reader.read();
            QCOMPARE(picture.size(), QSize(426, 240));
            QCOMPARE(numberIn(picture), std::optional(number));
        }
        QCOMPARE(ready->changes.size(), 2);
        QVERIFY(ready->changes[0].startsWith(u"first frame: the clip's at 0.50 s"));
        QVERIFY(ready->changes[1].startsWith(u"last frame: the clip's at 1.47 s"));
    }

    void onlyTheLastOne()
    {
        Order wanted = order();
        wanted.keeping.last.from = KeptFrame::From::Clip;
        const auto ready = readyFor(wanted);
        QVERIFY(ready);
        QVERIFY(ready->media.firstFrame.isEmpty());
        QCOMPARE(numberIn(QImage(ready->media.lastFrame)), std::optional(59));
    }

    void aPictureOfOnesOwnIsMadeToFit()
    {
        Order wanted = order();
        wanted.clip = path(QStringLiteral("gone.mp4")); // of which nothing is needed
        wanted.keeping.first = {KeptFrame::From::File, path(QStringLiteral("edited.png"))};
        const auto ready = readyFor(wanted);
        QVERIFY(ready);
        const QImage sent(ready->media.firstFrame);
        QCOMPARE(sent.size(), QSize(3000, 2000));
        QVERIFY(!sent.hasAlphaChannel());
        QVERIFY(QFileInfo(ready->media.firstFrame).size() <= model("cogvideox-3").frames.maximumBytes);
        QCOMPARE(ready->changes.size(), 1);
        QVERIFY(ready->changes[0].startsWith(u"first frame: edited.png, "));
    }

    void anAddressIsPassedOn()
    {
        Order wanted = order();
        wanted.clip = QStringLiteral("https://a.example/clip.mp4");
        wanted.keeping.first = {KeptFrame::From::File, QStringLiteral("https://a.example/f.png?Signature=s")};
        const auto ready = readyFor(wanted);
        QVERIFY(ready);
        QCOMPARE(ready->media.firstFrame, wanted.keeping.first.file);
        QVERIFY(ready->media.clip.isEmpty());
        QCOMPARE(ready->changes, QStringList{QStringLiteral("first frame: https://a.example/f.png")});
    }

    void referencesAreMadeReady()
    {
        Order wanted = order();
        wanted.model = QStringLiteral("vidu2-reference");
        wanted.references = {path(QStringLiteral("edited.png")),
                             QStringLiteral("https://a.example/reference.png")};
        const auto ready = readyFor(wanted);
        QVERIFY(ready);
        QCOMPARE(ready->media.references.size(), 2);
        QVERIFY(QFile::exists(ready->media.references[0]));
        QCOMPARE(ready->media.references[1], wanted.references[1].source);
        QVERIFY(!ready->referenceRemarks[0].isEmpty());
    }

    void refusals_data()
    {
        QTest::addColumn<Order>("order");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("fact");
        const QString gone = path(QStringLiteral("gone.mp4"));
        Order wanted = order();
        wanted.keeping.first.from = KeptFrame::From::Clip;
        wanted.clip = gone;
        QTest::newRow("a frame of a clip that is gone") << wanted << int(ErrorKind::FileMissing) << gone;
        wanted.keeping = {};
        wanted.keeping.sourceSound = true;
        QTest::newRow("the sound of a clip that is gone") << wanted << int(ErrorKind::FileMissing) << gone;
        wanted = order();
        wanted.keeping.last.from = KeptFrame::From::Clip;
        wanted.model = QStringLiteral("cogvideox-flash");
        QTest::newRow("no last frame")
            << wanted << int(ErrorKind::BadParameter) << QStringLiteral("last_frame");
        wanted.keeping.first.from = KeptFrame::From::Clip;
        wanted.model = QStringLiteral("viduq1-text");
        QTest::newRow("no frame at all")
            << wanted << int(ErrorKind::BadParameter) << QStringLiteral("first_frame");
        wanted = order();
        wanted.keeping.first = {KeptFrame::From::File, path(QStringLiteral("small.png"))};
        QTest::newRow("a small picture")
            << wanted << int(ErrorKind::ImageTooSmall) << path(QStringLiteral("small.png"));
        wanted.keeping.first.file = path(QStringLiteral("no.png"));
        QTest::newRow("no picture") << wanted << int(ErrorKind::FileMissing)
                                    << path(QStringLiteral("no.png"));
    }

    void refusals()
    {
        QFETCH(Order, order);
        QFETCH(int, kind);
        QFETCH(QString, fact);
        const auto ready = readyFor(order);
        QVERIFY(!ready);
        QCOMPARE(ready.error().kind, ErrorKind(kind));
        QCOMPARE(ready.error().facts.value(0), fact);
    }

    void anAbandonedJobSaysNothing()
    {
        Order wanted = order();
        wanted.keeping.first.from = KeptFrame::From::Clip;
        bool spoke = false;
        auto owner = std::make_unique<QObject>();
        MediaJob *job =
            m_stage.makeReady(wanted, model("cogvideox-3"), path(QStringLiteral("left")), owner.get());
        connect(job, &MediaJob::finished, this, [&] { spoke = true; });
        QTest::qWait(20);
        owner.reset();
        QTest::qWait(200);
        QVERIFY(!spoke);
    }

    void theSoundIsLaidOverATake()
    {
        const QString output = path(QStringLiteral("laid.mp4"));
        Order wanted = order();
        wanted.trim = Trim{500ms, 1500ms};
        const auto laid = laidOver(wanted, path(QStringLiteral("silent.mp4")), output);
        QVERIFY(laid);
        const auto made = probeClip(output);
        QVERIFY(made);
        QVERIFY(made->audio);
        QCOMPARE(made->video.size, QSize(426, 240));
        QCOMPARE(numbersIn(output, QSize(426, 240)),
                 numbersIn(path(QStringLiteral("silent.mp4")), QSize(426, 240)));
    }

    void whereThereIsNoSoundThatIsSaid()
    {
        Order wanted = order();
        const QString output = path(QStringLiteral("never.mp4"));
        wanted.clip = path(QStringLiteral("silent.mp4"));
        const auto silent = laidOver(wanted, path(QStringLiteral("clip.mp4")), output);
        QCOMPARE(silent.error().kind, ErrorKind::BadParameter);
        wanted.clip = path(QStringLiteral("gone.mp4"));
        const auto gone = laidOver(wanted, path(QStringLiteral("clip.mp4")), output);
        QCOMPARE(gone.error().kind, ErrorKind::FileMissing);
        QVERIFY(!QFile::exists(output));
    }
};

Q_DECLARE_METATYPE(retake::Order)

QTEST_GUILESS_MAIN(TestRemakeMedia)
#include "tst_remakemedia.moc"
