// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "core.h"
#include "language.h"
#include "session/openingsentence.h"
#include "words.h"

#include <QCoreApplication>
#include <QTranslator>

#include <cstdio>

namespace {

using namespace retake;
using namespace retake::cli;

constexpr int wrongUsage = 2;

void print(FILE *to, const QString &text)
{
    std::fputs(text.toUtf8().constData(), to);
}

// The commands that need no library come first: they leave no trace on the disk.
int perform(const Arguments &arguments, Console &console)
{
    const QString &command = arguments.command;
    if (command == u"models")
        return showModels(arguments, console);
    if (command == u"probe")
        return showProbe(arguments, console);
    if (command == u"compare")
        return compareVideos(arguments, console);
    const auto core =
        Core::open(arguments.value(QStringLiteral("data-dir")), QProcessEnvironment::systemEnvironment());
    if (!core)
        return console.refuse(core.error());
    if (const auto mended = sentenceFor((*core)->store->openReport()); !mended.title.isEmpty())
        console.note(QString(mended.title + u' ' + mended.advice).trimmed());
    if (command == u"receipt")
        return showReceipt(arguments, console, **core);
    if (command == u"plan")
        return showPlan(arguments, console, **core);
    if (command == u"edit")
        return edit(arguments, console, **core);
    if (command == u"remake")
        return remake(arguments, console, **core);
    if (command == u"tasks")
        return showTasks(console, **core);
    if (command == u"run")
        return runAll(console, **core);
    if (command == u"hold")
        return holdTask(arguments, console, **core);
    if (command == u"next")
        return runTaskNext(arguments, console, **core);
    if (command == u"clear")
        return clearFinished(console, **core);
    if (command == u"queue")
        return moveQueue(arguments, console, **core);
    if (command == u"retry" && arguments.has(QStringLiteral("failed")))
        return retryFailed(console, **core);
    if (command == u"look")
        return lookForTask(arguments, console, **core);
    if (command == u"lost")
        return markTaskLost(arguments, console, **core);
    if (command == u"import")
        return importTask(arguments, console, **core);
    return command == u"cancel" ? cancelTask(arguments, console, **core)
                                : retryTask(arguments, console, **core);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("Retake"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RETAKE_VERSION));

    const auto arguments = parseArguments(QCoreApplication::arguments().mid(1));
    QTranslator translator;
    speak(translator, arguments ? arguments->value(QStringLiteral("lang")) : QString());
    if (!arguments) {
        print(stderr, QString(arguments.error() + u"\n\n" + usage()));
        return wrongUsage;
    }
    if (arguments->has(QStringLiteral("help"))) {
        print(stdout, usage());
        return 0;
    }
    if (arguments->has(QStringLiteral("version"))) {
        print(stdout, QStringLiteral("retake-cli " RETAKE_VERSION "\n"));
        return 0;
    }
    Console console(arguments->json() ? Console::Format::Json : Console::Format::Sentences);
    return perform(*arguments, console);
}
