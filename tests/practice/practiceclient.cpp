// SPDX-License-Identifier: GPL-3.0-or-later
#include "practiceclient.h"

#include <QBuffer>
#include <QEventLoop>
#include <QFile>
#include <QHttpPart>
#include <QNetworkProxy>
#include <QProcess>
#include <QTest>
#include <QTimer>

namespace {

// Qt sends a request again after a reset, unless its body cannot be rewound; a fault is to be seen, not
// healed.
class OnceBuffer final : public QBuffer
{
public:
    bool reset() override { return false; }
};

bool runTool(const QString &program, const QStringList &arguments, QByteArray *output = nullptr)
{
    QProcess process;
    process.start(program, arguments);
    const bool ended = process.waitForFinished(30000);
    if (output)
        *output = process.readAllStandardOutput();
    return ended && process.exitCode() == 0;
}

} // namespace

QString Answer::xmlCode() const
{
    return QString::fromUtf8(body)
        .section(QStringLiteral("<Code>"), 1)
        .section(QStringLiteral("</Code>"), 0, 0);
}

PracticeClient::PracticeClient(QString base_, QString key_)
    : base(std::move(base_))
    , key(std::move(key_))
{
    m_network.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
}

QString PracticeClient::createPath()
{
    return QStringLiteral("/services/aigc/video-generation/video-synthesis");
}

QNetworkRequest PracticeClient::request(const QString &pathOrUrl, const Headers &headers) const
{
    const bool isOwn = pathOrUrl.startsWith(u'/');
    QNetworkRequest request(QUrl(isOwn ? QString(base + pathOrUrl) : pathOrUrl, QUrl::StrictMode));
    if (isOwn)
        request.setRawHeader("Authorization", QByteArray("Bearer " + key.toLatin1()));
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    return request;
}

Answer PracticeClient::wait(QNetworkReply *reply, int timeoutMs)
{
    const std::unique_ptr<QNetworkReply> owned(reply);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(timeoutMs, &loop, [reply] { reply->abort(); });
    if (!reply->isFinished())
        loop.exec();
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    answer.error = reply->error();
    for (const auto &[name, value] : reply->rawHeaderPairs())
        answer.headers.insert(name.toLower(), value);
    return answer;
}

Answer PracticeClient::get(const QString &pathOrUrl, const Headers &headers, int timeoutMs)
{
    return wait(m_network.get(request(pathOrUrl, headers)), timeoutMs);
}

Answer PracticeClient::post(const QString &path, const QByteArray &bytes, const Headers &headers,
                            int timeoutMs)
{
    QNetworkRequest asked = request(path, headers);
    asked.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return wait(m_network.post(asked, bytes), timeoutMs);
}

QJsonObject PracticeClient::policy()
{
    return get(QStringLiteral("/uploads?action=getPolicy&model=wan2.7-videoedit")).json()[u"data"].toObject();
}

PracticeClient::Fields PracticeClient::fields(const QJsonObject &policy, const QString &name)
{
    return {{QStringLiteral("OSSAccessKeyId"), policy[u"oss_access_key_id"].toString()},
            {QStringLiteral("Signature"), policy[u"signature"].toString()},
            {QStringLiteral("policy"), policy[u"policy"].toString()},
            {QStringLiteral("key"), QString(policy[u"upload_dir"].toString() + u'/' + name)},
            {QStringLiteral("x-oss-object-acl"), policy[u"x_oss_object_acl"].toString()},
            {QStringLiteral("x-oss-forbid-overwrite"), policy[u"x_oss_forbid_overwrite"].toString()},
            {QStringLiteral("success_action_status"), QStringLiteral("200")}};
}

Answer PracticeClient::sendForm(const QString &host, const Fields &before, const QByteArray &file,
                                const Fields &after)
{
    QHttpMultiPart form(QHttpMultiPart::FormDataType);
    const auto add = [&form](const QString &name, const QByteArray &value) {
        QHttpPart part;
        part.setHeader(QNetworkRequest::ContentDispositionHeader,
                       QString(u"form-data; name=\"" + name + u'"'));
        part.setBody(value);
        form.append(part);
    };
    for (const auto &[name, value] : before)
        add(name, value.toUtf8());
    OnceBuffer once;
    once.setData(file);
    once.open(QIODevice::ReadOnly);
    QHttpPart filePart;
    filePart.setHeader(QNetworkRequest::ContentDispositionHeader,
                       QStringLiteral("form-data; name=\"file\"; filename=\"clip.mp4\""));
    filePart.setBodyDevice(&once);
    form.append(filePart);
    for (const auto &[name, value] : after)
        add(name, value.toUtf8());
    return wait(m_network.post(QNetworkRequest(QUrl(host)), &form), 20000);
}

