// SPDX-License-Identifier: GPL-3.0-or-later
// The proxy that the proofs lean on: does it do what it says, and does the service see what it should?
#include "support/faultproxy.h"

#include <QTcpSocket>
#include <QTest>

#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace retake;
using namespace std::chrono_literals;
using When = LineFault::When;
using How = LineFault::How;

namespace {

const QByteArray replyBody = QByteArray(1000, 'r');
const QByteArray requestBody = QByteArray(600, 'q');

// Answers each request; remembers what came.
class Service : public QTcpServer
{
public:
    QByteArray seen;
    int answers = 0;

    Service()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            auto *bytes = new QByteArray;
            connect(socket, &QObject::destroyed, this, [bytes] { delete bytes; });
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, bytes] {
                const QByteArray more = socket->readAll();
                seen += more;
                *bytes += more;
                const qsizetype head = bytes->indexOf("\r\n\r\n");
                const bool post = bytes->startsWith("POST");
                if (head < 0 || bytes->size() < head + 4 + (post ? requestBody.size() : 0))
                    return;
                bytes->clear();
                ++answers;
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(replyBody.size()) +
                              "\r\n\r\n" + replyBody);
            });
        });
        listen(QHostAddress::LocalHost);
    }
};

// A plain socket: Qt has one word for FIN and RST.
class Client
{
public:
    enum class End { None, Closed, Reset, Refused };

    explicit Client(quint16 port)
        : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof(address)) != 0)
            m_end = End::Refused;
    }

    ~Client() { ::close(m_socket); }

    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    bool write(const QByteArray &bytes) const
    {
        return ::send(m_socket, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size();
    }

    // Takes what has come by now.
    void look()
    {
        char buffer[4096];
        while (m_end == End::None) {
            const ssize_t got = ::recv(m_socket, buffer, sizeof(buffer), MSG_DONTWAIT);
            if (got > 0)
                m_got.append(buffer, got);
            else if (got == 0)
                m_end = End::Closed;
            else if (errno == EAGAIN)
                return;
            else
                m_end = End::Reset;
        }
    }

    QByteArray got()
    {
        look();
        return m_got;
    }

    End end()
    {
        look();
        return m_end;
    }

private:
    int m_socket;
    QByteArray m_got;
    End m_end = End::None;
};

using End = Client::End;

const QByteArray query = "GET /api/v1/tasks/abc HTTP/1.1\r\nHost: x\r\n\r\n";
const QByteArray create =
    QByteArray(
        "POST /api/v1/services/aigc/video-generation/video-synthesis HTTP/1.1\r\nContent-Length: 600") +
    "\r\n\r\n" + requestBody;

} // namespace

class TestFaultProxy : public QObject
{
    Q_OBJECT

    std::unique_ptr<Service> m_service;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<Client> m_client;

    void open() { m_client = std::make_unique<Client>(m_proxy->origin().section(u':', -1).toUShort()); }

    bool whole() const { return m_client->got().endsWith(replyBody); }

private Q_SLOTS:

    void init()
    {
        m_service = std::make_unique<Service>();
        m_proxy = std::make_unique<FaultProxy>();
        m_proxy->setService(m_service->serverPort());
        QVERIFY(m_proxy->listen());
    }

    void cleanup()
    {
        m_client.reset();
        m_proxy.reset();
        m_service.reset();
    }

    void asksAreToldApart()
    {
        QCOMPARE(askOf("GET", "/api/v1/uploads?action=getPolicy&model=m"), Ask::Policy);
        QCOMPARE(askOf("POST", "/oss/dashscope-file-practice"), Ask::Upload);
        QCOMPARE(askOf("POST", "/api/v1/services/aigc/video-generation/video-synthesis"), Ask::Create);
        QCOMPARE(askOf("GET", "/api/v1/tasks/0385dc79"), Ask::Query);
        QCOMPARE(askOf("GET", "/api/v1/tasks/?page_no=1"), Ask::List);
        QCOMPARE(askOf("POST", "/api/v1/tasks/0385dc79/cancel"), Ask::Cancel);
        QCOMPARE(askOf("GET", "/results/20261121/x.mp4?Expires=1"), Ask::Result);
    }

