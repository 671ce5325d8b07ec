// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace retake {

class Thumbnails;

// A version as thumbnail, title and second line, indented by its depth.
class VersionDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    VersionDelegate(Thumbnails &thumbnails, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Thumbnails &m_thumbnails;
};

} // namespace retake
