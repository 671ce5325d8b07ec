// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace retake {

// One event of a text/event-stream.
struct StreamEvent
{
    QByteArray name; // "error"; mostly empty
    QByteArray data;
    friend bool operator==(const StreamEvent &, const StreamEvent &) = default;
};

// Takes the bytes of a text/event-stream, cut anywhere, apart into events. Looser than the rule: an event is
// told as soon as its data is a whole JSON object or "[DONE]", with a blank line after it or without.
class EventStream
{
public:
    QList<StreamEvent> feed(const QByteArray &bytes);
    QList<StreamEvent> end(); // what the connection's end left over

private:
    void takeLine(QByteArray line, QList<StreamEvent> &events);
    void tell(QList<StreamEvent> &events);

    QByteArray m_line; // without its end so far
    QByteArray m_name;
    QByteArray m_data;
    bool m_begun = false;
};

} // namespace retake
