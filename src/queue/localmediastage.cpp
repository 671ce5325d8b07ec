// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/localmediastage.h"

#include "media/conform.h"
#include "media/conformkey.h"
#include "media/decodecheck.h"
#include "media/probe.h"
#include "media/soundover.h"
#include "queue/remakemedia.h"
#include "queue/sentreferences.h"

#include <QDir>
#include <QFile>
#include <QFutureWatcher>
#include <QTimer>
#include <QtConcurrentRun>

namespace retake {

namespace {

struct Sent
{
    QString file;
    Shelf::Hold held;
    QString sha256;
    FrameMap frameMap;
};

// What is made goes onto the shelf; then all that will be told of it later, when it may be gone, is read.
// Blocks: for pool threads.
Result<Sent> takeInSent(const Shelf &shelf, const FrameBook &frames, const QString &name, const QString &part,
                        const QString &source, const ConformPlan &plan, Shelf::Hold held)
{
    if (!held) {
        const auto put = shelf.put(name, part);
        if (!put)
            return failure(put.error());
        held = *put;
    }
    const auto times = readFrameTimes(source, {}, frames);
    if (!times)
        return failure(times.error());
    Sent sent{plan.copy ? source : held.file(), held, {}, planFrameMap(plan, *times)};
    const auto hash = hashOfFile(sent.file, HashKind::Sha256);
    if (!hash)
        return failure(hash.error());
    sent.sha256 = *hash;
    return sent;
}

// The clip first, then the references; the first error is the end.
class LocalMediaJob final : public MediaJob
{
public:
    LocalMediaJob(const Shelf &shelf, const HashBook &hashes, const FrameBook &frames, const Order &order,
                  const ModelSpec &model, const QString &folder, QObject *parent)
        : MediaJob(parent)
        , m_shelf(shelf)
        , m_hashes(hashes)
        , m_frames(frames)
        , m_order(order)
        , m_model(model)
        , m_folder(folder)
    {
        QTimer::singleShot(0, this, [this] { begin(); });
    }

private:
    void begin()
    {
        if (!QDir().mkpath(m_folder)) {
            end(failure(ErrorKind::NotWritable, {QDir::toNativeSeparators(m_folder)}));
        } else if (isRemoteMedia(m_order.clip)) {
            m_ready.media.clip = m_order.clip;
            makeReferences();
        } else {
            auto *probe = new ProbeJob(m_order.clip, m_frames, this);
            connect(probe, &ProbeJob::finished, this, [this](const Result<ClipInfo> &clip) {
                if (clip)
                    conform(*clip);
                else
                    end(failure(clip.error()));
            });
        }
    }

    void conform(const ClipInfo &clip)
    {
        const auto plan = planConform(clip, conformWish(m_order), m_model);
        if (!plan) {
            end(failure(plan.error()));
            return;
        }
        m_ready.changes = describeChanges(clip, *plan);
        m_ready.frameRate = plan->frameRate;
        auto *job = new HashJob(m_hashes, clip.file, this);
        connect(job, &HashJob::finished, this, [this, clip, plan = *plan](const Result<QString> &hash) {
            if (!hash)
                end(failure(hash.error()));
            else
                lookUp(clip, plan, *hash);
        });
    }

    void lookUp(const ClipInfo &clip, const ConformPlan &plan, const QString &hash)
    {
        m_name = plan.copy ? decodedName(hash) : conformedName(hash, clip, plan, m_model);
        if (const auto there = m_shelf.find(m_name)) {
            Q_EMIT progress(plan.duration().count(), plan.duration().count());
            takeIn({}, plan, *there);
            return;
        }
        const auto part = m_shelf.part(m_name);
        if (part)
            make(clip, plan, *part);
        else
            end(failure(part.error()));
    }

