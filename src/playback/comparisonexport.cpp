// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/comparisonexport.h"

#include "base/filesystem.h"
#include "media/probe.h"
#include "media/toolerror.h"
#include "media/toolprocess.h"
#include "playback/clipreader.h"
#include "playback/comparisonpainter.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QUuid>

#include <optional>

namespace retake {

namespace {

constexpr qsizetype exportWordsKept = 8000;

} // namespace

// Everything in it happens on the job's thread, by that thread's events.
class ComparisonExport::Worker : public QObject
{
public:
    Worker(ComparisonExport *owner, const ComparisonWish &wish, const QString &target)
        : m_owner(owner)
        , m_wish(wish)
        , m_target(target)
        , m_part(target + u'.' + QUuid::createUuid().toString(QUuid::Id128).left(8) + u".part")
        , m_readers{std::make_unique<ClipReader>(owner->m_closing),
                    std::make_unique<ClipReader>(owner->m_closing)}
    {}

    ~Worker() override
    {
        if (m_ffmpeg)
            m_ffmpeg->disconnect(this);
        m_ffmpeg.reset(); // killed, should it run still
        QFile::remove(m_part);
    }

    void start();

private:
    QString file(Side side) const { return side == Side::Before ? m_wish.before : m_wish.after; }

    bool closing() const { return m_owner->m_closing; }

    // Signals are sent on the owner's thread; what is still on its way is dropped when it is deleted.
    template<class Call> void tell(Call call)
    {
        QMetaObject::invokeMethod(
            m_owner, [owner = m_owner, call] { call(owner); }, Qt::QueuedConnection);
    }

    QStringList arguments() const;
    void run(const QString &program);
    void feed();
    Result<QImage> picture(Side side, int frame);
    void processEnded();
    Error complaint() const;
    void check();
    void end(const Result<QString> &result);

    ComparisonExport *m_owner;
    ComparisonWish m_wish;
    QString m_target;
    QString m_part;
    std::array<std::unique_ptr<ClipReader>, 2> m_readers;
    ComparisonPlan m_plan;
    std::optional<ComparisonPainter> m_painter;
    std::unique_ptr<QProcess> m_ffmpeg;
    QByteArray m_said;
    int m_next = 0;
    bool m_ended = false;
};

void ComparisonExport::Worker::start()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
    if (program.isEmpty())
        return end(failure(ErrorKind::ToolMissing, {QStringLiteral("ffmpeg")}));
    if (const QFileInfo folder(QFileInfo(m_target).absolutePath()); !folder.isDir() || !folder.isWritable())
        return end(failure(ErrorKind::NotWritable, {m_target}));
    std::array<ComparisonSide, 2> sides;
    for (const Side side : bothSides) {
        ClipReader &reader = *m_readers[std::size_t(side)];
        const auto clip = reader.open(file(side));
        if (!clip)
            return end(failure(clip.error()));
        sides[std::size_t(side)] = {*clip, reader.index()};
    }
    auto plan = planComparison(sides[0], sides[1], m_wish);
    if (!plan)
        return end(failure(plan.error()));
    m_plan = std::move(*plan);
    m_painter.emplace(m_plan, m_wish.labels);
    run(program);
}

// A clip without sound gives a silent video; so does one whose sound cannot be placed.
QStringList ComparisonExport::Worker::arguments() const
{
    if (m_wish.sound == ComparisonSound::None)
        return comparisonArguments(m_plan, {}, {}, m_part);
    const Side side = m_wish.sound == ComparisonSound::Before ? Side::Before : Side::After;
    const auto clip = probeClip(file(side), [this] { return closing(); });
    if (!clip || !clip->audio)
        return comparisonArguments(m_plan, {}, {}, m_part);
    return comparisonArguments(m_plan, file(side), clip->video.start + m_plan.starts[std::size_t(side)],
                               m_part);
}

