// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/clipinfo.h"

#include <QImage>

#include <functional>
#include <memory>
#include <optional>

namespace retake {

// Decodes single frames of a clip, each the very one that is on screen at a time, by the same counting as the
// player's. Blocks: for pool threads.
class ExactFrames
{
public:
    // FileMissing, FileUnreadable, NotAVideo, NoPicture, FileDamaged. `stop` may end any of its work early.
    static Result<std::unique_ptr<ExactFrames>> open(const QString &file, const std::function<bool()> &stop);
    ~ExactFrames();

    // Goes to the frame at a time, counted from the first; before it the first, past the end the last that
    // can be decoded. Its own time; nothing when none comes out.
    std::optional<Microseconds> goTo(Microseconds time);

    // Of the frame it stands at, upright and with square pixels, no side above `maximumSide`; never enlarged.
    QImage picture(int maximumSide) const;

private:
    ExactFrames();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace retake
