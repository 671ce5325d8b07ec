// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace retake {

// Qt sends a request again by itself, POST or not and up to two times, when the connection ends before the
// status line, on a fresh connection too. Before it does so it rewinds the body: one that cannot be rewound
// is sent once, and the request ends with ContentReSendError instead.
class OnceBody final : public QIODevice
{
    Q_OBJECT
public:
    explicit OnceBody(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }

    bool reset() override { return false; }

    qint64 bytesAvailable() const override { return m_bytes.size() - m_at + QIODevice::bytesAvailable(); }

    bool atEnd() const override { return m_at == m_bytes.size(); }

protected:
    qint64 readData(char *into, qint64 most) override
    {
        const qint64 some = std::min<qint64>(most, m_bytes.size() - m_at);
        if (some == 0)
            return -1;
        std::memcpy(into, m_bytes.constData() + m_at, std::size_t(some));
        m_at += some;
        return some;
    }

    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

// The same for a file.
class OnceFile final : public QFile
{
    Q_OBJECT
public:
    using QFile::QFile;

    bool reset() override { return false; }
};

} // namespace retake
