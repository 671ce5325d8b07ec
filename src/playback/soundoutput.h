// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/soundclock.h"
#include "playback/soundformat.h"

#include <QObject>

#include <memory>

namespace retake {

class SoundFeed;

// Something that makes sound heard: the device, or a test's. It takes from the feed at its own pace.
class SoundOutput : public QObject
{
    Q_OBJECT
public:
    struct Standing
    {
        Microseconds heard{0}; // of what was taken since start()
        SoundClock::Wall when;
    };

    using QObject::QObject;

    virtual bool hasDevice() = 0;
    virtual SoundFormat format() = 0; // of the device that start() would take
    virtual void start(const std::shared_ptr<SoundFeed> &feed) = 0;
    virtual void stop() = 0;
    // None until the first sound is heard, and again when the device has stopped by itself.
    virtual std::optional<Standing> standing() const = 0;
    virtual void setVolume(double volume) = 0; // 0 to 1, as loud as it seems

Q_SIGNALS:
    void deviceChanged(); // another one, none, or one at last; what was started has to be started anew
};

} // namespace retake
