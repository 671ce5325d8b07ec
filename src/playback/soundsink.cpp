// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/soundsink.h"

#include "playback/soundfeed.h"

#include <QAudio>
#include <QAudioSink>
#include <QIODevice>
#include <QTimer>

#include <limits>
#include <mutex>

namespace retake {

namespace {

using namespace std::chrono_literals;

// What the device keeps: enough for a busy machine, and little enough that a start is heard at once.
constexpr Microseconds buffered = 80ms;
constexpr auto askedEvery = 10ms;
// Qt 6.4 tells of devices that come, not of those that go, nor of another default.
constexpr auto lookedAfterEvery = 500ms;
constexpr auto longestGoodbye = 2s;

class FeedDevice : public QIODevice
{
public:
    FeedDevice(std::shared_ptr<SoundFeed> feed, QObject *parent)
        : QIODevice(parent)
        , m_feed(std::move(feed))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }

    bool atEnd() const override { return false; }

    qint64 bytesAvailable() const override { return std::numeric_limits<int>::max(); }

protected:
    qint64 readData(char *to, qint64 most) override { return m_feed->take(to, most); }

    qint64 writeData(const char *, qint64) override { return -1; }

private:
    std::shared_ptr<SoundFeed> m_feed;
};

QAudioFormat qtFormat(const SoundFormat &format)
{
    QAudioFormat made;
    made.setSampleRate(format.rate);
    made.setChannelCount(format.channels);
    switch (format.sample) {
    case SoundFormat::Sample::UInt8:
        made.setSampleFormat(QAudioFormat::UInt8);
        break;
    case SoundFormat::Sample::Int16:
        made.setSampleFormat(QAudioFormat::Int16);
        break;
    case SoundFormat::Sample::Int32:
        made.setSampleFormat(QAudioFormat::Int32);
        break;
    case SoundFormat::Sample::Float:
        made.setSampleFormat(QAudioFormat::Float);
        break;
    }
    return made;
}

// 48 kHz stereo where the device takes it, else what it likes best.
SoundFormat formatFor(const QAudioDevice &device)
{
    SoundFormat format;
    if (device.isFormatSupported(qtFormat(format)))
        return format;
    const QAudioFormat liked = device.preferredFormat();
    if (!liked.isValid())
        return format;
    format.rate = liked.sampleRate();
    format.channels = liked.channelCount();
    switch (liked.sampleFormat()) {
    case QAudioFormat::UInt8:
        format.sample = SoundFormat::Sample::UInt8;
        break;
    case QAudioFormat::Int32:
        format.sample = SoundFormat::Sample::Int32;
        break;
    case QAudioFormat::Float:
        format.sample = SoundFormat::Sample::Float;
        break;
    case QAudioFormat::Int16:
    case QAudioFormat::Unknown:
    case QAudioFormat::NSampleFormats:
        break;
    }
    return format;
}

} // namespace

class SoundSink::Post
{
public:
    void write(quint64 run, const std::optional<Standing> &standing)
    {
        const std::scoped_lock lock(m_mutex);
        m_run = run;
        m_standing = standing;
    }

    std::optional<Standing> read(quint64 run) const
    {
        const std::scoped_lock lock(m_mutex);
        return run == m_run ? m_standing : std::nullopt;
    }

private:
    mutable std::mutex m_mutex;
    quint64 m_run = 0;
    std::optional<Standing> m_standing;
};

// The sink in its thread. QAudioSink runs the event loop when it is destroyed: it is kept as long as it can
// be used, deleted later, and no one's child, else it could be deleted twice.
class SoundSink::Voice : public QObject
{
public:
    explicit Voice(std::shared_ptr<Post> post)
        : m_post(std::move(post))
        , m_ask(new QTimer(this))
    {
        m_ask->setTimerType(Qt::PreciseTimer);
        m_ask->setInterval(askedEvery);
        connect(m_ask, &QTimer::timeout, this, &Voice::ask);
    }

