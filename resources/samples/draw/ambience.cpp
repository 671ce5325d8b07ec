// SPDX-License-Identifier: GPL-3.0-or-later
#include "ambience.h"

#include "dice.h"
#include "parrot.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace retake::sample {

namespace {

constexpr double tau = 2 * std::numbers::pi;

// Noise through two low passes, swelling slowly.
void addWind(std::vector<double> &side, quint64 seed)
{
    Dice dice(seed);
    double first = 0;
    double second = 0;
    for (std::size_t i = 0; i < side.size(); ++i) {
        const double t = double(i) / soundRate;
        first += 0.045 * (dice.between(-1, 1) - first);
        second += 0.03 * (first - second);
        side[i] += second * (0.5 + 0.16 * std::sin(tau * t / 4 + double(seed)));
    }
}

// Trills of short pulses near 4 kHz.
void addCrickets(std::vector<double> &side, double pitch, double loud, double every, double offset)
{
    for (std::size_t i = 0; i < side.size(); ++i) {
        const double t = double(i) / soundRate + offset;
        const double inTrill = std::fmod(t, every);
        if (inTrill > 0.42)
            continue;
        const double pulse = std::max(0.0, std::sin(tau * 26 * inTrill));
        const double swell = std::sin(std::numbers::pi * inTrill / 0.42);
        side[i] += loud * pulse * pulse * swell * std::sin(tau * pitch * t);
    }
}

// A whistle that sweeps up and falls, with a rasp in its overtones.
void addCall(std::vector<double> &side, const Call &call, double loud)
{
    const auto begin = std::size_t(call.at * soundRate);
    const auto length = std::size_t(call.length * soundRate);
    const bool squawk = call.length > 0.3;
    double phase = 0;
    for (std::size_t i = 0; i < length && begin + i < side.size(); ++i) {
        const double part = double(i) / double(length);
        const double base = squawk ? 900 + 420 * std::sin(std::numbers::pi * part)
                                   : 1750 + 1150 * std::sin(std::numbers::pi * std::pow(part, 0.8));
        const double shake = squawk ? 90 * std::sin(tau * 74 * part * call.length)
                                    : 36 * std::sin(tau * 31 * part * call.length);
        phase += tau * (base + shake) / soundRate;
        const double rasp = squawk ? 0.6 : 0.25;
        const double tone = std::sin(phase) + rasp * std::sin(2 * phase) + rasp * 0.5 * std::sin(3 * phase);
        const double attack = std::min(1.0, part / 0.08) * std::min(1.0, (1 - part) / 0.35);
        side[begin + i] += loud * attack * tone;
    }
}

} // namespace

QByteArray duskSound(double seconds)
{
    const auto samples = std::size_t(seconds * soundRate);
    std::vector<double> left(samples);
    std::vector<double> right(samples);
    addWind(left, 11);
    addWind(right, 12);
    addCrickets(left, 4150, 0.022, 1.3, 0.1);
    addCrickets(right, 4420, 0.018, 1.7, 0.6);
    for (const Call &call : calls()) {
        addCall(left, call, 0.17);
        addCall(right, call, 0.15);
        const Call echo{call.at + 0.19, call.length}; // from the houses opposite
        addCall(left, echo, 0.018);
        addCall(right, echo, 0.026);
    }
    QByteArray pcm(qsizetype(samples * 4), Qt::Uninitialized);
    for (std::size_t i = 0; i < samples; ++i) {
        const double t = double(i) / soundRate;
        const double edge = std::min({1.0, t / 0.15, (seconds - t) / 0.25});
        const auto put = [&](double value, std::size_t at) {
            const auto sample = qint16(std::lround(std::clamp(value * edge, -1.0, 1.0) * 32000));
            qToLittleEndian(sample, pcm.data() + at);
        };
        put(left[i], i * 4);
        put(right[i], i * 4 + 2);
    }
    return pcm;
}

} // namespace retake::sample
