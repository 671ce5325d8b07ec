// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

namespace retake {

// Characters of scripts that put no spaces between words, and the marks that are as wide as they are.
inline bool isIdeograph(char32_t character)
{
    switch (QChar::script(character)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return true;
    default:
        return (character >= 0x3000 && character <= 0x303f) || (character >= 0xff01 && character <= 0xff60);
    }
}

} // namespace retake
