// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of playing two clips side by side: a 1080p clip with a key frame in 250 on both sides, by its
// proxy and as it is; and what mpv does with the same files, where it is installed. `--minute` plays a minute
// and reads the numbers off every painted pair; `--clips` opens and closes 500.
#include "base/heap.h"
#include "bench/benchmpv.h"
#include "media/contenthash.h"
#include "media/proxy.h"
#include "playback/pairplayer.h"
#include "support/clipmaker.h"
#include "ui/viewer/comparecanvas.h"
#include "ui/viewer/scrubber.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <malloc.h>
#include <unistd.h>
#include <vector>

using namespace retake;

namespace {

constexpr int clipSeconds = 20;
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

// A clip of 1080p with movement all over and a key frame in 250.
bool makeHardClip(const QString &file, int rate, int seconds)
{
    return runFfmpeg({QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                      QStringLiteral("testsrc2=size=1920x1080:rate=%1:duration=%2").arg(rate).arg(seconds),
                      QStringLiteral("-vf"), QStringLiteral("noise=alls=8:allf=t"), QStringLiteral("-c:v"),
                      QStringLiteral("libx264"), QStringLiteral("-preset"), QStringLiteral("veryfast"),
                      QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p"), QStringLiteral("-g"),
                      QStringLiteral("250"), QStringLiteral("-sc_threshold"), QStringLiteral("0"), file});
}

// Seconds of processor that a process has used, and its memory in MB (what it shares not counted).
double processorSeconds(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = file.readAll();
    const QList<QByteArray> words = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return (words.value(11).toDouble() + words.value(12).toDouble()) / double(::sysconf(_SC_CLK_TCK));
}

double megabytes(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/statm").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> pages = file.readAll().split(' ');
    return (pages.value(1).toDouble() - pages.value(2).toDouble()) * double(::sysconf(_SC_PAGESIZE)) / 1e6;
}

// Two sides on a canvas, painted: what a person waits for.
class PlaybackBench
{
public:
    PlaybackBench(const QString &before, const QString &after, const QStringList &proxies)
    {
        QObject::connect(&m_player, &PairPlayer::pairReady, &m_player, [this](const PicturePair &pair) {
            m_canvas.showPair(pair, m_player.frameCount());
            m_canvas.repaint();
            ++m_pairs;
            m_shown = pair.frame;
            m_isPair = !pair.before.isNull() && !pair.after.isNull();
            if (m_reads && m_isPair)
                readNumbers();
            if (m_loop && m_isPair && (m_wanted < 0 || pair.frame == m_wanted))
                m_loop->quit();
        });
        m_canvas.setMode(ViewMode::SideBySide);
        m_canvas.resize(pane.width() * 2 + 8, pane.height());
        m_canvas.show();
        for (const Side side : bothSides) {
            m_canvas.setPresent(side, true);
            m_player.setDisplaySize(side, pane);
        }
        if (proxies.size() == 2) {
            m_player.setProxy(before, proxies.at(0));
            m_player.setProxy(after, proxies.at(1));
        }
        m_player.open(Side::Before, before);
        m_player.open(Side::After, after);
        (void)reach(-1, [] {});
    }

    // Until the proxies are in use and the still picture is full.
    void settle()
    {
        QEventLoop loop;
        QTimer::singleShot(std::chrono::seconds(2), &loop, &QEventLoop::quit);
        loop.exec();
    }

    // Milliseconds until the pair of this frame is painted.
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
            const int frame = random.bounded(m_player.frameCount());
            if (frame != m_shown)
                times.push_back(reach(frame, [&] { m_player.seekToFrame(frame); }));
        }
        return spreadOf(times);
    }

    Spread steps(int count, int direction)
    {
        const int middle = m_player.frameCount() / 2;
        if (m_shown != middle)
            (void)reach(middle, [&] { m_player.seekToFrame(middle); });
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
                m_scrubber.seek(wish++ * m_player.duration() / 240);
        });
        hand.start(std::chrono::milliseconds(16));
        loop.exec();
        m_scrubber.settle();
        return m_pairs;
    }

    struct Played
    {
        int due = 0;
        int painted = 0;
        double core = 0; // of one, in percent
    };

    Played play(std::chrono::seconds length)
    {
        (void)reach(0, [this] { m_player.seekToFrame(0); });
        m_pairs = 0;
        m_player.setLooping(true);
        const double before = processorSeconds(::getpid());
        QElapsedTimer clock;
        clock.start();
        m_player.play();
        QEventLoop loop;
        QTimer::singleShot(length, &loop, &QEventLoop::quit);
        loop.exec();
        const double wall = double(clock.nsecsElapsed()) / 1e9;
        const double used = processorSeconds(::getpid()) - before;
        m_player.pause();
        const double mean = double(m_player.duration().count()) / 1e6 / m_player.frameCount();
        return {int(wall / mean), m_pairs, 100 * used / wall};
    }

    void readNumbersFromNowOn() { m_reads = true; }

    int torn() const { return m_torn; }

    int numbersRead() const { return m_read; }

