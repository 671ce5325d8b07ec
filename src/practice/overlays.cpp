// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/overlays.h"

#include "practice/scenery.h"

#include <QLinearGradient>
#include <QPainter>
#include <QRadialGradient>
#include <QRandomGenerator>

#include <functional>

namespace retake {

namespace {

QImage transparent(QSize size)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}

// Draws everything again beyond the edges, so that the scrolled picture has no seam.
void drawSeamless(QPainter &painter, QSize size, QPointF at, const std::function<void(QPainter &)> &draw)
{
    for (int dx = -1; dx <= 1; ++dx) {
        for (int dy = -1; dy <= 1; ++dy) {
            painter.save();
            painter.translate(at + QPointF(dx * size.width(), dy * size.height()));
            draw(painter);
            painter.restore();
        }
    }
}

QPointF anywhere(QSize size, QRandomGenerator &random)
{
    return {random.bounded(double(size.width())), random.bounded(double(size.height()))};
}

Overlay rain(QSize size, QRandomGenerator &random, int drops, int alpha, double length, double speed)
{
    QImage image = transparent(size);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double h = size.height();
    for (int i = 0; i < drops; ++i) {
        const double reach = h * length * (0.6 + random.bounded(0.8));
        const QPen pen(QColor(226, 236, 250, alpha / 2 + random.bounded(alpha)),
                       h * (0.0012 + random.bounded(0.0018)), Qt::SolidLine, Qt::RoundCap);
        drawSeamless(painter, size, anywhere(size, random), [&](QPainter &p) {
            p.setPen(pen);
            p.drawLine(QPointF(0, 0), QPointF(-reach * 0.16, reach));
        });
    }
    painter.end();
    const double across = -speed * 0.16 * h / size.width(); // along the slant of the streaks
    return {image, {}, across, speed};
}

Overlay flakes(QSize size, QRandomGenerator &random, int count, double radius, double speed, int alpha)
{
    QImage image = transparent(size);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double h = size.height();
    for (int i = 0; i < count; ++i) {
        const double r = h * radius * (0.5 + random.bounded(1.0));
        QRadialGradient soft(QPointF(0, 0), r);
        soft.setColorAt(0, QColor(255, 255, 255, alpha));
        soft.setColorAt(0.5, QColor(255, 255, 255, alpha * 3 / 4));
        soft.setColorAt(1, QColor(255, 255, 255, 0));
        drawSeamless(painter, size, anywhere(size, random), [&](QPainter &p) {
            p.setBrush(soft);
            p.drawEllipse(QPointF(0, 0), r, r);
        });
    }
    painter.end();
    return {image, {}, speed * 0.12, speed};
}

Overlay leaves(QSize size, QRandomGenerator &random, int count, double radius, const QList<QColor> &colours)
{
    QImage image = transparent(size);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double h = size.height();
    for (int i = 0; i < count; ++i) {
        const double r = h * radius * (0.6 + random.bounded(0.8));
        const double turn = random.bounded(360.0);
        const QColor colour = colours[random.bounded(int(colours.size()))];
        drawSeamless(painter, size, anywhere(size, random), [&](QPainter &p) {
            p.rotate(turn);
            p.setBrush(colour);
            p.drawEllipse(QPointF(0, 0), r, r * 0.48);
        });
    }
    painter.end();
    return {image, {}, 0.0016, 0.0052};
}

Overlay clouds(QSize size, QRandomGenerator &random, int alpha)
{
    const QSize small = size / 4; // soft anyway
    QImage image = transparent(small);
    QPainter painter(&image);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 42; ++i) {
        const double r = small.height() * (0.2 + random.bounded(0.3));
        QRadialGradient puff(QPointF(0, 0), r);
        puff.setColorAt(0, QColor(232, 236, 240, alpha));
        puff.setColorAt(1, QColor(232, 236, 240, 0));
        drawSeamless(painter, small, anywhere(small, random), [&](QPainter &p) {
            p.setBrush(puff);
            p.drawEllipse(QPointF(0, 0), r * 1.8, r);
        });
    }
    painter.end();
    return {image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation), {}, 0.0012, 0};
}

Overlay glow(QSize size, double x, double y, double radius, const QColor &colour)
{
    QImage image = transparent(size);
    QPainter painter(&image);
    const QPointF centre(size.width() * x, size.height() * y);
    QRadialGradient light(centre, size.height() * radius);
    QColor half = colour;
    half.setAlpha(colour.alpha() / 4);
    QColor none = colour;
    none.setAlpha(0);
    light.setColorAt(0, colour);
    light.setColorAt(0.09, colour);
    light.setColorAt(0.3, half);
    light.setColorAt(1, none);
    painter.fillRect(image.rect(), light);
    painter.end();
    return {image, {}};
}

Overlay wash(QSize size, const QColor &top, const QColor &middle, const QColor &bottom)
{
    QImage image = transparent(size);
    QPainter painter(&image);
    QLinearGradient gradient(0, 0, 0, size.height());
    gradient.setColorAt(0, top);
    gradient.setColorAt(0.5, middle);
    gradient.setColorAt(1, bottom);
    painter.fillRect(image.rect(), gradient);
    painter.end();
    return {image, {}};
}

Overlay vignette(QSize size, const QColor &edge)
{
    QImage image = transparent(size);
    QPainter painter(&image);
    painter.translate(size.width() / 2.0, size.height() / 2.0);
    painter.scale(size.width() / 2.0, size.height() / 2.0);
    QRadialGradient dark(QPointF(0, 0), 1.42);
    QColor none = edge;
    none.setAlpha(0);
    dark.setColorAt(0.42, none);
    dark.setColorAt(1, edge);
    painter.fillRect(QRectF(-1, -1, 2, 2), dark);
    painter.end();
    return {image, {}};
}

