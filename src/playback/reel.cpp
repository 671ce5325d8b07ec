// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/reel.h"

#include "playback/decoder.h"

#include <utility>

namespace retake {

Reel::Reel(const QString &file, const FrameBook &book, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_book(book)
    , m_original(new Decoder(file, QSize(), book, this))
{
    connect(m_original, &Decoder::opened, this,
            [this](const ClipInfo &clip, const std::shared_ptr<const FrameIndex> &index) {
                m_index = index;
                m_size = clip.video.size;
                openProxy();
                Q_EMIT opened(clip, index);
            });
    connect(m_original, &Decoder::failed, this, &Reel::failed);
    connect(m_original, &Decoder::picture, this, [this](quint64 ticket, int, const QImage &image) {
        Q_EMIT picture(ticket, image, From::Original);
    });
}

Reel::~Reel() = default;

void Reel::setProxy(const QString &file)
{
    if (file == m_proxyFile)
        return;
    dropProxy();
    m_proxyFile = file;
    openProxy();
}

void Reel::openProxy()
{
    if (m_proxyFile.isEmpty() || !m_index || m_proxy)
        return;
    m_proxy = new Decoder(m_proxyFile, m_size, m_book, this);
    connect(m_proxy, &Decoder::opened, this,
            [this](const ClipInfo &, const std::shared_ptr<const FrameIndex> &index) {
                if (index->hasFramesOf(*m_index))
                    m_proxyFits = true;
                else
                    dropProxy();
            });
    connect(m_proxy, &Decoder::failed, this, &Reel::dropProxy);
    connect(m_proxy, &Decoder::picture, this, [this](quint64 ticket, int, const QImage &image) {
        if (m_atProxy && m_atProxy->ticket == ticket)
            m_atProxy.reset();
        Q_EMIT picture(ticket, image, From::Proxy);
    });
}

// What it still owes comes from the original.
void Reel::dropProxy()
{
    if (m_proxy) {
        m_proxy->disconnect(this);
        m_proxy->close();
        std::exchange(m_proxy, nullptr)->deleteLater();
    }
    m_proxyFile.clear();
    m_proxyFits = false;
    if (const auto owed = std::exchange(m_atProxy, std::nullopt))
        ask(*m_original, *owed);
}

void Reel::ask(Decoder &decoder, const Request &request)
{
    decoder.request(request.ticket, request.frame, request.box, request.ahead);
}

void Reel::request(quint64 ticket, int frame, QSize box, const std::vector<int> &ahead)
{
    const Request request{ticket, frame, box, ahead};
    if (m_proxyFits) {
        m_original->rest(); // a still that nobody waits for any more
        m_atProxy = request;
        ask(*m_proxy, request);
    } else {
        ask(*m_original, request);
    }
}

void Reel::requestStill(quint64 ticket, int frame, QSize box)
{
    m_original->requestStill(ticket, frame, box);
}

void Reel::close()
{
    m_original->close();
    if (m_proxy)
        m_proxy->close();
}

} // namespace retake
