// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tasksentence.h"

#include "session/errortable.h"
#include "session/taskclock.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace retake {

namespace {

struct TaskSentence
{
    Q_DECLARE_TR_FUNCTIONS(TaskSentence)
};

QString secondsOf(double seconds)
{
    return TaskSentence::tr("%1 s").arg(QLocale().toString(seconds, 'g', 4));
}

constexpr std::array networkKinds{ErrorKind::Offline, ErrorKind::ConnectionLost, ErrorKind::TimedOut,
                                  ErrorKind::TlsFailed};
constexpr std::array keyKinds{ErrorKind::KeyMissing, ErrorKind::KeyRefused, ErrorKind::NotPermitted,
                              ErrorKind::KeychainFailed};
constexpr std::array diskKinds{ErrorKind::DiskFull, ErrorKind::NotWritable};

template<class Kinds> bool isIn(const Kinds &kinds, const std::optional<ErrorKind> &kind)
{
    return kind && std::find(kinds.begin(), kinds.end(), *kind) != kinds.end();
}

// What kept us from asking, told by the last error beside the task.
QString whyNotFetched(const std::optional<ErrorKind> &kind, const QString &sent)
{
    QString why;
    if (isIn(networkKinds, kind))
        why = TaskSentence::tr("It was sent on %1 and results are kept for a day; this computer could not "
                               "reach the service in time.");
    else if (isIn(keyKinds, kind))
        why = TaskSentence::tr("It was sent on %1 and results are kept for a day; the account's key was "
                               "missing or refused all that time.");
    else if (isIn(diskKinds, kind))
        why = TaskSentence::tr("It was sent on %1 and results are kept for a day; the take could not be "
                               "written to this computer's disk in time.");
    else if (kind)
        why = TaskSentence::tr("It was sent on %1 and results are kept for a day; the service could not be "
                               "asked in time.");
    else
        why = TaskSentence::tr("It was sent on %1 and results are kept for a day; Retake did not run, or did "
                               "not ask for it in time.");
    return why.arg(sent);
}

QString titleOf(ErrorKind kind)
{
    return QCoreApplication::translate("ErrorSentence", errorRow(kind).title);
}

} // namespace

QString chargeText(const Task &task)
{
    if (const auto billed = billedSeconds(task))
        return TaskSentence::tr("It was charged: %1.").arg(secondsOf(*billed));
    if (const auto expected = expectedSeconds(task))
        return TaskSentence::tr("It was probably charged: about %1.").arg(secondsOf(*expected));
    return {};
}

std::optional<ErrorSentence> sentenceOfEnd(const Error &error, const QDateTime &now, const QString &charge)
{
    const QDateTime at = QDateTime::fromString(error.facts.value(0), Qt::ISODate);
    if (!at.isValid())
        return std::nullopt;
    const QString when = momentText(at, now);
    if (error.kind == ErrorKind::Expired)
        return ErrorSentence{
            titleOf(error.kind),
            QString(whyNotFetched(errorKindFromName(error.facts.value(1)), when) + u' ' +
                    (charge.isEmpty() ? TaskSentence::tr("It was probably charged.") : charge)),
            Cure::Retry,
            {}};
    if (error.kind == ErrorKind::Unclear)
        return ErrorSentence{
            titleOf(error.kind),
            QString(TaskSentence::tr("Looked for it %n time(s), last at %1: it is not in the service's list.",
                                     nullptr, error.facts.value(1).toInt())
                        .arg(when) +
                    u' ' +
                    TaskSentence::tr("It may have been charged all the same: send it again only if the "
                                     "service's console does not have it either.")),
            Cure::LookAgain,
            {}};
    return std::nullopt;
}

} // namespace retake
