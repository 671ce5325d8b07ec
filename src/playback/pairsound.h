// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/order.h"
#include "playback/playclock.h"
#include "playback/side.h"
#include "playback/soundclip.h"
#include "playback/soundclock.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <functional>
#include <memory>
#include <optional>

namespace retake {

class SoundFeed;
class SoundOutput;

// The sound of one side of a pair, or none, and the clock that goes with it: while sound is heard the picture
// follows it, else the wall clock. Nothing about the sound ever stops the picture.
class PairSound : public QObject, public Pacer
{
    Q_OBJECT
public:
    enum class Choice { Before, After, Off };
    enum class State { Ready, NoDevice, NoSound }; // NoSound: the chosen side has none

    using MakeOutput = std::function<std::unique_ptr<SoundOutput>()>;

    explicit PairSound(QObject *parent = nullptr);
    ~PairSound() override;

    // In place of the default device; made when sound is first played.
    void setOutput(MakeOutput make);

    void setClip(Side side, const SoundClip &clip); // no file: the side is closed
    void setLoop(const std::optional<Trim> &loop);

    // None: After when it is there and has sound, else Before. A side that is not there leaves its place to
    // the other.
    void choose(std::optional<Choice> choice);

    std::optional<Choice> choice() const { return m_choice; }

    Choice heard() const; // what the choice comes to
    State state() const;
    bool isPair() const; // both sides are there

    // Off, and back to what was chosen before.
    void toggleMuted();
    // To the other side; from Off to After.
    void changeSide();

    void setVolume(double volume); // 0 to 1

    double volume() const { return m_volume; }

    void begin(Microseconds at) override;
    void end() override;
    void jumped(Microseconds to) override;
    Microseconds passed() const override;

Q_SIGNALS:
    void changed(); // choice, what is heard, state or volume

private:
    struct Clip
    {
        QString file;
        std::optional<bool> hasSound; // once looked
    };

    const Clip &clip(Side side) const { return m_clips[std::size_t(side)]; }

    std::optional<Side> side() const;
    bool canSound();
    void looked(Side side, const QString &file, bool hasSound);
    void deviceChanged();
    void update();
    void startOutput(Microseconds at);
    void stopOutput();
    void listen();

    std::array<Clip, 2> m_clips;
    std::shared_ptr<SoundFeed> m_feed;
    MakeOutput m_makeOutput;
    std::unique_ptr<SoundOutput> m_output;
    SoundClock m_clock;
    QTimer m_listen;
    QTimer m_look; // a clip's sound is looked for when its picture has come
    std::optional<Choice> m_choice;
    std::optional<Choice> m_unmuted; // what was chosen before Off
    double m_volume = 1.0;
    Microseconds m_began{0};
    Microseconds m_heard{0}; // of the stream, and since when no more
    SoundClock::Wall m_heardAt;
    qint64 m_setAnew = 0; // from this frame of the stream on the device's word counts
    int m_rate = 1;
    mutable Microseconds m_passed{0};
    bool m_runs = false;
    bool m_sounds = false;
};

} // namespace retake
