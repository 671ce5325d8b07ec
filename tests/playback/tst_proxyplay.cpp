// SPDX-License-Identifier: GPL-3.0-or-later
// Playing by a proxy: numbers are burned into both, and the ground tells which of them a picture is from.
#include "media/proxy.h"
#include "playback/pairplayer.h"
#include "support/numberedclip.h"

#include <QFile>
#include <QPainter>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;
using namespace std::chrono_literals;

namespace {

constexpr QSize originalSize(642, 358);
const QColor blue(40, 70, 110);
const QColor red(120, 50, 40);

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

bool isRed(const QImage &picture)
{
    const QColor ground = picture.pixelColor(picture.width() / 2, picture.height() * 9 / 10);
    return ground.red() > ground.blue();
}

// Reads every pair that goes out.
class Eye : public QObject
{
public:
    explicit Eye(PairPlayer &player)
    {
        connect(&player, &PairPlayer::pairReady, this, [this](const PicturePair &pair) {
            ++pairs;
            last = pair;
            number = pair.before.isNull() ? -1 : readNumber(pair.before);
            if (number != pair.beforeFrame)
                ++wrong;
            if (!pair.after.isNull() && readNumber(pair.after) != number)
                ++torn;
            if (!size.isEmpty() && pair.before.size() != size)
                ++jumped;
            size = pair.before.size();
            proxied = isRed(pair.before);
            proxiedAfter = !pair.after.isNull() && isRed(pair.after);
            fromProxy += proxied;
            seen.append(number);
        });
    }

    PicturePair last;
    QList<int> seen;
    QSize size;
    int number = -1;
    int pairs = 0;
    int fromProxy = 0;
    int wrong = 0;  // not the frame that it says
    int torn = 0;   // not the same on both sides
    int jumped = 0; // of another size than the one before
    bool proxied = false;
    bool proxiedAfter = false;
};

} // namespace

