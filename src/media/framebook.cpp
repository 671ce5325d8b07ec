// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/framebook.h"

#include <QFileInfo>
#include <QHash>
#include <QStringList>

#include <mutex>
#include <utility>

namespace retake {

namespace {

constexpr qsizetype mostKnownClips = 100; // some 150 kB for each ten minutes

} // namespace

struct FrameBook::Shared
{
    struct Entry
    {
        FileStamp stamp;
        std::shared_ptr<const KnownFrames> frames;
    };

    std::mutex mutex;
    QHash<QString, Entry> known;
    QStringList order; // the oldest first
};

FrameBook::FrameBook()
    : m_shared(std::make_shared<Shared>())
{}

std::shared_ptr<const KnownFrames> FrameBook::framesOf(const QString &file) const
{
    const QString path = QFileInfo(file).canonicalFilePath();
    const auto stamp = stampOfFile(path);
    const std::scoped_lock lock(m_shared->mutex);
    const auto at = m_shared->known.constFind(path);
    return stamp && at != m_shared->known.cend() && at->stamp == *stamp ? at->frames : nullptr;
}

void FrameBook::note(const QString &file, const std::optional<FileStamp> &before, KnownFrames frames) const
{
    const QString path = QFileInfo(file).canonicalFilePath();
    if (!before || stampOfFile(path) != before || frames.table.times().empty())
        return;
    const std::scoped_lock lock(m_shared->mutex);
    const auto at = m_shared->known.constFind(path);
    if (at != m_shared->known.cend() && at->stamp == *before &&
        at->frames->verdict == KnownFrames::Verdict::Whole)
        return;
    m_shared->order.removeAll(path);
    m_shared->order.append(path);
    m_shared->known.insert(path, {*before, std::make_shared<const KnownFrames>(std::move(frames))});
    while (m_shared->order.size() > mostKnownClips)
        m_shared->known.remove(m_shared->order.takeFirst());
}

} // namespace retake
