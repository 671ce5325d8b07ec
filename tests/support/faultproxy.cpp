// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultproxy.h"

#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <optional>
#include <sys/socket.h>

namespace retake {

namespace {

// RST instead of FIN.
void resetSocket(QTcpSocket *socket)
{
    const linger now{1, 0};
    ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof(now));
    socket->abort();
}

// One message of the line: a head, and as many bytes as it announces.
struct Message
{
    QByteArray head; // with the empty line
    QByteArray body;

    QByteArray bytes() const { return head + body; }
};

qint64 contentLength(const QByteArray &head)
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith("content-length:"))
            return line.mid(15).trimmed().toLongLong();
    }
    return 0;
}

// Cuts the first message out of the bytes, when it is there whole.
std::optional<Message> takeMessage(QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    const QByteArray head = bytes.left(end + 4);
    const qint64 length = contentLength(head);
    if (bytes.size() < head.size() + length)
        return std::nullopt;
    Message message{head, bytes.mid(head.size(), length)};
    bytes.remove(0, head.size() + length);
    return message;
}

QByteArray firstHalf(const Message &message)
{
    if (message.body.isEmpty())
        return message.head.left(message.head.size() / 2);
    return message.head + message.body.left(message.body.size() / 2);
}

} // namespace

Ask askOf(const QByteArray &method, const QByteArray &target)
{
    const QByteArray path = target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
    if (method == "POST") {
        if (path.endsWith("/video-synthesis"))
            return Ask::Create;
        if (path.startsWith("/oss/"))
            return Ask::Upload;
        return path.endsWith("/cancel") ? Ask::Cancel : Ask::Other;
    }
    if (path.endsWith("/uploads"))
        return Ask::Policy;
    if (path.endsWith("/tasks") || path.endsWith("/tasks/"))
        return Ask::List;
    if (path.contains("/tasks/"))
        return Ask::Query;
    return path.startsWith("/results/") ? Ask::Result : Ask::Other;
}

// One connection of the client and the one to the service behind it: requests one after the other.
class FaultProxy::Link final : public QObject
{
public:
    Link(FaultProxy *proxy, QTcpSocket *client)
        : QObject(proxy)
        , m_proxy(proxy)
        , m_client(client)
        , m_service(new QTcpSocket(this))
    {
        m_client->setParent(this);
        connect(m_client, &QTcpSocket::readyRead, this, &Link::readClient);
        connect(m_client, &QTcpSocket::disconnected, this, &Link::deleteLater);
        connect(m_service, &QTcpSocket::readyRead, this, &Link::readService);
        connect(m_service, &QTcpSocket::connected, this, &Link::readClient);
        connect(m_service, &QTcpSocket::disconnected, this, [this] {
            m_serviceLeft = true;
            if (!m_ended && !m_passing)
                m_client->disconnectFromHost();
        });
        m_service->connectToHost(QStringLiteral("127.0.0.1"), m_proxy->m_service);
    }

    void reset()
    {
        m_ended = true;
        resetSocket(m_client);
        m_service->abort();
        deleteLater();
    }

private:
    using When = LineFault::When;
    using How = LineFault::How;

    void readClient()
    {
        m_fromClient += m_client->readAll();
        if (m_busy || m_ended || m_service->state() != QAbstractSocket::ConnectedState)
            return;
        auto request = takeMessage(m_fromClient);
        if (!request)
            return;
        m_busy = true;
        const QList<QByteArray> words = request->head.left(request->head.indexOf('\r')).split(' ');
        m_ask = askOf(words.value(0), words.value(1));
        m_fault.reset();
        if (const LineFault *fault = m_proxy->strike(m_ask))
            m_fault = *fault;
        const QPointer<Link> alive(this);
        Q_EMIT m_proxy->requested(m_ask);
        if (!alive || m_ended)
            return;
        const auto pass = [this, bytes = request->bytes()] { m_service->write(bytes); };
        if (at(When::BeforeRequest)) {
            act(pass, request->bytes(), m_service);
        } else if (at(When::WithinRequest)) {
            m_service->write(firstHalf(*request));
            m_service->flush();
            act([] {}, {}, m_service);
        } else {
            pass();
        }
    }

