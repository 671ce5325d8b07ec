// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/filestamp.h"
#include "media/frametable.h"

#include <memory>

namespace retake {

// A file's frames, as one pass over its packets found them.
struct KnownFrames
{
    enum class Verdict { None, Whole }; // of the probe, which refuses what is damaged

    FrameTable table;
    Rational tick; // the stream's time base
    Verdict verdict = Verdict::None;

    FrameTimes times() const { return table.frameTimes(tick); }
};

// Remembers the frames of files whose packets were scanned, so that the probe, the player, the proxies and
// the frame map share one scan. By path, size and time of change. For any thread; copies are one book.
class FrameBook
{
public:
    FrameBook();

    // Null: not scanned yet, or changed since.
    std::shared_ptr<const KnownFrames> framesOf(const QString &file) const;

    // `before` is the file's stamp from before the scan: what changed meanwhile is not noted. A verdict
    // stays.
    void note(const QString &file, const std::optional<FileStamp> &before, KnownFrames frames) const;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace retake
