// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bigmodel/bigmodelfaults.h"
#include "engine/bigmodel/chatbody.h"
#include "engine/bigmodel/chatreply.h"
#include "engine/bigmodel/generationbody.h"
#include "engine/bigmodel/generationreply.h"
#include "engine/catalogueloader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

namespace {

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

// JSON with single quotes.
QByteArray quoted(QByteArray json)
{
    return json.replace('\'', '"');
}

HttpReply replied(const QByteArray &body, int status = 200)
{
    return {status, {{"Content-Type", "application/json"}}, body};
}

ChatPart words(const char *text)
{
    return {ChatPart::Kind::Text, QString::fromUtf8(text), {}};
}

ChatPart shown(ChatPart::Kind kind, const char *source)
{
    return {kind, {}, QString::fromUtf8(source)};
}

// The fields that the service's own description of its interface (2026-07-11) gives a model, and their
// values; "" stands for any text.
const QHash<QString, QHash<QString, QStringList>> &officialFields()
{
    static const QString any = QStringLiteral("text");
    static const QStringList flag{QStringLiteral("false"), QStringLiteral("true")};
    const auto list = [](const char *values) { return QString::fromLatin1(values).split(u' '); };
    const auto made = [&](const char *duration, const char *size, bool audio) {
        QHash<QString, QStringList> fields{
            {QStringLiteral("model"), {any}},
            {QStringLiteral("prompt"), {any}},
            {QStringLiteral("request_id"), {any}},
            {QStringLiteral("size"), list(size)},
        };
        if (*duration)
            fields.insert(QStringLiteral("duration"), list(duration));
        if (audio)
            fields.insert(QStringLiteral("with_audio"), flag);
        return fields;
    };
    static const auto all = [&] {
        QHash<QString, QHash<QString, QStringList>> models;
        const char *large = "1280x720 720x1280 1024x1024 1920x1080 1080x1920 2048x1080 3840x2160";
        const char *older = "720x480 1024x1024 1280x960 960x1280 1920x1080 1080x1920 2048x1080 3840x2160";
        models[QStringLiteral("cogvideox-3")] = made("5 10", large, true);
        models[QStringLiteral("cogvideox-2")] = made("", older, true);
        models[QStringLiteral("cogvideox-flash")] = made("", older, true);
        models[QStringLiteral("cogvideox")] = made("", older, true); // no longer described: as its heirs
        for (auto &fields : models) {
            fields[QStringLiteral("quality")] = list("speed quality");
            fields[QStringLiteral("fps")] = list("30 60");
            fields[QStringLiteral("watermark_enabled")] = flag;
            fields[QStringLiteral("image_url")] = {QStringLiteral("string")};
        }
        models[QStringLiteral("cogvideox-3")][QStringLiteral("image_url")] = list("string 2");
        models[QStringLiteral("viduq1-text")] = made("5", "1920x1080", false);
        models[QStringLiteral("viduq1-text")][QStringLiteral("style")] = list("general anime");
        models[QStringLiteral("viduq1-image")] = made("5", "1920x1080", true);
        models[QStringLiteral("vidu2-image")] = made("4", "1280x720", true);
        models[QStringLiteral("viduq1-start-end")] = made("5", "1920x1080", true);
        models[QStringLiteral("vidu2-start-end")] = made("4", "1280x720 480x360", true);
        models[QStringLiteral("vidu2-reference")] = made("4", "1280x720", true);
        for (const char *id : {"viduq1-text", "vidu2-reference"})
            models[QString::fromLatin1(id)][QStringLiteral("aspect_ratio")] = list("16:9 9:16 1:1");
        for (const char *id : {"viduq1-image", "vidu2-image"})
            models[QString::fromLatin1(id)][QStringLiteral("image_url")] = list("string");
        for (const char *id : {"viduq1-start-end", "vidu2-start-end"})
            models[QString::fromLatin1(id)][QStringLiteral("image_url")] = list("1 2");
        models[QStringLiteral("vidu2-reference")][QStringLiteral("image_url")] = list("1 2 3");
        for (auto it = models.begin(); it != models.end(); ++it) {
            if (it.key().startsWith(u"vidu"))
                it.value()[QStringLiteral("movement_amplitude")] = list("auto small medium large");
        }
        return models;
    }();
    return all;
}

// What a member's value is called in the list above.
QString valueName(const QString &name, const QJsonValue &value)
{
    if (value.isArray())
        return QString::number(value.toArray().size());
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble())
        return QString::number(value.toDouble());
    return name == u"image_url" ? QStringLiteral("string") : value.toString();
}

