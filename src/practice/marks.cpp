// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/marks.h"

#include <QHash>
#include <QPainter>
#include <QPainterPath>

namespace retake {

namespace {

constexpr int glyphWidth = 5;
constexpr int glyphHeight = 7;

// Seven rows of five dots each, the leftmost the highest bit.
const QHash<char, QList<int>> &glyphs()
{
    static const QHash<char, QList<int>> table{
        {'A', {14, 17, 17, 31, 17, 17, 17}}, {'C', {14, 17, 16, 16, 16, 17, 14}},
        {'E', {31, 16, 16, 30, 16, 16, 31}}, {'I', {14, 4, 4, 4, 4, 4, 14}},
        {'P', {30, 17, 17, 30, 16, 16, 16}}, {'R', {30, 17, 17, 30, 20, 18, 17}},
        {'T', {31, 4, 4, 4, 4, 4, 4}},
    };
    return table;
}

void drawText(QPainter &painter, const char *text, int x, int y, int dot)
{
    for (; *text; ++text, x += (glyphWidth + 1) * dot) {
        const QList<int> rows = glyphs().value(*text);
        for (int row = 0; row < rows.size(); ++row) {
            for (int column = 0; column < glyphWidth; ++column) {
                if (rows[row] & (1 << (glyphWidth - 1 - column)))
                    painter.fillRect(x + column * dot, y + row * dot, dot, dot, QColor(255, 255, 255, 235));
            }
        }
    }
}

// The two characters 生成, stroke by stroke in a square of 16 units.
QPainterPath hanStrokes(int which)
{
    QPainterPath path;
    const auto line = [&path](QList<QPointF> points) {
        path.moveTo(points.takeFirst());
        for (const QPointF &point : points)
            path.lineTo(point);
    };
    if (which == 0) {
        line({{5, 1}, {2, 6}});
        line({{3.5, 4.5}, {14, 4.5}});
        line({{3, 9}, {13, 9}});
        line({{1, 14.5}, {15, 14.5}});
        line({{8, 1}, {8, 14.5}});
    } else {
        line({{2.5, 4}, {14.5, 4}});
        line({{2.5, 4}, {2.5, 9}, {1, 15}});
        line({{2.5, 8}, {7, 8}, {6.4, 12.5}, {4.6, 12}});
        line({{9, 1}, {9.6, 7}, {11.5, 12}, {14, 14.8}, {15, 12}});
        line({{13.2, 7}, {11, 11.5}, {7.5, 14.8}});
        line({{11.5, 1}, {13.2, 2.6}});
    }
    return path;
}

QImage plate(int width, int height, int corner)
{
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(16, 18, 24, 150));
    painter.drawRoundedRect(QRectF(0, 0, width, height), corner, corner);
    return image;
}

int dotOf(QSize picture)
{
    return std::max(1, std::min(picture.width(), picture.height()) / 360);
}

} // namespace

QImage practiceMark(QSize picture)
{
    const int dot = dotOf(picture);
    const int width = 8 * (glyphWidth + 1) * dot + 5 * dot;
    QImage image = plate(width, (glyphHeight + 6) * dot, 3 * dot);
    QPainter painter(&image);
    drawText(painter, "PRACTICE", 3 * dot, 3 * dot, dot);
    return image;
}

QImage watermark(QSize picture)
{
    const int dot = dotOf(picture);
    const int latin = 2 * (glyphWidth + 1) * dot;
    const int han = (glyphHeight + 2) * dot;
    QImage image = plate(latin + 2 * (han + dot) + 6 * dot, (glyphHeight + 6) * dot, 3 * dot);
    QPainter painter(&image);
    drawText(painter, "AI", 3 * dot, 3 * dot, dot);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < 2; ++i) {
        painter.resetTransform();
        painter.translate(3 * dot + latin + i * (han + dot), 2 * dot);
        painter.scale(han / 16.0, han / 16.0);
        painter.strokePath(hanStrokes(i), QPen(QColor(255, 255, 255, 235), 1.5, Qt::SolidLine, Qt::FlatCap));
    }
    return image;
}

} // namespace retake
