// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/filmstrip.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

using namespace std::chrono_literals;

constexpr int inset = TrimGrip::handleWidth + TrimGrip::reach;
constexpr int rulerHeight = 13;
constexpr int trackTop = rulerHeight + TrimGrip::barHeight - 3;
constexpr int stripHeight = 74;
constexpr int overviewHeight = 5;
constexpr int frameLine = 2;     // of the line around the piece
constexpr int playheadReach = 5; // pixels beside it that still take it
constexpr int narrowestBar = 28;
constexpr double wheelFactor = 1.25; // a notch

} // namespace

Filmstrip::Filmstrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("filmstrip"));
    setAccessibleName(tr("Filmstrip"));
    setAccessibleDescription(
        tr("Click to seek; I and O set the piece at the playhead; the wheel with Ctrl comes nearer"));
    setFocusPolicy(Qt::StrongFocus); // a click brings the keys here
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (const TrimPart part : {TrimPart::In, TrimPart::Piece, TrimPart::Out}) {
        auto *grip = new TrimGrip(part, this);
        grip->hide();
        m_grips[std::size_t(part)] = grip;
        connectGrip(grip);
    }
    m_autoScroll.setInterval(30);
    connect(&m_autoScroll, &QTimer::timeout, this, [this] { dragTo(m_lastX); });
    connect(&m_reel, &ThumbnailReel::changed, this, [this] {
        m_film = {};
        update();
    });
}

void Filmstrip::connectGrip(TrimGrip *grip)
{
    const TrimPart part = grip->part();
    connect(grip, &TrimGrip::taken, this, [this, part](double x) { take(part, x); });
    connect(grip, &TrimGrip::dragged, this, &Filmstrip::dragTo);
    connect(grip, &TrimGrip::released, this, &Filmstrip::let);
    connect(grip, &TrimGrip::cancelled, this, [this, part] {
        m_held = Held::Nothing;
        m_autoScroll.stop();
        Q_EMIT gripCancelled(part);
    });
    connect(grip, &TrimGrip::doubleClicked, this, &Filmstrip::showPiece);
    connect(grip, &TrimGrip::stepWanted, this, [this, part](int frames, Microseconds time) {
        Q_EMIT gripStepped(part, frames, time);
        reveal(part == TrimPart::Out ? m_piece.out : m_piece.in);
    });
    connect(grip, &TrimGrip::borderWanted, this,
            [this, part](int border) { Q_EMIT gripPlaced(part, border); });
    connect(grip, &TrimGrip::reached, this,
            [this, part] { reveal(part == TrimPart::Out ? m_piece.out : m_piece.in); });
    connect(grip, &TrimGrip::left, this, [this, part] { Q_EMIT gripLeft(part); });
}

QSize Filmstrip::sizeHint() const
{
    return {600, stripHeight};
}

QSize Filmstrip::minimumSizeHint() const
{
    return {160, stripHeight};
}

QRect Filmstrip::track() const
{
    return rect().adjusted(inset, trackTop, -inset, -frameLine - overviewHeight - 1);
}

QRect Filmstrip::overview() const
{
    const QRect strip = track();
    return {strip.left(), height() - overviewHeight, strip.width(), overviewHeight};
}

void Filmstrip::setState(State state)
{
    m_state = state;
    if (state != State::Ready)
        m_reel.close();
    if (state == State::Loading)
        setDuration(Microseconds(0));
    m_film = {};
    update();
}

void Filmstrip::setClip(const ClipInfo &clip)
{
    if (!m_reel.isOpen())
        m_view.showAll();
    m_reel.open(clip);
    setState(State::Ready);
    viewMoved();
}

void Filmstrip::setDuration(Microseconds timeline)
{
    if (timeline == m_view.duration())
        return;
    m_view.setDuration(timeline);
    viewMoved();
}

void Filmstrip::setPosition(Microseconds position)
{
    m_position = position;
    if (m_held == Held::Nothing)
        reveal(position);
    update();
}

void Filmstrip::setPiece(const Trim &piece, const FrameBorders &borders)
{
    m_piece = piece;
    m_borders = borders;
    placeGrips();
    update();
}

void Filmstrip::setReach(const std::optional<Trim> &reach)
{
    m_reach = reach;
    update();
}

