// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace retake {

// A line of a description as it stands in a chat: "Setting: ..."; a paragraph has no label.
struct SaidLine
{
    QString label;
    QString words;
    friend bool operator==(const SaidLine &, const SaidLine &) = default;
};

using SaidLines = QList<SaidLine>;

QStringList lineLabels();                     // the seven, in order
SaidLines readSaidLines(const QString &text); // one line without a label when there is none in it
QString writeSaidLines(const SaidLines &lines);
qsizetype saidLength(const SaidLines &lines); // as one text, labels not counted; code points

// Text that ends with a full stop and begins with a capital.
QString asSentence(const QString &words);
QString withoutStop(const QString &words);

// Whole words leave until the text has at most so many characters; every line keeps one at least, and the
// lines with the labels in `locked` keep all.
SaidLines shortened(SaidLines lines, qsizetype maximum, const QStringList &locked);

} // namespace retake
