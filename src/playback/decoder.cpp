// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/decoder.h"

#include "playback/clipreader.h"

#include <QMetaObject>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace retake {

// The thread, and the one-place letter box through which it gets the newest request.
class Decoder::Worker
{
public:
    Worker(Decoder *owner, const QString &file, QSize clipSize, const FrameBook &book)
        : m_owner(owner)
        , m_file(file)
        , m_clipSize(clipSize)
        , m_book(book)
        , m_thread([this] { run(); })
    {}

    ~Worker()
    {
        close();
        m_thread.join();
    }

    void close()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_closing = true;
        }
        m_wake.notify_one();
    }

    bool closing() const { return m_closing; }

    struct Request
    {
        quint64 ticket = 0;
        int frame = 0;
        QSize box;
        std::vector<int> ahead;
        ClipReader::Keep keep = ClipReader::Keep::Much;
    };

    void request(const Request &request)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_request = request;
            m_hasRequest = true;
        }
        m_wake.notify_one();
    }

    void rest() { request({0, -1, {}, {}}); }

private:
    // Events to the owner are dropped by Qt when it is destroyed, and the owner joins this thread first.
    template<class Call> void tell(Call call)
    {
        QMetaObject::invokeMethod(
            m_owner,
            [this, call] {
                if (!m_closing)
                    call(m_owner);
            },
            Qt::QueuedConnection);
    }

    void run()
    {
        ClipReader reader(m_closing, m_book);
        reader.beProxyOf(m_clipSize);
        const auto info = reader.open(m_file);
        if (!info) {
            tell([error = info.error()](Decoder *to) { Q_EMIT to->failed(error); });
            return;
        }
        const auto index = std::make_shared<const FrameIndex>(reader.index());
        tell([clip = *info, index](Decoder *to) { Q_EMIT to->opened(clip, index); });
        while (auto request = next()) {
            if (request->frame < 0) {
                reader.forget();
                continue;
            }
            reader.expect(request->ahead, request->box, request->keep);
            serve(reader, *request);
            if (!overtaken())
                readAhead(reader, std::move(*request));
        }
    }

    std::optional<Request> next()
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_closing || m_hasRequest; });
        if (m_closing)
            return std::nullopt;
        m_hasRequest = false;
        return m_request;
    }

    void serve(ClipReader &reader, const Request &request)
    {
        const auto picture = reader.picture(request.frame, request.box, [this] { return overtaken(); });
        if (!picture) {
            tell([error = picture.error()](Decoder *to) { Q_EMIT to->failed(error); });
        } else if (!picture->isNull()) {
            tell([request, image = *picture](Decoder *to) {
                Q_EMIT to->picture(request.ticket, request.frame, image);
            });
        }
    }

    // Requests that can be answered at once do not break it off: else a player that goes backwards would
    // ask for the frames in hand until there are none, and never let the next ones come.
    void readAhead(ClipReader &reader, Request request)
    {
        auto tries = request.ahead.size();
        for (int target = reader.nextExpected(); target >= 0 && tries > 0; target = reader.nextExpected()) {
            bool renewed = false;
            --tries;
            const auto stopped = [&] {
                if (!overtaken())
                    return false;
                if (m_closing || !takeIfReady(reader, request))
                    return true;
                renewed = true;
                tries = request.ahead.size();
                reader.expect(request.ahead, request.box, request.keep);
                serve(reader, request);
                return std::find(request.ahead.begin(), request.ahead.end(), target) == request.ahead.end();
            };
            const bool got = reader.fetch(target, stopped);
            if (overtaken() || (!got && !renewed))
                return;
        }
    }

    bool takeIfReady(const ClipReader &reader, Request &request)
    {
        const std::scoped_lock lock(m_mutex);
        if (!reader.has(m_request.frame, m_request.box))
            return false;
        request = m_request;
        m_hasRequest = false;
        return true;
    }

    bool overtaken() const { return m_hasRequest || m_closing; }

    Decoder *m_owner;
    QString m_file;
    QSize m_clipSize;
    FrameBook m_book;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    Request m_request;
    std::atomic<bool> m_hasRequest = false;
    std::atomic<bool> m_closing = false;
    std::thread m_thread; // last: it uses all of the above
};

Decoder::Decoder(const QString &file, QObject *parent)
    : Decoder(file, QSize(), FrameBook(), parent)
{}

Decoder::Decoder(const QString &file, QSize clipSize, const FrameBook &book, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(this, file, clipSize, book))
{}

Decoder::~Decoder() = default;

void Decoder::request(quint64 ticket, int frame, QSize box, const std::vector<int> &ahead)
{
    m_worker->request({ticket, frame, box, ahead});
}

void Decoder::requestStill(quint64 ticket, int frame, QSize box)
{
    m_worker->request({ticket, frame, box, {}, ClipReader::Keep::Little});
}

void Decoder::rest()
{
    m_worker->rest();
}

void Decoder::close()
{
    m_worker->close();
}

} // namespace retake
