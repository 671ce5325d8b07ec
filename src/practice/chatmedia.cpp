// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/chatmedia.h"

#include "model/catalogue.h"
#include "practice/child.h"
#include "practice/fetch.h"
#include "practice/mediacheck.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace retake {

namespace {

constexpr int looksAtVideo = 10; // pictures
constexpr int sightWidth = 192;
constexpr qint64 largestFetched = 200ll * 1000 * 1000; // bytes, of a video behind an address
constexpr int patch = 28;                              // px; a token each, as vision models count
constexpr int mostTokens = 1600;                       // of one picture

Refusal unreadablePicture()
{
    return badParameter(QStringLiteral("the picture's format is wrong, or it cannot be parsed."));
}

std::optional<Refusal> fetchFromHere(const QString &url, const QString &path, qint64 most)
{
    if (!isLoopbackUrl(url))
        return badParameter(QStringLiteral("the practice service fetches from this machine only."));
    switch (fetchToFile(url, path, most)) {
    case FetchOutcome::Fetched:
        return std::nullopt;
    case FetchOutcome::TooLarge:
        return badParameter(QStringLiteral("the file behind the address is too large."));
    case FetchOutcome::NotFound:
    case FetchOutcome::Unreachable:
        break;
    }
    return badParameter(QStringLiteral("the address could not be fetched."));
}

std::optional<QByteArray> decoded(const QString &base64)
{
    const auto result =
        QByteArray::fromBase64Encoding(base64.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!result || (*result).isEmpty())
        return std::nullopt;
    return *result;
}

QByteArray wholeFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isAddress(const QString &source)
{
    const QString kind = urlKind(source);
    return kind == u"http" || kind == u"https";
}

int tokensOf(QSize size)
{
    return std::min(mostTokens, (size.width() / patch + 1) * (size.height() / patch + 1));
}

QList<QImage> stillsOf(const QString &path, const MediaFacts &facts, const QString &folder,
                       const std::atomic<bool> &stop)
{
    const double rate = looksAtVideo / std::max(0.1, facts.seconds);
    runChild(QStringLiteral("ffmpeg"),
             {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-nostdin"), QStringLiteral("-i"),
              path, QStringLiteral("-vf"), QStringLiteral("fps=%1,scale=%2:-2").arg(rate).arg(sightWidth),
              QStringLiteral("-frames:v"), QString::number(looksAtVideo), QStringLiteral("still%02d.png")},
             stop, std::chrono::seconds(60), folder);
    QList<QImage> stills;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({QStringLiteral("still*.png")}, QDir::Files, QDir::Name))
        stills.append(QImage(dir.filePath(name)));
    return stills;
}

Shown bringVideo(const AskedChat &chat, const QString &source, const QString &folder,
                 const std::atomic<bool> &stop)
{
    Shown shown;
    const QString path = QString(folder + u"/shown.video");
    const qint64 inlineLimit = chat.describer->maximumInlineVideo;
    if (isAddress(source)) {
        shown.refusal = fetchFromHere(source, path, largestFetched);
    } else if (inlineLimit == 0) {
        shown.refusal = badParameter(QStringLiteral("video_url must be an address."));
    } else {
        const bool named = source.startsWith(u"data:video/") && source.contains(u";base64,");
        const auto bytes = decoded(named ? source.section(u',', 1) : source);
        QFile file(path);
        if (!bytes || !file.open(QIODevice::WriteOnly) || file.write(*bytes) != (*bytes).size())
            shown.refusal = badParameter(QStringLiteral("the video is not base64."));
        else if ((*bytes).size() > inlineLimit)
            shown.refusal = badParameter(QStringLiteral("the video is too large."));
    }
    if (shown.refusal)
        return shown;
    const MediaFacts facts = probeMedia(path, MediaKind::Video, stop);
    const double longest = chat.describer->maximumVideoSeconds;
    if (facts.hasPicture && longest > 0 && facts.seconds > longest + 0.1) {
        shown.refusal = badParameter(QStringLiteral("the video is too long."));
        return shown;
    }
    if (facts.hasPicture)
        shown.pictures = stillsOf(path, facts, folder, stop);
    if (shown.pictures.isEmpty())
        shown.refusal = badParameter(QStringLiteral("the video cannot be parsed."));
    shown.size = facts.size;
    shown.seconds = facts.seconds;
    shown.tokens = int(2 * facts.seconds + 1) * tokensOf(facts.size.scaled(448, 448, Qt::KeepAspectRatio));
    return shown;
}

} // namespace

