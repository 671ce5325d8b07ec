// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/reference.h"

#include <QDialog>

#include <array>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace retake {

class CropFrame;

// Which piece of a reference image is meant: a frame on the picture, the usual shapes, and its numbers. Reads
// the picture on a pool thread; until it is there, and for a piece that no model takes, it cannot be
// accepted.
class CropDialog : public QDialog
{
    Q_OBJECT
public:
    // `clip`: the size of the clip, for the shape of that name; empty: there is none.
    CropDialog(const Reference &reference, int number, QSize clip, const MediaLimits &limits,
               QWidget *parent = nullptr);

    QRectF crop() const; // in parts; null: the whole picture

private:
    struct Loaded
    {
        Result<ReferenceInfo> info;
        QImage picture;
    };

    QWidget *makeControls(QSize clip);
    void show(const Loaded &loaded);
    void chooseShape();
    void followFrame();
    void followNumbers();
    void judge();

    Reference m_reference;
    MediaLimits m_limits;
    ReferenceInfo m_info;
    CropFrame *m_frame;
    QComboBox *m_shape;
    std::array<QSpinBox *, 4> m_numbers{}; // x, y, width, height
    QPushButton *m_whole;
    QLabel *m_summary;
    QPushButton *m_accept;
};

} // namespace retake
