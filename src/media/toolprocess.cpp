// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/toolprocess.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTimer>

#include <sys/resource.h>
#include <unistd.h>

namespace retake {

namespace {

constexpr qsizetype mostSaid = 16000; // a broken file can make a tool say megabytes
constexpr int fedPriority = 15;

} // namespace

QProcessEnvironment toolEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    return environment;
}

std::optional<Microseconds> progressIn(const QByteArray &line)
{
    constexpr QByteArrayView key = "out_time_us=";
    if (!line.startsWith(key))
        return std::nullopt;
    bool isNumber = false; // "N/A" before the first frame
    const qint64 done = line.mid(key.size()).trimmed().toLongLong(&isNumber);
    return isNumber ? std::optional(Microseconds(done)) : std::nullopt;
}

QString ToolRun::words() const
{
    static const QRegularExpression address(QStringLiteral(" @ 0x[0-9a-f]+"));
    return QString::fromUtf8(said).remove(address).trimmed();
}

QString ToolRun::firstLine() const
{
    return words().section(u'\n', 0, 0);
}

ToolProcess::ToolProcess(const QString &program, QObject *parent)
    : QObject(parent)
    , m_program(program)
    , m_process(new QProcess(this))
{
    connect(m_process, &QProcess::readyReadStandardOutput, this, [this] { readLines(); });
    connect(m_process, &QProcess::readyReadStandardError, this, [this] {
        const QByteArray more = m_process->readAllStandardError();
        m_said += more.left(mostSaid - m_said.size());
    });
    connect(m_process, &QProcess::finished, this, [this](int status, QProcess::ExitStatus how) {
        readLines();
        if (const QByteArray rest = m_process->readAllStandardOutput(); !rest.isEmpty())
            Q_EMIT line(rest);
        end(how == QProcess::NormalExit ? ToolRun::End::Exited : ToolRun::End::Crashed, status);
    });
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(ToolRun::End::Missing, 0);
    });
}

ToolProcess::~ToolProcess()
{
    m_process->disconnect(this);
    QProcess *dying = m_process;
    dying->setParent(QCoreApplication::instance());
    if (dying->state() == QProcess::NotRunning) {
        dying->deleteLater(); // this may be inside of its own signal
        return;
    }
    // left to die by itself rather than waited for
    connect(dying, &QProcess::finished, dying, &QObject::deleteLater);
    dying->kill();
}

void ToolProcess::feedFrom(int descriptor)
{
    // between fork and exec: nothing here may take memory
    m_process->setChildProcessModifier([descriptor] {
        ::dup2(descriptor, STDIN_FILENO);
        ::setpriority(PRIO_PROCESS, 0, fedPriority);
    });
}

void ToolProcess::start(const QStringList &arguments)
{
    const QString found = QStandardPaths::findExecutable(m_program);
    if (found.isEmpty()) {
        QTimer::singleShot(0, this, [this] { end(ToolRun::End::Missing, 0); });
        return;
    }
    m_process->setProcessEnvironment(toolEnvironment());
    m_process->start(found, arguments, QIODevice::ReadOnly);
}

void ToolProcess::readLines()
{
    while (m_process->canReadLine())
        Q_EMIT line(m_process->readLine());
}

void ToolProcess::end(ToolRun::End how, int status)
{
    if (m_ended)
        return;
    m_ended = true;
    if (how != ToolRun::End::Missing)
        m_said += m_process->readAllStandardError().left(mostSaid - m_said.size());
    Q_EMIT ended({how, status, m_said}); // may delete this: nothing after it
}

} // namespace retake
