// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "net/scriptedserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;
using namespace std::chrono_literals;

namespace {

using Answer = Outcome<HttpReply, UploadJob>;

qint64 statusKilobytes(const QByteArray &field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &row : status.readAll().split('\n')) {
        if (row.startsWith(field))
            return row.mid(field.size() + 1).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

void forgetPeak()
{
    QFile clear(QStringLiteral("/proc/self/clear_refs"));
    if (clear.open(QIODevice::WriteOnly))
        clear.write("5");
}

} // namespace

class TestUploads : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_dir;

    UploadRequest uploadOf(qint64 bytes, const QUrl &url)
    {
        UploadRequest request;
        request.url = url;
        request.fields = {{"OSSAccessKeyId", "LTAI"}, {"key", "dir/name.mp4"}};
        request.file = m_dir.filePath(QStringLiteral("clip.mp4"));
        request.fileName = "name.mp4";
        request.fileType = "video/mp4";
        QFile file(request.file);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || !file.resize(bytes) || !file.seek(0) ||
            file.write("begin") != 5)
            qFatal("cannot write the clip");
        return request;
    }

private Q_SLOTS:

    void theFormIsWhole()
    {
        ScriptedServer server([](const SeenRequest &) { return Script(); });
        HttpClient client;
        QObject owner;
        Answer answer(client.upload(uploadOf(1000, server.url()), &owner));
        QTRY_COMPARE(answer.times, 1);
        QVERIFY(answer.result->has_value());
        const SeenRequest &seen = server.seen().at(0);
        QCOMPARE(seen.header("Content-Length").toLongLong(), seen.body.size());
        QCOMPARE(seen.header("Transfer-Encoding"), QByteArray());
        QCOMPARE(seen.header("Authorization"), QByteArray());
        const QByteArray boundary =
            seen.header("Content-Type").split('=').value(1).replace('"', QByteArray());
        const QByteArray expected =
            "--" + boundary +
            "\r\nContent-Disposition: form-data; name=\"OSSAccessKeyId\"\r\n\r\nLTAI\r\n--" + boundary +
            "\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\ndir/name.mp4\r\n--" + boundary +
            "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"name.mp4\"\r\n"
            "Content-Type: video/mp4\r\n\r\nbegin" +
            QByteArray(995, '\0') + "\r\n--" + boundary + "--\r\n";
        QCOMPARE(seen.body, expected);
    }

    void progressGrowsToTheEnd()
    {
        ScriptedServer server([](const SeenRequest &) { return Script(); });
        HttpClient client;
        QObject owner;
        constexpr qint64 size = 8 * 1024 * 1024;
        UploadJob *job = client.upload(uploadOf(size, server.url()), &owner);
        Answer answer(job);
        QList<qint64> steps;
        connect(job, &UploadJob::progress, this, [&](qint64 done, qint64 total) {
            QCOMPARE(total, size); // never the (0, 0) that Qt ends with
            steps.append(done);
        });
        QTRY_COMPARE(answer.times, 1);
        QVERIFY(!steps.isEmpty() && steps.size() < 50);
        QVERIFY(std::is_sorted(steps.begin(), steps.end()));
        QCOMPARE(steps.last(), size);
    }

    void memoryStaysFlat()
    {
        ScriptedServer server([](const SeenRequest &) { return Script(); });
        server.keepBodies = false;
        HttpClient client;
        QObject owner;
        Answer first(client.upload(uploadOf(10, server.url()), &owner));
        QTRY_COMPARE(first.times, 1);
        forgetPeak();
        const qint64 idle = statusKilobytes("VmRSS:");
        Answer answer(client.upload(uploadOf(100'000'000, server.url()), &owner));
        QTRY_COMPARE_WITH_TIMEOUT(answer.times, 1, 100000);
        QVERIFY(answer.result->has_value());
        const qint64 grown = statusKilobytes("VmHWM:") - idle;
        QVERIFY2(grown < 40'000, qPrintable(QString::number(grown))); // the server is in here too
    }

    void filesThatAreNotThere()
    {
        HttpClient client;
        QObject owner;
        UploadRequest request = uploadOf(10, QUrl(QStringLiteral("http://127.0.0.1:1/")));
        request.file = m_dir.filePath(QStringLiteral("none.mp4"));
        Answer missing(client.upload(request, &owner));
        QTRY_COMPARE(missing.times, 1);
        QCOMPARE(missing.result->error().kind, ErrorKind::FileMissing);
        QCOMPARE(missing.result->error().facts, QStringList{request.file});
        request.file = m_dir.path();
        Answer folder(client.upload(request, &owner));
        QTRY_COMPARE(folder.times, 1);
        QCOMPARE(folder.result->error().kind, ErrorKind::FileUnreadable);
    }

    void aResetOnTheWay()
    {
        ScriptedServer server([](const SeenRequest &) { return Script(); });
        server.resetAfter(1'000'000);
        HttpClient client;
        QObject owner;
        Answer answer(client.upload(uploadOf(20'000'000, server.url()), &owner));
        QTRY_COMPARE_WITH_TIMEOUT(answer.times, 1, 10000);
        QVERIFY(!answer.result->has_value());
        QCOMPARE(answer.result->error().kind, ErrorKind::ConnectionLost);
    }

    // The status of an early refusal may be lost with the connection; it must not become a success.
    void anEarlyRefusal()
    {
        ScriptedServer server([](const SeenRequest &) { return Script(); });
        server.resetAfter(100'000,
                          "HTTP/1.1 413 Too large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        HttpClient client;
        QObject owner;
        Answer answer(client.upload(uploadOf(20'000'000, server.url()), &owner));
        QTRY_COMPARE_WITH_TIMEOUT(answer.times, 1, 10000);
        QTest::qWait(50);
        QCOMPARE(answer.times, 1);
        if (answer.result->has_value())
            QCOMPARE((*answer.result)->status, 413);
        else
            QCOMPARE(answer.result->error().kind, ErrorKind::ConnectionLost);
    }

    void refusalsAreReadable()
    {
        ScriptedServer server([](const SeenRequest &) {
            Script script;
            script.status = 403;
            script.headers = {{"Content-Type", "application/xml"}};
            script.body = "<Error><Code>AccessDenied</Code></Error>";
            return script;
        });
        HttpClient client;
        QObject owner;
        Answer answer(client.upload(uploadOf(1'000'000, server.url()), &owner));
        QTRY_COMPARE(answer.times, 1);
        QCOMPARE((*answer.result)->status, 403);
        QVERIFY((*answer.result)->body.contains("AccessDenied"));
    }

    void redirectsAreNotFollowed()
    {
        ScriptedServer server([](const SeenRequest &) {
            Script script;
            script.status = 302;
            script.headers = {{"Location", "/elsewhere"}};
            return script;
        });
        HttpClient client;
        QObject owner;
        Answer answer(client.upload(uploadOf(1000, server.url()), &owner));
        QTRY_COMPARE(answer.times, 1);
        QCOMPARE((*answer.result)->status, 302);
        QCOMPARE(server.seen().size(), 1);
    }

    void silenceAfterTheBody()
    {
        ScriptedServer server([](const SeenRequest &) { return Script::silent(Script::End::Hang); });
        HttpClient client;
        QObject owner;
        UploadRequest request = uploadOf(1000, server.url());
        request.times.silence = 300ms;
        Answer answer(client.upload(request, &owner));
        QTRY_COMPARE(answer.times, 1);
        QCOMPARE(answer.result->error().kind, ErrorKind::TimedOut);
    }

    void deletedOnAReportOfProgress()
    {
        ScriptedServer server([](const SeenRequest &) { return Script(); });
        server.keepBodies = false;
        HttpClient client;
        auto owner = std::make_unique<QObject>();
        UploadJob *job = client.upload(uploadOf(30'000'000, server.url()), owner.get());
        int reports = 0;
        connect(job, &UploadJob::progress, this, [&] {
            ++reports;
            owner.reset();
        });
        QTRY_COMPARE(reports, 1);
        QTest::qWait(100);
        QCOMPARE(reports, 1);
        QVERIFY(server.seen().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestUploads)
#include "tst_uploads.moc"
