// SPDX-License-Identifier: GPL-3.0-or-later
#include "parrot.h"

#include "plumage.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace retake::sample {

namespace {

using std::numbers::pi;

const QColor bodyColour(0x7d, 0x4f, 0xd0);
const QColor bodyShade(0x69, 0x3f, 0xb8);
const QColor breastColour(0x93, 0x69, 0xde);
const QColor beakColour(0xe2, 0x48, 0x3c);
const QColor beakShade(0xb2, 0x2f, 0x30);
const QColor eyeRing(0xff, 0xf3, 0xdf);
const QColor footColour(0x4a, 0x38, 0x50);
const QColor sunRim(0xf0, 0xa8, 0x70, 120);

struct Key
{
    double at;
    double value;
};

// Eased from key to key; constant before the first and after the last.
double along(std::initializer_list<Key> keys, double at)
{
    const Key *before = keys.begin();
    for (const Key &key : keys) {
        if (key.at > at) {
            if (&key == keys.begin())
                return key.value;
            const double part = (at - before->at) / (key.at - before->at);
            return before->value + (key.value - before->value) * part * part * (3 - 2 * part);
        }
        before = &key;
    }
    return before->value;
}

// 0..1..0 around a moment.
double bump(double at, double middle, double half)
{
    const double away = std::abs(at - middle) / half;
    return away >= 1 ? 0 : 0.5 + 0.5 * std::cos(pi * away);
}

struct Pose
{
    double lean = 0;     // degrees, whole bird about the feet
    double headTurn = 0; // degrees about the neck
    double headLift = 0; // px
    double beakOpen = 0; // 0..1
    double lid = 0;      // 0 open, 1 shut
    double tail = 0;     // degrees
    double wing = 0;     // 0 folded, 1 spread
    double breath = 0;   // -1..1
    double crest = 0;    // 0 flat, 1 raised
};

Pose poseAt(double t)
{
    Pose pose;
    pose.breath = std::sin(2 * pi * t / 2.0);
    pose.headTurn = along({{0.35, 0},
                           {0.6, -13},
                           {1.1, -13},
                           {1.35, 4},
                           {2.2, 4},
                           {2.5, 19},
                           {3.05, 19},
                           {3.3, -4},
                           {3.9, -4},
                           {4.2, 7},
                           {4.5, -9},
                           {5.4, -9},
                           {5.7, 2},
                           {6.1, 2},
                           {6.35, -15},
                           {7.0, -15},
                           {7.4, 0}},
                          t);
    pose.headLift = along(
        {{1.1, 0}, {1.35, 7}, {2.2, 7}, {2.5, 0}, {4.1, 0}, {4.3, -8}, {4.55, 10}, {5.3, 10}, {5.7, 0}}, t);
    pose.lean = along({{0, 0},
                       {2.3, 0},
                       {2.7, 4},
                       {3.1, 4},
                       {3.5, 0},
                       {4.05, 0},
                       {4.3, 7},
                       {4.55, -3},
                       {5.3, -3},
                       {5.8, 0}},
                      t);
    for (const Call &call : calls()) {
        const double into = (t - call.at) / call.length;
        if (into > 0 && into < 1) {
            pose.beakOpen = std::max(pose.beakOpen, std::sin(pi * into));
            pose.tail += 5 * std::sin(pi * into);
        }
        pose.crest = std::max(pose.crest, bump(t, call.at + call.length / 2, call.length / 2 + 0.3));
    }
    for (const double blink : {0.85, 2.75, 3.0, 5.75, 7.3})
        pose.lid = std::max(pose.lid, bump(t, blink, 0.12));
    pose.tail += 3 * std::sin(2 * pi * t / 1.6) * along({{0, 0}, {0.6, 1}, {7.2, 1}, {7.9, 0}}, t);
    const double spread = along({{4.25, 0}, {4.5, 1}, {5.15, 1}, {5.5, 0}}, t);
    pose.wing = spread * (0.74 + 0.26 * std::cos(2 * pi * 3.6 * (t - 4.5)));
    pose.tail += 7 * spread;
    return pose;
}

QPainterPath bodyPath(double breath)
{
    const double out = 2.5 * breath;
    QPainterPath path(QPointF(0, -285));
    path.cubicTo(-72, -246, -112 - out, -170, -104 - out, -95);
    path.cubicTo(-98, -40, -72, -4, -30, 4);
    path.cubicTo(12, 10, 60, -28, 84 + out, -92);
    path.cubicTo(104 + out, -150, 96 + out, -212, 80, -265);
    path.closeSubpath();
    return path;
}

void paintBody(QPainter &painter, double breath)
{
    const QPainterPath body = bodyPath(breath);
    painter.setPen(Qt::NoPen);
    painter.fillPath(body, bodyColour);
    painter.save();
    painter.setClipPath(body);
    painter.fillPath(body.subtracted(body.translated(20, -7)), bodyShade);
    QPainterPath breast(QPointF(84, -262));
    breast.cubicTo(28, -214, 26, -110, -6, -34);
    breast.cubicTo(30, -18, 60, -30, 130, -60);
    breast.lineTo(130, -262);
    breast.closeSubpath();
    painter.fillPath(breast, breastColour);
    painter.setPen(QPen(QColor(0x7f, 0x56, 0xcb), 3, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    for (int row = 0; row < 5; ++row) {
        for (int column = 0; column < 3; ++column) {
            const double x = 44 + column * 24 - (row % 2) * 12 - row * 4;
            painter.drawArc(QRectF(x, -206 + row * 33, 16, 13), 190 * 16, 160 * 16);
        }
    }
    painter.setPen(Qt::NoPen);
    painter.fillPath(body.subtracted(body.translated(-4.5, 1)), sunRim);
    painter.restore();
}

void paintEye(QPainter &painter, double lid)
{
    const QPointF eye(25, -14);
    painter.setPen(Qt::NoPen);
    painter.setBrush(eyeRing);
    painter.drawEllipse(eye, 27, 26);
    painter.setPen(QPen(QColor(0xd9, 0xc4, 0xc8), 2));
    painter.drawEllipse(eye, 20.5, 20);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xf2, 0xb0, 0x3c));
    painter.drawEllipse(eye, 16, 16);
    painter.setBrush(QColor(0x1c, 0x12, 0x24));
    painter.drawEllipse(eye + QPointF(1.5, 0), 10, 10);
    painter.setBrush(Qt::white);
    painter.drawEllipse(eye + QPointF(-2.5, -4.5), 3.6, 3.6);
    if (lid > 0.02) {
        QPainterPath ball;
        ball.addEllipse(eye, 20, 19.5);
        painter.save();
        painter.setClipPath(ball);
        painter.fillRect(QRectF(eye.x() - 22, eye.y() - 22, 44, 38 * lid), QColor(0xc9, 0xb2, 0xd6));
        painter.setPen(QPen(QColor(0x6a, 0x4a, 0x86), 2.6));
        const double edge = eye.y() - 22 + 38 * lid;
        painter.drawLine(QPointF(eye.x() - 22, edge), QPointF(eye.x() + 22, edge));
        painter.restore();
    }
}

void paintBeak(QPainter &painter, double open)
{
    painter.setPen(Qt::NoPen);
    painter.save();
    painter.translate(48, 18);
    painter.rotate(27 * open);
    QPainterPath lower(QPointF(-4, -6));
    lower.cubicTo(14, -8, 34, -4, 38, 12);
    lower.cubicTo(28, 26, 6, 22, -6, 10);
    lower.closeSubpath();
    painter.fillPath(lower, beakShade);
    painter.restore();
    painter.save();
    painter.translate(46, -4);
    painter.rotate(-7 * open);
    QPainterPath upper(QPointF(-2, -34));
    upper.cubicTo(42, -42, 76, -8, 62, 48);
    upper.cubicTo(54, 30, 40, 20, 2, 22);
    upper.cubicTo(-8, 4, -8, -18, -2, -34);
    upper.closeSubpath();
    painter.fillPath(upper, beakColour);
    QPainterPath shine(QPointF(8, -25));
    shine.cubicTo(32, -26, 50, -10, 54, 10);
    painter.setPen(QPen(QColor(0xf4, 0x86, 0x70), 5, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shine);
    painter.setPen(Qt::NoPen);
    painter.setBrush(beakShade);
    painter.drawEllipse(QPointF(9, -9), 3, 3.6);
    painter.restore();
}

void paintHead(QPainter &painter, const Pose &pose)
{
    painter.save();
    painter.translate(30, -215);
    painter.rotate(pose.headTurn);
    painter.translate(8, -75 - pose.headLift);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 3; ++i) { // crest
        painter.save();
        painter.translate(-30 + i * 9, -46 - i * 7);
        painter.rotate(188 + i * 13 + pose.crest * (22 + i * 6));
        painter.setBrush(i == 1 ? wingLight : wingColour);
        painter.drawPath(feather(46 + i * 3, 21));
        painter.restore();
    }
    QPainterPath skull;
    skull.addEllipse(QPointF(0, 0), 66, 66);
    painter.fillPath(skull, bodyColour);
    painter.fillPath(skull.subtracted(skull.translated(9, 9)), bodyShade);
    paintBeak(painter, pose.beakOpen);
    paintEye(painter, pose.lid);
    painter.setPen(QPen(bodyShade, 3, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(2, 24, 13, 10), 190 * 16, 160 * 16);
    painter.drawArc(QRectF(20, 30, 13, 10), 190 * 16, 160 * 16);
    painter.drawArc(QRectF(8, 40, 13, 10), 190 * 16, 160 * 16);
    painter.restore();
}

void paintFeet(QPainter &painter)
{
    painter.setPen(Qt::NoPen);
    for (const double x : {-34.0, 16.0}) {
        painter.setBrush(QColor(0x5f, 0x4a, 0x66));
        painter.drawRoundedRect(QRectF(x + 4, -10, 18, 16), 7, 7);
        painter.setBrush(footColour);
        for (int toe = 0; toe < 3; ++toe)
            painter.drawRoundedRect(QRectF(x - 5 + toe * 12, -2, 11, 23), 5.5, 5.5);
    }
}

} // namespace

const QList<Call> &calls()
{
    static const QList<Call> list{{1.50, 0.17}, {1.76, 0.22}, {3.55, 0.16}, {4.60, 0.34},
                                  {5.02, 0.18}, {6.50, 0.15}, {6.72, 0.15}, {6.94, 0.26}};
    return list;
}

void paintParrot(QPainter &painter, double seconds)
{
    const Pose pose = poseAt(seconds);
    painter.save();
    painter.scale(1.08, 1.08);
    paintTail(painter, pose.tail);
    painter.save();
    painter.rotate(pose.lean);
    if (pose.wing > 0.04) { // the far wing shows only when it is lifted
        painter.save();
        painter.translate(34, 4);
        paintFan(painter, {-8, -206}, {6, 190, 56, 100, 112, 190, 276, wingDark, QColor(0x3c, 0x24, 0x78)},
                 pose.wing);
        painter.restore();
    }
    paintBody(painter, pose.breath);
    paintHead(painter, pose);
    paintWing(painter, {-26, -196}, pose.wing);
    painter.restore();
    paintFeet(painter);
    painter.restore();
}

} // namespace retake::sample
