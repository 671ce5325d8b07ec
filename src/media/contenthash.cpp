// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/contenthash.h"

#include "media/filestamp.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QMutex>
#include <QPromise>
#include <QSaveFile>
#include <QtConcurrentRun>

#include <algorithm>
#include <vector>

namespace retake {

// What a HashBook knows of a file, and how it tells that this is still so.
struct KnownFile
{
    FileStamp stamp;
    QString hash;
    qint64 noted = 0; // milliseconds since 1970
};

using KnownFiles = QHash<QString, KnownFile>;

namespace {

constexpr qint64 hashPiece = 1 << 20;
constexpr std::size_t mostKnownFiles = 2000;
// A file that was written this short a time ago may change again without a new time of change.
constexpr qint64 freshNanoseconds = 100'000'000;

KnownFiles readKnownFiles(const QString &path)
{
    QFile file(path);
    KnownFiles known;
    if (!file.open(QIODevice::ReadOnly))
        return known;
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).object()[u"files"].toArray();
    for (const auto &row : rows) {
        const QJsonObject one = row.toObject();
        known.insert(one[u"file"].toString(), {{one[u"bytes"].toInteger(), one[u"changed_ns"].toInteger()},
                                               one[u"hash"].toString(),
                                               one[u"noted_ms"].toInteger()});
    }
    return known;
}

void dropOldest(KnownFiles &known)
{
    while (std::size_t(known.size()) > mostKnownFiles) {
        known.erase(std::min_element(known.begin(), known.end(), [](const KnownFile &a, const KnownFile &b) {
            return a.noted < b.noted;
        }));
    }
}

QByteArray textOf(const KnownFiles &known)
{
    QJsonArray rows;
    for (auto it = known.cbegin(); it != known.cend(); ++it)
        rows.append(QJsonObject{{QStringLiteral("file"), it.key()},
                                {QStringLiteral("bytes"), it->stamp.bytes},
                                {QStringLiteral("changed_ns"), it->stamp.changed},
                                {QStringLiteral("hash"), it->hash},
                                {QStringLiteral("noted_ms"), it->noted}});
    return QJsonDocument(QJsonObject{{QStringLiteral("files"), rows}}).toJson(QJsonDocument::Compact);
}

} // namespace

Result<QString> hashOfFile(const QString &file, HashKind kind, const std::function<bool()> &stop)
{
    if (!QFileInfo::exists(file))
        return failure(ErrorKind::FileMissing, {file});
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(ErrorKind::FileUnreadable, {file}, source.errorString());
    QCryptographicHash hash(kind == HashKind::Content ? QCryptographicHash::Blake2b_256
                                                      : QCryptographicHash::Sha256);
    QByteArray piece(hashPiece, Qt::Uninitialized);
    for (;;) {
        if (stop && stop())
            return failure(ErrorKind::CancelledByPerson);
        const qint64 got = source.read(piece.data(), piece.size());
        if (got < 0)
            return failure(ErrorKind::FileUnreadable, {file}, source.errorString());
        if (got == 0)
            break;
        hash.addData(QByteArrayView(piece.constData(), got));
    }
    return QString::fromLatin1(hash.result().toHex());
}

struct HashBook::Shared
{
    QString file;
    QMutex mutex;
    KnownFiles known;
    bool read = false;

    std::optional<QString> hashFor(const QString &path, const FileStamp &stamp)
    {
        const QMutexLocker lock(&mutex);
        if (!read)
            known = readKnownFiles(file);
        read = true;
        const auto at = known.constFind(path);
        return at != known.cend() && at->stamp == stamp ? std::optional(at->hash) : std::nullopt;
    }

    // What another program has written meanwhile stays. A book that cannot be written costs time, no more.
    void note(const QString &path, const KnownFile &one)
    {
        const QMutexLocker lock(&mutex);
        known.insert(path, one);
        QLockFile others(QString(file + u".lock"));
        if (!others.tryLock(std::chrono::milliseconds(std::chrono::seconds(1)).count()))
            return;
        KnownFiles all = readKnownFiles(file);
        for (auto it = known.cbegin(); it != known.cend(); ++it) {
            if (!all.contains(it.key()) || all[it.key()].noted <= it->noted)
                all.insert(it.key(), *it);
        }
        dropOldest(all);
        known = all;
        QSaveFile target(file);
        if (target.open(QIODevice::WriteOnly) && target.write(textOf(known)) >= 0)
            target.commit();
    }
};

HashBook::HashBook(const QString &file)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->file = file;
}

Result<QString> HashBook::contentHash(const QString &file, const std::function<bool()> &stop) const
{
    const QString path = QFileInfo(file).canonicalFilePath();
    const auto before = path.isEmpty() ? std::nullopt : stampOfFile(path);
    if (!before)
        return failure(ErrorKind::FileMissing, {file});
    if (const auto known = m_shared->hashFor(path, *before))
        return *known;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    auto hash = hashOfFile(path, HashKind::Content, stop);
    if (!hash && !hash.error().facts.isEmpty())
        return failure(hash.error().kind, {file}, hash.error().serviceMessage);
    const bool settled = now * 1'000'000 - before->changed > freshNanoseconds;
    if (hash && settled && stampOfFile(path) == before)
        m_shared->note(path, {*before, *hash, now});
    return hash;
}

class HashJob::Private
{
public:
    QFutureWatcher<Result<QString>> watcher;
};

HashJob::HashJob(const HashBook &book, const QString &file, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    connect(&d->watcher, &QFutureWatcherBase::finished, this,
            [this] { Q_EMIT finished(d->watcher.result()); });
    d->watcher.setFuture(QtConcurrent::run([book, file](QPromise<Result<QString>> &promise) {
        promise.addResult(book.contentHash(file, [&promise] { return promise.isCanceled(); }));
    }));
}

HashJob::~HashJob()
{
    d->watcher.disconnect(this);
    d->watcher.cancel();
}

} // namespace retake
