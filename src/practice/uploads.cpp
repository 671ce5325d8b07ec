// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/uploads.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace retake {

namespace {

constexpr int megabyte = 1024 * 1024;
constexpr int longestField = 64 * 1024;

const QString bucket = QStringLiteral("dashscope-file-practice");

QString isoTime(Moment moment)
{
    return QDateTime::fromMSecsSinceEpoch(epochMs(moment), Qt::UTC).toString(Qt::ISODateWithMs);
}

HttpReply denied(const QString &why)
{
    return xmlRefusal(403, QStringLiteral("AccessDenied"), why);
}

bool isCleanKey(const QString &key, const QString &directory)
{
    if (!key.startsWith(QString(directory + u'/')))
        return false;
    const QString name = key.mid(directory.size() + 1);
    return !name.isEmpty() && !name.contains(u"..") && !name.contains(u'/') && name.size() <= 512;
}

struct ReceivedForm
{
    QHash<QString, QByteArray> fields;
    QString field;
    QString afterFile;
    int files = 0;
    bool fieldTooLong = false;
};

} // namespace

Uploads::Uploads(const Signing &signing, Pace pace, Lives lives, QString folder)
    : m_signing(signing)
    , m_pace(pace)
    , m_lives(lives)
    , m_folder(std::move(folder))
{}

QString Uploads::routePrefix()
{
    return QStringLiteral("/oss/");
}

QJsonObject Uploads::policy(const QString &base, const QString &model, qint64 maximumBytes, Moment now)
{
    const QString directory =
        QStringLiteral("dashscope-instant/%1/%2/%3")
            .arg(QString::fromLatin1(m_signing.accessKeyId().toHex().left(32)), chinaTime(now).left(10),
                 QUuid::createUuid().toString(QUuid::WithoutBraces));
    const Moment until = now + m_pace.of(m_lives.policy);
    const qint64 megabytes = (maximumBytes + megabyte - 1) / megabyte;
    const QJsonObject policy{
        {QStringLiteral("expiration"), isoTime(until)},
        {QStringLiteral("conditions"),
         QJsonArray{QJsonArray{QStringLiteral("content-length-range"), 0, megabytes * megabyte},
                    QJsonArray{QStringLiteral("starts-with"), QStringLiteral("$key"), directory},
                    QJsonObject{{QStringLiteral("bucket"), bucket}},
                    QJsonObject{{QStringLiteral("x-oss-object-acl"), QStringLiteral("private")}},
                    QJsonObject{{QStringLiteral("x-oss-forbid-overwrite"), QStringLiteral("true")}}}}};
    const QByteArray encoded = QJsonDocument(policy).toJson(QJsonDocument::Compact).toBase64();
    {
        const std::lock_guard lock(m_mutex);
        m_grants[encoded] = {directory, model, megabytes * megabyte, until};
    }
    return {{QStringLiteral("policy"), QString::fromLatin1(encoded)},
            {QStringLiteral("signature"), QString::fromLatin1(m_signing.sign(encoded))},
            {QStringLiteral("upload_dir"), directory},
            {QStringLiteral("upload_host"), QString(base + routePrefix() + bucket)},
            {QStringLiteral("expire_in_seconds"), qint64(m_lives.policy.count())},
            {QStringLiteral("max_file_size_mb"), megabytes},
            {QStringLiteral("capacity_limit_mb"), 999999999},
            {QStringLiteral("oss_access_key_id"), QString::fromLatin1(m_signing.accessKeyId())},
            {QStringLiteral("x_oss_object_acl"), QStringLiteral("private")},
            {QStringLiteral("x_oss_forbid_overwrite"), QStringLiteral("true")}};
}

std::optional<HttpReply> Uploads::refuse(const QHash<QString, QByteArray> &fields, Moment now, Grant &grant)
{
    const QByteArray policy = fields.value(QStringLiteral("policy"));
    const QByteArray keyId = fields.value(QStringLiteral("OSSAccessKeyId"));
    if (policy.isEmpty() || keyId.isEmpty() || !fields.contains(QStringLiteral("Signature")))
        return denied(QStringLiteral("You have no right to access this object because of bucket acl."));
    if (keyId != m_signing.accessKeyId())
        return xmlRefusal(
            403, QStringLiteral("InvalidAccessKeyId"),
            QStringLiteral("The OSS Access Key Id you provided does not exist in our records."));
    if (fields.value(QStringLiteral("Signature")) != m_signing.sign(policy))
        return xmlRefusal(403, QStringLiteral("SignatureDoesNotMatch"),
                          QStringLiteral("The request signature we calculated does not match the signature "
                                         "you provided. Check your key and signing method."));
    const std::lock_guard lock(m_mutex);
    const auto known = m_grants.find(policy);
    if (known == m_grants.end() || now > known->second.until)
        return denied(QStringLiteral("Invalid according to Policy: Policy expired."));
    grant = known->second;
    const QString key = QString::fromUtf8(fields.value(QStringLiteral("key")));
    if (!isCleanKey(key, grant.directory))
        return denied(QStringLiteral("Invalid according to Policy: Policy Condition failed: "
                                     "[\"starts-with\", \"$key\", \"%1\"]")
                          .arg(grant.directory));
    for (const auto &[name, value] :
         {std::pair("x-oss-object-acl", "private"), std::pair("x-oss-forbid-overwrite", "true")}) {
        if (fields.value(QLatin1String(name)) != value)
            return denied(QStringLiteral("Invalid according to Policy: Policy Condition failed: "
                                         "[\"eq\", \"$%1\", \"%2\"]")
                              .arg(QLatin1String(name), QLatin1String(value)));
    }
    if (fields.value(QStringLiteral("success_action_status")) != "200")
        return xmlRefusal(400, QStringLiteral("InvalidArgument"),
                          QStringLiteral("success_action_status must be 200."));
    if (m_objects.contains(key))
        return xmlRefusal(409, QStringLiteral("FileAlreadyExists"),
                          QStringLiteral("The object you specified already exists and can not be "
                                         "overwritten."));
    return std::nullopt;
}

