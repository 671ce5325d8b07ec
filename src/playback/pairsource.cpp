// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/pairsource.h"

#include "playback/reel.h"

#include <algorithm>

namespace retake {

namespace {

constexpr auto patience = std::chrono::milliseconds(400);
constexpr auto stillAfter = std::chrono::milliseconds(150);

} // namespace

PairSource::PairSource(QObject *parent)
    : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_still.setSingleShot(true);
    m_still.setInterval(stillAfter);
    connect(&m_patience, &QTimer::timeout, this, &PairSource::deliver);
    connect(&m_still, &QTimer::timeout, this, &PairSource::sharpen);
}

PairSource::~PairSource() = default;

bool PairSource::isOpening() const
{
    return std::any_of(m_halves.begin(), m_halves.end(),
                       [](const Half &side) { return side.state == SideState::Opening; });
}

void PairSource::open(Side side, const QString &file)
{
    Half &opening = own(side);
    release(opening);
    opening.state = SideState::Opening;
    auto *reel = new Reel(file, m_book, this);
    opening.reel = reel;
    reel->setProxy(m_proxies.value(file));
    connect(reel, &Reel::opened, this,
            [this, side](const ClipInfo &clip, const std::shared_ptr<const FrameIndex> &index) {
                Half &opened = own(side);
                opened.state = SideState::Open;
                opened.clip = clip;
                opened.index = index;
                Q_EMIT this->opened(side, clip);
            });
    connect(reel, &Reel::failed, this, [this, side](const Error &error) {
        release(own(side));
        own(side).state = SideState::Failed;
        Q_EMIT failed(side, error);
    });
    connect(reel, &Reel::picture, this, [this, side](quint64 ticket, const QImage &picture, Reel::From from) {
        if (ticket == m_ticket)
            take(own(side), picture, from == Reel::From::Proxy);
    });
    m_patience.start(patience);
}

void PairSource::close(Side side)
{
    release(own(side));
}

void PairSource::setProxy(const QString &file, const QString &proxy)
{
    m_proxies.insert(file, proxy);
    for (Half &side : m_halves) {
        if (side.reel && side.reel->file() == file)
            side.reel->setProxy(proxy);
    }
}

bool PairSource::setDisplaySize(Side side, QSize box)
{
    if (half(side).box == box)
        return false;
    own(side).box = box;
    return true;
}

// The reel may be the sender of the signal that led here, and its thread may be in the middle of a packet:
// it is told to end, and deleted from the event loop.
void PairSource::release(Half &released)
{
    if (released.reel) {
        released.reel->disconnect(this);
        released.reel->close();
        released.reel->deleteLater();
    }
    const QSize box = released.box;
    released = {};
    released.box = box;
}

void PairSource::request(const BySide<int> &frames, const Lookahead &ahead)
{
    ++m_ticket;
    m_pending = true;
    m_still.stop();
    for (const Side side : allSides) {
        Half &asked = own(side);
        asked.frame = frames[std::size_t(side)];
        asked.picture = {};
        if (asked.frame >= 0 && asked.reel)
            asked.reel->request(m_ticket, asked.frame, asked.box, ahead.of(side));
    }
}

void PairSource::drop()
{
    m_pending = false;
}

void PairSource::sharpenSoon()
{
    m_still.start();
}

void PairSource::deliver()
{
    if (!m_pending)
        return;
    for (const Half &side : m_halves) {
        if (side.state == SideState::Opening && m_patience.isActive())
            return;
        if (side.frame >= 0 && side.picture.isNull())
            return;
    }
    m_pending = false;
    Q_EMIT completed();
}

// Also while a pair is asked for the original may be quicker: whichever comes is of the right frame. Of a
// pair that has gone out only a full picture is news, and goes out when no side lacks it any more.
void PairSource::take(Half &half, const QImage &picture, bool isProxy)
{
    if (!m_pending && isProxy)
        return;
    half.picture = picture;
    half.isProxy = isProxy;
    const bool whole = std::none_of(m_halves.begin(), m_halves.end(),
                                    [](const Half &side) { return side.frame >= 0 && side.isProxy; });
    if (m_pending)
        deliver();
    else if (whole)
        Q_EMIT sharpened();
}

// A picture that stands is decoded from the original, under the ticket of the pair that it belongs to.
void PairSource::sharpen()
{
    if (m_pending)
        return;
    for (Half &side : m_halves) {
        if (side.frame >= 0 && side.isProxy && side.reel)
            side.reel->requestStill(m_ticket, side.frame, side.box);
    }
}

} // namespace retake
