// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"
#include "describe.h"
#include "session/taskclock.h"

#include <QJsonArray>

namespace retake::cli {

namespace {

double inSeconds(Microseconds time)
{
    return double(time.count()) / 1e6;
}

QJsonArray sizeJson(QSize size)
{
    return {size.width(), size.height()};
}

QJsonValue rectJson(const QRect &rect)
{
    return rect.isNull() ? QJsonValue()
                         : QJsonValue(QJsonArray{rect.x(), rect.y(), rect.width(), rect.height()});
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString changeName(ConformChange change)
{
    switch (change) {
    case ConformChange::Trimmed:
        return QStringLiteral("trimmed");
    case ConformChange::CutToLimit:
        return QStringLiteral("cut-to-limit");
    case ConformChange::Rate:
        return QStringLiteral("rate");
    case ConformChange::ConstantRate:
        return QStringLiteral("constant-rate");
    case ConformChange::Size:
        return QStringLiteral("size");
    case ConformChange::Rotated:
        return QStringLiteral("rotated");
    case ConformChange::Container:
        return QStringLiteral("container");
    case ConformChange::Video:
        return QStringLiteral("video");
    case ConformChange::Audio:
        return QStringLiteral("audio");
    case ConformChange::AudioDropped:
        return QStringLiteral("audio-dropped");
    case ConformChange::Squared:
        return QStringLiteral("squared");
    case ConformChange::Padded:
        return QStringLiteral("padded");
    case ConformChange::Cropped:
        return QStringLiteral("cropped");
    case ConformChange::Colour:
        return QStringLiteral("colour");
    case ConformChange::Smaller:
        return QStringLiteral("smaller");
    }
    Q_UNREACHABLE();
}

QJsonObject limitsJson(const MediaLimits &limits)
{
    QJsonObject json{{QStringLiteral("formats"), QJsonArray::fromStringList(limits.formats)},
                     {QStringLiteral("maximum_bytes"), limits.maximumBytes},
                     {QStringLiteral("minimum_side"), limits.minimumSide},
                     {QStringLiteral("maximum_side"), limits.maximumSide}};
    if (limits.maximumSeconds > 0) {
        json.insert(QStringLiteral("minimum_seconds"), limits.minimumSeconds);
        json.insert(QStringLiteral("maximum_seconds"), limits.maximumSeconds);
    }
    if (limits.maximumCount > 0)
        json.insert(QStringLiteral("maximum_count"), limits.maximumCount);
    return json;
}

QJsonObject parameterJson(const ParameterSpec &spec)
{
    QJsonObject json{{QStringLiteral("name"), spec.name}, {QStringLiteral("default"), spec.defaultValue}};
    switch (spec.type) {
    case ParameterSpec::Type::Choice: {
        QJsonArray choices;
        for (const ParameterSpec::Choice &choice : spec.choices)
            choices.append(choice.value);
        json.insert(QStringLiteral("choices"), choices);
        break;
    }
    case ParameterSpec::Type::Integer: {
        QJsonArray further;
        for (const qint64 value : spec.alsoAllowed)
            further.append(value);
        json.insert(QStringLiteral("minimum"), spec.minimum);
        json.insert(QStringLiteral("maximum"), spec.maximum);
        json.insert(QStringLiteral("also_allowed"), further);
        break;
    }
    case ParameterSpec::Type::Boolean:
        json.insert(QStringLiteral("choices"), QJsonArray{false, true});
        break;
    }
    return json;
}

} // namespace

QJsonObject taskJson(const Task &task, const QString &take, const Catalogue &catalogue)
{
    const ModelSpec *model = catalogue.model(task.order.model);
    const TaskClock clock = model ? clockOf(task, *model, QDateTime::currentDateTimeUtc()) : TaskClock();
    const auto billed = billedSeconds(task);
    return {{QStringLiteral("id"), task.id.value},
            {QStringLiteral("state"), taskStateName(task.state)},
            {QStringLiteral("remote_id"), orNull(task.remoteId)},
            {QStringLiteral("model"), task.order.model},
            {QStringLiteral("prompt"), task.order.prompt},
            {QStringLiteral("take"), orNull(take)},
            {QStringLiteral("error"), task.error ? QJsonValue(errorToJson(*task.error)) : QJsonValue()},
            {QStringLiteral("held"), task.held},
            {QStringLiteral("position"), isFinal(task.state) ? QJsonValue() : QJsonValue(task.position)},
            {QStringLiteral("expires"), clock.expires.isValid()
                                            ? QJsonValue(clock.expires.toUTC().toString(Qt::ISODate))
                                            : QJsonValue()},
            {QStringLiteral("billed_seconds"), billed ? QJsonValue(*billed) : QJsonValue()}};
}

QJsonObject stateJson(const Task &task)
{
    QJsonObject json{{QStringLiteral("event"), QStringLiteral("state")},
                     {QStringLiteral("id"), task.id.value},
                     {QStringLiteral("state"), taskStateName(task.state)}};
    if (!task.remoteId.isEmpty())
        json.insert(QStringLiteral("remote_id"), task.remoteId);
    if (task.error)
        json.insert(QStringLiteral("error"), errorToJson(*task.error));
    return json;
}

QJsonObject takeJson(const Task &task, const Take &take)
{
    QJsonObject json{{QStringLiteral("event"), QStringLiteral("take")},
                     {QStringLiteral("id"), task.id.value},
                     {QStringLiteral("take"), take.file},
                     {QStringLiteral("recipe"), take.recipe}};
    if (!task.order.output.isEmpty() && !task.error)
        json.insert(QStringLiteral("output"), task.order.output);
    return json;
}

QJsonObject candidateJson(TaskId id, const RemoteCandidate &candidate)
{
    return {{QStringLiteral("event"), QStringLiteral("candidate")},
            {QStringLiteral("id"), id.value},
            {QStringLiteral("remote_id"), candidate.row.remoteId},
            {QStringLiteral("model"), candidate.row.model},
            {QStringLiteral("status"), candidate.row.status},
            {QStringLiteral("made_at"), orNull(candidate.row.startTime.toString(Qt::ISODate))},
            {QStringLiteral("prompt"), candidate.prompt ? QJsonValue(*candidate.prompt) : QJsonValue()}};
}

QJsonObject remoteJson(const RemoteTasks::Row &row)
{
    return {{QStringLiteral("remote_id"), row.task.remoteId},
            {QStringLiteral("model"), row.task.model},
            {QStringLiteral("status"), row.task.status},
            {QStringLiteral("made_at"), orNull(row.task.startTime.toString(Qt::ISODate))},
            {QStringLiteral("prompt"), row.prompt ? QJsonValue(*row.prompt) : QJsonValue()},
            {QStringLiteral("task"), row.known ? QJsonValue(row.known.value) : QJsonValue()}};
}

QJsonObject clipJson(const ClipInfo &clip)
{
    const VideoInfo &video = clip.video;
    const ColourInfo &colour = video.colour;
    const QJsonObject colourJson{{QStringLiteral("primaries"), orNull(colour.primaries)},
                                 {QStringLiteral("transfer"), orNull(colour.transfer)},
                                 {QStringLiteral("matrix"), orNull(colour.matrix)},
                                 {QStringLiteral("full_range"), colour.fullRange},
                                 {QStringLiteral("bit_depth"), colour.bitDepth},
                                 {QStringLiteral("hdr"), colour.isHdr()}};
    QJsonObject json{{QStringLiteral("file"), clip.file},
                     {QStringLiteral("container"), clip.container},
                     {QStringLiteral("bytes"), clip.bytes},
                     {QStringLiteral("streams"), clip.streams},
                     {QStringLiteral("duration"), inSeconds(clip.duration)},
                     {QStringLiteral("video"),
                      QJsonObject{{QStringLiteral("codec"), video.codec},
                                  {QStringLiteral("pixel_format"), video.pixelFormat},
                                  {QStringLiteral("size"), sizeJson(video.size)},
                                  {QStringLiteral("coded_size"), sizeJson(video.codedSize)},
                                  {QStringLiteral("sample_aspect"),
                                   QJsonArray{video.sampleAspect.numerator, video.sampleAspect.denominator}},
                                  {QStringLiteral("rotation"), video.rotation},
                                  {QStringLiteral("colour"), colourJson},
                                  {QStringLiteral("rate"), video.frameRate.toDouble()},
                                  {QStringLiteral("constant_rate"), video.constantRate},
                                  {QStringLiteral("frames"), video.frames},
                                  {QStringLiteral("hidden_frames"), video.hiddenFrames},
                                  {QStringLiteral("start"), inSeconds(video.start)}}},
                     {QStringLiteral("audio"), QJsonValue()}};
    if (clip.audio)
        json.insert(QStringLiteral("audio"),
                    QJsonObject{{QStringLiteral("codec"), clip.audio->codec},
                                {QStringLiteral("sample_rate"), clip.audio->sampleRate},
                                {QStringLiteral("channels"), clip.audio->channels},
                                {QStringLiteral("duration"), inSeconds(clip.audio->duration)}});
    return json;
}

QJsonObject planJson(const ConformPlan &plan)
{
    QJsonArray changes;
    for (const ConformChange change : plan.changes)
        changes.append(changeName(change));
    return {{QStringLiteral("in"), inSeconds(plan.piece.in)},
            {QStringLiteral("out"), inSeconds(plan.piece.out)},
            {QStringLiteral("seconds"), inSeconds(plan.duration())},
            {QStringLiteral("size"), sizeJson(plan.size)},
            {QStringLiteral("crop"), rectJson(plan.crop)},
            {QStringLiteral("placed"), rectJson(plan.placed)},
            {QStringLiteral("rate"), plan.frameRate.toDouble()},
            {QStringLiteral("frames"), plan.frames},
            {QStringLiteral("audio"), plan.audio},
            {QStringLiteral("copy"), plan.copy},
            {QStringLiteral("changes"), changes}};
}

QJsonObject estimateJson(const Estimate &estimate)
{
    return {{QStringLiteral("input_seconds"), estimate.inputSeconds},
            {QStringLiteral("output_seconds"), estimate.outputSeconds},
            {QStringLiteral("amount"), estimate.amount},
            {QStringLiteral("currency"), estimate.currency}};
}

QJsonObject modelJson(const ModelSpec &model)
{
    QJsonArray parameters;
    for (const ParameterSpec &spec : model.parameters)
        parameters.append(parameterJson(spec));
    QJsonArray prices;
    for (const Price &price : model.prices) {
        QJsonObject rates;
        for (auto it = price.rates.begin(); it != price.rates.end(); ++it)
            rates.insert(it.key(), it.value());
        prices.append(QJsonObject{{QStringLiteral("region"), price.region},
                                  {QStringLiteral("currency"), price.currency},
                                  {QStringLiteral("as_of"), price.asOf.toString(Qt::ISODate)},
                                  {QStringLiteral("rates"), rates}});
    }
    QJsonObject json{{QStringLiteral("id"), model.id},
                     {QStringLiteral("service"), model.service},
                     {QStringLiteral("name"), model.name.in(QStringLiteral("en"))},
                     {QStringLiteral("prompt_maximum"), model.promptMaximum},
                     {QStringLiteral("negative_prompt_maximum"), model.negativePromptMaximum},
                     {QStringLiteral("video"), limitsJson(model.video)},
                     {QStringLiteral("references"), limitsJson(model.references)},
                     {QStringLiteral("parameters"), parameters},
                     {QStringLiteral("prices"), prices}};
    if (model.use == ModelUse::Remake) {
        json.insert(QStringLiteral("use"), QStringLiteral("remake"));
        json.remove(QStringLiteral("video"));
        json.insert(QStringLiteral("frames"), limitsJson(model.frames));
        json.insert(QStringLiteral("retired"), orNull(model.retired.in(QStringLiteral("en"))));
    }
    return json;
}

QJsonObject describerJson(const DescriberSpec &describer)
{
    QJsonArray rates;
    for (const DescriberSpec::Rate &rate : describer.rates)
        rates.append(QJsonObject{{QStringLiteral("region"), rate.region},
                                 {QStringLiteral("currency"), rate.currency},
                                 {QStringLiteral("as_of"), rate.asOf.toString(Qt::ISODate)},
                                 {QStringLiteral("input"), rate.input},
                                 {QStringLiteral("output"), rate.output}});
    return {{QStringLiteral("id"), describer.id},
            {QStringLiteral("service"), describer.service},
            {QStringLiteral("name"), describer.name.in(QStringLiteral("en"))},
            {QStringLiteral("use"), QStringLiteral("describe")},
            {QStringLiteral("maximum_images"), describer.maximumImages},
            {QStringLiteral("video_address"), describer.takesVideoAddress},
            {QStringLiteral("inline_video_bytes"), describer.maximumInlineVideo},
            {QStringLiteral("context"), describer.context},
            {QStringLiteral("maximum_tokens"), describer.maximumTokens},
            {QStringLiteral("english_only"), describer.englishOnly},
            {QStringLiteral("rates"), rates},
            {QStringLiteral("retired"), orNull(describer.retired.in(QStringLiteral("en")))}};
}

} // namespace retake::cli