    void make(const ClipInfo &clip, const ConformPlan &plan, const QString &part)
    {
        auto *job = new ConformJob(clip, plan, m_model, part, this);
        connect(job, &ConformJob::progress, this, &MediaJob::progress);
        connect(job, &ConformJob::finished, this, [this, plan, part](const Result<ClipInfo> &made) {
            if (!made)
                end(failure(made.error()));
            else if (QFile note(part); plan.copy && !note.open(QIODevice::WriteOnly))
                end(failure(ErrorKind::NotWritable, {QDir::toNativeSeparators(part)}));
            else
                takeIn(part, plan, {});
        });
    }

    void takeIn(const QString &part, const ConformPlan &plan, const Shelf::Hold &held)
    {
        auto *watcher = new QFutureWatcher<Result<Sent>>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
            const auto sent = watcher->result();
            if (!sent) {
                end(failure(sent.error()));
                return;
            }
            m_ready.media.clip = sent->file;
            m_ready.held = sent->held;
            m_ready.sha256 = sent->sha256;
            m_ready.frameMap = sent->frameMap;
            makeReferences();
        });
        watcher->setFuture(QtConcurrent::run(
            [shelf = m_shelf, frames = m_frames, name = m_name, part, source = m_order.clip, plan, held] {
                return takeInSent(shelf, frames, name, part, source, plan, held);
            }));
    }

    void makeReferences()
    {
        if (m_order.references.isEmpty()) {
            end(m_ready);
            return;
        }
        auto *watcher = new QFutureWatcher<Result<ReadyReferences>>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
            const auto references = watcher->result();
            if (!references) {
                end(failure(references.error()));
                return;
            }
            m_ready.media.references = references->files;
            m_ready.referenceRemarks = references->remarks;
            end(m_ready);
        });
        watcher->setFuture(
            QtConcurrent::run(prepareReferences, m_order.references, m_model.references, m_folder));
    }

    void end(const Result<ReadyMedia> &ready) { Q_EMIT finished(ready); }

    Shelf m_shelf;
    HashBook m_hashes;
    FrameBook m_frames;
    QString m_name; // on the shelf
    Order m_order;
    ModelSpec m_model;
    QString m_folder;
    ReadyMedia m_ready;
};

} // namespace

LocalMediaStage::LocalMediaStage(const Shelf &shelf, const HashBook &hashes, const FrameBook &frames)
    : m_shelf(shelf)
    , m_hashes(hashes)
    , m_frames(frames)
{}

MediaJob *LocalMediaStage::makeReady(const Order &order, const ModelSpec &model, const QString &folder,
                                     QObject *parent)
{
    if (model.use == ModelUse::Remake)
        return new RemakeMediaJob(m_frames, order, model, folder, parent);
    return new LocalMediaJob(m_shelf, m_hashes, m_frames, order, model, folder, parent);
}

void LocalMediaStage::probe(const QString &file, QObject *context, Probed probed)
{
    auto *job = new ProbeJob(file, m_frames, context);
    QObject::connect(job, &ProbeJob::finished, context,
                     [job, probed = std::move(probed)](const Result<ClipInfo> &info) {
                         job->deleteLater();
                         probed(info);
                     });
}

void LocalMediaStage::decode(const ClipInfo &clip, QObject *context, Decoded decoded)
{
    auto *job = new FullDecodeJob(clip, context);
    QObject::connect(job, &FullDecodeJob::finished, context,
                     [job, decoded = std::move(decoded)](const Result<void> &result) {
                         job->deleteLater();
                         decoded(result);
                     });
}

void LocalMediaStage::laySound(const ClipInfo &video, const Order &order, const QString &output,
                               QObject *context, Laid laid)
{
    const auto lay = [video, piece = order.trim, output, context, laid](const Result<ClipInfo> &source) {
        if (!source) {
            laid(failure(source.error()));
            return;
        }
        auto *job = new SoundOverJob(video, *source, piece, output, context);
        QObject::connect(job, &SoundOverJob::finished, context, [job, laid](const Result<void> &result) {
            job->deleteLater();
            laid(result);
        });
    };
    probe(order.clip, context, lay);
}

} // namespace retake