private:
    void readNumbers()
    {
        const auto numberOn = [this](Side side) {
            return numberIn(m_canvas.grab(m_canvas.pictureRect(side).toRect()).toImage()).value_or(-1);
        };
        const int before = numberOn(Side::Before);
        ++m_read;
        m_torn += before != m_shown || before != numberOn(Side::After);
    }

    PairPlayer m_player;
    Scrubber m_scrubber{m_player};
    CompareCanvas m_canvas;
    QEventLoop *m_loop = nullptr;
    int m_wanted = -1;
    int m_shown = -1;
    int m_pairs = 0;
    int m_read = 0;
    int m_torn = 0;
    bool m_isPair = false;
    bool m_reads = false;
};

// What both sides play, and their proxies where these are used.
struct Clips
{
    QString before;
    QString after;
    QStringList proxies;
};

// From the start of the program to both pictures on the canvas, in a program of its own.
Spread startToPictures(const Clips &clips, int count)
{
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        QElapsedTimer clock;
        clock.start();
        QProcess self;
        self.start(QCoreApplication::applicationFilePath(),
                   QStringList{QStringLiteral("--show"), clips.before, clips.after} + clips.proxies);
        while (self.state() != QProcess::NotRunning && !self.canReadLine())
            self.waitForReadyRead(1000);
        times.push_back(double(clock.nsecsElapsed()) / 1e6);
        self.kill();
        self.waitForFinished(3000);
    }
    return spreadOf(times);
}

QTextStream &operator<<(QTextStream &out, const Spread &spread)
{
    return out << "p50 " << spread.middle << " p99 " << spread.nearlyWorst << " ms";
}

void measure(QTextStream &out, const QString &what, const Clips &clips, int count)
{
    out << what << ":\n  exec to both pictures " << startToPictures(clips, 5) << '\n';
    out.flush();
    PlaybackBench bench(clips.before, clips.after, clips.proxies);
    bench.settle();
    out << "  seek " << bench.seeks(count) << '\n';
    out << "  step " << bench.steps(count, 1) << ", back " << bench.steps(count, -1) << '\n';
    out << "  scrub " << bench.scrub() << " of 240 pairs\n";
    const auto played = bench.play(std::chrono::seconds(10));
    out << "  10 s of playing: " << played.painted << " of " << played.due << " pairs, " << played.core
        << " % of a core\n  memory " << megabytes(::getpid()) << " MB\n";
    out.flush();
}

void measureMpv(QTextStream &out, const QString &clip, int count)
{
    std::vector<double> starts;
    for (int i = 0; i < 5; ++i) {
        BenchMpv mpv(clip);
        starts.push_back(mpv.firstPicture());
    }
    out << "mpv: " << clip.section(u'/', -1) << "\n  exec to both pictures " << spreadOf(starts) << '\n';
    BenchMpv mpv(clip);
    QRandomGenerator random(5);
    std::vector<double> seeks;
    std::vector<double> onward;
    std::vector<double> back;
    for (int i = 0; i < count; ++i)
        seeks.push_back(mpv.seek(random.bounded(clipSeconds * 1000) / 1000.0));
    mpv.seek(clipSeconds / 2.0);
    for (int i = 0; i < count; ++i)
        onward.push_back(mpv.step(false));
    for (int i = 0; i < count; ++i)
        back.push_back(mpv.step(true));
    out << "  seek " << spreadOf(seeks) << "\n  step " << spreadOf(onward) << ", back " << spreadOf(back)
        << '\n';
    mpv.seek(0);
    const double before = processorSeconds(mpv.process());
    mpv.play(true);
    QThread::sleep(10);
    const double used = processorSeconds(mpv.process()) - before;
    out << "  10 s of playing: at " << mpv.number(QStringLiteral("time-pos")) << " s, "
        << mpv.number(QStringLiteral("frame-drop-count")) << " dropped, " << 10 * used
        << " % of a core\n  memory " << megabytes(mpv.process()) << " MB\n";
    out.flush();
}

