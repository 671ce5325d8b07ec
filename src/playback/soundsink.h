// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/soundoutput.h"

#include <QAudioDevice>
#include <QMediaDevices>
#include <QThread>
#include <QTimer>

namespace retake {

// The default sound device, through QAudioSink. That blocks while it opens, so it has a thread of its own,
// and a window that is busy does not make the sound stutter.
class SoundSink : public SoundOutput
{
    Q_OBJECT
public:
    explicit SoundSink(QObject *parent = nullptr);
    ~SoundSink() override;

    bool hasDevice() override;
    SoundFormat format() override;
    void start(const std::shared_ptr<SoundFeed> &feed) override;
    void stop() override;
    std::optional<Standing> standing() const override;
    void setVolume(double volume) override;

private:
    class Post; // where the thread writes what it sees
    class Voice;

    void devicesChanged();

    QMediaDevices m_devices;
    QTimer m_lookAfter;
    QAudioDevice m_device;
    std::shared_ptr<Post> m_post;
    QThread *m_thread;
    Voice *m_voice; // lives in the thread
    quint64 m_run = 0;
};

} // namespace retake
