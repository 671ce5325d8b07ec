// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <vector>

namespace retake {

// Which frame of the source every frame of the conformed clip shows. Both count from 0 in the order of time,
// the source's over the whole clip and not the piece. The same source frame may be shown several times, or
// never.
class FrameMap
{
public:
    FrameMap() = default;
    explicit FrameMap(std::vector<int> sources);

    bool isEmpty() const { return m_sources.empty(); }

    int size() const { return int(m_sources.size()); } // frames of the conformed clip

    int source(int made) const { return m_sources.at(std::size_t(made)); }

    // "FIRST+STEPxCOUNT" a run, joined by commas: "45+1x240" is a plain cut. fromText: BadParameter.
    QString toText() const;
    static Result<FrameMap> fromText(const QString &text);

    friend bool operator==(const FrameMap &, const FrameMap &) = default;

private:
    std::vector<int> m_sources;
};

} // namespace retake
