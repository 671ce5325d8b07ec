// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/comparecanvas.h"

#include <algorithm>

namespace retake {

using namespace std::chrono_literals;

CompareCanvas::CompareCanvas(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("compareCanvas"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_stirred.setSingleShot(true);
    m_stirred.setInterval(std::chrono::seconds(2));
    connect(&m_stirred, &QTimer::timeout, this, qOverload<>(&CompareCanvas::update));
    m_blink.setInterval(m_blinkEvery);
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
    if (m_mode != ViewMode::Single && m_mode != ViewMode::Grid &&
        (half(Side::Before).sentence || half(Side::After).sentence))
        return ViewMode::SideBySide;
    return m_mode;
}

void CompareCanvas::setTitle(Side side, const QString &title)
{
    half(side).title = title;
    describe();
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

void CompareCanvas::setClipSize(Side side, QSize size)
{
    if (half(side).clipSize == size)
        return;
    half(side).clipSize = size;
    changed();
}

void CompareCanvas::setSentence(Side side, const std::optional<ErrorSentence> &sentence)
{
    half(side).sentence = sentence;
    if (sentence)
        half(side).picture = half(side).fitted = {};
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
    for (const Side side : allSides) {
        half(side).picture = pair.picture(side);
        half(side).fitted = {};
    }
    m_difference = {};
    m_frame = pair.frame;
    m_frameCount = frameCount;
    describe();
    placeButtons();
    update();
}

void CompareCanvas::setPlaying(bool playing)
{
    if (m_playing == playing)
        return;
    m_playing = playing;
    if (m_readout)
        Q_EMIT displaySizeChanged();
}

void CompareCanvas::setSingleSide(Side side)
{
    m_single = side;
    changed();
}

void CompareCanvas::setSwapped(bool swapped)
{
    m_swapped = swapped;
    changed();
}

void CompareCanvas::setShift(int frames)
{
    m_shift = frames;
    describe();
    update();
}

void CompareCanvas::setDifferenceLook(const DifferenceLook &look)
{
    m_look = look;
    m_difference = {};
    update();
}

void CompareCanvas::setBlinkInterval(std::chrono::milliseconds interval)
{
    m_blinkEvery = interval;
    m_blinkSide = Side::Before;
    if (interval > 0ms)
        m_blink.setInterval(interval);
    changed();
}

void CompareCanvas::holdAfter(bool held)
{
    m_held = held;
    m_blinkSide = Side::Before;
    changed();
}

void CompareCanvas::setReadout(bool on)
{
    m_readout = on;
    changed();
}

// After whatever may move a picture: the sizes that are wanted of the player may be others now.
void CompareCanvas::changed()
{
    const bool blinks = shownMode() == ViewMode::Blink && m_blinkEvery > 0ms && !m_held;
    if (blinks != m_blink.isActive())
        blinks ? m_blink.start() : m_blink.stop();
    m_difference = {};
    describe();
    zoomed();
}

void CompareCanvas::describe()
{
    QString text = tr("%1, frame %2 of %3")
                       .arg(viewModeTitle(shownMode()))
                       .arg(m_frameCount ? m_frame + 1 : 0)
                       .arg(m_frameCount);
    for (const Side side : sides()) {
        if (shownMode() == ViewMode::Grid)
            text += u". " + labelOf(side);
        if (half(side).sentence)
            text += u". " + half(side).sentence->title;
    }
    if (m_shift && shownMode() != ViewMode::Grid)
        text += u". " + sideName(Side::After);
    setAccessibleName(text);
}

QString CompareCanvas::sideName(Side side) const
{
    if (side == Side::Before)
        return tr("Before");
    if (isFurther(side))
        return side == Side::Third ? tr("Third") : tr("Fourth");
    if (!m_shift)
        return tr("After");
    const QString frames =
        (m_shift > 0 ? QStringLiteral("+") : QString(QChar(0x2212))) + QString::number(std::abs(m_shift));
    //: the side is shown some frames later or earlier than its moment: "After +2 f", f for frames
    return tr("After %1 f").arg(frames);
}

QString CompareCanvas::labelText(Side side) const
{
    return m_surroundings == Surroundings::Hidden ? QString() : labelOf(side);
}

QString CompareCanvas::labelOf(Side side) const
{
    const QString &title = half(side).title;
    if (m_sideNames == SideNames::Hidden)
        return title;
    return title.isEmpty() ? sideName(side) : QString(sideName(side) + u" · " + title);
}

Side CompareCanvas::onlySide() const
{
    if (half(Side::Before).present && half(Side::After).present)
        return m_swapped != m_held ? otherSide(m_single) : m_single;
    return half(Side::After).present ? Side::After : Side::Before;
}

bool CompareCanvas::isShared() const
{
    return shownMode() == ViewMode::Wipe || shownMode() == ViewMode::Difference;
}

void CompareCanvas::resizeEvent(QResizeEvent *)
{
    zoomed();
}

} // namespace retake
