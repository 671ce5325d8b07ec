// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/probe.h"
#include "plannedclip.h"

#include <QSize>
#include <QTest>

namespace retake {

const QSize standardSize(426, 240); // of the clips that makeClip() makes by itself

// from, from + 1, ...
inline QList<int> run(int from, int count)
{
    QList<int> numbers;
    for (int i = 0; i < count; ++i)
        numbers.append(from + i);
    return numbers;
}

// Runs a plan to its end; TimedOut unless it ends exactly once.
inline Result<ClipInfo> runPlan(const ClipInfo &clip, const ConformPlan &plan, const QString &target,
                                const ModelSpec &model = wan())
{
    ConformJob job(clip, plan, model, target);
    int ends = 0;
    Result<ClipInfo> result = failure(ErrorKind::TimedOut);
    QObject::connect(&job, &ConformJob::finished, &job, [&](const Result<ClipInfo> &made) {
        ++ends;
        result = made;
    });
    const bool ended = QTest::qWaitFor([&] { return ends > 0; }, 30000);
    QTest::qWait(0);
    if (!ended || ends != 1)
        return failure(ErrorKind::TimedOut, {QStringLiteral("%1 ends").arg(ends)});
    return result;
}

inline Result<ClipInfo> conform(const ClipInfo &clip, const std::optional<Trim> &trim, const QString &target,
                                const ModelSpec &model = wan())
{
    const auto plan = planConform(clip, trim, model);
    if (!plan)
        return tl::unexpected(plan.error());
    return runPlan(clip, *plan, target, model);
}

} // namespace retake