QString proxyOf(const QString &clip)
{
    const QString proxy = clip + u".proxy.mp4";
    ProxyJob job(clip, proxy);
    bool made = false;
    waitUntil(job, [&](QEventLoop &loop) {
        QObject::connect(&job, &ProxyJob::finished, &job, [&](const Result<QString> &result) {
            made = result && !result->isEmpty();
            loop.quit();
        });
    });
    return made ? proxy : QString();
}

// A program that shows the pair, says so and waits to be ended.
int show(const QStringList &files)
{
    PlaybackBench bench(files.value(0), files.value(1), files.mid(2));
    QTextStream(stdout) << "shown\n" << Qt::flush;
    return QCoreApplication::exec();
}

int playMinute(QTextStream &out, const QTemporaryDir &dir)
{
    ClipWish wish;
    wish.seconds = 61;
    wish.size = {212, 120};
    wish.audioCodec.clear();
    const QString before = dir.filePath(QStringLiteral("before.mp4"));
    const QString after = dir.filePath(QStringLiteral("after.mkv"));
    if (!makeClip(before, wish))
        return 1;
    wish.keyInterval = 30;
    if (!makeClip(after, wish))
        return 1;
    PlaybackBench bench(before, after, {});
    bench.readNumbersFromNowOn();
    const auto played = bench.play(std::chrono::seconds(60));
    out << "60 s of playing: " << played.painted << " of " << played.due << " pairs, " << bench.numbersRead()
        << " read off the canvas, " << bench.torn() << " torn\n";
    return bench.torn() == 0 ? 0 : 1;
}

int openClips(QTextStream &out, const QTemporaryDir &dir)
{
    const QString clip = dir.filePath(QStringLiteral("clip.mp4"));
    if (!makeClip(clip))
        return 1;
    for (int i = 0; i <= 250; ++i) {
        if (i == 20 || i == 250) {
            ::malloc_trim(0);
            out << "after " << 2 * i << " clips: " << megabytes(::getpid()) << " MB\n";
        }
        PlaybackBench bench(clip, clip, {});
        (void)bench.seeks(2);
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    shareHeaps(); // as the program does
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--show")
        return show(arguments.mid(2));
    QTextStream out(stdout);
    out.setRealNumberNotation(QTextStream::FixedNotation);
    out.setRealNumberPrecision(1);
    const QTemporaryDir dir;
    if (arguments.value(1) == u"--minute")
        return playMinute(out, dir);
    if (arguments.value(1) == u"--clips")
        return openClips(out, dir);

    Clips clips{dir.filePath(QStringLiteral("before.mp4")), dir.filePath(QStringLiteral("after.mp4")), {}};
    Clips fast{
        dir.filePath(QStringLiteral("fastbefore.mp4")), dir.filePath(QStringLiteral("fastafter.mp4")), {}};
    if (!makeHardClip(clips.before, 30, clipSeconds) || !QFile::copy(clips.before, clips.after) ||
        !makeHardClip(fast.before, 60, clipSeconds / 3) || !QFile::copy(fast.before, fast.after))
        return 1;
    QElapsedTimer clock;
    clock.start();
    (void)hashOfFile(clips.before, HashKind::Content);
    out << "hash of " << QFileInfo(clips.before).size() / 1'000'000 << " MB: " << clock.elapsed() << " ms\n";
    clock.start();
    const QString proxy = proxyOf(clips.before);
    out << "proxy of " << clipSeconds << " s of 1080p: " << clock.elapsed() << " ms, "
        << QFileInfo(proxy).size() / 1'000'000 << " MB\n";
    out.flush();
    const QString fastProxy = proxyOf(fast.before);
    if (proxy.isEmpty() || fastProxy.isEmpty())
        return 1;
    const bool hasMpv = BenchMpv::isInstalled();
    measure(out, QStringLiteral("1080p at 30 fps by 540p proxies"),
            {clips.before, clips.after, {proxy, proxy}}, 200);
    if (hasMpv)
        measureMpv(out, proxy, 100);
    {
        PlaybackBench bench(fast.before, fast.after, {fastProxy, fastProxy});
        bench.settle();
        const auto played = bench.play(std::chrono::seconds(10));
        out << "60 fps by 540p proxies, 10 s: " << played.painted << " of " << played.due << " pairs, "
            << played.core << " % of a core\n";
    }
    measure(out, QStringLiteral("1080p originals, a key frame in 250"), clips, 20);
    if (hasMpv)
        measureMpv(out, clips.before, 20);
    return 0;
}
