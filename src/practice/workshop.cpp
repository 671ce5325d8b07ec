// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/workshop.h"

#include "model/catalogue.h"
#include "practice/fetch.h"
#include "practice/filtergraph.h"
#include "practice/remake.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace retake {

namespace {

constexpr int renderers = 2;
constexpr std::chrono::milliseconds tick{20};

struct Tidy
{
    QString folder;

    ~Tidy() { QDir(folder).removeRecursively(); }
};

RenderOutcome refused(const Refusal &refusal)
{
    return {refusal.code, refusal.message, {}};
}

// Without a seed in the request a take still wants one of its own: the task's id is as random as any.
quint32 seedOf(const PracticeTask &task)
{
    if (task.body.seed)
        return quint32(*task.body.seed);
    const QByteArray digest = QCryptographicHash::hash(task.id.toLatin1(), QCryptographicHash::Sha1);
    return digest.left(4).toHex().toUInt(nullptr, 16) & 0x7fffffffu;
}

bool writeDataUri(const QString &url, const QString &path)
{
    const auto decoded = QByteArray::fromBase64Encoding(url.section(u',', 1).toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    QFile file(path);
    return decoded && file.open(QIODevice::WriteOnly) && file.write(*decoded) == (*decoded).size();
}

Refusal fetchRefusal(FetchOutcome outcome)
{
    switch (outcome) {
    case FetchOutcome::TooLarge:
        return {400, QStringLiteral("InvalidFile.Size"), QStringLiteral("The media file is too large.")};
    case FetchOutcome::NotFound:
        return {400, QStringLiteral("InvalidParameter.DataInspection"),
                QStringLiteral("Unable to download the media resource during the data inspection process.")};
    case FetchOutcome::Fetched:
    case FetchOutcome::Unreachable:
        break;
    }
    return {400, QStringLiteral("InvalidURL.ConnectionRefused"),
            QStringLiteral("The media url could not be connected to.")};
}

} // namespace

Workshop::Workshop(Rooms rooms)
    : m_rooms(std::move(rooms))
{
    m_threads.emplace_back([this] { keepTime(); });
    for (int i = 0; i < renderers; ++i)
        m_threads.emplace_back([this] { work(); });
}

Workshop::~Workshop()
{
    m_stop = true;
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void Workshop::keepTime()
{
    int ticks = 0;
    while (!m_stop) {
        const Moment now = m_rooms.now();
        begin(m_rooms.tasks, now);
        begin(m_rooms.generations, now);
        if (++ticks % 50 == 0) {
            m_rooms.uploads.purge(now);
            m_rooms.results.purge(now);
        }
        std::this_thread::sleep_for(tick);
    }
}

void Workshop::begin(TaskTable &table, Moment now)
{
    for (const PracticeTask &task : table.advance(now)) {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(task);
        m_wake.notify_one();
    }
}

void Workshop::work()
{
    for (;;) {
        PracticeTask task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stop || !m_waiting.empty(); });
            if (m_stop)
                return;
            task = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        const RenderOutcome outcome = task.generation ? generate(task) : make(task);
        if (!m_stop)
            (task.generation ? m_rooms.generations : m_rooms.tasks).rendered(task.id, outcome);
    }
}

Workshop::Media Workshop::bring(const QString &url, const QString &path, qint64 maximumBytes) const
{
    const QString kind = urlKind(url);
    if (kind == u"oss") {
        const auto stored = m_rooms.uploads.find(url, m_rooms.now());
        if (stored)
            return {stored->path, std::nullopt};
        return {{},
                Refusal{400, QStringLiteral("InvalidParameter"),
                        QStringLiteral("Failed to find the requested media resource.")}};
    }
    if (kind == u"data") {
        if (writeDataUri(url, path))
            return {path, std::nullopt};
        return {{},
                Refusal{400, QStringLiteral("InvalidParameter"),
                        QStringLiteral("The image data URI is not valid base64.")}};
    }
    const FetchOutcome outcome = fetchToFile(url, path, maximumBytes);
    if (outcome == FetchOutcome::Fetched)
        return {path, std::nullopt};
    return {{}, fetchRefusal(outcome)};
}

RenderOutcome Workshop::make(const PracticeTask &task)
{
    const ModelSpec *model = m_rooms.catalogue.model(task.body.model);
    RenderJob job;
    job.body = task.body;
    job.folder = m_rooms.folder + u'/' + task.id;
    job.output = m_rooms.folder + u'/' + task.id + u".mp4";
    job.seed = seedOf(task);
    QDir().mkpath(job.folder);

    const Tidy tidy{job.folder};

    const Media clip = bring(task.body.video, QString(job.folder + u"/clip"), model->video.maximumBytes);
    if (clip.refusal)
        return refused(*clip.refusal);
    job.clip = clip.path;
    job.facts = probeMedia(clip.path, MediaKind::Video, m_stop);
    if (const auto refusal = checkVideo(job.facts, model->video, task.body.duration))
        return refused(*refusal);
    for (const QString &url : task.body.references) {
        const QString path = QStringLiteral("%1/reference%2").arg(job.folder).arg(job.references.size());
        const Media image = bring(url, path, model->references.maximumBytes);
        if (image.refusal)
            return refused(*image.refusal);
        const MediaFacts facts = probeMedia(image.path, MediaKind::Image, m_stop);
        if (const auto refusal = checkImage(facts, model->references))
            return refused(*refusal);
        job.references.append(image.path);
    }
    job.size = outputSize(model->outputSizes.value(task.body.resolution), task.body.ratio, job.facts.size);
    const Rendered rendered = render(job, m_stop);
    if (!rendered.done)
        return {QStringLiteral("InternalError.Algo"), rendered.message, {}};
    RenderOutcome outcome;
    outcome.url = m_rooms.results.publish(m_rooms.base, job.output, m_rooms.now());
    // What is billed of the input is the part that was used.
    outcome.inputSeconds = task.body.duration > 0 ? task.body.duration : job.facts.seconds;
    outcome.outputSeconds = rendered.seconds;
    outcome.tier = task.body.resolution.chopped(1).toInt();
    return outcome;
}

RenderOutcome Workshop::generate(const PracticeTask &task)
{
    const QString base = QString(m_rooms.folder + u'/' + task.id);
    const RemakeJob job{*task.generation, seedOf(task), base, QString(base + u".mp4"),
                        QString(base + u".jpeg")};
    QDir().mkpath(job.folder);
    const Tidy tidy{job.folder};
    const Rendered rendered = remake(job, m_stop);
    if (!rendered.done)
        return {QStringLiteral("1234"), QString(u"practice could not render: " + rendered.message), {}};
    RenderOutcome outcome;
    outcome.url = m_rooms.results.publish(m_rooms.base, job.output, m_rooms.now());
    outcome.coverUrl = m_rooms.results.publish(m_rooms.base, job.cover, m_rooms.now());
    outcome.outputSeconds = rendered.seconds;
    return outcome;
}

} // namespace retake
