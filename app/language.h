// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTranslator;

namespace retake {

// Makes `language` (empty: the system's) the program's: of its words, and of its numbers. English where the
// words are not translated: its file holds the plurals. The caller keeps the translator.
void speak(QTranslator &words, const QString &language);

} // namespace retake
