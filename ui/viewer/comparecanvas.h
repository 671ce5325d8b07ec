// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/pairplayer.h"
#include "session/errorsentence.h"
#include "ui/viewer/canvaslayout.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>

namespace retake {

// Paints a pair in one of the view modes, on a dark ground. One widget, so that a painted pair is always
// whole. A side that cannot be played has a sentence in its half.
class CompareCanvas : public QWidget
{
    Q_OBJECT
public:
    explicit CompareCanvas(QWidget *parent = nullptr);

    void setMode(ViewMode mode);
    // What is really painted: one picture while there is one side; side by side while a side has failed.
    ViewMode shownMode() const;

    void setTitle(Side side, const QString &title);

    // Whether a label says which side it is, or has the title alone: where there is one side by nature.
    enum class SideNames { Shown, Hidden };

    void setSideNames(SideNames names) { m_sideNames = names; }

    void setSurroundings(Surroundings surroundings);

    void setPresent(Side side, bool present); // the side has a clip, be it still opening; absent clears it
    void setSentence(Side side, const std::optional<ErrorSentence> &sentence);
    // The part of the picture (0 to 1 each way) that is sent: the rest is dimmed. Null: all of it.
    void setCrop(Side side, const QRectF &part);
    void showPair(const PicturePair &pair, int frameCount);

    void setSingleSide(Side side); // which one Single shows

    Side singleSide() const { return m_single; }

    void setWipe(double fraction); // 0 to 1 of the picture's width

    double wipe() const { return m_wipe; }

    QSize displaySize(Side side) const; // the box for a side's pictures, in device pixels
    QRectF pictureRect(Side side) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void displaySizeChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Half
    {
        QString title;
        bool present = false;
        QImage picture;
        QRectF crop;
        std::optional<ErrorSentence> sentence;
    };

    Half &half(Side side) { return m_halves[std::size_t(side)]; }

    const Half &half(Side side) const { return m_halves[std::size_t(side)]; }

    CanvasLayout layoutNow() const;
    Side onlySide() const;
    QRectF sharedRect() const;
    QRectF standIn(Side side) const;
    void changed();
    void describe();
    void paintPicture(QPainter &painter, Side side, const QRectF &place) const;
    void paintSideBySide(QPainter &painter) const;
    void paintWipe(QPainter &painter) const;
    void paintDifference(QPainter &painter);
    void paintOne(QPainter &painter, Side side) const;
    void paintSentence(QPainter &painter, Side side) const;
    void paintLabel(QPainter &painter, const QRectF &within, Side side, Qt::AlignmentFlag edge) const;

    std::array<Half, 2> m_halves;
    SideNames m_sideNames = SideNames::Shown;
    Surroundings m_surroundings = Surroundings::Shown;
    ViewMode m_mode = ViewMode::Single;
    QImage m_difference; // of the pictures in hand; null: not made yet
    QTimer m_blink;
    Side m_single = Side::After;
    Side m_blinkSide = Side::Before;
    double m_wipe = 0.5;
    double m_reportedRatio = 0;
    bool m_dragsWipe = false;
    int m_frame = 0;
    int m_frameCount = 0;
};

} // namespace retake