// Empty: the body is one that the service describes.
QString strangeIn(const QJsonObject &body)
{
    const auto fields = officialFields().value(body[u"model"].toString());
    for (auto it = body.begin(); it != body.end(); ++it) {
        const QStringList values = fields.value(it.key());
        const bool any = values.size() == 1 && values.first() == u"text";
        if (values.isEmpty() || (!any && !values.contains(valueName(it.key(), it.value()))))
            return it.key() + u" = " + valueName(it.key(), it.value());
    }
    return {};
}

} // namespace

class TestBigModelCodec : public QObject
{
    Q_OBJECT
private:
    Catalogue m_catalogue;

    const ModelSpec &model(const char *id) const { return *m_catalogue.model(QString::fromLatin1(id)); }

    const DescriberSpec &describer(const char *id) const
    {
        return *m_catalogue.describer(QString::fromLatin1(id));
    }

    static PreparedMedia media(const char *first = "", const char *last = "",
                               const QStringList &references = {})
    {
        PreparedMedia result;
        result.firstFrameUrl = QString::fromLatin1(first);
        result.lastFrameUrl = QString::fromLatin1(last);
        result.referenceUrls = references;
        return result;
    }

    QJsonObject generation(const char *id, const PreparedMedia &pictures, const QJsonObject &parameters = {},
                           const char *prompt = "A cat is playing with a ball.") const
    {
        Order order;
        order.prompt = QString::fromUtf8(prompt);
        order.parameters = parameters;
        const auto body = encodeGeneration(model(id), order, pictures);
        return body ? parsed(*body)
                    : QJsonObject{{QStringLiteral("refused"), errorKindName(body.error().kind)}};
    }

    static ChatRequest description()
    {
        ChatRequest request;
        request.messages = {{ChatMessage::Role::System, {words("Rules.")}},
                            {ChatMessage::Role::User,
                             {words("Please describe this video in detail."),
                              shown(ChatPart::Kind::Video, "https://h/in.mp4")}}};
        return request;
    }

private Q_SLOTS:

    void initTestCase()
    {
        const auto catalogue = loadCatalogue();
        QVERIFY(catalogue.has_value());
        m_catalogue = *catalogue;
    }

    // what is sent

    void f1_words()
    {
        const QJsonObject body = generation("cogvideox-3", media(), {{QStringLiteral("with_audio"), true}});
        const QJsonObject expected = parsed(quoted("{'model':'cogvideox-3','prompt':'A cat is playing with a "
                                                   "ball.','quality':'quality','with_audio':true,"
                                                   "'size':'1920x1080','fps':30,'duration':5,"
                                                   "'watermark_enabled':true}"));
        QCOMPARE(body, expected);
    }

    void f2_firstFrame()
    {
        PreparedMedia pictures = media("data:image/jpeg;base64,/9j/");
        pictures.requestId = QStringLiteral("retake-1");
        const QJsonObject body = generation("cogvideox-3", pictures, {{QStringLiteral("duration"), 10.0}});
        QCOMPARE(body[u"image_url"].toString(), QStringLiteral("data:image/jpeg;base64,/9j/"));
        QCOMPARE(body[u"duration"].toInt(), 10);
        QCOMPARE(body[u"request_id"].toString(), QStringLiteral("retake-1"));
        QVERIFY(!QJsonDocument(body).toJson().contains("10.0"));
        // With a picture there need not be words.
        QVERIFY(!generation("cogvideox-3", media("https://h/a.png"), {}, "").contains(u"prompt"));
        QCOMPARE(generation("cogvideox-3", media(), {}, "")[u"refused"].toString(),
                 QStringLiteral("PromptEmpty"));
    }

    void f3_firstAndLast()
    {
        const PreparedMedia both = media("https://h/a.png", "https://h/b.png");
        const QJsonObject body = generation("cogvideox-3", both);
        QCOMPARE(body[u"image_url"].toArray(),
                 QJsonArray({QStringLiteral("https://h/a.png"), QStringLiteral("https://h/b.png")}));
        QCOMPARE(body[u"quality"].toString(), QStringLiteral("speed"));
        const QJsonObject wanted{{QStringLiteral("quality"), QStringLiteral("quality")}};
        QCOMPARE(generation("cogvideox-3", both, wanted)[u"quality"].toString(), QStringLiteral("quality"));
        QCOMPARE(generation("cogvideox-2", both)[u"refused"].toString(), QStringLiteral("BadParameter"));
        // A last frame alone would be taken for the first.
        QCOMPARE(generation("cogvideox-3", media("", "https://h/b.png"))[u"refused"].toString(),
                 QStringLiteral("BadParameter"));
        QVERIFY(generation("vidu2-start-end", media("https://h/a.png"))[u"image_url"].isArray());
    }

