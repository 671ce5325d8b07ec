// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/remakeplan.h"

#include "practice/sight.h"

#include <QRegularExpression>

#include <algorithm>

namespace retake {

namespace {

bool isPlace(Look look)
{
    return look >= Look::Forest && look <= Look::Underwater;
}

bool isWeather(Look look)
{
    static const QList<Look> weather{Look::Rain,   Look::Snow,   Look::Fog,   Look::Storm,
                                     Look::Spring, Look::Autumn, Look::Winter};
    return weather.contains(look);
}

bool isLight(Look look)
{
    return (look >= Look::Night && look <= Look::Cold) || look >= Look::Brighter;
}

bool isStyle(Look look)
{
    return look >= Look::Pixel && look <= Look::Neon;
}

std::optional<Colour> colourCalled(const QString &word)
{
    const QString wanted = word.toLower();
    for (int i = 0; i <= int(Colour::Brown); ++i) {
        if (wanted == colourWord(Colour(i)))
            return Colour(i);
    }
    static const QList<std::pair<QString, Colour>> others{
        {QStringLiteral("gray"), Colour::Grey},     {QStringLiteral("violet"), Colour::Purple},
        {QStringLiteral("golden"), Colour::Yellow}, {QStringLiteral("gold"), Colour::Yellow},
        {QStringLiteral("teal"), Colour::Cyan},     {QStringLiteral("turquoise"), Colour::Cyan},
        {QStringLiteral("crimson"), Colour::Red},   {QStringLiteral("silver"), Colour::Grey}};
    for (const auto &[name, colour] : others) {
        if (wanted == name)
            return colour;
    }
    return std::nullopt;
}

QList<Colour> coloursIn(const QString &text)
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z]+"));
    QList<Colour> colours;
    for (auto found = word.globalMatch(text); found.hasNext();) {
        if (const auto colour = colourCalled(found.next().captured(0)); colour && !colours.contains(*colour))
            colours.append(*colour);
    }
    return colours;
}

} // namespace

RemakePlan readDescription(const QString &prompt)
{
    static const QRegularExpression surroundings(
        QStringLiteral("[^.]*\\b(?:surroundings|background|backdrop|sky)\\b[^.]*"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression lively(
        QStringLiteral("\\b(?:moves a lot|lively|quick\\w*|fast\\w*|run\\w*|danc\\w*|jump\\w*|flap\\w*)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression still(QStringLiteral("\\b(?:hardly moves|motionless|still life)\\b"),
                                          QRegularExpression::CaseInsensitiveOption);
    RemakePlan plan;
    plan.figure = figureKindIn(prompt);
    const auto place = surroundings.match(prompt);
    const QString behind = place.captured(0);
    QString subject = prompt;
    if (place.hasMatch())
        subject.remove(place.capturedStart(), place.capturedLength());
    if (const QList<Colour> colours = coloursIn(subject); !colours.isEmpty())
        plan.figureColour = colours.first();
    plan.around = coloursIn(behind).mid(0, 2);
    // A paragraph names the figure in the same sentence.
    if (!plan.figureColour && !plan.around.isEmpty())
        plan.figureColour = plan.around.takeFirst();
    const Reading reading = readInstruction(prompt);
    for (const Look look : reading.looks) {
        if (isPlace(look) && !plan.place)
            plan.place = look;
        if (isWeather(look))
            plan.air.looks.append(look);
        else if (isStyle(look))
            plan.styles.append(look);
        else if (isLight(look) && look != Look::Unnamed)
            plan.light.looks.append(look);
    }
    if (plan.light.has(Look::Dusk) || plan.light.has(Look::Dawn))
        plan.light.looks.removeAll(Look::Warm); // is warm already
    if (prompt.contains(lively))
        plan.speed = RemakePlan::Speed::Lively;
    else if (prompt.contains(still))
        plan.speed = RemakePlan::Speed::Still;
    return plan;
}

} // namespace retake