void Filmstrip::setBubble(TrimPart part, const QString &text)
{
    m_bubblePart = part;
    m_bubble = text;
    update();
}

int Filmstrip::xOf(Microseconds time) const
{
    return int(std::lround(m_view.xOf(time)));
}

// Outside of the view a handle lies outside of the strip, but can still get the focus.
void Filmstrip::placeGrips()
{
    const bool any = m_piece.out > m_piece.in && !m_view.isEmpty();
    const QRect strip = track();
    const int far = 4 * width() + 100;
    const int in = std::clamp(xOf(m_piece.in), -far, far);
    const int out = std::clamp(xOf(m_piece.out), -far, far);
    const int top = strip.top() - frameLine;
    const int high = strip.height() + 2 * frameLine;
    grip(TrimPart::In)->setGeometry(in - inset, top, inset, high);
    grip(TrimPart::Out)->setGeometry(out, top, inset, high);
    // Where the piece goes on beyond the view, what is in sight of the bar has the ribs.
    const int left = std::max(in - TrimGrip::handleWidth, std::min(0, out));
    const int right = std::min(out + TrimGrip::handleWidth, std::max(width(), in));
    const int spare = std::max(narrowestBar - (right - left), 0);
    grip(TrimPart::Piece)
        ->setGeometry(left - spare / 2, strip.top() - TrimGrip::barHeight + 1, right - left + spare,
                      TrimGrip::barHeight);
    for (TrimGrip *each : m_grips) {
        each->setVisible(any);
        const bool end = each->part() == TrimPart::Out;
        each->showBorder(m_borders.nearest(end ? m_piece.out : m_piece.in), 0, m_borders.frames());
    }
}

void Filmstrip::viewMoved()
{
    const QRect strip = track();
    m_view.setTrack(strip.left(), strip.width());
    m_film = {};
    placeGrips();
    wantPictures();
    update();
    Q_EMIT viewChanged();
}

double Filmstrip::pictureWidth() const
{
    return track().height() * m_reel.shape();
}

void Filmstrip::wantPictures()
{
    if (m_view.isEmpty() || width() <= 2 * inset)
        return;
    const double unit = double(m_view.span().count()) / std::max(track().width(), 1);
    m_reel.want(ThumbnailReel::spacingFor(pictureWidth() * 1.15, unit), m_view.from(), m_view.to());
}

void Filmstrip::zoom(double factor)
{
    const double x = m_view.xOf(m_position);
    const QRect strip = track();
    m_view.zoom(factor, x >= strip.left() && x <= strip.right() ? x : strip.center().x());
    viewMoved();
}

void Filmstrip::showAll()
{
    m_view.showAll();
    viewMoved();
}

void Filmstrip::showPiece()
{
    const StripView before = m_view;
    m_view.show(m_piece);
    if (before.from() == m_view.from() && before.span() == m_view.span())
        m_view.showAll();
    viewMoved();
}

void Filmstrip::reveal(Microseconds time)
{
    const Microseconds from = m_view.from();
    m_view.reveal(time);
    if (m_view.from() != from)
        viewMoved();
}

bool Filmstrip::event(QEvent *event)
{
    if (event->type() == QEvent::Leave && m_held == Held::Nothing)
        unsetCursor();
    return QWidget::event(event);
}

void Filmstrip::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_ringed = event->reason() != Qt::MouseFocusReason;
}

void Filmstrip::resizeEvent(QResizeEvent *)
{
    viewMoved();
}

void Filmstrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        m_film = {};
        update();
    }
}

// The piece can be taken by its middle when there is somewhere to go.
bool Filmstrip::isOnBody(QPointF place) const
{
    const bool movable = m_piece.length() > Microseconds(0) && m_piece.length() < m_borders.end();
    return movable && track().contains(place.toPoint()) && place.x() > m_view.xOf(m_piece.in) &&
           place.x() < m_view.xOf(m_piece.out);
}

Filmstrip::Held Filmstrip::under(QPointF place) const
{
    if (m_view.isEmpty())
        return Held::Nothing;
    if (!m_view.isWhole() && place.y() >= overview().top())
        return Held::Overview;
    const bool onPlayhead = std::abs(place.x() - m_view.xOf(m_position)) <= playheadReach;
    return isOnBody(place) && !onPlayhead ? Held::Body : Held::Playhead;
}

