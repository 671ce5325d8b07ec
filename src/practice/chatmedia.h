// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/chatbody.h"

#include <QImage>

#include <atomic>

namespace retake {

struct MediaLimits;

struct BroughtPicture
{
    QByteArray bytes; // as they came
    QImage image;
    std::optional<Refusal> refusal; // the rest counts only without one
};

enum class BareData { Taken, Refused }; // base64 without "data:..." before it

// From this machine's addresses, or out of the request itself; really decoded.
BroughtPicture bringPicture(const QString &source, const MediaLimits &limits, BareData bare,
                            const QString &folder);

// What a chat shows, as pictures: those that it sends, or some of its video.
struct Shown
{
    QList<QImage> pictures;
    QSize size;         // of the first
    double seconds = 0; // of the video; with pictures the latest moment that the texts name; 0: unknown
    int tokens = 0;     // what looking at it counts
    std::optional<Refusal> refusal;
};

Shown bringShown(const AskedChat &chat, const QString &folder, const std::atomic<bool> &stop);

double latestMoment(const QString &text); // "0:04.5", "4.5 s", "4.5 seconds"; 0: none is named

} // namespace retake