    void f4_references()
    {
        const QJsonObject body = generation(
            "vidu2-reference", media("", "", {QStringLiteral("https://h/a"), QStringLiteral("https://h/b")}));
        const QJsonObject expected =
            parsed(quoted("{'model':'vidu2-reference','image_url':['https://h/a','https://h/b'],'prompt':'A "
                          "cat is playing with a ball.',"
                          "'duration':4,'aspect_ratio':'16:9','size':'1280x720','movement_amplitude':'auto','"
                          "with_audio':false}"));
        QCOMPARE(body, expected);
        QVERIFY(generation("vidu2-reference", media("", "", {QStringLiteral("https://h/a")}))[u"image_url"]
                    .isArray());
        QCOMPARE(generation("vidu2-reference", media())[u"refused"].toString(),
                 QStringLiteral("BadParameter"));
        QCOMPARE(generation("viduq1-text", media("https://h/a"))[u"refused"].toString(),
                 QStringLiteral("BadParameter"));
    }

    void everyRowMakesABodyThatTheServiceDescribes()
    {
        int rows = 0;
        for (const ModelSpec &spec : m_catalogue.models()) {
            if (spec.service != u"bigmodel")
                continue;
            ++rows;
            // Every value that the form offers, with as few and as many pictures as the row takes.
            QList<QJsonObject> choices{{}};
            for (const ParameterSpec &parameter : spec.parameters) {
                for (const auto &choice : parameter.choices)
                    choices.append({{parameter.name, choice.value}});
                if (parameter.type == ParameterSpec::Type::Boolean)
                    choices.append({{parameter.name, true}});
            }
            choices.append(
                {{QStringLiteral("seed"), 7}, {QStringLiteral("resolution"), QStringLiteral("720P")}});
            QStringList pictures{QStringLiteral("https://h/1"), QStringLiteral("https://h/2"),
                                 QStringLiteral("https://h/3")};
            for (const QJsonObject &parameters : choices) {
                for (int count = 0; count <= 3; ++count) {
                    const bool frames =
                        count >= spec.frames.minimumCount && count <= spec.frames.maximumCount;
                    const bool references =
                        count >= spec.references.minimumCount && count <= spec.references.maximumCount;
                    PreparedMedia some = media();
                    if (frames && spec.frames.maximumCount > 0) {
                        some.firstFrameUrl = pictures.value(0).left(count > 0 ? 99 : 0);
                        some.lastFrameUrl = count > 1 ? pictures.value(1) : QString();
                    } else if (references && spec.references.maximumCount > 0) {
                        some.referenceUrls = pictures.mid(0, count);
                    } else if (count > 0 || spec.frames.minimumCount > 0 ||
                               spec.references.minimumCount > 0) {
                        continue;
                    }
                    some.requestId = QStringLiteral("retake-1");
                    const QJsonObject body = generation(qPrintable(spec.id), some, parameters);
                    QVERIFY2(strangeIn(body).isEmpty(),
                             qPrintable(QString(spec.id + u": " + strangeIn(body))));
                    QCOMPARE(body.contains(u"image_url"), count > 0);
                    QCOMPARE(body[u"prompt"].toString(), QStringLiteral("A cat is playing with a ball."));
                }
            }
        }
        QCOMPARE(rows, 10);
    }

    void f17_aQuestion()
    {
        ChatRequest request = description();
        const QJsonObject body = parsed(encodeChat(describer("glm-4.6v"), request, {}));
        const QJsonObject expected = parsed(
            quoted("{'model':'glm-4.6v','messages':[{'role':'system','content':'Rules.'},"
                   "{'role':'user','content':[{'type':'video_url','video_url':{'url':'https://h/in.mp4'}},"
                   "{'type':'text','text':'Please describe this video in detail.'}]}],"
                   "'thinking':{'type':'disabled'},'temperature':0.3,'max_tokens':2048,'stream':true}"));
        QCOMPARE(body, expected);
        request.requestId = QStringLiteral("retake-2");
        request.temperature = 0;
        const QJsonObject greedy = parsed(encodeChat(describer("glm-4.6v"), request, {}));
        QCOMPARE(greedy[u"request_id"].toString(), QStringLiteral("retake-2"));
        QCOMPARE(greedy[u"do_sample"], QJsonValue(false));
        QVERIFY(!greedy.contains(u"temperature"));
    }

    void f18_anEdit()
    {
        ChatRequest request = description();
        request.messages += {{ChatMessage::Role::Assistant, {words("A purple parrot.")}},
                             {ChatMessage::Role::User, {words("Change the purple parrot to white parrot.")}}};
        const QJsonArray messages =
            parsed(encodeChat(describer("glm-4.6v"), request, {}))[u"messages"].toArray();
        QCOMPARE(messages[2].toObject(), parsed(quoted("{'role':'assistant','content':'A purple parrot.'}")));
        QCOMPARE(messages[3].toObject(), parsed(quoted("{'role':'user','content':[{'type':'text','text':'"
                                                       "Change the purple parrot to white parrot.'}]}")));
    }

