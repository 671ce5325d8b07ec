// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/description.h"
#include "model/topicwords.h"

#include <QSet>

namespace retake {

// What a person's words ask for, as far as lists of words can tell.
class Instruction
{
public:
    explicit Instruction(const QString &said);

    bool isEmpty() const { return m_words.isEmpty() && m_kept.isEmpty(); }

    bool names(const QString &stem) const { return m_words.contains(stem); }

    bool keeps(const QString &stem) const { return m_kept.contains(stem); } // "but keep the dusk"

    bool isAbout(Topics topics) const { return bool(topics & m_topics); }

    bool namesColours() const { return m_namesColours; } // "white", rather than "another colour"

    bool isAbout(DescriptionField field) const;

    // False when it is written in another script than all of `text`: then their words cannot be compared.
    bool sharesScriptWith(const QString &text) const;

private:
    QSet<QString> m_words; // stems
    QSet<QString> m_kept;
    Topics m_topics;
    bool m_namesColours = false;
    bool m_latin = false;
    bool m_ideographs = false;
};

struct WordToken;

// The words of a token that say something, as stems: none of a mark or a stop word, two of "rain-soaked".
QStringList contentOf(const WordToken &token);

// Of each token; Chinese characters have the topics of the words that they are part of.
QList<Topics> topicsOf(const QList<WordToken> &tokens);

} // namespace retake
