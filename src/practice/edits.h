// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/saidlines.h"

#include <QStringList>

namespace retake {

// One thing that is to be different, as far as plain sentences say it.
struct Edit
{
    enum class Kind {
        Replace,    // what -> with
        Background, // with
        Make,       // what is to be with; what may be "it"
        Add,        // with
        Remove,     // what
        Unknown,    // with: the words
    };
    Kind kind = Kind::Unknown;
    QString what;
    QString with;
    friend bool operator==(const Edit &, const Edit &) = default;
};

QList<Edit> readEdits(const QString &sentence); // "Make it night and add a hat": two

// The lines with the edit done: no other word changes. Lines whose label is locked stay.
SaidLines applied(SaidLines lines, const Edit &edit, const QStringList &locked);
SaidLines applied(SaidLines lines, const QString &sentence, const QStringList &locked);

// Words for one line and another, of what such lines are about.
QString bestLabelFor(const QString &words);
QString bareThing(const QString &words);     // without its article
QString withArticle(const QString &words);   // with one, unless it has one or is several things
QString leadingColour(const QString &words); // "purple parrot": "purple"; "" without

} // namespace retake
