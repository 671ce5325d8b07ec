// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>

namespace retake {

struct FormPart
{
    QString name;
    QString fileName;
};

// Reads a multipart body as it arrives: onPart for each part's head, onData for its bytes, in order.
// False when the body broke off.
using FormReader = std::function<bool(const std::function<void(const FormPart &)> &onPart,
                                      const std::function<bool(QByteArrayView)> &onData)>;

// One request as the routes see it; they know nothing of the HTTP library.
struct HttpRequest
{
    QByteArray method;
    QString path;                             // decoded, without the query
    QList<std::pair<QString, QString>> query; // decoded
    QHash<QByteArray, QByteArray> headers;    // by lower-case name
    QByteArray body;                          // of everything but forms
    bool isForm = false;
    FormReader readForm;

    QByteArray header(const char *lowerCaseName) const { return headers.value(lowerCaseName); }

    bool hasParameter(const QString &name) const;
    QString parameter(const QString &name) const;
};

// One reply, and how it is brought to its end: some faults cut it, drop it, or never send it.
struct HttpReply
{
    enum class Ending {
        Whole,
        CutShort, // half of the bytes announced, or of the pieces, then the connection is closed
        CutReset, // the same, then the connection is reset
        Dropped,  // not one byte: the connection is reset
        Hanging,  // not one byte: the connection stays open until the client leaves
    };

    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    QString file;                       // sent instead of the body when not empty; ranges are served
    QList<QByteArray> pieces;           // sent instead of the body when not empty, each a chunk of its own
    std::chrono::milliseconds pause{0}; // between the pieces
    QList<std::pair<QByteArray, QByteArray>> headers;
    Ending ending = Ending::Whole;
    std::chrono::milliseconds delay{0}; // before the first byte
    qint64 bytesPerSecond = 0;          // of a file; 0: as fast as it goes
    QJsonObject note;                   // what the journal says about this request beyond the usual
};

QString makeRequestId();
HttpReply jsonReply(QJsonObject object, int status = 200); // adds a request_id when there is none
HttpReply refusal(int status, const QString &code, const QString &message);
HttpReply xmlRefusal(int status, const QString &code, const QString &message); // the object store's shape
HttpReply htmlPage(int status);                                                // what a proxy in between says

} // namespace retake
