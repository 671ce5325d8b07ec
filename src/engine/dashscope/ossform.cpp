// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dashscope/ossform.h"

#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QUuid>

namespace retake {

namespace {

QByteArray typeOf(const QString &objectName)
{
    static const QHash<QString, QByteArray> types{
        {QStringLiteral("mp4"), "video/mp4"},   {QStringLiteral("mov"), "video/quicktime"},
        {QStringLiteral("jpg"), "image/jpeg"},  {QStringLiteral("jpeg"), "image/jpeg"},
        {QStringLiteral("png"), "image/png"},   {QStringLiteral("bmp"), "image/bmp"},
        {QStringLiteral("webp"), "image/webp"},
    };
    return types.value(objectName.section(u'.', -1), "application/octet-stream");
}

QString keyOf(const UploadPolicy &policy, const QString &objectName)
{
    return QString(policy.directory + u'/' + objectName);
}

} // namespace

QString uniqueObjectName(const QString &file)
{
    static const QRegularExpression plain(QStringLiteral("^[a-z0-9]{1,8}$"));
    const QString name = QUuid::createUuid().toString(QUuid::Id128);
    const QString suffix = QFileInfo(file).suffix().toLower();
    return plain.match(suffix).hasMatch() ? QString(name + u'.' + suffix) : name;
}

UploadRequest ossForm(const UploadPolicy &policy, const QString &file, const QString &objectName)
{
    UploadRequest request;
    request.url = policy.host;
    request.headers = {{"Accept", "application/json"}};
    request.fields = {
        {"OSSAccessKeyId", policy.accessKeyId},
        {"Signature", policy.signature},
        {"policy", policy.policy},
        {"key", keyOf(policy, objectName).toUtf8()},
        {"x-oss-object-acl", policy.acl},
        {"x-oss-forbid-overwrite", policy.forbidOverwrite},
        {"success_action_status", "200"},
        {"x-oss-content-type", typeOf(objectName)},
    };
    request.file = file;
    request.fileName = objectName.toLatin1();
    request.fileType = typeOf(objectName);
    return request;
}

QString ossUrl(const UploadPolicy &policy, const QString &objectName)
{
    return QString(u"oss://" + keyOf(policy, objectName));
}

} // namespace retake
