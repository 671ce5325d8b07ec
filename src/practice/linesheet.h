// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/saidlines.h"

#include <QStringList>

namespace retake {

// The lines of a description and what may be done to them; the locked ones stay.
class LineSheet
{
public:
    LineSheet(SaidLines lines, const QStringList &locked);

    const SaidLines &lines() const { return m_lines; }

    SaidLine *open(const QString &label); // a paragraph stands for every line; none: it is locked or missing
    bool has(const QString &words) const;

    // Everywhere that is open; articles in front go along with what they stand before.
    void exchange(const QString &pattern, const QString &with);
    void recolour(const QString &from, const QString &to); // of what is looked at, not of where it is
    void say(const QString &label, const QString &words);  // instead of the line's words
    void append(const QString &label, const QString &words);

private:
    bool isOpen(const SaidLine &line) const;

    SaidLines m_lines;
    QStringList m_locked;
};

} // namespace retake
