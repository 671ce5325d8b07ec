// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/edits.h"

#include "practice/pattern.h"

namespace retake {

namespace {

const QString &verbs()
{
    static const QString list = QStringLiteral(
        "change|turn|make|replace|add|remove|put|set|delete|swap|give|let|transform|convert|paint|move");
    return list;
}

const QString &backgroundWords()
{
    static const QString list =
        QStringLiteral("background|backdrop|setting|scene|scenery|surroundings|place|location|environment");
    return list;
}

QString polite(QString words)
{
    static const QRegularExpression head =
        anyCase(QStringLiteral("^(?:please|now|then|and|also|can you|could you|i want you to|let's)[, ]+"));
    words = withoutStop(words);
    while (words.contains(head))
        words.remove(head);
    return withoutStop(words.replace(anyCase(QStringLiteral(",? please$")), QString()));
}

Edit readClause(const QString &clause)
{
    static const QRegularExpression background = anyCase(
        QStringLiteral("^(?:change|set|turn|switch|replace|make|swap|move)\\s+(?:the\\s+|its\\s+)?(?:%1)"
                       "\\s+(?:in)?(?:to|with|by|as|for)?\\s*(?:be\\s+)?(.+)$")
            .arg(backgroundWords()));
    static const QRegularExpression elsewhere = anyCase(
        QStringLiteral("^(?:put|set|move|place)\\s+(?:it|him|her|them|everything|the\\s+(?:figure|scene|"
                       "video))\\s+(?:in|on|into|to|at)\\s+(.+)$"));
    static const QRegularExpression replacing = anyCase(QStringLiteral(
        "^(?:change|turn|transform|convert|switch|replace|swap|make|recolou?r|paint|dye)\\s+(.+?)\\s+"
        "(?:into|to|with|by|for)\\s+(?:be\\s+)?(.+)$"));
    static const QRegularExpression making =
        anyCase(QStringLiteral("^(?:make|turn|paint|colou?r|dye|let|have)\\s+(it|him|her|them|everything|"
                               "this|(?:the|his|her|its|their)\\s+\\S+(?:\\s+\\S+)*?)\\s+"
                               "(?:be\\s+|become\\s+|look\\s+)?(\\S+(?:\\s+\\S+)?|(?:a|an)\\s.+|.+)$"));
    static const QRegularExpression adding = anyCase(QStringLiteral("^(?:add|include|insert|put)\\s+(.+)$"));
    static const QRegularExpression giving = anyCase(
        QStringLiteral("^give\\s+(?:it|him|her|them|the\\s+\\S+(?:\\s+\\S+)?)\\s+((?:a|an|some)\\s.+)$"));
    static const QRegularExpression removing =
        anyCase(QStringLiteral("^(?:remove|delete|erase|drop|take\\s+away|get\\s+rid\\s+of|cut)\\s+(.+)$"));
    static const QRegularExpression isTo =
        anyCase(QStringLiteral("^(it|he|she|they|the\\s+.+?)\\s+(?:is|are|gets|becomes|should|must|shall)\\s+"
                               "(?:now\\s+)?(?:be\\s+|become\\s+)?(.+)$"));
    static const QRegularExpression insteadOf =
        anyCase(QStringLiteral("^instead\\s+of\\s+(.+?),?\\s+(?:show|use|have|put|make\\s+it)\\s+(.+)$"));
    static const QRegularExpression colourOf =
        anyCase(QStringLiteral("^(?:the\\s+)?colou?r\\s+of\\s+(.+)$|^(.+?)(?:['’]s)?\\s+colou?rs?$"));

    if (const auto m = background.match(clause); m.hasMatch())
        return {Edit::Kind::Background, {}, m.captured(1)};
    if (const auto m = elsewhere.match(clause); m.hasMatch())
        return {Edit::Kind::Background, {}, m.captured(1)};
    if (const auto m = insteadOf.match(clause); m.hasMatch())
        return {Edit::Kind::Replace, m.captured(1), m.captured(2)};
    if (const auto m = replacing.match(clause); m.hasMatch()) {
        const auto colour = colourOf.match(m.captured(1));
        const QString thing = QString(colour.captured(1) + colour.captured(2));
        return {Edit::Kind::Replace, thing.isEmpty() ? m.captured(1) : thing, m.captured(2)};
    }
    if (const auto m = making.match(clause); m.hasMatch())
        return {Edit::Kind::Make, m.captured(1), m.captured(2)};
    if (const auto m = giving.match(clause); m.hasMatch())
        return {Edit::Kind::Add, {}, m.captured(1)};
    if (const auto m = adding.match(clause); m.hasMatch())
        return {Edit::Kind::Add, {}, m.captured(1)};
    if (const auto m = removing.match(clause); m.hasMatch())
        return {Edit::Kind::Remove, m.captured(1), {}};
    if (const auto m = isTo.match(clause); m.hasMatch())
        return {Edit::Kind::Make, m.captured(1), m.captured(2)};
    return {Edit::Kind::Unknown, {}, clause};
}

struct LabelWords
{
    const char *label;
    const char *words; // alternatives of a pattern
};

constexpr LabelWords labelWords[] = {
    {"Camera", "camera|zoom\\w*|close-?up|wide shot|angle|pan\\w*|dolly|tracking|lens|drone|aerial|handheld"},
    {"Light", "light\\w*|bright\\w*|dark\\w*|sun\\w*|moon\\w*|night|dusk|dawn|day\\w*|noon|morning|evening|"
              "shadow\\w*|glow\\w*|lamp\\w*|neon|golden hour|candle\\w*"},
    {"Setting",
     "rain\\w*|snow\\w*|fog\\w*|mist\\w*|storm\\w*|wind\\w*|cloud\\w*|forest|beach|sea|city|street|"
     "desert|mountains?|room|garden|sky|trees?|river|lake|house|space|background|underwater"},
    {"Motion", "run\\w*|walk\\w*|fl(?:y|ies|ying)|jump\\w*|danc\\w*|mov\\w*|turn\\w*|faster|slower|slow\\w*|"
               "wav\\w*|swim\\w*|sing\\w*|nod\\w*|spin\\w*|smil\\w*|blink\\w*|sit\\w*|stand\\w*"},
    {"Mood",
     "mood|style|happy|happier|sad\\w*|calm\\w*|dramatic|cheerful|scary|dreamy|romantic|cartoon|anime|"
     "watercolou?r|oil painting|sketch|pixel\\w*|vintage|cinematic|music"},
    {"Appearance",
     "hat|cap|scarf|glasses|sunglasses|wear\\w*|coat|dress|collar|crown|colou?rs?|feathers?|fur|"
     "eyes?|hair|beard|wings?|bow"},
};

} // namespace

QList<Edit> readEdits(const QString &sentence)
{
    const QRegularExpression between =
        anyCase(QStringLiteral("(?:\\.\\s+|;\\s*|,?\\s+and\\s+(?:then\\s+)?(?=(?:%1)\\s)|,\\s+(?=(?:%1)\\s))")
                    .arg(verbs()));
    QList<Edit> edits;
    for (const QString &clause : sentence.simplified().split(between, Qt::SkipEmptyParts)) {
        if (const QString words = polite(clause.trimmed()); !words.isEmpty())
            edits.append(readClause(words));
    }
    return edits;
}

QString bestLabelFor(const QString &words)
{
    for (const LabelWords &row : labelWords) {
        if (anyCase(QStringLiteral("\\b(?:%1)\\b").arg(QLatin1String(row.words))).match(words).hasMatch())
            return QLatin1String(row.label);
    }
    return QStringLiteral("Subject");
}

QString bareThing(const QString &words)
{
    static const QRegularExpression article =
        anyCase(QStringLiteral("^(?:the|a|an|his|her|its|their|this|that|some)\\s+"));
    return withoutStop(words).remove(article);
}

QString withArticle(const QString &words)
{
    const QString bare = bareThing(words);
    if (bare.isEmpty() || bare != withoutStop(words) || (bare.endsWith(u's') && !bare.endsWith(u"ss")))
        return withoutStop(words);
    return QString((QStringLiteral("aeiou").contains(bare[0].toLower()) ? u"an " : u"a ") + bare);
}

} // namespace retake
