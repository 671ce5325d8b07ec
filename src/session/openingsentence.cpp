// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/openingsentence.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

namespace retake {

namespace {

struct OpeningSentence
{
    Q_DECLARE_TR_FUNCTIONS(OpeningSentence)
};

QString whatHappened(const OpenReport &report)
{
    switch (report.outcome) {
    case OpenReport::Outcome::Whole:
        return {};
    case OpenReport::Outcome::CaughtUp:
        return OpeningSentence::tr(
            "The library had missed the last changes; %n task(s) came up to date from the receipts.", nullptr,
            report.tasks);
    case OpenReport::Outcome::Restored: {
        const QString day = QLocale().toString(report.backup, QLocale::ShortFormat);
        const QString sentence = report.wasDamaged
                                     ? OpeningSentence::tr("The library was damaged. It was restored from the"
                                                           " backup of %1 and the receipts.")
                                     : OpeningSentence::tr("The library was missing. It was restored from the"
                                                           " backup of %1 and the receipts.");
        return sentence.arg(day);
    }
    case OpenReport::Outcome::Rebuilt:
        return report.wasDamaged ? OpeningSentence::tr("The library was damaged. It was rebuilt from the"
                                                       " receipts beside your takes.")
                                 : OpeningSentence::tr("The library was missing. It was rebuilt from the"
                                                       " receipts beside your takes.");
    }
    Q_UNREACHABLE();
}

} // namespace

ErrorSentence sentenceFor(const OpenReport &report)
{
    ErrorSentence sentence;
    sentence.title = whatHappened(report);
    if (report.outcome == OpenReport::Outcome::Whole || report.outcome == OpenReport::Outcome::CaughtUp)
        return sentence;
    QStringList advice{OpeningSentence::tr("It has %n take(s).", nullptr, report.takes)};
    // What was never sent has no receipt.
    advice.append(OpeningSentence::tr("Tasks that were sent go on; of those that only waited some may be"
                                      " missing."));
    if (report.unreadable > 0)
        advice.append(OpeningSentence::tr("%n receipt(s) could not be read.", nullptr, report.unreadable));
    if (!report.setAside.isEmpty())
        advice.append(OpeningSentence::tr("The damaged file is kept as “%1”.")
                          .arg(QDir::toNativeSeparators(report.setAside)));
    sentence.advice = advice.join(u' ');
    sentence.cure = Cure::None;
    return sentence;
}

} // namespace retake