    void readService()
    {
        m_fromService += m_service->readAll();
        if (m_ended)
            return;
        const auto reply = takeMessage(m_fromService);
        if (!reply)
            return;
        m_passing = true;
        const auto pass = [this, bytes = reply->bytes()] {
            m_client->write(bytes);
            passedOn();
        };
        if (at(When::AfterRequest)) {
            act(pass, {}, m_client);
        } else if (at(When::WithinReply)) {
            if (m_fault->how != How::Trickle)
                m_client->write(firstHalf(*reply));
            m_client->flush();
            act([] {}, reply->bytes(), m_client);
        } else {
            pass();
        }
    }

    bool at(When when) const { return m_fault && m_fault->when == when; }

    void act(const std::function<void()> &pass, const QByteArray &all, QTcpSocket *to)
    {
        switch (m_fault->how) {
        case How::Close:
            m_ended = true;
            m_service->abort();
            m_client->disconnectFromHost();
            return;
        case How::Reset:
            reset();
            return;
        case How::Swallow:
            m_ended = true; // until the client has had enough
            return;
        case How::Delay:
            QTimer::singleShot(m_fault->pause, this, pass);
            return;
        case How::Trickle:
            trickle(all, to);
            return;
        }
    }

    // In about forty pieces, whatever the length.
    void trickle(const QByteArray &rest, QTcpSocket *to, qsizetype piece = 0)
    {
        const qsizetype step = piece > 0 ? piece : std::max<qsizetype>(7, rest.size() / 40);
        to->write(rest.left(step));
        to->flush();
        if (rest.size() > step)
            QTimer::singleShot(m_fault->pause, this,
                               [this, left = rest.mid(step), to, step] { trickle(left, to, step); });
        else if (to == m_client)
            passedOn();
    }

    void passedOn()
    {
        m_busy = false;
        m_passing = false;
        const QPointer<Link> alive(this);
        m_client->flush();
        Q_EMIT m_proxy->answered(m_ask);
        if (!alive)
            return;
        if (m_serviceLeft)
            m_client->disconnectFromHost();
        else
            readClient(); // the next one may be there already
    }

    FaultProxy *m_proxy;
    QTcpSocket *m_client;
    QTcpSocket *m_service;
    QByteArray m_fromClient;
    QByteArray m_fromService;
    std::optional<LineFault> m_fault;
    Ask m_ask = Ask::Other;
    bool m_busy = false;
    bool m_passing = false; // a whole reply is on its way to the client
    bool m_serviceLeft = false;
    bool m_ended = false;
};

FaultProxy::FaultProxy(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection())
            new Link(this, client);
    });
}

FaultProxy::~FaultProxy()
{
    m_server.close();
}

bool FaultProxy::listen()
{
    const bool listens = m_server.listen(QHostAddress::LocalHost, m_port);
    m_port = m_server.serverPort();
    return listens;
}

QString FaultProxy::origin() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_port);
}

const LineFault *FaultProxy::strike(Ask ask)
{
    const int number = ++m_asked[ask];
    for (const LineFault &fault : m_faults) {
        const bool still = fault.count < 0 || number < fault.first + fault.count;
        if (fault.ask == ask && number >= fault.first && still) {
            ++m_struck;
            return &fault;
        }
    }
    return nullptr;
}

void FaultProxy::goDown()
{
    m_server.close();
    for (QObject *child : children()) {
        if (auto *link = dynamic_cast<Link *>(child))
            link->reset();
    }
}

void FaultProxy::comeBack()
{
    if (!m_server.isListening() && !m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("somebody else has taken the proxy's port");
}

} // namespace retake
