// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceservice.h"

#include "model/catalogue.h"
#include "practice/bigmodel.h"
#include "practice/dashscope.h"
#include "practice/httpserver.h"
#include "practice/journal.h"
#include "practice/workshop.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace retake {

namespace {

constexpr std::chrono::milliseconds slowReply{1500};
constexpr qint64 slowBytesPerSecond = 200 * 1000;

Result<Catalogue> readCatalogue()
{
    QFile file(QStringLiteral(":/catalogue/catalogue.json"));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileMissing, {file.fileName()});
    return Catalogue::parse(file.readAll());
}

} // namespace

// Built in the order of the members, taken down in the reverse: first no request comes in any more, then the
// rendering ends, then the folder goes.
class PracticeService::Private
{
public:
    HttpReply answer(HttpRequest &request);
    HttpReply route(HttpRequest &request);
    HttpReply upload(HttpRequest &request);
    HttpReply download(const HttpRequest &request);

    MomentSource now;
    Catalogue catalogue;
    QTemporaryDir folder;
    Journal journal;
    Signing signing;
    std::unique_ptr<Faults> faults;
    std::unique_ptr<Uploads> uploads;
    std::unique_ptr<Results> results;
    std::unique_ptr<TaskTable> tasks;
    std::unique_ptr<TaskTable> generations; // BigModel's tasks
    std::unique_ptr<DashScope> dashscope;
    std::unique_ptr<BigModel> bigmodel;
    std::unique_ptr<Workshop> workshop;
    HttpServer server;
};

HttpReply PracticeService::Private::upload(HttpRequest &request)
{
    if (faults->strikes(Fault::UploadReset)) {
        qint64 seen = 0;
        request.readForm([](const FormPart &) {},
                         [&seen](QByteArrayView data) {
                             seen += data.size();
                             return seen < 64 * 1024; // then the rest is not read any more
                         });
        HttpReply reply;
        reply.ending = HttpReply::Ending::Dropped;
        return reply;
    }
    HttpReply reply = uploads->receive(request, now());
    const QJsonObject note = reply.note;
    if (faults->strikes(Fault::Upload403))
        reply = xmlRefusal(403, QStringLiteral("AccessDenied"),
                           QStringLiteral("You have no right to access this object because of bucket acl."));
    else if (faults->strikes(Fault::Upload409))
        reply = xmlRefusal(409, QStringLiteral("FileAlreadyExists"),
                           QStringLiteral("The object you specified already exists and can not be "
                                          "overwritten."));
    else if (faults->strikes(Fault::UploadExpired))
        reply = xmlRefusal(403, QStringLiteral("AccessDenied"),
                           QStringLiteral("Invalid according to Policy: Policy expired."));
    for (auto member = note.begin(); member != note.end(); ++member)
        reply.note.insert(member.key(), member.value());
    return reply;
}

HttpReply PracticeService::Private::download(const HttpRequest &request)
{
    HttpReply reply = results->serve(request, now());
    if (reply.file.isEmpty())
        return reply;
    if (faults->strikes(Fault::Download403))
        return xmlRefusal(403, QStringLiteral("AccessDenied"), QStringLiteral("Request has expired."));
    if (faults->strikes(Fault::DownloadWrong))
        return htmlPage(200);
    if (faults->strikes(Fault::DownloadShort))
        reply.ending = HttpReply::Ending::CutShort;
    else if (faults->strikes(Fault::DownloadReset))
        reply.ending = HttpReply::Ending::CutReset;
    return reply;
}

HttpReply PracticeService::Private::route(HttpRequest &request)
{
    if (request.path.startsWith(DashScope::routePrefix()))
        return dashscope->handle(request);
    if (request.path.startsWith(BigModel::routePrefix()))
        return bigmodel->handle(request);
    if (request.method == "POST" && request.path.startsWith(Uploads::routePrefix()))
        return upload(request);
    if (request.method == "GET" && request.path.startsWith(Results::routePrefix()))
        return download(request);
    return refusal(404, QStringLiteral("NotFound"), QStringLiteral("The requested path was not found."));
}

