// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/clipmaker.h"

#include <QFile>
#include <QMetaType>

#include <functional>

namespace retake {

// Writes a clip for a test; true when it is there.
using Make = std::function<bool(const QString &)>;

inline QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

// A clip in the middle of making: numbered pictures, a sine, little compressed.
inline ClipWish wishOf(const char *rate = "30", double length = 2.4, QSize size = {240, 240})
{
    ClipWish wish;
    wish.rate = QString::fromLatin1(rate);
    wish.seconds = length;
    wish.size = size;
    return wish;
}

inline ClipWish coded(ClipWish wish, const char *video, const char *audio, const char *pixels = "yuv420p",
                      const char *more = "")
{
    wish.videoCodec = QString::fromLatin1(video);
    wish.audioCodec = QString::fromLatin1(audio);
    wish.pixelFormat = QString::fromLatin1(pixels);
    wish.more = words(more);
    return wish;
}

inline Make plain(const ClipWish &wish)
{
    return [wish](const QString &file) { return makeClip(file, wish); };
}

// Makes a numbered clip first and puts it through ffmpeg a second time.
inline Make through(const ClipWish &wish, const QStringList &arguments, const QStringList &before = {})
{
    return [=](const QString &file) {
        const QString first = file + u".first.mkv";
        const bool made =
            makeClip(first, wish) && runFfmpeg(before + QStringList{QStringLiteral("-i"), first} + arguments +
                                               QStringList{QString(u"file:" + file)});
        QFile::remove(first);
        return made;
    };
}

inline Make filtered(const ClipWish &wish, const char *filter, const char *more = "")
{
    return through(wish, QStringList{QStringLiteral("-vf"), QString::fromLatin1(filter)} + words(more));
}

inline constexpr const char *fast = "-c:v libx264 -preset ultrafast -c:a copy";
inline constexpr const char *fastUneven = "-c:v libx264 -preset ultrafast -c:a copy -fps_mode vfr";

} // namespace retake

Q_DECLARE_METATYPE(retake::Make)
