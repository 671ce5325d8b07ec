// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of playing: seek, step and scrub of a 1080p clip with a key frame in 250 on both sides, as it
// is and by its proxy; what making the proxy takes.
#include "media/contenthash.h"
#include "media/proxy.h"
#include "playback/pairplayer.h"
#include "support/clipmaker.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QGuiApplication>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <vector>

using namespace retake;

namespace {

constexpr int clipFrames = 600;
constexpr QSize pane(700, 394);

struct Spread
{
    double middle = 0;
    double nearlyWorst = 0;
};

Spread spreadOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return {values.at(values.size() / 2), values.at(values.size() * 99 / 100)};
}

void waitUntil(QObject &context, const std::function<void(QEventLoop &)> &listen)
{
    QEventLoop loop;
    listen(loop);
    QTimer late(&context);
    QObject::connect(&late, &QTimer::timeout, &loop, &QEventLoop::quit);
    late.start(std::chrono::seconds(60));
    loop.exec();
}

// A 20 s clip of 1080p with movement all over and a key frame in 250.
bool makeHardClip(const QString &file)
{
    return runFfmpeg({QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                      QStringLiteral("testsrc2=size=1920x1080:rate=30:duration=%1").arg(clipFrames / 30),
                      QStringLiteral("-vf"), QStringLiteral("noise=alls=8:allf=t"), QStringLiteral("-c:v"),
                      QStringLiteral("libx264"), QStringLiteral("-preset"), QStringLiteral("veryfast"),
                      QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p"), QStringLiteral("-g"),
                      QStringLiteral("250"), QStringLiteral("-sc_threshold"), QStringLiteral("0"), file});
}

class PlaybackBench
{
public:
    PlaybackBench(const QString &clip, const QString &proxy)
    {
        QObject::connect(&m_player, &PairPlayer::pairReady, &m_player, [this](const PicturePair &pair) {
            ++m_pairs;
            m_shown = pair.frame;
            if (m_loop && (m_wanted < 0 || pair.frame == m_wanted))
                m_loop->quit();
        });
        for (const Side side : bothSides)
            m_player.setDisplaySize(side, pane);
        if (!proxy.isEmpty())
            m_player.setProxy(clip, proxy);
        m_player.open(Side::Before, clip);
        m_player.open(Side::After, clip);
        QTimer::singleShot(std::chrono::seconds(3), &m_player, [this] { m_settled = true; });
        while (!m_settled)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    // Milliseconds until the pair of this frame is there.
    double reach(int frame, const std::function<void()> &ask)
    {
        m_wanted = frame;
        QElapsedTimer clock;
        clock.start();
        waitUntil(m_player, [&](QEventLoop &loop) {
            m_loop = &loop;
            ask();
        });
        m_loop = nullptr;
        return double(clock.nsecsElapsed()) / 1e6;
    }

    Spread seeks(int count)
    {
        QRandomGenerator random(5);
        std::vector<double> times;
        for (int i = 0; i < count; ++i) {
            const int frame = random.bounded(clipFrames);
            if (frame != m_shown)
                times.push_back(reach(frame, [&] { m_player.seekToFrame(frame); }));
        }
        return spreadOf(times);
    }

    Spread steps(int count, int direction)
    {
        (void)reach(300, [this] { m_player.seekToFrame(300); });
        std::vector<double> times;
        for (int i = 0; i < count; ++i) {
            const int frame = m_player.frame() + direction;
            times.push_back(reach(frame, [&] { m_player.stepBy(direction); }));
        }
        return spreadOf(times);
    }

    // A hand that drags over the whole clip in four seconds: how many of the 240 wishes get their picture.
    int scrub()
    {
        m_pairs = 0;
        int wish = 0;
        QEventLoop loop;
        QTimer hand;
        hand.setTimerType(Qt::PreciseTimer);
        QObject::connect(&hand, &QTimer::timeout, &m_player, [&] {
            if (wish == 240)
                loop.quit();
            else
                m_player.seekToFrame(wish++ * clipFrames / 240);
        });
        hand.start(std::chrono::milliseconds(16));
        loop.exec();
        return m_pairs;
    }

private:
    PairPlayer m_player;
    QEventLoop *m_loop = nullptr;
    int m_wanted = -1;
    int m_shown = -1;
    int m_pairs = 0;
    bool m_settled = false;
};

void measure(QTextStream &out, const QString &what, const QString &clip, const QString &proxy, int count)
{
    PlaybackBench bench(clip, proxy);
    const Spread seeks = bench.seeks(count);
    const Spread onward = bench.steps(count, 1);
    const Spread back = bench.steps(count, -1);
    const int painted = bench.scrub();
    out << what << ": seek p50 " << seeks.middle << " p99 " << seeks.nearlyWorst << " ms, step p50 "
        << onward.middle << " p99 " << onward.nearlyWorst << " ms, step back p50 " << back.middle << " p99 "
        << back.nearlyWorst << " ms, scrub " << painted << " of 240 pairs\n";
    out.flush();
}

} // namespace

int main(int argc, char *argv[])
{
    QGuiApplication application(argc, argv);
    QTextStream out(stdout);
    out.setRealNumberNotation(QTextStream::FixedNotation);
    out.setRealNumberPrecision(1);
    const QTemporaryDir dir;
    const QString clip = dir.filePath(QStringLiteral("clip.mp4"));
    const QString proxy = dir.filePath(QStringLiteral("proxy.mp4"));
    if (!makeHardClip(clip))
        return 1;

    QElapsedTimer clock;
    clock.start();
    (void)hashOfFile(clip, HashKind::Content);
    out << "hash of " << QFileInfo(clip).size() / 1'000'000 << " MB: " << clock.elapsed() << " ms\n";
    clock.start();
    ProxyJob job(clip, proxy);
    bool made = false;
    waitUntil(job, [&](QEventLoop &loop) {
        QObject::connect(&job, &ProxyJob::finished, &job, [&](const Result<QString> &result) {
            made = result && !result->isEmpty();
            loop.quit();
        });
    });
    if (!made)
        return 1;
    out << "proxy of " << clipFrames / 30 << " s of 1080p: " << clock.elapsed() << " ms, "
        << QFileInfo(proxy).size() / 1'000'000 << " MB\n";
    measure(out, QStringLiteral("by the proxy"), clip, proxy, 200);
    measure(out, QStringLiteral("as it is"), clip, {}, 15);
    return 0;
}
