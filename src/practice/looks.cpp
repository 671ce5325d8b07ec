// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/looks.h"

#include "practice/lookwords.h"

#include <algorithm>
#include <vector>

namespace retake {

namespace {

struct Found
{
    qsizetype at;
    qsizetype length;
    const LookWord *word;
};

bool isLatin(QChar c)
{
    return c.unicode() < 128 && c.isLetter();
}

// English words stand alone, with a plural s at most; Chinese ones are found anywhere.
bool standsAlone(const QString &text, qsizetype at, qsizetype length)
{
    if (!isLatin(text[at]) && !text[at].isDigit())
        return true;
    if (at > 0 && (isLatin(text[at - 1]) || text[at - 1].isDigit()))
        return false;
    qsizetype end = at + length;
    if (end < text.size() && text[end] == u's')
        ++end;
    return end >= text.size() || !isLatin(text[end]);
}

bool isNegated(const QString &text, qsizetype at)
{
    const QString before = text.left(at).trimmed();
    for (const char16_t *word : negations) {
        const QString negation = QString::fromUtf16(word);
        if (before.endsWith(negation) && (!isLatin(negation[0]) || before.size() == negation.size() ||
                                          !isLatin(before[before.size() - negation.size() - 1])))
            return true;
    }
    return false;
}

bool leadsToColour(const QString &text, qsizetype at)
{
    const QString before = text.left(at).trimmed();
    return std::any_of(std::begin(becoming), std::end(becoming),
                       [&](const char16_t *word) { return before.endsWith(QString::fromUtf16(word)); });
}

std::vector<Found> findWords(const QString &text)
{
    std::vector<const LookWord *> words;
    for (const LookWord &word : lookWords)
        words.push_back(&word);
    std::stable_sort(words.begin(), words.end(), [](const LookWord *a, const LookWord *b) {
        return QStringView(a->text).size() > QStringView(b->text).size();
    });
    std::vector<bool> taken(std::size_t(text.size()), false);
    std::vector<Found> found;
    for (const LookWord *word : words) {
        const QString wanted = QString::fromUtf16(word->text);
        for (qsizetype at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            const auto first = taken.begin() + at;
            const auto last = first + wanted.size();
            if (!standsAlone(text, at, wanted.size()) || std::find(first, last, true) != last)
                continue;
            std::fill(first, last, true);
            if (!isNegated(text, at))
                found.push_back({at, wanted.size(), word});
        }
    }
    std::sort(found.begin(), found.end(), [](const Found &a, const Found &b) { return a.at < b.at; });
    return found;
}

void readColours(const QString &text, const std::vector<Found> &found, Reading &reading)
{
    std::vector<Found> colours;
    for (const Found &word : found) {
        if (word.word->colour && (colours.empty() || colours.front().word->colour != word.word->colour))
            colours.push_back(word);
    }
    if (colours.empty())
        return;
    if (colours.size() == 1) {
        // A single colour is what something becomes, unless it only describes a place or the light.
        if (!reading.looks.isEmpty() &&
            (reading.has(Look::Background) || !leadsToColour(text, colours[0].at)))
            return;
        reading.to = colours[0].word->colour;
    } else {
        reading.from = colours[0].word->colour;
        reading.to = colours[1].word->colour;
        const auto between = QStringView(text).mid(colours[0].at, colours[1].at - colours[0].at);
        if (between.contains(u"instead of") || between.contains(u"而不是"))
            std::swap(reading.from, reading.to);
    }
    reading.looks.append(Look::ColourChange);
}

} // namespace

Reading readInstruction(const QString &prompt)
{
    const QString text = prompt.toLower();
    const std::vector<Found> found = findWords(text);
    Reading reading;
    for (const Found &word : found) {
        if (word.word->look && !reading.has(*word.word->look))
            reading.looks.append(*word.word->look);
    }
    readColours(text, found, reading);
    if (reading.looks.isEmpty())
        reading.looks.append(Look::Unnamed);
    const bool namesPlace = std::any_of(reading.looks.begin(), reading.looks.end(), [](Look look) {
        return look >= Look::Forest && look <= Look::Underwater;
    });
    if (namesPlace)
        reading.looks.removeAll(Look::Background);
    std::sort(reading.looks.begin(), reading.looks.end());
    return reading;
}

} // namespace retake
