// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what a describer answers, however it lays its parts out.
#include "model/descriptionlabels.h"

#include "model/ideographs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

namespace retake {

namespace {

struct LabelledLine
{
    QString label; // lower case
    DescriptionField field = DescriptionField::Whole;
    QString rest;
};

// "- **Subject (main):** a parrot", "1. Subject – a parrot", "### Subject", "| Subject | a parrot |",
// 【主体】鹦鹉
std::optional<LabelledLine> readLabel(const QString &line)
{
    static const QRegularExpression shape(
        QStringLiteral("^\\s*(?:[-*+•·●▪>#|]+\\s*|[(（]?\\d{1,2}[.)）、:：]\\s*)*" // list marks
                       "[*_`\"'“【\\[]*\\s*"
                       "([\\p{L}][\\p{L}\\d _/&、]{0,28}?)" // the label
                       "\\s*(?:[(（][^)）]{0,40}[)）]\\s*)?"
                       "(?:[*_`\"'”]*\\s*[:：|]|[】\\]]\\s*[:：]?|[*_`\"'”]*\\s+[-–—]+\\s|[*_`\"'”]*\\s*[–—]+"
                       "|[*_`\"'”]*\\s*$)"
                       "\\s*(.*)$"));
    const auto match = shape.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    const auto field = labelledField(match.captured(1));
    if (!field)
        return std::nullopt;
    return LabelledLine{match.captured(1).simplified().toLower(), *field, match.captured(2)};
}

// What people would not film: marks of layout, quotation marks round all of it.
QString plainWords(const QString &marked)
{
    static const QRegularExpression rule(QStringLiteral("(?:^|\\n)\\s*(?:[-*_=]{3,}|```\\w*)\\s*(?=\\n|$)"));
    static const QRegularExpression marks(QStringLiteral("\\*{1,3}|__|`"));
    static const QRegularExpression listMark(QStringLiteral("(?:^|\\n)\\s*(?:[-+•·●▪>]|#{1,6})\\s+"));
    QString words = marked;
    words.replace(rule, QStringLiteral("\n"));
    words.replace(listMark, QStringLiteral("\n")).remove(marks);
    words = words.simplified();
    while (words.startsWith(u'|') || words.startsWith(u',') || words.startsWith(u':'))
        words = words.mid(1).trimmed();
    while (words.endsWith(u'|'))
        words = words.chopped(1).trimmed();
    for (const QStringView pair : {QStringView(u"\"\""), QStringView(u"“”"), QStringView(u"「」")}) {
        if (words.size() > 2 && words.startsWith(pair.front()) && words.endsWith(pair.back()) &&
            !QStringView(words).mid(1).chopped(1).contains(pair.front()))
            words = words.mid(1).chopped(1).trimmed();
    }
    return words;
}

bool saysNothing(const QString &words)
{
    static const QSet<QString> nothing{QStringLiteral("unchanged"),  QStringLiteral("no change"),
                                       QStringLiteral("no changes"), QStringLiteral("same as before"),
                                       QStringLiteral("same"),       QStringLiteral("none"),
                                       QStringLiteral("n/a"),        QStringLiteral("not changed"),
                                       QStringLiteral("不变"),       QStringLiteral("无"),
                                       QStringLiteral("无变化"),     QStringLiteral("-")};
    QString bare = words.toLower();
    while (!bare.isEmpty() && QStringView(u".。()（）[]").contains(bare.back()))
        bare.chop(1);
    while (!bare.isEmpty() && QStringView(u"(（[").contains(bare.front()))
        bare.remove(0, 1);
    return bare.isEmpty() || nothing.contains(bare);
}

bool isFarewell(const QString &line)
{
    static const QRegularExpression shape(
        QStringLiteral("^[\\s*#>\"'“_]*(?:let me know|feel free|i hope|hope this|would you like|if you(?:'d| "
                       "would| want|"
                       " need)|please let|note:|note that|如果|请告诉|希望|如需|需要我)"),
        QRegularExpression::CaseInsensitiveOption);
    return shape.match(line).hasMatch();
}

// "Sure, here is the revised description:"
const QRegularExpression &greeting()
{
    static const QRegularExpression shape(
        QStringLiteral(
            "^[\\s*#>\"'“_]*(?:(?:sure|certainly|of course|okay|ok|absolutely|great|understood|got it|no "
            "problem|"
            "here(?:'s|’s| is| are)|below is|the (?:revised|updated|new|shortened)|"
            "(?:revised|updated|new|shortened|video) (?:description|prompt)|description|prompt)\\b"
            "[^:：\\n]{0,160}|(?:好的|当然|以下是|这是|没问题|可以|描述|修改后的描述)[^:：\\n]{0,60})[:：]+"
            "\\**\\s*"),
        QRegularExpression::CaseInsensitiveOption);
    return shape;
}

// A line that only greets: "Sure! Here you go." before a paragraph.
bool isGreetingAlone(const QString &line)
{
    static const QRegularExpression shape(
        QStringLiteral("^[\\s*#>\"'“_]*(?:sure|certainly|of course|okay|ok|absolutely|got it|no "
                       "problem|好的|当然)"
                       "\\s*[!.,！。，][^\\n]{0,80}$"),
        QRegularExpression::CaseInsensitiveOption);
    return shape.match(line).hasMatch();
}

Description wholeOf(const QString &answer)
{
    QStringList lines;
    for (const QString &line : answer.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    while (lines.size() > 1 && (isFarewell(lines.last())))
        lines.removeLast();
    if (lines.size() > 1 && isGreetingAlone(lines.first()))
        lines.removeFirst();
    for (int i = 0; i < 2 && !lines.isEmpty(); ++i) {
        const auto match = greeting().match(lines.first());
        if (!match.hasMatch() || (lines.size() == 1 && match.capturedLength() == lines.first().size()))
            break;
        lines.first().remove(0, match.capturedLength());
        if (lines.first().isEmpty())
            lines.removeFirst();
    }
    Description description;
    description.setField(DescriptionField::Whole, plainWords(lines.join(u'\n')));
    return description;
}

// Collects the parts: different labels of one part add up, the same label again takes the place of itself.
class DescriptionParts
{
public:
    void begin(const LabelledLine &line)
    {
        m_label = line.label;
        m_field = line.field;
        m_byLabel[std::size_t(m_field)].removeIf([this](const auto &part) { return part.first == m_label; });
        m_byLabel[std::size_t(m_field)].append({m_label, line.rest});
    }

    bool any() const { return !m_label.isEmpty(); }

    void add(const QString &line) { m_byLabel[std::size_t(m_field)].last().second += QString(u'\n' + line); }

    Description description() const
    {
        Description description;
        for (const DescriptionField field : descriptionFields()) {
            QString all;
            for (const auto &[label, words] : m_byLabel[std::size_t(field)]) {
                const QString plain = plainWords(words);
                if (saysNothing(plain))
                    continue;
                if (!all.isEmpty() && !QStringView(u".!?。！？").contains(all.back()))
                    all += isIdeograph(all.back().unicode()) ? QChar(u'。') : QChar(u'.');
                if (!all.isEmpty() && !isIdeograph(all.back().unicode()))
                    all += u' ';
                all += plain;
            }
            if (field != DescriptionField::Whole || description.isEmpty())
                description.setField(field, all);
        }
        return description;
    }

private:
    std::array<QList<std::pair<QString, QString>>, descriptionFieldCount> m_byLabel;
    QString m_label;
    DescriptionField m_field = DescriptionField::Whole;
};

QString wordsOf(const QJsonValue &value)
{
    if (!value.isArray() && !value.isObject())
        return value.toVariant().toString();
    QStringList all;
    if (value.isArray()) {
        for (const auto &item : value.toArray())
            all.append(wordsOf(item));
    } else {
        for (const auto &item : value.toObject())
            all.append(wordsOf(item));
    }
    return all.join(QStringLiteral(", "));
}

std::optional<Description> fromJsonObject(const QJsonObject &json)
{
    DescriptionParts parts;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const auto field = labelledField(it.key());
        if (it.value().isObject() && (!field || *field == DescriptionField::Whole)) {
            if (const auto inner = fromJsonObject(it.value().toObject()))
                return inner;
        }
        if (field)
            parts.begin({it.key().toLower(), *field, wordsOf(it.value())});
    }
    if (!parts.any())
        return std::nullopt;
    return parts.description();
}

std::optional<Description> fromJsonText(const QString &answer)
{
    const auto from = answer.indexOf(u'{');
    const auto to = answer.lastIndexOf(u'}');
    if (from < 0 || to < from)
        return std::nullopt;
    const auto json = QJsonDocument::fromJson(answer.mid(from, to - from + 1).toUtf8());
    return json.isObject() ? fromJsonObject(json.object()) : std::nullopt;
}

// Some put all their parts into one line.
QStringList linesOf(const QString &answer)
{
    static const QRegularExpression inner(QStringLiteral(
        "(?<=[.;。；!?])\\s*(?=\\**(?:Subject|Appearance|Setting|Light|Lighting|Camera|Motion|Mood|"
        "主体|外观|场景|环境|光线|镜头|动作|运动|氛围)\\**\\s*[:：])"));
    QStringList lines;
    for (const QString &line : answer.split(u'\n')) {
        if (readLabel(line))
            lines += QString(line).replace(inner, QStringLiteral("\n")).split(u'\n');
        else
            lines.append(line);
    }
    return lines;
}

} // namespace

Description parseDescription(const QString &answer)
{
    static const QRegularExpression thoughts(QStringLiteral("<think>.*?</think>|<\\|[a-z_]+\\|>"),
                                             QRegularExpression::DotMatchesEverythingOption);
    QString said = answer;
    said.remove(thoughts).replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    if (const auto fromJson = fromJsonText(said))
        return *fromJson;
    DescriptionParts parts;
    for (const QString &line : linesOf(said)) {
        if (const auto labelled = readLabel(line)) {
            // "Revised description:" is no part as long as parts may follow
            if (labelled->field != DescriptionField::Whole)
                parts.begin(*labelled);
        } else if (parts.any()) {
            if (isFarewell(line))
                break;
            parts.add(line);
        }
    }
    return parts.any() ? parts.description() : wholeOf(said);
}

} // namespace retake
