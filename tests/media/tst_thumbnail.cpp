// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/probe.h"
#include "media/thumbnail.h"
#include "support/clipmaker.h"

#include <QHash>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

class TestThumbnail : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    struct Made
    {
        int ends = 0;
        bool well = false;
        QList<int> order;
        QHash<int, QImage> last;
        Error error;
    };

    void watch(ThumbnailJob &job, Made &made)
    {
        connect(&job, &ThumbnailJob::thumbnail, this, [&made](int index, const QImage &picture) {
            made.order.append(index);
            made.last.insert(index, picture);
        });
        connect(&job, &ThumbnailJob::finished, this, [&made](const Result<void> &result) {
            ++made.ends;
            made.well = result.has_value();
            if (!result)
                made.error = result.error();
        });
    }

private Q_SLOTS:

    void timesAreTheMiddles()
    {
        QCOMPARE(evenTimes(Microseconds(8000000), 4),
                 (QList<Microseconds>{Microseconds(1000000), Microseconds(3000000), Microseconds(5000000),
                                      Microseconds(7000000)}));
        QVERIFY(evenTimes(Microseconds(8000000), 0).isEmpty());
    }

    void exactWhereKeyFramesAreFar_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("mp4") << "a.mp4";
        QTest::newRow("mkv") << "a.mkv";
        QTest::newRow("ts") << "a.ts";
    }

    void exactWhereKeyFramesAreFar()
    {
        QFETCH(QString, name);
        ClipWish wish;
        wish.seconds = 4;
        wish.keyInterval = 60;
        QVERIFY(makeClip(path(name), wish));
        const auto clip = probeClip(path(name));
        QVERIFY(clip);
        ThumbnailJob job(*clip, 8, QSize(213, 200));
        Made made;
        watch(job, made);
        QTRY_COMPARE_WITH_TIMEOUT(made.ends, 1, 10000);
        QVERIFY(made.well);
        QCOMPARE(made.order.mid(0, 8), (QList<int>{0, 1, 2, 3, 4, 5, 6, 7})); // key frames first
        QVERIFY(made.order.size() > 8);
        for (int i = 0; i < 8; ++i) {
            QCOMPARE(made.last.value(i).size(), QSize(213, 120));
            const auto number = numberIn(made.last.value(i));
            QVERIFY(number);
            const int wanted = 15 * i + 7; // at (i + 0.5) * 0.5 s
            QVERIFY2(qAbs(*number - wanted) <= 8, qPrintable(QStringLiteral("%1: %2").arg(i).arg(*number)));
        }
        QCOMPARE(numberIn(made.last.value(3)), std::optional(52)); // far from any key frame: exact
    }

    void manyKeyFramesNeedOnePass()
    {
        ClipWish wish;
        wish.keyInterval = 5;
        QVERIFY(makeClip(path(QStringLiteral("keys.mp4")), wish));
        ThumbnailJob job(*probeClip(path(QStringLiteral("keys.mp4"))), 4, QSize(160, 160));
        Made made;
        watch(job, made);
        QTRY_COMPARE_WITH_TIMEOUT(made.ends, 1, 10000);
        QCOMPARE(made.order, (QList<int>{0, 1, 2, 3}));
    }

    void uprightAndSquare()
    {
        ClipWish wish;
        wish.size = QSize(240, 480);
        wish.rotation = 90;
        QVERIFY(makeClip(path(QStringLiteral("turned.mp4")), wish));
        ThumbnailJob job(path(QStringLiteral("turned.mp4")), {Microseconds(0)}, QSize(240, 240));
        Made made;
        watch(job, made);
        QTRY_COMPARE_WITH_TIMEOUT(made.ends, 1, 10000);
        QCOMPARE(made.last.value(0).size(), QSize(120, 240));
        QCOMPARE(numberIn(made.last.value(0)), std::optional(0));
    }

    void coloursAreRight()
    {
        const QString sample = QStringLiteral(RETAKE_SOURCE_DIR "/resources/samples/parrot.mp4");
        ThumbnailJob job(sample, {Microseconds(0)}, QSize(1280, 720));
        Made made;
        watch(job, made);
        QTRY_COMPARE_WITH_TIMEOUT(made.ends, 1, 10000);
        const QColor body = made.last.value(0).pixelColor(600, 340); // on the parrot: #7d4fd0
        QVERIFY2(qAbs(body.red() - 0x7d) < 8 && qAbs(body.green() - 0x4f) < 8 && qAbs(body.blue() - 0xd0) < 8,
                 qPrintable(body.name()));
    }

    void failures()
    {
        ThumbnailJob job(path(QStringLiteral("nowhere.mp4")), {Microseconds(0)}, QSize(100, 100));
        Made made;
        watch(job, made);
        QTRY_COMPARE_WITH_TIMEOUT(made.ends, 1, 10000);
        QVERIFY(!made.well);
        QCOMPARE(made.error.kind, ErrorKind::FileMissing);
        QVERIFY(made.order.isEmpty());
    }

    void mayBeDeleted()
    {
        bool called = false;
        for (int i = 0; i < 10; ++i) {
            auto *job = new ThumbnailJob(path(QStringLiteral("a.mp4")), evenTimes(Microseconds(4000000), 20),
                                         QSize(100, 100), this);
            connect(job, &ThumbnailJob::finished, this, [&called] { called = true; });
            QTest::qWait(i);
            delete job;
        }
        called = false;
        QTest::qWait(100);
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(TestThumbnail)
#include "tst_thumbnail.moc"
