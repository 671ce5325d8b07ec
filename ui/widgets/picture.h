// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPainter;

namespace retake {

class Thumbnails;

// A small rounded picture of a video's first frame, or its place while there is none.
class Picture : public QWidget
{
    Q_OBJECT
public:
    Picture(Thumbnails &thumbnails, const QSize &size, QWidget *parent = nullptr);

    void setFile(const QString &file);

    static void draw(QPainter &painter, const QRect &place, const QImage &image);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Thumbnails &m_thumbnails;
    QString m_file;
};

} // namespace retake
