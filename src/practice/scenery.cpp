// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/scenery.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>
#include <QRandomGenerator>

#include <cmath>

namespace retake {

namespace {

class Scene
{
public:
    Scene(QSize size, QRandomGenerator &random)
        : m_image(size, QImage::Format_ARGB32_Premultiplied)
        , m_painter(&m_image)
        , m_random(random)
        , m_w(size.width())
        , m_h(size.height())
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
    }

    void sky(const QColor &top, const QColor &bottom)
    {
        QLinearGradient gradient(0, 0, 0, m_h);
        gradient.setColorAt(0, top);
        gradient.setColorAt(1, bottom);
        m_painter.fillRect(m_image.rect(), gradient);
    }

    void ground(double from, const QColor &colour) // a wavy edge over the full width
    {
        QPainterPath path(QPointF(0, m_h));
        const double phase = m_random.bounded(6.3);
        for (int i = 0; i <= 40; ++i)
            path.lineTo(m_w * i / 40.0, m_h * (from + 0.02 * std::sin(phase + i * 0.45)));
        path.lineTo(m_w, m_h);
        m_painter.fillPath(path, colour);
    }

    void trees(int count, const QColor &colour, double width)
    {
        for (int i = 0; i < count; ++i) {
            const double x = m_random.bounded(double(m_w));
            const double half = m_w * width * (0.6 + m_random.bounded(0.8));
            const double lean = m_w * (m_random.bounded(0.04) - 0.02);
            QPainterPath trunk(QPointF(x - half, m_h));
            trunk.lineTo(x - half * 0.45 + lean, -5);
            trunk.lineTo(x + half * 0.45 + lean, -5);
            trunk.lineTo(x + half, m_h);
            m_painter.fillPath(trunk, colour);
        }
    }

    void blobs(int count, const QColor &colour, double top, double bottom, double size)
    {
        m_painter.setBrush(colour);
        for (int i = 0; i < count; ++i) {
            const QPointF centre(m_random.bounded(double(m_w)), m_h * (top + m_random.bounded(bottom - top)));
            const double radius = m_h * size * (0.5 + m_random.bounded(1.0));
            m_painter.drawEllipse(centre, radius * 1.5, radius);
        }
    }

    void peaks(int count, double from, const QColor &colour, const QColor &cap)
    {
        for (int i = 0; i < count; ++i) {
            const double x = m_w * (i + m_random.bounded(0.8)) / count;
            const double top = m_h * (from - m_random.bounded(0.25));
            const double half = m_w * (0.16 + m_random.bounded(0.12));
            const double foot = m_h * 0.95;
            QPainterPath peak(QPointF(x - half, foot));
            peak.lineTo(x, top);
            peak.lineTo(x + half, foot);
            m_painter.fillPath(peak, colour);
            QPainterPath snow(QPointF(x, top));
            snow.lineTo(x - half * 0.3, top + (foot - top) * 0.3);
            snow.lineTo(x - half * 0.08, top + (foot - top) * 0.22);
            snow.lineTo(x + half * 0.1, top + (foot - top) * 0.33);
            snow.lineTo(x + half * 0.3, top + (foot - top) * 0.3);
            m_painter.fillPath(snow, cap);
        }
    }

    void houses(const QColor &wall, double from)
    {
        for (double x = -m_w * 0.02; x < m_w;) {
            const double width = m_w * (0.05 + m_random.bounded(0.06));
            const double top = m_h * (from + m_random.bounded(0.4));
            m_painter.fillRect(QRectF(x, top, width, m_h - top), wall);
            const double cell = m_w * 0.011;
            const int rows = int(std::ceil((m_h - top - cell) / (cell * 2)));
            const int columns = int(std::ceil((width - cell * 1.6) / (cell * 1.5)));
            for (int row = 0; row < rows; ++row) {
                for (int column = 0; column < columns; ++column) {
                    const double wy = top + cell + row * cell * 2;
                    const double wx = x + cell * (0.6 + column * 1.5);
                    if (m_random.bounded(100) < 42)
                        m_painter.fillRect(QRectF(wx, wy, cell * 0.8, cell), QColor(255, 214, 130, 230));
                }
            }
            x += width * 1.04;
        }
    }

    void stars(int count)
    {
        for (int i = 0; i < count; ++i) {
            const double radius = m_h * (0.001 + m_random.bounded(0.0022));
            m_painter.setBrush(QColor(255, 255, 255, 120 + m_random.bounded(130)));
            m_painter.drawEllipse(QPointF(m_random.bounded(double(m_w)), m_random.bounded(double(m_h))),
                                  radius, radius);
        }
    }

