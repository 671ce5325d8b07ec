// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>
#include <QString>
#include <QStringList>

class QJsonValue;

namespace retake {

// An image in a slot, and which piece of it is meant.
struct Reference
{
    QString source; // a file, or an http(s)/oss/data address
    QRectF crop;    // in parts of the upright picture, 0 to 1; null: the whole picture

    Reference() = default;

    // NOLINTNEXTLINE(google-explicit-constructor): a file is a reference to the whole of its picture
    Reference(const QString &file, const QRectF &piece = {})
        : source(file)
        , crop(piece)
    {}

    bool isCropped() const { return !crop.isNull(); }

    friend bool operator==(const Reference &, const Reference &) = default;
};

QStringList sourcesOf(const QList<Reference> &references);
QList<Reference> wholeReferences(const QStringList &sources);

// Only the source where nothing is cut off, else {"source", "crop": [x, y, width, height]}. A crop that lies
// outside of the picture is read as none.
QJsonValue referenceToJson(const Reference &reference);
Reference referenceFromJson(const QJsonValue &json);

} // namespace retake
