// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/stripview.h"
#include "ui/viewer/timecode.h"
#include "ui/viewer/trimrange.h"
#include "ui/viewer/trimwords.h"

#include <QRandomGenerator>
#include <QTest>

using namespace retake;
using namespace std::chrono_literals;

namespace {

constexpr Microseconds frame(33'333);

Trim trimOf(double in, double out)
{
    return {Microseconds(qRound64(in * 1e6)), Microseconds(qRound64(out * 1e6))};
}

HeldTrim held(double in, double out, TrimHold hold = TrimHold::Free)
{
    return {trimOf(in, out), hold};
}

TrimRange even(Microseconds duration, Microseconds shortest, Microseconds longest)
{
    return {FrameBorders::even(duration, frame), shortest, longest};
}

// A phone's clip: frames of 40 ms, from 2 s on of 100 ms, and one of a whole second from 3 s on; 6 s.
TrimRange uneven(Microseconds shortest, Microseconds longest)
{
    FrameTimes begins;
    for (Microseconds at = 0s; at < 2s; at += 40ms)
        begins.push_back(at);
    for (Microseconds at = 2s; at <= 3s; at += 100ms)
        begins.push_back(at);
    for (Microseconds at = 4s; at < 6s; at += 100ms)
        begins.push_back(at);
    return {FrameBorders(begins, 6s), shortest, longest};
}

} // namespace

Q_DECLARE_METATYPE(retake::Trim)
Q_DECLARE_METATYPE(retake::HeldTrim)

class TestTrimRange : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void borders()
    {
        const FrameBorders thirty = FrameBorders::even(8s, frame);
        QCOMPARE(thirty.frames(), 240);
        QCOMPARE(thirty.at(121), Microseconds(4'033'333));
        QCOMPARE(thirty.at(-3), Microseconds(0));
        QCOMPARE(thirty.at(999), Microseconds(8s));
        QCOMPARE(thirty.nearest(1010ms), 30);
        QCOMPARE(thirty.nearest(-4s), 0);
        QCOMPARE(thirty.nearest(99s), 240);
        QCOMPARE(thirty.notAfter(1010ms), 30);
        QCOMPARE(thirty.notBefore(1010ms), 31);
        QCOMPARE(FrameBorders().frames(), 0);
        QCOMPARE(FrameBorders().nearest(4s), 0);
        QCOMPARE(FrameBorders().end(), Microseconds(0));
        const FrameBorders phone = uneven(0s, 0s).borders();
        QCOMPARE(phone.at(phone.nearest(3400ms)), Microseconds(3s));
        QCOMPARE(phone.at(phone.nearest(3600ms)), Microseconds(4s));
    }

    void nothingChosen()
    {
        QCOMPARE(even(8s, 2s, 10s).whole(), trimOf(0, 8));
        QCOMPARE(even(20s, 2s, 10s).whole(), trimOf(0, 10)); // what the model takes
        QCOMPARE(even(1s, 2s, 10s).whole(), trimOf(0, 1));   // too short: all there is
        QCOMPARE(even(20s, 0s, 0s).whole(), trimOf(0, 20));
        QCOMPARE(TrimRange().whole(), trimOf(0, 0));
        QCOMPARE(uneven(1s, 3500ms).whole(), trimOf(0, 3)); // the next border would be too far
    }

    void wishesAreHeldInside()
    {
        const TrimRange range = even(20s, 2s, 10s);
        QCOMPARE(range.held(trimOf(3, 8)), trimOf(3, 8));
        QCOMPARE(range.held(trimOf(3, 4)), trimOf(3, 5));
        QCOMPARE(range.held(trimOf(3, 19)), trimOf(3, 13));
        QCOMPARE(range.held(trimOf(19.5, 25)), trimOf(14.5, 20));
        QCOMPARE(range.held(trimOf(-4, 1)), trimOf(0, 5));
        QCOMPARE(range.held(trimOf(3.01, 8.01)), trimOf(3, 8)); // on frames
    }

