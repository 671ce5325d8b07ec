// SPDX-License-Identifier: GPL-3.0-or-later
// What the describer is shown of the clip, made beforehand so that the person can look at it.
#include "session/describerwords.h"
#include "session/dialogue_p.h"

#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace retake {

namespace {

// More tell a describer little, and each costs.
constexpr int mostFrames = 12;
constexpr Microseconds closestFrames{250'000};
constexpr int stillSide = 1024;
constexpr int tokensOfADescription = 200;
constexpr int tokensOfThoughts = 1000;

Microseconds lengthOf(const ClipInfo &clip, const std::optional<Trim> &trim)
{
    return trim ? trim->length() : clip.duration;
}

int framesToShow(const ClipInfo &clip, const std::optional<Trim> &trim, const DescriberSpec &describer)
{
    const auto apart = int(std::min<qint64>(lengthOf(clip, trim) / closestFrames, mostFrames));
    return std::clamp(apart, 1, std::min(mostFrames, describer.maximumImages));
}

StillLimits stillLimits(const DescriberSpec &describer)
{
    StillLimits limits;
    limits.maximumSide =
        describer.maximumImageSide > 0 ? std::min(stillSide, describer.maximumImageSide) : stillSide;
    limits.maximumBytes = describer.maximumImageBytes;
    return limits;
}

} // namespace

Dialogue::Private::ShownFor Dialogue::Private::wantedShown() const
{
    ShownFor wanted;
    if (clip) {
        wanted.file = clip->file;
        wanted.bytes = clip->bytes;
    }
    wanted.showing = settings.showing;
    if (settings.showing == Showing::Address)
        wanted.address = settings.address;
    else
        wanted.trim = settings.trim;
    wanted.describer = describer->id;
    return wanted;
}

bool Dialogue::Private::isShownCurrent() const
{
    return !making && shownFor && *shownFor == wantedShown() &&
           std::all_of(shown.begin(), shown.end(), [](const ShownPart &part) {
               return isRemoteMedia(part.source) || QFileInfo::exists(part.source);
           });
}

void Dialogue::Private::forgetShown()
{
    making.reset();
    if (!shownFolder.isEmpty())
        QDir(shownFolder).removeRecursively();
    shownFolder.clear();
    shownFor.reset();
    shown.clear();
}

void Dialogue::Private::refreshShown()
{
    if (!shownFor || *shownFor == wantedShown())
        return;
    if (making && clip)
        return show(std::exchange(whenShown, {}));
    forgetShown();
    Q_EMIT q->shownChanged();
    Q_EMIT q->activityChanged();
}

// In no conversation's name: most of what is made is made before there is one.
QString Dialogue::Private::freshFolder() const
{
    const QString folder =
        paths.conversationsDir() + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
    return QDir().mkpath(folder) ? folder : QString();
}

void Dialogue::Private::show(std::function<void()> then)
{
    whenShown = std::move(then);
    if (isShownCurrent()) {
        if (const auto next = std::exchange(whenShown, {}))
            next();
        return;
    }
    forgetShown();
    if (!clip)
        return shownMade(failure(ErrorKind::FileMissing));
    shownFor = wantedShown();
    if (settings.showing == Showing::Address)
        return shownMade(QList<ShownPart>{{settings.address, Microseconds(0)}});
    shownFolder = freshFolder();
    if (shownFolder.isEmpty())
        return shownMade(failure(ErrorKind::NotWritable, {paths.conversationsDir()}));
    if (settings.showing == Showing::Frames)
        makeFrames();
    else
        makeVideo();
    Q_EMIT q->activityChanged();
}

void Dialogue::Private::makeFrames()
{
    const QList<Microseconds> moments =
        momentsToShow(*clip, settings.trim, framesToShow(*clip, settings.trim, *describer));
    auto job = std::make_unique<ClipStillsJob>(*clip, moments, stillLimits(*describer), shownFolder);
    QObject::connect(job.get(), &ClipStillsJob::finished, q, [this](const Result<QList<ClipStill>> &stills) {
        if (!stills)
            return shownMade(failure(stills.error()));
        QList<ShownPart> parts;
        for (const ClipStill &still : *stills)
            parts.append({still.file, still.time});
        shownMade(parts);
    });
    making = std::move(job);
}

void Dialogue::Private::makeVideo()
{
    auto job = std::make_unique<SmallVideoJob>(*clip, settings.trim, describer->maximumInlineVideo,
                                               QString(shownFolder + u"/clip.mp4"));
    QObject::connect(job.get(), &SmallVideoJob::finished, q, [this](const Result<QString> &file) {
        if (!file)
            return shownMade(failure(file.error()));
        shownMade(QList<ShownPart>{{*file, Microseconds(0)}});
    });
    making = std::move(job);
}

void Dialogue::Private::shownMade(const Result<QList<ShownPart>> &made)
{
    if (making)
        making.release()->deleteLater(); // it is the one that tells
    const auto next = std::exchange(whenShown, {});
    if (!made) {
        forgetShown();
        if (wish)
            return callOff(made.error());
        Q_EMIT q->refused(made.error());
        Q_EMIT q->activityChanged();
        return;
    }
    shown = *made;
    Q_EMIT q->shownChanged();
    if (next)
        next();
    else
        Q_EMIT q->activityChanged();
}

void Dialogue::prepare()
{
    if (d->clip && !d->making && !d->wish && !d->isShownCurrent())
        d->show({});
}

const QList<ShownPart> &Dialogue::shown() const
{
    return d->shown;
}

Estimate Dialogue::estimateDescribe() const
{
    const DescriberSpec::Rate *rate =
        d->account.isPractice() ? nullptr : d->describer->rate(d->account.region);
    if (!rate || !d->clip || d->settings.showing != Showing::Frames)
        return {};
    const int side = stillLimits(*d->describer).maximumSide;
    QSize size = d->clip->video.size;
    if (size.width() > side || size.height() > side)
        size.scale(side, side, Qt::KeepAspectRatio);
    const int frames = framesToShow(*d->clip, d->settings.trim, *d->describer);
    const double asked = estimatedTokens(describeMessages(Showing::Frames, QList<ShownPart>(frames))) +
                         double(frames) * estimatedPictureTokens(size);
    const double answered =
        tokensOfADescription +
        (d->describer->thinking == DescriberSpec::Thinking::Always ? tokensOfThoughts : 0);
    Estimate estimate;
    estimate.amount = (asked * rate->input + answered * rate->output) / 1e6;
    estimate.currency = rate->currency;
    return estimate;
}

} // namespace retake
