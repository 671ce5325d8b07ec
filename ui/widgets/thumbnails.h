// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>

namespace retake {

// First frames of videos, each decoded once on a pool thread and kept.
class Thumbnails : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    QImage image(const QString &file); // null until ready() was sent, or when there is none

Q_SIGNALS:
    void ready(const QString &file);

private:
    QHash<QString, QImage> m_images;
    QSet<QString> m_asked;
};

} // namespace retake
