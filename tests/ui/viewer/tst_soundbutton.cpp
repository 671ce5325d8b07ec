// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/soundbutton.h"

#include "base/settings.h"
#include "playback/pairplayer.h"
#include "support/beepclip.h"
#include "support/testsound.h"
#include "ui/viewer/comparecanvas.h"
#include "ui/viewer/soundmemory.h"
#include "ui/viewer/viewerpane.h"

#include <QMenu>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

namespace {

using Choice = PairSound::Choice;

struct Screen
{
    TestDevice device;
    ViewerPane pane;

    Screen()
    {
        sound().setOutput([this] { return std::make_unique<TestOutput>(device); });
        pane.resize(900, 640);
        pane.show();
        canvas().setFocus();
    }

    PairPlayer &player() { return *pane.player(); }

    PairSound &sound() { return player().sound(); }

    QWidget &canvas() { return *pane.findChild<CompareCanvas *>(); }

    SoundButton &button() { return *pane.findChild<SoundButton *>(QStringLiteral("soundSide")); }

    QSlider &volume() { return *button().menu()->findChild<QSlider *>(QStringLiteral("soundVolume")); }

    QAction &choice(Choice wished) { return *button().menu()->actions().at(int(wished)); }
};

} // namespace

class TestSoundButton : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString m_before;
    QString m_after;

private Q_SLOTS:

    void initTestCase()
    {
        const QString output = QStringLiteral("-c:v libx264 -preset ultrafast -c:a aac");
        m_before = m_dir.filePath(QStringLiteral("before.mp4"));
        m_after = m_dir.filePath(QStringLiteral("after.mp4"));
        QVERIFY(makeBeepClip(m_before, output.split(u' ')));
        QVERIFY(makeBeepClip(m_after, output.split(u' ')));
    }

    void saysWhoIsHeard()
    {
        Screen screen;
        screen.pane.showBefore(m_before, QStringLiteral("Source"), 1);
        QTRY_COMPARE(screen.player().state(), PairPlayer::State::Paused);
        QCOMPARE(screen.button().accessibleName(), QStringLiteral("Sound: On"));
        QVERIFY(!screen.choice(Choice::After).isVisible());
        screen.pane.showAfter(m_after, QStringLiteral("Take"), 2);
        QTRY_COMPARE(screen.button().accessibleName(), QStringLiteral("Sound: After"));
        QVERIFY(screen.choice(Choice::After).isVisible() && screen.choice(Choice::After).isChecked());

        QTest::keyClick(&screen.canvas(), Qt::Key_Space);
        QTRY_VERIFY(screen.device.runs);
        QTest::keyClick(&screen.canvas(), Qt::Key_U);
        QCOMPARE(screen.sound().heard(), Choice::Before);
        QCOMPARE(screen.button().text(), QStringLiteral("♪ Before"));
        QCOMPARE(screen.player().state(), PairPlayer::State::Playing);
        QTest::keyClick(&screen.canvas(), Qt::Key_M);
        QCOMPARE(screen.button().text(), QStringLiteral("♪ Off"));
        QVERIFY(!screen.device.runs);
        QCOMPARE(screen.player().state(), PairPlayer::State::Playing);
        QTest::keyClick(&screen.canvas(), Qt::Key_M);
        QCOMPARE(screen.sound().heard(), Choice::Before);
        screen.choice(Choice::After).trigger();
        QCOMPARE(screen.sound().heard(), Choice::After);
        QVERIFY(screen.device.runs);
    }

    void saysThatThereIsNoDevice()
    {
        Screen screen;
        screen.device.there = false;
        screen.pane.showBefore(m_before, QStringLiteral("Source"), 1);
        QTRY_COMPARE(screen.player().state(), PairPlayer::State::Paused);
        screen.player().play();
        QTRY_COMPARE(screen.button().accessibleName(), QStringLiteral("Sound: No device"));
        QTRY_VERIFY(screen.player().frame() > 3);
        QVERIFY(screen.button().isEnabled());
    }

    void isRemembered()
    {
        const QString file = m_dir.filePath(QStringLiteral("settings.ini"));
        {
            Settings settings(file);
            Screen screen;
            rememberSound(screen.sound(), settings);
            QCOMPARE(screen.sound().choice(), std::nullopt);
            QCOMPARE(screen.sound().volume(), 1.0);
            screen.sound().choose(Choice::Off);
            screen.volume().setValue(40);
            QCOMPARE(screen.sound().volume(), 0.4);
        }
        Settings settings(file);
        Screen screen;
        rememberSound(screen.sound(), settings);
        QCOMPARE(screen.sound().choice(), std::optional(Choice::Off));
        QCOMPARE(screen.volume().value(), 40);
        QCOMPARE(screen.button().text(), QStringLiteral("♪ Off"));
    }
};

QTEST_MAIN(TestSoundButton)
#include "tst_soundbutton.moc"
