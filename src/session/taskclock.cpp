// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/taskclock.h"

#include "queue/taskqueue.h"

#include <QCoreApplication>
#include <QLocale>

namespace retake {

namespace {

struct ClockWords
{
    Q_DECLARE_TR_FUNCTIONS(ClockWords)
};

TaskClock clockUntil(TaskClock::Subject subject, const QDateTime &expires, std::chrono::seconds life,
                     const QDateTime &now)
{
    return {subject, expires, 4 * now.secsTo(expires) <= life.count()};
}

} // namespace

TaskClock clockOf(const Task &task, const ModelSpec &model, const QDateTime &now)
{
    if ((isSubmitted(task.state) || isStillAtService(task)) && task.submittedAt.isValid())
        return clockUntil(TaskClock::Subject::Result, task.submittedAt.addSecs(model.resultLife.count()),
                          model.resultLife, now);
    // Known from the first try to send it on: from then on it may have to wait for the service, or in a
    // pause.
    if (task.state <= TaskState::Submitting && task.mediaExpires.isValid() && !task.mediaUrl.isEmpty())
        return clockUntil(TaskClock::Subject::Upload, task.mediaExpires, model.uploadLife, now);
    return {};
}

QString momentText(const QDateTime &at, const QDateTime &now)
{
    const QDateTime here = at.toLocalTime();
    if (here.date() == now.toLocalTime().date())
        return QLocale().toString(here.time(), QStringLiteral("HH:mm"));
    //: A day and a time, as of QDateTime::toString
    return QLocale().toString(here, ClockWords::tr("d MMM HH:mm"));
}

std::optional<double> billedSeconds(const Task &task)
{
    const double seconds = task.usage[u"duration"].toDouble();
    return seconds > 0 ? std::optional(seconds) : std::nullopt;
}

std::optional<double> expectedSeconds(const Task &task)
{
    if (task.order.turn) // made from words: nothing is sent by the second
        return std::nullopt;
    const double trimmed = task.order.trim ? double(task.order.trim->length().count()) / 1e6 : 0;
    if (trimmed <= 0)
        return std::nullopt;
    const double asked = task.order.parameters[u"duration"].toDouble();
    return trimmed + (asked > 0 ? asked : trimmed); // what goes in and what comes out
}

} // namespace retake
