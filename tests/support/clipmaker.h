// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace retake {

// A clip that a test wants. Every picture carries its number as black and white cells (twelve bits, and a
// row of their inverse below) in its upper quarter.
struct ClipWish
{
    QSize size{426, 240}; // as seen, upright
    QString rate = QStringLiteral("30");
    double seconds = 2;
    QString videoCodec = QStringLiteral("libx264"); // ffmpeg's encoder; empty: no picture
    QString pixelFormat = QStringLiteral("yuv420p");
    QString audioCodec = QStringLiteral("aac"); // empty: no sound
    int rotation = 0;                           // stored turned, with the flag that turns it upright
    QString sampleAspect;                       // "4/3": stored pixels are that wide
    bool variableRate = false;                  // every third picture of the second half is left out
    int keyInterval = 12;
    QStringList more; // further output arguments
};

// Writes the clip; the container follows the file's name. False (and a qWarning) when ffmpeg fails.
bool makeClip(const QString &file, const ClipWish &wish = {});

// The picture with this number, as makeClip() draws it.
QImage numberedPicture(int number, QSize size);

// The number in a picture, also after scaling and coding; none when the cells contradict each other.
std::optional<int> numberIn(const QImage &picture);

// Decodes all pictures (upright, none repeated or left out) and reads their numbers; -1 where there is none.
QList<int> numbersIn(const QString &file, QSize size);

// The first `part` (0 to 1) of the file's bytes.
bool cutOff(const QString &file, const QString &target, double part);

// Runs ffmpeg to its end.
bool runFfmpeg(const QStringList &arguments, const QByteArray &input = {}, QByteArray *output = nullptr);

} // namespace retake
