// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is made of, and whether it is whole.
#include "commands.h"
#include "describe.h"
#include "media/decodecheck.h"
#include "media/probe.h"
#include "words.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace retake::cli {

namespace {

enum class Depth { Packets, EveryPicture };

// The jobs one after the other; ends the event loop with the exit status.
class ProbeCommand : public QObject
{
public:
    ProbeCommand(const QString &file, Depth depth, Console &console)
        : m_depth(depth)
        , m_console(console)
        , m_probe(file)
    {
        connect(&m_probe, &ProbeJob::finished, this, [this](const Result<ClipInfo> &clip) {
            if (!clip)
                QCoreApplication::exit(m_console.refuse(clip.error()));
            else if (m_depth == Depth::Packets)
                show(*clip);
            else
                decode(*clip);
        });
    }

private:
    void decode(const ClipInfo &clip)
    {
        auto *job = new FullDecodeJob(clip, this);
        connect(job, &FullDecodeJob::progress, this, [this](qint64 done, qint64 total) {
            m_console.progress(Cli::tr("Decoding everything"),
                               total > 0 ? QStringLiteral("%1 %").arg(done * 100 / total) : QString());
        });
        connect(job, &FullDecodeJob::finished, this, [this, clip](const Result<void> &whole) {
            if (whole)
                show(clip);
            else
                QCoreApplication::exit(m_console.refuse(whole.error()));
        });
    }

    void show(const ClipInfo &clip)
    {
        const bool decoded = m_depth == Depth::EveryPicture;
        m_console.result(clipText(clip));
        for (const QString &fact : clipFacts(clip))
            m_console.result(QString(u"  " + fact));
        m_console.result(QString(u"  " + (decoded ? Cli::tr("No damage: everything can be decoded.")
                                                  : Cli::tr("No damage found; --full decodes everything."))));
        QJsonObject json = clipJson(clip);
        json.insert(QStringLiteral("damage"), QJsonValue()); // a damaged file ends as an error
        json.insert(QStringLiteral("decoded"), decoded);
        m_console.result(json);
        QCoreApplication::exit(0);
    }

    Depth m_depth;
    Console &m_console;
    ProbeJob m_probe;
};

} // namespace

int showProbe(const Arguments &arguments, Console &console)
{
    const ProbeCommand command(QFileInfo(arguments.operands.constFirst()).absoluteFilePath(),
                               arguments.has(QStringLiteral("full")) ? Depth::EveryPicture : Depth::Packets,
                               console);
    return QCoreApplication::exec();
}

} // namespace retake::cli
