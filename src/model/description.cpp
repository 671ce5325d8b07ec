// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/description.h"

#include "model/ideographs.h"

#include <QJsonObject>
#include <QStringList>

#include <algorithm>

namespace retake {

namespace {

constexpr std::array descriptionFieldNames{
    std::pair{DescriptionField::Subject, "subject"}, std::pair{DescriptionField::Appearance, "appearance"},
    std::pair{DescriptionField::Setting, "setting"}, std::pair{DescriptionField::Light, "light"},
    std::pair{DescriptionField::Camera, "camera"},   std::pair{DescriptionField::Motion, "motion"},
    std::pair{DescriptionField::Mood, "mood"},       std::pair{DescriptionField::Whole, "whole"}};

// One sentence with one mark at its end.
QString sentenceOf(QString words)
{
    constexpr QStringView loose(u" ,;:，；：、");
    constexpr QStringView stops(u".。");
    constexpr QStringView ends(u"!?！？…\"”’」』");
    while (!words.isEmpty() && (loose.contains(words.back()) || stops.contains(words.back())))
        words.chop(1);
    if (words.isEmpty())
        return words;
    if (!ends.contains(words.back()))
        words += isIdeograph(words.back().unicode()) ? QChar(u'。') : QChar(u'.');
    const qsizetype space = words.indexOf(u' ');
    const QString first = words.left(space);
    if (first == first.toLower()) // "iPhone" stays
        words[0] = words.at(0).toUpper();
    return words;
}

} // namespace

QString descriptionFieldName(DescriptionField field)
{
    for (const auto &[value, name] : descriptionFieldNames) {
        if (value == field)
            return QString::fromLatin1(name);
    }
    return {};
}

std::optional<DescriptionField> descriptionFieldFromName(const QString &name)
{
    for (const auto &[value, word] : descriptionFieldNames) {
        if (name == QLatin1String(word))
            return value;
    }
    return std::nullopt;
}

QList<DescriptionField> descriptionFields()
{
    QList<DescriptionField> fields;
    for (const auto &named : descriptionFieldNames)
        fields.append(named.first);
    return fields;
}

// A description has parts or is one whole, never both.
void Description::setField(DescriptionField field, const QString &words)
{
    const QString simplified = words.simplified();
    if (!simplified.isEmpty()) {
        if (field == DescriptionField::Whole)
            m_fields.fill({});
        else
            m_fields[std::size_t(DescriptionField::Whole)].clear();
    }
    m_fields[std::size_t(field)] = simplified;
}

bool Description::isEmpty() const
{
    return std::all_of(m_fields.begin(), m_fields.end(),
                       [](const QString &words) { return words.isEmpty(); });
}

QString Description::text() const
{
    if (isWhole())
        return field(DescriptionField::Whole);
    QString text;
    for (const QString &words : m_fields) {
        const QString sentence = sentenceOf(words);
        if (!text.isEmpty() && !sentence.isEmpty() && !isIdeograph(text.back().unicode()))
            text += u' ';
        text += sentence;
    }
    return text;
}

QString Description::labelled() const
{
    if (isWhole())
        return text();
    QStringList lines;
    for (const DescriptionField part : descriptionFields()) {
        if (field(part).isEmpty())
            continue;
        QString label = descriptionFieldName(part);
        label[0] = label.at(0).toUpper();
        lines.append(QString(label + u": " + field(part)));
    }
    return lines.join(u'\n');
}

qsizetype Description::characters() const
{
    return text().toUcs4().size();
}

QJsonObject descriptionToJson(const Description &description)
{
    QJsonObject json;
    for (const DescriptionField part : descriptionFields()) {
        if (!description.field(part).isEmpty())
            json.insert(descriptionFieldName(part), description.field(part));
    }
    return json;
}

Description descriptionFromJson(const QJsonValue &json)
{
    Description description;
    for (const DescriptionField part : descriptionFields())
        description.setField(part, json[descriptionFieldName(part)].toString());
    return description;
}

Description revised(const Description &current, const Description &answer,
                    const QList<DescriptionField> &locked)
{
    if (answer.isWhole())
        return locked.isEmpty() ? answer : current;
    if (current.isWhole() && locked.contains(DescriptionField::Whole))
        return current;
    Description result = current;
    for (const DescriptionField part : descriptionFields()) {
        if (!answer.field(part).isEmpty() && !locked.contains(part))
            result.setField(part, answer.field(part));
    }
    return result;
}

} // namespace retake
