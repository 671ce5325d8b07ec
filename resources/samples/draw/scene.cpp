// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene.h"

#include "dice.h"
#include "parrot.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace retake::sample {

namespace {

using std::numbers::pi;
constexpr int railTop = 566;

void paintSky(QPainter &painter, double seconds)
{
    QLinearGradient sky(0, 0, 0, frameSize.height());
    sky.setColorAt(0, QColor(0x2d, 0x23, 0x50));
    sky.setColorAt(0.55, QColor(0x9a, 0x4a, 0x6a));
    sky.setColorAt(1, QColor(0xe8, 0xa0, 0x60));
    painter.fillRect(QRect({0, 0}, frameSize), sky);

    Dice dice(7);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 34; ++i) {
        const QPointF at(dice.between(0, 1280), dice.between(8, 210));
        const double shine = 0.55 + 0.45 * std::sin(2 * pi * (seconds / dice.between(2, 4) + dice.roll()));
        const double size = dice.between(0.9, 1.9);
        const double height = 1 - at.y() / 230;
        painter.setBrush(QColor(255, 240, 225, int(200 * height * (i % 4 == 0 ? shine : 0.7))));
        painter.drawEllipse(at, size, size);
    }

    QPainterPath moon;
    moon.addEllipse(QPointF(1010, 112), 36, 36);
    QPainterPath shadow;
    shadow.addEllipse(QPointF(994, 101), 34, 34);
    painter.fillPath(moon.subtracted(shadow), QColor(0xff, 0xe9, 0xc8));
}

void paintCloud(QPainter &painter, QPointF at, double scale, QColor colour)
{
    QPainterPath cloud;
    cloud.setFillRule(Qt::WindingFill);
    cloud.addRoundedRect(QRectF(-150, -16, 300, 36), 16, 16);
    cloud.addRoundedRect(QRectF(-92, -33, 130, 36), 18, 18);
    cloud.addRoundedRect(QRectF(-30, -50, 84, 50), 25, 25);
    cloud.addRoundedRect(QRectF(-205, 0, 250, 20), 10, 10);
    cloud.addRoundedRect(QRectF(-60, -4, 270, 24), 12, 12);
    painter.save();
    painter.translate(at);
    painter.scale(scale, scale);
    painter.fillPath(cloud.simplified(), colour);
    painter.restore();
}

void paintClouds(QPainter &painter, double seconds)
{
    paintCloud(painter, {210 + 9 * seconds, 176}, 0.95, QColor(0x7a, 0x42, 0x72));
    paintCloud(painter, {900 + 7 * seconds, 246}, 0.8, QColor(0x9d, 0x50, 0x72));
    paintCloud(painter, {1230 + 12 * seconds, 150}, 0.7, QColor(0x66, 0x39, 0x6c));
    paintCloud(painter, {470 + 5 * seconds, 300}, 0.6, QColor(0xb5, 0x62, 0x74));
}

struct Building
{
    double x, top, width;
    int roof; // 0 flat, 1 stepped, 2 mast, 3 tank, 4 gable
};

void paintRoof(QPainter &painter, const Building &house, QColor colour)
{
    const double middle = house.x + house.width / 2;
    painter.setBrush(colour);
    switch (house.roof) {
    case 1:
        painter.drawRect(QRectF(house.x + house.width * 0.18, house.top - 22, house.width * 0.64, 23));
        painter.drawRect(QRectF(house.x + house.width * 0.34, house.top - 40, house.width * 0.32, 19));
        break;
    case 2:
        painter.drawRect(QRectF(middle - 14, house.top - 14, 28, 15));
        painter.drawRect(QRectF(middle - 2, house.top - 66, 4, 54));
        break;
    case 3:
        painter.drawRoundedRect(QRectF(house.x + 18, house.top - 40, 34, 28), 4, 4);
        painter.drawRect(QRectF(house.x + 22, house.top - 14, 4, 15));
        painter.drawRect(QRectF(house.x + 44, house.top - 14, 4, 15));
        break;
    case 4:
        painter.drawPolygon(QPolygonF(
            {{house.x, house.top + 1}, {middle, house.top - 34}, {house.x + house.width, house.top + 1}}));
        break;
    default:
        painter.drawRect(QRectF(house.x + house.width - 34, house.top - 12, 20, 13));
        break;
    }
}

