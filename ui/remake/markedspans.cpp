// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/markedspans.h"

#include <algorithm>

namespace retake {

namespace {

bool isOfAWord(QChar c)
{
    return c.isLetterOrNumber();
}

void append(QList<MarkedSpan> &spans, const QString &words, MarkedSpan::Look look)
{
    if (words.isEmpty())
        return;
    if (!spans.isEmpty() && spans.constLast().look == look)
        spans.last().words += words;
    else
        spans.append({words, look});
}

// Only the words stand on the pill.
void appendTrimmed(QList<MarkedSpan> &spans, const QString &words, MarkedSpan::Look look)
{
    qsizetype from = 0;
    qsizetype to = words.size();
    while (from < to && !isOfAWord(words[from]))
        ++from;
    while (to > from && !isOfAWord(words[to - 1]))
        --to;
    if (from == to) { // marks alone
        append(spans, words, look == MarkedSpan::Look::Gone ? look : MarkedSpan::Look::Plain);
        return;
    }
    append(spans, words.left(from), MarkedSpan::Look::Plain);
    append(spans, words.mid(from, to - from), look);
    append(spans, words.mid(to), MarkedSpan::Look::Plain);
}

// The spans of a part with the letters of its sentence: its first capital, its mark at the end.
QList<MarkedSpan> fitted(const QList<MarkedSpan> &spans, const QString &sentence)
{
    QList<MarkedSpan> fit;
    qsizetype at = 0;
    bool same = true;
    for (const MarkedSpan &span : spans) {
        if (span.look == MarkedSpan::Look::Gone) {
            append(fit, span.words, span.look);
            continue;
        }
        QString words;
        for (const QChar c : span.words) {
            same = same && at < sentence.size() && sentence[at].toLower() == c.toLower();
            if (same)
                words += sentence[at++];
        }
        append(fit, words, span.look);
    }
    append(fit, sentence.mid(at), MarkedSpan::Look::Plain);
    return fit;
}

// As the description's text has it.
QString sentenceOfPart(DescriptionField field, const QString &words)
{
    Description alone;
    alone.setField(field, words);
    return alone.text();
}

bool joinsWithoutBlank(const QString &text)
{
    return !text.isEmpty() && text.back().unicode() >= 0x2e80;
}

} // namespace

QList<MarkedSpan> spansOf(const QList<WordRun> &runs, WentWords went)
{
    QList<MarkedSpan> spans;
    for (const WordRun &run : runs) {
        switch (run.kind) {
        case WordRun::Kind::Same:
            append(spans, run.words, MarkedSpan::Look::Plain);
            break;
        case WordRun::Kind::Added:
            appendTrimmed(spans, run.words,
                          run.askedFor ? MarkedSpan::Look::Changed : MarkedSpan::Look::Unasked);
            break;
        case WordRun::Kind::Removed:
            if (went == WentWords::Shown) {
                append(spans, run.words, MarkedSpan::Look::Gone);
                if (!run.words.isEmpty() && !run.words.back().isSpace()) // what came instead follows at once
                    append(spans, QStringLiteral(" "), MarkedSpan::Look::Gone);
            }
            break;
        }
    }
    return spans;
}

QList<MarkedSpan> spansOf(const Description &description, const QList<FieldChange> &changes, WentWords went)
{
    QList<MarkedSpan> spans;
    for (const DescriptionField field : descriptionFields()) {
        const QString words = description.field(field);
        const auto change = std::find_if(changes.begin(), changes.end(),
                                         [field](const FieldChange &one) { return one.field == field; });
        const QList<MarkedSpan> part = change == changes.end()
                                           ? QList<MarkedSpan>{{words, MarkedSpan::Look::Plain}}
                                           : spansOf(change->runs, went);
        if (part.isEmpty() || (words.isEmpty() && change == changes.end()))
            continue;
        if (!spans.isEmpty() && !joinsWithoutBlank(spans.constLast().words))
            append(spans, QStringLiteral(" "), MarkedSpan::Look::Plain);
        for (const MarkedSpan &span : fitted(part, sentenceOfPart(field, words)))
            append(spans, span.words, span.look);
    }
    return spans;
}

} // namespace retake
