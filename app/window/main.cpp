// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/heap.h"
#include "core.h"
#include "language.h"
#include "session/comparison.h"
#include "session/dialogue.h"
#include "session/draft.h"
#include "session/errorsentence.h"
#include "session/openingsentence.h"
#include "session/preparation.h"
#include "session/proxies.h"
#include "session/remakedraft.h"
#include "session/remotetasks.h"
#include "session/workspace.h"
#include "ui/mainwindow/comparewindow.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/theme/theme.h"
#include "windowoptions.h"

#include <QApplication>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QTextStream>
#include <QTranslator>

#include <cstdlib>

using namespace retake;

namespace {

// Ends the program for --help, --version and wrong usage.
WindowOptions readCommandLine(const QStringList &arguments)
{
    WindowOptions options = readWindowOptions(arguments);
    if (!options.complaint.isEmpty()) {
        QTextStream(stderr) << options.complaint << "\n\n" << options.help;
        std::exit(2);
    }
    if (options.wish == WindowOptions::Wish::Help) {
        QTextStream(stdout) << options.help;
        std::exit(0);
    }
    if (options.wish == WindowOptions::Wish::Version) {
        QTextStream(stdout) << QCoreApplication::applicationName() << ' '
                            << QCoreApplication::applicationVersion() << '\n';
        std::exit(0);
    }
    return options;
}

void say(const Error &error)
{
    const ErrorSentence sentence = sentenceFor(error);
    QTextStream(stderr) << sentence.title << ' ' << sentence.advice << '\n';
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

// Our words and Qt's own.
void speakInWindow(QApplication &application, const QString &language)
{
    speak(*new QTranslator(&application), language);
    auto *qts = new QTranslator(&application);
    if (qts->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
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

// Two files, and nothing of the library but what was kept to be quicker. A file that is not there ends the
// program; of one that turns out to be broken the window tells beside the other, unless both are.
int compare(QApplication &application, const WindowOptions &options)
{
    const Paths paths(options.dataDir);
    Settings settings(paths.settingsFile());
    speakInWindow(application, options.language.isEmpty() ? settings.language() : options.language);
    bool missing = false;
    for (const QString &file : options.files) {
        if (QFileInfo(file).isFile())
            continue;
        missing = true;
        say({ErrorKind::FileMissing, {file}, {}, {}, {}, 0, std::nullopt});
    }
    if (missing)
        return exitStatusFor(ErrorKind::FileMissing);

    Theme theme(application);
    theme.choose(settings.theme());
    const Shelf shelf(paths.shelfDir(), settings.cacheBytes());
    const HashBook hashes(paths.hashFile());
    const FrameBook frames;
    Proxies proxies(shelf, hashes, frames);
    Comparison comparison(shelf, hashes);
    CompareWindow window(QFileInfo(options.files[0]).absoluteFilePath(),
                         QFileInfo(options.files[1]).absoluteFilePath(),
                         {&settings, &proxies, &comparison, frames});
    if (options.view)
        window.setMode(*options.view);
    if (options.present)
        window.present();
    QObject::connect(&window, &CompareWindow::shown, &window, [&window, &paths] {
        (void)paths.create(); // without it nothing is kept, and nothing is amiss
        window.show();
    });
    QObject::connect(&window, &CompareWindow::nothingToSee, &window,
                     [](const Error &before, const Error &after) {
                         say(before);
                         if (after != before) // not the same file twice
                             say(after);
                         QCoreApplication::exit(exitStatusFor(before.kind));
                     });
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    shareHeaps();
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
    const WindowOptions options = readCommandLine(QCoreApplication::arguments());
    if (options.wish == WindowOptions::Wish::Compare)
        return compare(application, options);

    const auto core = Core::open(options.dataDir, QProcessEnvironment::systemEnvironment());
    if (!core) {
        say(core.error());
        return exitStatusFor(core.error().kind);
    }
    Core &all = **core;
    speakInWindow(application, options.language.isEmpty() ? all.settings.language() : options.language);
    Theme theme(application);
    theme.choose(all.settings.theme());
    Draft draft(all.catalogue);
    Workspace workspace(*all.store, all.queue, draft, all.paths, all.frames);
    Preparation preparation(draft, all.queue.media(), all.paths);
    Proxies proxies(all.shelf, all.hashes, all.frames);
    proxies.follow(workspace);
    Comparison comparison(all.shelf, all.hashes);
    Dialogue dialogue(*all.store, all.catalogue, all.accounts, all.chat, all.paths, all.clock);
    dialogue.follow(all.queue);
    RemakeDraft remake(all.catalogue, dialogue);
    RemoteTasks remoteTasks(*all.store, all.queue, all.accounts, all.catalogue);
    const auto recovered = all.queue.recover();
    MainWindow window({all.settings, all.paths, all.catalogue, all.accounts, all.queue, draft, workspace,
                       preparation, theme, findSample(), &proxies, &comparison, &remoteTasks, all.frames,
                       &dialogue, &remake});
    if (const auto mended = sentenceFor(all.store->openReport()); !mended.title.isEmpty())
        window.warn(mended.title, mended.advice);
    if (!recovered)
        window.tell(recovered.error());
    if (options.files.isEmpty())
        workspace.openLastClip();
    else
        window.openClip(options.files.constFirst());
    if (options.view)
        window.setMode(*options.view);
    if (options.present)
        window.present();
    window.show();
    return QApplication::exec();
}
