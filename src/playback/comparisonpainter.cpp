// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/comparisonpainter.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace retake {

namespace {

constexpr QRgb lineColor = qRgb(255, 255, 255);

int chipMargin(int pictureHeight)
{
    return std::max(4, pictureHeight / 60);
}

} // namespace

QImage labelChip(const QString &text, int pictureHeight, int room)
{
    QFont font;
    font.setPixelSize(std::max(12, pictureHeight / 30));
    font.setWeight(QFont::Medium);
    const QFontMetrics metrics(font);
    const int margin = chipMargin(pictureHeight);
    const int padding = font.pixelSize() / 2;
    const QString shown =
        metrics.elidedText(text, Qt::ElideRight, std::max(room - 2 * (margin + padding), 0));
    if (shown.isEmpty())
        return {};
    QImage chip(metrics.horizontalAdvance(shown) + 2 * padding, metrics.height() + padding,
                QImage::Format_ARGB32_Premultiplied);
    chip.fill(Qt::transparent);
    QPainter painter(&chip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(10, 11, 14, 190));
    painter.drawRoundedRect(QRectF(chip.rect()), padding / 2.0, padding / 2.0);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(chip.rect(), Qt::AlignCenter, shown);
    return chip;
}

QImage besideEachOther(const QImage &before, const QImage &after)
{
    QImage both(before.width() + after.width(), std::max(before.height(), after.height()),
                QImage::Format_RGB32);
    both.fill(Qt::black);
    QPainter painter(&both);
    painter.drawImage(0, (both.height() - before.height()) / 2, before);
    painter.drawImage(before.width(), (both.height() - after.height()) / 2, after);
    return both;
}

ComparisonPainter::ComparisonPainter(const ComparisonPlan &plan, const std::array<QString, 2> &labels)
    : m_plan(plan)
{
    for (const Side side : bothSides) {
        const int width = plan.places[std::size_t(side)].width();
        m_labels[std::size_t(side)] =
            labelChip(labels[std::size_t(side)], plan.size.height(),
                      plan.form == ComparisonForm::WipeSweep ? plan.size.width() / 2 : width);
    }
}

bool ComparisonPainter::shows(int picture, Side side) const
{
    switch (m_plan.form) {
    case ComparisonForm::SideBySide:
        return true;
    case ComparisonForm::WipeSweep:
        return side == m_plan.first() ? m_plan.wipeLine(picture) > 0
                                      : m_plan.wipeLine(picture) < m_plan.size.width();
    case ComparisonForm::Blink:
        return m_plan.blinkSide(picture) == side;
    }
    return true;
}

QImage ComparisonPainter::paint(int picture, const QImage &before, const QImage &after) const
{
    QImage image(m_plan.size, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int margin = chipMargin(m_plan.size.height());
    const auto draw = [&](Side side) {
        painter.drawImage(m_plan.places[std::size_t(side)], side == Side::Before ? before : after);
    };
    const auto label = [&](Side side, int left) {
        painter.drawImage(left, margin, m_labels[std::size_t(side)]);
    };
    switch (m_plan.form) {
    case ComparisonForm::SideBySide:
        for (const Side side : bothSides) {
            draw(side);
            label(side, m_plan.places[std::size_t(side)].left() + margin);
        }
        break;
    case ComparisonForm::WipeSweep: {
        const int line = m_plan.wipeLine(picture);
        const Side first = m_plan.first();
        const Side second = otherSide(first);
        painter.setClipRect(line, 0, m_plan.size.width() - line, m_plan.size.height());
        draw(second);
        painter.setClipRect(0, 0, line, m_plan.size.height());
        draw(first);
        painter.setClipping(false);
        if (line > 0 && line < m_plan.size.width())
            painter.fillRect(line - 1, 0, 2, m_plan.size.height(), QColor(lineColor));
        label(first, margin);
        label(second, m_plan.size.width() - margin - m_labels[std::size_t(second)].width());
        break;
    }
    case ComparisonForm::Blink:
        draw(m_plan.blinkSide(picture));
        label(m_plan.blinkSide(picture), margin);
        break;
    }
    return image;
}

} // namespace retake