    void handles_data()
    {
        QTest::addColumn<int>("part");
        QTest::addColumn<Trim>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<HeldTrim>("expected");
        const int in = int(TrimPart::In);
        const int out = int(TrimPart::Out);
        QTest::newRow("in moves") << in << trimOf(3, 8) << 4.0 << held(4, 8);
        QTest::newRow("out moves") << out << trimOf(3, 8) << 9.5 << held(3, 9.5);
        QTest::newRow("in on a frame") << in << trimOf(3, 8) << 4.01 << held(4, 8);
        QTest::newRow("out on a frame") << out << trimOf(3, 8) << 7.04 << held(3, 7.033333);
        QTest::newRow("in at the shortest") << in << trimOf(3, 8) << 7.5 << held(6, 8, TrimHold::Shortest);
        QTest::newRow("out at the shortest") << out << trimOf(3, 8) << 0.1 << held(3, 5, TrimHold::Shortest);
        QTest::newRow("in at the longest") << in << trimOf(12, 17) << 2.0 << held(7, 17, TrimHold::Longest);
        QTest::newRow("out at the longest") << out << trimOf(3, 8) << 15.0 << held(3, 13, TrimHold::Longest);
        QTest::newRow("in at the start") << in << trimOf(3, 8) << -5.0 << held(0, 8, TrimHold::ClipStart);
        QTest::newRow("out at the end") << out << trimOf(13, 18) << 50.0 << held(13, 20, TrimHold::ClipEnd);
    }

    void handles()
    {
        QFETCH(int, part);
        QFETCH(Trim, from);
        QFETCH(double, to);
        QFETCH(HeldTrim, expected);
        const TrimRange range = even(20s, 2s, 10s);
        const Microseconds at(qRound64(to * 1e6));
        const HeldTrim moved =
            TrimPart(part) == TrimPart::In ? range.dragIn(from, at) : range.dragOut(from, at);
        QCOMPARE(moved.piece, expected.piece);
        QCOMPARE(moved.hold, expected.hold);
    }

    void handlesOnUnevenFrames()
    {
        const TrimRange range = uneven(1s, 3500ms);
        QCOMPARE(range.dragIn(trimOf(0, 3), 1010ms), held(1, 3));
        QCOMPARE(range.dragOut(trimOf(1, 3), 3400ms), held(1, 3)); // inside of the long frame
        QCOMPARE(range.dragOut(trimOf(1, 3), 3600ms), held(1, 4));
        QCOMPARE(range.dragOut(trimOf(1, 3), 5s), held(1, 4.5, TrimHold::Longest));
        QCOMPARE(range.dragIn(trimOf(0, 3), 2500ms), held(2, 3, TrimHold::Shortest));
        QCOMPARE(range.dragIn(trimOf(3, 5), 3900ms), held(4, 5)); // a second is what it needs
        QCOMPARE(range.dragIn(trimOf(4, 5), 1s), held(1.52, 5, TrimHold::Longest));
        QCOMPARE(range.setOut(trimOf(0, 2), 3s), held(0, 3));
    }

    void thePieceMoves()
    {
        const TrimRange range = even(20s, 2s, 10s);
        QCOMPARE(range.placed(7s, 5s), held(7, 12));
        QCOMPARE(range.placed(7010ms, 5s), held(7, 12));
        QCOMPARE(range.placed(-1s, 5s), held(0, 5, TrimHold::ClipStart));
        QCOMPARE(range.placed(18s, 5s), held(15, 20, TrimHold::ClipEnd));
        QCOMPARE(range.placed(15s, 5s), held(15, 20));
        // Over uneven frames the length is met as near as it can be, and found again afterwards.
        const TrimRange phone = uneven(500ms, 4s);
        QCOMPARE(phone.placed(0s, 2s), held(0, 2));
        QCOMPARE(phone.placed(1400ms, 2s), held(1.4, 3));
        QCOMPARE(phone.placed(2s, 2s), held(2, 4));
        QCOMPARE(phone.placed(3s, 2s), held(3, 5));
        QCOMPARE(phone.placed(5s, 2s), held(4, 6, TrimHold::ClipEnd));
    }

