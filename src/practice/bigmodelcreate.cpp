// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/bigmodel.h"

#include "model/catalogue.h"
#include "practice/chatmedia.h"
#include "practice/generationbody.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

namespace retake {

namespace {

constexpr double leastSameShape = 0.8; // of the two frames of Vidu
constexpr double mostSameShape = 1.25;

HttpReply objectReply(const QJsonObject &object)
{
    HttpReply reply;
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return reply;
}

// The pictures themselves, looked at one by one.
std::optional<Refusal> bringPictures(GenerationBody &body, const ModelSpec &model, const QString &folder)
{
    const bool isReference = body.kind == GenerationBody::Pictures::References;
    const MediaLimits &limits = isReference ? model.references : model.frames;
    const BareData bare = model.id.startsWith(u"cogvideox") ? BareData::Taken : BareData::Refused;
    QList<QSize> sizes;
    for (const QString &source : body.sources) {
        const BroughtPicture brought = bringPicture(source, limits, bare, folder);
        if (brought.refusal)
            return brought.refusal;
        sizes.append(brought.image.size());
        body.pictures.append(brought.bytes);
    }
    body.sources.clear(); // nobody needs the data twice
    if (bare == BareData::Refused && !isReference && sizes.size() == 2) {
        const double apart =
            (double(sizes[0].width()) / sizes[0].height()) / (double(sizes[1].width()) / sizes[1].height());
        if (apart < leastSameShape || apart > mostSameShape)
            return badParameter(QStringLiteral("the two frames differ too much in shape."));
    }
    body.size = sizeFor(body, sizes.isEmpty() ? QSize() : sizes.first());
    return std::nullopt;
}

QString toldModel(const QString &model) // as results have it
{
    return model == u"cogvideox-flash" ? QStringLiteral("CogVideoX-Flash") : model;
}

HttpReply generationReply(const PracticeTask &task)
{
    QJsonObject object{{QStringLiteral("id"), task.id},
                       {QStringLiteral("request_id"), task.requestId},
                       {QStringLiteral("model"), toldModel(task.body.model)}};
    const QString result = QStringLiteral("video_result");
    switch (task.stage) {
    case Stage::Pending:
    case Stage::Running: {
        object.insert(QStringLiteral("task_status"), QStringLiteral("PROCESSING"));
        const int variant = int(QRandomGenerator::global()->bounded(3)); // all three have been seen
        if (variant > 0)
            object.insert(result, variant == 1 ? QJsonValue() : QJsonValue(QJsonArray()));
        break;
    }
    case Stage::Succeeded:
        object.insert(QStringLiteral("task_status"), QStringLiteral("SUCCESS"));
        object.insert(QStringLiteral("usage"), QJsonObject{{QStringLiteral("prompt_tokens"), 0},
                                                           {QStringLiteral("completion_tokens"), 0},
                                                           {QStringLiteral("total_tokens"), 0}});
        object.insert(result,
                      QJsonArray{QJsonObject{{QStringLiteral("url"), task.outcome->url},
                                             {QStringLiteral("cover_image_url"), task.outcome->coverUrl}}});
        break;
    case Stage::Failed:
    case Stage::Canceled:
        object.remove(QStringLiteral("id"));
        object.insert(QStringLiteral("task_status"), QStringLiteral("FAIL"));
        if (task.outcome && !task.outcome->message.isEmpty())
            object.insert(QStringLiteral("error"),
                          QJsonObject{{QStringLiteral("code"), task.outcome->code},
                                      {QStringLiteral("message"), task.outcome->message}});
        break;
    }
    return objectReply(object);
}

} // namespace

Fate BigModel::drawFate()
{
    if (m_rooms.faults.strikes(Fault::BmFail))
        return Fate::FailsBare;
    if (m_rooms.faults.strikes(Fault::BmFailError))
        return Fate::FailsNetwork;
    if (m_rooms.faults.strikes(Fault::BmFailModerated))
        return Fate::FailsModeration;
    return Fate::Rendered;
}

HttpReply BigModel::create(const HttpRequest &request)
{
    HttpReply reply = admitCreate(request);
    reply.note.insert(QStringLiteral("generation"), summarizeGeneration(request.body));
    return reply;
}

HttpReply BigModel::admitCreate(const HttpRequest &request)
{
    const auto refuse = [](const Refusal &why) { return bigModelRefusal(why.status, why.code, why.message); };
    if (const auto fault = postFault())
        return *fault;
    if (const auto fault = createFault())
        return *fault;
    const CheckedGeneration checked = checkGenerationBody(request.body, m_rooms.catalogue);
    if (checked.refusal)
        return refuse(*checked.refusal);
    auto body = std::make_shared<GenerationBody>(checked.body);
    if (const auto refusal = bringPictures(*body, *m_rooms.catalogue.model(body->model), m_rooms.folder))
        return refuse(*refusal);
    const Moment now = m_rooms.now();
    const QString id = makeBigModelId(now);
    if (body->requestId.isEmpty())
        body->requestId = id;
    if (!isNewRequestId(body->requestId))
        return repeatedRequestId();
    const PracticeTask task = m_rooms.tasks.addGeneration(body, id, drawFate(), now);
    HttpReply reply = objectReply({{QStringLiteral("id"), task.id},
                                   {QStringLiteral("request_id"), task.requestId},
                                   {QStringLiteral("model"), body->model},
                                   {QStringLiteral("task_status"), QStringLiteral("PROCESSING")}});
    if (m_rooms.faults.strikes(Fault::BmCreateReset)) {
        reply = {};
        reply.ending = HttpReply::Ending::Dropped;
    }
    reply.note.insert(QStringLiteral("task_id"), task.id);
    return reply;
}

HttpReply BigModel::query(const QString &id)
{
    Faults &faults = m_rooms.faults;
    if (faults.strikes(Fault::QueryServer500))
        return bigModelRefusal(500, QStringLiteral("1230"), QStringLiteral("API call process error."));
    if (faults.strikes(Fault::QueryHtml))
        return htmlPage(502);
    if (faults.strikes(Fault::Query429))
        return rateReached();
    const auto task = m_rooms.tasks.find(id, m_rooms.now());
    if (!task || faults.strikes(Fault::Unknown))
        return bigModelRefusal(400, QStringLiteral("1214"), QStringLiteral("The task id does not exist."));
    return generationReply(*task);
}

} // namespace retake
