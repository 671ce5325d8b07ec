// SPDX-License-Identifier: GPL-3.0-or-later
// Describe, revise, make.
#include "commands.h"
#include "core.h"
#include "describe.h"
#include "drafting.h"
#include "media/probe.h"
#include "outputs.h"
#include "remakerun.h"
#include "session/dialogue.h"
#include "session/remakedraft.h"
#include "words.h"

#include <QFileInfo>
#include <QLocale>

namespace retake::cli {

namespace {

using Step = RemakeRun::Step;

tl::unexpected<Error> badValue(const QString &option, const QString &value)
{
    return failure(ErrorKind::BadParameter, {option, value});
}

QList<Step> stepsOf(const Arguments &arguments)
{
    QList<Step> steps;
    for (const GivenOption &option : arguments.inOrder) {
        if (option.name == u"say")
            steps.append({Step::Kind::Say, option.value});
        else if (option.name == u"make")
            steps.append({Step::Kind::Make, {}});
    }
    return steps;
}

Result<void> fillDescribing(Dialogue &dialogue, const Arguments &arguments, const Core &core)
{
    if (const QString option = QStringLiteral("describer"); arguments.has(option)) {
        if (auto set = dialogue.setDescriber(arguments.value(option)); !set)
            return set;
    }
    dialogue.setAccount(core.accounts.current(dialogue.describer().service));
    if (arguments.has(QStringLiteral("trim"))) {
        const auto trim = parseTrim(arguments.value(QStringLiteral("trim")));
        if (!trim)
            return failure(trim.error());
        dialogue.setTrim(*trim);
    }
    const QString option = QStringLiteral("show");
    if (!arguments.has(option))
        return {};
    const QString shown = arguments.value(option);
    if (shown == u"frames" || shown == u"video") {
        const Showing showing = shown == u"video" ? Showing::SmallVideo : Showing::Frames;
        if (!dialogue.showings().contains(showing))
            return badValue(option, shown);
        return dialogue.setShowing(showing);
    }
    const QUrl address(shown, QUrl::StrictMode);
    if (address.host().isEmpty() || (address.scheme() != u"http" && address.scheme() != u"https"))
        return badValue(option, shown);
    if (!dialogue.showings().contains(Showing::Address))
        return badValue(option, shown);
    return dialogue.setShowing(Showing::Address, shown);
}

// Nothing: it is no value of the parameter.
std::optional<QJsonValue> valueOf(const ParameterSpec &spec, const QString &text)
{
    switch (spec.type) {
    case ParameterSpec::Type::Choice:
        for (const ParameterSpec::Choice &choice : spec.choices) {
            if (!choice.value.isNull() && choice.value.toVariant().toString() == text)
                return choice.value;
        }
        return std::nullopt;
    case ParameterSpec::Type::Integer: {
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        const bool fits =
            (number >= spec.minimum && number <= spec.maximum) || spec.alsoAllowed.contains(number);
        return isNumber && fits ? std::optional<QJsonValue>(number) : std::nullopt;
    }
    case ParameterSpec::Type::Boolean:
        if (text == u"true" || text == u"false")
            return QJsonValue(text == u"true");
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

Result<void> fillParameters(RemakeDraft &draft, const QStringList &settings)
{
    for (const QString &setting : settings) {
        const QString name = setting.section(u'=', 0, 0);
        const QString text = setting.section(u'=', 1);
        const ParameterSpec *spec = draft.model().parameter(name);
        const auto value = spec ? valueOf(*spec, text) : std::nullopt;
        if (!value)
            return badValue(name, text);
        draft.setParameter(name, *value);
    }
    return {};
}

KeptFrame frameOf(const QString &wish)
{
    if (wish == u"clip")
        return {KeptFrame::From::Clip, {}};
    return {KeptFrame::From::File, QFileInfo(wish).absoluteFilePath()};
}

Result<void> fillKeeping(RemakeDraft &draft, const Arguments &arguments)
{
    if (const QString option = QStringLiteral("first-frame"); arguments.has(option)) {
        if (!draft.canKeepFirstFrame())
            return badValue(option, draft.model().id);
        if (auto set = draft.setFirstFrame(frameOf(arguments.value(option))); !set)
            return set;
    }
    if (const QString option = QStringLiteral("last-frame"); arguments.has(option)) {
        if (!draft.canKeepLastFrame())
            return badValue(option, draft.model().id);
        if (auto set = draft.setLastFrame(frameOf(arguments.value(option))); !set)
            return set;
    }
    if (const QString option = QStringLiteral("keep-sound"); arguments.has(option)) {
        if (!draft.canKeepSound())
            return badValue(option, QFileInfo(arguments.operands.constFirst()).fileName());
        draft.setSourceSound(true);
    }
    QStringList references;
    for (const QString &source : arguments.options.value(QStringLiteral("reference")))
        references.append(isRemoteMedia(source) ? source : QFileInfo(source).absoluteFilePath());
    const int most = draft.model().references.maximumCount;
    if (references.size() > most)
        return failure(ErrorKind::TooManyReferences, {QString::number(most)});
    return references.isEmpty() ? Result<void>() : draft.setReferences(references);
}

// Asked before the description is paid for, which the draft would miss first.
Result<void> checkMaking(const RemakeDraft &draft, const Arguments &arguments)
{
    const ModelSpec &model = draft.model();
    const Account &account = draft.account();
    const bool knownRegion = !account.isPractice() && account.region != u"custom";
    if (knownRegion && !model.regions.isEmpty() && !model.regions.contains(account.region))
        return failure(ErrorKind::UnknownModel, {model.id});
    const bool hasFirst = arguments.has(QStringLiteral("first-frame"));
    if (!hasFirst && (model.frames.minimumCount > 0 || arguments.has(QStringLiteral("last-frame"))))
        return badValue(QStringLiteral("first-frame"), QStringLiteral("none"));
    if (draft.references().size() < model.references.minimumCount)
        return badValue(QStringLiteral("reference"), QString::number(draft.references().size()));
    return {};
}

Result<void> fillMaking(RemakeDraft &draft, const Arguments &arguments, const Core &core)
{
    if (const QString option = QStringLiteral("model"); arguments.has(option)) {
        if (auto set = draft.setModel(arguments.value(option)); !set)
            return set;
    }
    draft.setAccount(core.accounts.current(draft.model().service));
    if (auto filled = fillParameters(draft, arguments.options.value(QStringLiteral("set"))); !filled)
        return filled;
    if (auto filled = fillKeeping(draft, arguments); !filled)
        return filled;
    return arguments.has(QStringLiteral("make")) ? checkMaking(draft, arguments) : Result<void>();
}

// What the takes of all the steps are copied to, asked before anything is paid for.
Result<void> checkOutputs(const Arguments &arguments, const QString &clip)
{
    const QString wished = arguments.value(QStringLiteral("output"));
    if (wished.isEmpty())
        return {};
    QStringList sources{clip};
    for (const char *option : {"first-frame", "last-frame", "reference"})
        sources += arguments.options.value(QLatin1String(option));
    for (qsizetype i = 0; i < arguments.options.value(QStringLiteral("make")).size(); ++i) {
        if (auto checked = checkOutput(outputName(wished, i), sources); !checked)
            return checked;
    }
    return {};
}

// To the newest conversation that came to a description; without one there is nothing to go on with.
bool goOn(Dialogue &dialogue)
{
    for (const Conversation &one : dialogue.conversations()) {
        if (dialogue.choose(one.id) && !dialogue.description().isEmpty())
            return true;
    }
    return false;
}

void tellBefore(const Dialogue &dialogue, const RemakeDraft &draft, bool makes, Console &console,
                const Core &core)
{
    const QString language = QLocale().name();
    console.note(serviceText(dialogue.account(), core.catalogue));
    if (makes && draft.account() != dialogue.account())
        console.note(serviceText(draft.account(), core.catalogue));
    if (const QString retired = dialogue.describer().retired.in(language); !retired.isEmpty())
        console.note(QString(dialogue.describer().id + u": " + retired));
    if (const QString retired = draft.model().retired.in(language); makes && !retired.isEmpty())
        console.note(QString(draft.model().id + u": " + retired));
}

Result<ClipInfo> openClip(Dialogue &dialogue, const QString &file, Core &core)
{
    const auto info = probeClip(QFileInfo(file).absoluteFilePath(), {}, core.frames);
    if (!info)
        return info;
    const Take take = takeAt(info->file, *core.store);
    ClipId clip = take.clip;
    if (!clip) {
        const auto row = core.store->clipForFile(info->file, core.clock.now());
        if (!row)
            return failure(row.error());
        clip = row->id;
    }
    dialogue.openClip(*info, clip, take.id);
    return info;
}

} // namespace

int remake(const Arguments &arguments, Console &console, Core &core)
{
    Dialogue dialogue(*core.store, core.catalogue, core.accounts, core.chat, core.paths, core.clock);
    RemakeDraft draft(core.catalogue, dialogue);
    const auto clip = openClip(dialogue, arguments.operands.constFirst(), core);
    if (!clip)
        return console.refuse(clip.error());
    QList<Step> steps = stepsOf(arguments);
    const bool goesOn = arguments.has(QStringLiteral("continue")) && goOn(dialogue);
    if (!goesOn) {
        dialogue.beginAnew();
        steps.prepend({Step::Kind::Describe, {}});
    }
    for (const auto &filled : {fillDescribing(dialogue, arguments, core), fillMaking(draft, arguments, core),
                               checkOutputs(arguments, clip->file)}) {
        if (!filled)
            return console.refuse(filled.error());
    }
    if (const auto fault = draft.fault(); fault && fault->field == RemakeDraft::Field::Clip)
        return console.refuse(fault->error);
    tellBefore(dialogue, draft, arguments.has(QStringLiteral("make")), console, core);
    if (arguments.has(QStringLiteral("continue")) && !goesOn)
        console.note(Cli::tr("There is no conversation about this video yet: it is described first."));
    RemakeRun run(core, console, dialogue, draft);
    return run.run(steps, arguments.value(QStringLiteral("output")));
}

} // namespace retake::cli