    void steps()
    {
        const TrimRange range = even(20s, 2s, 10s);
        QCOMPARE(range.stepped(trimOf(3, 8), TrimPart::In, 1, 5s), held(3.033333, 8));
        QCOMPARE(range.stepped(trimOf(3, 8), TrimPart::In, -30, 5s), held(2, 8));
        QCOMPARE(range.stepped(trimOf(3, 8), TrimPart::Out, 10, 5s), held(3, 8.333333));
        QCOMPARE(range.stepped(trimOf(3, 13), TrimPart::Out, 1, 10s), held(3, 13, TrimHold::Longest));
        QCOMPARE(range.stepped(trimOf(3, 8), TrimPart::Piece, 30, 5s), held(4, 9));
        QCOMPARE(range.stepped(trimOf(0, 8), TrimPart::In, -1, 8s), held(0, 8, TrimHold::ClipStart));
        QCOMPARE(range.stepped(trimOf(15, 20), TrimPart::Piece, 1, 5s), held(15, 20, TrimHold::ClipEnd));
        QCOMPARE(uneven(500ms, 4s).stepped(trimOf(1, 3), TrimPart::Out, 1, 2s), held(1, 4));
    }

    void keysSetAnEndAndTheOtherGivesWay()
    {
        const TrimRange range = even(20s, 2s, 10s);
        QCOMPARE(range.setIn(trimOf(0, 10), 4s), held(4, 10));
        QCOMPARE(range.setIn(trimOf(0, 5), 9s), held(9, 14)); // beyond its end: the piece moves there
        QCOMPARE(range.setIn(trimOf(0, 5), 19500ms), held(18, 20, TrimHold::Shortest));
        QCOMPARE(range.setIn(trimOf(10, 18), 2s), held(2, 12, TrimHold::Longest));
        QCOMPARE(range.setOut(trimOf(4, 10), 5s), held(3, 5, TrimHold::Shortest));
        QCOMPARE(range.setOut(trimOf(9, 14), 4s), held(0, 4));
        QCOMPARE(range.setOut(trimOf(2, 12), 19s), held(9, 19, TrimHold::Longest));
        QCOMPARE(range.setOut(trimOf(2, 12), 1s), held(0, 2, TrimHold::Shortest));
    }

    void lengths()
    {
        const TrimRange range = even(20s, 2s, 10s);
        QCOMPARE(range.withLength(trimOf(3, 13), 5s), held(3, 8));
        QCOMPARE(range.withLength(trimOf(3, 13), 1s), held(3, 5, TrimHold::Shortest));
        QCOMPARE(range.withLength(trimOf(3, 8), 60s), held(3, 13, TrimHold::Longest));
        QCOMPARE(range.withLength(trimOf(17, 20), 5s), held(15, 20, TrimHold::ClipEnd));
        QCOMPARE(even(20s, 0s, 0s).withLength(trimOf(3, 8), 60s), held(0, 20, TrimHold::ClipEnd));
    }

    void aroundThePlayhead()
    {
        const TrimRange range = even(20s, 2s, 10s);
        QCOMPARE(range.around(10s, 5s), held(7.5, 12.5));
        QCOMPARE(range.around(10s, 10s), held(5, 15));
        QCOMPARE(range.around(1s, 5s), held(0, 5, TrimHold::ClipStart));
        QCOMPARE(range.around(0s, 10s), held(0, 10, TrimHold::ClipStart));
        QCOMPARE(range.around(19s, 5s), held(15, 20, TrimHold::ClipEnd));
        QCOMPARE(range.around(20s, 10s), held(10, 20, TrimHold::ClipEnd));
        QCOMPARE(even(1s, 2s, 10s).around(500ms, 2s).piece, trimOf(0, 1)); // shorter than the model takes
    }

