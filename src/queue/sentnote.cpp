// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/sentnote.h"

#include "base/filesystem.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace retake {

namespace {

QString sentNoteFile(const QString &folder)
{
    return folder + u"/sent.json";
}

Rational rateFromText(const QString &text)
{
    bool isRate = false;
    const int numerator = text.section(u'/', 0, 0).toInt(&isRate);
    const int denominator = isRate ? text.section(u'/', 1).toInt(&isRate) : 0;
    return isRate && numerator > 0 && denominator > 0 ? Rational{numerator, denominator} : Rational{0, 1};
}

} // namespace

QJsonObject sentNoteToJson(const SentNote &note)
{
    QJsonObject json;
    if (!note.sha256.isEmpty())
        json.insert(QStringLiteral("sent_sha256"), note.sha256);
    if (!note.frameMap.isEmpty() && note.frameRate.numerator > 0) {
        json.insert(QStringLiteral("frame_map"), note.frameMap.toText());
        json.insert(QStringLiteral("sent_frame_rate"),
                    QStringLiteral("%1/%2").arg(note.frameRate.numerator).arg(note.frameRate.denominator));
    }
    return json;
}

SentNote sentNoteFromJson(const QJsonObject &json)
{
    SentNote note;
    note.sha256 = json[u"sent_sha256"].toString();
    note.frameRate = rateFromText(json[u"sent_frame_rate"].toString());
    if (note.frameRate.numerator > 0)
        note.frameMap = FrameMap::fromText(json[u"frame_map"].toString()).value_or(FrameMap());
    return note;
}

Result<void> writeSentNote(const QString &folder, const SentNote &note)
{
    const QJsonObject json = sentNoteToJson(note);
    if (json.isEmpty())
        return {};
    QSaveFile file(sentNoteFile(folder));
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failure(writeError(file.fileName()));
    return {};
}

SentNote readSentNote(const QString &folder)
{
    QFile file(sentNoteFile(folder));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return sentNoteFromJson(QJsonDocument::fromJson(file.readAll()).object());
}

} // namespace retake
