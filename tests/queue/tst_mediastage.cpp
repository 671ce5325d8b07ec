// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/probe.h"
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
    LocalMediaStage m_stage;

    QString path(const QString &name) const { return m_dir.filePath(name); }

    // The stage's answer; exactly one.
    Result<ReadyMedia> readyFor(const Order &order, const QString &folder)
    {
        Result<ReadyMedia> answer;
        int count = 0;
        QObject owner;
        MediaJob *job = m_stage.makeReady(order, m_model, path(folder), &owner);
        connect(job, &MediaJob::finished, this, [&](const Result<ReadyMedia> &ready) {
            answer = ready;
            ++count;
        });
        if (!QTest::qWaitFor([&] { return count > 0; }, 20000))
            qFatal("no answer");
        QTest::qWait(20);
        if (count != 1)
            qFatal("more than one answer");
        return answer;
    }

    Order orderOf(const QString &clip, const QStringList &references = {}) const
    {
        Order order;
        order.clip = clip;
        order.references = references;
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
    }

    void anotherClipIsConformed()
    {
        const auto ready = readyFor(orderOf(path(QStringLiteral("odd.mkv"))), QStringLiteral("w2"));
        QVERIFY(ready);
        QCOMPARE(ready->media.clip, path(QStringLiteral("w2/clip.mp4")));
        QVERIFY(QFileInfo(ready->media.clip).size() > 0);
        QVERIFY(!ready->changes.isEmpty());
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
        for (const int wait : {0, 20, 60, 120}) {
            QObject owner;
            const QPointer<MediaJob> job(m_stage.makeReady(
                orderOf(path(QStringLiteral("odd.mkv")), {path(QStringLiteral("one/same.png"))}), m_model,
                path(QStringLiteral("w7")), &owner));
            QTest::qWait(wait);
            delete job.data();
        }
        QTest::qWait(50);
        QVERIFY(!QFile::exists(path(QStringLiteral("w7/clip.mp4"))));
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
