// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace retake {

// What a run of retake-cli left.
struct CliRun
{
    int status = -1;
    QString out;
    QString err;
    QList<QJsonObject> objects; // the lines of stdout that are JSON

    QJsonObject error() const; // of the {"error": ...} line, or of the last state that has one
    QStringList states(int task = 1) const;
    QJsonObject take(int task = 1) const; // the "take" line
};

// retake-cli as a process, with a data folder of its own and no key but the one it is given.
class CliProgram
{
public:
    CliProgram();

    void setVariable(const QString &name, const QString &value) { m_environment.insert(name, value); }

    QString dataDir() const { return m_folder.filePath(QStringLiteral("data")); }

    QString path(const QString &name) const { return m_folder.filePath(name); }

    CliRun run(const QStringList &arguments); // --data-dir is added
    // Runs until a line of stdout has `text`, then sends SIGTERM and waits.
    CliRun runUntil(const QStringList &arguments, const QByteArray &text);
    QList<QJsonObject> tasks();

private:
    void start(QProcess &process, const QStringList &arguments) const;
    static CliRun finish(QProcess &process, QByteArray out);

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

// A practice service of the test's own, whose address and key a CliProgram is given.
class OwnPractice
{
public:
    enum class Request { Policy, Upload, Create, Query, Download, Chat, Generate };

    explicit OwnPractice(const QStringList &arguments = {}, double timeScale = 200);
    ~OwnPractice();

    void give(CliProgram &cli) const;

    bool isReady() const { return !m_address.isEmpty(); }

    QList<QJsonObject> journal() const;
    int count(Request kind) const;
    static bool isA(Request kind, const QJsonObject &line);

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_address;
    QString m_bigmodel;
    QString m_key;
};

} // namespace retake
