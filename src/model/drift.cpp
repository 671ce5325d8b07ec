// SPDX-License-Identifier: GPL-3.0-or-later
// Which changes of a description an instruction explains: by lists of words, so a hint and no proof.
#include "model/instruction.h"
#include "model/tokendiff.h"
#include "model/worddiff.h"

#include <algorithm>

namespace retake {

namespace {

enum class Verdict { Open, Asked, Unasked };

constexpr Topics placeTopics = Topic::Scenery | Topic::Weather;
constexpr Topics describingTopics =
    Topic::Colour | Topic::Look | Topic::Motion; // go with the word they describe
constexpr Topics ownTopics = Topic::Light | Topic::Mood | Topic::Camera;

// The whole of both descriptions, in which a word may have moved.
struct BothTexts
{
    QSet<QString> before;
    QSet<QString> after;
};

QSet<QString> contentOfText(const QString &text)
{
    QSet<QString> stems;
    for (const WordToken &token : wordTokens(text)) {
        for (const QString &stem : contentOf(token))
            stems.insert(stem);
    }
    return stems;
}

// A word that came or went, between two that stayed.
struct ChangedWord
{
    WordRun::Kind kind = WordRun::Kind::Added;
    QStringList stems;
    Topics topics;
    Verdict verdict = Verdict::Open;
};

// Judges the words of one hunk.
class HunkJudge
{
public:
    HunkJudge(const Instruction &instruction, const BothTexts &texts, DescriptionField field,
              bool fieldIsAskedFor, bool comparable)
        : m_instruction(instruction)
        , m_texts(texts)
        , m_placeChanges(instruction.isAbout(placeTopics) && field == DescriptionField::Whole)
        , m_fieldIsTheTopic(instruction.isAbout(field))
        , m_fieldIsAskedFor(fieldIsAskedFor)
        , m_comparable(comparable)
    {}

    void judge(QList<ChangedWord> &words) const;

private:
    Verdict simpleVerdict(const ChangedWord &word, bool named, bool sharing) const;
    bool isOfItsTopics(const ChangedWord &word, bool named) const;
    Verdict lostVerdict(const QList<ChangedWord> &words, qsizetype at) const;
    Verdict gainedVerdict(const QList<ChangedWord> &words, qsizetype at) const;
    const ChangedWord *described(const QList<ChangedWord> &words, qsizetype at) const;
    bool isNamed(const ChangedWord &word) const;

