// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/saidlines.h"

#include <QRegularExpression>

#include <algorithm>

namespace retake {

namespace {

// What a shortened line does not end with.
const QStringList &loose()
{
    static const QStringList words{QStringLiteral("a"),   QStringLiteral("an"),   QStringLiteral("the"),
                                   QStringLiteral("and"), QStringLiteral("with"), QStringLiteral("of"),
                                   QStringLiteral("in"),  QStringLiteral("on"),   QStringLiteral("at"),
                                   QStringLiteral("as"),  QStringLiteral("for"),  QStringLiteral("to"),
                                   QStringLiteral("by"),  QStringLiteral("from")};
    return words;
}

QString tidied(QString words)
{
    for (;;) {
        while (!words.isEmpty() && QStringLiteral(" ,;:-").contains(words.back()))
            words.chop(1);
        const QString last = words.section(u' ', -1);
        if (!words.contains(u' ') || !loose().contains(last.toLower()))
            return words;
        words.chop(last.size());
    }
}

QString withoutLastClause(const QString &words) // the same when there is only one
{
    const qsizetype cut =
        std::max({words.lastIndexOf(QStringLiteral(", ")), words.lastIndexOf(QStringLiteral("; ")),
                  words.lastIndexOf(QStringLiteral(". "))});
    return cut > 0 ? tidied(words.left(cut)) : words;
}

QString withoutLastWord(const QString &words)
{
    const qsizetype cut = words.lastIndexOf(u' ');
    return cut > 0 ? tidied(words.left(cut)) : words;
}

} // namespace

QStringList lineLabels()
{
    return {QStringLiteral("Subject"), QStringLiteral("Appearance"), QStringLiteral("Setting"),
            QStringLiteral("Light"),   QStringLiteral("Camera"),     QStringLiteral("Motion"),
            QStringLiteral("Mood")};
}

SaidLines readSaidLines(const QString &text)
{
    static const QRegularExpression labelled(
        QStringLiteral(
            "^[-*#\\s]*(Subject|Appearance|Setting|Light|Camera|Motion|Mood)\\**\\s*:\\**\\s*(.*)$"),
        QRegularExpression::CaseInsensitiveOption);
    SaidLines lines;
    for (const QString &row : text.split(u'\n')) {
        const auto match = labelled.match(row);
        if (match.hasMatch()) {
            QString label = match.captured(1).toLower();
            label[0] = label[0].toUpper();
            lines.append({label, match.captured(2).trimmed()});
        } else if (!row.trimmed().isEmpty() && !lines.isEmpty()) {
            lines.last().words += QString(u' ' + row.trimmed());
        }
    }
    if (lines.isEmpty() && !text.trimmed().isEmpty())
        lines.append({{}, text.simplified()});
    return lines;
}

QString writeSaidLines(const SaidLines &lines)
{
    QStringList rows;
    for (const SaidLine &line : lines)
        rows.append(line.label.isEmpty() ? line.words : QString(line.label + u": " + line.words));
    return rows.join(u'\n');
}

qsizetype saidLength(const SaidLines &lines)
{
    qsizetype length = std::max<qsizetype>(0, lines.size() - 1); // a space between them
    for (const SaidLine &line : lines)
        length += asSentence(line.words).toUcs4().size();
    return length;
}

QString asSentence(const QString &words)
{
    QString sentence = words.trimmed();
    if (sentence.isEmpty())
        return sentence;
    sentence[0] = sentence[0].toUpper();
    if (!QStringLiteral(".!?").contains(sentence.back()))
        sentence += u'.';
    return sentence;
}

QString withoutStop(const QString &words)
{
    QString bare = words.trimmed();
    while (bare.endsWith(u'.'))
        bare.chop(1);
    return bare;
}

SaidLines shortened(SaidLines lines, qsizetype maximum, const QStringList &locked)
{
    // What is missed least goes first.
    static const QStringList order{QStringLiteral("Mood"),       QStringLiteral("Camera"),
                                   QStringLiteral("Motion"),     QStringLiteral("Light"),
                                   QStringLiteral("Appearance"), QStringLiteral("Setting"),
                                   QStringLiteral("Subject"),    QString()};
    for (const QString &label : order) {
        for (SaidLine &line : lines) {
            while (line.label == label && !locked.contains(label) && saidLength(lines) > maximum) {
                const QString less = withoutLastClause(withoutStop(line.words));
                if (less == withoutStop(line.words))
                    break;
                line.words = asSentence(less);
            }
        }
    }
    while (saidLength(lines) > maximum) {
        SaidLine *longest = nullptr;
        for (SaidLine &line : lines) {
            const bool canLose = !locked.contains(line.label) && withoutStop(line.words).contains(u' ');
            if (canLose && (!longest || line.words.size() > longest->words.size()))
                longest = &line;
        }
        if (!longest)
            break;
        longest->words = asSentence(withoutLastWord(withoutStop(longest->words)));
    }
    return lines;
}

} // namespace retake