double latestMoment(const QString &text)
{
    static const QRegularExpression clock(QStringLiteral("(\\d+):(\\d\\d(?:\\.\\d+)?)"));
    static const QRegularExpression plain(QStringLiteral("(\\d+(?:\\.\\d+)?) ?(?:s|sec|seconds?)\\b"),
                                          QRegularExpression::CaseInsensitiveOption);
    double latest = 0;
    for (auto found = clock.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        latest = std::max(latest, match.captured(1).toInt() * 60 + match.captured(2).toDouble());
    }
    for (auto found = plain.globalMatch(text); found.hasNext();)
        latest = std::max(latest, found.next().captured(1).toDouble());
    return latest;
}

BroughtPicture bringPicture(const QString &source, const MediaLimits &limits, BareData bare,
                            const QString &folder)
{
    BroughtPicture brought;
    const auto refuse = [&brought](const Refusal &refusal) {
        brought.refusal = refusal;
        return brought;
    };
    if (isAddress(source)) {
        const QTemporaryDir place(QString(folder + u"/picture-XXXXXX"));
        const QString path = place.filePath(QStringLiteral("picture"));
        if (const auto refusal = fetchFromHere(source, path, limits.maximumBytes))
            return refuse(*refusal);
        brought.bytes = wholeFile(path);
    } else {
        const bool named = source.startsWith(u"data:image/") && source.contains(u";base64,");
        if (!named && (bare == BareData::Refused || urlKind(source) == u"data"))
            return refuse(unreadablePicture());
        brought.bytes = decoded(named ? source.section(u',', 1).trimmed() : source).value_or(QByteArray());
    }
    bool hasAlpha = false;
    if (!limits.formats.contains(sniffImage(brought.bytes.left(4096), &hasAlpha)))
        return refuse(unreadablePicture());
    if (brought.bytes.size() > limits.maximumBytes)
        return refuse(
            badParameter(QStringLiteral("a picture has at most %1 bytes.").arg(limits.maximumBytes)));
    brought.image = QImage::fromData(brought.bytes);
    if (brought.image.isNull())
        return refuse(unreadablePicture());
    const int shortSide = std::min(brought.image.width(), brought.image.height());
    const int longSide = std::max(brought.image.width(), brought.image.height());
    if (shortSide < limits.minimumSide || longSide > limits.maximumSide)
        return refuse(badParameter(QStringLiteral("a picture has %1 to %2 px on each side.")
                                       .arg(limits.minimumSide)
                                       .arg(limits.maximumSide)));
    if (limits.maximumAspect > 0 && longSide > limits.maximumAspect * shortSide)
        return refuse(
            badParameter(QStringLiteral("a picture is not narrower than 1:%1.").arg(limits.maximumAspect)));
    return brought;
}

Shown bringShown(const AskedChat &chat, const QString &folder, const std::atomic<bool> &stop)
{
    MediaLimits limits;
    limits.formats = {QStringLiteral("jpeg"), QStringLiteral("png")};
    limits.maximumBytes = chat.describer->maximumImageBytes;
    limits.minimumSide = 1;
    limits.maximumSide = chat.describer->maximumImageSide;
    Shown shown;
    const QTemporaryDir place(QString(folder + u"/shown-XXXXXX"));
    for (const AskedMessage &message : chat.messages) {
        for (const AskedPart &part : message.parts) {
            if (part.kind == AskedPart::Kind::Video)
                return bringVideo(chat, part.text, place.path(), stop);
            if (part.kind == AskedPart::Kind::Text && message.count(AskedPart::Kind::Image) > 0)
                shown.seconds = std::max(shown.seconds, latestMoment(part.text));
            if (part.kind != AskedPart::Kind::Image)
                continue;
            const BroughtPicture brought = bringPicture(part.text, limits, BareData::Taken, place.path());
            if (brought.refusal) {
                shown.refusal = brought.refusal;
                return shown;
            }
            if (shown.pictures.isEmpty())
                shown.size = brought.image.size();
            shown.tokens += tokensOf(brought.image.size());
            shown.pictures.append(brought.image);
        }
    }
    return shown;
}

} // namespace retake
