// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/thumbnailreel.h"

#include "media/thumbnail.h"

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

using namespace std::chrono_literals;

constexpr QSize pictureBox(200, 90); // twice the strip's height, for dense screens
constexpr Microseconds finestSpacing = 62500us;
constexpr int mostKept = 400; // about 25 MB
constexpr auto followPause = 60ms;

} // namespace

ThumbnailReel::ThumbnailReel(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(followPause);
    connect(&m_pause, &QTimer::timeout, this, &ThumbnailReel::goOn);
}

ThumbnailReel::~ThumbnailReel() = default;

void ThumbnailReel::open(const ClipInfo &clip)
{
    if (m_file == clip.file)
        return;
    close();
    m_file = clip.file;
    m_duration = clip.duration;
    const QSize size = clip.video.size;
    m_shape = size.isEmpty() ? 16.0 / 9.0 : std::clamp(double(size.width()) / size.height(), 0.4, 2.5);
}

void ThumbnailReel::close()
{
    delete m_job;
    m_job = nullptr;
    m_pause.stop();
    m_file.clear();
    m_pictures.clear();
    m_spacing = {};
    m_failed = false;
    Q_EMIT changed();
}

Microseconds ThumbnailReel::spacingFor(double width, double microsecondsPerUnit)
{
    const double most = width * microsecondsPerUnit / double(finestSpacing.count());
    const double steps = std::floor(std::log2(std::max(most, 1.0)));
    return Microseconds(std::llround(double(finestSpacing.count()) * std::exp2(steps)));
}

// The last picture stands for less.
Microseconds ThumbnailReel::middle(Microseconds spacing, qint64 number) const
{
    const Microseconds begin = spacing * number;
    return begin + std::max(std::min(spacing, m_duration - begin), Microseconds(0)) / 2;
}

void ThumbnailReel::want(Microseconds spacing, Microseconds from, Microseconds to)
{
    if (!isOpen() || spacing <= Microseconds(0) || (spacing == m_spacing && from == m_from && to == m_to))
        return;
    m_spacing = spacing;
    m_from = std::max(from, Microseconds(0));
    m_to = std::min(to, m_duration);
    if (!m_job)
        goOn();
    else if (!m_pause.isActive())
        m_pause.start();
}

bool ThumbnailReel::isMissing(qint64 number) const
{
    const auto found = m_pictures.constFind(middle(m_spacing, number).count());
    return found == m_pictures.constEnd() || !found->last;
}

// In sight first, then a screenful on either side.
ThumbnailReel::Run ThumbnailReel::nextRun() const
{
    const auto after = [this](Microseconds time) {
        return (std::min(time, m_duration) + m_spacing - Microseconds(1)) / m_spacing;
    };
    const Microseconds screen = m_to - m_from;
    const Run seen{m_from / m_spacing, after(m_to)};
    const Run right{seen.end, after(m_to + screen / 2)};
    const Run left{std::max(m_from - screen / 2, Microseconds(0)) / m_spacing, seen.first};
    for (const Run &range : {seen, right, left}) {
        Run run{range.first, range.first};
        while (run.first < range.end && !isMissing(run.first))
            ++run.first;
        run.end = run.first;
        while (run.end < range.end && isMissing(run.end))
            ++run.end;
        if (run.end > run.first)
            return run;
    }
    return {};
}

bool ThumbnailReel::isComplete() const
{
    return isOpen() && m_spacing > Microseconds(0) && !m_job && nextRun().end == 0;
}

void ThumbnailReel::goOn()
{
    if (!isOpen() || m_spacing <= Microseconds(0) || m_failed)
        return;
    const bool stillWanted = m_job && m_jobSpacing == m_spacing && m_jobSpacing * m_jobRun.end > m_from &&
                             m_jobSpacing * m_jobRun.first < m_to;
    if (stillWanted)
        return;
    delete m_job;
    m_job = nullptr;
    const Run run = nextRun();
    if (run.end == run.first)
        return;
    QList<Microseconds> times;
    for (qint64 number = run.first; number < run.end; ++number)
        times.append(middle(m_spacing, number));
    m_jobSpacing = m_spacing;
    m_jobRun = run;
    m_job = new ThumbnailJob(m_file, times, pictureBox, this);
    m_jobGave.clear();
    connect(m_job, &ThumbnailJob::thumbnail, this, [this, times](int index, const QImage &picture) {
        const bool exact = m_jobGave.contains(index); // the second one for a place is
        m_jobGave.insert(index);
        m_pictures.insert(times.at(index).count(), {picture, exact});
        Q_EMIT changed();
    });
    connect(m_job, &ThumbnailJob::finished, this, [this, times](const Result<void> &result) {
        for (const Microseconds at : times)
            m_pictures[at.count()].last = true;
        m_job->deleteLater();
        m_job = nullptr;
        m_failed = !result && std::none_of(m_pictures.cbegin(), m_pictures.cend(),
                                           [](const Kept &kept) { return !kept.picture.isNull(); });
        sweep();
        Q_EMIT changed();
        goOn();
    });
}

// What lies furthest from the view goes first.
void ThumbnailReel::sweep()
{
    while (m_pictures.size() > mostKept) {
        const qint64 middleOfView = (m_from + m_to).count() / 2;
        const bool firstIsFurther =
            middleOfView - m_pictures.firstKey() > m_pictures.lastKey() - middleOfView;
        m_pictures.erase(firstIsFurther ? m_pictures.begin() : std::prev(m_pictures.end()));
    }
}

QImage ThumbnailReel::picture(Microseconds spacing, qint64 number) const
{
    const qint64 wished = middle(spacing, number).count();
    const auto from = m_pictures.lowerBound(wished);
    if (from != m_pictures.constEnd() && from.key() == wished && !from->picture.isNull())
        return from->picture;
    // One of a coarser step stands in for it.
    QImage nearest;
    qint64 distance = 4 * spacing.count();
    const auto consider = [&](QMap<qint64, Kept>::const_iterator at) {
        if (!at->picture.isNull() && std::abs(at.key() - wished) < distance) {
            distance = std::abs(at.key() - wished);
            nearest = at->picture;
        }
    };
    if (from != m_pictures.constEnd())
        consider(from);
    if (from != m_pictures.constBegin())
        consider(std::prev(from));
    return nearest;
}

} // namespace retake