    void withoutAFaultItIsNotThere()
    {
        open();
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(m_client->write(i == 2 ? create : query));
            QTRY_COMPARE(m_client->got().count(replyBody), i);
        }
        QCOMPARE(m_service->seen, query + create + query);
        QCOMPARE(m_proxy->asked(Ask::Query), 2);
        QCOMPARE(m_client->end(), End::None);
    }

    void faults_data()
    {
        QTest::addColumn<LineFault>("fault");
        QTest::addColumn<int>("answers"); // of the service
        QTest::addColumn<Client::End>("end");
        QTest::addColumn<QByteArray>("got");
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n";
        const QByteArray half = head + replyBody.left(500);
        const QByteArray all = head + replyBody;
        const auto row = [](const char *name, When when, How how, int answers, End end,
                            const QByteArray &got) {
            QTest::newRow(name) << LineFault{Ask::Create, when, how} << answers << end << got;
        };
        row("closed before", When::BeforeRequest, How::Close, 0, End::Closed, {});
        row("reset before", When::BeforeRequest, How::Reset, 0, End::Reset, {});
        row("swallowed before", When::BeforeRequest, How::Swallow, 0, End::None, {});
        row("late before", When::BeforeRequest, How::Delay, 1, End::None, all);
        row("slow before", When::BeforeRequest, How::Trickle, 1, End::None, all);
        row("closed within the request", When::WithinRequest, How::Close, 0, End::Closed, {});
        row("reset within the request", When::WithinRequest, How::Reset, 0, End::Reset, {});
        row("swallowed within the request", When::WithinRequest, How::Swallow, 0, End::None, {});
        row("closed after", When::AfterRequest, How::Close, 1, End::Closed, {});
        row("reset after", When::AfterRequest, How::Reset, 1, End::Reset, {});
        row("swallowed after", When::AfterRequest, How::Swallow, 1, End::None, {});
        row("late after", When::AfterRequest, How::Delay, 1, End::None, all);
        row("closed within the reply", When::WithinReply, How::Close, 1, End::Closed, half);
        row("reset within the reply", When::WithinReply, How::Reset, 1, End::Reset, half);
        row("swallowed within the reply", When::WithinReply, How::Swallow, 1, End::None, half);
        row("slow reply", When::WithinReply, How::Trickle, 1, End::None, all);
    }

    void faults()
    {
        QFETCH(LineFault, fault);
        QFETCH(int, answers);
        QFETCH(Client::End, end);
        QFETCH(QByteArray, got);
        m_proxy->add(fault);
        open();
        QVERIFY(m_client->write(query));
        QTRY_VERIFY(whole()); // another request is not meant
        const qsizetype before = m_client->got().size();
        QVERIFY(m_client->write(create));
        QTRY_COMPARE(m_service->answers, 1 + answers);
        if (fault.how != How::Reset) // which throws away what was on its way
            QTRY_COMPARE(m_client->got().mid(before), got);
        if (end == End::None)
            QTest::qWait(30);
        QTRY_COMPARE(m_client->end(), end);
        QCOMPARE(m_proxy->struck(), 1);
        QCOMPARE(m_service->seen.contains(create), answers == 1);

        // It strikes once.
        open();
        QVERIFY(m_client->write(create));
        QTRY_VERIFY(whole());
        QCOMPARE(m_proxy->struck(), 1);
    }

    void theSecondAndTheThird()
    {
        m_proxy->add({Ask::Query, When::AfterRequest, How::Close, 2, 2});
        QList<bool> got;
        for (int i = 0; i < 5; ++i) {
            open();
            QVERIFY(m_client->write(query));
            QTRY_VERIFY(whole() || m_client->end() != End::None);
            got.append(whole());
        }
        QCOMPARE(got, QList<bool>({true, false, false, true, true}));
    }

    void downAndBack()
    {
        open();
        QVERIFY(m_client->write(query));
        QTRY_VERIFY(whole());
        m_proxy->goDown();
        QTRY_COMPARE(m_client->end(), End::Reset);
        open();
        QCOMPARE(m_client->end(), End::Refused);
        m_proxy->comeBack();
        open();
        QVERIFY(m_client->write(query));
        QTRY_VERIFY(whole());
    }
};

QTEST_GUILESS_MAIN(TestFaultProxy)
#include "tst_faultproxy.moc"
