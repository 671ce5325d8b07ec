// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>

namespace retake {

// A reference image as it is sent, beside what the person chose.
struct SentReference
{
    QString source; // what the slot has
    QString sent;   // the file, or the address that is passed on
    QSize size;     // upright; empty: at an address, not read here
    qint64 bytes = 0;
    QStringList remarks; // what was done to it, in words for the person
};

// Reads both of each, headers only. `sources` and `sent` are in slot order. Meant for a pool thread.
QList<SentReference> compareReferences(const QStringList &sources, const QStringList &sent);

} // namespace retake
