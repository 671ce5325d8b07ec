// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/mediacheck.h"

#include "model/catalogue.h"
#include "practice/child.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace retake {

namespace {

constexpr qsizetype headBytes = 4096;
constexpr double millisecond = 0.001;

Refusal badFile(const char *what, const QString &message)
{
    return {400, QString(u"InvalidFile." + QLatin1String(what)), message};
}

std::optional<Refusal> checkFrame(const MediaFacts &facts, const MediaLimits &limits, const QString &thing)
{
    const int shortSide = std::min(facts.size.width(), facts.size.height());
    const int longSide = std::max(facts.size.width(), facts.size.height());
    if (facts.bytes > limits.maximumBytes)
        return badFile("Size", QStringLiteral("The %1 size is %2 bytes, the limit is %3.")
                                   .arg(thing)
                                   .arg(facts.bytes)
                                   .arg(limits.maximumBytes));
    if (shortSide < limits.minimumSide || longSide > limits.maximumSide)
        return badFile("Resolution",
                       QStringLiteral("The %1 resolution %2x%3 is invalid, each side must be in "
                                      "[%4, %5].")
                           .arg(thing)
                           .arg(facts.size.width())
                           .arg(facts.size.height())
                           .arg(limits.minimumSide)
                           .arg(limits.maximumSide));
    if (longSide > limits.maximumAspect * shortSide)
        return badFile("AspectRatio", QStringLiteral("The %1 aspect ratio %2:%3 is invalid, it must be in "
                                                     "[1:%4, %4:1].")
                                          .arg(thing)
                                          .arg(facts.size.width())
                                          .arg(facts.size.height())
                                          .arg(limits.maximumAspect));
    return std::nullopt;
}

// Whole turns of 90 degrees swap the sides.
bool isTurned(const QJsonObject &stream)
{
    int degrees = 0;
    for (const auto &side : stream[u"side_data_list"].toArray())
        degrees += side[u"rotation"].toInt();
    return std::abs(degrees) % 180 == 90;
}

} // namespace

QString sniffContainer(const QByteArray &head)
{
    if (head.size() < 12)
        return {};
    const QByteArray box = head.mid(4, 4);
    if (box == "ftyp")
        return head.mid(8, 4) == "qt  " ? QStringLiteral("mov") : QStringLiteral("mp4");
    // QuickTime files older than the ftyp box
    return box == "moov" || box == "mdat" || box == "wide" || box == "free" ? QStringLiteral("mov")
                                                                            : QString();
}

QString sniffImage(const QByteArray &head, bool *hasAlpha)
{
    *hasAlpha = false;
    if (head.startsWith("\xff\xd8\xff"))
        return QStringLiteral("jpeg");
    if (head.startsWith("BM"))
        return QStringLiteral("bmp");
    if (head.startsWith("RIFF") && head.mid(8, 4) == "WEBP")
        return QStringLiteral("webp");
    if (!head.startsWith("\x89PNG\r\n\x1a\n") || head.size() < 26)
        return {};
    const int colourType = uchar(head[25]);
    const qsizetype palette = head.indexOf("tRNS");
    *hasAlpha = colourType == 4 || colourType == 6 || palette > 0;
    return QStringLiteral("png");
}

MediaFacts readProbe(const QByteArray &json)
{
    MediaFacts facts;
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    facts.format = root[u"format"][u"format_name"].toString();
    facts.seconds = root[u"format"][u"duration"].toString().toDouble();
    for (const auto &value : root[u"streams"].toArray()) {
        const QJsonObject stream = value.toObject();
        const QString type = stream[u"codec_type"].toString();
        facts.hasSound = facts.hasSound || type == u"audio";
        if (type != u"video" || facts.hasPicture || stream[u"disposition"][u"attached_pic"].toInt() == 1)
            continue;
        facts.size = {stream[u"width"].toInt(), stream[u"height"].toInt()};
        facts.hasPicture = facts.size.width() > 0 && facts.size.height() > 0;
        if (isTurned(stream))
            facts.size.transpose();
    }
    return facts;
}

MediaFacts probeMedia(const QString &path, MediaKind kind, const std::atomic<bool> &stop)
{
    const ChildResult probe = runChild(
        QStringLiteral("ffprobe"),
        {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-print_format"),
         QStringLiteral("json"), QStringLiteral("-show_format"), QStringLiteral("-show_streams"), path},
        stop, std::chrono::seconds(30));
    MediaFacts facts = readProbe(probe.output);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return facts;
    facts.bytes = file.size();
    const QByteArray head = file.read(headBytes);
    const QString sniffed =
        kind == MediaKind::Image ? sniffImage(head, &facts.hasAlpha) : sniffContainer(head);
    if (!sniffed.isEmpty())
        facts.format = sniffed;
    return facts;
}

std::optional<Refusal> checkVideo(const MediaFacts &facts, const MediaLimits &limits, int duration)
{
    if (!facts.hasPicture)
        return badFile("Openerror", QStringLiteral("The video file could not be opened."));
    if (!limits.formats.contains(facts.format))
        return badFile("Format", QStringLiteral("The video format %1 is not supported, use one of: %2.")
                                     .arg(facts.format, limits.formats.join(QStringLiteral(", "))));
    if (facts.seconds < limits.minimumSeconds - millisecond ||
        facts.seconds > limits.maximumSeconds + millisecond)
        return badFile("Duration",
                       QStringLiteral("The video duration %1s is invalid, it must be in [%2, %3].")
                           .arg(facts.seconds)
                           .arg(limits.minimumSeconds)
                           .arg(limits.maximumSeconds));
    if (const auto refusal = checkFrame(facts, limits, QStringLiteral("video")))
        return refusal;
    if (duration > 0 && duration > facts.seconds + millisecond)
        return Refusal{400, QStringLiteral("InvalidParameter"),
                       QStringLiteral("parameters.duration %1 exceeds the input video duration %2.")
                           .arg(duration)
                           .arg(facts.seconds)};
    return std::nullopt;
}

std::optional<Refusal> checkImage(const MediaFacts &facts, const MediaLimits &limits)
{
    if (!limits.formats.contains(facts.format))
        return badFile("Format", QStringLiteral("The image format %1 is not supported, use one of: %2.")
                                     .arg(facts.format, limits.formats.join(QStringLiteral(", "))));
    if (!facts.hasPicture)
        return badFile("Openerror", QStringLiteral("The image file could not be opened."));
    if (facts.hasAlpha && !limits.alpha)
        return badFile("Format", QStringLiteral("The image has an alpha channel, which is not supported."));
    return checkFrame(facts, limits, QStringLiteral("image"));
}

} // namespace retake
