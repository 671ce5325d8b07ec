// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/order.h"
#include "playback/side.h"
#include "playback/soundclip.h"
#include "playback/soundformat.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace retake {

// Decodes the sound of both sides on a thread of its own and keeps a little of it ready for a device, which
// takes it from any thread. It counts in two ways: "taken" are the frames that the device has had since
// begin(); "play" is the time that goes on evenly while playing, which loops wrap to moments of the clip.
class SoundFeed : public QObject
{
    Q_OBJECT
public:
    explicit SoundFeed(QObject *parent = nullptr);
    ~SoundFeed() override;

    void setClip(Side side, const SoundClip &clip);
    void look(Side side); // opens it if it is not open yet; looked() follows

    // What is taken from now on, within 20 ms.
    void choose(std::optional<Side> side);
    void setLoop(const std::optional<Trim> &loop);
    // At this play time it is to be that moment of the clip, whatever the plan was.
    void setMoment(Microseconds play, Microseconds moment);

    void begin(const SoundFormat &format, Microseconds at);
    void end();

    // Of what has been taken: when in play time a frame belongs, and which moment of the clip that is.
    Microseconds playOf(qint64 frame) const;
    Microseconds momentOf(Microseconds play) const;
    // Leaves out so much (below 0: repeats it) of what is still to be taken; from which frame on that holds.
    qint64 skip(Microseconds by);

    // Whole frames, never fewer than asked for: silence where none is ready.
    qint64 take(char *to, qint64 bytes);

Q_SIGNALS:
    void looked(retake::Side side, const QString &file, bool hasSound);

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace retake
