// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "net/scriptedserver.h"
#include "net/transporterror.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

class TestTls : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    QSslCertificate m_certificate;
    QSslKey m_key;

    std::unique_ptr<QTcpServer> tlsServer() const
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(m_certificate);
        tls.setPrivateKey(m_key);
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        tls.setAllowedNextProtocols({QSslConfiguration::ALPNProtocolHTTP2, "http/1.1"});
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(tls);
        return server;
    }

    static Result<HttpReply> post(HttpClient &client, const QUrl &url)
    {
        HttpRequest request;
        request.method = HttpRequest::Method::Post;
        request.url = url;
        request.body = "{}";
        QObject owner;
        Outcome<HttpReply, RequestJob> answer(client.send(request, &owner));
        (void)QTest::qWaitFor([&] { return answer.times > 0; }, 10000);
        return answer.result.value_or(failure(ErrorKind::ToolFailed));
    }

private Q_SLOTS:

    void initTestCase()
    {
        const QString key = m_dir.filePath(QStringLiteral("key.pem"));
        const QString certificate = m_dir.filePath(QStringLiteral("certificate.pem"));
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                      QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext "
                                     "subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout %1 -out %2")
                          .arg(key, certificate)
                          .split(u' '));
        QVERIFY(openssl.waitForFinished() && openssl.exitCode() == 0);
        m_certificate = QSslCertificate::fromPath(certificate).value(0);
        QFile file(key);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_key = QSslKey(&file, QSsl::Rsa);
        QVERIFY(!m_certificate.isNull() && !m_key.isNull());
    }

    void anUnknownCertificateCarriesNothing()
    {
        ScriptedServer server([](const SeenRequest &) { return Script(); }, tlsServer());
        HttpClient client;
        const auto reply = post(client, server.url(QStringLiteral("/"), QStringLiteral("https")));
        QVERIFY(!reply.has_value());
        QCOMPARE(reply.error().kind, ErrorKind::TlsFailed);
        QVERIFY(!mayHaveArrived(reply.error()));
        QCOMPARE(server.seen().size(), 0);
    }

    void aKnownCertificateDoes()
    {
        QByteArray protocol;
        std::unique_ptr<ScriptedServer> server;
        server = std::make_unique<ScriptedServer>(
            [&](const SeenRequest &) {
                const auto *line = server->server().findChild<QSslSocket *>();
                protocol = line->sslConfiguration().nextNegotiatedProtocol();
                return Script();
            },
            tlsServer());
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates({m_certificate});
        HttpClient client({}, tls);
        const auto reply = post(client, server->url(QStringLiteral("/"), QStringLiteral("https")));
        QVERIFY2(reply.has_value(), qPrintable(reply ? QString() : reply.error().serviceMessage));
        QCOMPARE(server->seen().size(), 1);
        QVERIFY(protocol != "h2"); // uploads are many times slower through it
    }

    void plainWhereTlsIsMeant()
    {
        ScriptedServer server([](const SeenRequest &) { return Script(); });
        HttpClient client;
        // The handshake is no request line: the double reads it for ever, or until the client gives up.
        server.resetAfter(10);
        const auto reply = post(client, server.url(QStringLiteral("/"), QStringLiteral("https")));
        QVERIFY(!reply.has_value());
        QVERIFY(!mayHaveArrived(reply.error()));
    }

    void noStepDownToPlain()
    {
        ScriptedServer plain([](const SeenRequest &) { return Script(); });
        ScriptedServer server(
            [&](const SeenRequest &) {
                Script script;
                script.status = 302;
                script.headers = {{"Location", plain.url().toEncoded()}};
                return script;
            },
            tlsServer());
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates({m_certificate});
        HttpClient client({}, tls);
        HttpRequest request;
        request.url = server.url(QStringLiteral("/"), QStringLiteral("https"));
        QObject owner;
        Outcome<HttpReply, RequestJob> answer(client.send(request, &owner));
        QTRY_COMPARE_WITH_TIMEOUT(answer.times, 1, 10000);
        QCOMPARE(answer.result->error().kind, ErrorKind::BadReply);
        QCOMPARE(plain.seen().size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
