// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/edits.h"

#include "practice/linesheet.h"

#include "practice/pattern.h"

#include <algorithm>

namespace retake {

namespace {

const QString &colourPattern()
{
    static const QString pattern = QStringLiteral(
        "(?:white|black|grey|gray|red|orange|yellow|green|cyan|turquoise|blue|purple|violet|pink|brown|gold|"
        "golden|silver)");
    return pattern;
}

bool isColour(const QString &words)
{
    static const QRegularExpression whole =
        anyCase(QString(u"^(?:(?:light|dark|bright|deep|pale) )?" + colourPattern() + u'$'));
    return whole.match(words.simplified()).hasMatch();
}

// "smile": "smiling"; other words stay.
QString asDoing(const QString &words)
{
    static const QStringList doubled{QStringLiteral("run"), QStringLiteral("sit"), QStringLiteral("swim"),
                                     QStringLiteral("nod"), QStringLiteral("hop"), QStringLiteral("spin")};
    static const QStringList others{QStringLiteral("wear"), QStringLiteral("hold"), QStringLiteral("look"),
                                    QStringLiteral("carry"), QStringLiteral("have")};
    QString verb = words.section(u' ', 0, 0).toLower();
    if ((bestLabelFor(verb) != u"Motion" && !others.contains(verb)) || verb.endsWith(u"ing") ||
        verb.endsWith(u"er"))
        return words;
    if (doubled.contains(verb))
        verb += verb.back();
    else if (verb.endsWith(u'e'))
        verb.chop(1);
    return QString(verb + u"ing" + words.mid(words.section(u' ', 0, 0).size()));
}

QString thingOf(const QString &words) // "purple parrot": "parrot"
{
    return words.mid(leadingColour(words).size()).trimmed();
}

struct ConditionWords
{
    const char *pattern;
    const char *label;
    const char *words; // of a line of its own, or after the words of the setting
};

constexpr ConditionWords conditions[] = {
    {"night|nighttime|midnight", "Light", "Dark light of the night"},
    {"dusk|sunset|evening|twilight|golden hour", "Light", "Low, warm light, as at sunset"},
    {"dawn|sunrise|morning", "Light", "Soft, fresh light of the early morning at sunrise"},
    {"day|daytime|daylight|noon|midday|sunny|sunshine", "Light", "Bright sunlight of the day"},
    {"rain|rainy|raining|wet", "Setting", "in the rain"},
    {"snow|snowy|snowing|winter", "Setting", "in falling snow"},
    {"fog|foggy|mist|misty", "Setting", "in thick fog"},
    {"storm|stormy|thunderstorm", "Setting", "in a storm with lightning"},
};

const ConditionWords *conditionIn(const QString &words)
{
    for (const ConditionWords &row : conditions) {
        const QRegularExpression pattern =
            anyCase(QStringLiteral("\\b(?:%1)\\b").arg(QLatin1String(row.pattern)));
        if (words.contains(pattern))
            return &row;
    }
    return nullptr;
}

void setCondition(LineSheet &sheet, const ConditionWords &condition)
{
    const QString label = QLatin1String(condition.label);
    const QString words = QLatin1String(condition.words);
    if (label == u"Light") {
        sheet.say(label, words);
        return;
    }
    for (const ConditionWords &row : conditions) { // one weather at a time
        if (SaidLine *line = sheet.open(label); line && QLatin1String(row.label) == label)
            line->words = asSentence(
                withoutStop(line->words).remove(QString(u", " + QString(QLatin1String(row.words)))));
    }
    sheet.append(label, words);
}

void setBackground(LineSheet &sheet, const QString &with)
{
    static const QRegularExpression before(QStringLiteral("\\b(?:before|against|in front of) [^,.]+"));
    static const QRegularExpression behind(
        QStringLiteral("\\b([Bb]ehind (?:it|him|her|them)|[Ii]n the background),? [^.]+"));
    SaidLine *line = sheet.open(QStringLiteral("Setting"));
    if (line && line->label.isEmpty()) {
        if (line->words.contains(before))
            line->words.replace(line->words.indexOf(before), before.match(line->words).capturedLength(),
                                QString(u"before " + withArticle(with)));
        else if (line->words.contains(behind))
            line->words.replace(behind, QString(u"\\1 " + withoutStop(withArticle(with))));
        else
            line->words += QString(u" The background is " + withoutStop(withArticle(with)) + u'.');
    } else {
        sheet.say(QStringLiteral("Setting"), with);
    }
    const ConditionWords *condition = conditionIn(with);
    if (condition && QLatin1String(condition->label) == u"Light" && line && !line->label.isEmpty())
        setCondition(sheet, *condition);
}

void replaceThing(LineSheet &sheet, const QString &what, const QString &with)
{
    const QString old = bareThing(what);
    const QString oldColour = leadingColour(old);
    const QString oldThing = isColour(old) ? QString() : thingOf(old);
    QString put = bareThing(with);
    const QString newColour = leadingColour(put);
    const QString optionalColour = QString(u"(?:(" + colourPattern() + u")\\s+)?");

    static const QStringList times{QStringLiteral("weather"), QStringLiteral("time"),
                                   QStringLiteral("time of day"), QStringLiteral("season")};
    const ConditionWords *condition = conditionIn(put);
    if (condition && (conditionIn(old) || times.contains(old.toLower()))) {
        setCondition(sheet, *condition);
        return;
    }
    if (isColour(old) && isColour(put)) {
        if (sheet.has(old))
            sheet.exchange(QRegularExpression::escape(old), put);
        else
            sheet.append(QStringLiteral("Appearance"), QString(u"now " + put));
        return;
    }
    if (sheet.has(old)) {
        if (isColour(put) && !oldThing.isEmpty())
            put = QString(put + u' ' + oldThing);
        const QRegularExpression coloured =
            anyCase(QString(u"\\b(" + colourPattern() + u")\\s+" + QRegularExpression::escape(old)));
        QString worn = oldColour;
        for (const SaidLine &line : sheet.lines()) {
            if (const auto m = coloured.match(line.words); worn.isEmpty() && m.hasMatch())
                worn = m.captured(1);
        }
        sheet.exchange(
            QString((newColour.isEmpty() ? QString() : optionalColour) + QRegularExpression::escape(old)),
            put);
        sheet.recolour(worn, newColour);
        return;
    }
    const QString about = bestLabelFor(oldThing);
    if (!oldThing.isEmpty() && about != u"Subject" && !sheet.has(oldThing)) { // a thing, but not the figure
        const bool isPlace = about == u"Setting" && bestLabelFor(put) == about;
        if (isPlace)
            setBackground(sheet, with);
        else
            sheet.append(about, isColour(put) ? QString(put + u' ' + oldThing)
                                              : QString(u"now " + withArticle(with)));
        return;
    }
    // It goes by another name here: what is described as a figure, of that colour or without one said.
    const QString named =
        sheet.has(oldThing) ? QRegularExpression::escape(oldThing) : QStringLiteral("figure");
    const QRegularExpression whole = anyCase(QString(optionalColour + named));
    for (const SaidLine &line : sheet.lines()) {
        const auto m = whole.match(line.words);
        if (!m.hasMatch() || line.label == u"Setting")
            continue;
        const QString worn = m.captured(1);
        if (!oldColour.isEmpty() && !worn.isEmpty() && worn.compare(oldColour, Qt::CaseInsensitive) != 0)
            continue;
        if (isColour(put))
            put = QString(put + u' ' + (oldThing.isEmpty() ? QStringLiteral("figure") : oldThing));
        sheet.exchange(QString(optionalColour + named), put);
        sheet.recolour(worn, newColour);
        return;
    }
    sheet.append(QStringLiteral("Subject"), QString(u"now " + withArticle(with)));
}

void makeThing(LineSheet &sheet, const Edit &edit)
{
    static const QStringList pronouns{
        QStringLiteral("it"),      QStringLiteral("him"),        QStringLiteral("he"),
        QStringLiteral("she"),     QStringLiteral("they"),       QStringLiteral("her"),
        QStringLiteral("them"),    QStringLiteral("everything"), QStringLiteral("this"),
        QStringLiteral("weather"), QStringLiteral("time"),       QStringLiteral("video")};
    QString what = bareThing(edit.what);
    QString with = edit.with;
    // The longest beginning that stands in the description is the thing, the rest what it is to be.
    const QStringList all = QString(what + u' ' + with).split(u' ');
    for (qsizetype n = all.size() - 1; n > 0; --n) {
        if (const QString head = all.mid(0, n).join(u' '); sheet.has(head)) {
            what = head;
            with = all.mid(n).join(u' ');
            break;
        }
    }
    if (!sheet.has(what) && isColour(all.last()) && !pronouns.contains(what.toLower())) {
        what = all.mid(0, all.size() - 1).join(u' ');
        with = all.last();
    }

    const bool isThing = bareThing(with) != withoutStop(with);
    if (pronouns.contains(what.toLower())) {
        if (const ConditionWords *condition = conditionIn(with))
            setCondition(sheet, *condition);
        else if (isColour(with) || (isThing && bestLabelFor(with) == u"Subject"))
            replaceThing(sheet, QStringLiteral("figure"), with);
        else
            sheet.append(bestLabelFor(with), asDoing(withoutStop(with)));
        return;
    }
    if (isColour(with) || isThing)
        replaceThing(sheet, what, with);
    else
        sheet.append(bestLabelFor(bestLabelFor(with) == u"Subject" ? what : with),
                     asDoing(withoutStop(with)));
}

void removeThing(LineSheet &sheet, const QString &what)
{
    const QString thing = bareThing(what);
    bool found = false;
    for (const SaidLine &known : sheet.lines()) {
        SaidLine *line = sheet.open(known.label);
        if (!line)
            continue;
        const QRegularExpression clause = anyCase(
            QString(u"(?:,? (?:and|with|wearing|in|on|under) |, )?(?:\\b(?:a|an|the|some) )?(?:[a-z]+ )?\\b" +
                    QRegularExpression::escape(thing) + u"\\b"));
        const QString less = QString(line->words).remove(clause);
        if (less == line->words || withoutStop(less).trimmed().isEmpty())
            continue;
        line->words = asSentence(withoutStop(less.simplified()));
        found = true;
    }
    if (!found)
        sheet.append(bestLabelFor(thing), QString(u"without " + thing));
}

} // namespace

QString leadingColour(const QString &words)
{
    static const QRegularExpression head = anyCase(QString(u"^" + colourPattern() + u"\\b"));
    return head.match(words).captured(0);
}

SaidLines applied(SaidLines lines, const Edit &edit, const QStringList &locked)
{
    LineSheet sheet(std::move(lines), locked);
    switch (edit.kind) {
    case Edit::Kind::Replace:
        replaceThing(sheet, edit.what, edit.with);
        break;
    case Edit::Kind::Background:
        setBackground(sheet, edit.with);
        break;
    case Edit::Kind::Make:
        makeThing(sheet, edit);
        break;
    case Edit::Kind::Add:
        if (const ConditionWords *weather = conditionIn(edit.with);
            weather && edit.with.split(u' ').size() < 4)
            setCondition(sheet, *weather);
        else
            sheet.append(bestLabelFor(edit.with), QString(u"with " + withArticle(edit.with)));
        break;
    case Edit::Kind::Remove:
        removeThing(sheet, edit.what);
        break;
    case Edit::Kind::Unknown:
        sheet.append(bestLabelFor(edit.with),
                     QString(edit.with.left(1).toLower() + withoutStop(edit.with).mid(1)));
        break;
    }
    return sheet.lines();
}

SaidLines applied(SaidLines lines, const QString &sentence, const QStringList &locked)
{
    for (const Edit &edit : readEdits(sentence))
        lines = applied(std::move(lines), edit, locked);
    return lines;
}

} // namespace retake
