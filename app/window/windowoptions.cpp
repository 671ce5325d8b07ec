// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowoptions.h"

#include <QCommandLineParser>

namespace retake {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Window)
};

QString wordOf(ViewMode mode)
{
    switch (mode) {
    case ViewMode::Single:
        return QStringLiteral("single");
    case ViewMode::SideBySide:
        return QStringLiteral("side");
    case ViewMode::Wipe:
        return QStringLiteral("wipe");
    case ViewMode::Difference:
        return QStringLiteral("difference");
    case ViewMode::Blink:
        return QStringLiteral("blink");
    case ViewMode::Grid:
        return QStringLiteral("grid");
    }
    return {};
}

} // namespace

std::optional<ViewMode> viewModeFromWord(const QString &word)
{
    for (const ViewMode mode : allViewModes) {
        if (wordOf(mode) == word)
            return mode;
    }
    return std::nullopt;
}

WindowOptions readWindowOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Edit video by saying what to change."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption dataDir(QStringLiteral("data-dir"), Words::tr("Keep everything in DIR."),
                                     QStringLiteral("DIR"));
    const QCommandLineOption language(QStringLiteral("lang"), Words::tr("Language: en or zh_CN."),
                                      QStringLiteral("LANG"));
    const QCommandLineOption compare(QStringLiteral("compare"),
                                     Words::tr("Compare two videos: retake --compare BEFORE AFTER."));
    const QCommandLineOption view(QStringLiteral("view"),
                                  Words::tr("How to compare: single, side, wipe, difference, blink or grid."),
                                  QStringLiteral("VIEW"));
    const QCommandLineOption present(QStringLiteral("present"),
                                     Words::tr("Show the pictures alone, edge to edge; Esc leaves."));
    parser.addOptions({dataDir, language, compare, view, present});
    parser.addPositionalArgument(QStringLiteral("FILE"), Words::tr("The clip to open."),
                                 QStringLiteral("[FILE]"));
    const bool read = parser.parse(arguments);

    WindowOptions options;
    options.help = parser.helpText();
    options.dataDir = parser.value(dataDir);
    options.language = parser.value(language);
    options.files = parser.positionalArguments();
    options.present = parser.isSet(present);
    if (parser.isSet(compare))
        options.wish = WindowOptions::Wish::Compare;
    if (parser.isSet(view))
        options.view = viewModeFromWord(parser.value(view));
    if (parser.isSet(QStringLiteral("help")))
        options.wish = WindowOptions::Wish::Help;
    else if (parser.isSet(QStringLiteral("version")))
        options.wish = WindowOptions::Wish::Version;

    const bool compares = options.wish == WindowOptions::Wish::Compare;
    if (!read)
        options.complaint = parser.errorText();
    else if (parser.isSet(view) && !options.view)
        options.complaint = Words::tr("There is no view “%1”: single, side, wipe, difference, blink or grid.")
                                .arg(parser.value(view));
    else if (compares && (options.files.size() != 2 || options.files.contains(QString())))
        options.complaint = Words::tr("--compare takes two videos: BEFORE and AFTER.");
    else if (!compares && options.files.size() > 1)
        options.complaint = Words::tr("One clip at a time.");
    return options;
}

} // namespace retake
