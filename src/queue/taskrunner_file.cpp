// SPDX-License-Identifier: GPL-3.0-or-later
// The end of the way: what was downloaded is checked, decoded and filed as a take.
#include "queue/taskrunner.h"

#include "base/paths.h"
#include "store/store.h"

#include <QDir>
#include <QFile>
#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <utility>

namespace retake {

namespace {

constexpr int longestTitle = 60;

} // namespace

void TaskRunner::check(const QString &file)
{
    m_house.media.probe(file, m_stage, inStage([this, file](const Result<ClipInfo> &probed) {
                            const auto checked = checkResult(probed, m_task, use());
                            if (checked) {
                                decode(file, *checked);
                                return;
                            }
                            QFile::remove(file); // or the next try would go on from it
                            onFetchError(checked.error());
                        }));
}

// A take that decodes badly is fetched once more; when it comes the same way again it is what was paid for,
// and kept. A machine that cannot tell does not stand in the way.
void TaskRunner::decode(const QString &file, const ClipInfo &info)
{
    m_house.media.decode(
        info, m_stage, inStage([this, file, info](const Result<void> &decoded) {
            const bool bad = !decoded && decoded.error().kind == ErrorKind::FileDamaged;
            m_isFaulty = bad;
            if (!bad || std::exchange(m_decodesBadly, true)) {
                laySound(file, info);
                return;
            }
            QFile::remove(file);
            onFetchError(
                {ErrorKind::ResultTruncated, {}, {}, decoded.error().serviceMessage, {}, 0, std::nullopt});
        }));
}

// What was paid for is filed, whatever comes of the sound.
void TaskRunner::laySound(const QString &file, const ClipInfo &info)
{
    m_sound = hasSourceSound(file) ? TakeSound::Source : TakeSound::Own; // an earlier walk came so far
    m_soundError.reset();
    if (!m_task.order.keeping.sourceSound || m_sound == TakeSound::Source) {
        this->file(file, info);
        return;
    }
    // Beside the part and under its name, so that it goes when that goes.
    const QString laid = partFileOf(m_house.paths.takesDir(), m_task) + QStringLiteral("-sound.mp4");
    m_house.media.laySound(info, m_task.order, laid, m_stage,
                           inStage([this, laid, file, info](const Result<void> &result) {
                               if (result)
                                   onSoundLaid(laid, file, info);
                               else
                                   onSoundError(result.error(), file, info);
                           }));
}

void TaskRunner::onSoundLaid(const QString &laid, const QString &file, const ClipInfo &info)
{
    m_house.media.probe(laid, m_stage, inStage([this, laid, file, info](const Result<ClipInfo> &probed) {
                            constexpr Microseconds tolerated{500000};
                            const bool isWhole = probed && probed->duration + tolerated >= info.duration;
                            if (!isWhole) {
                                QFile::remove(laid);
                                onSoundError(probed ? Error{ErrorKind::ResultTruncated, {}, {}, {}, {}, 0, {}}
                                                    : probed.error(),
                                             file, info);
                                return;
                            }
                            m_sound = TakeSound::Source;
                            this->file(laid, *probed);
                        }));
}

void TaskRunner::onSoundError(const Error &error, const QString &file, const ClipInfo &info)
{
    m_soundError = error;
    this->file(file, info);
}

void TaskRunner::file(const QString &downloaded, const ClipInfo &info)
{
    auto *watcher = new QFutureWatcher<Result<Filed>>(m_stage);
    connect(watcher, &QFutureWatcherBase::finished, m_stage, inStage([this, watcher, info] {
                const auto filed = watcher->result();
                if (filed)
                    finish(*filed, info);
                else
                    onFetchError(filed.error());
            }));
    const Filing filing{m_task,         downloaded,          m_house.paths.takesDir(),
                        m_actualPrompt, m_house.clock.now(), workFolderOf(m_house.paths, m_task.id),
                        m_sound};
    watcher->setFuture(QtConcurrent::run(fileTake, filing));
}

// The clip whose family the take belongs to. None for an address.
ClipId TaskRunner::clipOfTake() const
{
    if (m_task.order.clipId)
        return m_task.order.clipId;
    if (m_task.order.clip.isEmpty() || isRemoteMedia(m_task.order.clip))
        return {};
    const auto clip = m_house.store.clipForFile(m_task.order.clip, m_house.clock.now());
    return clip ? clip->id : ClipId();
}

QString TaskRunner::titleOfTake() const
{
    const QString words = titleOf(m_task.order);
    return words.size() <= longestTitle ? words : QString(words.left(longestTitle - 1) + u'…');
}

// A row of the catalogue may be gone; the order tells as much.
ModelUse TaskRunner::use() const
{
    return m_task.order.turn ? ModelUse::Remake : m_model.use;
}

void TaskRunner::finish(const Filed &filed, const ClipInfo &info)
{
    Take take;
    take.task = m_task.id;
    take.clip = clipOfTake();
    // The take that it was made from may have been thrown away while the service worked.
    if (m_task.order.parent && m_house.store.take(m_task.order.parent))
        take.parent = m_task.order.parent;
    take.file = filed.file;
    take.recipe = filed.recipe;
    take.turn = m_task.order.turn;
    take.title = titleOfTake();
    if (m_task.order.clip.isEmpty()) // imported: a clip of its own from now on
        (void)m_house.store.clipForFile(filed.file, m_house.clock.now());
    take.size = info.video.size;
    take.duration = info.duration;
    take.createdAt = m_house.clock.now();

    Task next = m_task;
    next.state = TaskState::Done;
    next.error = filed.outputError;
    if (!next.error && m_isFaulty)
        next.error = Error{ErrorKind::TakeFaulty, {filed.file}, {}, {}, {}, 0, std::nullopt};
    if (!next.error && m_soundError)
        next.error = Error{ErrorKind::SoundNotLaid,
                           {filed.file, errorKindName(m_soundError->kind)},
                           {},
                           m_soundError->serviceMessage,
                           {},
                           0,
                           std::nullopt};
    write(
        next,
        [this, take](Task &task) -> Result<void> {
            const auto id = m_house.store.finishTask(task, take);
            if (!id)
                return failure(id.error());
            task.take = *id;
            return {};
        },
        [this] {
            QDir(workFolderOf(m_house.paths, m_task.id)).removeRecursively();
            if (m_sound == TakeSound::Source)
                dropPartFiles(m_house.paths.takesDir(), {m_task}); // what came without that sound
            Q_EMIT takeAdded(m_task.take);
        });
}

} // namespace retake
