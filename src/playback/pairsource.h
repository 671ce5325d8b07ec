// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "media/framebook.h"
#include "playback/lookahead.h"
#include "playback/side.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QSize>
#include <QTimer>

#include <memory>

namespace retake {

class Reel;

// The clips of a player, two or up to four, and the frames that are asked of them together: complete only
// when all pictures are there, and paused they come once more in full. Knows nothing of time; for PairPlayer.
class PairSource : public QObject
{
    Q_OBJECT
public:
    enum class SideState { Closed, Opening, Open, Failed };

    struct Half
    {
        SideState state = SideState::Closed;
        Reel *reel = nullptr;
        std::shared_ptr<const FrameIndex> index;
        ClipInfo clip;
        QSize box;
        int frame = -1; // asked for, by the current ticket; -1: none
        QImage picture;
        bool isProxy = false; // the picture is
    };

    explicit PairSource(QObject *parent = nullptr);
    ~PairSource() override;

    const Half &half(Side side) const { return m_halves[std::size_t(side)]; }

    bool isOpening() const;

    void open(Side side, const QString &file); // ends with one opened() or failed(), unless closed before
    void close(Side side);

    void useFrames(const FrameBook &book) { m_book = book; } // from the next open() on

    void setProxy(const QString &file, const QString &proxy);
    bool setDisplaySize(Side side, QSize box); // whether it is another one

    // One completed() follows, unless it is dropped or a newer request overtakes it.
    void request(const BySide<int> &frames, const Lookahead &ahead);
    void drop();

    bool isPending() const { return m_pending; } // asked for and not complete yet

    void sharpenSoon(); // the pair will stand: unless a request follows, sharpened() does where it can

Q_SIGNALS:
    void opened(retake::Side side, const retake::ClipInfo &clip);
    void failed(retake::Side side, const retake::Error &error);
    void completed();
    void sharpened();

private:
    Half &own(Side side) { return m_halves[std::size_t(side)]; }

    void release(Half &half);
    void take(Half &half, const QImage &picture, bool isProxy);
    void deliver();
    void sharpen();

    BySide<Half> m_halves;
    QTimer m_patience; // how long a pair waits for a side that is still opening
    QTimer m_still;    // how long a picture must stand before it is decoded in full
    FrameBook m_book;
    QHash<QString, QString> m_proxies; // by the file that they stand for
    quint64 m_ticket = 0;
    bool m_pending = false;
};

} // namespace retake