Overlay paper(QSize size, QRandomGenerator &random)
{
    QImage image = vignette(size, QColor(250, 247, 238, 235)).image;
    QImage grain(size, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(grain.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            const int shade = random.bounded(34);
            line[x] = random.bounded(2) == 0 ? qRgba(0, 0, 0, shade / 2) : qRgba(shade, shade, shade, shade);
        }
    }
    QPainter painter(&image);
    painter.drawImage(0, 0, grain);
    painter.end();
    return {image, {}};
}

Overlay scanLines(QSize size)
{
    QImage image = transparent(size);
    QPainter painter(&image);
    const int step = std::max(4, size.height() / 120);
    for (int y = 0; y < size.height(); y += step)
        painter.fillRect(0, y, size.width(), std::max(1, step / 4), QColor(4, 0, 24, 90));
    painter.end();
    return {image, {}};
}

Overlay starrySky(QSize size, QRandomGenerator &random)
{
    QImage image = transparent(size);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 90; ++i) {
        const double y = random.bounded(0.45);
        const double r = size.height() * (0.0012 + random.bounded(0.0018));
        painter.setBrush(QColor(255, 255, 255, int((0.45 - y) * 2 * (120 + random.bounded(130)))));
        painter.drawEllipse(QPointF(random.bounded(double(size.width())), y * size.height()), r, r);
    }
    painter.end();
    return {image, {}};
}

void addLook(Look look, QSize size, QRandomGenerator &random, QList<Overlay> &list)
{
    switch (look) {
    case Look::Forest:
    case Look::Beach:
    case Look::City:
    case Look::Desert:
    case Look::Mountain:
    case Look::Space:
    case Look::Underwater:
    case Look::Background:
        list.prepend({drawPlace(look, size, random), {}}); // behind the weather
        break;
    case Look::Rain:
        list.append(clouds(size, random, 26));
        list.append(rain(size, random, 170, 60, 0.05, 0.045));
        list.append(rain(size, random, 90, 110, 0.1, 0.075));
        break;
    case Look::Storm:
        list.append(clouds(size, random, 22));
        list.append(rain(size, random, 320, 90, 0.09, 0.085));
        break;
    case Look::Snow:
        list.append(flakes(size, random, 150, 0.0055, 0.004, 190));
        list.append(flakes(size, random, 60, 0.012, 0.0075, 235));
        break;
    case Look::Winter:
        list.append(vignette(size, QColor(236, 244, 252, 170)));
        list.append(flakes(size, random, 90, 0.006, 0.004, 200));
        break;
    case Look::Fog:
        list.append(clouds(size, random, 26));
        list.append(clouds(size, random, 20));
        break;
    case Look::Night:
        list.append(starrySky(size, random));
        list.append(vignette(size, QColor(2, 4, 22, 150)));
        break;
    case Look::Dusk:
        list.append(wash(size, QColor(70, 24, 96, 96), QColor(230, 110, 70, 26), QColor(255, 140, 50, 84)));
        break;
    case Look::Dawn:
        list.append(
            wash(size, QColor(150, 180, 235, 60), QColor(255, 200, 190, 40), QColor(255, 206, 150, 90)));
        break;
    case Look::Sunny:
    case Look::Summer:
        list.append(glow(size, 0.86, 0.08, 0.75, QColor(255, 240, 176, 225)));
        break;
    case Look::Spring:
        list.append(
            leaves(size, random, 46, 0.012,
                   {QColor(255, 190, 212, 235), QColor(255, 214, 226, 235), QColor(250, 160, 190, 235)}));
        break;
    case Look::Autumn:
        list.append(leaves(size, random, 34, 0.018,
                           {QColor(212, 96, 30, 240), QColor(236, 150, 40, 240), QColor(170, 60, 26, 240)}));
        break;
    case Look::Warm:
        list.append(glow(size, 0.1, 0.1, 1.1, QColor(255, 190, 100, 70)));
        break;
    case Look::Watercolour:
        list.append(paper(size, random));
        break;
    case Look::Neon:
        list.append(scanLines(size));
        list.append(vignette(size, QColor(10, 0, 36, 190)));
        break;
    case Look::Vintage:
        list.append(vignette(size, QColor(34, 18, 4, 200)));
        break;
    case Look::Sketch:
    case Look::BlackWhite:
    case Look::Darker:
    case Look::Unnamed:
        list.append(vignette(size, QColor(0, 0, 0, 90)));
        break;
    case Look::ColourChange:
    case Look::Cold:
    case Look::Pixel:
    case Look::Clay:
    case Look::Oil:
    case Look::Cartoon:
    case Look::ZoomIn:
    case Look::ZoomOut:
    case Look::PanLeft:
    case Look::PanRight:
    case Look::Shake:
    case Look::Mirror:
    case Look::UpsideDown:
    case Look::Slow:
    case Look::Fast:
    case Look::Blur:
    case Look::Brighter:
    case Look::Vivid:
        break;
    }
}

} // namespace

QList<Overlay> overlaysFor(const Reading &reading, QSize size, quint32 seed)
{
    QRandomGenerator random(seed);
    QList<Overlay> list;
    for (const Look look : reading.looks)
        addLook(look, size, random, list);
    return list;
}

} // namespace retake
