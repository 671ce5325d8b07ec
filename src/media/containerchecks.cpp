// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/containerchecks.h"

#include <algorithm>

namespace retake {

bool isFormat(const AVFormatContext *format, QLatin1String name)
{
    return QLatin1String(format->iformat->name).startsWith(name);
}

bool indexPointsBehindEnd(AVStream *stream, qint64 bytes)
{
    const int count = avformat_index_get_entries_count(stream);
    for (int i = std::max(0, count - 50); i < count; ++i) {
        const AVIndexEntry *entry = avformat_index_get_entry(stream, i);
        if (entry->pos >= 0 && entry->pos > bytes - entry->size)
            return true;
    }
    return false;
}

bool headerPromisesMore(const AVFormatContext *format, const AVStream *video, double foundEnd)
{
    // the AVI reader believes the file's size, but keeps the header's count of frames
    if (isFormat(format, QLatin1String("avi")) && video->nb_frames > 0) {
        const double promised = double(video->nb_frames) * av_q2d(video->time_base);
        if (promised - foundEnd > std::max(1.0, promised * 0.1))
            return true;
    }
    if (format->duration_estimation_method != AVFMT_DURATION_FROM_STREAM || format->duration <= 0)
        return false;
    const double promised = double(format->duration) / AV_TIME_BASE;
    return promised - foundEnd > std::max(1.0, promised * 0.1);
}

} // namespace retake
