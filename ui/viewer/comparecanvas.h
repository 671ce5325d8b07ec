// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/pairplayer.h"
#include "session/errorsentence.h"
#include "ui/viewer/canvaslayout.h"
#include "ui/viewer/difference.h"
#include "ui/viewer/wipeline.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>
#include <vector>

class QAbstractButton;

namespace retake {

// Paints a pair, in a grid with further takes, in one of the view modes, on a dark ground, zoomed and panned
// in step. One widget, so that a painted pair is always whole. A side that cannot be played has a sentence in
// its half.
class CompareCanvas : public QWidget
{
    Q_OBJECT
public:
    static constexpr double largestScale = 16;

    explicit CompareCanvas(QWidget *parent = nullptr);

    void setMode(ViewMode mode);
    // What is really painted: one picture while there is one side; side by side, unless it is a grid, while a
    // side has failed.
    ViewMode shownMode() const;

    void setTitle(Side side, const QString &title);

    // Whether a label says which side it is, or has the title alone: where there is one side by nature.
    enum class SideNames { Shown, Hidden };

    void setSideNames(SideNames names) { m_sideNames = names; }

    void setSurroundings(Surroundings surroundings);

    void setPresent(Side side, bool present); // the side has a clip, be it still opening; absent clears it
    void setClipSize(Side side, QSize size);  // in the clip's own pixels, as seen; null: not known
    void setSentence(Side side, const std::optional<ErrorSentence> &sentence);
    // The part of the picture (0 to 1 each way) that is sent: the rest is dimmed. Null: all of it.
    void setCrop(Side side, const QRectF &part);
    void showPair(const PicturePair &pair, int frameCount);
    void setPlaying(bool playing);

    void setSingleSide(Side side); // which one Single shows

    Side singleSide() const { return m_single; }

    // After on the left and Before on the right; Single turns to the other side.
    void setSwapped(bool swapped);

    bool isSwapped() const { return m_swapped; }

    void setShift(int frames); // what After's label says; the player moves it

    // Device pixels for one pixel of Before's clip (of After's, without one). A scale that was set stays over
    // changes of mode and version; zoomed out all the way the pictures are fitted.
    double scale() const;

    bool isFitted() const { return !m_scale; }

    void zoomTo(double scale); // about the middle
    void zoomTo(double scale, QPointF about);
    void zoomStep(int way); // to the next round figure, up or down
    void fitPictures();
    void panBy(QPointF logical);

    const WipeLine &wipeLine() const { return m_wipe; }

    void setWipeLine(const WipeLine &line);
    void setWipe(double fraction); // 0 to 1 across the picture

    double wipe() const { return m_wipe.fraction; }

    void moveWipe(int way);          // a step
    void turnWipe(double byDegrees); // about its grip
    QPointF wipeGrip() const;        // where it can be taken and where it can be turned by
    QPointF wipeTurnGrip() const;

    const DifferenceLook &differenceLook() const { return m_look; }

    void setDifferenceLook(const DifferenceLook &look);

    std::chrono::milliseconds blinkInterval() const { return m_blinkEvery; }

    void setBlinkInterval(std::chrono::milliseconds interval); // 0: only while After is held
    void holdAfter(bool held); // After alone (in Single the other side), until it is let go

    // The values of the pixel under the pointer, on both sides.
    void setReadout(bool on);

    bool hasReadout() const { return m_readout; }

    QString readoutText() const; // empty while the pointer is not on a picture

    QSize displaySize(Side side) const;  // the box for a side's pictures, in device pixels
    QRectF pictureRect(Side side) const; // zoomed it reaches out of the canvas
    QRectF visibleRect(Side side) const; // what of it is seen
    QRectF cell(Side side) const;        // of the grid, filled or not; null in other modes

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void displaySizeChanged();
    void zoomChanged();
    void furtherClicked(retake::Side side); // its picture in the grid
    void emptyCellClicked(retake::Side side, QPoint place);
    void takeOutClicked(retake::Side side); // the button in its corner

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    enum class Drag { None, Line, Turn, Pan };

