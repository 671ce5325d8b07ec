// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/proxies.h"

#include "media/framescan.h"
#include "support/clipmaker.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

class TestProxies : public QObject
{
    Q_OBJECT

    QTemporaryDir m_media;
    QString m_hard;  // needs a proxy
    QString m_other; // so does this one
    QString m_easy;
    std::unique_ptr<QTemporaryDir> m_data;

    Shelf shelf(qint64 limit = 1 << 30) const
    {
        return Shelf(m_data->filePath(QStringLiteral("shelf")), limit);
    }

    HashBook hashes() const { return HashBook(m_data->filePath(QStringLiteral("hashes.json"))); }

    QStringList onShelf() const
    {
        return QDir(m_data->filePath(QStringLiteral("shelf"))).entryList(QDir::Files);
    }

    QString make(const char *name, int keyInterval, double seconds)
    {
        ClipWish wish;
        wish.keyInterval = keyInterval;
        wish.seconds = seconds;
        const QString file = m_media.filePath(QString::fromLatin1(name));
        return makeClip(file, wish) ? file : QString();
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_hard = make("hard.mp4", 250, 2);
        m_other = make("other.mp4", 250, 3);
        m_easy = make("easy.mp4", 12, 2);
        QVERIFY(!m_hard.isEmpty() && !m_other.isEmpty() && !m_easy.isEmpty());
    }

    void init() { m_data = std::make_unique<QTemporaryDir>(); }

    void whatNeedsOneGetsOne()
    {
        Proxies proxies(shelf(), hashes());
        QSignalSpy ready(&proxies, &Proxies::proxyReady);
        proxies.want({m_easy, m_other, m_hard, m_media.filePath(QStringLiteral("missing.mp4"))});
        QVERIFY(proxies.isBusy());
        QCOMPARE(proxies.proxyOf(m_hard), QString());
        QTRY_VERIFY_WITH_TIMEOUT(!proxies.isBusy(), 120000);
        QCOMPARE(ready.size(), 2);
        QCOMPARE(ready[0][0].toString(), m_other); // in the order of the wish
        QCOMPARE(ready[1][0].toString(), m_hard);
        QCOMPARE(ready[1][1].toString(), proxies.proxyOf(m_hard));
        QCOMPARE(proxies.proxyOf(m_easy), QString());
        QVERIFY(QFileInfo(proxies.proxyOf(m_hard)).size() > 0);
        QCOMPARE(onShelf().size(), 2);
        proxies.want({m_hard}); // known: nothing happens again
        QVERIFY(!proxies.isBusy());
        QCOMPARE(ready.size(), 2);
    }

    void itIsMadeOnceForTheSameBytes()
    {
        {
            Proxies proxies(shelf(), hashes());
            proxies.want({m_hard});
            QTRY_VERIFY_WITH_TIMEOUT(!proxies.proxyOf(m_hard).isEmpty(), 120000);
        }
        const QString copy = m_data->filePath(QStringLiteral("copy.mp4"));
        QVERIFY(QFile::copy(m_hard, copy));
        const QByteArray tools = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        Proxies later(shelf(), hashes());
        QSignalSpy ready(&later, &Proxies::proxyReady);
        later.want({copy});
        const bool found = QTest::qWaitFor([&] { return !later.proxyOf(copy).isEmpty(); });
        qputenv("PATH", tools);
        QVERIFY(found);
        QCOMPARE(ready.size(), 1);
        QCOMPARE(onShelf().size(), 1);
    }

    void whatIsOnTheTableIsNotSwept()
    {
        Proxies proxies(shelf(), hashes());
        proxies.want({m_hard});
        QTRY_VERIFY_WITH_TIMEOUT(!proxies.proxyOf(m_hard).isEmpty(), 120000);
        const QString file = proxies.proxyOf(m_hard);
        shelf(0).sweep();
        QVERIFY(QFile::exists(file));
        proxies.want({m_easy});
        QCOMPARE(proxies.proxyOf(m_hard), QString());
        shelf(0).sweep();
        QVERIFY(!QFile::exists(file));
        QTRY_VERIFY(!proxies.isBusy());
    }

    void whatIsNoLongerWantedIsGivenUp()
    {
        for (const int wait : {0, 10, 40, 100}) {
            Proxies proxies(shelf(), hashes());
            QSignalSpy ready(&proxies, &Proxies::proxyReady);
            proxies.want({m_other});
            QTest::qWait(wait);
            proxies.want({});
            if (ready.isEmpty())
                QVERIFY(!proxies.isBusy());
            QTest::qWait(20);
            QCOMPARE(proxies.proxyOf(m_other), QString());
        }
    }

    // The program ends in the middle.
    void quittingLeavesNothingHalf()
    {
        for (const int wait : {0, 10, 30, 60, 100}) {
            auto proxies = std::make_unique<Proxies>(shelf(), hashes());
            proxies->want({m_other, m_hard});
            QTest::qWait(wait);
            proxies.reset();
        }
        QTest::qWait(50);
        for (const QString &name : onShelf()) {
            QVERIFY2(!name.endsWith(u".part"), qPrintable(name));
            QVERIFY(scanFrames(m_data->filePath(QString(u"shelf/" + name))));
        }
    }
};

QTEST_GUILESS_MAIN(TestProxies)
#include "tst_proxies.moc"