void ComparisonExport::Worker::run(const QString &program)
{
    m_ffmpeg = std::make_unique<QProcess>();
    connect(m_ffmpeg.get(), &QProcess::started, this, [this] { feed(); });
    connect(m_ffmpeg.get(), &QProcess::bytesWritten, this, [this] { feed(); });
    connect(m_ffmpeg.get(), &QProcess::readyReadStandardError, this, [this] {
        m_said += m_ffmpeg->readAllStandardError();
        m_said = m_said.right(exportWordsKept);
    });
    connect(m_ffmpeg.get(), &QProcess::finished, this, [this] { processEnded(); });
    connect(m_ffmpeg.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(failure(ErrorKind::ToolMissing, {QStringLiteral("ffmpeg")}, m_ffmpeg->errorString()));
    });
    m_ffmpeg->setProcessEnvironment(toolEnvironment());
    m_ffmpeg->start(program, arguments());
}

// One picture ahead of what ffmpeg has taken.
void ComparisonExport::Worker::feed()
{
    if (m_ended || closing() || m_next > m_plan.count() || m_ffmpeg->bytesToWrite() > 0)
        return;
    if (m_next == m_plan.count()) {
        ++m_next; // closed once
        m_ffmpeg->closeWriteChannel();
        return;
    }
    const ComparisonPlan::Pair pair = m_plan.pairs[std::size_t(m_next)];
    const auto before = picture(Side::Before, pair.before);
    const auto after = picture(Side::After, pair.after);
    if (closing())
        return;
    if (!before || !after)
        return end(failure(before ? after.error() : before.error()));
    const QImage image = m_painter->paint(m_next, *before, *after);
    ++m_next;
    m_ffmpeg->write(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
    tell([done = m_next, total = m_plan.count()](ComparisonExport *to) { Q_EMIT to->progress(done, total); });
}

Result<QImage> ComparisonExport::Worker::picture(Side side, int frame)
{
    if (!m_painter->shows(m_next, side))
        return QImage();
    return m_readers[std::size_t(side)]->picture(frame, m_plan.places[std::size_t(side)].size(),
                                                 [this] { return closing(); });
}

void ComparisonExport::Worker::processEnded()
{
    if (m_ended)
        return;
    m_said += m_ffmpeg->readAllStandardError();
    if (m_ffmpeg->exitStatus() == QProcess::NormalExit && m_ffmpeg->exitCode() == 0)
        return check();
    end(failure(complaint()));
}

Error ComparisonExport::Worker::complaint() const
{
    Error error = ffmpegError(m_said, m_part);
    if (error.kind != ErrorKind::ToolFailed)
        error.facts = {m_target};
    return error;
}

void ComparisonExport::Worker::check()
{
    const auto made = probeClip(m_part, [this] { return closing(); });
    if (closing())
        return;
    if (!made || made->video.frames != m_plan.count() || made->video.size != m_plan.size) {
        Error error = complaint(); // it may end well on a full disk, with nothing but words about it
        if (error.serviceMessage.isEmpty())
            error.serviceMessage =
                made ? QStringLiteral("%1 frames").arg(made->video.frames) : errorKindName(made.error().kind);
        return end(failure(error));
    }
    if (const auto moved = moveIntoPlace(m_part, m_target); !moved)
        return end(failure(moved.error()));
    end(m_target);
}

void ComparisonExport::Worker::end(const Result<QString> &result)
{
    if (m_ended)
        return;
    m_ended = true;
    if (!result) {
        if (m_ffmpeg) {
            m_ffmpeg->disconnect(this);
            m_ffmpeg.release()->deleteLater(); // this may be inside of its own signal
        }
        QFile::remove(m_part);
    }
    tell([result](ComparisonExport *to) { Q_EMIT to->finished(result); });
}

ComparisonExport::ComparisonExport(const ComparisonWish &wish, const QString &target, QObject *parent)
    : QObject(parent)
    , m_worker(new Worker(this, wish, target))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_worker, [worker = m_worker] { worker->start(); });
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("comparison"));
    m_thread.start(QThread::LowPriority);
}

// Waits no longer than for the picture in hand.
ComparisonExport::~ComparisonExport()
{
    m_closing = true;
    m_thread.quit();
    m_thread.wait();
}

} // namespace retake
