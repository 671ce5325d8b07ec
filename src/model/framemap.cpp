// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/framemap.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <limits>

namespace retake {

namespace {

constexpr int mostFrames = 10'000'000; // a damaged text must not eat the memory

struct Run
{
    int first = 0;
    int step = 0;
    int count = 0;

    QString text() const { return QStringLiteral("%1+%2x%3").arg(first).arg(step).arg(count); }
};

} // namespace

FrameMap::FrameMap(std::vector<int> sources)
    : m_sources(std::move(sources))
{}

QString FrameMap::toText() const
{
    QStringList runs;
    Run run;
    for (const int source : m_sources) {
        if (run.count == 1)
            run.step = std::max(0, source - run.first);
        if (run.count == 0 || source != run.first + run.step * run.count) {
            if (run.count > 0)
                runs.append((run.count == 1 ? Run{run.first, 0, 1} : run).text());
            run = {source, 0, 1};
        } else {
            ++run.count;
        }
    }
    if (run.count > 0)
        runs.append(run.text());
    return runs.join(u',');
}

Result<FrameMap> FrameMap::fromText(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,9})\\+(\\d{1,9})x(\\d{1,9})$"));
    std::vector<int> sources;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QRegularExpressionMatch match = form.match(part);
        const Run run{match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
        if (!match.hasMatch() || qint64(sources.size()) + run.count > mostFrames ||
            run.first + qint64(run.step) * run.count > std::numeric_limits<int>::max())
            return failure(ErrorKind::BadParameter, {QStringLiteral("frame_map"), part});
        for (int i = 0; i < run.count; ++i)
            sources.push_back(run.first + run.step * i);
    }
    return FrameMap(std::move(sources));
}

} // namespace retake
