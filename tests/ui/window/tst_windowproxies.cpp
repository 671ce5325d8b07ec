// SPDX-License-Identifier: GPL-3.0-or-later
// The real window with proxies: usable without them, and played by them when they are there; and a take
// beside the clip that it was made from.
#include "windowbench.h"

#include "playback/pairplayer.h"
#include "session/comparison.h"
#include "session/proxies.h"
#include "store/store.h"
#include "ui/viewer/viewerpane.h"

#include <QAction>
#include <QDir>
#include <QSignalSpy>

using namespace retake;

namespace {

// How often this process has the file open.
int timesOpen(const QString &file)
{
    int count = 0;
    for (const QFileInfo &link :
         QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::Files | QDir::System))
        count += link.symLinkTarget() == file;
    return count;
}

// Makes and shows the window as app/window does.
struct ProxyWindow
{
    WindowBench bench;
    std::unique_ptr<Proxies> proxies;
    std::unique_ptr<Comparison> comparison;

    ProxyWindow()
    {
        proxies = std::make_unique<Proxies>(bench.core->shelf, bench.core->hashes);
        proxies->follow(*bench.workspace);
        comparison = std::make_unique<Comparison>(bench.core->shelf, bench.core->hashes);
        bench.window = std::make_unique<MainWindow>(MainWindow::Rooms{bench.core->settings,
                                                                      bench.core->paths,
                                                                      bench.core->catalogue,
                                                                      bench.core->accounts,
                                                                      bench.core->queue,
                                                                      *bench.draft,
                                                                      *bench.workspace,
                                                                      *bench.preparation,
                                                                      bench.theme,
                                                                      {},
                                                                      proxies.get(),
                                                                      comparison.get()});
        bench.window->show();
    }

    ~ProxyWindow() { bench.window.reset(); }

    PairPlayer &player() const { return *bench.find<ViewerPane>("viewerPane")->player(); }
};

} // namespace

class TestWindowProxies : public QObject
{
    Q_OBJECT

    QTemporaryDir m_media;
    QString m_clip;

private Q_SLOTS:

    void initTestCase()
    {
        m_clip = m_media.filePath(QStringLiteral("hard.mp4"));
        ClipWish wish;
        wish.rate = QStringLiteral("60");
        wish.keyInterval = 250;
        QVERIFY(makeClip(m_clip, wish));
    }

    void theClipIsPlayedByItsProxy()
    {
        ProxyWindow window;
        QSignalSpy ready(window.proxies.get(), &Proxies::proxyReady);
        QSignalSpy pairs(&window.player(), &PairPlayer::pairReady);
        window.bench.window->openClip(m_clip);
        QTRY_VERIFY(!pairs.isEmpty()); // usable at once
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 20000);
        const QString proxy = QFileInfo(window.proxies->proxyOf(m_clip)).canonicalFilePath();
        QVERIFY(!proxy.isEmpty());
        // By the player: the lock that holds it was taken while it had another name.
        QTRY_COMPARE(timesOpen(proxy), 1);
        pairs.clear();
        window.player().seekToFrame(77);
        QTRY_VERIFY(!pairs.isEmpty()); // at once
        QTest::qWait(600);             // and in full; on a busy machine that alone
        for (const QList<QVariant> &pair : pairs)
            QCOMPARE(numberIn(pair[0].value<PicturePair>().before), std::optional(77));
    }

    // A take of a piece, sent at half the rate: by time the frames beside each other would be wrong by one.
    void aTakeStandsBesideTheFramesItWasMadeFrom()
    {
        ProxyWindow window;
        WindowBench &bench = window.bench;
        bench.window->openClip(m_clip);
        QTRY_VERIFY(bench.workspace->clip());
        Task task;
        task.state = TaskState::Downloading;
        task.order.clip = m_clip;
        task.order.trim = Trim{std::chrono::milliseconds(500), std::chrono::milliseconds(2000)};
        task.createdAt = task.changedAt = QDateTime::currentDateTimeUtc();
        Task stored = *bench.core->store->insertTask(task);
        Take take;
        take.task = stored.id;
        take.clip = bench.workspace->clipId();
        take.file = bench.path("take.mp4");
        take.recipe = bench.path("take.json");
        take.title = QStringLiteral("snow");
        take.createdAt = QDateTime::currentDateTimeUtc();
        QVERIFY(runFfmpeg({QStringLiteral("-i"), m_clip, QStringLiteral("-vf"),
                           QStringLiteral("select='mod(n,2)*gt(n,30)',setpts=N/30/TB"), QStringLiteral("-r"),
                           QStringLiteral("30"), QStringLiteral("-an"), take.file}));
        QFile recipe(take.recipe);
        QVERIFY(recipe.open(QIODevice::WriteOnly));
        recipe.write(R"({"clip": {"frame_map": "31+2x45", "sent_frame_rate": "30/1"}})");
        recipe.close();
        stored.state = TaskState::Done;
        const auto id = bench.core->store->finishTask(stored, take);
        QVERIFY(id);
        Q_EMIT bench.core->queue.takeAdded(*id);

        QTRY_COMPARE(window.player().sideState(Side::After), PairPlayer::SideState::Open);
        PicturePair last;
        connect(&window.player(), &PairPlayer::pairReady, &window.player(),
                [&](const PicturePair &pair) { last = pair; });
        for (const int frame : {31, 55, 61, 119, 33}) {
            window.player().seekToFrame(frame);
            QTRY_COMPARE(last.frame, frame);
            QTRY_COMPARE(numberIn(last.before), std::optional(frame));
            QCOMPARE(numberIn(last.after), std::optional(frame));
        }

        // The same frames are measured.
        const Comparison &comparison = *window.comparison;
        QTRY_COMPARE_WITH_TIMEOUT(comparison.state(), Comparison::State::Done, 20000);
        const Measure measure = *comparison.measure();
        QCOMPARE(measure.pairedBy, FramePairs::By::Frames);
        QCOMPARE(int(measure.frames.size()), 45);
        for (int made = 0; made < 45; ++made) {
            const FrameChange &frame = measure.frames[std::size_t(made)];
            QCOMPARE(frame.pair.before, 31 + 2 * made);
            QVERIFY2(frame.psnr.y > 30, qPrintable(QString::number(frame.psnr.y)));
        }
        bench.find<QAction>("actionMostChanged")->trigger();
        const int most = measure.frames[std::size_t(summaryOf(measure)->most)].pair.before;
        QTRY_COMPARE(window.player().frame(), most);
    }

    void quittingInTheMiddle()
    {
        for (const int wait : {0, 30, 80}) {
            ProxyWindow window;
            window.bench.window->openClip(m_clip);
            QTest::qWait(wait);
        }
    }
};

QTEST_MAIN(TestWindowProxies)
#include "tst_windowproxies.moc"
