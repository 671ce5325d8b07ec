// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sight.h"

#include <array>

namespace retake {

namespace {

QString standing(double across)
{
    return across < 0.42   ? QStringLiteral("left of the middle")
           : across > 0.58 ? QStringLiteral("right of the middle")
                           : QStringLiteral("in the middle");
}

QString article(const QString &words)
{
    return QString((QStringLiteral("aeiou").contains(words.left(1)) ? u"an " : u"a ") + words);
}

QString joinedTints(const QList<Tint> &tints)
{
    QStringList words;
    for (const Tint &tint : tints)
        words.append(tintWords(tint));
    return words.join(QStringLiteral(" and "));
}

QString figureWords(const Sight &sight)
{
    return QString(colourWord(sight.figure.colour) + u" figure");
}

QString appearanceWords(const Sight &sight)
{
    const QString mostly = QString(u"mostly " + tintWords(sight.figure));
    if (sight.second == sight.figure)
        return mostly;
    return QString(mostly + u" with some " + tintWords(sight.second));
}

QString lightWords(const Sight &sight)
{
    const bool isWarm = sight.warmth > 0.04;
    const bool isCool = sight.warmth < -0.04;
    const bool isDusk = sight.reddish > 0.15 && sight.warmth > -0.15;
    if (sight.light < 0.2)
        return isWarm || isDusk ? QStringLiteral("low, warm light, as at dusk")
                                : QStringLiteral("very dim light, as at night");
    if (sight.light < 0.42)
        return isWarm || isDusk ? QStringLiteral("low, warm light, as at dusk")
               : isCool         ? QStringLiteral("dim, cool light")
                                : QStringLiteral("subdued, even light");
    if (sight.light < 0.7)
        return isWarm   ? QStringLiteral("warm, even light")
               : isCool ? QStringLiteral("cool, even light")
                        : QStringLiteral("even light");
    return QStringLiteral("bright daylight");
}

QString cameraWords(const Sight &sight)
{
    const double ratio = sight.size.height() > 0 ? double(sight.size.width()) / sight.size.height() : 1;
    const QString shape = ratio > 1.15   ? QStringLiteral("wide")
                          : ratio < 0.87 ? QStringLiteral("upright")
                                         : QStringLiteral("square");
    return QStringLiteral("%1 camera, %2 picture of %3×%4")
        .arg(sight.cameraMoves ? QStringLiteral("a moving") : QStringLiteral("a still"), shape)
        .arg(sight.size.width())
        .arg(sight.size.height());
}

QString motionWords(const Sight &sight)
{
    const QString figure = QString(u"the " + figureWords(sight));
    QString words;
    switch (sight.motion) {
    case Sight::Motion::Unknown:
        words = QString(figure + u" in one single picture");
        break;
    case Sight::Motion::Still:
        words = QString(figure + u" hardly moves");
        break;
    case Sight::Motion::Gentle:
        words = QString(figure + u" moves gently, most of all " + standing(sight.movingAcross));
        break;
    case Sight::Motion::Lively:
        words = QString(figure + u" moves a lot, most of all " + standing(sight.movingAcross));
        break;
    }
    if (sight.seconds > 0)
        words += QStringLiteral(", for %1 seconds").arg(sight.seconds, 0, 'f', 1);
    return words;
}

QString moodWords(const Sight &sight)
{
    const bool isLively = sight.motion == Sight::Motion::Lively;
    return QString((isLively ? QStringLiteral("lively") : QStringLiteral("calm")) +
                   u"; practice words, measured and not understood");
}

QString sentence(QString words)
{
    words[0] = words[0].toUpper();
    return words + u'.';
}

} // namespace

QString colourWord(Colour colour)
{
    static const std::array<const char *, 12> words{"white", "black", "grey", "red",    "orange", "yellow",
                                                    "green", "cyan",  "blue", "purple", "pink",   "brown"};
    return QLatin1String(words[std::size_t(colour)]);
}

QString tintWords(const Tint &tint)
{
    return tint.isDark ? QString(u"dark " + colourWord(tint.colour)) : colourWord(tint.colour);
}

QString labelledSight(const Sight &sight)
{
    const QStringList lines{
        QString(u"Subject: " + sentence(QString(u"a practice subject, " + article(figureWords(sight)) + u' ' +
                                                standing(sight.across)))),
        QString(u"Appearance: " + sentence(appearanceWords(sight))),
        QString(u"Setting: " + sentence(QString(joinedTints(sight.around) + u" surroundings"))),
        QString(u"Light: " + sentence(lightWords(sight))),
        QString(u"Camera: " + sentence(cameraWords(sight))),
        QString(u"Motion: " + sentence(motionWords(sight))),
        QString(u"Mood: " + sentence(moodWords(sight))),
    };
    return lines.join(u'\n');
}

QString paragraphOfSight(const Sight &sight)
{
    return QString(sentence(QString(u"a practice subject, " + article(figureWords(sight)) + u' ' +
                                    standing(sight.across) + u", " + appearanceWords(sight) + u", before " +
                                    joinedTints(sight.around) + u" surroundings, in " + lightWords(sight))) +
                   u' ' + sentence(motionWords(sight)) + u' ' + sentence(cameraWords(sight)) + u' ' +
                   sentence(QString(u"the mood is " + moodWords(sight))));
}

} // namespace retake
