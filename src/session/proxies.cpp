// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/proxies.h"

#include "media/proxy.h"
#include "session/workspace.h"

#include <QFile>
#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <utility>

namespace retake {

namespace {

// Those that are looked at first, then the newest.
QStringList wantedBy(const Workspace &workspace)
{
    if (!workspace.clip())
        return {};
    QStringList files{workspace.version(workspace.before()).file};
    if (workspace.after())
        files.append(workspace.version(*workspace.after()).file);
    const QList<Workspace::Version> versions = workspace.versions();
    for (auto version = versions.crbegin(); version != versions.crend(); ++version)
        files.append(version->file);
    files.removeAll(QString());
    files.removeDuplicates();
    return files;
}

} // namespace

Proxies::Proxies(const Shelf &shelf, const HashBook &hashes, const FrameBook &frames, QObject *parent)
    : QObject(parent)
    , m_shelf(shelf)
    , m_hashes(hashes)
    , m_frames(frames)
{}

Proxies::~Proxies() = default;

void Proxies::follow(const Workspace &workspace)
{
    const auto wantThem = [this, &workspace] { want(wantedBy(workspace)); };
    connect(&workspace, &Workspace::clipOpened, this, wantThem);
    connect(&workspace, &Workspace::clipClosed, this, wantThem);
    connect(&workspace, &Workspace::versionsChanged, this, wantThem);
    connect(&workspace, &Workspace::selectionChanged, this, wantThem);
    wantThem();
}

void Proxies::want(const QStringList &files)
{
    m_wanted = files;
    m_known.removeIf([&files](const auto &known) { return !files.contains(known.key()); });
    if (!m_current.isEmpty() && !files.contains(m_current)) {
        delete std::exchange(m_job, nullptr);
        m_current.clear();
    }
    next();
}

QString Proxies::proxyOf(const QString &file) const
{
    return m_known.value(file).file();
}

void Proxies::next()
{
    if (!m_current.isEmpty())
        return;
    for (const QString &file : std::as_const(m_wanted)) {
        if (m_known.contains(file))
            continue;
        m_current = file;
        auto *job = new HashJob(m_hashes, file, this);
        m_job = job;
        connect(job, &HashJob::finished, this, [this](const Result<QString> &hash) {
            std::exchange(m_job, nullptr)->deleteLater();
            if (hash)
                lookUp(*hash);
            else
                done({});
        });
        return;
    }
}

void Proxies::lookUp(const QString &hash)
{
    const QString name = proxyName(hash);
    if (const auto there = m_shelf.find(name))
        done(*there);
    else
        make(name);
}

void Proxies::make(const QString &name)
{
    const auto part = m_shelf.part(name);
    if (!part) {
        done({});
        return;
    }
    auto *job = new ProxyJob(m_current, *part, m_frames, this);
    m_job = job;
    connect(job, &ProxyJob::finished, this, [this, name](const Result<QString> &proxy) {
        std::exchange(m_job, nullptr)->deleteLater();
        if (proxy && !proxy->isEmpty())
            takeIn(name, *proxy);
        else
            done({});
    });
}

void Proxies::takeIn(const QString &name, const QString &part)
{
    using Put = Result<Shelf::Hold>;
    auto *watcher = new QFutureWatcher<Put>(this);
    m_job = watcher;
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        std::exchange(m_job, nullptr)->deleteLater();
        done(watcher->result().value_or(Shelf::Hold()));
    });
    watcher->setFuture(QtConcurrent::run([shelf = m_shelf, name, part] { return shelf.put(name, part); }));
}

void Proxies::done(const Shelf::Hold &proxy)
{
    const QString file = std::exchange(m_current, QString());
    m_known.insert(file, proxy);
    if (proxy)
        Q_EMIT proxyReady(file, proxy.file());
    next();
}

} // namespace retake