    void picturesOfAClip()
    {
        ChatRequest request;
        request.messages = {{ChatMessage::Role::User,
                             {words("0.0 s"), shown(ChatPart::Kind::Image, "data:image/jpeg;base64,AA"),
                              words("1.0 s"), shown(ChatPart::Kind::Image, "data:image/jpeg;base64,BB")}}};
        const QJsonArray content =
            parsed(encodeChat(describer("glm-4.6v"), request, {}))[u"messages"][0][u"content"].toArray();
        QCOMPARE(content.size(), 4);
        QCOMPARE(content[1].toObject(),
                 parsed(quoted("{'type':'image_url','image_url':{'url':'data:image/jpeg;base64,AA'}}")));
        QCOMPARE(content[2].toObject(), parsed(quoted("{'type':'text','text':'1.0 s'}")));
    }

    void bareClips()
    {
        ChatRequest request;
        request.messages = {{ChatMessage::Role::User,
                             {shown(ChatPart::Kind::Video, "data:video/mp4;base64,QUJD"),
                              shown(ChatPart::Kind::Image, "data:image/png;base64,QUJD")}}};
        QVERIFY(hasClipInside(request));
        const ChatForm bare{ChatForm::Thoughts::AsKnown, ChatForm::Clips::Bare};
        const QJsonArray content =
            parsed(encodeChat(describer("glm-4.6v"), request, bare))[u"messages"][0][u"content"].toArray();
        QCOMPARE(content[0][u"video_url"][u"url"].toString(), QStringLiteral("QUJD"));
        QCOMPARE(content[1][u"image_url"][u"url"].toString(), QStringLiteral("data:image/png;base64,QUJD"));
        QVERIFY(!hasClipInside(description()));
    }

