// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/comparisonplan.h"

#include <QImage>

namespace retake {

// Paints the pictures of a comparison. For any thread.
class ComparisonPainter
{
public:
    ComparisonPainter(const ComparisonPlan &plan, const std::array<QString, 2> &labels);

    // The sides that are seen of a picture; no other needs decoding.
    bool shows(int picture, Side side) const;

    QImage paint(int picture, const QImage &before, const QImage &after) const;

private:
    ComparisonPlan m_plan;
    std::array<QImage, 2> m_labels;
};

// A dark chip with the text, for pictures of that height; null for an empty text.
QImage labelChip(const QString &text, int pictureHeight, int room);

// The two side by side at full size, the smaller one at its own height, against the middle.
QImage besideEachOther(const QImage &before, const QImage &after);

} // namespace retake
