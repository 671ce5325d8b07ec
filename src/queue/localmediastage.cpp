// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/localmediastage.h"

#include "media/conform.h"
#include "media/probe.h"
#include "media/reference.h"

#include <QDir>
#include <QFutureWatcher>
#include <QTimer>
#include <QtConcurrentRun>

namespace retake {

namespace {

struct ReadyReferences
{
    QStringList files; // or addresses, in slot order
    QStringList changes;
};

// Each in a folder of its own, because two references may have the same name.
Result<ReadyReferences> prepareReferences(const QList<Reference> &references, const MediaLimits &limits,
                                          const QString &folder)
{
    ReadyReferences ready;
    for (const Reference &reference : references) {
        if (isRemoteMedia(reference.source)) {
            ready.files.append(reference.source);
            continue;
        }
        const int number = int(ready.files.size()) + 1;
        const QString own = folder + u"/reference-" + QString::number(number);
        if (!QDir().mkpath(own))
            return failure(ErrorKind::NotWritable, {QDir::toNativeSeparators(own)});
        const auto prepared = prepareReference(reference, limits, own);
        if (!prepared)
            return failure(prepared.error());
        ready.files.append(prepared->file);
        if (const QString words = describeReference(number, prepared->info, prepared->plan); !words.isEmpty())
            ready.changes.append(words);
    }
    return ready;
}

// The clip first, then the references; the first error is the end.
class LocalMediaJob final : public MediaJob
{
public:
    LocalMediaJob(const Order &order, const ModelSpec &model, const QString &folder, QObject *parent)
        : MediaJob(parent)
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
            auto *probe = new ProbeJob(m_order.clip, this);
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
        if (plan->copy) {
            m_ready.media.clip = m_order.clip;
            makeReferences();
            return;
        }
        const QString target = m_folder + u"/clip.mp4";
        auto *job = new ConformJob(clip, *plan, m_model, target, this);
        connect(job, &ConformJob::progress, this, &MediaJob::progress);
        connect(job, &ConformJob::finished, this, [this, target](const Result<ClipInfo> &made) {
            if (!made) {
                end(failure(made.error()));
                return;
            }
            m_ready.media.clip = target;
            makeReferences();
        });
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
            m_ready.referenceChanges = references->changes;
            end(m_ready);
        });
        watcher->setFuture(
            QtConcurrent::run(prepareReferences, m_order.references, m_model.references, m_folder));
    }

    void end(const Result<ReadyMedia> &ready) { Q_EMIT finished(ready); }

    Order m_order;
    ModelSpec m_model;
    QString m_folder;
    ReadyMedia m_ready;
};

} // namespace

MediaJob *LocalMediaStage::makeReady(const Order &order, const ModelSpec &model, const QString &folder,
                                     QObject *parent)
{
    return new LocalMediaJob(order, model, folder, parent);
}

void LocalMediaStage::probe(const QString &file, QObject *context, Probed probed)
{
    auto *job = new ProbeJob(file, context);
    QObject::connect(job, &ProbeJob::finished, context,
                     [job, probed = std::move(probed)](const Result<ClipInfo> &info) {
                         job->deleteLater();
                         probed(info);
                     });
}

} // namespace retake
