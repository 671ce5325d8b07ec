// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/faultproxy.h"

#include <QJsonObject>
#include <QMultiMap>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace retake {

// A folder in memory where that can be had: what is proved is not the disk's speed.
QString fastFolder(const QString &name);

// The practice service as a process, behind a line that can fail, with its journal and the files it serves.
class ProofService
{
public:
    // Once: the first render of this program is served for every task after it, which spares most of the
    // time.
    enum class Rendering { Once, Each };

    explicit ProofService(const QStringList &faults = {}, double timeScale = 200,
                          Rendering rendering = Rendering::Once);
    ~ProofService();

    bool isReady() const { return m_port != 0; }

    FaultProxy &line() { return m_line; }

    QUrl base() const; // through the line

    QString key() const { return m_key; }

    double timeScale() const { return m_timeScale; }

    // From the journal.
    const QList<QJsonObject> &journal() const;
    int creates() const;      // create requests that arrived
    QStringList made() const; // tasks that were made, by their ids: what is charged
    QMultiMap<QString, QString> madeByPrompt() const;
    QByteArray served(const QString &remoteId) const; // the finished file; empty: none

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    FaultProxy m_line;
    quint16 m_port = 0;
    QString m_key;
    double m_timeScale;
    mutable QList<QJsonObject> m_journal;
    mutable qint64 m_journalRead = 0;
};

// What is wrong with a take, against what the service serves and the length it should have; empty: it is
// whole.
QString takeFault(const QString &file, const QByteArray &served, int frames);

} // namespace retake
