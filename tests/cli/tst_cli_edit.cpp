// SPDX-License-Identifier: GPL-3.0-or-later
// From a clip to a take.
#include "cliprogram.h"
#include "media/probe.h"
#include "support/clipmaker.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace retake;

class TestCliEdit : public QObject
{
    Q_OBJECT

    using Request = OwnPractice::Request;

    QTemporaryDir m_media;
    QString m_clip;
    QString m_hat;

    QStringList edit(const QStringList &more = {}) const
    {
        return QStringList{QStringLiteral("edit"), m_clip, QStringLiteral("--prompt"),
                           QStringLiteral("Make it black and white"), QStringLiteral("--json")} +
               more;
    }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_clip = m_media.filePath(QStringLiteral("clip.mp4"));
        ClipWish wish;
        wish.seconds = 4;
        QVERIFY(makeClip(m_clip, wish));
        m_hat = m_media.filePath(QStringLiteral("hat.png"));
        QImage hat(300, 300, QImage::Format_RGB32);
        hat.fill(Qt::red);
        QVERIFY(hat.save(m_hat));
    }

    // With no key at all: the practice service is started, used and named.
    void theWholeWayWithoutAnAccount()
    {
        CliProgram cli;
        const QString out = cli.path(QStringLiteral("out.mp4"));
        const CliRun run = cli.run(edit({QStringLiteral("--output"), QStringLiteral("out.mp4")}));
        QVERIFY2(run.status == 0, qPrintable(run.err + run.out));
        QCOMPARE(run.states(), QStringLiteral("waiting conforming uploading submitting queued rendering "
                                              "downloading done")
                                   .split(u' '));
        QVERIFY(run.err.contains(u"practice service: offline, no AI"));
        const QJsonObject take = run.take();
        QCOMPARE(take[u"output"].toString(), out);
        QVERIFY(QFile::exists(take[u"take"].toString()));
        QVERIFY(QJsonDocument::fromJson(contentOf(take[u"recipe"].toString())).isObject());

        const auto made = probeClip(out);
        QVERIFY(made);
        QCOMPARE(made->video.codec, QStringLiteral("h264"));
        QCOMPARE(made->video.frameRate, (Rational{30, 1}));
        QVERIFY(made->audio);
        QVERIFY(std::abs((made->duration - Microseconds(4'000'000)).count()) < 200'000);
        QCOMPARE(contentOf(out), contentOf(take[u"take"].toString()));
        QVERIFY(contentOf(out) != contentOf(m_clip));

        const QJsonObject row = cli.tasks().value(0);
        QCOMPARE(row[u"state"].toString(), QStringLiteral("done"));
        QCOMPARE(row[u"take"], take[u"take"]);
        QCOMPARE(row[u"prompt"].toString(), QStringLiteral("Make it black and white"));
        QCOMPARE(row[u"model"].toString(), QStringLiteral("wan2.7-videoedit"));
        QVERIFY(!row[u"remote_id"].toString().isEmpty());
        QVERIFY(row[u"error"].isNull());
    }

    void theServiceSeesOneOrderWithBothHeaders()
    {
        OwnPractice practice;
        QVERIFY(practice.isReady());
        CliProgram cli;
        practice.give(cli);
        const CliRun run =
            cli.run(edit({QStringLiteral("--trim"), QStringLiteral("0.5-3"), QStringLiteral("--reference"),
                          m_hat, QStringLiteral("--ratio"), QStringLiteral("1:1"), QStringLiteral("--seed"),
                          QStringLiteral("7"), QStringLiteral("--duration"), QStringLiteral("2")}));
        QVERIFY2(run.status == 0, qPrintable(run.err + run.out));
        QVERIFY(run.err.contains(u"127.0.0.1"));
        QCOMPARE(practice.count(Request::Create), 1);
        QVERIFY(practice.count(Request::Policy) >= 1);
        QVERIFY(practice.count(Request::Upload) >= 1);
        QVERIFY(practice.count(Request::Query) >= 1);
        QVERIFY(practice.count(Request::Download) >= 1);
        for (const QJsonObject &line : practice.journal()) {
            if (!OwnPractice::isA(Request::Create, line))
                continue;
            QCOMPARE(line[u"headers"][u"x-dashscope-async"].toString(), QStringLiteral("enable"));
            QCOMPARE(line[u"headers"][u"x-dashscope-ossresourceresolve"].toString(),
                     QStringLiteral("enable"));
        }
        const auto made = probeClip(run.take()[u"take"].toString());
        QVERIFY(made);
        QCOMPARE(made->video.size, QSize(960, 960));
        QVERIFY(std::abs((made->duration - Microseconds(2'000'000)).count()) < 150'000);
    }

    void variationsAreTasksOfTheirOwn()
    {
        OwnPractice practice;
        CliProgram cli;
        practice.give(cli);
        const CliRun run =
            cli.run(edit({QStringLiteral("--variations"), QStringLiteral("2"), QStringLiteral("--output"),
                          QStringLiteral("out.v1.mp4"), QStringLiteral("--trim"), QStringLiteral("0-2")}));
        QVERIFY2(run.status == 0, qPrintable(run.err + run.out));
        QCOMPARE(run.states(1).last(), QStringLiteral("done"));
        QCOMPARE(run.states(2).last(), QStringLiteral("done"));
        QVERIFY(probeClip(cli.path(QStringLiteral("out.v1.mp4"))));
        QVERIFY(probeClip(cli.path(QStringLiteral("out.v1-2.mp4"))));
        QCOMPARE(practice.count(Request::Create), 2);
        QCOMPARE(cli.tasks().size(), 2);
    }

    void sentencesForPeople()
    {
        OwnPractice practice;
        CliProgram cli;
        practice.give(cli);
        QStringList line = edit({QStringLiteral("--trim"), QStringLiteral("0-2")});
        line.removeOne(QStringLiteral("--json"));
        const CliRun run = cli.run(line);
        QVERIFY2(run.status == 0, qPrintable(run.err + run.out));
        QVERIFY(run.out.startsWith(u"Take: "));
        QVERIFY(QFile::exists(run.out.mid(6).trimmed()));
        QVERIFY(run.err.contains(u"Task 1: rendering"));
        const CliRun tasks = cli.run({QStringLiteral("tasks")});
        QVERIFY(tasks.out.startsWith(u"Task 1: done  Make it black and white"));
    }

    // A take of the library may be the source of the next edit, and stays its parent.
    void aTakeIsEditedFurther()
    {
        OwnPractice practice;
        CliProgram cli;
        practice.give(cli);
        const CliRun first = cli.run(edit({QStringLiteral("--trim"), QStringLiteral("0-2")}));
        QVERIFY2(first.status == 0, qPrintable(first.err));
        const CliRun second =
            cli.run({QStringLiteral("edit"), first.take()[u"take"].toString(), QStringLiteral("--prompt"),
                     QStringLiteral("Mirror it"), QStringLiteral("--json")});
        QVERIFY2(second.status == 0, qPrintable(second.err));
        const QJsonObject recipe =
            QJsonDocument::fromJson(contentOf(second.take(2)[u"recipe"].toString())).object();
        QCOMPARE(recipe[u"parent_take"].toInt(), 1);
    }
};

QTEST_MAIN(TestCliEdit)
#include "tst_cli_edit.moc"
