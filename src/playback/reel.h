// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "media/framebook.h"
#include "playback/frameindex.h"

#include <QImage>
#include <QObject>
#include <QSize>

#include <memory>
#include <optional>

namespace retake {

class Decoder;

// One side's clip: the original and, when there is one, its proxy, under the same frame numbers. Pictures
// come from the proxy as soon as it has shown that it has the same frames at the same times; until then, and
// when it fails, from the original. Both are shown at the original's size.
class Reel : public QObject
{
    Q_OBJECT
public:
    enum class From { Original, Proxy };

    Reel(const QString &file, const FrameBook &book, QObject *parent = nullptr);
    ~Reel() override;

    QString file() const { return m_file; }

    void setProxy(const QString &file);

    // As Decoder::request(): one picture or failure, unless a newer request of any kind overtakes it.
    void request(quint64 ticket, int frame, QSize box, const std::vector<int> &ahead);
    void requestStill(quint64 ticket, int frame, QSize box); // always from the original

    bool playsProxy() const { return m_proxyFits; }

    void close(); // as Decoder::close()

Q_SIGNALS:
    void opened(const retake::ClipInfo &clip, const std::shared_ptr<const retake::FrameIndex> &index);
    void failed(const retake::Error &error); // of the original; a proxy that fails is dropped in silence
    void picture(quint64 ticket, const QImage &picture, retake::Reel::From from);

private:
    struct Request
    {
        quint64 ticket = 0;
        int frame = 0;
        QSize box;
        std::vector<int> ahead;
    };

    void openProxy();
    void dropProxy();
    void ask(Decoder &decoder, const Request &request);

    QString m_file;
    FrameBook m_book;
    QString m_proxyFile;
    Decoder *m_original; // child
    Decoder *m_proxy = nullptr;
    bool m_proxyFits = false; // it is open and has the same frames
    std::shared_ptr<const FrameIndex> m_index;
    QSize m_size;
    std::optional<Request> m_atProxy; // asked of it and not answered yet
};

} // namespace retake