QColor mixed(QColor from, QColor to, double part)
{
    const auto channel = [part](int a, int b) { return int(std::lround(a + (b - a) * part)); };
    return {channel(from.red(), to.red()), channel(from.green(), to.green()),
            channel(from.blue(), to.blue())};
}

void paintWindows(QPainter &painter, const Building &house, Dice &dice, double seconds)
{
    const QColor dark(0x44, 0x30, 0x5c);
    constexpr std::array lights{QColor(0xff, 0xd2, 0x7a), QColor(0xff, 0xe4, 0xac), QColor(0xf6, 0xb2, 0x5a)};
    const int columns = int((house.width - 18) / 27);
    const double left = house.x + (house.width - columns * 27 + 14) / 2;
    for (double y = house.top + 20; y < 700; y += 33) {
        for (int column = 0; column < columns; ++column) {
            const double fate = dice.roll();
            const double when = dice.between(0.4, 7.4);
            const QColor light = lights[std::size_t(dice.roll() * 3)];
            double lit = 0;
            if (fate < 0.2) // burns all the time
                lit = 1;
            else if (fate < 0.28) // goes on while we look
                lit = std::clamp((seconds - when) * 6, 0.0, 1.0);
            else if (fate < 0.295) // goes out
                lit = 1 - std::clamp((seconds - when) * 6, 0.0, 1.0);
            painter.setBrush(mixed(dark, light, lit));
            painter.drawRect(QRectF(left + column * 27, y, 13, 17));
        }
    }
}

void paintCity(QPainter &painter, double seconds)
{
    painter.setPen(Qt::NoPen);
    QRadialGradient glow(QPointF(640, 660), 600);
    glow.setColorAt(0, QColor(255, 190, 110, 120));
    glow.setColorAt(0.5, QColor(255, 170, 110, 45));
    glow.setColorAt(1, QColor(255, 150, 110, 0));
    painter.fillRect(QRect({0, 0}, frameSize), glow);

    const QColor far(0x8a, 0x4a, 0x6c);
    const QColor middle(0x5c, 0x37, 0x5e);
    const QColor near(0x33, 0x24, 0x4c);
    const Building farHouses[] = {
        {-10, 430, 80, 0}, {78, 390, 64, 1},   {150, 452, 110, 0}, {270, 402, 58, 2},
        {336, 446, 90, 4}, {432, 478, 70, 0},  {508, 440, 54, 1},  {570, 486, 96, 0},
        {676, 452, 60, 4}, {744, 474, 80, 3},  {830, 420, 56, 2},  {894, 456, 92, 0},
        {990, 398, 64, 1}, {1060, 440, 84, 0}, {1150, 410, 60, 2}, {1216, 452, 80, 0}};
    for (const Building &house : farHouses) {
        painter.setBrush(far);
        painter.drawRect(QRectF(house.x, house.top, house.width, 320));
        paintRoof(painter, house, far);
    }
    const Building middleHouses[] = {{130, 416, 92, 3},  {300, 470, 116, 0}, {430, 520, 150, 0},
                                     {600, 532, 160, 0}, {770, 500, 104, 3}, {1000, 446, 96, 0}};
    for (const Building &house : middleHouses) {
        painter.setBrush(middle);
        painter.drawRect(QRectF(house.x, house.top, house.width, 320));
        paintRoof(painter, house, middle);
    }
    Dice dice(41);
    const Building nearHouses[] = {{-14, 338, 150, 0}, {158, 286, 104, 2},  {262, 440, 132, 0},
                                   {856, 392, 130, 4}, {1002, 268, 112, 1}, {1114, 372, 186, 3}};
    for (const Building &house : nearHouses) {
        painter.setBrush(near);
        painter.drawRect(QRectF(house.x, house.top, house.width, 460));
        paintRoof(painter, house, near);
        paintWindows(painter, house, dice, seconds);
    }
    const double beacon = std::max(0.0, std::sin(2 * pi * seconds / 2.0)); // on the mast
    painter.setBrush(mixed(near, QColor(0xff, 0x5a, 0x4a), beacon));
    painter.drawEllipse(QPointF(210, 221), 4, 4);
}

