// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace retake {

class Catalogue;
struct ModelSpec;

struct MediaItem
{
    QString type; // "video", "reference_image"
    QString url;
};

// A create request that has passed the checks; defaults are filled in as the service does.
struct CreateBody
{
    QString model;
    QString prompt; // the surplus is cut off, as documented
    QString negativePrompt;
    QString video;
    QStringList references;
    QString resolution = QStringLiteral("1080P");
    QString ratio; // empty: nearest to the input
    int duration = 0;
    QString audio = QStringLiteral("auto");
    bool promptExtend = true;
    bool watermark = false;
    std::optional<qint64> seed;
};

struct Refusal
{
    int status = 400;
    QString code;
    QString message;
};

struct CheckedBody
{
    CreateBody body;
    std::optional<Refusal> refusal; // the body counts only without one
};

// Field by field against the model's limits; reads no media.
CheckedBody checkCreateBody(const QByteArray &json, const Catalogue &catalogue, bool resolvesOss);

QString urlKind(const QString &url); // "http", "https", "oss", "data", or "other"
bool isLoopbackUrl(const QString &url);

// What the journal says of a create: kinds of media, never their contents.
QJsonObject summarize(const QByteArray &json);

} // namespace retake
