// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/reviser.h"

#include "practice/edits.h"
#include "practice/translator.h"

#include <QRegularExpression>

namespace retake {

namespace {

QRegularExpression loosely(const char *pattern)
{
    return QRegularExpression(QLatin1String(pattern), QRegularExpression::CaseInsensitiveOption |
                                                          QRegularExpression::MultilineOption);
}

// What is said about the answer, not about the video.
bool isRule(const QString &line)
{
    static const QRegularExpression rule = loosely(
        "^(?:please )?(?:reply|answer|respond|return|write|only|apply these|these lines|the following|"
        "locked|do not|don't|never|keep (?:all|every|these|the other)|leave out|shorten|labels?\\b)");
    return line.contains(rule);
}

QStringList lockedIn(const QString &text)
{
    static const QRegularExpression named = loosely("^.*(?:locked|word for word|stay as they are).*$");
    QStringList locked;
    for (auto found = named.globalMatch(text); found.hasNext();) {
        const QString line = found.next().captured(0);
        for (const QString &label : lineLabels()) {
            if (line.contains(QRegularExpression(QString(u"\\b" + label + u"\\b"))))
                locked.append(label);
        }
    }
    return locked;
}

qsizetype maximumIn(const QString &text)
{
    static const QRegularExpression asks = loosely("\\b(?:shorten|shorter|too long|condense|trim)\\b");
    static const QRegularExpression most = loosely(
        "(?:at most|no more than|fewer than|less than|within|under|below|up to|maximum of|to)\\D{0,12}?"
        "(\\d{2,5})");
    static const QRegularExpression plain = loosely("(\\d{2,5}) char");
    if (!text.contains(asks))
        return 0;
    if (const auto m = most.match(text); m.hasMatch())
        return m.captured(1).toInt();
    const auto m = plain.match(text);
    return m.hasMatch() ? m.captured(1).toInt() : 0;
}

} // namespace

QStringList editsIn(const QString &text)
{
    static const QRegularExpression numbered = loosely("^\\s*\\d+[.)]\\s+(.+)$");
    static const QRegularExpression announced =
        loosely("^(?:(?:one|a|the) )?(?:(?:more|new|newest|latest|last) )*edit\\s*:\\s*(.+)$");
    static const QRegularExpression quoted(QStringLiteral("[\"“]([^\"”]+)[\"”]"));
    QStringList edits;
    for (auto found = numbered.globalMatch(text); found.hasNext();)
        edits.append(found.next().captured(1).trimmed());
    for (auto found = announced.globalMatch(text); found.hasNext();)
        edits.append(found.next().captured(1).trimmed());
    if (!edits.isEmpty())
        return edits;
    for (auto found = quoted.globalMatch(text); found.hasNext();)
        edits.append(found.next().captured(1).trimmed());
    if (!edits.isEmpty())
        return edits;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (!isRule(line.trimmed()) && !line.trimmed().isEmpty())
            edits.append(line.trimmed());
    }
    return edits;
}

RevisionTask readRevision(const AskedChat &chat)
{
    RevisionTask task;
    const AskedMessage &question = chat.question();
    for (const AskedMessage &message : chat.messages) {
        if (message.role == u"assistant") {
            task.current = readSaidLines(message.text());
            if (task.base.isEmpty())
                task.base = task.current;
        } else if (message.role == u"user" && !task.base.isEmpty() && &message != &question) {
            task.earlier += editsIn(message.text());
        }
    }
    const QString asked = question.text();
    task.newest = editsIn(asked);
    task.locked = lockedIn(asked);
    task.maximum = maximumIn(asked);
    static const QRegularExpression onlyLines = loosely("only\\b.{0,20}\\blines?\\b.{0,20}\\bchang");
    task.onlyChanged = asked.contains(onlyLines);
    const SaidLines brought = readSaidLines(asked); // a description in the question itself
    if (task.maximum > 0 && !brought.isEmpty() && !brought.first().label.isEmpty())
        task.current = brought;
    if (task.base.isEmpty() && task.maximum > 0)
        task.base = task.current;
    return task;
}

QString revisedAnswer(const RevisionTask &task)
{
    if (task.maximum > 0)
        return writeSaidLines(shortened(task.current, task.maximum, task.locked));
    SaidLines before = task.base;
    for (const QString &edit : task.earlier)
        before = applied(before, translatedInstruction(edit), {}); // what is locked now was open then
    SaidLines after = before;
    for (const QString &edit : task.newest)
        after = applied(after, translatedInstruction(edit), task.locked);
    if (!task.onlyChanged || after.size() != before.size())
        return writeSaidLines(after);
    SaidLines changed;
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (after[i] != before[i])
            changed.append(after[i]);
    }
    return writeSaidLines(changed.isEmpty() ? after : changed);
}

} // namespace retake
