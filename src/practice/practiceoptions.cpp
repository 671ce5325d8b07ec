// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceoptions.h"

#include <QCommandLineParser>

namespace retake {

namespace {

constexpr int usageExit = 2;

QString helpTail()
{
    return QStringLiteral(
               "\nWithout --time-scale a task waits 20 s and renders for at least 60 s; policies live 300 "
               "s,\n"
               "tasks and results 24 h, uploads 48 h; of BigModel a task takes at least 30 s, an answer\n"
               "2 s and its pieces 0.25 s each. All of these are divided by X. Rate limits (a second:\n"
               "5 creates, 20 queries, 20 lists, 20 cancels, 100 policies) are not.\n"
               "\nIt ends when standard input closes, or on SIGTERM.\n"
               "\nFaults (NAME strikes always, NAME:COUNT so many times):\n") +
           faultHelp();
}

PracticeCommand wrongUsage(const QString &why)
{
    return {{}, QString(u"retake-practice: " + why + u"\nTry --help.\n"), usageExit};
}

} // namespace

PracticeCommand readPracticeCommand(const QStringList &arguments)
{
    const QCommandLineOption port(QStringLiteral("port"),
                                  QStringLiteral("Port on 127.0.0.1; any free one if left out."),
                                  QStringLiteral("N"));
    const QCommandLineOption scale(QStringLiteral("time-scale"),
                                   QStringLiteral("Live X times faster than documented."),
                                   QStringLiteral("X"));
    const QCommandLineOption fault(QStringLiteral("fault"),
                                   QStringLiteral("Make something go wrong; see below."),
                                   QStringLiteral("NAME[:COUNT]"));
    const QCommandLineOption journal(QStringLiteral("journal"),
                                     QStringLiteral("Append one JSON line for each request."),
                                     QStringLiteral("FILE"));
    const QCommandLineOption origin(QStringLiteral("origin"),
                                    QStringLiteral("Tell uploads and results at URL, for a proxy before it."),
                                    QStringLiteral("URL"));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "A stand-in for the video services, on this machine only: speaks the protocols of\n"
        "DashScope and BigModel, renders with FFmpeg, each video marked PRACTICE, and describes\n"
        "what it can measure. No AI, no account."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions({port, scale, fault, journal, origin});
    if (!parser.parse(arguments))
        return wrongUsage(parser.errorText());
    if (parser.isSet(help))
        return {{}, parser.helpText() + helpTail(), 0};
    if (parser.isSet(version))
        return {{}, QStringLiteral("retake-practice " RETAKE_VERSION "\n"), 0};
    if (!parser.positionalArguments().isEmpty())
        return wrongUsage(
            QStringLiteral("unexpected argument '%1'").arg(parser.positionalArguments().first()));

    PracticeCommand command;
    bool isNumber = true;
    if (parser.isSet(port))
        command.options.port = parser.value(port).toInt(&isNumber);
    if (!isNumber || command.options.port < 0 || command.options.port > 65535)
        return wrongUsage(QStringLiteral("--port wants a number from 0 to 65535"));
    if (parser.isSet(scale))
        command.options.timeScale = parser.value(scale).toDouble(&isNumber);
    if (!isNumber || !(command.options.timeScale > 0) || command.options.timeScale > 1e6)
        return wrongUsage(QStringLiteral("--time-scale wants a number above 0"));
    for (const QString &name : parser.values(fault)) {
        const auto order = parseFault(name);
        if (!order)
            return wrongUsage(QStringLiteral("unknown fault '%1'").arg(name));
        command.options.faults.append(*order);
    }
    command.options.journal = parser.value(journal);
    command.options.origin = parser.value(origin);
    return command;
}

} // namespace retake
