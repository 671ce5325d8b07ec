// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdarg>

namespace retake {

// Hears, while it lives, what libav says on this thread of lost bytes and of pictures that are none: reading
// goes on behind both without a word in the packets. Nothing of it reaches stderr.
class LibavComplaints
{
public:
    LibavComplaints();
    ~LibavComplaints();
    LibavComplaints(const LibavComplaints &) = delete;
    LibavComplaints &operator=(const LibavComplaints &) = delete;

    const QString &aboutContainer() const { return m_aboutContainer; } // the first line; empty: none

    const QString &aboutPictures() const { return m_aboutPictures; }

    static void silence(); // keeps libav from stderr, for the whole program

private:
    static void hear(void *speaker, int level, const char *format, va_list arguments);

    QString m_aboutContainer;
    QString m_aboutPictures;
    LibavComplaints *m_outer;
};

} // namespace retake
