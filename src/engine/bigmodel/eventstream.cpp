// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bigmodel/eventstream.h"

#include <QJsonDocument>

namespace retake {

namespace {

bool isWholeData(const QByteArray &data)
{
    return data == "[DONE]" || QJsonDocument::fromJson(data).isObject();
}

} // namespace

QList<StreamEvent> EventStream::feed(const QByteArray &bytes)
{
    QList<StreamEvent> events;
    qsizetype from = 0;
    for (;;) {
        const qsizetype end = bytes.indexOf('\n', from);
        if (end < 0)
            break;
        m_line += bytes.mid(from, end - from);
        from = end + 1;
        const QByteArray line = m_line;
        m_line.clear();
        takeLine(line, events);
    }
    m_line += bytes.mid(from);
    return events;
}

QList<StreamEvent> EventStream::end()
{
    QList<StreamEvent> events;
    takeLine(m_line, events);
    m_line.clear();
    tell(events);
    return events;
}

void EventStream::takeLine(QByteArray line, QList<StreamEvent> &events)
{
    if (!m_begun && line.startsWith("\xef\xbb\xbf"))
        line.remove(0, 3);
    m_begun = true;
    if (line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty()) {
        tell(events);
        m_name.clear();
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArray field = colon < 0 ? line : line.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);
    if (field == "event")
        m_name = value.trimmed();
    if (field != "data") // comments have an empty name; id and retry are of no use here
        return;
    value = value.trimmed();
    if (isWholeData(value))
        tell(events); // what stood before it is another event
    m_data += m_data.isEmpty() ? value : '\n' + value;
    if (isWholeData(m_data))
        tell(events);
}

void EventStream::tell(QList<StreamEvent> &events)
{
    if (!m_data.isEmpty())
        events.append({m_name, m_data});
    m_data.clear();
}

} // namespace retake
