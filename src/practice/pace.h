// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <functional>

namespace retake {

using Moment = std::chrono::system_clock::time_point;
using MomentSource = std::function<Moment()>;

// How much faster than documented the practice service lives: every documented span is divided by it.
struct Pace
{
    double scale = 1.0;

    std::chrono::milliseconds of(std::chrono::milliseconds documented) const
    {
        return std::chrono::milliseconds(qint64(double(documented.count()) / scale));
    }
};

qint64 epochMs(Moment moment);
QString chinaTime(Moment moment); // "2026-04-03 00:08:03.576", as the task replies have it
bool parseChinaStamp(const QString &text, Moment &moment); // "20260403000803", as the list query has it

} // namespace retake
