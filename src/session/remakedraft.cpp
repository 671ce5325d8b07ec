// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/remakedraft.h"

#include "session/draftchecks.h"
#include "session/remakedraft_p.h"

#include <QFileInfo>

#include <algorithm>

namespace retake {

namespace {

// What the person said last on the way to the description, as typed.
QString lastSaid(const Dialogue &dialogue)
{
    QString said;
    for (const Turn &turn : dialogue.line()) {
        if (turn.state == TurnState::Answered && !turn.said.isEmpty())
            said = turn.said;
    }
    return said;
}

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
    order.title = lastSaid(dialogue);
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

} // namespace retake
