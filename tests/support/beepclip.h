// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/clipmaker.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace retake {

// Four seconds of picture; beeps of 100 ms begin at each whole second of the sound's own time.
inline bool makeBeepClip(const QString &file, const QStringList &output, const QStringList &soundInput = {})
{
    const QString beeps =
        QStringLiteral("aevalsrc='0.6*sin(2*PI*1000*t)*lt(mod(t,1),0.1)*gt(t,0.5)':s=44100:d=4");
    QStringList arguments{QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                          QStringLiteral("testsrc=s=320x180:r=30:d=4")};
    arguments << soundInput << QStringLiteral("-f") << QStringLiteral("lavfi") << QStringLiteral("-i")
              << beeps << QStringLiteral("-map") << QStringLiteral("0:v") << QStringLiteral("-map")
              << QStringLiteral("1:a") << output << file;
    return runFfmpeg(arguments);
}

// The left one of two channels of 16 bits.
inline std::vector<std::int16_t> leftOf(const QByteArray &bytes)
{
    std::vector<std::int16_t> left(std::size_t(bytes.size()) / 4);
    for (std::size_t i = 0; i < left.size(); ++i)
        std::memcpy(&left[i], bytes.constData() + 4 * i, 2);
    return left;
}

// Frame of the first loud sample at or after `from`; -1: none.
inline qint64 onset(const std::vector<std::int16_t> &sound, qint64 from = 0)
{
    constexpr int loud = 6000;
    for (qint64 i = from; i < qint64(sound.size()); ++i) {
        if (std::abs(int(sound[std::size_t(i)])) > loud)
            return i;
    }
    return -1;
}

} // namespace retake
