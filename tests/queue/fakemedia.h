// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakeengine.h"
#include "queue/mediastage.h"

#include <QDir>

namespace retake {

// Plays the media work; while `held`, nothing is answered until release().
class FakeMedia final : public MediaStage
{
public:
    Script<Result<ReadyMedia>> readies;
    Script<Result<ClipInfo>> probes;
    Script<Result<void>> decodes;
    Script<Result<void>> sounds; // that are laid over
    bool held = false;
    bool holdSounds = false; // for good
    int soundCount = 0;
    int running = 0;
    int mostRunning = 0;
    int count = 0;

    FakeMedia()
    {
        readies.always = [] {
            return ReadyMedia{{QStringLiteral("/clips/clip.mp4"), {}}, {QStringLiteral("cut to 10 s")}};
        };
        probes.always = [] { return clip(5); };
        decodes.always = [] { return Result<void>(); };
        sounds.always = [] { return Result<void>(); };
    }

    static ClipInfo clip(double seconds)
    {
        ClipInfo info;
        info.duration = Microseconds(qint64(seconds * 1e6));
        info.video.size = QSize(1280, 720);
        return info;
    }

    MediaJob *makeReady(const Order &, const ModelSpec &, const QString &folder, QObject *parent) override
    {
        QDir().mkpath(folder);
        ++count;
        mostRunning = std::max(mostRunning, ++running);
        auto *job = new MediaJob(parent);
        const auto ended = [this, job] { running -= m_running.remove(job) ? 1 : 0; };
        m_running.insert(job);
        QObject::connect(job, &MediaJob::finished, &m_context, ended);
        QObject::connect(job, &QObject::destroyed, &m_context, ended);
        if (held)
            m_held.append(job);
        else
            QTimer::singleShot(0, job, [this, job] { Q_EMIT job->finished(readies.next()); });
        return job;
    }

    void probe(const QString &, QObject *context, Probed probed) override
    {
        QTimer::singleShot(0, context, [this, probed] { probed(probes.next()); });
    }

    void decode(const ClipInfo &, QObject *context, Decoded decoded) override
    {
        QTimer::singleShot(0, context, [this, decoded] { decoded(decodes.next()); });
    }

    void laySound(const ClipInfo &, const Order &, const QString &output, QObject *context,
                  Laid laid) override
    {
        ++soundCount;
        if (holdSounds)
            return;
        QTimer::singleShot(0, context, [this, output, laid] {
            const auto result = sounds.next();
            QFile file(output);
            if (result && file.open(QIODevice::WriteOnly))
                file.write("a take with the clip's sound");
            laid(result);
        });
    }

    void release()
    {
        held = false;
        for (const QPointer<MediaJob> &job : m_held) {
            if (job)
                Q_EMIT job->finished(readies.next());
        }
        m_held.clear();
    }

private:
    QList<QPointer<MediaJob>> m_held;
    QSet<const QObject *> m_running;
    QObject m_context; // last: goes first
};

} // namespace retake
