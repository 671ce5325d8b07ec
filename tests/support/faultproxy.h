// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QTcpServer>

#include <chrono>

namespace retake {

// What a request to the service asks for.
enum class Ask { Policy, Upload, Create, Query, List, Cancel, Result, Other };

Ask askOf(const QByteArray &method, const QByteArray &target);

// One fault of the line. `Before` and `Within` the request: the service never has it whole, so it has not
// acted. `After` and `within` the reply: it has.
struct LineFault
{
    enum class When { BeforeRequest, WithinRequest, AfterRequest, WithinReply };
    enum class How {
        Close,   // FIN
        Reset,   // RST
        Swallow, // half open: nothing is passed on any more, and nothing is closed
        Delay,   // goes on after `pause`
        Trickle, // goes on a few bytes at a time, `pause` between two
    };
    Ask ask = Ask::Create;
    When when = When::BeforeRequest;
    How how = How::Close;
    int first = 1; // strikes from the first such request on ...
    int count = 1; // ... so many times; -1: always
    std::chrono::milliseconds pause{20};
};

// Stands on loopback before the practice service (which is to be started with --origin) and does on purpose
// what a line does by accident. Lives in the test's own event loop.
class FaultProxy final : public QObject
{
    Q_OBJECT
public:
    explicit FaultProxy(QObject *parent = nullptr);
    ~FaultProxy() override;

    bool listen();          // on a free port
    QString origin() const; // "http://127.0.0.1:PORT"

    void setService(quint16 port) { m_service = port; }

    void add(const LineFault &fault) { m_faults.append(fault); }

    void clear() { m_faults.clear(); }

    int asked(Ask ask) const { return m_asked.value(ask); }

    int struck() const { return m_struck; }

    void goDown();   // every connection is reset, new ones are refused
    void comeBack(); // on the same port

    bool isDown() const { return !m_server.isListening(); }

Q_SIGNALS:
    void requested(retake::Ask ask); // a request has come in whole
    void answered(retake::Ask ask);  // its reply was passed on whole

private:
    class Link;
    const LineFault *strike(Ask ask);

    QTcpServer m_server;
    quint16 m_port = 0;
    quint16 m_service = 0;
    QList<LineFault> m_faults;
    QHash<Ask, int> m_asked;
    int m_struck = 0;
};

} // namespace retake
