// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/avpointers.h"
#include "playback/pictureconverter.h"

#include <QImage>
#include <QSize>

#include <map>
#include <set>
#include <vector>

namespace retake {

// The frames of a clip that are at hand, decoded or in the size at which they are shown, within a bound of
// memory; and which of those that are expected are still to be got. For ClipReader.
class KeptFrames
{
public:
    struct Frame
    {
        AvPtr<AVFrame> decoded;
        QImage picture;
        QSize box;

        qint64 bytes() const;
    };

    void setShape(const PictureShape &shape, QSize stored);

    void setRoom(qint64 bytes) { m_room = bytes; }

    void expect(const std::vector<int> &frames, QSize box);

    void setShown(int frame) { m_shown = frame; } // asked for last

    void setLost(int frame) { m_lost.insert(frame); } // it cannot be decoded

    void forget();

    int nextExpected() const; // the one to be got now; -1: none
    int firstExpected(int otherwise) const;

    QSize expectedBox() const { return m_expectedBox; }

    bool has(int frame, QSize box) const;
    Frame *find(int frame, QSize box); // one that is there in another size only is let go
    Frame *find(int frame);
    Frame *nearest(int frame);
    Frame *keep(int number, AVFrame *decoded, int wanted); // takes what the frame refers to
    bool prepare(Frame &frame, QSize box);

private:
    bool isExpected(int frame) const;
    void makeRoom(int wanted);

    PictureConverter m_converter;
    PictureShape m_shape;
    QSize m_stored;
    std::map<int, Frame> m_frames;
    std::set<int> m_lost;
    std::vector<int> m_expected;
    QSize m_expectedBox;
    qint64 m_pictureBytes = 1; // of an expected one
    qint64 m_room = 0;
    int m_shown = -1;
};

} // namespace retake