    void thinking_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<ChatForm::Thoughts>("thoughts");
        QTest::addColumn<QString>("thinking");
        QTest::addColumn<QString>("effort");
        using Thoughts = ChatForm::Thoughts;
        const QString off = QStringLiteral("disabled");
        const QString low = QStringLiteral("low");
        QTest::newRow("off") << QByteArray("glm-4.6v") << Thoughts::AsKnown << off << QString();
        QTest::newRow("F26") << QByteArray("glm-4.6v") << Thoughts::LowEffort << QString() << low;
        QTest::newRow("always") << QByteArray("glm-5.3-flash") << Thoughts::AsKnown << QString() << low;
        QTest::newRow("always, no word for it")
            << QByteArray("glm-4.1v-thinking-flash") << Thoughts::AsKnown << QString() << QString();
        QTest::newRow("never") << QByteArray("glm-4v-plus") << Thoughts::AsKnown << QString() << QString();
    }

    void thinking()
    {
        QFETCH(QByteArray, id);
        QFETCH(ChatForm::Thoughts, thoughts);
        QFETCH(QString, thinking);
        QFETCH(QString, effort);
        const QJsonObject body = parsed(
            encodeChat(describer(id.constData()), description(), {thoughts, ChatForm::Clips::DataAddress}));
        QCOMPARE(body[u"thinking"][u"type"].toString(), thinking);
        QCOMPARE(body.contains(u"thinking"), !thinking.isEmpty());
        QCOMPARE(body[u"reasoning_effort"].toString(), effort);
        QCOMPARE(body.contains(u"reasoning_effort"), !effort.isEmpty());
    }

    void everyDescriberIsAskedWithinItsLimits()
    {
        const QSet<QString> known{
            QStringLiteral("model"),      QStringLiteral("messages"),   QStringLiteral("stream"),
            QStringLiteral("thinking"),   QStringLiteral("do_sample"),  QStringLiteral("temperature"),
            QStringLiteral("max_tokens"), QStringLiteral("request_id"), QStringLiteral("reasoning_effort")};
        for (const DescriberSpec &spec : m_catalogue.describers()) {
            for (const int wanted : {0, 300, 2048, 1'000'000}) {
                ChatRequest request = description();
                request.maximumTokens = wanted;
                const QJsonObject body = parsed(encodeChat(spec, request, {}));
                const int tokens = body[u"max_tokens"].toInt();
                QVERIFY(tokens >= 1 && tokens <= 131072 && tokens <= spec.maximumTokens);
                QVERIFY(tokens >= std::min(wanted, spec.maximumTokens));
                QVERIFY(tokens >= std::min(spec.minimumTokens, spec.maximumTokens));
                for (const QString &name : body.keys())
                    QVERIFY2(known.contains(name), qPrintable(name));
                const QJsonValue content = body[u"messages"][1][u"content"];
                QCOMPARE(content.isString(), !spec.seesPictures() && !spec.seesVideo());
            }
        }
    }

    void mediaIsPutInside()
    {
        QTemporaryDir dir;
        const auto write = [&](const char *name, const QByteArray &bytes) {
            QFile file(dir.filePath(QString::fromLatin1(name)));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        const QByteArray clip = QByteArray("\0\0\0\x18"
                                           "ftypmp42",
                                           12) +
                                QByteArray(100, 'v');
        QVERIFY(write("a.jpg", "\xff\xd8\xff"
                               "jpeg") &&
                write("a.mp4", clip) && write("a.txt", "text"));
        const auto ask = [&](ChatPart::Kind kind, const QString &source, const char *whom = "glm-4.6v") {
            ChatRequest request;
            request.messages = {{ChatMessage::Role::User, {{kind, {}, source}}}};
            return withMediaInside(request, describer(whom)).map([](const ChatRequest &r) {
                return r.messages[0].parts[0].source;
            });
        };
        using Kind = ChatPart::Kind;
        QCOMPARE(*ask(Kind::Image, dir.filePath(QStringLiteral("a.jpg"))),
                 QString(u"data:image/jpeg;base64," + QString::fromLatin1(QByteArray("\xff\xd8\xff"
                                                                                     "jpeg")
                                                                              .toBase64())));
        QCOMPARE(*ask(Kind::Video, dir.filePath(QStringLiteral("a.mp4"))),
                 QString(u"data:video/mp4;base64," + QString::fromLatin1(clip.toBase64())));
        QCOMPARE(*ask(Kind::Video, QStringLiteral("https://h/a.mp4")), QStringLiteral("https://h/a.mp4"));
        QCOMPARE(ask(Kind::Image, dir.filePath(QStringLiteral("none.jpg"))).error().kind,
                 ErrorKind::FileMissing);
        QCOMPARE(ask(Kind::Image, dir.filePath(QStringLiteral("a.txt"))).error().kind,
                 ErrorKind::ImageUnreadable);
        // The row takes no clip inside, none at all, no picture.
        for (const auto &refused : {ask(Kind::Video, dir.filePath(QStringLiteral("a.mp4")), "glm-5v-turbo"),
                                    ask(Kind::Video, QStringLiteral("https://h/a.mp4"), "glm-4.7-flash"),
                                    ask(Kind::Image, dir.filePath(QStringLiteral("a.jpg")), "glm-4.7-flash")})
            QCOMPARE(refused.error().kind, ErrorKind::BadParameter);
        QCOMPARE(ask(Kind::Image, QStringLiteral("oss://d/a.jpg")).error().kind, ErrorKind::BadAddress);
        QVERIFY(write("big.jpg", "\xff\xd8\xff" + QByteArray(5'000'000, 'x')));
        const auto heavy = ask(Kind::Image, dir.filePath(QStringLiteral("big.jpg")));
        QCOMPARE(heavy.error().kind, ErrorKind::ImageTooHeavy);
        QCOMPARE(heavy.error().facts.mid(1),
                 QStringList({QStringLiteral("5.0 MB"), QStringLiteral("5.0 MB")}));
    }

    // what comes back

    void f5_accepted()
    {
        const auto made =
            decodeAccept(replied(quoted("{'id':'20260818102501423653886863409e','model':'cogvideox-flash','"
                                        "request_id':'retake-1','task_status':'PROCESSING'}")));
        QVERIFY(made.has_value());
        QCOMPARE(made->remoteId, QStringLiteral("20260818102501423653886863409e"));
        QCOMPARE(made->requestId, QStringLiteral("retake-1"));
        QCOMPARE(
            decodeAccept(replied(quoted("{'id':8868902201637896192,'task_status':'PROCESSING'}")))->remoteId,
            QStringLiteral("8868902201637896192"));
    }

    void f6_processing()
    {
        for (const QByteArray &body : {quoted("{'task_status':'PROCESSING','request_id':'r'}"),
                                       quoted("{'task_status':'PROCESSING','video_result':null}"),
                                       quoted("{'task_status':'PROCESSING','video_result':[]}"),
                                       quoted("{'task_status':'NEW_WORD'}")}) {
            const auto status = decodeResult(replied(body), QStringLiteral("t"));
            QVERIFY(status.has_value());
            QCOMPARE(status->phase, RemoteStatus::Phase::Rendering);
            QCOMPARE(status->remoteId, QStringLiteral("t"));
        }
        QCOMPARE(decodeResult(replied(quoted("{'task_status':'SUBMITTED'}")), {})->phase,
                 RemoteStatus::Phase::Queued);
    }

    void f7_f8_success_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("F7") << QByteArray(
            quoted("{'id':'t','task_status':'SUCCESS','model':'CogVideoX-Flash','usage':{'total_tokens':0},'"
                   "video_result':[{'url':'https://h/x_0.mp4','cover_image_url':'https://h/c.jpeg'}]}"));
        QTest::newRow("F8") << QByteArray(
            quoted("{'model':'cogvideox','request_id':'8875817957674828620','task_status':'SUCCESS','video_"
                   "result':[{'url':'https://h/x_0.mp4'}]}"));
        QTest::newRow("succeed") << QByteArray(
            quoted("{'task_status':'succeed','video_result':[{'url':'https://h/x_0.mp4'}]}"));
        QTest::newRow("succeeded") << QByteArray(
            quoted("{'task_status':'succeeded','video_result':[{'url':'https://h/x_0.mp4'}]}"));
    }

    void f7_f8_success()
    {
        QFETCH(QByteArray, body);
        const auto status = decodeResult(replied(body), QStringLiteral("t"));
        QVERIFY(status.has_value());
        QCOMPARE(status->phase, RemoteStatus::Phase::Succeeded);
        QCOMPARE(status->resultUrl, QStringLiteral("https://h/x_0.mp4"));
        QVERIFY(!status->error);
    }

    void f9_failed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("code");
        const QString none;
        QTest::newRow("F9") << (quoted("{'task_status':'FAIL','model':'cogvideox-3','request_id':'r'}"))
                            << ErrorKind::TaskFailed << none;
        QTest::newRow("F9b")
            << (quoted("{'task_status':'FAIL','request_id':'r','error':{'code':'1234','message':'m'}}"))
            << ErrorKind::TaskFailed << QStringLiteral("1234");
        QTest::newRow("FAILED") << (quoted("{'task_status':'FAILED','request_id':'r'}"))
                                << ErrorKind::TaskFailed << none;
        QTest::newRow("refused content")
            << (quoted("{'task_status':'FAIL','request_id':'r','error':{'code':1301,'message':'m'}}"))
            << ErrorKind::Moderated << QStringLiteral("1301");
        QTest::newRow("busy at last")
            << (quoted("{'task_status':'FAIL','request_id':'r','error':{'code':'1305','message':'m'}}"))
            << ErrorKind::TaskFailed << QStringLiteral("1305");
        QTest::newRow("nothing made")
            << (quoted("{'task_status':'SUCCESS','request_id':'r','video_result':[]}"))
            << ErrorKind::TaskFailed << none;
    }

    void f9_failed()
    {
        QFETCH(QByteArray, body);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, code);
        const auto status = decodeResult(replied(body), QStringLiteral("t"));
        QVERIFY(status.has_value());
        QCOMPARE(status->phase, RemoteStatus::Phase::Failed);
        QVERIFY(status->error.has_value());
        QCOMPARE(status->error->kind, kind);
        QCOMPARE(status->error->serviceCode, code);
        QCOMPARE(status->error->requestId, QStringLiteral("r"));
    }

    void unknownTasks()
    {
        for (const auto &reply :
             {replied(quoted("{'error':{'code':'1214','message':'no such task'}}"), 400),
              replied(quoted("{'error':{'code':'1210','message':'no such task'}}"), 404)}) {
            const auto status = decodeResult(reply, QStringLiteral("t"));
            QVERIFY(status.has_value());
            QCOMPARE(status->phase, RemoteStatus::Phase::Unknown);
            QCOMPARE(status->error->kind, ErrorKind::Expired);
        }
        // These say nothing about the task.
        QCOMPARE(decodeResult(replied("<html>", 404), {}).error().kind, ErrorKind::BadAddress);
        QCOMPARE(decodeResult(replied(quoted("{'error':{'code':'1001'}}"), 401), {}).error().kind,
                 ErrorKind::KeyRefused);
        QCOMPARE(decodeResult(replied(quoted("{'error':{'code':'1302'}}"), 429), {}).error().kind,
                 ErrorKind::RateLimited);
        QCOMPARE(decodeResult(replied("{}"), {}).error().kind, ErrorKind::BadReply);
    }

    void theTableOfCodes_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        const auto rows = [](ErrorKind kind, std::initializer_list<int> codes) {
            for (const int code : codes)
                QTest::newRow(QByteArray::number(code).constData()) << kind;
        };
        rows(ErrorKind::KeyRefused, {1000, 1001, 1002, 1003, 1004, 401});
        rows(ErrorKind::NotPermitted,
             {1005, 1110, 1111, 1112, 1120, 1121, 1220, 1309, 1311, 1313, 1314, 1315, 434, 403});
        rows(ErrorKind::Arrears, {1113});
        rows(ErrorKind::ServiceFailed, {1200, 1230, 1234, 500});
        rows(ErrorKind::RequestRefused, {1210, 1212, 1213, 1214, 1215, 1222, 1231, 435});
        rows(ErrorKind::UnknownModel, {1211, 1221});
        rows(ErrorKind::PromptTooLong, {1261});
        rows(ErrorKind::Moderated, {1300, 1301});
        rows(ErrorKind::RateLimited, {1302, 1303});
        rows(ErrorKind::ServiceBusy, {1305});
        rows(ErrorKind::QuotaSpent, {1304, 1308, 1310, 1316, 1317, 1318, 1319, 1320, 1321});
    }

    void theTableOfCodes()
    {
        QFETCH(ErrorKind, kind);
        const QByteArray code = QTest::currentDataTag();
        // By the code, whatever the status, and in every shape (F15: a number).
        for (const QByteArray &body : {quoted("{'error':{'code':'" + code + "','message':'m'}}"),
                                       quoted("{'error':{'code':" + code + ",'message':'m'}}"),
                                       quoted("{'code':" + code + ",'msg':'m','success':false}")}) {
            for (const int status : {200, 400, 429, 500}) {
                const Error error = bigmodelFault(replied(body, status));
                QCOMPARE(error.kind, kind);
                QCOMPARE(error.serviceCode, QString::fromLatin1(code));
                QCOMPARE(error.serviceMessage, QStringLiteral("m"));
                QCOMPARE(error.httpStatus, status);
                // A refusal in its own words is one: nothing was made, whatever the status.
                QCOMPARE(decodeAccept(replied(body, status)).error().kind, kind);
                QCOMPARE(decodeChat(replied(body, status)).error().kind, kind);
            }
        }
    }

    void f10_f11_f12_refusals()
    {
        QCOMPARE(decodeAccept(replied(quoted("{'error':{'code':'1001','message':'m'}}"), 401)).error().kind,
                 ErrorKind::KeyRefused);
        QCOMPARE(decodeAccept(replied(quoted("{'error':{'code':'1305','message':'m'}}"), 429)).error().kind,
                 ErrorKind::ServiceBusy);
        QCOMPARE(decodeAccept(replied(quoted("{'error':{'code':'1113','message':'m'}}"), 429)).error().kind,
                 ErrorKind::Arrears);
        // 429 alone does not mean "again": a code that nobody knows is no reason to send anything once more.
        QCOMPARE(decodeAccept(replied(quoted("{'error':{'code':'1399','message':'m'}}"), 429)).error().kind,
                 ErrorKind::QuotaSpent);
        QCOMPARE(decodeAccept(replied(quoted("{'error':{'code':'1999','message':'m'}}"), 503)).error().kind,
                 ErrorKind::ServiceFailed);
    }

    void f13_filtered()
    {
        const Error error = bigmodelFault(replied(
            quoted("{'contentFilter':[{'level':1,'role':'user'}],'error':{'code':'1301','message':'m'}}"),
            400));
        QCOMPARE(error.kind, ErrorKind::Moderated);
        QCOMPARE(error.facts, QStringList{QStringLiteral("user")});
        QCOMPARE(error.serviceMessage, QStringLiteral("m"));
    }

    void f14_refusedWith200()
    {
        const HttpReply reply = replied(quoted("{'code':401,'msg':'token expired','success':false}"));
        for (const Error &error : {decodeAccept(reply).error(), decodeChat(reply).error(),
                                   decodeResult(reply, {}).error(), decodeProbe(reply).error()}) {
            QCOMPARE(error.kind, ErrorKind::KeyRefused);
            QCOMPARE(error.serviceMessage, QStringLiteral("token expired"));
        }
    }

    void f16_gateways()
    {
        const QByteArray html = "<html><body>502 Bad Gateway</body></html>";
        const Error error = bigmodelFault(replied(html, 502));
        QCOMPARE(error.kind, ErrorKind::ServiceBusy);
        QCOMPARE(error.serviceCode, QString());
        // What costs money may have been carried out behind a gateway that gave up.
        for (const auto &[body, status] :
             std::initializer_list<std::pair<QByteArray, int>>{{html, 502},
                                                               {html, 200},
                                                               {"", 200},
                                                               {"{}", 200},
                                                               {"{\"id\":\"t-", 200},
                                                               {html, 408},
                                                               {"", 500}}) {
            QCOMPARE(decodeAccept(replied(body, status)).error().kind, ErrorKind::Unclear);
            QCOMPARE(decodeChat(replied(body, status)).error().kind, ErrorKind::Unclear);
        }
        QCOMPARE(decodeAccept(replied(html, 404)).error().kind, ErrorKind::BadAddress);
        QCOMPARE(decodeAccept(replied(html, 429)).error().kind, ErrorKind::RateLimited);
        HttpReply busy = replied(html, 503);
        busy.headers.append(std::pair<QByteArray, QByteArray>("Retry-After", "7"));
        QCOMPARE(bigmodelFault(busy).retryAfter, std::optional(std::chrono::seconds(7)));
        // A framework's own words: no code of the service's.
        const Error spring =
            bigmodelFault(replied(quoted("{'status':404,'error':'Not Found','path':'/x'}"), 404));
        QCOMPARE(spring.kind, ErrorKind::BadAddress);
        QCOMPARE(spring.serviceMessage, QStringLiteral("Not Found"));
    }

    void f19_anAnswer()
    {
        const auto answer =
            decodeChat(replied(quoted("{'id':'i','request_id':'retake-1','created':1752547801,'model':'glm-4."
                                      "6v','choices':[{'index':0,'finish_reason':'stop',"
                                      "'message':{'role':'assistant','content':'<|begin_of_box|>A white "
                                      "parrot <|end_of_box|>','reasoning_content':'hm'}}],"
                                      "'usage':{'total_tokens':9140}}")));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->text, QStringLiteral("A white parrot"));
        QCOMPARE(answer->model, QStringLiteral("glm-4.6v"));
        QCOMPARE(answer->requestId, QStringLiteral("retake-1"));
        QCOMPARE(answer->usage[u"total_tokens"].toInt(), 9140);
    }

    void endings_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QString>("text"); // empty: refused
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char *name, const char *content, const char *more, const char *text,
                            ErrorKind kind = ErrorKind::ServiceFailed) {
            QTest::newRow(name) << quoted(content) << quoted(more) << QString::fromUtf8(text) << kind;
        };
        row("parts", "[{'type':'text','text':'A '},{'type':'text','text':'bird'}]", "'stop'", "A bird");
        row("new reason", "'A bird'", "'who_knows'", "A bird");
        row("cut by the limit", "'A bird in'", "'length'", "A bird in");
        row("mild filter", "'A bird'", "'stop'}],'content_filter':[{'role':'user','level':3", "A bird");
        row("F20", "null", "'length'", "", ErrorKind::TaskFailed);
        row("F20, thoughts only", "'<think>hm'", "'length'", "", ErrorKind::TaskFailed);
        row("F21", "''", "'sensitive'}],'content_filter':[{'role':'assistant','level':0", "",
            ErrorKind::Moderated);
        row("sensitive, half said", "'A bi'", "'sensitive'", "", ErrorKind::Moderated);
        row("content_filter", "'A bi'", "'content_filter'", "", ErrorKind::Moderated);
        row("network_error", "'A bi'", "'network_error'", "", ErrorKind::ServiceFailed);
        row("window", "null", "'model_context_window_exceeded'", "", ErrorKind::PromptTooLong);
        row("nothing said", "'  '", "'stop'", "", ErrorKind::BadReply);
    }

    void endings()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, more);
        QFETCH(QString, text);
        QFETCH(ErrorKind, kind);
        const auto answer = decodeChat(replied(
            quoted("{'id':'i','model':'m','choices':[{'message':{'role':'assistant','content':" + content +
                   "},'finish_reason':" + more + "}]}")));
        if (!text.isEmpty()) {
            QVERIFY(answer.has_value());
            QCOMPARE(answer->text, text);
            QCOMPARE(answer->cutShort, more.startsWith("\"length"));
            return;
        }
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, kind);
        QCOMPARE(answer.error().requestId, QStringLiteral("i"));
        if (content.startsWith("null") && kind == ErrorKind::TaskFailed) {
            QCOMPARE(answer.error().serviceCode, QStringLiteral("length"));
            QVERIFY(answer.error().serviceMessage.contains(u"limit"));
        }
        if (more.contains("assistant"))
            QCOMPARE(answer.error().facts, QStringList{QStringLiteral("assistant")});
    }

    void probes()
    {
        QVERIFY(decodeProbe(replied(quoted("{'task_status':'PROCESSING'}"))).has_value());
        for (const char *code : {"1200", "1210", "1214", "1113", "1302", "1305", "500"})
            QVERIFY(decodeProbe(replied(quoted("{'error':{'code':'" + QByteArray(code) + "'}}"), 400))
                        .has_value());
        for (const char *code : {"1001", "1004", "1005", "1111", "1220", "1222"})
            QVERIFY(!decodeProbe(replied(quoted("{'error':{'code':'" + QByteArray(code) + "'}}"), 401))
                         .has_value());
        QCOMPARE(decodeProbe(replied("<html>")).error().kind, ErrorKind::BadReply);
        QCOMPARE(decodeProbe(replied("<html>", 404)).error().kind, ErrorKind::BadAddress);
        QCOMPARE(decodeProbe(replied("{}")).error().kind, ErrorKind::BadReply);
    }
};

QTEST_GUILESS_MAIN(TestBigModelCodec)
#include "tst_bigmodelcodec.moc"