    void start(quint64 run, const QAudioDevice &device, const SoundFormat &format,
               const std::shared_ptr<SoundFeed> &feed)
    {
        stop();
        m_run = run;
        if (!m_sink || m_device != device || m_format != format) {
            drop();
            m_device = device;
            m_format = format;
            m_sink = new QAudioSink(device, qtFormat(format));
            m_source = new FeedDevice(feed, m_sink);
        }
        m_sink->setBufferSize(qsizetype(format.framesIn(buffered)) * format.bytesPerFrame());
        m_sink->setVolume(m_volume);
        m_sink->start(m_source);
        m_ask->start();
    }

    void stop()
    {
        m_ask->stop();
        if (m_sink)
            m_sink->stop();
    }

    void drop()
    {
        m_ask->stop();
        if (!m_sink)
            return;
        m_sink->stop();
        m_sink->deleteLater();
        m_sink = nullptr;
        m_source = nullptr;
    }

    void setVolume(double volume)
    {
        m_volume = volume;
        if (m_sink)
            m_sink->setVolume(volume);
    }

private:
    void ask()
    {
        const bool runs = m_sink->state() == QAudio::ActiveState || m_sink->state() == QAudio::IdleState;
        const Microseconds heard(m_sink->processedUSecs());
        std::optional<Standing> standing;
        if (runs && heard > Microseconds(0))
            standing = Standing{heard, std::chrono::steady_clock::now()};
        m_post->write(m_run, standing);
    }

    std::shared_ptr<Post> m_post;
    QTimer *m_ask;
    QAudioSink *m_sink = nullptr;
    QIODevice *m_source = nullptr; // the sink's child
    QAudioDevice m_device;
    SoundFormat m_format;
    quint64 m_run = 0;
    double m_volume = 1.0;
};

SoundSink::SoundSink(QObject *parent)
    : SoundOutput(parent)
    , m_device(QMediaDevices::defaultAudioOutput())
    , m_post(std::make_shared<Post>())
    , m_thread(new QThread)
    , m_voice(new Voice(m_post))
{
    m_thread->setObjectName(QStringLiteral("sound"));
    m_voice->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_voice, &QObject::deleteLater);
    m_thread->start();
    connect(&m_devices, &QMediaDevices::audioOutputsChanged, this, &SoundSink::devicesChanged);
    connect(&m_lookAfter, &QTimer::timeout, this, &SoundSink::devicesChanged);
    m_lookAfter.setInterval(lookedAfterEvery);
}

// A sound server that hangs holds its thread for ever: that is then left behind.
SoundSink::~SoundSink()
{
    QMetaObject::invokeMethod(
        m_voice, [voice = m_voice] { voice->drop(); }, Qt::QueuedConnection);
    m_thread->quit();
    if (m_thread->wait(QDeadlineTimer(longestGoodbye)))
        delete m_thread;
}

bool SoundSink::hasDevice()
{
    return !m_device.isNull();
}

SoundFormat SoundSink::format()
{
    m_device = QMediaDevices::defaultAudioOutput(); // it may have changed while nothing was heard
    return formatFor(m_device);
}

void SoundSink::start(const std::shared_ptr<SoundFeed> &feed)
{
    ++m_run;
    m_lookAfter.start();
    QMetaObject::invokeMethod(
        m_voice,
        [voice = m_voice, run = m_run, device = m_device, format = formatFor(m_device), feed] {
            voice->start(run, device, format, feed);
        },
        Qt::QueuedConnection);
}

void SoundSink::stop()
{
    ++m_run;
    m_lookAfter.stop();
    QMetaObject::invokeMethod(
        m_voice, [voice = m_voice] { voice->stop(); }, Qt::QueuedConnection);
}

std::optional<SoundOutput::Standing> SoundSink::standing() const
{
    return m_post->read(m_run);
}

void SoundSink::setVolume(double volume)
{
    const double linear =
        QAudio::convertVolume(volume, QAudio::LogarithmicVolumeScale, QAudio::LinearVolumeScale);
    QMetaObject::invokeMethod(
        m_voice, [voice = m_voice, linear] { voice->setVolume(linear); }, Qt::QueuedConnection);
}

void SoundSink::devicesChanged()
{
    const QAudioDevice now = QMediaDevices::defaultAudioOutput();
    if (now == m_device)
        return;
    m_device = now;
    Q_EMIT deviceChanged();
}

} // namespace retake
