// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation of 200 turns: what a turn costs beside the describer's answer, how long the questions
// become, and how long it takes to bring the conversation back to the table and into the window.
#include "ui/window/remaketable.h"

#include "session/describerwords.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace retake;

namespace {

void tell(const char *what, double value, const char *unit)
{
    std::printf("%-52s %10.2f %s\n", what, value, unit);
    std::fflush(stdout);
}

template<class What> double milliseconds(What what)
{
    QElapsedTimer timer;
    timer.start();
    what();
    return double(timer.nsecsElapsed()) / 1e6;
}

QString colour(int turn)
{
    return QStringList{QStringLiteral("white"), QStringLiteral("red"), QStringLiteral("green"),
                       QStringLiteral("blue")}[turn % 4];
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    constexpr int turns = 200;
    QTemporaryDir dir; // on the disk: each turn is committed twice
    {
        RemakeTable table(dir.path());
        table.open();
        if (!table.dialogue->setDescriber(QStringLiteral("glm-4v-plus")))
            return 1;
        table.describe();
        QList<double> took;
        int longest = 0;
        for (int turn = 1; turn < turns; ++turn) {
            took.append(milliseconds([&] {
                table.say(
                    QStringLiteral("Make the parrot %1 as in the picture on the wall").arg(colour(turn)),
                    QStringLiteral("Appearance: vibrant %1 feathers, a black beak").arg(colour(turn)));
                QApplication::processEvents();
            }));
            longest = std::max(longest, estimatedTokens(table.chat.asked.last().request.messages));
        }
        if (table.dialogue->line().size() != turns)
            return 1;
        std::sort(took.begin(), took.end());
        tell("a turn with the window open, half of them below", took[took.size() / 2], "ms");
        tell("a turn with the window open, the slowest", took.last(), "ms");
        tell("longest question (context 8,000)", longest, "tokens");
    }
    QList<double> opens;
    QList<double> shows;
    for (int i = 0; i < 9; ++i) {
        RemakeTable table(dir.path());
        opens.append(milliseconds([&] { table.open(); }));
        shows.append(milliseconds([&] {
            QApplication::processEvents();
            (void)table.panel->grab();
        }));
        if (table.dialogue->line().size() != turns)
            return 1;
    }
    std::sort(opens.begin(), opens.end());
    std::sort(shows.begin(), shows.end());
    tell("200 turns back on the table", opens[opens.size() / 2], "ms");
    tell("and painted in the window", shows[shows.size() / 2], "ms");
    return 0;
}