    void disc(double x, double y, double radius, const QColor &light, const QColor &dark)
    {
        const QPointF centre(m_w * x, m_h * y);
        QRadialGradient gradient(centre - QPointF(radius, radius) * m_h * 0.4, radius * m_h * 1.6);
        gradient.setColorAt(0, light);
        gradient.setColorAt(1, dark);
        m_painter.setBrush(gradient);
        m_painter.drawEllipse(centre, radius * m_h, radius * m_h);
    }

    void rays(const QColor &colour)
    {
        for (int i = 0; i < 9; ++i) {
            const double x = m_random.bounded(double(m_w));
            const double width = m_w * (0.02 + m_random.bounded(0.05));
            QPainterPath ray(QPointF(x, 0));
            ray.lineTo(x + width, 0);
            ray.lineTo(x + width * 2.4 - m_w * 0.1, m_h);
            ray.lineTo(x - width - m_w * 0.1, m_h);
            m_painter.fillPath(ray, colour);
        }
    }

    QImage whole()
    {
        m_painter.end();
        return m_image;
    }

    // Leaves the middle clear, with a soft edge.
    QImage framed()
    {
        m_painter.setCompositionMode(QPainter::CompositionMode_DestinationIn);
        m_painter.translate(m_w / 2.0, m_h * 0.52);
        m_painter.scale(m_w / 2.0, m_h / 2.0);
        QRadialGradient mask(QPointF(0, 0), 1.45);
        mask.setColorAt(0, QColor(0, 0, 0, 0));
        mask.setColorAt(0.36, QColor(0, 0, 0, 0));
        mask.setColorAt(0.58, QColor(0, 0, 0, 225));
        mask.setColorAt(1, QColor(0, 0, 0, 245));
        m_painter.fillRect(QRectF(-1, -1.1, 2, 2.2), mask);
        m_painter.end();
        return m_image;
    }

private:
    QImage m_image;
    QPainter m_painter;
    QRandomGenerator &m_random;
    int m_w;
    int m_h;
};

} // namespace

QImage drawPlace(Look place, QSize size, QRandomGenerator &random, Middle middle)
{
    Scene scene(size, random);
    if (place == Look::Forest) {
        scene.sky({168, 184, 172}, {70, 92, 72});
        scene.trees(22, {116, 136, 120}, 0.009);
        scene.blobs(40, {104, 130, 104, 120}, -0.05, 0.22, 0.07);
        scene.trees(13, {72, 92, 76}, 0.015);
        scene.blobs(30, {62, 92, 62, 190}, -0.06, 0.1, 0.07);
        scene.trees(7, {40, 54, 44}, 0.022);
        scene.blobs(40, {38, 60, 40, 235}, 0.92, 1.05, 0.06);
    } else if (place == Look::Beach) {
        scene.sky({88, 172, 232}, {206, 236, 248});
        scene.disc(0.84, 0.16, 0.07, {255, 252, 220}, {255, 236, 150});
        scene.ground(0.5, {34, 140, 172});
        scene.ground(0.6, {70, 190, 200});
        scene.ground(0.74, {238, 216, 164});
    } else if (place == Look::City) {
        scene.sky({22, 26, 58}, {96, 62, 104});
        scene.houses({46, 48, 84}, 0.12);
        scene.houses({22, 24, 46}, 0.4);
    } else if (place == Look::Desert) {
        scene.sky({240, 190, 128}, {250, 226, 178});
        scene.disc(0.8, 0.18, 0.08, {255, 250, 230}, {255, 220, 150});
        scene.ground(0.52, {222, 168, 100});
        scene.ground(0.66, {204, 142, 78});
        scene.ground(0.82, {176, 112, 58});
    } else if (place == Look::Mountain) {
        scene.sky({96, 158, 220}, {214, 232, 246});
        scene.peaks(6, 0.36, {120, 140, 172}, {246, 250, 255});
        scene.peaks(5, 0.5, {84, 106, 140}, {236, 244, 252});
        scene.ground(0.86, {66, 100, 84});
    } else if (place == Look::Space) {
        scene.sky({6, 6, 22}, {26, 12, 48});
        scene.blobs(14, {92, 42, 140, 40}, 0.1, 0.9, 0.2);
        scene.stars(260);
        scene.disc(0.85, 0.24, 0.13, {250, 206, 156}, {120, 58, 70});
    } else if (place == Look::Underwater) {
        scene.sky({44, 170, 204}, {6, 42, 92});
        scene.rays({200, 250, 255, 38});
        scene.ground(0.88, {30, 76, 96});
        scene.blobs(22, {200, 240, 255, 70}, 0.1, 0.9, 0.012);
    } else {
        const int hue = random.bounded(360);
        scene.sky(QColor::fromHsv(hue, 150, 190), QColor::fromHsv((hue + 50) % 360, 130, 240));
        scene.blobs(36, QColor::fromHsv((hue + 25) % 360, 60, 255, 60), 0, 1, 0.07);
    }
    return middle == Middle::Clear ? scene.framed() : scene.whole();
}

} // namespace retake
