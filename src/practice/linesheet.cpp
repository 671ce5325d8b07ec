// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/linesheet.h"

#include "practice/edits.h"

#include "practice/pattern.h"

#include <algorithm>

namespace retake {

namespace {

QRegularExpression wholeWords(const QString &words)
{
    return anyCase(QString(u"\\b" + QRegularExpression::escape(words) + u"s?\\b"));
}

QString fitted(const QString &article, const QString &with)
{
    if (article.isEmpty() || bareThing(with) != with) // brings its own
        return with;
    if (article.toLower() == u"the")
        return QString(article + u' ' + with);
    QString put = withArticle(with);
    if (article[0].isUpper())
        put[0] = put[0].toUpper();
    return put;
}

} // namespace

LineSheet::LineSheet(SaidLines lines, const QStringList &locked)
    : m_lines(std::move(lines))
    , m_locked(locked)
{}

bool LineSheet::isOpen(const SaidLine &line) const
{
    return !m_locked.contains(line.label);
}

SaidLine *LineSheet::open(const QString &label)
{
    for (SaidLine &line : m_lines) {
        if ((line.label == label || line.label.isEmpty()) && isOpen(line))
            return &line;
    }
    return nullptr;
}

bool LineSheet::has(const QString &words) const
{
    return !words.isEmpty() && std::any_of(m_lines.begin(), m_lines.end(), [&](const SaidLine &line) {
        return line.words.contains(wholeWords(words));
    });
}

void LineSheet::exchange(const QString &pattern, const QString &with)
{
    const QRegularExpression found = anyCase(QString(u"\\b(?:(a|an|the)\\s+)?" + pattern + u"\\b"));
    for (SaidLine &line : m_lines) {
        if (!isOpen(line))
            continue;
        for (auto m = found.match(line.words); m.hasMatch();) {
            const qsizetype at = m.capturedStart();
            const QString put = fitted(m.captured(1), with);
            line.words.replace(at, m.capturedLength(), put);
            line.words = asSentence(line.words);
            m = found.match(line.words, at + put.size());
        }
    }
}

void LineSheet::recolour(const QString &from, const QString &to)
{
    if (from.isEmpty() || to.isEmpty())
        return;
    const QString old = QRegularExpression::escape(from);
    static const QStringList places{QStringLiteral("Setting"), QStringLiteral("Light"),
                                    QStringLiteral("Mood")};
    for (SaidLine &line : m_lines) {
        if (!isOpen(line) || places.contains(line.label))
            continue;
        if (line.label.isEmpty()) // in a paragraph only where it is said to be so
            line.words.replace(anyCase(QString(u"\\b(mostly|entirely|all) " + old + u"\\b")),
                               QString(u"\\1 " + to));
        else
            line.words = asSentence(
                line.words.replace(anyCase(QString(u"\\b(?:dark |light |bright )?" + old + u"\\b")), to));
    }
}

void LineSheet::say(const QString &label, const QString &words)
{
    SaidLine *line = open(label);
    if (!line)
        append(QStringLiteral("Subject"), words);
    else if (line->label.isEmpty())
        line->words = QString(asSentence(line->words) + u' ' + asSentence(words));
    else
        line->words = asSentence(words);
}

void LineSheet::append(const QString &label, const QString &words)
{
    SaidLine *line = open(label);
    for (const QString &other : lineLabels()) {
        if (!line)
            line = open(other);
    }
    if (!line || line->words.contains(wholeWords(words)))
        return;
    if (line->label.isEmpty())
        line->words = QString(asSentence(line->words) + u' ' + asSentence(words));
    else
        line->words = asSentence(QString(withoutStop(line->words) + u", " + words));
}

} // namespace retake
