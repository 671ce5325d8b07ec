// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace retake {

// The parts of a description, in the order in which they are said. Whole holds the text of a describer that
// keeps to no parts; then all the others are empty.
enum class DescriptionField { Subject, Appearance, Setting, Light, Camera, Motion, Mood, Whole };
constexpr int descriptionFieldCount = 8;

// "subject" ... "whole": stored, and printed by retake-cli.
QString descriptionFieldName(DescriptionField field);
std::optional<DescriptionField> descriptionFieldFromName(const QString &name);
QList<DescriptionField> descriptionFields(); // all, in order

// What a video shows, in words: the prompt of the video that is made of it.
class Description
{
public:
    QString field(DescriptionField field) const { return m_fields[std::size_t(field)]; }

    void setField(DescriptionField field, const QString &words); // white space simplified
    bool isEmpty() const;

    bool isWhole() const { return !field(DescriptionField::Whole).isEmpty(); }

    QString text() const;         // what is sent as prompt: the parts joined, each a sentence
    QString labelled() const;     // "Subject: ...\nSetting: ...": what a describer is shown; Whole: the text
    qsizetype characters() const; // of text(), as the services count: code points

    friend bool operator==(const Description &, const Description &) = default;

private:
    std::array<QString, descriptionFieldCount> m_fields;
};

QJsonObject descriptionToJson(const Description &description);
Description descriptionFromJson(const QJsonValue &json);

// Reads a describer's answer: lines "Subject: ...", with or without list marks, bold type, capitals or
// Chinese labels; lines that follow belong to the label before them. Without any label all of it is Whole.
Description parseDescription(const QString &answer);

// A revised description: what `answer` has parts of replaces those of `current`, save the locked ones. An
// answer that is Whole replaces all, unless something is locked: then it is left out as well.
Description revised(const Description &current, const Description &answer,
                    const QList<DescriptionField> &locked);

} // namespace retake
