// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "model/clipinfo.h"
#include "model/reference.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace retake {

// A piece of a clip: [in, out) in the clip's own time from its first frame.
struct Trim
{
    Microseconds in{0};
    Microseconds out{0};

    Microseconds length() const { return out - in; }

    friend bool operator==(const Trim &, const Trim &) = default;
};

// "1.5-6", "0:01.5-0:06", seconds or minutes:seconds. BadParameter with "trim" otherwise.
Result<Trim> parseTrim(const QString &text);
QString formatTrim(const Trim &trim);

// True for http, https, oss and data addresses: such media is passed on and not read here.
bool isRemoteMedia(const QString &source);

// What happens to a picture whose shape the model does not take, or that is to get another: Keep sends it as
// it is, Fit adds bars, Fill cuts off what hangs over.
enum class Framing { Keep, Fit, Fill };
QString framingName(Framing framing); // "keep", "fit", "fill"
std::optional<Framing> framingFromName(const QString &name);

// A picture that one end of a made clip keeps to.
struct KeptFrame
{
    enum class From { Nothing, Clip, File }; // Clip: that end's frame of the order's piece
    From from = From::Nothing;
    QString file; // File: absolute path of a picture
    friend bool operator==(const KeptFrame &, const KeptFrame &) = default;
};

// What a clip that is made from words keeps of the source.
struct Keeping
{
    KeptFrame first;
    KeptFrame last;
    bool sourceSound = false; // laid over the take, fitted to its length
    friend bool operator==(const Keeping &, const Keeping &) = default;
};

// Everything one run needs, complete in itself: nothing that happens in the window later changes it.
struct Order
{
    QString clip; // absolute path, or an http(s)/oss address
    std::optional<Trim> trim;
    Framing framing = Framing::Keep;
    QList<Reference> references; // 0 to 4, in slot order: absolute paths, or http(s)/oss/data addresses
    QString prompt;
    QString negativePrompt;
    QString model;          // id of a catalogue row
    QJsonObject parameters; // by the service's names; only what differs from "leave it out"
    QString account;        // Account::id
    QString output;         // a further copy of the take goes here when not empty
    ClipId clipId;
    TakeId parent; // the take that was the source, if it was one
    // Of a clip that is made from words: `clip` is what it is compared with, and is not sent.
    Keeping keeping{};
    TurnId turn{};   // whose description is the prompt
    QString title{}; // what a person calls it by; empty: the prompt
    friend bool operator==(const Order &, const Order &) = default;
};

QString titleOf(const Order &order); // one line

QJsonObject orderToJson(const Order &order);
Order orderFromJson(const QJsonObject &json);

} // namespace retake