    void nextAndPrevious()
    {
        const TrimRange range = even(18s, 2s, 10s);
        QCOMPARE(range.next(trimOf(0, 5), 5s), held(5, 10));
        QCOMPARE(range.next(trimOf(5, 10), 5s), held(10, 15));
        QCOMPARE(range.next(trimOf(10, 15), 5s), held(13, 18, TrimHold::ClipEnd)); // the last that fits
        QCOMPARE(range.next(trimOf(13, 18), 5s), held(13, 18, TrimHold::ClipEnd));
        QCOMPARE(range.previous(trimOf(10, 15), 5s), held(5, 10));
        QCOMPARE(range.previous(trimOf(3, 8), 5s), held(0, 5, TrimHold::ClipStart));
        QCOMPARE(range.previous(trimOf(0, 5), 5s), held(0, 5, TrimHold::ClipStart));
        // Piece follows piece without a gap over uneven frames, too.
        const TrimRange phone = uneven(500ms, 4s);
        Trim piece = trimOf(0, 1.52);
        for (int i = 0; i < 3; ++i) {
            const Trim next = phone.next(piece, 1500ms).piece;
            QVERIFY(next.in == piece.out || next.out == Microseconds(6s));
            piece = next;
        }
        QCOMPARE(piece.out, Microseconds(6s));
    }

    void howFarTheEndMayGo()
    {
        QCOMPARE(even(20s, 2s, 10s).reachOfOut(trimOf(3, 8)), trimOf(5, 13));
        QCOMPARE(even(20s, 2s, 10s).reachOfOut(trimOf(14, 18)), trimOf(16, 20));
        QCOMPARE(uneven(1s, 3500ms).reachOfOut(trimOf(1, 3)), trimOf(2, 4.5));
    }

