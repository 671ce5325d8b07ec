// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/createbody.h"

#include <QSize>

namespace retake {

struct ModelSpec;

// A request for a video from words and pictures that has passed the checks.
struct GenerationBody
{
    enum class Pictures { None, Frames, References };

    QString model;
    QString prompt;
    QString requestId;   // as given; may be empty
    QStringList sources; // of the pictures: addresses or data
    Pictures kind = Pictures::None;
    QList<QByteArray> pictures; // as they were brought
    QSize size;                 // empty: by the first picture, see sizeFor
    int rate = 30;
    double seconds = 5;
    bool hasSound = false;
    bool hasWatermark = false;
    bool isAnime = false;
    QString movement = QStringLiteral("auto");
};

struct CheckedGeneration
{
    GenerationBody body;
    std::optional<Refusal> refusal; // the body counts only without one
};

// Field by field; looks at no picture.
CheckedGeneration checkGenerationBody(const QByteArray &json, const Catalogue &catalogue);

QSize sizeFor(const GenerationBody &body, QSize firstPicture); // even numbers

// What the journal says of a create: never what is in the pictures.
QJsonObject summarizeGeneration(const QByteArray &json);

} // namespace retake
