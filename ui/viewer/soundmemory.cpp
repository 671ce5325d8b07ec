// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/soundmemory.h"

#include "base/settings.h"
#include "playback/pairsound.h"

namespace retake {

namespace {

using Choice = PairSound::Choice;

QString nameOf(const std::optional<Choice> &choice)
{
    if (!choice)
        return {};
    switch (*choice) {
    case Choice::Before:
        return QStringLiteral("before");
    case Choice::After:
        return QStringLiteral("after");
    case Choice::Off:
        return QStringLiteral("off");
    }
    return {};
}

std::optional<Choice> choiceOf(const QString &name)
{
    for (const Choice choice : {Choice::Before, Choice::After, Choice::Off}) {
        if (nameOf(choice) == name)
            return choice;
    }
    return std::nullopt;
}

} // namespace

void rememberSound(PairSound &sound, Settings &settings)
{
    sound.choose(choiceOf(settings.soundChoice()));
    sound.setVolume(settings.soundVolume());
    QObject::connect(&sound, &PairSound::changed, &sound, [&sound, &settings] {
        if (const QString name = nameOf(sound.choice()); settings.soundChoice() != name)
            settings.setSoundChoice(name);
        if (settings.soundVolume() != sound.volume())
            settings.setSoundVolume(sound.volume());
    });
}

} // namespace retake
