// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/libavcomplaints.h"

#include <array>
#include <cstdarg>
#include <cstdio>
#include <mutex>
#include <utility>

extern "C" {
#include <libavutil/log.h>
}

namespace retake {

namespace {

thread_local LibavComplaints *listener = nullptr;

bool isDemuxer(void *speaker)
{
    const AVClass *kind = speaker ? *static_cast<AVClass **>(speaker) : nullptr;
    return kind && kind->get_category && kind->get_category(speaker) == AV_CLASS_CATEGORY_DEMUXER;
}

} // namespace

LibavComplaints::LibavComplaints()
    : m_outer(std::exchange(listener, this))
{
    silence();
}

LibavComplaints::~LibavComplaints()
{
    listener = m_outer;
}

void LibavComplaints::silence()
{
    static std::once_flag once;
    std::call_once(once, [] { av_log_set_callback(&LibavComplaints::hear); });
}

void LibavComplaints::hear(void *speaker, int level, const char *format, va_list arguments)
{
    if (!listener || level > AV_LOG_ERROR)
        return;
    std::array<char, 300> line{};
    std::vsnprintf(line.data(), line.size(), format, arguments);
    const QString said = QString::fromUtf8(line.data()).trimmed();
    if (isDemuxer(speaker)) {
        if (listener->m_aboutContainer.isEmpty())
            listener->m_aboutContainer = said;
    } else if (said.startsWith(u"Invalid NAL unit size") ||
               said.startsWith(u"missing picture in access unit")) {
        if (listener->m_aboutPictures.isEmpty())
            listener->m_aboutPictures = said;
    }
}

} // namespace retake
