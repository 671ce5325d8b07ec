// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/versions/versiondelegate.h"

#include "ui/theme/iconset.h"
#include "ui/theme/theme.h"
#include "ui/versions/versionmodel.h"
#include "ui/widgets/picture.h"
#include "ui/widgets/thumbnails.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace retake {

namespace {

constexpr QSize thumbnail(64, 38);
constexpr int indent = 14;
constexpr int deepest = 4; // deeper ones stand at the same place, so that the title keeps room
constexpr int margin = 7;
constexpr int thumbnailGap = 9;

QFont titleFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont secondFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.85);
    return font;
}

} // namespace

VersionDelegate::VersionDelegate(Thumbnails &thumbnails, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_thumbnails(thumbnails)
{}

QSize VersionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int words =
        QFontMetrics(titleFont(option.font)).height() + QFontMetrics(secondFont(option.font)).height() + 3;
    return {160, std::max(words, thumbnail.height()) + 2 * margin + 3};
}

void VersionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Tokens t = Theme::current();
    const int depth = std::min(index.data(VersionModel::DepthRole).toInt(), deepest);
    const QRect card = option.rect.adjusted(8 + depth * indent, 1, -8, -2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state & QStyle::State_Selected;
    const bool focused = (option.state & QStyle::State_HasFocus) && selected;
    if (selected || (option.state & QStyle::State_MouseOver)) {
        QPainterPath outline;
        outline.addRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
        painter->fillPath(outline, t.raised);
        if (selected) {
            painter->setPen(QPen(t.accent, focused ? 2 : 1));
            painter->drawPath(outline);
        }
    }
    const QRect place(QPoint(card.left() + margin, card.top() + (card.height() - thumbnail.height()) / 2),
                      thumbnail);
    Picture::draw(*painter, place, m_thumbnails.image(index.data(VersionModel::FileRole).toString()));

    const QFontMetrics title(titleFont(option.font));
    const QFontMetrics second(secondFont(option.font));
    const int left = place.right() + 1 + thumbnailGap;
    int width = card.right() - margin - left;
    const int top = card.top() + (card.height() - title.height() - second.height() - 3) / 2;
    const bool kept = index.data(VersionModel::KeptRole).toBool();
    if (kept) {
        width -= 16;
        themedIcon(QStringLiteral("star-filled"), Ink::Warning)
            .paint(painter, QRect(card.right() - margin - 14, top + (title.height() - 14) / 2, 14, 14));
    }
    painter->setFont(titleFont(option.font));
    painter->setPen(t.text);
    painter->drawText(QRect(left, top, width, title.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      title.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, width));
    painter->setFont(secondFont(option.font));
    painter->setPen(index.data(VersionModel::SourceRole).toBool() && depth > 0 ? t.accentText : t.second);
    width = card.right() - margin - left;
    painter->drawText(
        QRect(left, top + title.height() + 3, width, second.height()), Qt::AlignLeft | Qt::AlignVCenter,
        second.elidedText(index.data(VersionModel::SubtitleRole).toString(), Qt::ElideRight, width));
    painter->restore();
}

} // namespace retake
