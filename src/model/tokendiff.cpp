// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tokendiff.h"

#include "model/ideographs.h"
#include "model/wordstem.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace retake {

namespace {

constexpr qint64 mostCells = 4'000'000; // of a table; beyond it the texts are divided

struct CodedText
{
    std::vector<int> codes;
    std::vector<int> weights;
};

struct Span
{
    int from = 0;
    int to = 0;

    int size() const { return to - from; }
};

// The heaviest common subsequence (Hirschberg's way where the table would be large).
class TokenMatcher
{
public:
    TokenMatcher(CodedText before, CodedText after)
        : m_before(std::move(before))
        , m_after(std::move(after))
        , m_partner(m_before.codes.size(), -1)
    {
        match({0, int(m_before.codes.size())}, {0, int(m_after.codes.size())});
    }

    int partner(int before) const { return m_partner[std::size_t(before)]; } // -1: none

private:
    bool equal(int before, int after) const
    {
        return m_before.codes[std::size_t(before)] == m_after.codes[std::size_t(after)];
    }

    int weight(int before) const { return m_before.weights[std::size_t(before)]; }

    void match(Span before, Span after);
    void matchByTable(Span before, Span after);
    std::vector<int> forwards(Span before, Span after) const;
    std::vector<int> backwards(Span before, Span after) const;

    CodedText m_before;
    CodedText m_after;
    std::vector<int> m_partner;
};

void TokenMatcher::match(Span before, Span after)
{
    while (before.size() > 0 && after.size() > 0 && equal(before.from, after.from))
        m_partner[std::size_t(before.from++)] = after.from++;
    while (before.size() > 0 && after.size() > 0 && equal(before.to - 1, after.to - 1))
        m_partner[std::size_t(--before.to)] = --after.to;
    if (before.size() == 0 || after.size() == 0)
        return;
    if (before.size() == 1 || qint64(before.size() + 1) * (after.size() + 1) <= mostCells)
        return matchByTable(before, after);
    const int middle = before.from + before.size() / 2;
    const std::vector<int> left = forwards({before.from, middle}, after);
    const std::vector<int> right = backwards({middle, before.to}, after);
    std::size_t best = 0;
    for (std::size_t i = 1; i < left.size(); ++i) {
        if (left[i] + right[i] > left[best] + right[best])
            best = i;
    }
    const int cut = after.from + int(best);
    match({before.from, middle}, {after.from, cut});
    match({middle, before.to}, {cut, after.to});
}

void TokenMatcher::matchByTable(Span before, Span after)
{
    const auto width = std::size_t(after.size()) + 1;
    std::vector<int> table((std::size_t(before.size()) + 1) * width, 0); // the best of what follows
    const auto cell = [&](int i, int j) -> int & {
        return table[std::size_t(i - before.from) * width + std::size_t(j - after.from)];
    };
    for (int i = before.to - 1; i >= before.from; --i) {
        for (int j = after.to - 1; j >= after.from; --j) {
            cell(i, j) = std::max(cell(i + 1, j), cell(i, j + 1));
            if (equal(i, j))
                cell(i, j) = std::max(cell(i, j), cell(i + 1, j + 1) + weight(i));
        }
    }
    for (int i = before.from, j = after.from; i < before.to && j < after.to;) {
        if (equal(i, j) && cell(i, j) == cell(i + 1, j + 1) + weight(i))
            m_partner[std::size_t(i++)] = j++;
        else if (cell(i + 1, j) >= cell(i, j + 1))
            ++i;
        else
            ++j;
    }
}

// Of `before` against every beginning of `after`.
std::vector<int> TokenMatcher::forwards(Span before, Span after) const
{
    std::vector<int> row(std::size_t(after.size()) + 1, 0);
    for (int i = before.from; i < before.to; ++i) {
        int diagonal = 0;
        for (int j = after.from; j < after.to; ++j) {
            const auto at = std::size_t(j - after.from) + 1;
            const int above = row[at];
            row[at] = std::max(above, row[at - 1]);
            if (equal(i, j))
                row[at] = std::max(row[at], diagonal + weight(i));
            diagonal = above;
        }
    }
    return row;
}

// Of `before` against every end of `after`.
std::vector<int> TokenMatcher::backwards(Span before, Span after) const
{
    std::vector<int> row(std::size_t(after.size()) + 1, 0);
    for (int i = before.to - 1; i >= before.from; --i) {
        int diagonal = 0;
        for (int j = after.to - 1; j >= after.from; --j) {
            const auto at = std::size_t(j - after.from);
            const int below = row[at];
            row[at] = std::max(below, row[at + 1]);
            if (equal(i, j))
                row[at] = std::max(row[at], diagonal + weight(i));
            diagonal = below;
        }
    }
    return row;
}

CodedText coded(const QList<WordToken> &tokens, QHash<QString, int> &codes)
{
    CodedText text;
    for (const WordToken &token : tokens) {
        auto found = codes.constFind(token.word);
        if (found == codes.cend())
            found = codes.insert(token.word, int(codes.size()));
        text.codes.push_back(*found);
        // all of the ones never outweigh a token more
        const bool light = token.kind == WordToken::Kind::Mark || isStopWord(token.word);
        text.weights.push_back(light ? 10'000 : 10'001);
    }
    return text;
}

} // namespace

QList<WordToken> wordTokens(const QString &text)
{
    QList<WordToken> tokens;
    const auto isLetter = [&text](qsizetype at) {
        const QChar letter = text.at(at);
        if (letter.isLetterOrNumber() || letter.isMark() || letter.isSurrogate())
            return !isIdeograph(letter.unicode());
        const bool joins = letter == u'-' || letter == u'\'' || letter == u'’'; // rain-soaked, bird's
        return joins && at > 0 && at + 1 < text.size() && text.at(at - 1).isLetterOrNumber() &&
               text.at(at + 1).isLetterOrNumber() && !isIdeograph(text.at(at + 1).unicode());
    };
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype from = at;
        WordToken token;
        if (isLetter(at)) {
            token.kind = WordToken::Kind::Word;
            while (at < text.size() && isLetter(at))
                ++at;
        } else if (!text.at(at).isSpace()) { // at the very beginning white space is a token of its own
            if (text.at(at).isLetterOrNumber())
                token.kind = WordToken::Kind::Ideograph;
            ++at;
        }
        token.word = text.mid(from, at - from);
        while (at < text.size() && text.at(at).isSpace())
            ++at;
        token.text = text.mid(from, at - from);
        tokens.append(token);
    }
    return tokens;
}

QList<TokenStep> tokenDiff(const QString &before, const QString &after)
{
    const QList<WordToken> old = wordTokens(before);
    const QList<WordToken> fresh = wordTokens(after);
    QHash<QString, int> codes;
    CodedText oldCodes = coded(old, codes);
    CodedText freshCodes = coded(fresh, codes);
    const TokenMatcher matcher(std::move(oldCodes), std::move(freshCodes));
    QList<TokenStep> steps;
    int next = 0; // of `fresh`
    const auto addUpTo = [&](int end) {
        for (; next < end; ++next)
            steps.append({WordRun::Kind::Added, fresh.at(next)});
    };
    for (int i = 0; i < old.size(); ++i) {
        const int partner = matcher.partner(i);
        if (partner < 0) {
            steps.append({WordRun::Kind::Removed, old.at(i)});
            continue;
        }
        addUpTo(partner);
        steps.append({WordRun::Kind::Same, fresh.at(partner)});
        ++next;
    }
    addUpTo(int(fresh.size()));
    return steps;
}

} // namespace retake
