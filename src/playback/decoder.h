// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "media/framebook.h"
#include "playback/frameindex.h"

#include <QImage>
#include <QObject>

#include <memory>

namespace retake {

// Decodes one clip on a thread of its own. First comes one opened() or failed(); then a picture() or failed()
// for each request, except for those that a newer one overtook. Deleting it at any moment is safe and waits
// no longer than for the packet in hand.
class Decoder : public QObject
{
    Q_OBJECT
public:
    explicit Decoder(const QString &file, QObject *parent = nullptr);
    // Of a proxy of a clip that has this size, if one is given: see ClipReader::beProxyOf(). A file in the
    // book is not scanned again.
    Decoder(const QString &file, QSize clipSize, const FrameBook &book, QObject *parent);
    ~Decoder() override;

    // `ticket` comes back with the picture. The box is in device pixels; empty means the clip's own size.
    // `ahead` are the frames to be got ready when it is sent, in the order of need.
    void request(quint64 ticket, int frame, QSize box, const std::vector<int> &ahead = {});

    // The same for a single picture: what is decoded on the way to it is let go.
    void requestStill(quint64 ticket, int frame, QSize box);

    // Breaks off what it does for the last request, whose picture, if not sent yet, does not come; and lets
    // go what it keeps.
    void rest();

    // Ends the work without waiting, for a decoder that is about to be deleted later. No signal follows.
    void close();

Q_SIGNALS:
    void opened(const retake::ClipInfo &clip, const std::shared_ptr<const retake::FrameIndex> &index);
    void failed(const retake::Error &error);
    void picture(quint64 ticket, int frame, const QImage &picture);

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace retake
