// SPDX-License-Identifier: GPL-3.0-or-later
#include "references.h"

#include "dice.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace retake::sample {

namespace {

void paintFir(QPainter &painter, QPointF foot, double height, QColor colour)
{
    const double half = height * 0.24;
    QPainterPath tree(QPointF(foot.x(), foot.y() - height));
    constexpr int tiers = 5;
    for (int tier = 1; tier <= tiers; ++tier) { // down the right side, stepping in at each tier
        const double y = foot.y() - height * (1 - double(tier) / tiers);
        tree.lineTo(foot.x() + half * tier / tiers, y);
        if (tier < tiers)
            tree.lineTo(foot.x() + half * (tier - 0.45) / tiers, y - height * 0.012);
    }
    for (int tier = tiers; tier >= 1; --tier) {
        const double y = foot.y() - height * (1 - double(tier) / tiers);
        if (tier < tiers)
            tree.lineTo(foot.x() - half * (tier - 0.45) / tiers, y - height * 0.012);
        tree.lineTo(foot.x() - half * tier / tiers, y);
    }
    tree.closeSubpath();
    painter.fillPath(tree, colour);
    painter.fillRect(QRectF(foot.x() - height * 0.018, foot.y() - 2, height * 0.036, height * 0.1), colour);
}

} // namespace

QImage scarf()
{
    constexpr int side = 512;
    constexpr double column = 16; // one stitch: a V of two strands
    constexpr double row = 13;
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(QColor(0x6e, 0x24, 0x24));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    Dice dice(3);
    for (int y = -1; y * row < side + row; ++y) {
        for (int x = -1; x * column < side + column; ++x) {
            const QPointF middle(x * column + column / 2, y * row + row / 2);
            const bool cream = std::fmod(middle.x() + middle.y() + 2 * side, 132.0) < 62;
            const QColor yarn = cream ? QColor(0xf3, 0xe6, 0xcf) : QColor(0xb8, 0x3f, 0x38);
            const double shade = dice.between(-3, 3);
            for (const double way : {-1.0, 1.0}) {
                painter.save();
                painter.translate(middle + QPointF(way * column * 0.24, 0));
                painter.rotate(-way * 27);
                painter.setBrush(yarn.darker(int(way < 0 ? 104 + shade : 115 + shade)));
                painter.drawEllipse(QPointF(0, 0), column * 0.27, row * 0.74);
                painter.setBrush(yarn.lighter(cream ? 104 : 116));
                painter.drawEllipse(QPointF(-0.8, -1.2), column * 0.11, row * 0.5);
                painter.restore();
            }
        }
    }
    return image;
}

QImage forest()
{
    const QSize size(960, 540);
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient air(0, 0, 0, size.height());
    air.setColorAt(0, QColor(0x78, 0x98, 0x8d));
    air.setColorAt(0.6, QColor(0x55, 0x79, 0x6e));
    air.setColorAt(1, QColor(0x24, 0x40, 0x3a));
    painter.fillRect(QRect({0, 0}, size), air);

    Dice dice(17);
    const QColor layers[] = {QColor(0x64, 0x87, 0x7c), QColor(0x47, 0x6b, 0x61), QColor(0x2d, 0x4f, 0x48),
                             QColor(0x18, 0x34, 0x30)};
    for (int layer = 0; layer < 4; ++layer) {
        const double step = 62 + layer * 34;
        for (double x = -40; x < size.width() + 60; x += step * dice.between(0.7, 1.25)) {
            const double tall = (190 + layer * 62) * dice.between(0.72, 1.15);
            paintFir(painter, {x, 360.0 + layer * 56}, tall, layers[layer]);
        }
        const double ground = 352 + layer * 56;
        QPainterPath hill(QPointF(0, size.height()));
        hill.lineTo(0, ground + 8);
        hill.cubicTo(260, ground - 16, 620, ground + 26, size.width(), ground - 4);
        hill.lineTo(size.width(), size.height());
        painter.fillPath(hill, layers[layer]);
        QLinearGradient mist(0, ground - 70, 0, ground + 40);
        const QColor haze(0xa9, 0xc2, 0xb8);
        const auto thick = [&haze](int alpha) {
            return QColor(haze.red(), haze.green(), haze.blue(), alpha);
        };
        mist.setColorAt(0, thick(0));
        mist.setColorAt(0.7, thick(layer == 3 ? 12 : 46));
        mist.setColorAt(1, thick(0));
        painter.fillRect(QRectF(0, ground - 70, size.width(), 110), mist);
    }
    QPainterPath branch(QPointF(-20, 452));
    branch.cubicTo(240, 396, 640, 398, size.width() + 20, 446);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0x2c, 0x1c, 0x18), 24, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(branch);
    painter.setPen(QPen(QColor(0x55, 0x38, 0x2c), 13, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(branch.translated(0, -4));
    for (int i = 0; i < 130; ++i) {
        const QPointF at(dice.between(-20, size.width()), dice.between(-30, size.height()));
        const double length = dice.between(16, 46);
        painter.setPen(QPen(QColor(224, 238, 234, int(dice.between(50, 130))), dice.between(1, 1.9),
                            Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(at, at + QPointF(-length * 0.32, length));
    }
    return image;
}

} // namespace retake::sample
