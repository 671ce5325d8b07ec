// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>

#include <functional>

namespace retake {

// mpv with two clips side by side in one picture, asked over its JSON line. It draws into nothing, as our
// offscreen window does, and stays silent.
class BenchMpv
{
public:
    static bool isInstalled() { return !QStandardPaths::findExecutable(QStringLiteral("mpv")).isEmpty(); }

    explicit BenchMpv(const QString &clip)
    {
        const QString line = m_dir.filePath(QStringLiteral("line"));
        m_clock.start();
        m_mpv.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_mpv.start(
            QStringLiteral("mpv"),
            {QStringLiteral("--no-config"), QStringLiteral("--really-quiet"), QStringLiteral("--pause"),
             QStringLiteral("--no-audio"), QStringLiteral("--keep-open=yes"), QStringLiteral("--hr-seek=yes"),
             QStringLiteral("--vo=null"), QStringLiteral("--idle=no"), QString(u"--external-file=" + clip),
             QStringLiteral("--lavfi-complex=[vid1]scale=700:394[a];[vid2]scale=700:394[b];"
                            "[a][b]hstack[vo]"),
             QString(u"--input-ipc-server=" + line), clip});
        m_mpv.waitForStarted();
        while (m_clock.elapsed() < 10'000) {
            m_line.connectToServer(line);
            if (m_line.waitForConnected(20))
                break;
            QThread::msleep(2);
        }
        waitFor(u"playback-restart", [] {});
        m_firstPicture = double(m_clock.nsecsElapsed()) / 1e6;
    }

    ~BenchMpv()
    {
        m_mpv.terminate();
        if (!m_mpv.waitForFinished(3000))
            m_mpv.kill();
        m_mpv.waitForFinished(3000);
    }

    bool runs() const { return m_mpv.state() == QProcess::Running; }

    double firstPicture() const { return m_firstPicture; }

    qint64 process() const { return m_mpv.processId(); }

    // Milliseconds until the new picture is there.
    double seek(double seconds)
    {
        return timed([&] { send({QStringLiteral("seek"), seconds, QStringLiteral("absolute+exact")}); });
    }

    double step(bool back)
    {
        if (back)
            return timed([&] { send({QStringLiteral("frame-back-step")}); });
        // A step on tells by its new time only.
        const double before = number(QStringLiteral("time-pos"));
        QElapsedTimer clock;
        clock.start();
        send({QStringLiteral("frame-step")});
        while (clock.elapsed() < 5000 && number(QStringLiteral("time-pos")) <= before)
            ;
        return double(clock.nsecsElapsed()) / 1e6;
    }

    void play(bool plays) { set(QStringLiteral("pause"), !plays); }

    void set(const QString &property, const QJsonValue &value)
    {
        send({QStringLiteral("set_property"), property, value});
    }

    double number(const QString &property)
    {
        const int id = send({QStringLiteral("get_property"), property});
        double value = -1;
        read([&](const QJsonObject &said) {
            if (said.value(u"request_id").toInt() != id || said.contains(u"event"))
                return false;
            value = said.value(u"data").toDouble(-1);
            return true;
        });
        return value;
    }

private:
    int send(const QJsonArray &command)
    {
        ++m_id;
        const QJsonObject wish{{QStringLiteral("command"), command}, {QStringLiteral("request_id"), m_id}};
        m_line.write(QJsonDocument(wish).toJson(QJsonDocument::Compact) + '\n');
        m_line.flush();
        return m_id;
    }

    void read(const std::function<bool(const QJsonObject &)> &isIt)
    {
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 20'000 && runs()) {
            while (m_line.canReadLine()) {
                if (isIt(QJsonDocument::fromJson(m_line.readLine()).object()))
                    return;
            }
            m_line.waitForReadyRead(50);
        }
    }

    void waitFor(QStringView event, const std::function<void()> &ask)
    {
        ask();
        read([&](const QJsonObject &said) { return said.value(u"event").toString() == event; });
    }

    double timed(const std::function<void()> &ask)
    {
        QElapsedTimer clock;
        clock.start();
        waitFor(u"playback-restart", ask);
        return double(clock.nsecsElapsed()) / 1e6;
    }

    QTemporaryDir m_dir;
    QProcess m_mpv;
    QLocalSocket m_line;
    QElapsedTimer m_clock;
    double m_firstPicture = -1;
    int m_id = 0;
};

} // namespace retake