void Filmstrip::take(TrimPart part, double x)
{
    m_held = Held::Grip;
    m_heldPart = part;
    m_lastX = x;
    m_grabOffset = (part == TrimPart::Out ? m_piece.out : m_piece.in) - m_view.timeAt(x);
    Q_EMIT gripTaken(part);
}

void Filmstrip::dragTo(double x)
{
    m_lastX = x;
    const QRect strip = track();
    const double beyond = x < strip.left() ? x - strip.left() : std::max(x - strip.right(), 0.0);
    const bool scrolls = beyond != 0 && !m_view.isWhole() && m_held != Held::Overview;
    if (scrolls && m_autoScroll.isActive()) {
        m_view.scroll(
            Microseconds(qint64(double(m_view.span().count()) * std::clamp(beyond / 1500, -0.06, 0.06))));
        viewMoved();
    }
    if (scrolls != m_autoScroll.isActive())
        scrolls ? m_autoScroll.start() : m_autoScroll.stop();

    switch (m_held) {
    case Held::Nothing:
        return;
    case Held::Body:
        if (std::abs(x - m_pressed.x()) < QApplication::startDragDistance())
            return;
        setCursor(Qt::ClosedHandCursor);
        take(TrimPart::Piece, m_pressed.x());
        [[fallthrough]];
    case Held::Grip:
        Q_EMIT gripMoved(m_heldPart, m_view.timeAt(x) + m_grabOffset);
        return;
    case Held::Playhead:
        Q_EMIT seekRequested(std::clamp(m_view.timeAt(x), Microseconds(0), m_view.duration()));
        return;
    case Held::Overview: {
        const double part = (x - strip.left()) / std::max(strip.width(), 1);
        m_view.showFrom(Microseconds(qint64(part * double(m_view.duration().count()))) - m_view.span() / 2);
        viewMoved();
        return;
    }
    }
}

void Filmstrip::let()
{
    const Held held = std::exchange(m_held, Held::Nothing);
    m_autoScroll.stop();
    if (held == Held::Grip)
        Q_EMIT gripReleased(m_heldPart);
    else if (held == Held::Playhead)
        Q_EMIT scrubEnded();
}

void Filmstrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_held != Held::Nothing) {
        event->ignore();
        return;
    }
    m_pressed = event->position();
    m_held = under(m_pressed);
    if (m_held != Held::Body)
        dragTo(m_pressed.x());
}

void Filmstrip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_held != Held::Nothing) {
        dragTo(event->position().x());
        return;
    }
    switch (under(event->position())) {
    case Held::Body:
        setCursor(Qt::OpenHandCursor);
        break;
    case Held::Playhead:
        std::abs(event->position().x() - m_view.xOf(m_position)) <= playheadReach
            ? setCursor(Qt::SplitHCursor)
            : unsetCursor();
        break;
    case Held::Overview:
    case Held::Grip:
    case Held::Nothing:
        unsetCursor();
        break;
    }
}

void Filmstrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_held == Held::Body) { // not moved: a click
        m_held = Held::Playhead;
        dragTo(event->position().x());
    }
    let();
    mouseMoveEvent(event);
}

void Filmstrip::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && isOnBody(event->position()))
        showPiece();
    else
        mousePressEvent(event);
}

// With Ctrl nearer and back, else along the strip.
void Filmstrip::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    const double notches = (std::abs(turned.y()) >= std::abs(turned.x()) ? turned.y() : turned.x()) / 120.0;
    if (m_view.isEmpty() || notches == 0) {
        event->ignore();
        return;
    }
    if (event->modifiers() & Qt::ControlModifier) {
        m_view.zoom(std::pow(wheelFactor, notches), event->position().x());
    } else if (!m_view.isWhole()) {
        m_view.scroll(Microseconds(qint64(-notches / 8 * double(m_view.span().count()))));
    } else {
        event->ignore();
        return;
    }
    event->accept();
    viewMoved();
    if (m_held != Held::Nothing)
        dragTo(m_lastX);
}

} // namespace retake
