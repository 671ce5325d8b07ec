// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/catalogueloader.h"
#include "engine/dashscope/createbody.h"
#include "engine/dashscope/dashscopeaddress.h"
#include "engine/dashscope/dashscopefaults.h"
#include "engine/dashscope/dashscopereplies.h"
#include "engine/dashscope/ossform.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace retake;

namespace {

QJsonObject fixture(const QString &name)
{
    QFile file(QString(QStringLiteral(RETAKE_SOURCE_DIR "/tests/engine/fixtures/") + name + u".json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void rowsOf(const QString &folder)
{
    QTest::addColumn<QString>("name");
    const QDir dir(QString(QStringLiteral(RETAKE_SOURCE_DIR "/tests/engine/fixtures/") + folder));
    for (const QFileInfo &file : dir.entryInfoList({QStringLiteral("*.json")}))
        QTest::newRow(qPrintable(file.completeBaseName()))
            << QString(folder + u'/' + file.completeBaseName());
}

HttpReply replyOf(const QJsonObject &fixture)
{
    HttpReply reply;
    reply.status = fixture[u"status"].toInt();
    reply.body = fixture.contains(u"text") ? fixture[u"text"].toString().toUtf8()
                                           : QJsonDocument(fixture[u"body"].toObject()).toJson();
    return reply;
}

// True when the fixture expects a refusal, which is then compared.
template<class T> bool refusalMatches(const Result<T> &result, const QJsonObject &expect)
{
    if (result || !expect.contains(u"kind"))
        return false;
    const Error &error = result.error();
    const QString kind = errorKindName(error.kind);
    if (kind != expect[u"kind"].toString())
        qWarning("kind %s", qPrintable(kind));
    return kind == expect[u"kind"].toString() &&
           (!expect.contains(u"code") || error.serviceCode == expect[u"code"].toString()) &&
           (!expect.contains(u"request_id") || error.requestId == expect[u"request_id"].toString());
}

QString nameOf(RemoteStatus::Phase phase)
{
    using Phase = RemoteStatus::Phase;
    switch (phase) {
    case Phase::Queued:
        return QStringLiteral("Queued");
    case Phase::Rendering:
        return QStringLiteral("Rendering");
    case Phase::Succeeded:
        return QStringLiteral("Succeeded");
    case Phase::Failed:
        return QStringLiteral("Failed");
    case Phase::Cancelled:
        return QStringLiteral("Cancelled");
    case Phase::Unknown:
        return QStringLiteral("Unknown");
    }
    return {};
}

} // namespace

class TestDashScopeCodec : public QObject
{
    Q_OBJECT
private:
    ModelSpec m_model;

private Q_SLOTS:

    void initTestCase()
    {
        const auto catalogue = loadCatalogue();
        QVERIFY(catalogue.has_value());
        m_model = *catalogue->model(QStringLiteral("wan2.7-videoedit"));
    }

    void requests_data() { rowsOf(QStringLiteral("request")); }

    void requests()
    {
        QFETCH(QString, name);
        const QJsonObject json = fixture(name);
        Order order;
        order.prompt = json[u"prompt"].toString();
        order.parameters = json[u"parameters"].toObject();
        PreparedMedia media;
        media.clipUrl = json[u"clip"].toString();
        for (const auto &url : json[u"references"].toArray())
            media.referenceUrls.append(url.toString());
        const CreateBody body = encodeCreate(m_model, order, media);
        QCOMPARE(QJsonDocument::fromJson(body.json).object(), json[u"body"].toObject());
        QCOMPARE(headerValue(body.headers, "X-DashScope-Async"), QByteArray("enable"));
        QCOMPARE(headerValue(body.headers, "X-DashScope-OssResourceResolve"), QByteArray());
    }

    void everyParameter()
    {
        Order order;
        order.prompt = QStringLiteral("make it snow");
        order.negativePrompt = QStringLiteral("blur");
        order.parameters = {
            {QStringLiteral("resolution"), QStringLiteral("1080P")},
            {QStringLiteral("ratio"), QStringLiteral("9:16")},
            {QStringLiteral("duration"), 5.0},
            {QStringLiteral("audio_setting"), QStringLiteral("auto")},
            {QStringLiteral("prompt_extend"), false},
            {QStringLiteral("watermark"), true},
            {QStringLiteral("seed"), 2147483647},
            {QStringLiteral("unheard_of"), 1},
        };
        PreparedMedia media{QStringLiteral("oss://d/a.mp4"),
                            {QStringLiteral("data:image/png;base64,AA=="), QStringLiteral("https://h/b.png"),
                             QStringLiteral("oss://d/c.png"), QStringLiteral("oss://d/d.png")},
                            {}};
        const CreateBody body = encodeCreate(m_model, order, media);
        const QByteArray expected =
            R"({"input":{"media":[{"type":"video","url":"oss://d/a.mp4"},)"
            R"({"type":"reference_image","url":"data:image/png;base64,AA=="},)"
            R"({"type":"reference_image","url":"https://h/b.png"},)"
            R"({"type":"reference_image","url":"oss://d/c.png"},{"type":"reference_image","url":"oss://d/d.png"}],)"
            R"("negative_prompt":"blur","prompt":"make it snow"},"model":"wan2.7-videoedit","parameters":)"
            R"({"audio_setting":"auto","duration":5,"prompt_extend":false,"ratio":"9:16","resolution":"1080P",)"
            R"("seed":2147483647,"watermark":true}})";
        QCOMPARE(body.json, expected);
        QCOMPARE(headerValue(body.headers, "X-DashScope-OssResourceResolve"), QByteArray("enable"));
    }

    void whatIsLeftOut()
    {
        Order order;
        PreparedMedia media{QStringLiteral("https://h/a.mp4"), {QStringLiteral("https://h/b.png")}, {}};
        const auto parameters = [&] {
            return QJsonDocument::fromJson(encodeCreate(m_model, order, media).json)[u"parameters"]
                .toObject();
        };
        // Nothing said: the catalogue's defaults, and of these the resolution always.
        QCOMPARE(parameters()[u"resolution"].toString(), QStringLiteral("720P"));
        QVERIFY(!parameters().contains(u"ratio") && !parameters().contains(u"seed") &&
                !parameters().contains(u"duration"));
        QVERIFY(
            !QJsonDocument::fromJson(encodeCreate(m_model, order, media).json)[u"input"].toObject().contains(
                u"prompt"));
        order.parameters = {{QStringLiteral("resolution"), QJsonValue()},
                            {QStringLiteral("audio_setting"), QJsonValue()}};
        QCOMPARE(parameters()[u"resolution"].toString(), QStringLiteral("720P"));
        QVERIFY(!parameters().contains(u"audio_setting"));
        order.parameters = {{QStringLiteral("duration"), 0}};
        QCOMPARE(parameters()[u"duration"].toInt(-1), 0);
    }

    void creates_data() { rowsOf(QStringLiteral("create")); }

    void creates()
    {
        QFETCH(QString, name);
        const QJsonObject json = fixture(name);
        const QJsonObject expect = json[u"expect"].toObject();
        const auto made = decodeCreate(replyOf(json));
        if (expect.contains(u"id")) {
            QVERIFY(made.has_value());
            QCOMPARE(made->remoteId, expect[u"id"].toString());
            QCOMPARE(made->requestId, expect[u"request_id"].toString());
        } else {
            QVERIFY(refusalMatches(made, expect));
            QCOMPARE(made.error().httpStatus, json[u"status"].toInt());
        }
    }

    // A create that was cut anywhere is never a failure that somebody might repeat.
    void anyCutIsUnclear()
    {
        const HttpReply whole = replyOf(fixture(QStringLiteral("create/ok")));
        QVERIFY(decodeCreate(whole).has_value());
        const QByteArray compact = QJsonDocument::fromJson(whole.body).toJson(QJsonDocument::Compact);
        for (qsizetype length = 0; length < compact.size(); ++length) {
            const auto made = decodeCreate({200, {}, compact.left(length)});
            QVERIFY(!made.has_value());
            QCOMPARE(made.error().kind, ErrorKind::Unclear);
        }
    }

    void queries_data() { rowsOf(QStringLiteral("query")); }

    void queries()
    {
        QFETCH(QString, name);
        const QJsonObject json = fixture(name);
        const QJsonObject expect = json[u"expect"].toObject();
        const auto status = decodeTask(replyOf(json));
        if (!expect.contains(u"phase")) {
            QVERIFY(refusalMatches(status, expect));
            return;
        }
        QVERIFY(status.has_value());
        QCOMPARE(nameOf(status->phase), expect[u"phase"].toString());
        QCOMPARE(status->resultUrl, expect[u"url"].toString());
        QCOMPARE(status->requestId, json[u"body"][u"request_id"].toString());
        QCOMPARE(status->usage, json[u"body"][u"usage"].toObject());
        if (expect.contains(u"id"))
            QCOMPARE(status->remoteId, expect[u"id"].toString());
        if (expect.contains(u"submit"))
            QCOMPARE(status->submitTime, expect[u"submit"].toString());
        if (expect.contains(u"end"))
            QCOMPARE(status->endTime, expect[u"end"].toString());
        if (expect.contains(u"prompt"))
            QCOMPARE(status->originalPrompt, expect[u"prompt"].toString());
        QCOMPARE(status->actualPrompt, expect[u"actual"].toString());
        QCOMPARE(status->error.has_value(), expect.contains(u"error"));
        if (status->error) {
            QCOMPARE(errorKindName(status->error->kind), expect[u"error"].toString());
            QCOMPARE(status->error->requestId, status->requestId);
            if (expect.contains(u"code"))
                QCOMPARE(status->error->serviceCode, expect[u"code"].toString());
        }
    }

    void policies_data() { rowsOf(QStringLiteral("policy")); }

    void policies()
    {
        QFETCH(QString, name);
        const QJsonObject json = fixture(name);
        const QJsonObject expect = json[u"expect"].toObject();
        const auto policy = decodePolicy(replyOf(json));
        if (!expect.contains(u"host")) {
            QVERIFY(refusalMatches(policy, expect));
            return;
        }
        QVERIFY(policy.has_value());
        QCOMPARE(policy->host.toString(), expect[u"host"].toString());
        QCOMPARE(policy->directory, expect[u"directory"].toString());
        QCOMPARE(policy->maximumBytes, expect[u"megabytes"].toInt() * 1000000LL);
        QCOMPARE(policy->acl, QByteArray("private"));
        QCOMPARE(policy->forbidOverwrite, QByteArray("true"));
    }

    void theFormOfTheSdk()
    {
        const auto policy = decodePolicy(replyOf(fixture(QStringLiteral("policy/sdk-test"))));
        QVERIFY(policy.has_value());
        const UploadRequest form =
            ossForm(*policy, QStringLiteral("/films/dogs.jpg"), QStringLiteral("dogs.jpg"));
        QList<QByteArray> names;
        for (const auto &field : form.fields)
            names.append(field.first);
        QCOMPARE(names, QList<QByteArray>({"OSSAccessKeyId", "Signature", "policy", "key", "x-oss-object-acl",
                                           "x-oss-forbid-overwrite", "success_action_status",
                                           "x-oss-content-type"}));
        QCOMPARE(form.fields[3].second, QByteArray("test-dir/dogs.jpg"));
        QCOMPARE(form.fields[6].second, QByteArray("200"));
        QCOMPARE(form.fileType, QByteArray("image/jpeg"));
        QCOMPARE(headerValue(form.headers, "Authorization"), QByteArray());
        QCOMPARE(ossUrl(*policy, QStringLiteral("dogs.jpg")), QStringLiteral("oss://test-dir/dogs.jpg"));
    }

    void objectNames()
    {
        const QString name = uniqueObjectName(QStringLiteral("/films/猫 & dog.MP4"));
        QVERIFY(name.endsWith(u".mp4"));
        QVERIFY(std::all_of(name.begin(), name.end(), [](QChar c) {
            return c == u'.' || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        }));
        QVERIFY(name != uniqueObjectName(QStringLiteral("/films/猫 & dog.MP4")));
        QVERIFY(!uniqueObjectName(QStringLiteral("/films/clip.影片")).contains(u'.'));
    }

    void uploads_data() { rowsOf(QStringLiteral("upload")); }

    void uploads()
    {
        QFETCH(QString, name);
        const QJsonObject json = fixture(name);
        const auto done = decodeUpload(replyOf(json));
        if (json[u"expect"].toObject().isEmpty())
            QVERIFY(done.has_value());
        else
            QVERIFY(refusalMatches(done, json[u"expect"].toObject()));
    }

    void lists_data() { rowsOf(QStringLiteral("list")); }

    void lists()
    {
        QFETCH(QString, name);
        const QJsonObject json = fixture(name);
        const QJsonObject expect = json[u"expect"].toObject();
        const auto page = decodeTaskPage(replyOf(json));
        if (!expect.contains(u"ids")) {
            QVERIFY(refusalMatches(page, expect));
            return;
        }
        QVERIFY(page.has_value());
        QCOMPARE(page->pages, expect[u"pages"].toInt());
        QJsonArray ids;
        for (const RemoteTask &task : page->tasks)
            ids.append(task.remoteId);
        QCOMPARE(ids, expect[u"ids"].toArray());
        if (expect.contains(u"start"))
            QCOMPARE(page->tasks[0].startTime.toMSecsSinceEpoch(), expect[u"start"].toInteger());
        if (expect.contains(u"request_id"))
            QCOMPARE(page->tasks[0].requestId, expect[u"request_id"].toString());
    }

    void cancels_data() { rowsOf(QStringLiteral("cancel")); }

    void cancels()
    {
        QFETCH(QString, name);
        const QJsonObject json = fixture(name);
        const auto done = decodeCancel(replyOf(json));
        if (json[u"expect"].toObject().isEmpty())
            QVERIFY(done.has_value());
        else
            QVERIFY(refusalMatches(done, json[u"expect"].toObject()));
    }

    void checks()
    {
        QVERIFY(decodeCheck({200, {}, R"({"request_id":"r","data":[]})"}).has_value());
        QCOMPARE(decodeCheck({200, {}, "<html>Welcome to nginx</html>"}).error().kind, ErrorKind::BadReply);
        QCOMPARE(decodeCheck({200, {}, R"({"hello":"world"})"}).error().kind, ErrorKind::BadReply);
        QCOMPARE(decodeCheck({404, {}, "<html></html>"}).error().kind, ErrorKind::BadAddress);
        QCOMPARE(decodeCheck({401, {}, R"({"code":"InvalidApiKey"})"}).error().kind, ErrorKind::KeyRefused);
    }

    void waitingTimeIsKept()
    {
        const HttpReply reply{429, {{"Retry-After", "12"}}, R"({"code":"Throttling.RateQuota"})"};
        QCOMPARE(requestFault(reply).retryAfter, std::optional(std::chrono::seconds(12)));
    }

    void addresses()
    {
        Account account;
        account.baseUrl = QUrl(QStringLiteral("https://gateway.example/ali/api/v1/"));
        QCOMPARE(serviceUrl(account, dashscopeTaskPath(QStringLiteral("a/b c"))).toEncoded(),
                 QByteArray("https://gateway.example/ali/api/v1/tasks/a%2Fb%20c"));
        account.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:8080/x"));
        QCOMPARE(serviceUrl(account, dashscopeTaskPath(QStringLiteral("i"), QStringLiteral("/cancel")))
                     .toEncoded(),
                 QByteArray("http://127.0.0.1:8080/x/tasks/i/cancel"));
    }

    void credentials()
    {
        Credentials who{{}, QStringLiteral("sk-1 \n")};
        who.account.service = QStringLiteral("dashscope");
        QCOMPARE(bearerHeaders(who).error().kind, ErrorKind::BadAddress);
        who.account.baseUrl = QUrl(QStringLiteral("https://h/api/v1"));
        QCOMPARE(headerValue(*bearerHeaders(who), "authorization"), QByteArray("Bearer sk-1"));
        who.key = QStringLiteral("  ");
        QCOMPARE(bearerHeaders(who).error().kind, ErrorKind::KeyMissing);
        who.key = QStringLiteral("sk-1\r\nX: y");
        QCOMPARE(bearerHeaders(who).error().kind, ErrorKind::KeyRefused);
    }

    void whereResultsLie()
    {
        QVERIFY(
            mayFetchFrom(QUrl(QStringLiteral("https://d.oss-accelerate.aliyuncs.com/a.mp4?Signature=x"))));
        QVERIFY(mayFetchFrom(QUrl(QStringLiteral("http://127.0.0.1:1/a.mp4"))));
        QVERIFY(!mayFetchFrom(QUrl(QStringLiteral("http://d.oss-accelerate.aliyuncs.com/a.mp4"))));
        QVERIFY(!mayFetchFrom(QUrl(QStringLiteral("file:///etc/passwd"))));
        QVERIFY(!mayFetchFrom(QUrl()));
    }
};

QTEST_GUILESS_MAIN(TestDashScopeCodec)
#include "tst_dashscopecodec.moc"
