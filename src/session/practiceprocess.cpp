// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/practiceprocess.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <chrono>
#include <unistd.h>
#include <utility>
#include <vector>

namespace retake {

namespace {

using namespace std::chrono_literals;

constexpr auto startLimit = 10s;
constexpr auto endLimit = 2s;
constexpr qsizetype lastWordsBytes = 2000;
constexpr QLatin1String scaleOption("--time-scale");
constexpr double usualScale = 20; // a day of the service passes in 72 minutes, a queue of 20 s in one

QString practiceProgram()
{
    const QString name = QStringLiteral("retake-practice");
    const QString beside = QStandardPaths::findExecutable(name, {QCoreApplication::applicationDirPath()});
    return beside.isEmpty() ? QStandardPaths::findExecutable(name) : beside;
}

} // namespace

class PracticeProcess::Private
{
public:
    struct Waiting
    {
        QPointer<QObject> context;
        Ready ready;
    };

    explicit Private(PracticeProcess *owner)
        : q(owner)
    {}

    void start();
    void readOutput();
    void fail(const QString &why);
    void end();
    void answer(const Result<Address> &result);

    PracticeProcess *q;
    QStringList arguments;
    QProcess *process = nullptr; // child of q; null: not running
    QByteArray output;
    QByteArray lastWords;
    std::optional<Address> address;
    std::vector<Waiting> waiting;
};

void PracticeProcess::Private::start()
{
    output.clear();
    lastWords.clear();
    const QString program = practiceProgram();
    if (program.isEmpty()) {
        fail(QCoreApplication::translate("PracticeProcess", "retake-practice was not found"));
        return;
    }
    QStringList all = arguments;
    if (!all.contains(scaleOption))
        all = QStringList{scaleOption, QString::number(usualScale)} + all;

    process = new QProcess(q);
    // The pipe to its standard input stays open as long as this process lives: the service ends with it,
    // however it ends.
    connect(process, &QProcess::readyReadStandardOutput, q, [this] { readOutput(); });
    connect(process, &QProcess::readyReadStandardError, q, [this] {
        lastWords = QByteArray(lastWords + process->readAllStandardError()).right(lastWordsBytes);
    });
    connect(process, &QProcess::errorOccurred, q, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(process->errorString());
    });
    connect(process, &QProcess::finished, q, [this] { fail(QString::fromLocal8Bit(lastWords).trimmed()); });
    QTimer::singleShot(startLimit, process, [this] {
        if (!address)
            fail(QString::fromLocal8Bit(lastWords).trimmed());
    });
    // Ctrl+C in a terminal goes to the whole group: this program ends the service when it needs it no longer.
    process->setChildProcessModifier([] { ::setpgid(0, 0); });
    process->start(program, all);
}

void PracticeProcess::Private::readOutput()
{
    output += process->readAllStandardOutput();
    const qsizetype lineEnd = output.indexOf('\n');
    if (address || lineEnd < 0) {
        if (address)
            output.clear();
        return;
    }
    const QJsonObject line = QJsonDocument::fromJson(output.left(lineEnd)).object();
    Address found{QUrl(line[u"dashscope"].toString()), QUrl(line[u"bigmodel"].toString()),
                  line[u"key"].toString()};
    if (found.dashscope.host().isEmpty() || found.key.isEmpty()) {
        fail(QString::fromUtf8(output.left(200)).trimmed());
        return;
    }
    address = std::move(found);
    answer(*address);
}

// Ends what runs and tells all who wait. A service that dies later is forgotten: the next need starts anew.
void PracticeProcess::Private::fail(const QString &why)
{
    end();
    answer(failure(ErrorKind::PracticeFailed, {}, why));
}

void PracticeProcess::Private::end()
{
    address.reset();
    if (!process)
        return;
    process->disconnect(q);
    process->closeWriteChannel();
    process->terminate();
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    if (process->state() == QProcess::NotRunning)
        process->deleteLater();
    process = nullptr;
}

void PracticeProcess::Private::answer(const Result<Address> &result)
{
    for (const Waiting &one : std::exchange(waiting, {})) {
        if (one.context)
            QMetaObject::invokeMethod(
                one.context, [ready = one.ready, result] { ready(result); }, Qt::QueuedConnection);
    }
}

PracticeProcess::PracticeProcess(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{}

PracticeProcess::~PracticeProcess()
{
    d->end();
    // The event loop is over: the one place that waits for a process, so that no folder of its is left
    // behind.
    for (QProcess *child : findChildren<QProcess *>(Qt::FindDirectChildrenOnly)) {
        const int limit = int(std::chrono::milliseconds(endLimit).count());
        if (child->state() == QProcess::NotRunning || child->waitForFinished(limit))
            continue;
        child->kill();
        child->waitForFinished(limit);
    }
}

void PracticeProcess::setArguments(const QStringList &arguments)
{
    d->arguments = arguments;
}

void PracticeProcess::address(QObject *context, Ready ready)
{
    d->waiting.push_back({context, std::move(ready)});
    if (d->address)
        d->answer(*d->address);
    else if (!d->process)
        d->start();
}

double PracticeProcess::timeScale() const
{
    const qsizetype at = d->arguments.lastIndexOf(scaleOption);
    const double scale = at >= 0 ? d->arguments.value(at + 1).toDouble() : usualScale;
    return scale > 0 ? scale : 1;
}

} // namespace retake
