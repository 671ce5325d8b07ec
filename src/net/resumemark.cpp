// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/resumemark.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace retake {

QString ResumeMark::fileFor(const QString &partFile)
{
    return partFile + u".mark";
}

std::optional<ResumeMark> ResumeMark::read(const QString &partFile)
{
    QFile file(fileFor(partFile));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    ResumeMark mark{json[u"validator"].toString().toLatin1(), json[u"total"].toInteger()};
    if (mark.validator.isEmpty())
        return std::nullopt;
    return mark;
}

void ResumeMark::write(const QString &partFile) const
{
    // Without the mark the next attempt starts from the first byte: no reason to fail this one.
    QSaveFile file(fileFor(partFile));
    if (!file.open(QIODevice::WriteOnly))
        return;
    const QJsonObject json{{QStringLiteral("validator"), QString::fromLatin1(validator)},
                           {QStringLiteral("total"), total}};
    file.write(QJsonDocument(json).toJson(QJsonDocument::Compact));
    file.commit();
}

void ResumeMark::remove(const QString &partFile)
{
    QFile::remove(fileFor(partFile));
}

} // namespace retake