    const Instruction &m_instruction;
    const BothTexts &m_texts;
    bool m_placeChanges;
    bool m_fieldIsTheTopic;
    bool m_fieldIsAskedFor; // or it holds a word of the instruction
    bool m_comparable;
};

bool HunkJudge::isNamed(const ChangedWord &word) const
{
    return std::any_of(word.stems.begin(), word.stems.end(),
                       [this](const QString &stem) { return m_instruction.names(stem); });
}

// Who names colours means the things that have them, and no others.
bool HunkJudge::isOfItsTopics(const ChangedWord &word, bool named) const
{
    Topics topics = word.topics;
    if (m_instruction.namesColours() && !named)
        topics.setFlag(Topic::Colour, false);
    if (topics & placeTopics)
        topics |= placeTopics;
    return m_instruction.isAbout(topics);
}

// Open: it belongs to another topic than those that the instruction speaks of.
Verdict HunkJudge::simpleVerdict(const ChangedWord &word, bool named, bool sharing) const
{
    const bool removed = word.kind == WordRun::Kind::Removed;
    const auto isStill = [&](const QString &stem) {
        return (removed ? m_texts.after : m_texts.before).contains(stem);
    };
    if (std::all_of(word.stems.begin(), word.stems.end(), isStill))
        return Verdict::Asked; // moved
    const auto isKept = [this](const QString &stem) { return m_instruction.keeps(stem); };
    if (removed && std::any_of(word.stems.begin(), word.stems.end(), isKept))
        return Verdict::Unasked;
    if (isNamed(word) || isOfItsTopics(word, named))
        return Verdict::Asked;
    if (word.topics)
        return Verdict::Open;
    const bool explained = sharing || m_fieldIsAskedFor || m_placeChanges || !m_comparable;
    return explained ? Verdict::Asked : Verdict::Unasked;
}

// The word that an adjective goes with: the next of its side that is none itself.
const ChangedWord *HunkJudge::described(const QList<ChangedWord> &words, qsizetype at) const
{
    for (qsizetype i = at + 1; i < words.size(); ++i) {
        const ChangedWord &word = words.at(i);
        if (word.kind == words.at(at).kind && !word.stems.isEmpty() && !(word.topics & describingTopics))
            return &word;
    }
    return nullptr;
}

Verdict HunkJudge::lostVerdict(const QList<ChangedWord> &words, qsizetype at) const
{
    const Topics topics = words.at(at).topics;
    if (topics & ownTopics)
        return Verdict::Unasked;
    if (m_fieldIsTheTopic && !(topics & Topic::Look))
        return Verdict::Asked;
    const ChangedWord *noun = described(words, at);
    return noun && (isNamed(*noun) || isOfItsTopics(*noun, false)) ? Verdict::Asked : Verdict::Unasked;
}

Verdict HunkJudge::gainedVerdict(const QList<ChangedWord> &words, qsizetype at) const
{
    const Topics topics = words.at(at).topics;
    for (const ChangedWord &word : words) {
        if (word.kind == WordRun::Kind::Removed && word.verdict == Verdict::Unasked && (word.topics & topics))
            return Verdict::Unasked; // it took that one's place
    }
    if (m_placeChanges && (topics & (Topic::Mood | Topic::Camera)))
        return Verdict::Unasked; // no place brings them with it
    if (m_fieldIsTheTopic || m_placeChanges)
        return Verdict::Asked;
    const ChangedWord *noun = described(words, at);
    return noun && isNamed(*noun) ? Verdict::Asked
                                  : Verdict::Unasked; // "a small hat", when a hat was asked for
}

void HunkJudge::judge(QList<ChangedWord> &words) const
{
    const auto anyOf = [&words](const auto &is) { return std::any_of(words.begin(), words.end(), is); };
    const bool named = anyOf([this](const ChangedWord &word) { return isNamed(word); });
    const bool sharing =
        named || anyOf([this](const ChangedWord &word) { return isOfItsTopics(word, false); });
    for (ChangedWord &word : words) {
        if (!word.stems.isEmpty())
            word.verdict = simpleVerdict(word, named, sharing);
    }
    for (const WordRun::Kind kind : {WordRun::Kind::Removed, WordRun::Kind::Added}) {
        for (qsizetype i = 0; i < words.size(); ++i) {
            if (words.at(i).kind != kind || words.at(i).stems.isEmpty() ||
                words.at(i).verdict != Verdict::Open)
                continue;
            const bool removed = kind == WordRun::Kind::Removed;
            const Verdict verdict = removed ? lostVerdict(words, i) : gainedVerdict(words, i);
            words[i].verdict = verdict;
        }
    }
    // marks and stop words go with their neighbour
    Verdict last = Verdict::Open;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (i > 0 && words.at(i).kind != words.at(i - 1).kind)
            last = Verdict::Open;
        if (words.at(i).verdict == Verdict::Open)
            words[i].verdict = last;
        last = words.at(i).verdict;
    }
    Verdict next = Verdict::Open;
    for (qsizetype i = words.size() - 1; i >= 0; --i) {
        if (i + 1 < words.size() && words.at(i).kind != words.at(i + 1).kind)
            next = Verdict::Open;
        if (words.at(i).verdict == Verdict::Open)
            words[i].verdict = next;
        next = words.at(i).verdict;
    }
}

bool isChangeAskedFor(DescriptionField field, const QSet<QString> &words, const Instruction &instruction)
{
    if (field == DescriptionField::Subject || field == DescriptionField::Appearance) {
        return std::any_of(words.begin(), words.end(),
                           [&](const QString &stem) { return instruction.names(stem); });
    }
    return instruction.isAbout(field);
}

FieldChange changeOf(DescriptionField field, const QString &before, const QString &after,
                     const Instruction &instruction, const BothTexts &texts)
{
    const QList<TokenStep> steps = tokenDiff(before, after);
    QList<WordToken> tokens;
    for (const TokenStep &step : steps)
        tokens.append(step.token);
    const QList<Topics> topics = topicsOf(tokens);
    const bool fieldIsAskedFor =
        isChangeAskedFor(field, contentOfText(before) + contentOfText(after), instruction);
    const bool comparable = instruction.sharesScriptWith(QString(before + after));
    const HunkJudge judge(instruction, texts, field, fieldIsAskedFor, comparable);

    FieldChange change{field, {}, false};
    const auto add = [&change](const TokenStep &step, bool askedFor) {
        QList<WordRun> &runs = change.runs;
        if (!runs.isEmpty() && runs.last().kind == step.kind && runs.last().askedFor == askedFor)
            runs.last().words += step.token.text;
        else
            runs.append({step.kind, step.token.text, askedFor});
        change.isUnasked |= !askedFor;
    };
    for (qsizetype i = 0; i < steps.size();) {
        if (steps.at(i).kind == WordRun::Kind::Same) {
            add(steps.at(i++), true);
            continue;
        }
        QList<ChangedWord> words;
        for (qsizetype at = i; at < steps.size() && steps.at(at).kind != WordRun::Kind::Same; ++at)
            words.append({steps.at(at).kind, contentOf(tokens.at(at)), topics.at(at), Verdict::Open});
        if (!instruction.isEmpty())
            judge.judge(words);
        for (const ChangedWord &word : std::as_const(words))
            add(steps.at(i++), word.verdict != Verdict::Unasked);
    }
    return change;
}

} // namespace

QList<FieldChange> drift(const Description &before, const Description &after, const QString &instruction)
{
    const Instruction asked(instruction);
    const BothTexts texts{contentOfText(before.text()), contentOfText(after.text())};
    if (before.isWhole() != after.isWhole() && !before.isEmpty() && !after.isEmpty()) {
        // one has parts, the other none: only the texts can be compared
        if (before.text() == after.text())
            return {};
        return {changeOf(DescriptionField::Whole, before.text(), after.text(), asked, texts)};
    }
    QList<FieldChange> changes;
    for (const DescriptionField field : descriptionFields()) {
        if (before.field(field) != after.field(field))
            changes.append(changeOf(field, before.field(field), after.field(field), asked, texts));
    }
    return changes;
}

} // namespace retake
