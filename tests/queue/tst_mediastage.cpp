// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/probe.h"
#include "media/reference.h"
#include "queue/localmediastage.h"
#include "support/clipmaker.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

class TestMediaStage : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    ModelSpec m_model;
    QList<std::pair<qint64, qint64>> m_progress;
    QString m_shelfFolder = path(QStringLiteral("cache/shelf"));
    Shelf m_shelf{m_shelfFolder, 1 << 30};
    LocalMediaStage m_stage{m_shelf, HashBook(path(QStringLiteral("cache/hashes.json")))};

    QString path(const QString &name) const { return m_dir.filePath(name); }

    // The stage's answer; exactly one.
    Result<ReadyMedia> readyFor(const Order &order, const QString &folder)
    {
        Result<ReadyMedia> answer;
        int count = 0;
        m_progress.clear();
        QObject owner;
        MediaJob *job = m_stage.makeReady(order, m_model, path(folder), &owner);
        connect(job, &MediaJob::finished, this, [&](const Result<ReadyMedia> &ready) {
            answer = ready;
            ++count;
        });
        connect(job, &MediaJob::progress, this, [this](qint64 done, qint64 total) {
            m_progress.append({done, total});
        });
        if (!QTest::qWaitFor([&] { return count > 0; }, 20000))
            qFatal("no answer");
        QTest::qWait(20);
        if (count != 1)
            qFatal("more than one answer");
        return answer;
    }

    // Nothing that needs ffmpeg can be done meanwhile.
    struct WithoutTools
    {
        QByteArray path = qgetenv("PATH");

        WithoutTools() { qputenv("PATH", "/nowhere"); }

        ~WithoutTools() { qputenv("PATH", path); }
    };

    Order orderOf(const QString &clip, const QStringList &references = {}) const
    {
        Order order;
        order.clip = clip;
        order.references = wholeReferences(references);
        return order;
    }

