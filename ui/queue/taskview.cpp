// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/taskview.h"

#include "session/taskclock.h"
#include "ui/widgets/format.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace retake {

namespace {

struct QueueWords
{
    Q_DECLARE_TR_FUNCTIONS(QueueWords)
};

std::chrono::seconds since(const QDateTime &start, const QDateTime &now)
{
    return std::chrono::seconds(start.isValid() ? std::max<qint64>(0, start.secsTo(now)) : 0);
}

// How far the failed task had come, told by what it had already got.
Step reached(const Task &task)
{
    if (!task.resultUrl.isEmpty())
        return Step::Download;
    if (!task.remoteId.isEmpty())
        return Step::Render;
    if (!task.mediaUrl.isEmpty() || task.submittedAt.isValid())
        return Step::Queued;
    return task.conformedFile.isEmpty() ? Step::Prepare : Step::Upload;
}

QString percentText(double fraction)
{
    return QueueWords::tr("%1 %").arg(int(std::floor(fraction * 100)));
}

bool mayHaveBeenSent(const Task &task)
{
    return task.submittedAt.isValid() || !task.remoteId.isEmpty();
}

// Ready to be sent, but for the pause.
bool isHeldBack(const Task &task, const TaskCircumstances &around)
{
    if (!around.paused)
        return false;
    const TaskProgress &p = around.progress;
    const bool uploaded = task.state == TaskState::Uploading && p.total > 0 && p.done >= p.total;
    return uploaded || (task.state == TaskState::Submitting && task.error);
}

// An error beside a task that goes on is one between two tries.
bool isTryingAgain(const Task &task, const TaskCircumstances &around)
{
    return task.error && !isFinal(task.state) && !around.held;
}

QString whenText(const Task &task, const TaskCircumstances &around)
{
    const TaskProgress &p = around.progress;
    if (isHeldBack(task, around))
        return QueueWords::tr("all paused");
    if (isTryingAgain(task, around))
        return QueueWords::tr("trying again");
    switch (task.state) {
    case TaskState::Waiting:
        if (task.held)
            return QueueWords::tr("paused by you");
        if (around.held)
            return QueueWords::tr("waits for you");
        return around.paused ? QueueWords::tr("all paused") : QueueWords::tr("waits for a place");
    case TaskState::Conforming:
        return p.total > 0 ? percentText(double(p.done) / double(p.total)) : QueueWords::tr("preparing");
    case TaskState::Uploading:
    case TaskState::Downloading:
        return p.total > 0 ? bytesOfText(p.done, p.total) : elapsedText(since(task.changedAt, around.now));
    case TaskState::Submitting:
        return QueueWords::tr("sending");
    case TaskState::Queued:
    case TaskState::Rendering: {
        const auto elapsed = since(task.submittedAt, around.now);
        const QString spent = elapsedText(elapsed);
        if (around.usual && *around.usual > elapsed)
            return QueueWords::tr("%1 · %2").arg(spent, aboutText(*around.usual - elapsed));
        return spent;
    }
    case TaskState::Done: {
        const QDateTime start = task.submittedAt.isValid() ? task.submittedAt : task.createdAt;
        return QueueWords::tr("took %1").arg(elapsedText(since(start, task.finishedAt)));
    }
    case TaskState::Failed:
        return QueueWords::tr("stopped");
    case TaskState::Cancelled:
        return mayHaveBeenSent(task) ? QueueWords::tr("cancelled") : QueueWords::tr("stopped by you");
    case TaskState::Expired:
        return QueueWords::tr("expired");
    case TaskState::Unclear:
        return around.looking ? QueueWords::tr("looking for it") : QueueWords::tr("perhaps charged");
    }
    return {};
}

QString clockText(const TaskClock &clock, const QDateTime &now)
{
    switch (clock.subject) {
    case TaskClock::Subject::Nothing:
        return {};
    case TaskClock::Subject::Upload:
        return QueueWords::tr("The service keeps the clip until %1").arg(momentText(clock.expires, now));
    case TaskClock::Subject::Result:
        return QueueWords::tr("The service keeps it until %1").arg(momentText(clock.expires, now));
    }
    return {};
}

// Of a task that goes on, or that the person has stopped.
std::optional<TaskNote> noteOf(const Task &task, const TaskCircumstances &around)
{
    if (task.state == TaskState::Cancelled)
        return TaskNote{mayHaveBeenSent(task) ? QueueWords::tr("Cancelled before it was rendered.")
                                              : QueueWords::tr("Stopped: nothing was charged."),
                        false};
    if (isFinal(task.state))
        return std::nullopt;
    if (around.elsewhere)
        return TaskNote{QueueWords::tr("Another Retake is at work on this."), false};
    if (around.refusal)
        return TaskNote{sentenceFor(*around.refusal).title, true};
    const TaskClock clock = around.model ? clockOf(task, *around.model, around.now) : TaskClock();
    if (clock.subject != TaskClock::Subject::Nothing && clock.lastQuarter)
        return TaskNote{clockText(clock, around.now), true};
    if (clock.subject == TaskClock::Subject::Upload && around.paused)
        return TaskNote{clockText(clock, around.now), false};
    if (isTryingAgain(task, around))
        return TaskNote{sentenceFor(*task.error).title, true};
    return std::nullopt;
}

std::optional<ErrorSentence> endOf(const Task &task, const TaskCircumstances &around)
{
    const bool told = task.state == TaskState::Failed || task.state == TaskState::Expired ||
                      task.state == TaskState::Unclear;
    if (!told)
        return std::nullopt;
    ErrorSentence sentence = sentenceFor(task, around.now);
    if (task.state == TaskState::Unclear && around.looking)
        sentence.advice = QueueWords::tr("Looking for it in the service's list of tasks…");
    const TaskClock clock = around.model ? clockOf(task, *around.model, around.now) : TaskClock();
    if (clock.subject == TaskClock::Subject::Result && clock.expires > around.now)
        sentence.advice = QueueWords::tr("%1. %2").arg(clockText(clock, around.now), sentence.advice);
    return sentence;
}

QString subtitleOf(const Task &task, const TaskCircumstances &around)
{
    QStringList parts{around.engine};
    for (const QString &name : {QStringLiteral("resolution"), QStringLiteral("ratio")}) {
        if (const QString value = task.order.parameters.value(name).toString(); !value.isEmpty())
            parts.append(value);
    }
    if (task.order.trim)
        parts.append(durationText(task.order.trim->length()));
    if (!task.order.references.isEmpty())
        parts.append(QueueWords::tr("%n image(s)", nullptr, int(task.order.references.size())));
    return parts.join(QStringLiteral(" · "));
}

std::optional<double> fractionOf(const Task &task, const TaskCircumstances &around)
{
    const TaskProgress &p = around.progress;
    switch (task.state) {
    case TaskState::Conforming:
    case TaskState::Uploading:
    case TaskState::Downloading:
        if (p.total > 0)
            return std::clamp(double(p.done) / double(p.total), 0.0, 1.0);
        return std::nullopt;
    case TaskState::Rendering:
        // The service tells no percentage; its usual time stands in, and never claims to be done.
        if (around.usual && around.usual->count() > 0) {
            const double spent = double(since(task.submittedAt, around.now).count());
            return std::min(0.95, spent / double(around.usual->count()));
        }
        return std::nullopt;
    case TaskState::Waiting:
    case TaskState::Submitting:
    case TaskState::Queued:
    case TaskState::Done:
    case TaskState::Failed:
    case TaskState::Cancelled:
    case TaskState::Expired:
    case TaskState::Unclear:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

QString stepName(Step step)
{
    switch (step) {
    case Step::Prepare:
        return QueueWords::tr("Prepare");
    case Step::Upload:
        return QueueWords::tr("Upload");
    case Step::Queued:
        return QueueWords::tr("Queued");
    case Step::Render:
        return QueueWords::tr("Render");
    case Step::Download:
        return QueueWords::tr("Download");
    case Step::Saved:
        return QueueWords::tr("Saved");
    }
    return {};
}

Step stepOf(const Task &task)
{
    switch (task.state) {
    case TaskState::Waiting:
    case TaskState::Conforming:
        return Step::Prepare;
    case TaskState::Uploading:
        return Step::Upload;
    case TaskState::Submitting:
    case TaskState::Queued:
    case TaskState::Unclear:
        return Step::Queued;
    case TaskState::Rendering:
        return Step::Render;
    case TaskState::Downloading:
        return Step::Download;
    case TaskState::Done:
        return Step::Saved;
    case TaskState::Failed:
    case TaskState::Cancelled:
    case TaskState::Expired:
        return reached(task);
    }
    return Step::Prepare;
}

TaskView viewOf(const Task &task, const TaskCircumstances &around)
{
    TaskView view;
    view.id = task.id;
    view.title = titleOf(task.order);
    if (view.title.isEmpty())
        view.title = task.order.clip.isEmpty() ? QueueWords::tr("Task from the service")
                                               : QueueWords::tr("Edit with images only");
    view.subtitle = subtitleOf(task, around);
    view.when = whenText(task, around);
    view.fraction = fractionOf(task, around);
    view.beat = int(since(task.changedAt, around.now).count());
    view.take = task.take;
    view.picture = isRemoteMedia(task.order.clip) ? QString() : task.order.clip;

    const bool ended = isFinal(task.state);
    view.finished = task.state == TaskState::Done;
    view.startable = task.state == TaskState::Waiting && around.held;
    view.cancellable = !ended;
    view.removable = ended && task.state != TaskState::Unclear;
    view.running = !ended && !view.startable;
    view.needsPerson = view.startable || task.state == TaskState::Failed ||
                       task.state == TaskState::Expired || task.state == TaskState::Unclear;
    view.sentence = endOf(task, around);
    const Driver driver = around.elsewhere       ? Driver::Elsewhere
                          : ended || around.held ? Driver::Nobody
                                                 : Driver::Here;
    view.commands = commandsFor(task, driver);
    if (!around.canLook)
        view.commands.removeAll(QueueCommand::LookAgain);
    // A cure that is not to be had is not offered.
    if (view.sentence && view.sentence->cure == Cure::Retry && !view.commands.contains(QueueCommand::Retry) &&
        !view.commands.contains(QueueCommand::SendAgain))
        view.sentence->cure = Cure::None;
    view.note = noteOf(task, around);
    view.startText = commandText(QueueCommand::Start, task);
    view.cancelText = commandText(QueueCommand::Cancel, task);
    view.cancelHint = commandHint(QueueCommand::Cancel, task);

    const int at = int(stepOf(task));
    StepState here = StepState::Active;
    if (view.finished)
        here = StepState::Done;
    else if (task.state == TaskState::Cancelled || task.state == TaskState::Waiting)
        here = StepState::Todo;
    else if (ended)
        here = StepState::Failed;
    for (int i = 0; i < stepCount; ++i)
        view.steps[size_t(i)] = i < at ? StepState::Done : (i == at ? here : StepState::Todo);
    return view;
}

bool operator==(const TaskView &a, const TaskView &b)
{
    const auto words = [](const TaskView &v) {
        return v.sentence ? QStringList{v.sentence->title, v.sentence->advice, v.sentence->detail}
                          : QStringList();
    };
    const auto key = [](const TaskView &v) {
        return std::tie(v.id, v.title, v.subtitle, v.steps, v.fraction, v.beat, v.when, v.note, v.commands,
                        v.startText, v.cancelText, v.startable, v.cancellable, v.removable, v.running,
                        v.finished, v.needsPerson, v.take, v.picture);
    };
    return key(a) == key(b) && words(a) == words(b);
}

} // namespace retake