void paintRailing(QPainter &painter)
{
    painter.setPen(Qt::NoPen);
    const QColor iron(0x24, 0x18, 0x32);
    painter.setBrush(iron);
    for (int x = 22; x < 1280; x += 76) {
        painter.drawRect(QRectF(x, railTop + 20, 9, 150));
        painter.drawEllipse(QPointF(x + 4.5, railTop + 66), 9, 9);
    }
    painter.drawRect(QRectF(0, railTop + 126, 1280, 10));
    painter.setBrush(QColor(0x32, 0x21, 0x40));
    painter.drawRect(QRectF(0, railTop, 1280, 24));
    painter.setBrush(QColor(0x74, 0x49, 0x62));
    painter.drawRect(QRectF(0, railTop, 1280, 5));
    painter.setBrush(iron);
    painter.drawRect(QRectF(0, railTop + 19, 1280, 6));
}

void paintPlanter(QPainter &painter, double seconds)
{
    painter.save();
    painter.translate(1058, railTop + 6);
    Dice dice(5);
    for (int i = 0; i < 15; ++i) {
        const double x = -84 + i * 12;
        const double sway = 2.6 * std::sin(2 * pi * (seconds / 4 + i * 0.09));
        const double tilt = (i - 7) * 6.5 + dice.between(-9, 9) + sway;
        const double length = dice.between(46, 88);
        painter.save();
        painter.translate(x * 0.9, 4);
        painter.rotate(tilt - 90);
        QPainterPath leaf(QPointF(0, -4));
        leaf.cubicTo(length * 0.4, -15, length * 0.8, -10, length, 0);
        leaf.cubicTo(length * 0.7, 12, length * 0.3, 12, 0, 4);
        painter.fillPath(leaf, i % 3 == 0   ? QColor(0x3a, 0x5a, 0x56)
                               : i % 3 == 1 ? QColor(0x2c, 0x47, 0x4b)
                                            : QColor(0x4c, 0x70, 0x5e));
        if (i % 5 == 2) {
            painter.setBrush(QColor(0xf0, 0x8a, 0x8e));
            for (int petal = 0; petal < 5; ++petal) {
                const double turn = 2 * pi * petal / 5;
                painter.drawEllipse(QPointF(length + 2 + 7 * std::cos(turn), 7 * std::sin(turn)), 5.4, 5.4);
            }
            painter.setBrush(QColor(0xff, 0xd8, 0x8a));
            painter.drawEllipse(QPointF(length + 2, 0), 4.4, 4.4);
        }
        painter.restore();
    }
    painter.setBrush(QColor(0x8c, 0x46, 0x48));
    painter.drawPolygon(QPolygonF({{-104, 8}, {104, 8}, {94, 84}, {-94, 84}}));
    painter.setBrush(QColor(0xa8, 0x58, 0x52));
    painter.drawRoundedRect(QRectF(-110, 0, 220, 20), 5, 5);
    painter.restore();
}

} // namespace

QImage sceneFrame(int frame)
{
    const double seconds = double(frame) / frameRate;
    QImage image(frameSize, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintSky(painter, seconds);
    paintClouds(painter, seconds);
    paintCity(painter, seconds);
    paintRailing(painter);
    paintPlanter(painter, seconds);
    painter.translate(600, railTop + 2);
    paintParrot(painter, seconds);
    return image;
}

} // namespace retake::sample
