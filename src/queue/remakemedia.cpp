// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/remakemedia.h"

#include "media/clipstills.h"
#include "media/probe.h"
#include "media/reference.h"
#include "queue/sentreferences.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QLocale>
#include <QTimer>
#include <QtConcurrentRun>

namespace retake {

namespace {

enum class End { First, Last };

// One end's frame, as the pool thread gets it.
struct WantedFrame
{
    End end = End::First;
    KeptFrame kept;
    QString still; // Clip: the frame, as a picture
    Microseconds time{0};
};

QString frameFieldName(End end)
{
    return end == End::First ? QStringLiteral("first_frame") : QStringLiteral("last_frame");
}

QString sentence(const WantedFrame &frame, const QStringList &remarks)
{
    const char *const pattern =
        frame.kept.from == KeptFrame::From::Clip
            ? (frame.end == End::First ? QT_TRANSLATE_NOOP("RemakeMedia", "first frame: the clip's at %1 s")
                                       : QT_TRANSLATE_NOOP("RemakeMedia", "last frame: the clip's at %1 s"))
            : (frame.end == End::First ? QT_TRANSLATE_NOOP("RemakeMedia", "first frame: %1")
                                       : QT_TRANSLATE_NOOP("RemakeMedia", "last frame: %1"));
    const QString what = frame.kept.from == KeptFrame::From::Clip
                             ? QLocale().toString(double(frame.time.count()) / 1e6, 'f', 2)
                         : isRemoteMedia(frame.kept.file) ? frame.kept.file.section(u'?', 0, 0).left(80)
                                                          : QFileInfo(frame.kept.file).fileName();
    const QString told = QCoreApplication::translate("RemakeMedia", pattern).arg(what);
    return (QStringList{told} + remarks).join(QStringLiteral(", "));
}

// Fills in where the frame lies and what was done to it.
Result<QString> prepareFrame(const WantedFrame &frame, const QString &clip, const MediaLimits &limits,
                             const QString &folder, QStringList &changes)
{
    const bool isClips = frame.kept.from == KeptFrame::From::Clip;
    if (!isClips && isRemoteMedia(frame.kept.file)) {
        changes.append(sentence(frame, {}));
        return frame.kept.file;
    }
    const QString own = folder + u'/' + frameFieldName(frame.end);
    if (!QDir().mkpath(own))
        return failure(ErrorKind::NotWritable, {QDir::toNativeSeparators(own)});
    const auto prepared = prepareReference(isClips ? frame.still : frame.kept.file, limits, own);
    if (!prepared) {
        Error error = prepared.error();
        if (isClips && !error.facts.isEmpty())
            error.facts[0] = clip; // the still is a file that nobody knows
        return failure(error);
    }
    changes.append(sentence(frame, describeReference(prepared->info, prepared->plan)));
    return prepared->file;
}

Result<ReadyMedia> preparePictures(const QList<WantedFrame> &frames, const Order &order,
                                   const ModelSpec &model, const QString &folder)
{
    ReadyMedia ready;
    for (const WantedFrame &frame : frames) {
        const auto file = prepareFrame(frame, order.clip, model.frames, folder, ready.changes);
        if (!file)
            return failure(file.error());
        (frame.end == End::First ? ready.media.firstFrame : ready.media.lastFrame) = *file;
    }
    const auto references = prepareReferences(order.references, model.references, folder);
    if (!references)
        return failure(references.error());
    ready.media.references = references->files;
    ready.referenceRemarks = references->remarks;
    return ready;
}

bool isOfClip(const KeptFrame &frame)
{
    return frame.from == KeptFrame::From::Clip;
}

} // namespace

RemakeMediaJob::RemakeMediaJob(const FrameBook &frames, const Order &order, const ModelSpec &model,
                               const QString &folder, QObject *parent)
    : MediaJob(parent)
    , m_frames(frames)
    , m_order(order)
    , m_model(model)
    , m_folder(folder)
{
    QTimer::singleShot(0, this, [this] { begin(); });
}

void RemakeMediaJob::begin()
{
    const Keeping &keeping = m_order.keeping;
    // What cannot be kept is said before it costs anything.
    for (const auto &[end, kept, needed] :
         {std::tuple(End::First, keeping.first, 1), std::tuple(End::Last, keeping.last, 2)}) {
        if (kept.from != KeptFrame::From::Nothing && m_model.frames.maximumCount < needed) {
            this->end(failure(ErrorKind::BadParameter, {frameFieldName(end), m_model.id}));
            return;
        }
    }
    if (!QDir().mkpath(m_folder)) {
        end(failure(ErrorKind::NotWritable, {QDir::toNativeSeparators(m_folder)}));
        return;
    }
    if (!isOfClip(keeping.first) && !isOfClip(keeping.last) && !keeping.sourceSound) {
        prepare({});
        return;
    }
    auto *probe = new ProbeJob(m_order.clip, m_frames, this);
    connect(probe, &ProbeJob::finished, this, [this](const Result<ClipInfo> &clip) {
        if (clip)
            takeStills(*clip);
        else
            end(failure(clip.error()));
    });
}

void RemakeMediaJob::takeStills(const ClipInfo &clip)
{
    if (isOfClip(m_order.keeping.first))
        m_times.append(firstMoment(clip, m_order.trim));
    if (isOfClip(m_order.keeping.last))
        m_times.append(lastMoment(clip, m_order.trim));
    if (m_times.isEmpty()) {
        prepare({});
        return;
    }
    const QString folder = m_folder + QStringLiteral("/stills");
    if (!QDir().mkpath(folder)) {
        end(failure(ErrorKind::NotWritable, {QDir::toNativeSeparators(folder)}));
        return;
    }
    constexpr int fineQuality = 95; // the take begins with this picture
    const StillLimits limits{m_model.frames.maximumSide, m_model.frames.maximumBytes, fineQuality};
    auto *job = new ClipStillsJob(clip, m_times, limits, folder, this);
    connect(job, &ClipStillsJob::finished, this, [this](const Result<QList<ClipStill>> &stills) {
        if (!stills) {
            end(failure(stills.error()));
            return;
        }
        QStringList files;
        for (const ClipStill &still : *stills)
            files.append(still.file);
        prepare(files);
    });
}

void RemakeMediaJob::prepare(const QStringList &stills)
{
    QList<WantedFrame> wanted;
    int made = 0;
    for (const auto &[end, kept] :
         {std::pair(End::First, m_order.keeping.first), std::pair(End::Last, m_order.keeping.last)}) {
        if (kept.from == KeptFrame::From::Nothing)
            continue;
        WantedFrame frame{end, kept, {}, {}};
        if (isOfClip(kept)) {
            frame.still = stills.value(made);
            frame.time = m_times.value(made);
            ++made;
        }
        wanted.append(frame);
    }
    auto *watcher = new QFutureWatcher<Result<ReadyMedia>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] { end(watcher->result()); });
    watcher->setFuture(QtConcurrent::run(preparePictures, wanted, m_order, m_model, m_folder));
}

void RemakeMediaJob::end(const Result<ReadyMedia> &ready)
{
    Q_EMIT finished(ready);
}

} // namespace retake
