// SPDX-License-Identifier: GPL-3.0-or-later
#include "core.h"

#include "engine/catalogueloader.h"
#include "queue/localmediastage.h"
#include "session/shownsweep.h"
#include "store/backups.h"

#include <QFileInfo>
#include <QLocale>
#include <QThreadPool>

namespace retake {

namespace {

// For the service's own words, which are shown as a detail.
ServiceLanguage languageOf(const Settings &settings)
{
    const QString chosen = settings.language();
    return serviceLanguage(chosen.isEmpty() ? QLocale::system().name() : chosen);
}

} // namespace

Core::Core(const Paths &where, Catalogue rows, std::unique_ptr<Store> library,
           const QProcessEnvironment &environment)
    : paths(where)
    , settings(paths.settingsFile())
    , shelf(paths.shelfDir(), settings.cacheBytes())
    , hashes(paths.hashFile())
    , catalogue(std::move(rows))
    , store(std::move(library))
    , http(paths.logFile())
    , dashscope(http, clock)
    , bigmodel(http, languageOf(settings))
    , chat(http, languageOf(settings))
    , accounts(settings, systemKeys, sessionKeys, practice,
               {{QStringLiteral("dashscope"), &dashscope}, {QStringLiteral("bigmodel"), &bigmodel}},
               catalogue, environment)
    , queue(*store, catalogue, accounts, paths, clock,
            std::make_unique<LocalMediaStage>(shelf, hashes, frames))
{
    QThreadPool::globalInstance()->start([left = shelf] { left.tidy(); });
    sweepShown(paths, *store, clock.now());
    // What comes of it, the next start sees.
    QThreadPool::globalInstance()->start(
        [library = paths.database(), now = clock.now()] { (void)keepLibrary(library, now); });
}

// Qt closes every connection to a database when the program ends, also one that a pool thread is using.
Core::~Core()
{
    QThreadPool::globalInstance()->waitForDone();
}

Result<Catalogue> Core::openCatalogue(const Paths &paths)
{
    const QString own = paths.dataDir() + u"/catalogue.json";
    return loadCatalogue(QFileInfo::exists(own) ? own : QString());
}

Result<std::unique_ptr<Core>> Core::open(const QString &dataDir, const QProcessEnvironment &environment)
{
    const Paths paths(dataDir);
    if (const auto made = paths.create(); !made)
        return failure(made.error());
    auto catalogue = openCatalogue(paths);
    if (!catalogue)
        return failure(catalogue.error());
    auto store = Store::open(paths.database());
    if (!store)
        return failure(store.error());
    return std::unique_ptr<Core>(new Core(paths, std::move(*catalogue), std::move(*store), environment));
}

} // namespace retake
