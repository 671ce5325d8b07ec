// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/comparecanvas.h"

#include "ui/viewer/canvasmarks.h"
#include "ui/viewer/difference.h"
#include "ui/viewer/viewercolors.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace retake {

namespace {

using namespace std::chrono_literals;

constexpr auto blinkEvery = 500ms;
constexpr double wipeStep = 0.02;

} // namespace

CompareCanvas::CompareCanvas(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("compareCanvas"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_blink.setInterval(blinkEvery);
    connect(&m_blink, &QTimer::timeout, this, [this] {
        m_blinkSide = otherSide(m_blinkSide);
        update();
    });
    describe();
}

QSize CompareCanvas::sizeHint() const
{
    return {800, 480};
}

QSize CompareCanvas::minimumSizeHint() const
{
    return {240, 135};
}

void CompareCanvas::setMode(ViewMode mode)
{
    m_mode = mode;
    changed();
}

ViewMode CompareCanvas::shownMode() const
{
    if (!half(Side::Before).present || !half(Side::After).present)
        return ViewMode::Single;
    if (m_mode != ViewMode::Single && (half(Side::Before).sentence || half(Side::After).sentence))
        return ViewMode::SideBySide;
    return m_mode;
}

void CompareCanvas::setTitle(Side side, const QString &title)
{
    half(side).title = title;
    update();
}

void CompareCanvas::setSurroundings(Surroundings surroundings)
{
    m_surroundings = surroundings;
    changed();
}

void CompareCanvas::setPresent(Side side, bool present)
{
    if (!present)
        half(side) = {};
    half(side).present = present;
    changed();
}

void CompareCanvas::setSentence(Side side, const std::optional<ErrorSentence> &sentence)
{
    half(side).sentence = sentence;
    if (sentence)
        half(side).picture = {};
    changed();
}

void CompareCanvas::setCrop(Side side, const QRectF &part)
{
    if (half(side).crop == part)
        return;
    half(side).crop = part;
    update();
}

void CompareCanvas::showPair(const PicturePair &pair, int frameCount)
{
    for (const Side side : bothSides)
        half(side).picture = pair.picture(side);
    m_difference = {};
    m_frame = pair.frame;
    m_frameCount = frameCount;
    describe();
    update();
}

void CompareCanvas::setSingleSide(Side side)
{
    m_single = side;
    changed();
}

void CompareCanvas::setWipe(double fraction)
{
    m_wipe = std::clamp(fraction, 0.0, 1.0);
    update();
}

// After whatever may move a picture: the sizes that are wanted of the player may be others now.
void CompareCanvas::changed()
{
    const bool blinks = shownMode() == ViewMode::Blink;
    if (blinks != m_blink.isActive())
        blinks ? m_blink.start() : m_blink.stop();
    m_difference = {};
    describe();
    update();
    Q_EMIT displaySizeChanged();
}

void CompareCanvas::describe()
{
    QString text = tr("%1, frame %2 of %3")
                       .arg(viewModeTitle(shownMode()))
                       .arg(m_frameCount ? m_frame + 1 : 0)
                       .arg(m_frameCount);
    for (const Side side : bothSides) {
        if (half(side).sentence)
            text += u". " + half(side).sentence->title;
    }
    setAccessibleName(text);
}

CanvasLayout CompareCanvas::layoutNow() const
{
    return {size(), shownMode(), devicePixelRatioF(), m_surroundings};
}

QSize CompareCanvas::displaySize(Side side) const
{
    return layoutNow().roomInPixels(side);
}

QRectF CompareCanvas::pictureRect(Side side) const
{
    return layoutNow().place(half(side).picture.size(), side);
}

Side CompareCanvas::onlySide() const
{
    if (half(Side::Before).present && half(Side::After).present)
        return m_single;
    return half(Side::After).present ? Side::After : Side::Before;
}

// The place that both share in the modes that lay one over the other: Before's.
QRectF CompareCanvas::sharedRect() const
{
    const QRectF before = pictureRect(Side::Before);
    return before.isEmpty() ? pictureRect(Side::After) : before;
}

// Where a side without a picture has its label and sentence: in the shape of the other side's picture.
QRectF CompareCanvas::standIn(Side side) const
{
    const CanvasLayout layout = layoutNow();
    const QRectF room = layout.room(side);
    const QRectF likeOther = layout.place(half(otherSide(side)).picture.size(), side);
    const bool roomy =
        likeOther.height() >= 8 * fontMetrics().height() && likeOther.width() * 2 >= room.width();
    return roomy ? likeOther : room;
}

void CompareCanvas::resizeEvent(QResizeEvent *)
{
    Q_EMIT displaySizeChanged();
}

void CompareCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || shownMode() != ViewMode::Wipe ||
        !sharedRect()
             .adjusted(-canvasmarks::wipeGrip, 0, canvasmarks::wipeGrip, 0)
             .contains(event->position()))
        return;
    m_dragsWipe = true;
    mouseMoveEvent(event);
}

void CompareCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF place = sharedRect();
    const bool overPicture = shownMode() == ViewMode::Wipe && place.contains(event->position());
    setCursor(m_dragsWipe || overPicture ? Qt::SplitHCursor : Qt::ArrowCursor);
    if (m_dragsWipe && place.width() > 0)
        setWipe((event->position().x() - place.left()) / place.width());
}

