// SPDX-License-Identifier: GPL-3.0-or-later
// What ffprobe is asked, and what becomes of a file on which it crashes, hangs or finds something else.
#include "media/probe.h"
#include "media/secondopinion.h"
#include "support/clipmaker.h"

#include <QDir>
#include <QPointer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

class TestSecondOpinion : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    QByteArray m_path;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    // From now on "ffprobe" is this script.
    void standIn(const QByteArray &script)
    {
        QDir(m_folder.path()).mkpath(QStringLiteral("bin"));
        QFile file(path(QStringLiteral("bin/ffprobe")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + script + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        file.close();
        qputenv("PATH", QFile::encodeName(path(QStringLiteral("bin"))) + ":" + m_path);
    }

    Result<ClipInfo> probed(const QString &file)
    {
        ProbeJob job(file);
        std::optional<Result<ClipInfo>> ended;
        connect(&job, &ProbeJob::finished, this, [&ended](const Result<ClipInfo> &clip) { ended = clip; });
        if (!QTest::qWaitFor([&ended] { return ended.has_value(); }, 15000))
            return failure(ErrorKind::TimedOut);
        return *ended;
    }

    static QByteArray answer(const QByteArray &codec, int width, double seconds)
    {
        return "{\"streams\":[{\"codec_type\":\"video\",\"codec_name\":\"png\",\"width\":9,\"height\":9,"
               "\"disposition\":{\"attached_pic\":1}},{\"codec_type\":\"video\",\"codec_name\":\"" +
               codec + "\",\"width\":" + QByteArray::number(width) + ",\"height\":240,\"duration\":\"" +
               QByteArray::number(seconds) + "\"}],\"format\":{\"duration\":\"9\"}}";
    }

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_path = qgetenv("PATH");
        QVERIFY(makeClip(path(QStringLiteral("a.mp4"))));
    }

    void cleanup() { qputenv("PATH", m_path); }

    void bothAgree()
    {
        const auto clip = probed(path(QStringLiteral("a.mp4")));
        QVERIFY(clip);
        QCOMPARE(clip->video.frames, 60);
    }

    void itIsAskedAlone()
    {
        const QString real = QStandardPaths::findExecutable(QStringLiteral("ffprobe"));
        standIn("echo \"$@\" > \"$0.asked\"; exec " + QFile::encodeName(real) + " \"$@\"");
        QVERIFY(probed(path(QStringLiteral("a.mp4"))));
        QFile asked(path(QStringLiteral("bin/ffprobe.asked")));
        QVERIFY(asked.open(QIODevice::ReadOnly));
        QVERIFY(asked.readAll().contains("-protocol_whitelist file "));
    }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("detail"); // empty: they agree
        const auto row = [](const char *what, const QByteArray &script, const char *detail) {
            QTest::newRow(what) << script << QString::fromUtf8(detail);
        };
        row("the same", "echo '" + answer("h264", 426, 2) + "'", "");
        row("nearly as long", "echo '" + answer("h264", 426, 2.4) + "'", "");
        row("longer", "echo '" + answer("h264", 426, 3) + "'", "ffprobe finds 3 s instead of 2 s");
        row("another codec", "echo '" + answer("hevc", 426, 2) + "'", "ffprobe finds hevc instead of h264");
        row("another size", "echo '" + answer("h264", 428, 2) + "'",
            "ffprobe finds 428 x 240 instead of 426 x 240");
        row("no picture", "echo '{\"streams\":[],\"format\":{}}'", "ffprobe finds no picture");
        row("no answer", "echo oops", "ffprobe cannot read it: ");
        row("a refusal", "echo 'a.mp4: Invalid data' >&2; exit 1",
            "ffprobe cannot read it: a.mp4: Invalid data");
        row("a crash", "kill -SEGV $$", "ffprobe crashed on it");
    }

    void answers()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, detail);
        standIn(script);
        const auto clip = probed(path(QStringLiteral("a.mp4")));
        QCOMPARE(clip.has_value(), detail.isEmpty());
        if (!clip) {
            QCOMPARE(errorKindName(clip.error().kind), errorKindName(ErrorKind::FileDamaged));
            QCOMPARE(clip.error().facts, QStringList{path(QStringLiteral("a.mp4"))});
            QCOMPARE(clip.error().serviceMessage, detail);
        }
    }

    void aFileOfItsOwnFaultIsNamedByOurs()
    {
        QFile text(path(QStringLiteral("text.mp4")));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write(QByteArray("Once upon a time.\n").repeated(100));
        text.close();
        const auto clip = probed(text.fileName());
        QVERIFY(!clip);
        QCOMPARE(errorKindName(clip.error().kind), errorKindName(ErrorKind::NotAVideo));
        const auto none = probed(path(QStringLiteral("none.mp4")));
        QVERIFY(!none);
        QCOMPARE(errorKindName(none.error().kind), errorKindName(ErrorKind::FileMissing));
    }

    void itMayHang()
    {
        standIn("echo $$ > \"$0.pid\"; exec sleep 60");
        SecondOpinionJob job(path(QStringLiteral("a.mp4")), nullptr, std::chrono::milliseconds(700));
        int ends = 0;
        Error error;
        connect(&job, &SecondOpinionJob::finished, this, [&](const Result<SecondOpinion> &told) {
            ++ends;
            error = told ? Error() : told.error();
        });
        QTRY_COMPARE_WITH_TIMEOUT(ends, 1, 10000);
        QCOMPARE(errorKindName(error.kind), errorKindName(ErrorKind::FileDamaged));
        QCOMPARE(error.serviceMessage, QStringLiteral("ffprobe came to no end with it"));
        QFile pid(path(QStringLiteral("bin/ffprobe.pid")));
        QVERIFY(pid.open(QIODevice::ReadOnly));
        const QString process = QStringLiteral("/proc/%1").arg(pid.readAll().trimmed().toInt());
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(process), 5000);
        QCOMPARE(ends, 1);
    }

    void withoutFfprobeItGoesOn()
    {
        qputenv("PATH", QFile::encodeName(path(QStringLiteral("nothing"))));
        SecondOpinionJob job(path(QStringLiteral("a.mp4")));
        std::optional<Result<SecondOpinion>> told;
        connect(&job, &SecondOpinionJob::finished, this,
                [&told](const Result<SecondOpinion> &opinion) { told = opinion; });
        QTRY_VERIFY_WITH_TIMEOUT(told, 5000);
        QVERIFY(!*told);
        QCOMPARE(errorKindName(told->error().kind), errorKindName(ErrorKind::ToolMissing));
        const auto clip = probed(path(QStringLiteral("a.mp4")));
        QVERIFY(clip);
    }

    void deletedAtAnyMoment()
    {
        bool called = false;
        for (const int wait : {0, 5, 20, 50, 90}) {
            auto *job = new ProbeJob(path(QStringLiteral("a.mp4")), this);
            connect(job, &ProbeJob::finished, job, &QObject::deleteLater);
            connect(job, &ProbeJob::finished, this, [&called, wait] { called = called || wait == 0; });
            const QPointer<ProbeJob> left(job);
            if (wait)
                QTest::qWait(wait);
            delete left.data();
        }
        // from inside its own signal
        auto *job = new SecondOpinionJob(path(QStringLiteral("a.mp4")), this);
        bool ended = false;
        connect(job, &SecondOpinionJob::finished, this, [job, &ended] {
            delete job;
            ended = true;
        });
        QTRY_VERIFY_WITH_TIMEOUT(ended, 5000);
        QTest::qWait(50);
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(TestSecondOpinion)
#include "tst_secondopinion.moc"
