// SPDX-License-Identifier: GPL-3.0-or-later
#include "turnwords.h"

#include "console.h"
#include "session/turnsentence.h"
#include "words.h"

#include <QJsonArray>

#include <functional>

namespace retake::cli {

namespace {

void eachUnaskedRun(const QList<FieldChange> &changes,
                    const std::function<void(DescriptionField, const WordRun &)> &visit)
{
    for (const FieldChange &change : changes) {
        if (!change.isUnasked)
            continue;
        for (const WordRun &run : change.runs) {
            if (run.kind != WordRun::Kind::Same && !run.askedFor)
                visit(change.field, run);
        }
    }
}

QString fieldText(DescriptionField field)
{
    switch (field) {
    case DescriptionField::Subject:
        return Cli::tr("subject");
    case DescriptionField::Appearance:
        return Cli::tr("appearance");
    case DescriptionField::Setting:
        return Cli::tr("setting");
    case DescriptionField::Light:
        return Cli::tr("light");
    case DescriptionField::Camera:
        return Cli::tr("camera");
    case DescriptionField::Motion:
        return Cli::tr("motion");
    case DescriptionField::Mood:
        return Cli::tr("mood");
    case DescriptionField::Whole:
        return Cli::tr("description");
    }
    Q_UNREACHABLE();
}

} // namespace

QStringList unaskedTexts(const QList<FieldChange> &changes)
{
    QStringList lines;
    for (const FieldChange &change : changes) {
        QStringList words;
        eachUnaskedRun({change}, [&words](DescriptionField, const WordRun &run) {
            const QString sign = run.kind == WordRun::Kind::Added ? QStringLiteral("+") : QStringLiteral("−");
            words.append(QString(sign + u'“' + run.words.simplified() + u'”'));
        });
        if (!words.isEmpty())
            lines.append(
                Cli::tr("Nobody asked to change the %1: %2").arg(fieldText(change.field), words.join(u' ')));
    }
    return lines;
}

QString turnText(const Turn &turn)
{
    return Cli::tr("Turn %1: %2 (%3 characters)")
        .arg(QString::number(turn.id.value), turn.description.text(),
             QString::number(turn.description.characters()));
}

QJsonObject turnJson(const Turn &turn, const QList<FieldChange> &changes)
{
    QJsonArray unasked;
    eachUnaskedRun(changes, [&unasked](DescriptionField field, const WordRun &run) {
        const bool added = run.kind == WordRun::Kind::Added;
        unasked.append(QJsonObject{
            {QStringLiteral("field"), descriptionFieldName(field)},
            {QStringLiteral("change"), added ? QStringLiteral("added") : QStringLiteral("removed")},
            {QStringLiteral("words"), run.words.simplified()}});
    });
    QJsonObject json{{QStringLiteral("turn"), turn.id.value},
                     {QStringLiteral("kind"), turnKindName(turn.kind)},
                     {QStringLiteral("said"), turn.said},
                     {QStringLiteral("translated"), turn.translated},
                     {QStringLiteral("description"), descriptionToJson(turn.description)},
                     {QStringLiteral("text"), turn.description.text()},
                     {QStringLiteral("characters"), turn.description.characters()},
                     {QStringLiteral("unasked"), unasked},
                     {QStringLiteral("describer"), turn.describer},
                     {QStringLiteral("usage"), turn.usage}};
    if (turn.error) {
        const ErrorSentence sentence = sentenceForTurn(*turn.error);
        QJsonObject error = errorToJson(*turn.error);
        error.insert(QStringLiteral("title"), sentence.title);
        error.insert(QStringLiteral("advice"), sentence.advice);
        json.insert(QStringLiteral("error"), error);
    }
    return json;
}

} // namespace retake::cli