HttpReply PracticeService::Private::answer(HttpRequest &request)
{
    HttpReply reply = route(request);
    if (faults->strikes(Fault::Slow)) {
        reply.delay = slowReply;
        reply.bytesPerSecond = slowBytesPerSecond;
    }
    journal.write(request, reply, now());
    return reply;
}

QJsonObject PracticeAddress::toJson() const
{
    return {{QStringLiteral("dashscope"), dashscope},
            {QStringLiteral("bigmodel"), bigmodel},
            {QStringLiteral("key"), key},
            {QStringLiteral("time_scale"), timeScale}};
}

PracticeService::PracticeService() = default;

PracticeService::~PracticeService()
{
    stop();
}

Result<PracticeAddress> PracticeService::start(const PracticeOptions &options)
{
    stop();
    auto parts = std::make_unique<Private>();
    auto catalogue = readCatalogue();
    if (!catalogue)
        return failure(catalogue.error());
    parts->catalogue = std::move(*catalogue);
    parts->now = options.now;
    if (!parts->folder.isValid())
        return failure(ErrorKind::NotWritable, {QDir::tempPath()}, parts->folder.errorString());
    if (!parts->journal.open(options.journal))
        return failure(ErrorKind::NotWritable, {options.journal});
    for (const char *name : {"uploads", "results", "shown"})
        QDir(parts->folder.path()).mkdir(QLatin1String(name));

    const ModelSpec &model = parts->catalogue.models().first(); // lives and limits are the account's
    const Pace pace{options.timeScale};
    parts->faults = std::make_unique<Faults>(options.faults);
    parts->uploads =
        std::make_unique<Uploads>(parts->signing, pace, Uploads::Lives{model.policyLife, model.uploadLife},
                                  parts->folder.filePath(QStringLiteral("uploads")));
    parts->results = std::make_unique<Results>(parts->signing, pace, model.resultLife);
    TaskTable::Spans spans;
    spans.life = model.resultLife;
    parts->tasks = std::make_unique<TaskTable>(pace, spans, model.maximumRunning);
    spans.pending = std::chrono::seconds(0);
    spans.running = std::chrono::seconds(30);
    const ModelSpec &maker = *parts->catalogue.models(ModelUse::Remake).first();
    spans.life = maker.resultLife;
    parts->generations = std::make_unique<TaskTable>(pace, spans, maker.maximumRunning);

    Private *const service = parts.get();
    // The routes need the port and the port needs a handler: requests wait until everything stands.
    const auto ready = std::make_shared<std::atomic<bool>>(false);
    const bool listens = parts->server.listen(options.port, [service, ready](HttpRequest &request) {
        while (!*ready)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return service->answer(request);
    });
    if (!listens)
        return failure(ErrorKind::PracticeFailed, {QString::number(options.port)},
                       QStringLiteral("cannot listen on 127.0.0.1"));
    const QString own = QStringLiteral("http://127.0.0.1:%1").arg(parts->server.port());
    const QString base = options.origin.isEmpty() ? own : options.origin;
    const QByteArray key = "sk-practice-" + Signing::randomText(24);
    parts->dashscope = std::make_unique<DashScope>(DashScope::Rooms{
        *parts->tasks, *parts->uploads, *parts->faults, parts->catalogue, parts->now, key, base, pace});
    parts->bigmodel = std::make_unique<BigModel>(
        BigModel::Rooms{*parts->generations, *parts->faults, parts->catalogue, parts->now, key,
                        parts->folder.filePath(QStringLiteral("shown")), pace});
    parts->workshop = std::make_unique<Workshop>(Workshop::Rooms{
        *parts->tasks, *parts->generations, *parts->uploads, *parts->results, parts->catalogue, parts->now,
        parts->folder.filePath(QStringLiteral("results")), base});
    *ready = true;
    d = std::move(parts);
    return PracticeAddress{QString(own + u"/api/v1"), QString(own + u"/api/paas/v4"),
                           QString::fromLatin1(key), options.timeScale};
}

void PracticeService::stop()
{
    if (d) {
        if (d->bigmodel)
            d->bigmodel->stop();
        d->server.stop();
    }
    d.reset();
}

} // namespace retake
