// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "net/resumemark.h"
#include "net/scriptedserver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;
using namespace std::chrono_literals;

namespace {

using Answer = Outcome<void, DownloadJob>;

QByteArray noise(qsizetype bytes)
{
    QByteArray result(bytes, Qt::Uninitialized);
    QRandomGenerator random(7);
    for (char &byte : result)
        byte = char(random.generate());
    return result;
}

Script video(const QByteArray &body)
{
    Script script;
    script.headers = {{"Content-Type", "video/mp4"}, {"ETag", "\"v1\""}};
    script.body = body;
    return script;
}

// As OSS does it.
Script ranged(const SeenRequest &request, const QByteArray &whole)
{
    Script script = video(whole);
    const QByteArray range = request.header("Range");
    if (range.isEmpty() || request.header("If-Range") != "\"v1\"")
        return script;
    const qsizetype from = range.mid(6, range.size() - 7).toLongLong();
    script.status = 206;
    script.body = whole.mid(from);
    script.add("Content-Range", "bytes " + QByteArray::number(from) + '-' +
                                    QByteArray::number(whole.size() - 1) + '/' +
                                    QByteArray::number(whole.size()));
    return script;
}

} // namespace

class TestDownloads : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QByteArray m_whole = noise(3'000'000);

    QString part() const { return m_dir->filePath(QStringLiteral("take.mp4.part")); }

    QByteArray onDisk() const
    {
        QFile file(part());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    Result<void> fetched(const ScriptedServer &server, std::chrono::milliseconds silence = 5s)
    {
        HttpClient client;
        QObject owner;
        DownloadRequest request;
        request.url = server.url(QStringLiteral("/take.mp4?Expires=1&Signature=x"));
        request.partFile = part();
        request.times.silence = silence;
        Answer answer(client.download(request, &owner));
        (void)QTest::qWaitFor([&] { return answer.times > 0; }, 20000);
        QTest::qWait(5);
        if (answer.times != 1)
            return failure(ErrorKind::ToolFailed, {QStringLiteral("finished came not exactly once")});
        return *answer.result;
    }

    void leavePart(const QByteArray &bytes, const ResumeMark &mark)
    {
        QFile file(part());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        mark.write(part());
    }

private Q_SLOTS:

    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void wholeFile()
    {
        ScriptedServer server([&](const SeenRequest &) { return video(m_whole); });
        QVERIFY(fetched(server).has_value());
        QCOMPARE(onDisk(), m_whole);
        QVERIFY(!QFile::exists(ResumeMark::fileFor(part())));
        QCOMPARE(server.seen().at(0).header("Authorization"), QByteArray());
        QCOMPARE(server.seen().at(0).header("Range"), QByteArray());
    }

    void goesOnWhereItEnded()
    {
        ScriptedServer server([&](const SeenRequest &) {
            Script script = video(m_whole.left(1'000'000));
            script.promised = m_whole.size();
            script.end = Script::End::Close;
            return script;
        });
        const auto cut = fetched(server);
        QVERIFY(!cut.has_value());
        QCOMPARE(cut.error().kind, ErrorKind::ResultTruncated);
        const qint64 there = QFileInfo(part()).size();
        QVERIFY(there > 0 && there <= 1'000'000);

        server.setHandler([&](const SeenRequest &request) { return ranged(request, m_whole); });
        QVERIFY(fetched(server).has_value());
        QCOMPARE(server.seen().at(1).header("Range"), "bytes=" + QByteArray::number(there) + '-');
        QCOMPARE(server.seen().at(1).header("If-Range"), QByteArray("\"v1\""));
        QCOMPARE(onDisk(), m_whole);
    }

    // The server has another version now, and says so with 200 and everything.
    void anotherVersionStartsAfresh()
    {
        leavePart(QByteArray(1000, 'x'), {"\"v0\"", m_whole.size()});
        ScriptedServer server([&](const SeenRequest &request) { return ranged(request, m_whole); });
        QVERIFY(fetched(server).has_value());
        QCOMPARE(server.seen().at(0).header("If-Range"), QByteArray("\"v0\""));
        QCOMPARE(onDisk(), m_whole);
    }

    void aPartWithoutMarkIsNotTrusted()
    {
        leavePart(QByteArray(1000, 'x'), {});
        ScriptedServer server([&](const SeenRequest &request) { return ranged(request, m_whole); });
        QVERIFY(fetched(server).has_value());
        QCOMPARE(server.seen().at(0).header("Range"), QByteArray());
        QCOMPARE(onDisk(), m_whole);
    }

    void aWholePartIsDone()
    {
        leavePart(m_whole, {"\"v1\"", m_whole.size()});
        ScriptedServer server([&](const SeenRequest &request) { return ranged(request, m_whole); });
        QVERIFY(fetched(server).has_value());
        QCOMPARE(server.seen().size(), 0);
        QCOMPARE(onDisk(), m_whole);
    }

    void wrongRanges_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("range");
        QTest::newRow("past the end") << 416 << QByteArray("bytes */3000000");
        QTest::newRow("empty 206") << 206 << QByteArray();
        QTest::newRow("elsewhere") << 206 << QByteArray("bytes 0-2999999/3000000");
        QTest::newRow("of another whole") << 206 << QByteArray("bytes 1000-4999/5000");
    }

    void wrongRanges()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, range);
        leavePart(m_whole.left(1000), {"\"v1\"", m_whole.size()});
        ScriptedServer server([&](const SeenRequest &request) {
            if (request.header("Range").isEmpty())
                return video(m_whole);
            Script script = video({});
            script.status = status;
            if (!range.isEmpty())
                script.add("Content-Range", range);
            return script;
        });
        QVERIFY(fetched(server).has_value());
        QCOMPARE(server.seen().size(), 2);
        QCOMPARE(onDisk(), m_whole);
    }

    void neverASilentTruncation()
    {
        const QByteArray half = noise(50'000);
        ScriptedServer server([&](const SeenRequest &) {
            Script script = video(half);
            script.promised = 100'000;
            script.end = Script::End::Close;
            script.headers = {{"Content-Type", "video/mp4"}}; // nothing to resume by
            return script;
        });
        for (int run = 0; run < 40; ++run) {
            const auto result = fetched(server);
            QVERIFY(!result.has_value());
            QCOMPARE(result.error().kind, ErrorKind::ResultTruncated);
        }
    }

    void refusals_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("expired") << 403 << ErrorKind::ResultGone;
        QTest::newRow("gone") << 404 << ErrorKind::ResultGone;
        QTest::newRow("busy") << 503 << ErrorKind::ServiceBusy;
        QTest::newRow("failed") << 500 << ErrorKind::ServiceFailed;
        QTest::newRow("often") << 429 << ErrorKind::RateLimited;
        QTest::newRow("odd") << 418 << ErrorKind::BadReply;
    }

    void refusals()
    {
        QFETCH(int, status);
        QFETCH(ErrorKind, kind);
        leavePart(m_whole.left(1000), {"\"v1\"", m_whole.size()});
        ScriptedServer server([=](const SeenRequest &) {
            Script script;
            script.status = status;
            script.headers = {{"Content-Type", "application/xml"}, {"Retry-After", "3"}};
            script.body = "<Error/>";
            return script;
        });
        const auto result = fetched(server);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, kind);
        QCOMPARE(result.error().httpStatus, status);
        QCOMPARE(result.error().retryAfter, std::optional(3s));
        QCOMPARE(onDisk(), m_whole.left(1000)); // the part stays for the next attempt
    }

    void noVideo_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("html") << QByteArray("text/html; charset=utf-8");
        QTest::newRow("HTML") << QByteArray("TEXT/HTML");
        QTest::newRow("json") << QByteArray("application/json");
    }

    void noVideo()
    {
        QFETCH(QByteArray, type);
        ScriptedServer server([=](const SeenRequest &) {
            Script script;
            script.headers = {{"Content-Type", type}};
            script.body = "<html>Please log in</html>";
            return script;
        });
        const auto result = fetched(server);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, ErrorKind::ResultNotVideo);
        QVERIFY(!QFile::exists(part()));
    }

    void nothingAtAll()
    {
        ScriptedServer server([](const SeenRequest &) { return video({}); });
        QCOMPARE(fetched(server).error().kind, ErrorKind::ResultTruncated);
    }

    void aResetOnTheWay()
    {
        ScriptedServer server([&](const SeenRequest &) {
            Script script = video(m_whole.left(500'000));
            script.promised = m_whole.size();
            script.end = Script::End::Reset;
            return script;
        });
        QCOMPARE(fetched(server).error().kind, ErrorKind::ResultTruncated);
        server.setHandler([](const SeenRequest &) { return Script::silent(Script::End::Reset); });
        QCOMPARE(fetched(server).error().kind, ErrorKind::ConnectionLost);
    }

    void silenceOnTheWay()
    {
        ScriptedServer server([&](const SeenRequest &) {
            Script script = video(m_whole.left(500'000));
            script.promised = m_whole.size();
            script.end = Script::End::Hang;
            return script;
        });
        const auto result = fetched(server, 400ms);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, ErrorKind::TimedOut);
        QVERIFY(QFileInfo(part()).size() > 0);
    }

    void diskFaults()
    {
        ScriptedServer server([&](const SeenRequest &) { return video(m_whole); });
        const QString dir = m_dir->path();
        QVERIFY(m_dir->remove());
        const auto noFolder = fetched(server);
        QVERIFY(!noFolder.has_value());
        QCOMPARE(noFolder.error().kind, ErrorKind::NotWritable);
        QVERIFY(QDir().mkpath(dir));
        QVERIFY(QFile::link(QStringLiteral("/dev/full"), part()));
        const auto full = fetched(server);
        QFile::remove(part());
        QDir(dir).removeRecursively();
        QVERIFY(!full.has_value());
        QCOMPARE(full.error().kind, ErrorKind::DiskFull);
        QCOMPARE(full.error().facts.size(), 1);
    }

    void redirectsAreFollowed()
    {
        ScriptedServer server([&](const SeenRequest &request) {
            if (request.target == "/real")
                return video(m_whole);
            Script script;
            script.status = 302;
            script.headers = {{"Location", "/real"}, {"Content-Type", "text/html"}};
            script.body = "<html>moved</html>";
            return script;
        });
        QVERIFY(fetched(server).has_value());
        QCOMPARE(onDisk(), m_whole);
    }

    void withoutLength()
    {
        ScriptedServer server([&](const SeenRequest &) {
            Script script = video({});
            script.chunked = true;
            script.add("Transfer-Encoding", "chunked");
            for (qsizetype at = 0; at < m_whole.size(); at += 100'000)
                script.body +=
                    QByteArray::number(qsizetype(100'000), 16) + "\r\n" + m_whole.mid(at, 100'000) + "\r\n";
            script.body += "0\r\n\r\n";
            return script;
        });
        QVERIFY(fetched(server).has_value());
        QCOMPARE(onDisk(), m_whole);
    }

    void deletedOnAReportOfProgress()
    {
        ScriptedServer server([&](const SeenRequest &) { return video(m_whole); });
        HttpClient client;
        auto owner = std::make_unique<QObject>();
        DownloadRequest request;
        request.url = server.url();
        request.partFile = part();
        DownloadJob *job = client.download(request, owner.get());
        int reports = 0;
        int ends = 0;
        connect(job, &DownloadJob::finished, this, [&] { ++ends; });
        connect(job, &DownloadJob::progress, this, [&] {
            ++reports;
            owner.reset();
        });
        QTRY_COMPARE(reports, 1);
        QTest::qWait(100);
        QCOMPARE(reports, 1);
        QCOMPARE(ends, 0);
    }
};

QTEST_GUILESS_MAIN(TestDownloads)
#include "tst_downloads.moc"