private Q_SLOTS:

    void initTestCase()
    {
        QFile file(QStringLiteral(":/catalogue/catalogue.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_model = *Catalogue::parse(file.readAll())->model(QStringLiteral("wan2.7-videoedit"));
        QVERIFY(makeClip(path(QStringLiteral("good.mp4"))));
        ClipWish odd;
        odd.rate = QStringLiteral("25");
        odd.rotation = 90;
        QVERIFY(makeClip(path(QStringLiteral("odd.mkv")), odd));
        odd.seconds = 5;
        odd.rotation = 0;
        QVERIFY(makeClip(path(QStringLiteral("long.mkv")), odd));
        for (const QString &folder : {QStringLiteral("one"), QStringLiteral("two")}) {
            QVERIFY(QDir(m_dir.path()).mkpath(folder));
            QImage picture(300, 300, QImage::Format_RGB32);
            picture.fill(folder == u"one" ? Qt::red : Qt::blue);
            QVERIFY(picture.save(path(QString(folder + u"/same.png"))));
        }
    }

    void anAcceptableClipIsSentAsItIs()
    {
        const auto ready = readyFor(orderOf(path(QStringLiteral("good.mp4"))), QStringLiteral("w1"));
        QVERIFY(ready);
        QCOMPARE(ready->media.clip, path(QStringLiteral("good.mp4")));
        QVERIFY(ready->changes.isEmpty());
        QCOMPARE(ready->sha256, *hashOfFile(path(QStringLiteral("good.mp4")), HashKind::Sha256));
        QCOMPARE(ready->frameRate, (Rational{30, 1}));
    }

    void anotherClipIsConformed()
    {
        const auto ready = readyFor(orderOf(path(QStringLiteral("odd.mkv"))), QStringLiteral("w2"));
        QVERIFY(ready);
        QCOMPARE(QFileInfo(ready->media.clip).path(), m_shelfFolder);
        QVERIFY(QFileInfo(ready->media.clip).size() > 0);
        QCOMPARE(ready->held.file(), ready->media.clip);
        QCOMPARE(ready->sha256, *hashOfFile(ready->media.clip, HashKind::Sha256));
        QCOMPARE(ready->frameRate, (Rational{25, 1}));
        QVERIFY(!ready->changes.isEmpty());
    }

    void theSamePieceIsMadeOnce()
    {
        Order order = orderOf(path(QStringLiteral("long.mkv")));
        order.trim = Trim{std::chrono::seconds(1), std::chrono::seconds(4)};
        const auto first = readyFor(order, QStringLiteral("w8"));
        QVERIFY(first);
        // The same bytes under another name, with other words for what is wanted.
        Order again = order;
        again.clip = path(QStringLiteral("copy of it.mkv"));
        again.prompt = QStringLiteral("another instruction");
        QVERIFY(QFile::copy(order.clip, again.clip));
        {
            const WithoutTools hit;
            const auto second = readyFor(again, QStringLiteral("w9"));
            QVERIFY(second);
            QCOMPARE(second->media.clip, first->media.clip);
            QCOMPARE(second->sha256, first->sha256);
            QCOMPARE(second->changes, first->changes);
            QCOMPARE(m_progress.size(), 1);
            QCOMPARE(m_progress[0].first, 3'000'000);
            QCOMPARE(m_progress[0].second, 3'000'000);
            again.trim->in += std::chrono::milliseconds(500); // another piece is another file
            QCOMPARE(readyFor(again, QStringLiteral("w9")).error().kind, ErrorKind::ToolMissing);
        }
        const auto third = readyFor(again, QStringLiteral("w9"));
        QVERIFY(third);
        QVERIFY(third->media.clip != first->media.clip);
    }

    // The map is right for every frame, as the numbers burned into both show.
    void theFrameMapTellsWhatWasSent_data()
    {
        QTest::addColumn<QString>("rate");
        QTest::addColumn<bool>("variable");
        QTest::addColumn<bool>("trimmed");
        for (const char *rate : {"30", "60", "24000/1001"}) {
            for (const bool variable : {false, true}) {
                for (const bool trimmed : {false, true})
                    QTest::addRow("%s%s%s", rate, variable ? ", uneven" : "", trimmed ? ", a piece" : "")
                        << QString::fromLatin1(rate) << variable << trimmed;
            }
        }
    }

    void theFrameMapTellsWhatWasSent()
    {
        QFETCH(QString, rate);
        QFETCH(bool, variable);
        QFETCH(bool, trimmed);
        ClipWish wish;
        wish.rate = rate;
        wish.variableRate = variable;
        wish.seconds = 2.5;
        const QString clip = path(QStringLiteral("mapped.mp4"));
        QVERIFY(makeClip(clip, wish));
        Order order = orderOf(clip);
        if (trimmed)
            order.trim = Trim{std::chrono::milliseconds(250), std::chrono::milliseconds(2350)};
        const auto ready = readyFor(order, QStringLiteral("w14"));
        QVERIFY(ready);
        const QList<int> source = numbersIn(clip, wish.size);
        const QList<int> sent = numbersIn(ready->media.clip, wish.size);
        QCOMPARE(ready->frameMap.size(), sent.size());
        for (int frame = 0; frame < sent.size(); ++frame)
            QCOMPARE(sent[frame], source[ready->frameMap.source(frame)]);
    }

    void anotherModelMakesAnew()
    {
        QVERIFY(readyFor(orderOf(path(QStringLiteral("odd.mkv"))), QStringLiteral("w10")));
        const auto dear = readyFor(orderOf(path(QStringLiteral("odd.mkv"))), QStringLiteral("w10"));
        ModelSpec small = m_model;
        small.video.maximumBytes = 2'000'000;
        std::swap(small, m_model);
        const auto cheap = readyFor(orderOf(path(QStringLiteral("odd.mkv"))), QStringLiteral("w10"));
        std::swap(small, m_model);
        QVERIFY(dear && cheap);
        QVERIFY(dear->media.clip != cheap->media.clip);
    }

    void whatIsUsedIsNotSwept()
    {
        std::optional<Result<ReadyMedia>> ready =
            readyFor(orderOf(path(QStringLiteral("odd.mkv"))), QStringLiteral("w11"));
        const QString file = (*ready)->media.clip;
        Shelf(m_shelfFolder, 0).sweep();
        QVERIFY(QFile::exists(file));
        ready.reset();
        Shelf(m_shelfFolder, 0).sweep();
        QVERIFY(!QFile::exists(file));
    }

    void withoutTheCacheItIsMadeAnew()
    {
        const auto first = readyFor(orderOf(path(QStringLiteral("odd.mkv"))), QStringLiteral("w12"));
        QVERIFY(QDir(path(QStringLiteral("cache"))).removeRecursively());
        const auto second = readyFor(orderOf(path(QStringLiteral("odd.mkv"))), QStringLiteral("w12"));
        QVERIFY(first && second);
        QCOMPARE(second->media.clip, first->media.clip);
        QVERIFY(QFileInfo(second->media.clip).size() > 0);
    }

    void whatIsSentAsItIsIsDecodedOnce()
    {
        const Order order = orderOf(path(QStringLiteral("checked.mp4")));
        ClipWish other;
        other.seconds = 2.5;
        QVERIFY(makeClip(order.clip, other));
        {
            const WithoutTools first;
            QCOMPARE(readyFor(order, QStringLiteral("w13")).error().kind, ErrorKind::ToolMissing);
        }
        QVERIFY(readyFor(order, QStringLiteral("w13")));
        const WithoutTools second;
        const auto ready = readyFor(order, QStringLiteral("w13"));
        QVERIFY(ready);
        QCOMPARE(ready->media.clip, order.clip);
    }

    void theOrdersFramingIsMade()
    {
        Order order = orderOf(path(QStringLiteral("good.mp4")));
        order.framing = Framing::Fit;
        order.parameters.insert(QStringLiteral("ratio"), QStringLiteral("1:1"));
        const auto ready = readyFor(order, QStringLiteral("w8"));
        QVERIFY(ready);
        const auto made = probeClip(ready->media.clip);
        QVERIFY(made);
        QCOMPARE(made->video.size, QSize(426, 426));
    }

    void referencesOfTheSameNameStayApart()
    {
        const QStringList references{path(QStringLiteral("one/same.png")), QStringLiteral("oss://b/c.png"),
                                     path(QStringLiteral("two/same.png"))};
        const auto ready =
            readyFor(orderOf(path(QStringLiteral("good.mp4")), references), QStringLiteral("w3"));
        QVERIFY(ready);
        QCOMPARE(ready->media.references.size(), 3);
        QCOMPARE(ready->media.references[1], references[1]);
        QCOMPARE(QImage(ready->media.references[0]).pixelColor(5, 5), QColor(Qt::red));
        QCOMPARE(QImage(ready->media.references[2]).pixelColor(5, 5), QColor(Qt::blue));
        QVERIFY(referenceSentences(ready->referenceRemarks).isEmpty());
    }

    void referencesAreCroppedAndToldByTheirSlot()
    {
        Order order = orderOf(path(QStringLiteral("good.mp4")));
        order.references = {QStringLiteral("oss://b/c.png"),
                            Reference(path(QStringLiteral("one/same.png")), QRectF(0, 0, 0.5, 0.5))};
        const auto ready = readyFor(order, QStringLiteral("w8"));
        QVERIFY(ready);
        QCOMPARE(QImage(ready->media.references[1]).size(), QSize(240, 240));
        QCOMPARE(referenceSentences(ready->referenceRemarks),
                 QStringList{QStringLiteral("Image 2: cropped from 300 × 300 to 150 × 150, scaled from "
                                            "150 × 150 to 240 × 240")});
    }

    void addressesArePassedOn()
    {
        const auto ready = readyFor(orderOf(QStringLiteral("https://host/clip.mp4")), QStringLiteral("w4"));
        QVERIFY(ready);
        QCOMPARE(ready->media.clip, QStringLiteral("https://host/clip.mp4"));
    }

    void whatIsWrongIsNamed()
    {
        const QString missing = path(QStringLiteral("missing.mp4"));
        QCOMPARE(readyFor(orderOf(missing), QStringLiteral("w5")).error().kind, ErrorKind::FileMissing);
        const QString image = path(QStringLiteral("one/same.png"));
        const auto noImage =
            readyFor(orderOf(path(QStringLiteral("good.mp4")), {image, missing}), QStringLiteral("w5"));
        QCOMPARE(noImage.error().kind, ErrorKind::FileMissing);
        QCOMPARE(noImage.error().facts.value(0), missing);
        QFile blocked(path(QStringLiteral("file")));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        QCOMPARE(readyFor(orderOf(path(QStringLiteral("good.mp4"))), QStringLiteral("file/w6")).error().kind,
                 ErrorKind::NotWritable);
    }

    void itMayBeDroppedInFlight()
    {
        QVERIFY(QDir(path(QStringLiteral("cache"))).removeRecursively());
        for (const int wait : {0, 20, 60, 120}) {
            QObject owner;
            const QPointer<MediaJob> job(m_stage.makeReady(
                orderOf(path(QStringLiteral("odd.mkv")), {path(QStringLiteral("one/same.png"))}), m_model,
                path(QStringLiteral("w7")), &owner));
            QTest::qWait(wait);
            delete job.data();
        }
        QTest::qWait(50);
        // Nothing half-made; one that was whole in time may stay.
        QTRY_COMPARE(QDir(m_shelfFolder).entryList({QStringLiteral("*.part")}).size(), 0);
    }

    void resultsAreProbed()
    {
        QObject context;
        std::optional<Result<ClipInfo>> probed;
        m_stage.probe(path(QStringLiteral("good.mp4")), &context, [&](const auto &info) { probed = info; });
        QTRY_VERIFY(probed);
        QVERIFY(*probed);
        QCOMPARE((*probed)->video.size, QSize(426, 240));
        {
            QObject shortLived;
            m_stage.probe(path(QStringLiteral("good.mp4")), &shortLived,
                          [](const auto &) { QFAIL("dropped"); });
        }
        QTest::qWait(50);
    }
};

QTEST_GUILESS_MAIN(TestMediaStage)
#include "tst_mediastage.moc"
