// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/filmstrip.h"

#include <QFocusEvent>

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
constexpr int frameLine = 2; // of the line around the piece
constexpr int narrowestBar = 28;

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

} // namespace retake