QString PracticeClient::upload(const QByteArray &file, const QString &name)
{
    const QJsonObject granted = policy();
    const Answer answer = sendForm(granted[u"upload_host"].toString(), fields(granted, name), file);
    return answer.status == 200 && answer.body.isEmpty()
               ? QString(u"oss://" + granted[u"upload_dir"].toString() + u'/' + name)
               : QString();
}

QJsonObject PracticeClient::body(const QString &video, const QString &prompt, QJsonObject parameters)
{
    if (!parameters.contains(u"resolution"))
        parameters.insert(QStringLiteral("resolution"), QStringLiteral("720P"));
    return {{QStringLiteral("model"), QStringLiteral("wan2.7-videoedit")},
            {QStringLiteral("input"),
             QJsonObject{{QStringLiteral("prompt"), prompt},
                         {QStringLiteral("media"),
                          QJsonArray{QJsonObject{{QStringLiteral("type"), QStringLiteral("video")},
                                                 {QStringLiteral("url"), video}}}}}},
            {QStringLiteral("parameters"), parameters}};
}

Answer PracticeClient::create(const QJsonObject &order)
{
    return post(createPath(), QJsonDocument(order).toJson(),
                {{"X-DashScope-Async", "enable"}, {"X-DashScope-OssResourceResolve", "enable"}});
}

Answer PracticeClient::query(const QString &task)
{
    return get(QString(u"/tasks/" + task));
}

QString PracticeClient::createTask(const QJsonObject &order)
{
    return create(order).json()[u"output"][u"task_id"].toString();
}

QJsonObject PracticeClient::finish(const QString &task, int seconds)
{
    for (int i = 0; i < seconds * 10; ++i) {
        const QJsonObject reply = query(task).json();
        const QString status = reply[u"output"][u"task_status"].toString();
        if (!status.isEmpty() && status != u"PENDING" && status != u"RUNNING")
            return reply;
        QTest::qWait(100);
    }
    return {};
}

QByteArray makeClip(const QString &folder, double seconds, const QString &size, ClipSound sound,
                    const QString &suffix)
{
    const QString path = QStringLiteral("%1/made.%2").arg(folder, suffix);
    QStringList arguments =
        QStringLiteral("-v error -y -f lavfi -i testsrc=s=%1:r=30:d=%2").arg(size).arg(seconds).split(u' ');
    if (sound == ClipSound::Sine)
        arguments << QStringLiteral("-f lavfi -i sine=f=440:d=%1 -c:a aac").arg(seconds).split(u' ');
    arguments
        << QStringLiteral("-c:v libx264 -preset ultrafast -pix_fmt yuv420p -t %1").arg(seconds).split(u' ')
        << path;
    return runTool(QStringLiteral("ffmpeg"), arguments) ? readAll(path) : QByteArray();
}

QByteArray makeImage(const QString &folder, const QString &size, const QString &suffix, const QString &format)
{
    const QString path = QStringLiteral("%1/made.%2").arg(folder, suffix);
    const QString source = QStringLiteral("color=c=green:s=%1,format=%2").arg(size, format);
    return runTool(QStringLiteral("ffmpeg"),
                   {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-f"),
                    QStringLiteral("lavfi"), QStringLiteral("-i"), source, QStringLiteral("-frames:v"),
                    QStringLiteral("1"), path})
               ? readAll(path)
               : QByteArray();
}

QJsonObject probe(const QString &path)
{
    QByteArray output;
    runTool(
        QStringLiteral("ffprobe"),
        QStringLiteral("-v error -print_format json -show_format -show_streams -count_packets").split(u' ')
            << path,
        &output);
    return QJsonDocument::fromJson(output).object();
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeAll(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}
