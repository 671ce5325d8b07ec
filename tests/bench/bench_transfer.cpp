// SPDX-License-Identifier: GPL-3.0-or-later
// 100 MB up and down through HttpClient, against curl in the same run and in turns. Both times begin with the
// connection and end when the bytes are on the disk; curl's own start is not counted.
#include "base/filesystem.h"
#include "net/httpclient.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace retake;

namespace {

constexpr qint64 transferBytes = 100'000'000;
constexpr int transferRuns = 9;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double statusMegabytes(const QByteArray &field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &row : status.readAll().split('\n')) {
        if (row.startsWith(field))
            return row.mid(field.size()).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

void forgetPeak()
{
    QFile clear(QStringLiteral("/proc/self/clear_refs"));
    if (clear.open(QIODevice::WriteOnly))
        clear.write("5");
}

double syncedSeconds(const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !syncFile(file))
        qFatal("cannot sync");
    return double(timer.nsecsElapsed()) / 1e9;
}

double curlSeconds(const QStringList &arguments)
{
    QProcess curl;
    curl.start(QStringLiteral("curl"),
               QStringList{QStringLiteral("-sS"), QStringLiteral("-w"), QStringLiteral("%{time_total}")} +
                   arguments);
    if (!curl.waitForFinished(60'000) || curl.exitCode() != 0)
        qFatal("curl failed");
    return QString::fromLatin1(curl.readAllStandardOutput()).toDouble();
}

template<class Job> double jobSeconds(Job *job)
{
    QElapsedTimer timer;
    QEventLoop loop;
    bool fine = false;
    QObject::connect(job, &Job::finished, &loop, [&](const auto &result) {
        fine = result.has_value();
        loop.quit();
    });
    timer.start();
    loop.exec();
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    delete job;
    if (!fine)
        qFatal("the transfer failed");
    return seconds;
}

class TransferBench
{
public:
    TransferBench()
    {
        m_server.start(QString(QCoreApplication::applicationDirPath() + u"/bench_transferserver"),
                       QStringList());
        if (!m_server.waitForReadyRead())
            qFatal("no server");
        m_base = QString(u"http://127.0.0.1:" + QString::fromLatin1(m_server.readLine().trimmed()) + u'/');
        m_source = m_dir.filePath(QStringLiteral("source.mp4"));
        QFile file(m_source);
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(transferBytes, 's')) != transferBytes)
            qFatal("no room");
        file.close();
        syncedSeconds(m_source);
    }

    ~TransferBench()
    {
        m_server.closeWriteChannel();
        m_server.waitForFinished();
    }

    // `path`: where to, on the server.
    double upload(const QString &path)
    {
        UploadRequest request;
        request.url = QUrl(QString(m_base + path));
        request.file = m_source;
        request.fileName = "source.mp4";
        request.fileType = "video/mp4";
        return jobSeconds(m_client.upload(request, &m_owner));
    }

    double download(qint64 bytes)
    {
        DownloadRequest request;
        request.url = QUrl(QString(m_base + QString::number(bytes)));
        request.partFile = m_dir.filePath(QStringLiteral("ours.part"));
        QFile::remove(request.partFile);
        const double seconds = jobSeconds(m_client.download(request, &m_owner));
        if (QFileInfo(request.partFile).size() != bytes)
            qFatal("wrong size");
        return seconds;
    }

    double curlUpload(const QString &path) const
    {
        return curlSeconds({QStringLiteral("-o"), QStringLiteral("/dev/null"), QStringLiteral("-F"),
                            QString(u"file=@" + m_source), QString(m_base + path)});
    }

    double curlDownload() const
    {
        const QString file = m_dir.filePath(QStringLiteral("curl.part"));
        QFile::remove(file);
        const double seconds =
            curlSeconds({QStringLiteral("-o"), file, QString(m_base + QString::number(transferBytes))});
        return seconds + syncedSeconds(file);
    }

private:
    QTemporaryDir m_dir;
    QProcess m_server;
    QString m_base;
    QString m_source;
    QObject m_owner;
    HttpClient m_client;
};

void report(const char *what, const std::vector<double> &ours, const std::vector<double> &curls,
            double memory)
{
    std::printf("%-24s 100 MB: %.3f s, curl %.3f s, ratio %.2f (aim 1.05); %.1f MB above idle (aim 16)\n",
                what, median(ours), median(curls), median(ours) / median(curls), memory);
}

template<class Ours, class Curls> void measure(const char *what, Ours ours, Curls curls)
{
    forgetPeak();
    const double idle = statusMegabytes("VmRSS:");
    ours();
    const double memory = statusMegabytes("VmHWM:") - idle;
    curls();
    std::vector<double> mine;
    std::vector<double> theirs;
    for (int run = 0; run < transferRuns; ++run) {
        mine.push_back(ours());
        theirs.push_back(curls());
    }
    report(what, mine, theirs, memory);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    TransferBench bench;
    bench.download(1000); // idle means: the client is up and has spoken
    for (const auto &[what, path] : {std::pair{"upload to a bare sink", QString()},
                                     std::pair{"upload, gigabit line", QStringLiteral("gigabit")}})
        measure(
            what, [&] { return bench.upload(path); }, [&] { return bench.curlUpload(path); });
    measure(
        "download", [&] { return bench.download(transferBytes); }, [&] { return bench.curlDownload(); });
    return 0;
}
