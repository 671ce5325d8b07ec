// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/reference.h"

#include "media/weighttext.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace retake {

namespace {

class ReferenceWords
{
    Q_DECLARE_TR_FUNCTIONS(ReferenceWords)
public:
    static QString phrase(ReferenceChange change, const ReferenceInfo &info, const ReferencePlan &plan);
    static QString sentence(int number, const QStringList &phrases);
};

constexpr std::array referenceChangeNames{std::pair{ReferenceChange::Format, "format"},
                                          std::pair{ReferenceChange::FirstPicture, "first-picture"},
                                          std::pair{ReferenceChange::Upright, "upright"},
                                          std::pair{ReferenceChange::Cropped, "cropped"},
                                          std::pair{ReferenceChange::ScaledUp, "scaled-up"},
                                          std::pair{ReferenceChange::ScaledDown, "scaled-down"},
                                          std::pair{ReferenceChange::Transparency, "transparency"},
                                          std::pair{ReferenceChange::Cmyk, "cmyk"},
                                          std::pair{ReferenceChange::Colours, "colours"},
                                          std::pair{ReferenceChange::Depth, "depth"},
                                          std::pair{ReferenceChange::Weight, "weight"},
                                          std::pair{ReferenceChange::Metadata, "metadata"}};

QString sidesText(QSize size)
{
    return QStringLiteral("%1 × %2").arg(size.width()).arg(size.height());
}

QString ReferenceWords::phrase(ReferenceChange change, const ReferenceInfo &info, const ReferencePlan &plan)
{
    switch (change) {
    case ReferenceChange::Format:
        return tr("converted from %1 to %2").arg(info.format.toUpper(), plan.format.toUpper());
    case ReferenceChange::FirstPicture:
        if (info.format == u"ico")
            return tr("the largest of its %1 pictures taken").arg(info.pictures);
        return tr("the first of its %1 pictures taken").arg(info.pictures);
    case ReferenceChange::Upright:
        return tr("turned upright");
    case ReferenceChange::Cropped:
        return tr("cropped from %1 to %2").arg(sidesText(info.size), sidesText(plan.cut.size()));
    case ReferenceChange::ScaledUp:
    case ReferenceChange::ScaledDown:
        return tr("scaled from %1 to %2").arg(sidesText(plan.cut.size()), sidesText(plan.size));
    case ReferenceChange::Transparency:
        return tr("transparency filled with white");
    case ReferenceChange::Cmyk:
        return tr("printing colours (CMYK) converted");
    case ReferenceChange::Colours:
        return tr("colours converted to sRGB");
    case ReferenceChange::Depth:
        return tr("%1 bits a colour made 8").arg(info.depth);
    case ReferenceChange::Weight:
        return plan.bytes > 0
                   ? tr("made lighter: %1 instead of %2").arg(weightText(plan.bytes), weightText(info.bytes))
                   : tr("made lighter than its %1").arg(weightText(info.bytes));
    case ReferenceChange::Metadata:
        return tr("place, camera and other notes removed");
    }
    return {};
}

QString ReferenceWords::sentence(int number, const QStringList &phrases)
{
    return tr("Image %1: %2").arg(number).arg(phrases.join(tr(", ")));
}

} // namespace

QString referenceChangeName(ReferenceChange change)
{
    for (const auto &[value, name] : referenceChangeNames) {
        if (value == change)
            return QString::fromLatin1(name);
    }
    return {};
}

QStringList describeReference(const ReferenceInfo &info, const ReferencePlan &plan)
{
    QStringList phrases;
    for (const ReferenceChange change : plan.changes)
        phrases.append(ReferenceWords::phrase(change, info, plan));
    return phrases;
}

QStringList referenceSentences(const QList<QStringList> &remarks)
{
    QStringList sentences;
    for (qsizetype i = 0; i < remarks.size(); ++i) {
        if (!remarks[i].isEmpty())
            sentences.append(ReferenceWords::sentence(int(i) + 1, remarks[i]));
    }
    return sentences;
}

} // namespace retake
