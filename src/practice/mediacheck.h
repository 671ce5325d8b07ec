// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/createbody.h"

#include <QByteArray>
#include <QSize>

#include <atomic>
#include <optional>

namespace retake {

struct MediaLimits;

// What ffprobe and the file's first bytes tell.
struct MediaFacts
{
    QString format; // "mp4", "mov", "jpeg", "png", "bmp", "webp", or the prober's word
    qint64 bytes = 0;
    QSize size; // as it is shown: rotation applied
    double seconds = 0;
    bool hasPicture = false;
    bool hasSound = false;
    bool hasAlpha = false;
};

enum class MediaKind { Video, Image };

MediaFacts probeMedia(const QString &path, MediaKind kind, const std::atomic<bool> &stop);
MediaFacts readProbe(const QByteArray &json);               // ffprobe's own reply
QString sniffImage(const QByteArray &head, bool *hasAlpha); // by its first bytes; "" when none
QString sniffContainer(const QByteArray &head);             // "mp4", "mov" or ""
std::optional<Refusal> checkVideo(const MediaFacts &facts, const MediaLimits &limits, int duration);
std::optional<Refusal> checkImage(const MediaFacts &facts, const MediaLimits &limits);

} // namespace retake
