// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/uploadjob.h"

#include "net/address.h"
#include "net/exchange.h"
#include "net/oncebody.h"

#include <QDir>
#include <QFile>
#include <QHttpPart>

namespace retake {

namespace {

std::unique_ptr<QHttpMultiPart> formOf(const UploadRequest &request, std::unique_ptr<QFile> file)
{
    auto form = std::make_unique<QHttpMultiPart>(QHttpMultiPart::FormDataType);
    const auto disposition = [](const QByteArray &name) -> QByteArray {
        return "form-data; name=\"" + name + '"';
    };
    for (const auto &[name, value] : request.fields) {
        QHttpPart part;
        part.setRawHeader("Content-Disposition", disposition(name));
        part.setBody(value);
        form->append(part);
    }
    QHttpPart part;
    part.setRawHeader("Content-Disposition", disposition("file") + "; filename=\"" + request.fileName + '"');
    part.setRawHeader("Content-Type", request.fileType);
    part.setBodyDevice(file.get());
    file.release()->setParent(form.get());
    form->append(part);
    return form;
}

} // namespace

UploadJob::UploadJob(HttpContext &context, UploadRequest request, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_request(std::move(request))
{
    QMetaObject::invokeMethod(this, &UploadJob::begin, Qt::QueuedConnection);
}

void UploadJob::begin()
{
    if (!isHttp(m_request.url)) {
        Q_EMIT finished(failure(ErrorKind::BadAddress, {m_request.url.toString(QUrl::RemoveQuery)}));
        return;
    }
    auto file = std::make_unique<OnceFile>(m_request.file);
    if (!file->exists()) {
        Q_EMIT finished(failure(ErrorKind::FileMissing, {QDir::toNativeSeparators(m_request.file)}));
        return;
    }
    if (!file->open(QIODevice::ReadOnly)) {
        Q_EMIT finished(failure(ErrorKind::FileUnreadable, {QDir::toNativeSeparators(m_request.file)},
                                file->errorString()));
        return;
    }
    const qint64 size = file->size();
    m_exchange = new Exchange(m_context, m_request.times, this);
    connect(m_exchange, &Exchange::ended, this, &UploadJob::conclude);
    connect(m_exchange, &Exchange::sent, this, [this, size](qint64 done, qint64 total) {
        // The form's own bytes go out first but for its last boundary.
        const qint64 ofFile = std::clamp<qint64>(done - (total - size), 0, size);
        if (m_throttle.passes(ofFile, size))
            Q_EMIT progress(ofFile, size);
    });
    m_exchange->post(m_request.url, m_request.headers, formOf(m_request, std::move(file)));
}

void UploadJob::conclude()
{
    m_exchange->deleteLater();
    if (const auto fault = m_exchange->fault()) {
        Q_EMIT finished(failure(*fault));
        return;
    }
    Q_EMIT finished(HttpReply{m_exchange->status(), m_exchange->headers(), m_exchange->readAll()});
}

} // namespace retake
