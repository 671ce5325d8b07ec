// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/stillpictures.h"

#include "playback/decoder.h"

#include <QTimer>

namespace retake {

StillPictures::StillPictures(const std::array<Frame, 2> &frames, QObject *parent)
    : QObject(parent)
{
    for (const Side side : bothSides) {
        const Frame &frame = frames[std::size_t(side)];
        if (frame.file.isEmpty())
            continue;
        ++m_missing;
        auto *decoder = new Decoder(frame.file, this);
        m_decoders[std::size_t(side)] = decoder;
        connect(decoder, &Decoder::failed, this, [this](const Error &error) { end(failure(error)); });
        connect(decoder, &Decoder::picture, this,
                [this, side](quint64, int, const QImage &picture) { take(side, picture); });
        decoder->requestStill(1, frame.number, QSize());
    }
    if (m_missing == 0)
        QTimer::singleShot(0, this, [this] { end(m_pictures); });
}

StillPictures::~StillPictures() = default;

void StillPictures::take(Side side, const QImage &picture)
{
    m_pictures[std::size_t(side)] = picture;
    if (--m_missing == 0)
        end(m_pictures);
}

void StillPictures::end(const Result<Pictures> &pictures)
{
    if (m_ended)
        return;
    m_ended = true;
    for (Decoder *decoder : m_decoders) {
        if (decoder)
            decoder->close();
    }
    Q_EMIT finished(pictures); // may delete this: nothing after it
}

} // namespace retake
