// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/stripview.h"
#include "ui/viewer/thumbnailreel.h"
#include "ui/viewer/trimgrip.h"

#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>

namespace retake {

// The clip as a strip of pictures with a ruler, the playhead and, in the colour of warning, the piece. It
// shows all of the clip or a part of it, and tells what the person takes hold of; the rules are not its own.
class Filmstrip : public QWidget
{
    Q_OBJECT
public:
    enum class State { Empty, Loading, Ready, Failed };

    explicit Filmstrip(QWidget *parent = nullptr);

    void setState(State state);
    void setClip(const ClipInfo &clip);      // whose pictures are shown
    void setDuration(Microseconds timeline); // of what plays; the strip is as long
    void setPosition(Microseconds position);

    void setPiece(const Trim &piece, const FrameBorders &borders); // painted as given
    // How near and how far the out handle may be; none: anywhere.
    void setReach(const std::optional<Trim> &reach);
    void setBubble(TrimPart part, const QString &text); // what stands beside a handle; empty: nothing

    Trim piece() const { return m_piece; }

    const StripView &view() const { return m_view; }

    const ThumbnailReel &reel() const { return m_reel; }

    TrimGrip *grip(TrimPart part) const { return m_grips[std::size_t(part)]; }

    int xOf(Microseconds time) const; // where a moment stands, also outside of the view
    QRect track() const;

    void zoom(double factor); // around the playhead while it is in sight, else around the middle
    void showAll();
    void showPiece(); // nearer, so that the piece fills half of the strip; once more: everything
    void reveal(Microseconds time);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seekRequested(std::chrono::microseconds time);
    void scrubEnded();
    void gripTaken(retake::TrimPart part);
    void gripMoved(retake::TrimPart part, std::chrono::microseconds to); // the piece by its in-point
    void gripReleased(retake::TrimPart part);
    void gripCancelled(retake::TrimPart part);
    void gripStepped(retake::TrimPart part, int frames, std::chrono::microseconds time);
    void gripPlaced(retake::TrimPart part, int border);
    void gripLeft(retake::TrimPart part); // the focus went away
    void viewChanged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    enum class Held { Nothing, Playhead, Body, Grip, Overview };

    void connectGrip(TrimGrip *grip);
    QRect overview() const;
    bool isOnBody(QPointF place) const;
    Held under(QPointF place) const;
    void take(TrimPart part, double x);
    void dragTo(double x);
    void let();
    void viewMoved();
    void placeGrips();
    void wantPictures();
    double pictureWidth() const;

    QPixmap film() const;
    void paintRuler(QPainter &painter) const;
    void paintPiece(QPainter &painter) const;
    void paintReach(QPainter &painter) const;
    void paintPlayhead(QPainter &painter) const;
    void paintOverview(QPainter &painter) const;
    void paintBubble(QPainter &painter) const;
    void paintNote(QPainter &painter) const;

    StripView m_view;
    ThumbnailReel m_reel;
    std::array<TrimGrip *, 3> m_grips{};
    FrameBorders m_borders;
    Trim m_piece;
    std::optional<Trim> m_reach;
    Microseconds m_position{0};
    QString m_bubble;
    TrimPart m_bubblePart = TrimPart::In;
    QPixmap m_film; // the pictures as they stand; null: to be painted anew
    QTimer m_autoScroll;
    Held m_held = Held::Nothing;
    TrimPart m_heldPart = TrimPart::In;
    Microseconds m_grabOffset{0}; // from the pointer to what it holds
    QPointF m_pressed;
    double m_lastX = 0;
    State m_state = State::Empty;
    bool m_ringed = false; // the focus came by a key and is shown
};

} // namespace retake