    struct Half
    {
        QString title;
        bool present = false;
        QSize clipSize;
        QImage picture;
        QImage fitted; // the picture in the size of its place, when it is another; null: not made
        QRectF crop;
        std::optional<ErrorSentence> sentence;
    };

    struct ReadoutColumns
    {
        double names = 0;
        double places = 0;
        double channel = 0;
        double line = 0; // its height
        int lines = 0;
    };

    struct Pixel
    {
        QPoint place; // in the clip's own pixels
        QRgb value = 0;
    };

    Half &half(Side side) { return m_halves[std::size_t(side)]; }

    const Half &half(Side side) const { return m_halves[std::size_t(side)]; }

    CanvasLayout layoutNow() const;

    // Whose place a side has.
    Side slot(Side side) const { return m_swapped && !isFurther(side) ? otherSide(side) : side; }

    std::vector<Side> sides() const; // that have a place: the pair, or what there is in the grid

    Side sideAt(QPointF point) const;
    Side reference() const;
    QSize shape(Side side) const;
    Side onlySide() const;
    QRectF sharedRect() const;
    QRectF sharedVisible() const;
    QRectF standIn(Side side) const;
    bool isShared() const;
    bool isApart() const;
    bool hasWipe() const;
    bool canPan() const;
    void changed();
    void zoomed();
    void describe();
    void setScaleFor(std::optional<double> scale);
    void drag(QPointF to);
    void showCursor(QPointF at);
    Drag dragAt(QPointF point) const;
    std::optional<Pixel> pixelAt(Side side, QPointF point) const;

    void paintPicture(QPainter &painter, Side side, const QRectF &place);
    void paintImage(QPainter &painter, const QImage &image, const QRectF &place) const;
    void paintSideBySide(QPainter &painter);
    void paintGrid(QPainter &painter);
    void placeButtons();
    bool canTakeOut(Side side) const;
    std::optional<Side> cellAt(QPointF point) const;
    std::optional<Side> furtherAt(QPointF point) const;
    void clickCell(QPointF point);
    QString cellHint(QPointF point) const;
    void paintWipe(QPainter &painter);
    void paintWipeLabels(QPainter &painter) const;
    void paintDifference(QPainter &painter);
    void paintOne(QPainter &painter, Side side);
    void paintSentence(QPainter &painter, Side side) const;
    void paintLabel(QPainter &painter, const QRectF &within, const QString &text, Qt::Corner corner,
                    double room) const;
    void paintReadout(QPainter &painter) const;
    QRectF readoutRect() const; // null while it is off
    ReadoutColumns readoutColumns() const;
    QString labelText(Side side) const; // empty where the pictures are alone
    QString labelOf(Side side) const;
    QString sideName(Side side) const;

    BySide<Half> m_halves;
    BySide<QAbstractButton *> m_takeOut{}; // children; made when there is a grid
    SideNames m_sideNames = SideNames::Shown;
    Surroundings m_surroundings = Surroundings::Shown;
    ViewMode m_mode = ViewMode::Single;
    QImage m_difference; // of m_differencePart of the pictures in hand; null: not made yet
    QRect m_differencePart;
    DifferenceLook m_look;
    QTimer m_blink;
    QTimer
        m_stirred; // the pointer, a moment ago: with the pictures alone that shows what can be taken hold of
    std::chrono::milliseconds m_blinkEvery{500};
    Side m_single = Side::After;
    Side m_blinkSide = Side::Before;
    std::optional<double> m_scale; // none: fitted
    QPointF m_centre{0.5, 0.5};
    WipeLine m_wipe;
    double m_reportedRatio = 0;
    Drag m_drag = Drag::None;
    QPointF m_dragFrom;
    QPointF m_pivot;                  // of a turn
    std::optional<QPointF> m_pressed; // where a click may become of it
    std::optional<QPointF> m_pointer;
    int m_shift = 0;
    int m_frame = 0;
    int m_frameCount = 0;
    bool m_swapped = false;
    bool m_held = false;
    bool m_readout = false;
    bool m_playing = false;
};

} // namespace retake
