// SPDX-License-Identifier: GPL-3.0-or-later
#include "proofservice.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

namespace retake {

namespace {

bool isCreate(const QJsonObject &line)
{
    return askOf(line[u"method"].toString().toLatin1(), line[u"path"].toString().toLatin1()) == Ask::Create;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Has an ffmpeg that renders the first time, and gives the same file again whenever it should render.
QString onceFolder()
{
    static const QTemporaryDir folder(fastFolder(QStringLiteral("once")));
    static const bool written = [] {
        QFile script(folder.filePath(QStringLiteral("ffmpeg")));
        const QByteArray kept = folder.filePath(QStringLiteral("kept.mp4")).toUtf8();
        const QByteArray real = QStandardPaths::findExecutable(QStringLiteral("ffmpeg")).toUtf8();
        return script.open(QIODevice::WriteOnly) &&
               script.write("#!/bin/sh\nfor last; do :; done\ncase \"$*\" in\n"
                            "*filter_complex*) ;;\n*) exec " +
                            real + " \"$@\" ;;\nesac\nif [ -f " + kept + " ]; then cp " + kept +
                            " \"$last\"; exit; fi\n" + real + " \"$@\" && cp \"$last\" " + kept +
                            ".part && mv " + kept + ".part " + kept + "\n") > 0 &&
               script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }();
    if (!written)
        qFatal("no folder for the renderer");
    return folder.path();
}

} // namespace

QString fastFolder(const QString &name)
{
    const QString memory = QStringLiteral("/dev/shm");
    const QString place = QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
    return place + u"/retake-" + name + u"-XXXXXX";
}

ProofService::ProofService(const QStringList &faults, double timeScale, Rendering rendering)
    : m_folder(fastFolder(QStringLiteral("service")))
    , m_timeScale(timeScale)
{
    if (!m_line.listen())
        return;
    QStringList arguments{QStringLiteral("--time-scale"), QString::number(timeScale),
                          QStringLiteral("--journal"),    m_folder.filePath(QStringLiteral("journal")),
                          QStringLiteral("--origin"),     m_line.origin()};
    for (const QString &fault : faults)
        arguments << QStringLiteral("--fault") << fault;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TMPDIR"), m_folder.path());
    if (rendering == Rendering::Once)
        environment.insert(QStringLiteral("PATH"),
                           QString(onceFolder() + u':' + environment.value(QStringLiteral("PATH"))));
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral(RETAKE_BIN_DIR "/retake-practice"), arguments);
    for (int i = 0; i < 100 && !m_process.canReadLine(); ++i)
        m_process.waitForReadyRead(200);
    const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
    m_port = quint16(QUrl(ready[u"dashscope"].toString()).port(0));
    m_key = ready[u"key"].toString();
    m_line.setService(m_port);
}

ProofService::~ProofService()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QUrl ProofService::base() const
{
    return QUrl(QString(m_line.origin() + u"/api/v1"));
}

// Goes on where the last reading ended: a thousand kills make a long journal.
const QList<QJsonObject> &ProofService::journal() const
{
    QFile file(m_folder.filePath(QStringLiteral("journal")));
    if (!file.open(QIODevice::ReadOnly) || !file.seek(m_journalRead))
        return m_journal;
    for (QByteArray line = file.readLine(); line.endsWith('\n'); line = file.readLine()) {
        m_journalRead += line.size();
        m_journal.append(QJsonDocument::fromJson(line).object());
    }
    return m_journal;
}

int ProofService::creates() const
{
    int found = 0;
    for (const QJsonObject &line : journal())
        found += isCreate(line) ? 1 : 0;
    return found;
}

QMultiMap<QString, QString> ProofService::madeByPrompt() const
{
    QMultiMap<QString, QString> ids;
    for (const QJsonObject &line : journal()) {
        if (isCreate(line) && line.contains(u"task_id"))
            ids.insert(line[u"create"][u"prompt"].toString(), line[u"task_id"].toString());
    }
    return ids;
}

QStringList ProofService::made() const
{
    return madeByPrompt().values();
}

QByteArray ProofService::served(const QString &remoteId) const
{
    QDirIterator files(m_folder.path(), {QString(remoteId + u".mp4")}, QDir::Files,
                       QDirIterator::Subdirectories);
    return files.hasNext() ? bytesOf(files.next()) : QByteArray();
}

QString takeFault(const QString &file, const QByteArray &served, int frames)
{
    const QByteArray bytes = bytesOf(file);
    if (bytes.isEmpty())
        return QStringLiteral("there is no take");
    if (served.isEmpty())
        return QStringLiteral("the service has no such file");
    if (bytes != served)
        return QStringLiteral("%1 bytes that are not the %2 that were served")
            .arg(bytes.size())
            .arg(served.size());
    QProcess decoder;
    decoder.start(QStringLiteral("ffprobe"),
                  {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-select_streams"),
                   QStringLiteral("v:0"), QStringLiteral("-count_frames"), QStringLiteral("-show_entries"),
                   QStringLiteral("stream=nb_read_frames"), QStringLiteral("-of"), QStringLiteral("csv=p=0"),
                   file});
    if (!decoder.waitForFinished(20000) || decoder.exitCode() != 0)
        return QStringLiteral("it does not decode");
    const QByteArray words = decoder.readAllStandardError().trimmed();
    if (!words.isEmpty())
        return QString(u"it decodes with complaints: " + QString::fromUtf8(words));
    const int found = decoder.readAllStandardOutput().trimmed().toInt();
    return found == frames ? QString() : QStringLiteral("%1 frames instead of %2").arg(found).arg(frames);
}

} // namespace retake