    void nothingLeavesTheClipOrTheLimits()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 2000; ++round) {
            FrameTimes begins{0s};
            const int frames = random.bounded(1, 400);
            for (int i = 1; i < frames; ++i)
                begins.push_back(begins.back() + Microseconds(random.bounded(1'000, 120'000)));
            const Microseconds duration = begins.back() + 40ms;
            const Microseconds shortest(random.bounded(0, 4'000'000));
            // With room between the two, so that there is always a border to stand on.
            const Microseconds longest = shortest + Microseconds(random.bounded(250'000, 9'000'000));
            const TrimRange range({begins, duration}, shortest, longest);
            Trim piece = range.whole();
            for (int move = 0; move < 12; ++move) {
                const Microseconds to(random.bounded(-2'000'000, 32'000'000));
                const Microseconds length(random.bounded(0, 12'000'000));
                switch (random.bounded(9)) {
                case 0:
                    piece = range.dragIn(piece, to).piece;
                    break;
                case 1:
                    piece = range.dragOut(piece, to).piece;
                    break;
                case 2:
                    piece = range.setIn(piece, to).piece;
                    break;
                case 3:
                    piece = range.setOut(piece, to).piece;
                    break;
                case 4:
                    piece = range.placed(to, length).piece;
                    break;
                case 5:
                    piece = range.next(piece, piece.length()).piece;
                    break;
                case 6:
                    piece = range.previous(piece, piece.length()).piece;
                    break;
                case 7:
                    piece = range.withLength(piece, length).piece;
                    break;
                default:
                    piece = range.around(to, length).piece;
                    break;
                }
                QVERIFY(piece.in >= 0s && piece.out <= duration && piece.in < piece.out);
                QVERIFY(piece.length() >= std::min(shortest, duration));
                QVERIFY(piece.length() <= longest);
                const FrameBorders &borders = range.borders();
                QCOMPARE(borders.at(borders.nearest(piece.in)), piece.in);
                QCOMPARE(borders.at(borders.nearest(piece.out)), piece.out);
            }
        }
    }

    void timecodes()
    {
        QCOMPARE(formatTimecode(0s), QStringLiteral("00:00.00"));
        QCOMPARE(formatTimecode(Microseconds(2'159'999)), QStringLiteral("00:02.15"));
        QCOMPARE(formatTimecode(83s), QStringLiteral("01:23.00"));
        QCOMPARE(formatTimecode(3661s), QStringLiteral("1:01:01.00"));
        QCOMPARE(formatTimecode(-1s), QStringLiteral("00:00.00"));
    }

    void typedMoments()
    {
        const auto time = [](const char *text) {
            const auto moment = parseMoment(QString::fromLatin1(text));
            return moment && std::holds_alternative<Microseconds>(*moment) ? std::get<Microseconds>(*moment)
                                                                           : Microseconds(-1);
        };
        QCOMPARE(time("1:02.5"), Microseconds(62'500'000));
        QCOMPARE(time("62.5"), Microseconds(62'500'000));
        QCOMPARE(time(" 62,5 s "), Microseconds(62'500'000));
        QCOMPARE(time("5s"), Microseconds(5s));
        QCOMPARE(time("0"), Microseconds(0s));
        QCOMPARE(time("1:01:01.25"), Microseconds(3'661'250'000));
        QCOMPARE(time(""), Microseconds(-1));
        QCOMPARE(time("soon"), Microseconds(-1));
        QCOMPARE(time("-3"), Microseconds(-1));
        QCOMPARE(time("1-2"), Microseconds(-1));
        QCOMPARE(parseMoment(QStringLiteral("f1500")), std::optional(TypedMoment(FrameNumber{1500})));
        QCOMPARE(parseMoment(QStringLiteral("F 7")), std::optional(TypedMoment(FrameNumber{7})));
        QCOMPARE(parseMoment(QStringLiteral("f0")), std::nullopt);
        QCOMPARE(parseMoment(QStringLiteral("f1.5")), std::nullopt);
        QCOMPARE(parseMoment(formatTimecode(62'500ms)), std::optional(TypedMoment(Microseconds(62'500ms))));
    }

    void sentences()
    {
        QLocale::setDefault(QLocale::c());
        const TrimLimits limits{2, 10};
        QCOMPARE(lengthSentence(trimOf(3, 5), limits, 60s), QStringLiteral("2.0 s of 10 s at most"));
        QCOMPARE(lengthSentence(trimOf(0, 1.9), limits, 1900ms),
                 QStringLiteral("1.9 s; the model needs at least 2 s"));
        QCOMPARE(lengthSentence(trimOf(0, 60), {}, 60s), QStringLiteral("60.0 s"));
        QVERIFY(holdSentence(TrimHold::Free, limits).isEmpty());
        QVERIFY(holdSentence(TrimHold::Longest, limits).contains(QStringLiteral("10 s")));
        QVERIFY(holdSentence(TrimHold::Shortest, limits).contains(QStringLiteral("2 s")));
        const FrameBorders borders = FrameBorders::even(8s, frame);
        QCOMPARE(partText(TrimPart::In, trimOf(1, 2), borders), QStringLiteral("00:01.00 · frame 31"));
        QCOMPARE(partText(TrimPart::Out, trimOf(1, 2), borders), QStringLiteral("00:02.00 · frame 60"));
    }

    void theViewOfTheStrip()
    {
        StripView view;
        view.setTrack(10, 800);
        QVERIFY(view.isEmpty() && view.isWhole());
        view.setDuration(2400s);
        QVERIFY(view.isWhole());
        QCOMPARE(view.xOf(1200s), 410.0);
        QCOMPARE(view.timeAt(410), Microseconds(1200s));

        view.zoom(4, 210); // what is under the pointer stays there
        QCOMPARE(view.span(), Microseconds(600s));
        QCOMPARE(view.xOf(600s), 210.0);
        view.scroll(100s);
        QCOMPARE(view.from(), Microseconds(550s));
        view.scroll(-9999s);
        QCOMPARE(view.from(), Microseconds(0));
        view.scroll(9999s);
        QCOMPARE(view.to(), Microseconds(2400s));
        view.reveal(2000s); // in sight already
        QCOMPARE(view.to(), Microseconds(2400s));
        view.reveal(700s);
        QCOMPARE(view.from(), Microseconds(650s));

        view.show(trimOf(720, 725));
        QCOMPARE(view.from(), Microseconds(717'500ms));
        QCOMPARE(view.span(), Microseconds(10s));
        view.setDuration(2300s); // a part stays a part
        QCOMPARE(view.span(), Microseconds(10s));
        view.zoom(1e6, 400);
        QVERIFY(view.isClosest());
        view.zoom(1e-9, 400);
        QVERIFY(view.isWhole() && view.from() == Microseconds(0));
        view.setDuration(2400s); // and everything stays everything
        QVERIFY(view.isWhole());
        view.show(trimOf(0, 5));
        QCOMPARE(view.from(), Microseconds(0));
    }
};

QTEST_GUILESS_MAIN(TestTrimRange)
#include "tst_trimrange.moc"
