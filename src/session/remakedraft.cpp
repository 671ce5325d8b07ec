// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/remakedraft.h"

#include "media/reference.h"
#include "session/draftchecks.h"
#include "session/keepingwords.h"

#include <QFileInfo>

#include <algorithm>

namespace retake {

class RemakeDraft::Private
{
public:
    const Catalogue &catalogue;
    const Dialogue &dialogue;
    const ModelSpec *model;
    bool isModelChosen = false; // by the person: no account changes it
    QJsonObject parameters;
    Account account;
    Keeping keeping;
    QStringList references;
    int variations = 1;

    bool isOffered(const ModelSpec &row) const;
    const ModelSpec *firstOffered() const;
    void use(const ModelSpec *row);
    Keeping inForce() const; // what the model takes of it
    int framesKept() const;

    Result<void> checkClip() const;
    Result<void> checkDescription() const;
    Result<void> checkFrame(const KeptFrame &frame) const;
    Result<void> checkFirstFrame() const;
    Result<void> checkReferenceCount() const;
    Result<void> checkModel() const;
};

namespace {

bool isRegionOfCatalogue(const Account &account)
{
    return !account.isPractice() && !account.region.isEmpty() && account.region != u"custom";
}

QList<Reference> absolute(const QStringList &sources)
{
    QList<Reference> references;
    for (const QString &source : sources)
        references.append(isRemoteMedia(source) ? source : QFileInfo(source).absoluteFilePath());
    return references;
}

Keeping withAbsoluteFiles(Keeping keeping)
{
    for (KeptFrame *frame : {&keeping.first, &keeping.last}) {
        if (frame->from == KeptFrame::From::File)
            frame->file = QFileInfo(frame->file).absoluteFilePath();
        else
            frame->file.clear();
    }
    return keeping;
}

} // namespace

bool RemakeDraft::Private::isOffered(const ModelSpec &row) const
{
    return row.regions.isEmpty() || !isRegionOfCatalogue(account) || row.regions.contains(account.region);
}

const ModelSpec *RemakeDraft::Private::firstOffered() const
{
    const auto rows = catalogue.models(ModelUse::Remake);
    const auto found = std::find_if(rows.begin(), rows.end(), [this](const ModelSpec *row) {
        return (account.service.isEmpty() || row->service == account.service) && isOffered(*row);
    });
    return found == rows.end() ? rows.constFirst() : *found;
}

void RemakeDraft::Private::use(const ModelSpec *row)
{
    model = row;
    for (const QString &name : parameters.keys()) {
        const ParameterSpec *spec = row->parameter(name);
        if (!spec || !fits(*spec, parameters.value(name)))
            parameters.remove(name);
    }
}

Keeping RemakeDraft::Private::inForce() const
{
    Keeping kept = keeping;
    if (model->frames.maximumCount < 1)
        kept.first = {};
    if (model->frames.maximumCount < 2)
        kept.last = {};
    if (!dialogue.clip() || !dialogue.clip()->audio)
        kept.sourceSound = false;
    return kept;
}

int RemakeDraft::Private::framesKept() const
{
    const Keeping kept = inForce();
    return int(kept.first.from != KeptFrame::From::Nothing) + int(kept.last.from != KeptFrame::From::Nothing);
}

Result<void> RemakeDraft::Private::checkClip() const
{
    const auto &clip = dialogue.clip();
    if (!clip)
        return failure(ErrorKind::FileMissing);
    const auto &trim = dialogue.trim();
    // a piece lies inside of the clip, give or take a frame
    if (trim && (trim->in < Microseconds::zero() || trim->length() <= Microseconds::zero() ||
                 trim->out > clip->duration + Microseconds(50'000)))
        return failure(ErrorKind::BadParameter, {QStringLiteral("trim"), formatTrim(*trim)});
    return {};
}

Result<void> RemakeDraft::Private::checkDescription() const
{
    const Description description = dialogue.description();
    const bool hasPicture = framesKept() > 0 || (model->references.maximumCount > 0 && !references.isEmpty());
    if (description.isEmpty() && !(model->promptOptional && hasPicture))
        return failure(ErrorKind::PromptEmpty);
    if (const qsizetype count = description.characters(); count > model->promptMaximum)
        return failure(ErrorKind::PromptTooLong,
                       {QString::number(count), QString::number(model->promptMaximum)});
    return {};
}

Result<void> RemakeDraft::Private::checkFrame(const KeptFrame &frame) const
{
    switch (frame.from) {
    case KeptFrame::From::Nothing:
        return {};
    case KeptFrame::From::Clip: {
        if (!dialogue.clip())
            return {};
        ReferenceInfo still;
        still.file = dialogue.clip()->file;
        still.format = QStringLiteral("jpeg");
        still.size = dialogue.clip()->video.size;
        const auto planned = planReference(still, {}, model->frames);
        return planned ? Result<void>() : failure(planned.error());
    }
    case KeptFrame::From::File: {
        const auto read = checkReference(Reference(frame.file), model->frames);
        return read ? Result<void>() : failure(read.error());
    }
    }
    Q_UNREACHABLE();
}

// The service takes no last frame alone.
Result<void> RemakeDraft::Private::checkFirstFrame() const
{
    const Keeping kept = inForce();
    const bool isNeeded = model->frames.minimumCount > 0 || kept.last.from != KeptFrame::From::Nothing;
    if (kept.first.from == KeptFrame::From::Nothing && isNeeded)
        return failure(ErrorKind::BadParameter, {QStringLiteral("first_frame"), QStringLiteral("none")});
    return checkFrame(kept.first);
}

Result<void> RemakeDraft::Private::checkReferenceCount() const
{
    if (model->references.maximumCount == 0)
        return {};
    if (references.size() < model->references.minimumCount)
        return failure(ErrorKind::BadParameter,
                       {QStringLiteral("references"), QString::number(references.size())});
    return checkReferences(wholeReferences(references), *model);
}

Result<void> RemakeDraft::Private::checkModel() const
{
    return isOffered(*model) ? Result<void>() : failure(ErrorKind::UnknownModel, {model->id});
}

RemakeDraft::RemakeDraft(const Catalogue &catalogue, const Dialogue &dialogue, QObject *parent)
    : QObject(parent)
    , d(new Private{catalogue, dialogue, catalogue.models(ModelUse::Remake).constFirst(), {}, {}, {}, {}, {}})
{
    connect(&dialogue, &Dialogue::opened, this, &RemakeDraft::changed);
    connect(&dialogue, &Dialogue::settingsChanged, this, &RemakeDraft::changed);
    connect(&dialogue, &Dialogue::tipChanged, this, &RemakeDraft::changed);
}

RemakeDraft::~RemakeDraft() = default;

Result<void> RemakeDraft::setModel(const QString &id)
{
    const ModelSpec *row = d->catalogue.model(id);
    if (!row || row->use != ModelUse::Remake)
        return failure(ErrorKind::UnknownModel, {id});
    d->isModelChosen = true;
    if (row == d->model)
        return {};
    d->use(row);
    Q_EMIT changed();
    return {};
}

void RemakeDraft::setParameter(const QString &name, const QJsonValue &value)
{
    const bool leaveOut = value.isNull() || value.isUndefined();
    if (leaveOut ? !d->parameters.contains(name) : d->parameters.value(name) == value)
        return;
    if (leaveOut)
        d->parameters.remove(name);
    else
        d->parameters.insert(name, value);
    Q_EMIT changed();
}

void RemakeDraft::setAccount(const Account &account)
{
    if (account == d->account)
        return;
    d->account = account;
    if (!d->isModelChosen)
        d->use(d->firstOffered());
    Q_EMIT changed();
}

Result<void> RemakeDraft::setFirstFrame(const KeptFrame &frame)
{
    if (frame.from == KeptFrame::From::File) {
        if (auto checked = d->checkFrame(frame); !checked)
            return checked;
    }
    if (frame == d->keeping.first)
        return {};
    d->keeping.first = frame;
    Q_EMIT changed();
    return {};
}

Result<void> RemakeDraft::setLastFrame(const KeptFrame &frame)
{
    if (frame.from == KeptFrame::From::File) {
        if (auto checked = d->checkFrame(frame); !checked)
            return checked;
    }
    if (frame == d->keeping.last)
        return {};
    d->keeping.last = frame;
    Q_EMIT changed();
    return {};
}

void RemakeDraft::setSourceSound(bool kept)
{
    if (kept == d->keeping.sourceSound)
        return;
    d->keeping.sourceSound = kept;
    Q_EMIT changed();
}

Result<void> RemakeDraft::setReferences(const QStringList &sources)
{
    if (auto checked = checkReferences(wholeReferences(sources), *d->model); !checked)
        return checked;
    if (sources == d->references)
        return {};
    d->references = sources;
    Q_EMIT changed();
    return {};
}

void RemakeDraft::setVariations(int count)
{
    const int fit = std::clamp(count, 1, maximumVariations);
    if (fit == d->variations)
        return;
    d->variations = fit;
    Q_EMIT changed();
}

const ModelSpec &RemakeDraft::model() const
{
    return *d->model;
}

// Two frames are what the better quality is not sure to take.
QJsonValue RemakeDraft::parameter(const QString &name) const
{
    if (d->parameters.contains(name))
        return d->parameters.value(name);
    const ParameterSpec *spec = d->model->parameter(name);
    if (!spec)
        return {};
    const QJsonValue speed(QStringLiteral("speed"));
    return name == u"quality" && d->framesKept() == 2 && fits(*spec, speed) ? speed : spec->defaultValue;
}

const Account &RemakeDraft::account() const
{
    return d->account;
}

const Keeping &RemakeDraft::keeping() const
{
    return d->keeping;
}

QStringList RemakeDraft::references() const
{
    return d->references;
}

int RemakeDraft::variations() const
{
    return d->variations;
}

bool RemakeDraft::canKeepFirstFrame() const
{
    return d->model->frames.maximumCount > 0;
}

bool RemakeDraft::canKeepLastFrame() const
{
    return d->model->frames.maximumCount > 1;
}

bool RemakeDraft::canKeepSound() const
{
    return d->dialogue.clip() && d->dialogue.clip()->audio;
}

std::optional<RemakeDraft::Fault> RemakeDraft::fault() const
{
    const auto no = [](const Result<void> &checked, Field field) {
        return checked ? std::nullopt : std::optional(Fault{field, checked.error()});
    };
    if (auto fault = no(d->checkClip(), Field::Clip))
        return fault;
    if (auto fault = no(d->checkDescription(), Field::Description))
        return fault;
    if (auto fault = no(d->checkModel(), Field::Model))
        return fault;
    if (auto fault = no(checkParameters(order().parameters, *d->model, std::nullopt), Field::Parameter))
        return fault;
    if (auto fault = no(d->checkFirstFrame(), Field::FirstFrame))
        return fault;
    if (auto fault = no(d->checkFrame(d->inForce().last), Field::LastFrame))
        return fault;
    if (auto fault = no(d->checkReferenceCount(), Field::References))
        return fault;
    return no(checkAccount(d->account, *d->model, d->catalogue), Field::Account);
}

Estimate RemakeDraft::estimate() const
{
    const double length = seconds();
    const Price *price = d->account.isPractice() ? nullptr : d->model->price(d->account.region);
    const QString tier = price && !price->byParameter.isEmpty()
                             ? parameter(price->byParameter).toVariant().toString()
                             : QString();
    Estimate sum = price ? retake::estimate(*d->model, d->account.region, tier, length) : Estimate{};
    sum.inputSeconds = 0;
    sum.outputSeconds = length * d->variations;
    sum.amount *= d->variations;
    return sum;
}

double RemakeDraft::seconds() const
{
    const double duration = parameter(QStringLiteral("duration")).toDouble();
    return duration > 0 ? duration : d->model->outputSeconds;
}

Order RemakeDraft::order() const
{
    const Dialogue &dialogue = d->dialogue;
    Order order;
    if (dialogue.clip())
        order.clip = QFileInfo(dialogue.clip()->file).absoluteFilePath();
    order.trim = dialogue.trim();
    order.clipId = dialogue.clipId();
    order.parent = dialogue.source();
    order.prompt = dialogue.description().text();
    if (const auto described = dialogue.described())
        order.turn = described->id;
    order.model = d->model->id;
    if (d->model->references.maximumCount > 0)
        order.references = absolute(d->references);
    for (const ParameterSpec &spec : d->model->parameters) {
        if (const QJsonValue value = parameter(spec.name); !value.isNull())
            order.parameters.insert(spec.name, value);
    }
    order.keeping = withAbsoluteFiles(d->inForce());
    order.account = d->account.id;
    return order;
}

Result<QList<Order>> RemakeDraft::orders() const
{
    if (const auto found = fault())
        return failure(found->error);
    return QList<Order>(d->variations, order());
}

QList<RemakeDraft::Choice> RemakeDraft::choices() const
{
    const Keeping kept = d->inForce();
    QList<Choice> list;
    if (kept.first.from == KeptFrame::From::File || kept.last.from == KeptFrame::From::File)
        list.append(Choice::EditedFrame);
    else if (kept.last.from == KeptFrame::From::Clip)
        list.append(Choice::FirstAndLast);
    else if (kept.first.from == KeptFrame::From::Clip)
        list.append(Choice::FirstFrame);
    if (d->model->references.maximumCount > 0 && !d->references.isEmpty())
        list.append(Choice::References);
    if (list.isEmpty())
        list.append(Choice::WordsOnly);
    if (kept.sourceSound)
        list.append(Choice::SourceSound);
    return list;
}

// A picture wins over words: what it shows stays, whatever the words say.
RemakeDraft::Choice RemakeDraft::suggestion() const
{
    const bool hasEditedFrame = d->inForce().first.from == KeptFrame::From::File;
    EditAims aims;
    for (const QString &instruction : d->dialogue.instructions())
        aims |= aimsOf(instruction);
    const bool changesThePicture = aims & (EditAim::Look | EditAim::Background | EditAim::Style);
    if (changesThePicture && hasEditedFrame)
        return Choice::EditedFrame;
    if (aims & EditAim::Background && d->model->references.maximumCount > 0)
        return Choice::References;
    if (changesThePicture || !canKeepFirstFrame())
        return Choice::WordsOnly;
    return Choice::FirstFrame;
}

QString RemakeDraft::sentence(Choice choice)
{
    switch (choice) {
    case Choice::WordsOnly:
        return tr(
            "Only the words are kept: who and what is seen, the place and the camera are all made anew.");
    case Choice::FirstFrame:
        return tr("Subject, place and colours stay as in the first frame; what happens after it may change.");
    case Choice::FirstAndLast:
        return tr("Both ends stay as in the clip; the way from one to the other may change.");
    case Choice::EditedFrame:
        return tr("What your picture shows stays as it is there; what happens after it may change.");
    case Choice::References:
        return tr("The subject stays as in the pictures; place, light and camera may change.");
    case Choice::SourceSound:
        return tr("The clip's sound stays, fitted to the new length; it may not fit what is seen.");
    }
    Q_UNREACHABLE();
}

} // namespace retake
