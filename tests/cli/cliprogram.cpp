// SPDX-License-Identifier: GPL-3.0-or-later
#include "cliprogram.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

namespace retake {

namespace {

constexpr int longestRun = 60'000; // ms

QString programFile(const QString &name)
{
    return QStringLiteral(RETAKE_BIN_DIR "/") + name;
}

QList<QJsonObject> objectsIn(const QByteArray &text)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith('{'))
            objects.append(QJsonDocument::fromJson(line).object());
    }
    return objects;
}

} // namespace

QJsonObject CliRun::error() const
{
    for (auto line = objects.crbegin(); line != objects.crend(); ++line) {
        if (line->contains(u"error"))
            return (*line)[u"error"].toObject();
    }
    return {};
}

QStringList CliRun::states(int task) const
{
    QStringList list;
    for (const QJsonObject &line : objects) {
        if (line[u"event"].toString() == u"state" && line[u"id"].toInteger() == task)
            list.append(line[u"state"].toString());
    }
    return list;
}

QJsonObject CliRun::take(int task) const
{
    for (const QJsonObject &line : objects) {
        if (line[u"event"].toString() == u"take" && line[u"id"].toInteger() == task)
            return line;
    }
    return {};
}

CliProgram::CliProgram()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const char *name : {"DASHSCOPE_API_KEY", "DASHSCOPE_HTTP_BASE_URL", "ZAI_API_KEY", "ZAI_BASE_URL",
                             "ZHIPUAI_API_KEY", "ZHIPUAI_BASE_URL", "RETAKE_TIME_SCALE"})
        m_environment.remove(QString::fromLatin1(name));
    m_environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
}

void CliProgram::start(QProcess &process, const QStringList &arguments) const
{
    process.setProcessEnvironment(m_environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(programFile(QStringLiteral("retake-cli")),
                  arguments + QStringList{QStringLiteral("--data-dir"), dataDir()});
}

CliRun CliProgram::finish(QProcess &process, QByteArray out)
{
    if (!process.waitForFinished(longestRun)) {
        process.kill();
        process.waitForFinished();
    }
    out += process.readAllStandardOutput();
    CliRun run;
    run.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.out = QString::fromUtf8(out);
    run.err = QString::fromUtf8(process.readAllStandardError());
    run.objects = objectsIn(out);
    return run;
}

CliRun CliProgram::run(const QStringList &arguments)
{
    QProcess process;
    start(process, arguments);
    return finish(process, {});
}

CliRun CliProgram::runUntil(const QStringList &arguments, const QByteArray &text)
{
    QProcess process;
    start(process, arguments);
    QByteArray out;
    QElapsedTimer waited;
    waited.start();
    while (!out.contains(text) && process.state() != QProcess::NotRunning && waited.elapsed() < longestRun) {
        process.waitForReadyRead(200);
        out += process.readAllStandardOutput();
    }
    process.terminate();
    return finish(process, out);
}

QList<QJsonObject> CliProgram::tasks()
{
    return run({QStringLiteral("tasks"), QStringLiteral("--json")}).objects;
}

OwnPractice::OwnPractice(const QStringList &arguments, double timeScale)
{
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.start(programFile(QStringLiteral("retake-practice")),
                    QStringList{QStringLiteral("--time-scale"), QString::number(timeScale),
                                QStringLiteral("--journal"), m_folder.filePath(QStringLiteral("journal"))} +
                        arguments);
    for (int i = 0; i < 50 && !m_process.canReadLine(); ++i)
        m_process.waitForReadyRead(200);
    const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
    m_address = ready[u"dashscope"].toString();
    m_bigmodel = ready[u"bigmodel"].toString();
    m_key = ready[u"key"].toString();
}

OwnPractice::~OwnPractice()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void OwnPractice::give(CliProgram &cli) const
{
    cli.setVariable(QStringLiteral("DASHSCOPE_HTTP_BASE_URL"), m_address);
    cli.setVariable(QStringLiteral("DASHSCOPE_API_KEY"), m_key);
    cli.setVariable(QStringLiteral("ZAI_BASE_URL"), m_bigmodel);
    cli.setVariable(QStringLiteral("ZAI_API_KEY"), m_key);
    cli.setVariable(QStringLiteral("RETAKE_TIME_SCALE"), QStringLiteral("200"));
}

QList<QJsonObject> OwnPractice::journal() const
{
    QFile file(m_folder.filePath(QStringLiteral("journal")));
    return file.open(QIODevice::ReadOnly) ? objectsIn(file.readAll()) : QList<QJsonObject>();
}

int OwnPractice::count(Request kind) const
{
    int found = 0;
    for (const QJsonObject &line : journal())
        found += isA(kind, line) ? 1 : 0;
    return found;
}

bool OwnPractice::isA(Request kind, const QJsonObject &line)
{
    const bool post = line[u"method"].toString() == u"POST";
    const QString path = line[u"path"].toString();
    switch (kind) {
    case Request::Policy:
        return path.endsWith(u"/uploads");
    case Request::Upload:
        return post && path.startsWith(u"/oss/");
    case Request::Create:
        return post && path.endsWith(u"/video-synthesis");
    case Request::Query:
        return !post && path.contains(u"/tasks/");
    case Request::Chat:
        return post && path.endsWith(u"/chat/completions");
    case Request::Generate:
        return post && path.endsWith(u"/videos/generations");
    case Request::Download:
        return !post && path.endsWith(u".mp4");
    }
    Q_UNREACHABLE();
}

} // namespace retake
