// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/draft.h"

#include "media/reference.h"
#include "session/draftchecks.h"

#include <QFileInfo>

#include <algorithm>

namespace retake {

Draft::Draft(const Catalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
    , m_model(catalogue.models(ModelUse::Edit).constFirst())
{}

template<class T> void Draft::assign(T &member, const T &value)
{
    if (member == value)
        return;
    member = value;
    Q_EMIT changed();
}

void Draft::setClip(const std::optional<ClipInfo> &clip, ClipId id, TakeId take)
{
    const bool sameFile = clip && m_clip && clip->file == m_clip->file && clip->bytes == m_clip->bytes;
    const bool same = (sameFile || (!clip && !m_clip)) && m_remoteClip.isEmpty();
    if (same && m_clipId == id && m_take == take)
        return;
    m_clip = clip;
    m_clipId = id;
    m_take = take;
    m_remoteClip.clear();
    if (!same)
        m_trim.reset(); // a piece of another clip means nothing here
    Q_EMIT changed();
}

void Draft::setRemoteClip(const QString &address)
{
    if (!m_clip && m_remoteClip == address)
        return;
    m_clip.reset();
    m_clipId = {};
    m_take = {};
    m_trim.reset();
    m_remoteClip = address;
    Q_EMIT changed();
}

void Draft::setTrim(const std::optional<Trim> &trim)
{
    assign(m_trim, trim);
}

void Draft::setFraming(Framing framing)
{
    assign(m_framing, framing);
}

Result<void> Draft::checkedClip() const
{
    return checkClip(m_clip, m_remoteClip, conformWish(), *m_model);
}

std::optional<Error> Draft::framingFault() const
{
    const auto checked = checkedClip();
    return !checked && checked.error().kind == ErrorKind::ClipUnfit ? std::optional(checked.error())
                                                                    : std::nullopt;
}

bool Draft::framingMatters() const
{
    if (!m_clip)
        return false;
    const auto barred = planConform(*m_clip, {std::nullopt, Framing::Fit, conformWish().shape}, *m_model);
    return barred && !barred->placed.isNull();
}

void Draft::setPrompt(const QString &text)
{
    assign(m_prompt, text);
}

void Draft::setNegativePrompt(const QString &text)
{
    assign(m_negativePrompt, text);
}

Result<void> Draft::addReference(const QString &source)
{
    const int most = m_model->references.maximumCount;
    if (m_references.size() >= most)
        return failure(ErrorKind::TooManyReferences, {QString::number(most)});
    if (auto checked = checkReferenceSource(source, *m_model); !checked)
        return checked;
    m_references.append(source);
    Q_EMIT changed();
    return {};
}

Result<void> Draft::setReference(int slot, const QString &source)
{
    if (slot < 0 || slot >= m_references.size())
        return addReference(source);
    if (auto checked = checkReferenceSource(source, *m_model); !checked)
        return checked;
    assign(m_references[slot], Reference(source));
    return {};
}

Result<void> Draft::setCrop(int slot, const QRectF &crop)
{
    if (slot < 0 || slot >= m_references.size() || isRemoteMedia(m_references[slot].source))
        return failure(ErrorKind::BadParameter, {QStringLiteral("crop"), QString::number(slot + 1)});
    const Reference cropped(m_references[slot].source, crop);
    if (auto checked = checkReferenceSource(cropped, *m_model); !checked)
        return checked;
    assign(m_references[slot], cropped);
    return {};
}

void Draft::removeReference(int slot)
{
    if (slot < 0 || slot >= m_references.size())
        return;
    m_references.removeAt(slot);
    Q_EMIT changed();
}

void Draft::moveReference(int from, int to)
{
    const auto inside = [this](int slot) { return slot >= 0 && slot < m_references.size(); };
    if (from == to || !inside(from) || !inside(to))
        return;
    m_references.move(from, to);
    Q_EMIT changed();
}

Result<void> Draft::setModel(const QString &id)
{
    const ModelSpec *model = m_catalogue.model(id);
    if (!model || model->use != ModelUse::Edit)
        return failure(ErrorKind::UnknownModel, {id});
    if (model == m_model)
        return {};
    m_model = model;
    for (const QString &name : m_parameters.keys()) {
        const ParameterSpec *spec = m_model->parameter(name);
        if (!spec || !fits(*spec, m_parameters.value(name)))
            m_parameters.remove(name);
    }
    Q_EMIT changed();
    return {};
}

void Draft::setParameter(const QString &name, const QJsonValue &value)
{
    const bool leaveOut = value.isNull() || value.isUndefined();
    if (leaveOut ? !m_parameters.contains(name) : m_parameters.value(name) == value)
        return;
    if (leaveOut)
        m_parameters.remove(name);
    else
        m_parameters.insert(name, value);
    Q_EMIT changed();
}

void Draft::setAccount(const Account &account)
{
    assign(m_account, account);
}

void Draft::setVariations(int count)
{
    assign(m_variations, std::clamp(count, 1, maximumVariations));
}

void Draft::load(const Order &order, const Account &account)
{
    const ModelSpec *model = m_catalogue.model(order.model);
    if (model && model->use == ModelUse::Edit)
        m_model = model;
    m_parameters = order.parameters;
    m_account = account;
    m_trim = order.trim;
    m_framing = order.framing;
    m_prompt = order.prompt;
    m_negativePrompt = order.negativePrompt;
    m_references = order.references;
    m_variations = 1;
    Q_EMIT changed();
}

QJsonValue Draft::parameter(const QString &name) const
{
    if (m_parameters.contains(name))
        return m_parameters.value(name);
    const ParameterSpec *spec = m_model->parameter(name);
    return spec ? spec->defaultValue : QJsonValue();
}

std::optional<Draft::Fault> Draft::fault() const
{
    const auto no = [](const Result<void> &checked, Field field) -> std::optional<Fault> {
        if (checked)
            return std::nullopt;
        // A shape that is not taken is mended where the framing is chosen.
        const bool shape = checked.error().kind == ErrorKind::ClipUnfit;
        return Fault{shape ? Field::Framing : field, checked.error()};
    };
    if (auto fault = no(checkedClip(), Field::Clip))
        return fault;
    if (auto fault = no(checkTrim(m_clip, conformWish(), *m_model), Field::Trim))
        return fault;
    if (auto fault = no(checkPrompt(m_prompt, m_references, *m_model), Field::Prompt))
        return fault;
    if (auto fault = no(checkNegativePrompt(m_negativePrompt, *m_model), Field::NegativePrompt))
        return fault;
    if (auto fault = no(checkReferences(m_references, *m_model), Field::References))
        return fault;
    if (auto fault = no(checkParameters(m_parameters, *m_model, conformPlan()), Field::Parameter))
        return fault;
    return no(checkAccount(m_account, *m_model, m_catalogue), Field::Account);
}

ConformWish Draft::conformWish() const
{
    return {m_trim, m_framing, shapeFromText(parameter(QStringLiteral("ratio")).toString())};
}

std::optional<ConformPlan> Draft::conformPlan() const
{
    if (!m_clip)
        return std::nullopt;
    const Result<ConformPlan> plan = planConform(*m_clip, conformWish(), *m_model);
    return plan ? std::optional(*plan) : std::nullopt;
}

Estimate Draft::estimate() const
{
    double seconds = double(parameter(QStringLiteral("duration")).toInteger());
    if (seconds <= 0) {
        const auto plan = conformPlan();
        seconds = plan ? double(plan->duration().count()) / 1e6 : 0;
    }
    const Price *price = m_account.isPractice() ? nullptr : m_model->price(m_account.region);
    const QString tier = price ? parameter(price->byParameter).toString() : QString();
    Estimate sum = price ? retake::estimate(*m_model, m_account.region, tier, seconds)
                         : Estimate{seconds, seconds, 0, {}};
    sum.inputSeconds *= m_variations;
    sum.outputSeconds *= m_variations;
    sum.amount *= m_variations;
    return sum;
}

Order Draft::order() const
{
    Order order;
    order.clip = m_clip ? QFileInfo(m_clip->file).absoluteFilePath() : m_remoteClip;
    order.trim = m_trim;
    order.framing = m_framing;
    for (Reference reference : m_references) {
        if (!isRemoteMedia(reference.source))
            reference.source = QFileInfo(reference.source).absoluteFilePath();
        order.references.append(reference);
    }
    order.prompt = m_prompt.trimmed();
    order.negativePrompt = m_negativePrompt.trimmed();
    order.model = m_model->id;
    for (const ParameterSpec &spec : m_model->parameters) {
        if (const QJsonValue value = parameter(spec.name); !value.isNull())
            order.parameters.insert(spec.name, value);
    }
    order.account = m_account.id;
    order.clipId = m_clipId;
    order.parent = m_take;
    return order;
}

Result<QList<Order>> Draft::orders() const
{
    if (const auto found = fault())
        return failure(found->error);
    Order order = this->order();
    QList<Order> orders;
    for (int i = 0; i < m_variations; ++i) {
        orders.append(order);
        // One seed for all would ask for the same take several times.
        const ParameterSpec *seed = m_model->parameter(QStringLiteral("seed"));
        if (seed && order.parameters.contains(seed->name))
            order.parameters[seed->name] = nextSeed(*seed, order.parameters[seed->name].toInteger());
    }
    return orders;
}

} // namespace retake
