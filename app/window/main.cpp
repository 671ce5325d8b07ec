// SPDX-License-Identifier: GPL-3.0-or-later
#include "core.h"
#include "session/draft.h"
#include "session/errorsentence.h"
#include "session/preparation.h"
#include "session/proxies.h"
#include "session/workspace.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QTextStream>
#include <QTranslator>

#include <cstdlib>

using namespace retake;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Window)
};

struct Wishes
{
    QString dataDir;
    QString language;
    QString clip;
};

// Ends the program for --help, --version and wrong usage.
Wishes readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Edit video by saying what to change."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption dataDir(QStringLiteral("data-dir"), Words::tr("Keep everything in DIR."),
                                     QStringLiteral("DIR"));
    const QCommandLineOption language(QStringLiteral("lang"), Words::tr("Language: en or zh_CN."),
                                      QStringLiteral("LANG"));
    parser.addOptions({dataDir, language});
    parser.addPositionalArgument(QStringLiteral("FILE"), Words::tr("The clip to open."),
                                 QStringLiteral("[FILE]"));
    if (!parser.parse(arguments) || parser.positionalArguments().size() > 1) {
        QTextStream(stderr) << (parser.errorText().isEmpty() ? Words::tr("One clip at a time.")
                                                             : parser.errorText())
                            << "\n\n"
                            << parser.helpText();
        std::exit(2);
    }
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp(0);
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    return {parser.value(dataDir), parser.value(language), parser.positionalArguments().value(0)};
}

// --help and --version are answered without a display, too.
bool asksForWordsOnly(int argc, char *argv[])
{
    for (int i = 1; i < argc; ++i) {
        const QLatin1String argument(argv[i]);
        for (const char *word : {"-h", "--help", "-v", "--version"}) {
            if (argument == QLatin1String(word))
                return true;
        }
    }
    return false;
}

// Our words and Qt's own; the choice is also the language of numbers.
void speak(QApplication &application, const QString &language)
{
    if (!language.isEmpty())
        QLocale::setDefault(QLocale(language));
    const QLocale locale;
    auto *own = new QTranslator(&application);
    if (own->load(locale, QStringLiteral("retake"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(own);
    auto *qts = new QTranslator(&application);
    if (qts->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qts);
}

// Beside an installed program, else in the source tree above the build folder.
QString findSample()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &place :
         {QStringLiteral("/../share/retake/samples"), QStringLiteral("/../../../resources/samples")}) {
        const QFileInfo file(QString(here + place + u"/parrot.mp4"));
        if (file.exists())
            return file.canonicalFilePath();
    }
    return {};
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("retake"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RETAKE_VERSION));
    if (asksForWordsOnly(argc, argv)) {
        const QCoreApplication words(argc, argv);
        readCommandLine(QCoreApplication::arguments());
    }
    // The other one wants plugins that may be missing. It counts from the first use of sound on.
    if (!qEnvironmentVariableIsSet("QT_MEDIA_BACKEND"))
        qputenv("QT_MEDIA_BACKEND", "ffmpeg");
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Retake"));
    QGuiApplication::setDesktopFileName(QStringLiteral("retake"));
    const Wishes wishes = readCommandLine(QCoreApplication::arguments());

    const auto core = Core::open(wishes.dataDir, QProcessEnvironment::systemEnvironment());
    if (!core) {
        const ErrorSentence sentence = sentenceFor(core.error());
        QTextStream(stderr) << sentence.title << ' ' << sentence.advice << '\n';
        return exitStatusFor(core.error().kind);
    }
    Core &all = **core;
    speak(application, wishes.language.isEmpty() ? all.settings.language() : wishes.language);
    Theme theme(application);
    theme.choose(all.settings.theme());
    Draft draft(all.catalogue);
    Workspace workspace(*all.store, all.queue, draft, all.paths);
    Preparation preparation(draft, all.queue.media(), all.paths);
    Proxies proxies(all.shelf, all.hashes);
    proxies.follow(workspace);
    const auto recovered = all.queue.recover();
    MainWindow window({all.settings, all.paths, all.catalogue, all.accounts, all.queue, draft, workspace,
                       preparation, theme, findSample(), &proxies});
    if (!recovered)
        window.tell(recovered.error());
    if (wishes.clip.isEmpty())
        workspace.openLastClip();
    else
        window.openClip(wishes.clip);
    window.show();
    return QApplication::exec();
}
