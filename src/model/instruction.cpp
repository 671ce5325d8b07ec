// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/instruction.h"

#include "model/ideographs.h"
#include "model/tokendiff.h"
#include "model/wordstem.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace retake {

namespace {

bool hasLatin(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar letter) { return letter.isLetter() && !isIdeograph(letter.unicode()); });
}

bool hasIdeographs(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar letter) { return letter.isLetter() && isIdeograph(letter.unicode()); });
}

// The parts of an instruction that ask for nothing to happen.
const QRegularExpression &keepingClause()
{
    static const QRegularExpression shape(
        QStringLiteral("\\b(?:keep|leave|preserve|retain|maintain|(?:do not|don['’]t) (?:change|touch|alter)|"
                       "without (?:changing|touching|altering))\\b[^.;\\n]*?"
                       "(?=,\\s*(?:and |but )?(?:change|make|turn|replace|add|remove|put|set|let)\\b|"
                       "\\band (?:change|make|turn|replace|add|remove|put|set|let)\\b|\\bbut\\b|[.;\\n]|$)|"
                       "(?:保持|保留|不要改变|不改变)[^，。；,.;\\n]*"),
        QRegularExpression::CaseInsensitiveOption);
    return shape;
}

QSet<QString> stemsOf(const QString &text)
{
    QSet<QString> stems;
    for (const WordToken &token : wordTokens(text)) {
        for (const QString &stem : contentOf(token))
            stems.insert(stem);
    }
    return stems;
}

} // namespace

Instruction::Instruction(const QString &said)
    : m_latin(hasLatin(said))
    , m_ideographs(hasIdeographs(said))
{
    QString asked = said;
    for (auto clauses = keepingClause().globalMatch(said); clauses.hasNext();)
        m_kept.unite(stemsOf(clauses.next().captured()));
    asked.remove(keepingClause());
    m_words = stemsOf(asked);
    const QList<WordToken> tokens = wordTokens(asked);
    const QList<Topics> topics = topicsOf(tokens);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        m_topics |= topics.at(i);
        const bool isGeneric = tokens.at(i).word.startsWith(u"colo", Qt::CaseInsensitive) ||
                               QStringView(u"颜色").contains(tokens.at(i).word);
        m_namesColours |= topics.at(i).testFlag(Topic::Colour) && !isGeneric;
    }
}

bool Instruction::isAbout(DescriptionField field) const
{
    switch (field) {
    case DescriptionField::Setting:
        return isAbout(Topic::Scenery | Topic::Weather);
    case DescriptionField::Light:
        return isAbout(Topic::Light);
    case DescriptionField::Camera:
        return isAbout(Topic::Camera);
    case DescriptionField::Motion:
        return isAbout(Topic::Motion | Topic::Weather);
    case DescriptionField::Mood:
        return isAbout(Topic::Mood);
    case DescriptionField::Subject:
    case DescriptionField::Appearance:
    case DescriptionField::Whole:
        return false; // by their words only
    }
    Q_UNREACHABLE();
}

bool Instruction::sharesScriptWith(const QString &text) const
{
    return (m_latin && hasLatin(text)) || (m_ideographs && hasIdeographs(text));
}

QStringList contentOf(const WordToken &token)
{
    static const QRegularExpression joint(QStringLiteral("[-'’]"));
    if (token.kind == WordToken::Kind::Mark || isStopWord(token.word))
        return {};
    if (token.kind == WordToken::Kind::Ideograph)
        return {token.word};
    QStringList stems;
    for (const QString &word : token.word.split(joint, Qt::SkipEmptyParts)) {
        if (!isStopWord(word) && (word.size() > 1 || token.word.size() == 1))
            stems.append(wordStem(word));
    }
    return stems;
}

QList<Topics> topicsOf(const QList<WordToken> &tokens)
{
    QList<Topics> all(tokens.size());
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (tokens.at(i).kind == WordToken::Kind::Word) {
            all[i] = topicsOf(tokens.at(i).word);
            if (!all.at(i) && !isStopWord(tokens.at(i).word)) {
                for (const QString &stem : contentOf(tokens.at(i)))
                    all[i] |= topicsOf(stem);
            }
            continue;
        }
        QString word;
        for (qsizetype end = i; end < tokens.size() && end - i < longestTopicWord; ++end) {
            if (tokens.at(end).kind != WordToken::Kind::Ideograph)
                break;
            word += tokens.at(end).word;
            const Topics topics = topicsOf(word);
            for (qsizetype at = i; topics && at <= end; ++at)
                all[at] |= topics;
        }
    }
    return all;
}

} // namespace retake
