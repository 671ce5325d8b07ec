// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "playback/side.h"

#include <QImage>
#include <QObject>

#include <array>

namespace retake {

class Decoder;

// Decodes one frame of one or two clips at full size. Ends with exactly one finished(); deleting it ends the
// work.
class StillPictures : public QObject
{
    Q_OBJECT
public:
    struct Frame
    {
        QString file; // empty: that side is not wanted
        int number = 0;
    };

    using Pictures = std::array<QImage, 2>; // null: not wanted

    explicit StillPictures(const std::array<Frame, 2> &frames, QObject *parent = nullptr);
    ~StillPictures() override;

Q_SIGNALS:
    void finished(const retake::Result<std::array<QImage, 2>> &pictures);

private:
    void take(Side side, const QImage &picture);
    void end(const Result<Pictures> &pictures);

    Pictures m_pictures;
    std::array<Decoder *, 2> m_decoders{}; // children
    int m_missing = 0;
    bool m_ended = false;
};

} // namespace retake
