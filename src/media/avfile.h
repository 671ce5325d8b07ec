// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "media/avpointers.h"

#include <QString>

#include <functional>
#include <memory>

namespace retake {

using StopAsked = std::function<bool()>;

// A media file opened for reading, with its picture and sound streams picked: the first of each, cover
// pictures aside. ffmpeg picks the same with 0:V:0 and 0:a:0.
class AvFile
{
public:
    // FileMissing, FileUnreadable, NotAVideo, FileDamaged. No network address is ever followed from a file.
    static Result<AvFile> open(const QString &path, const StopAsked &stop = {});

    AVFormatContext *format() const { return m_format.get(); }

    AVStream *video() const { return m_video; } // null: none

    AVStream *audio() const { return m_audio; }

    AVRational frameRateGuess() const;
    Result<AvPtr<AVCodecContext>> openVideoDecoder() const;

private:
    std::shared_ptr<StopAsked> m_stop; // its place must not move: libav holds the address
    AvPtr<AVFormatContext> m_format;
    AVStream *m_video = nullptr;
    AVStream *m_audio = nullptr;
    QString m_path;
};

// libav's words for one of its error numbers.
QString avErrorText(int code);

} // namespace retake
