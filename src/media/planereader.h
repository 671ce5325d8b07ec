// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/avfile.h"
#include "media/framescan.h"

#include <QByteArray>

namespace retake {

// What every picture of a comparison is made to be: 8 bits of YUV 4:2:0 in the range of television, upright.
struct PlaneShape
{
    QSize size; // even
    QString matrix;

    int bytes() const { return size.width() * size.height() * 3 / 2; }
};

// Decodes the frames of a clip one after the other, as the scan counted them, into planes. Blocks: for pool
// threads.
class PlaneReader
{
public:
    // Errors as scanFrames().
    static Result<PlaneReader> open(const QString &file, const FrameScan &scan, const PlaneShape &shape,
                                    const StopAsked &stop);
    PlaneReader(PlaneReader &&) noexcept;
    ~PlaneReader();

    // Y, U and V, each without gaps; the numbers asked for must not fall. Null when it cannot be decoded.
    const QByteArray *frame(int number);

private:
    class Private;
    explicit PlaneReader(std::unique_ptr<Private> made);
    std::unique_ptr<Private> d;
};

} // namespace retake