class TestProxyPlay : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_clip;
    QString m_proxy;
    QString m_take;
    QString m_takeProxy;

    QString make(const char *name, const QColor &ground, QSize size, const QStringList &output,
                 int frames = 90, int first = 0, const char *rate = "30")
    {
        NumberedClip clip;
        clip.file = m_dir.filePath(QString::fromLatin1(name));
        clip.frames = frames;
        clip.first = first;
        clip.rate = QString::fromLatin1(rate);
        clip.size = size;
        clip.ground = ground;
        clip.output = output;
        QString complaint;
        if (!makeClip(clip, &complaint))
            qWarning().noquote() << complaint;
        return clip.file;
    }

    void open(PairPlayer &player, bool both = false)
    {
        player.setDisplaySize(Side::Before, {400, 400});
        player.setDisplaySize(Side::After, {300, 300});
        player.open(Side::Before, m_clip);
        QTRY_COMPARE(player.sideState(Side::Before), PairPlayer::SideState::Open);
        if (both) {
            player.open(Side::After, m_take);
            QTRY_COMPARE(player.sideState(Side::After), PairPlayer::SideState::Open);
        }
    }

    // Seeks about until pictures come from the proxy.
    static bool isUsed(PairPlayer &player, Eye &eye)
    {
        return QTest::qWaitFor(
            [&] {
                player.seekToFrame(eye.pairs % 80);
                QTest::qWait(10);
                return eye.proxied;
            },
            5000);
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_clip = make("clip.mp4", blue, originalSize, words("-c:v libx264 -bf 2 -g 90"));
        m_proxy = make("proxy.mp4", red, {320, 180}, words("-c:v libx264 -bf 0 -g 12 -movflags +faststart"));
        m_take = make("take.mkv", blue, originalSize, words("-c:v libx264 -g 90"));
        m_takeProxy = make("takeproxy.mp4", red, {480, 268}, words("-c:v libx264 -bf 0 -g 12"));
    }

    void aPausedPictureIsInFull()
    {
        PairPlayer player;
        Eye eye(player);
        open(player);
        QTRY_COMPARE(eye.number, 0);
        QVERIFY(!eye.proxied); // usable at once, without it
        player.setProxy(m_clip, m_proxy);
        QVERIFY(isUsed(player, eye));
        player.seekToFrame(41);
        QTRY_VERIFY(eye.number == 41 && eye.proxied);
        QSignalSpy moved(&player, &PairPlayer::positionChanged);
        QTRY_VERIFY(!eye.proxied);
        QCOMPARE(eye.number, 41);
        QCOMPARE(player.frame(), 41);
        QCOMPARE(eye.last.frame, 41);
        QCOMPARE(moved.size(), 0);
        const int pairs = eye.pairs;
        QTest::qWait(300);
        QCOMPARE(eye.pairs, pairs); // and once is enough
        player.stepBy(1);
        QTRY_VERIFY(eye.number == 42 && eye.proxied);
        QTRY_VERIFY(eye.number == 42 && !eye.proxied);
        player.setDisplaySize(Side::Before, {200, 200});
        QTRY_COMPARE(eye.last.before.width(), 200);
        QTRY_VERIFY(eye.number == 42 && !eye.proxied);
        QCOMPARE(eye.wrong, 0);
        QCOMPARE(eye.jumped, 1); // the new display size
    }

    void itIsUsedFromTheStartWhenItIsThere()
    {
        PairPlayer player;
        Eye eye(player);
        player.setProxy(m_clip, m_proxy);
        open(player);
        QVERIFY(isUsed(player, eye));
        player.close(Side::Before);
        player.open(Side::Before, m_clip);
        QVERIFY(isUsed(player, eye));
        QCOMPARE(eye.wrong, 0);
    }

    void itComesInWhilePlaying()
    {
        PairPlayer player;
        Eye eye(player);
        open(player, true);
        player.play();
        QTRY_VERIFY(eye.number > 5);
        player.setProxy(m_clip, m_proxy);
        player.setProxy(m_take, m_takeProxy);
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), PairPlayer::State::Paused, 20'000);
        QTRY_VERIFY(eye.number == 89 && !eye.proxied && !eye.proxiedAfter);
        QVERIFY(eye.fromProxy > 5);
        QVERIFY(eye.fromProxy < eye.pairs - 3);
        QCOMPARE(eye.wrong, 0);
        QCOMPARE(eye.torn, 0);
        QCOMPARE(eye.jumped, 0);
        QVERIFY(std::is_sorted(eye.seen.begin(), eye.seen.end()));
    }

    void seeksAndStepsAreExact()
    {
        PairPlayer player;
        Eye eye(player);
        open(player, true);
        player.setProxy(m_clip, m_proxy); // one side has one, the other comes later
        QVERIFY(isUsed(player, eye));
        QRandomGenerator random(11);
        for (int i = 0; i < 40; ++i) {
            if (i == 20)
                player.setProxy(m_take, m_takeProxy);
            const int frame = random.bounded(90);
            player.seekToFrame(frame);
            QTRY_COMPARE(eye.number, frame);
            if (i % 10 == 9)
                QTRY_VERIFY(!eye.proxied && !eye.proxiedAfter);
            QCOMPARE(eye.number, frame);
        }
        for (int i = 0; i < 30; ++i) {
            const int frame = player.frame();
            player.stepBy(i % 3 ? 1 : -1);
            QTRY_COMPARE(eye.number, std::clamp(frame + (i % 3 ? 1 : -1), 0, 89));
        }
        for (int i = 0; i < 200; ++i)
            player.seekToFrame(i * 31 % 90);
        QTRY_COMPARE(eye.number, 199 * 31 % 90);
        QTRY_VERIFY(!eye.proxied && !eye.proxiedAfter);
        QCOMPARE(eye.wrong, 0);
        QCOMPARE(eye.torn, 0);
        QCOMPARE(eye.jumped, 0);
    }

    // Both sides become sharp in the same moment.
    void noSideIsSharpAlone()
    {
        PairPlayer player;
        Eye eye(player);
        open(player, true);
        player.setProxy(m_clip, m_proxy);
        player.setProxy(m_take, m_takeProxy);
        QVERIFY(isUsed(player, eye));
        QTRY_VERIFY(!eye.proxied && !eye.proxiedAfter);
        int mixed = 0;
        connect(&player, &PairPlayer::pairReady, &eye, [&] { mixed += eye.proxied != eye.proxiedAfter; });
        for (int i = 0; i < 8; ++i) {
            player.seekToFrame(i * 37 % 90);
            QTRY_VERIFY(eye.number == i * 37 % 90 && eye.proxied);
            QTRY_VERIFY(!eye.proxied);
        }
        QCOMPARE(mixed, 0);
    }

    void anUnfitOneIsLeftAside_data()
    {
        QTest::addColumn<QString>("proxy");
        const QStringList quick = words("-c:v libx264 -bf 0 -g 12");
        QTest::newRow("a frame short") << make("short.mp4", red, {320, 180}, quick, 89);
        QTest::newRow("other times") << make("times.mp4", red, {320, 180}, quick, 90, 0, "25");
        QTest::newRow("missing") << m_dir.filePath(QStringLiteral("none.mp4"));
        QTest::newRow("no video") << QStringLiteral(__FILE__);
    }

    void anUnfitOneIsLeftAside()
    {
        QFETCH(QString, proxy);
        PairPlayer player;
        Eye eye(player);
        QSignalSpy failed(&player, &PairPlayer::failed);
        open(player);
        player.setProxy(m_clip, proxy);
        for (int i = 0; i < 12; ++i) {
            player.seekToFrame(i * 31 % 90);
            QTRY_COMPARE(eye.number, i * 31 % 90);
        }
        QCOMPARE(eye.fromProxy, 0);
        QCOMPARE(eye.wrong, 0);
        QCOMPARE(failed.size(), 0);
        player.setProxy(m_clip, m_proxy); // a good one still comes in
        QVERIFY(isUsed(player, eye));
    }

    // Its table of frames is whole, its second half is not.
    void aDamagedOneIsGivenUp()
    {
        QFile whole(m_proxy);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QByteArray bytes = whole.readAll();
        std::fill(bytes.begin() + bytes.size() / 2, bytes.end(), '\0');
        QFile damaged(m_dir.filePath(QStringLiteral("damaged.mp4")));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(bytes);
        damaged.close();
        PairPlayer player;
        Eye eye(player);
        QSignalSpy failed(&player, &PairPlayer::failed);
        open(player);
        player.setProxy(m_clip, damaged.fileName());
        QTest::qWait(100);
        for (int i = 0; i < 40; ++i) {
            player.seekToFrame(i * 31 % 90);
            QTRY_COMPARE(eye.number, i * 31 % 90);
        }
        QVERIFY(!eye.proxied);
        QCOMPARE(eye.wrong, 0);
        QCOMPARE(failed.size(), 0);
    }

    void deletedAtAnyMoment()
    {
        for (int i = 0; i < 25; ++i) {
            auto player = std::make_unique<PairPlayer>();
            player->setProxy(m_clip, m_proxy);
            player->open(Side::Before, m_clip);
            player->open(Side::After, m_take);
            QTest::qWait(i * 2);
            player->setProxy(m_take, m_takeProxy);
            player->seekToFrame(80);
            if (i % 3 == 0)
                player->open(Side::After, m_clip);
            QTest::qWait(i % 5);
        }
    }

    // The real proxy looks as the clip does: colours, place, turn.
    void theRealOneLooksTheSame_data()
    {
        QTest::addColumn<QString>("clip");
        const QSize hd(1280, 720);
        const QColor green(20, 190, 40); // far apart between the matrices
        const QStringList hard = words("-c:v libx264 -g 90");
        QTest::newRow("HD, matrix unsaid") << make("hd.mp4", green, hd, hard, 32);
        QTest::newRow("HD, BT.601") << make(
            "hd601.mp4", red, hd,
            hard + words("-vf scale=out_color_matrix=bt601,setparams=colorspace=smpte170m"), 32);
        QTest::newRow("full range") << make("full.mp4", green, hd,
                                            hard + words("-vf scale=out_range=pc -color_range pc"), 32);
        QTest::newRow("small") << make("small.mp4", green, {640, 360}, hard, 32);
        QTest::newRow("uneven times")
            << make("vfr.mp4", blue, hd, hard + words("-vf select='not(eq(mod(n,5),3))' -fps_mode vfr"), 40);
    }

    void theRealOneLooksTheSame()
    {
        QFETCH(QString, clip);
        const QString proxy = QString(clip + u".proxy.mp4");
        ProxyJob job(clip, proxy);
        std::optional<Result<QString>> made;
        connect(&job, &ProxyJob::finished, this, [&](const Result<QString> &result) { made = result; });
        QTRY_VERIFY_WITH_TIMEOUT(made, 30000);
        QVERIFY(*made);
        QCOMPARE(**made, proxy);

        PairPlayer player;
        QList<PicturePair> pairs;
        connect(&player, &PairPlayer::pairReady, this, [&](const PicturePair &pair) { pairs.append(pair); });
        player.setDisplaySize(Side::Before, {640, 640});
        player.setProxy(clip, proxy);
        player.open(Side::Before, clip);
        QTRY_VERIFY(!pairs.isEmpty());
        QTest::qWait(200); // the proxy opens
        for (const int frame : {5, 17, 30}) {
            pairs.clear();
            player.seekToFrame(frame);
            QTRY_COMPARE(pairs.size(), 2); // the proxy's, then the clip's
            QCOMPARE(pairs[0].before.size(), pairs[1].before.size());
            QCOMPARE(readNumber(pairs[0].before), readNumber(pairs[1].before));
            QVERIFY(readNumber(pairs[0].before) >= frame);
            for (const QPointF &at : {QPointF(0.5, 0.9), QPointF(0.05, 0.5), QPointF(0.15, 0.4)}) {
                const auto colour = [&](const QImage &picture) {
                    return picture.pixelColor(int(at.x() * picture.width()), int(at.y() * picture.height()));
                };
                const QColor one = colour(pairs[0].before);
                const QColor other = colour(pairs[1].before);
                const int apart = std::max({qAbs(one.red() - other.red()), qAbs(one.green() - other.green()),
                                            qAbs(one.blue() - other.blue())});
                QVERIFY2(apart <= 8, qPrintable(QString(one.name() + u' ' + other.name())));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestProxyPlay)
#include "tst_proxyplay.moc"