HttpReply Uploads::receive(const HttpRequest &request, Moment now)
{
    if (!request.isForm)
        return xmlRefusal(400, QStringLiteral("InvalidArgument"),
                          QStringLiteral("The body of a POST must be multipart/form-data."));
    if (!request.headers.contains("content-length"))
        return xmlRefusal(411, QStringLiteral("MissingContentLength"),
                          QStringLiteral("You must provide the Content-Length HTTP header."));
    // What is refused is read to its end all the same: a client that still sends cannot read the answer.
    ReceivedForm form;
    std::optional<HttpReply> refused;
    Grant grant;
    QString key;
    QFile file;
    qint64 bytes = 0;
    const auto onPart = [&](const FormPart &part) {
        form.field = part.name;
        if (form.files > 0)
            form.afterFile = part.name;
        if (part.name != u"file")
            return;
        if (++form.files > 1)
            return;
        refused = refuse(form.fields, now, grant);
        if (refused)
            return;
        key = QString::fromUtf8(form.fields.value(QStringLiteral("key")));
        file.setFileName(m_folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces));
        const std::lock_guard lock(m_mutex);
        m_objects[key] = {file.fileName(), grant.model, now + m_pace.of(m_lives.upload), false};
        if (!file.open(QIODevice::WriteOnly))
            refused = xmlRefusal(500, QStringLiteral("InternalError"), file.errorString());
    };
    const auto onData = [&](QByteArrayView data) {
        if (form.field == u"file") {
            bytes += data.size();
            if (file.isOpen() && bytes <= grant.maximumBytes)
                file.write(data.data(), data.size());
            return true;
        }
        QByteArray &value = form.fields[form.field];
        form.fieldTooLong = form.fieldTooLong || value.size() + data.size() > longestField;
        if (!form.fieldTooLong)
            value.append(data);
        return true;
    };
    const bool whole = request.readForm(onPart, onData);
    const bool wrote = file.isOpen() && file.flush();
    file.close();
    if (!refused && (!whole || form.files != 1 || form.fieldTooLong))
        refused = xmlRefusal(
            400, form.files == 0 ? QStringLiteral("InvalidArgument") : QStringLiteral("MalformedPOSTRequest"),
            QStringLiteral("POST requires exactly one file upload per request."));
    if (!refused && !form.afterFile.isEmpty())
        refused = xmlRefusal(
            400, QStringLiteral("FieldItemTooLong"),
            QStringLiteral("The field 'file' must be the last one; '%1' came after it.").arg(form.afterFile));
    if (!refused && bytes > grant.maximumBytes)
        refused = xmlRefusal(400, QStringLiteral("EntityTooLarge"),
                             QStringLiteral("Your proposed upload exceeds the maximum allowed size."));
    if (!refused && !wrote)
        refused =
            xmlRefusal(500, QStringLiteral("InternalError"), QStringLiteral("The file was not stored."));

    const std::lock_guard lock(m_mutex);
    if (refused) {
        if (!key.isEmpty()) { // the name was taken in this very call
            m_objects.erase(key);
            QFile::remove(file.fileName());
        }
    } else {
        m_objects[key].complete = true;
    }
    HttpReply reply = refused.value_or(HttpReply());
    reply.note.insert(QStringLiteral("upload"),
                      QJsonObject{{QStringLiteral("key"), key}, {QStringLiteral("bytes"), bytes}});
    return reply;
}

std::optional<Uploads::Stored> Uploads::find(const QString &ossUrl, Moment now)
{
    const std::lock_guard lock(m_mutex);
    const auto object = m_objects.find(ossUrl.mid(QStringLiteral("oss://").size()));
    if (object == m_objects.end() || !object->second.complete || now > object->second.until)
        return std::nullopt;
    return Stored{object->second.path, object->second.model};
}

void Uploads::purge(Moment now)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_grants, [&](const auto &grant) { return now > grant.second.until; });
    std::erase_if(m_objects, [&](const auto &object) {
        const bool over = object.second.complete && now > object.second.until;
        return over && QFile::remove(object.second.path);
    });
}

} // namespace retake
