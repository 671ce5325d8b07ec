// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <memory>

namespace retake {

// Says on a file beside the library that it is open, for as long as this lives; a program that dies lets go
// of it. Who is alone may repair the library, all others wait until that is done.
class InUse
{
public:
    // StoreFailed when another program repairs for longer than a person waits.
    static Result<std::unique_ptr<InUse>> enter(const QString &library);
    // None when somebody else is in there, or nothing can be written.
    static std::unique_ptr<InUse> tryAlone(const QString &thing);
    ~InUse();
    InUse(const InUse &) = delete;
    InUse &operator=(const InUse &) = delete;

    bool isAlone() const { return m_alone; }

    void share(); // lets others in

private:
    InUse(int file, bool alone);
    int m_file;
    bool m_alone;
};

} // namespace retake