void CompareCanvas::mouseReleaseEvent(QMouseEvent *)
{
    m_dragsWipe = false;
}

void CompareCanvas::keyPressEvent(QKeyEvent *event)
{
    const bool moves = event->modifiers() == Qt::AltModifier && shownMode() == ViewMode::Wipe;
    if (moves && event->key() == Qt::Key_Left)
        setWipe(m_wipe - wipeStep);
    else if (moves && event->key() == Qt::Key_Right)
        setWipe(m_wipe + wipeStep);
    else
        QWidget::keyPressEvent(event);
}

void CompareCanvas::paintEvent(QPaintEvent *)
{
    if (m_reportedRatio != devicePixelRatioF()) { // moved to a screen of another scale
        m_reportedRatio = devicePixelRatioF();
        QTimer::singleShot(0, this, &CompareCanvas::displaySizeChanged);
    }
    QPainter painter(this);
    painter.fillRect(rect(), viewercolors::canvas(palette()));
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    switch (shownMode()) {
    case ViewMode::Single:
        paintOne(painter, onlySide());
        break;
    case ViewMode::SideBySide:
        paintSideBySide(painter);
        break;
    case ViewMode::Wipe:
        paintWipe(painter);
        break;
    case ViewMode::Difference:
        paintDifference(painter);
        break;
    case ViewMode::Blink:
        paintOne(painter, m_blinkSide);
        break;
    }
    if (hasFocus() && m_surroundings == Surroundings::Shown) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void CompareCanvas::paintPicture(QPainter &painter, Side side, const QRectF &place) const
{
    const QImage &picture = half(side).picture;
    if (picture.isNull() || place.isEmpty())
        return;
    // In the size that was asked for it goes pixel by pixel; scaled only until the new size comes.
    painter.drawImage(place, picture, picture.rect());
    if (const QRectF &crop = half(side).crop; !crop.isNull())
        canvasmarks::paintCrop(painter, place,
                               {place.left() + crop.left() * place.width(),
                                place.top() + crop.top() * place.height(), crop.width() * place.width(),
                                crop.height() * place.height()});
}

void CompareCanvas::paintSideBySide(QPainter &painter) const
{
    for (const Side side : bothSides) {
        const QRectF place = pictureRect(side);
        paintPicture(painter, side, place);
        paintSentence(painter, side);
        paintLabel(painter, place.isEmpty() ? standIn(side) : place, side, Qt::AlignLeft);
    }
}

void CompareCanvas::paintOne(QPainter &painter, Side side) const
{
    const QRectF place = pictureRect(side);
    paintPicture(painter, side, place);
    paintSentence(painter, side);
    if (half(side).present)
        paintLabel(painter, place.isEmpty() ? standIn(side) : place, side, Qt::AlignLeft);
}

void CompareCanvas::paintWipe(QPainter &painter) const
{
    const QRectF place = sharedRect();
    if (place.isEmpty())
        return;
    const double ratio = devicePixelRatioF();
    const double line = std::round((place.left() + place.width() * m_wipe) * ratio) / ratio;
    QRectF left = place;
    left.setRight(line);
    QRectF right = place;
    right.setLeft(line);
    painter.save();
    painter.setClipRect(left);
    paintPicture(painter, Side::Before, place);
    painter.restore();
    painter.save();
    painter.setClipRect(right);
    paintPicture(painter, Side::After, place);
    painter.restore();
    paintLabel(painter, place, Side::Before, Qt::AlignLeft);
    paintLabel(painter, place, Side::After, Qt::AlignRight);

    canvasmarks::paintWipeLine(painter, place, line);
}

void CompareCanvas::paintDifference(QPainter &painter)
{
    const QImage &before = half(Side::Before).picture;
    const QImage &after = half(Side::After).picture;
    if (before.isNull() || after.isNull())
        return;
    if (m_difference.isNull())
        m_difference = differenceOf(before, after);
    const QRectF place = sharedRect();
    painter.drawImage(place, m_difference, m_difference.rect());
    paintLabel(painter, place, Side::Before, Qt::AlignLeft);
    paintLabel(painter, place, Side::After, Qt::AlignRight);
}

void CompareCanvas::paintSentence(QPainter &painter, Side side) const
{
    if (const auto &sentence = half(side).sentence)
        canvasmarks::paintSentence(painter, standIn(side), *sentence, palette());
}

void CompareCanvas::paintLabel(QPainter &painter, const QRectF &within, Side side,
                               Qt::AlignmentFlag edge) const
{
    if (m_surroundings == Surroundings::Hidden)
        return;
    const QString name = side == Side::Before ? tr("Before") : tr("After");
    const QString &title = half(side).title;
    const bool shared = shownMode() == ViewMode::Wipe || shownMode() == ViewMode::Difference;
    const QString both = title.isEmpty() ? name : QString(name + u" · " + title);
    canvasmarks::paintLabel(painter, within, m_sideNames == SideNames::Shown ? both : title, edge,
                            shared ? within.width() / 2 : within.width());
}

} // namespace retake
