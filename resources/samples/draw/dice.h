// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace retake::sample {

// Chance that falls the same on every machine (std's distributions do not promise that).
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_state(seed * 2862933555777941757ULL + 3037000493ULL)
    {}

    // In [0, 1).
    double roll()
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return double(m_state >> 40) / double(1 << 24);
    }

    double between(double low, double high) { return low + (high - low) * roll(); }

private:
    quint64 m_state;
};

} // namespace retake::sample
