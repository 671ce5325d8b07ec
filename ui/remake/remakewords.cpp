// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/remakewords.h"

#include "ui/widgets/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace retake {

namespace {

struct RemakeWords
{
    Q_DECLARE_TR_FUNCTIONS(RemakeWords)
};

QString kindTitle(TurnKind kind)
{
    switch (kind) {
    case TurnKind::Describe:
        return RemakeWords::tr("What the video shows");
    case TurnKind::Revise:
        return RemakeWords::tr("Revised description");
    case TurnKind::EditByHand:
        return RemakeWords::tr("Written by you");
    case TurnKind::Shorten:
        return RemakeWords::tr("Shortened");
    }
    return {};
}

QString bare(const QString &words)
{
    QString text = words.simplified();
    while (!text.isEmpty() && QStringLiteral(".,;:。，；：").contains(text.back()))
        text.chop(1);
    return text.trimmed();
}

} // namespace

QString turnTitle(int number, TurnKind kind)
{
    return QString(QString::number(number) + u" · " + kindTitle(kind));
}

QString partTitle(DescriptionField field)
{
    switch (field) {
    case DescriptionField::Subject:
        return RemakeWords::tr("Subject");
    case DescriptionField::Appearance:
        return RemakeWords::tr("Appearance");
    case DescriptionField::Setting:
        return RemakeWords::tr("Setting");
    case DescriptionField::Light:
        return RemakeWords::tr("Light");
    case DescriptionField::Camera:
        return RemakeWords::tr("Camera");
    case DescriptionField::Motion:
        return RemakeWords::tr("Motion");
    case DescriptionField::Mood:
        return RemakeWords::tr("Mood");
    case DescriptionField::Whole:
        return RemakeWords::tr("All of it");
    }
    return {};
}

QString showingTitle(Showing showing)
{
    switch (showing) {
    case Showing::Frames:
        return RemakeWords::tr("Pictures of the clip");
    case Showing::Address:
        return RemakeWords::tr("An address that it fetches…");
    case Showing::SmallVideo:
        return RemakeWords::tr("A small video");
    }
    return {};
}

QString describerNote(const DescriberSpec &describer, const QString &region)
{
    QStringList lines;
    if (const DescriberSpec::Rate *rate = describer.rate(region)) {
        const bool free = rate->input <= 0 && rate->output <= 0;
        lines.append(free ? RemakeWords::tr("Free (list of %1)").arg(rate->asOf.toString(Qt::ISODate))
                          : RemakeWords::tr("%1 a million tokens in, %2 out (list of %3)")
                                .arg(moneyText(rate->input, rate->currency),
                                     moneyText(rate->output, rate->currency),
                                     rate->asOf.toString(Qt::ISODate)));
    }
    if (describer.englishOnly)
        lines.append(RemakeWords::tr("Answers in English; other languages are translated first"));
    if (const QString retired = describer.retired.in(QLocale().name()); !retired.isEmpty())
        lines.append(retired);
    return lines.join(u'\n');
}

QString unaskedWords(const FieldChange &change)
{
    QStringList parts;
    QString gone;
    const auto leave = [&parts, &gone] {
        if (!gone.isEmpty())
            parts.append(RemakeWords::tr("“%1” left out").arg(gone));
        gone.clear();
    };
    for (const WordRun &run : change.runs) {
        const QString words = bare(run.words);
        const bool counts = !run.askedFor && !words.isEmpty();
        switch (run.kind) {
        case WordRun::Kind::Same:
            leave();
            break;
        case WordRun::Kind::Removed:
            leave();
            if (counts)
                gone = words;
            break;
        case WordRun::Kind::Added:
            if (counts && !gone.isEmpty()) {
                parts.append(RemakeWords::tr("“%1” → “%2”").arg(gone, words));
                gone.clear();
            } else if (counts) {
                parts.append(RemakeWords::tr("“%1” added").arg(words));
            } else {
                leave();
            }
            break;
        }
    }
    leave();
    constexpr qsizetype most = 3;
    if (parts.size() > most)
        parts = parts.mid(0, most) << QStringLiteral("…");
    return parts.join(RemakeWords::tr("; "));
}

QString timeInClip(Microseconds time)
{
    const double seconds = double(time.count()) / 1e6;
    const int minutes = int(seconds / 60);
    return QStringLiteral("%1:%2").arg(minutes).arg(seconds - minutes * 60, 5, 'f', 2, QLatin1Char('0'));
}

} // namespace retake
