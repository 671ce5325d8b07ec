// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/lostmatch.h"

#include <algorithm>

namespace retake {

namespace {

// The two clocks need not agree, and a task may wait at the service before it is dated.
constexpr qint64 mostBefore = 15 * 60;
constexpr qint64 mostAfter = 2 * 60 * 60;

qint64 apart(const QDateTime &one, const QDateTime &other)
{
    return one.isValid() && other.isValid() ? std::abs(one.msecsTo(other)) : 0;
}

// Without a time: last.
bool isEarlier(const QDateTime &one, const QDateTime &other)
{
    return one.isValid() && (!other.isValid() || one < other);
}

QString plain(const QString &prompt)
{
    return prompt.normalized(QString::NormalizationForm_C).simplified();
}

bool ends(RemoteStatus::Phase phase)
{
    return phase != RemoteStatus::Phase::Queued && phase != RemoteStatus::Phase::Rendering;
}

bool asksFor(const LostTask &task, const RemoteCandidate &candidate)
{
    return !task.requestId.isEmpty() && task.requestId == candidate.row.requestId;
}

// One each in the order of sending. Where fewer were found than were sent, each goes to the nearest in time.
const RemoteCandidate *shareOf(TaskId wanted, QList<LostTask> sent, const QList<RemoteCandidate> &found)
{
    std::stable_sort(sent.begin(), sent.end(), [](const LostTask &a, const LostTask &b) {
        return isEarlier(a.sentAt, b.sentAt) || (!isEarlier(b.sentAt, a.sentAt) && a.id.value < b.id.value);
    });
    qsizetype next = 0;
    for (qsizetype i = 0; i < found.size(); ++i) {
        const qsizetype last = sent.size() - (found.size() - i);
        qsizetype best = next;
        for (qsizetype j = next + 1; j <= last; ++j) {
            const QDateTime &made = found[i].row.startTime;
            if (apart(sent[j].sentAt, made) < apart(sent[best].sentAt, made))
                best = j;
        }
        if (sent[best].id == wanted)
            return &found[i];
        next = best + 1;
    }
    return nullptr;
}

} // namespace

bool isSamePrompt(const QString &ordered, const QString &told, int promptMaximum)
{
    const QString ours = plain(ordered);
    const QString theirs = plain(told);
    if (ours == theirs)
        return true;
    // A maximum may count a Chinese character twice.
    return promptMaximum > 0 && ordered.size() > promptMaximum / 2 &&
           theirs.size() >= promptMaximum / 2 - 1 && ours.startsWith(theirs);
}

bool isNearInTime(const QDateTime &sent, const QDateTime &made)
{
    if (!sent.isValid() || !made.isValid())
        return true;
    const qint64 later = sent.secsTo(made);
    return later >= -mostBefore && later <= mostAfter;
}

LostFinding matchLost(TaskId wanted, const QList<LostTask> &lost, int flying,
                      const QList<RemoteCandidate> &found, int promptMaximum)
{
    LostFinding finding;
    const auto own =
        std::find_if(lost.begin(), lost.end(), [&](const LostTask &task) { return task.id == wanted; });
    if (own == lost.end())
        return finding;

    QList<RemoteCandidate> near;
    QList<RemoteCandidate> doubtful;
    for (const RemoteCandidate &candidate : found) {
        if (asksFor(*own, candidate)) {
            finding.found = candidate;
            return finding;
        }
        const bool another = std::any_of(lost.begin(), lost.end(), [&](const LostTask &task) {
            return task.id != wanted && asksFor(task, candidate);
        });
        const bool timely = isNearInTime(own->sentAt, candidate.row.startTime);
        if (another)
            continue;
        if (!candidate.prompt) {
            if (timely && ends(candidate.phase))
                doubtful.append(candidate); // failed or cancelled without a word of what it was
            finding.mayComeYet = finding.mayComeYet || (timely && !ends(candidate.phase));
        } else if (isSamePrompt(own->prompt, *candidate.prompt, promptMaximum)) {
            (timely ? near : doubtful).append(candidate);
        }
    }
    std::stable_sort(near.begin(), near.end(), [](const RemoteCandidate &a, const RemoteCandidate &b) {
        return isEarlier(a.row.startTime, b.row.startTime);
    });
    std::stable_sort(doubtful.begin(), doubtful.end(),
                     [&](const RemoteCandidate &a, const RemoteCandidate &b) {
                         return apart(own->sentAt, a.row.startTime) < apart(own->sentAt, b.row.startTime);
                     });

    QList<LostTask> equal;
    for (const LostTask &task : lost) {
        const bool served = std::any_of(found.begin(), found.end(), [&](const RemoteCandidate &candidate) {
            return asksFor(task, candidate);
        });
        if (!served && isSamePrompt(own->prompt, task.prompt, promptMaximum) &&
            isNearInTime(own->sentAt, task.sentAt) && isNearInTime(task.sentAt, own->sentAt))
            equal.append(task);
    }
    if (flying > 0) {
        finding.mayComeYet = true; // one of those found may be theirs
    } else if (!near.isEmpty() && near.size() <= equal.size()) {
        if (const RemoteCandidate *share = shareOf(wanted, equal, near)) {
            finding.found = *share;
            return finding;
        }
        near.clear(); // all of them belong to its fellows
    }
    finding.candidates = near + doubtful;
    return finding;
}

} // namespace retake
