// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/preparation.h"

#include "base/paths.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPointer>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

namespace {

Catalogue catalogueOfTheProgram()
{
    QFile file(QStringLiteral(":/catalogue/catalogue.json"));
    return file.open(QIODevice::ReadOnly) ? Catalogue::parse(file.readAll()).value_or(Catalogue())
                                          : Catalogue();
}

ClipInfo clipOf(int seconds)
{
    ClipInfo clip;
    clip.file = QStringLiteral("/films/cat.mp4");
    clip.container = QStringLiteral("mov,mp4,m4a,3gp,3g2,mj2");
    clip.bytes = 1'000'000;
    clip.duration = std::chrono::seconds(seconds);
    clip.video.codec = QStringLiteral("h264");
    clip.video.pixelFormat = QStringLiteral("yuv420p");
    clip.video.codedSize = clip.video.size = {1280, 720};
    clip.video.frameRate = {30, 1};
    clip.video.frames = 30 * seconds;
    clip.video.duration = clip.duration;
    return clip;
}

// Writes a file at once, and says that it is ready when it is told to.
class PlayedMedia final : public MediaStage
{
public:
    struct Asked
    {
        Order order;
        QString folder;
        QPointer<MediaJob> job;
    };

    QList<Asked> asked;
    bool passesOn = false; // gives the order's own clip, as for one that needs nothing
    std::optional<Error> refusal;

    MediaJob *makeReady(const Order &order, const ModelSpec &, const QString &folder,
                        QObject *parent) override
    {
        QFile file(QString(folder + u"/clip.mp4"));
        if (file.open(QIODevice::WriteOnly))
            file.write("film");
        auto *job = new MediaJob(parent);
        asked.append({order, folder, job});
        return job;
    }

    void answer(int which)
    {
        if (!asked[which].job)
            return;
        if (refusal) {
            Q_EMIT asked[which].job->finished(failure(*refusal));
            return;
        }
        const Asked &one = asked[which];
        const bool same = passesOn || isRemoteMedia(one.order.clip);
        Q_EMIT one.job->finished(ReadyMedia{
            {same ? one.order.clip : QString(one.folder + u"/clip.mp4"), sourcesOf(one.order.references)},
            same ? QStringList() : QStringList{QStringLiteral("Cut to 2 s")}});
    }

    void probe(const QString &file, QObject *context, Probed probed) override
    {
        QTimer::singleShot(0, context, [file, probed] {
            ClipInfo info = clipOf(2);
            info.file = file;
            probed(info);
        });
    }

    void decode(const ClipInfo &, QObject *, Decoded) override {}
};

} // namespace

class TestPreparation : public QObject
{
    Q_OBJECT

    using State = Preparation::State;

    const Catalogue m_catalogue = catalogueOfTheProgram();

    // A draft, and what would be sent for it.
    struct Table
    {
        QTemporaryDir folder;
        Paths paths{folder.path()};
        PlayedMedia media;
        Draft draft;
        std::unique_ptr<Preparation> preparation;

        explicit Table(const Catalogue &catalogue)
            : draft(catalogue)
        {
            draft.setClip(clipOf(5), ClipId{3});
            preparation = std::make_unique<Preparation>(draft, media, paths);
        }

        State state() const { return preparation->state(); }

        // What lies in the data folder, as long as it is not waited for.
        QStringList leftovers() const
        {
            return QDir(QString(paths.workDir() + u"/sending"))
                .entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        }
    };

private Q_SLOTS:

    void makesWhatWouldBeSent()
    {
        Table table(m_catalogue);
        QCOMPARE(table.state(), State::Idle);
        table.draft.setTrim(Trim{Microseconds(0), Microseconds(2'000'000)});
        QVERIFY(table.media.asked.isEmpty()); // nothing is made for nobody
        table.preparation->open();
        QCOMPARE(table.state(), State::Working);
        QCOMPARE(table.media.asked.size(), 1);
        QCOMPARE(table.media.asked[0].order.trim, table.draft.trim());
        QVERIFY(table.media.asked[0].folder.startsWith(table.paths.workDir()));
        QSignalSpy progress(table.preparation.get(), &Preparation::progress);
        Q_EMIT table.media.asked[0].job->progress(1, 4);
        QCOMPARE(progress.size(), 1);
        table.media.answer(0);
        QTRY_COMPARE(table.state(), State::Ready);
        const Preparation::Sending &sending = table.preparation->sending();
        QVERIFY(sending.clip);
        QCOMPARE(sending.clip->duration, Microseconds(2'000'000));
        QVERIFY(!sending.untouched);
        QCOMPARE(sending.changes, QStringList{QStringLiteral("Cut to 2 s")});
        QVERIFY(QFile::exists(sending.clip->file));

        table.preparation->open(); // asked for again: it is there
        QCOMPARE(table.media.asked.size(), 1);
        table.preparation->close();
        QCOMPARE(table.state(), State::Idle);
        QTRY_COMPARE(table.leftovers(), QStringList());
    }

    void aFileThatNeedsNothingIsTheClipItself()
    {
        Table table(m_catalogue);
        table.media.passesOn = true;
        table.preparation->open();
        table.media.answer(0);
        QTRY_COMPARE(table.state(), State::Ready);
        QVERIFY(table.preparation->sending().untouched);
        QCOMPARE(table.preparation->sending().clip->file, QStringLiteral("/films/cat.mp4"));
        QVERIFY(table.preparation->sending().changes.isEmpty());
    }

    void anAddressIsNotRead()
    {
        Table table(m_catalogue);
        const QString address = QStringLiteral("https://example.org/cat.mp4");
        table.draft.setRemoteClip(address);
        table.preparation->open();
        table.media.answer(0);
        QTRY_COMPARE(table.state(), State::Ready);
        QVERIFY(!table.preparation->sending().clip);
        QCOMPARE(table.preparation->sending().remoteClip, address);
    }

    void staleResultsFallAway()
    {
        Table table(m_catalogue);
        table.preparation->open();
        const QString first = table.media.asked[0].folder;
        table.draft.setTrim(Trim{Microseconds(0), Microseconds(3'000'000)});
        QCOMPARE(table.state(), State::Working);
        table.media.answer(0); // what was asked for is no longer wanted
        table.draft.setTrim(Trim{Microseconds(0), Microseconds(2'000'000)});
        QTRY_COMPARE(table.media.asked.size(), 2); // one for both changes
        QCOMPARE(table.media.asked[1].order.trim, table.draft.trim());
        QCOMPARE(table.state(), State::Working);
        QTRY_VERIFY(!QFile::exists(first));
        table.media.answer(1);
        QTRY_COMPARE(table.state(), State::Ready);
        QVERIFY(table.preparation->sending().clip->file.startsWith(table.media.asked[1].folder));

        // A finished one falls away, too.
        table.draft.setFraming(Framing::Fill);
        QCOMPARE(table.state(), State::Working);
        QVERIFY(!table.preparation->sending().clip);
        QTRY_VERIFY(!QFile::exists(table.media.asked[1].folder));
        QTRY_COMPARE(table.media.asked.size(), 3);
        QCOMPARE(table.media.asked[2].order.framing, Framing::Fill);
    }

    void wordsChangeNothing()
    {
        Table table(m_catalogue);
        table.preparation->open();
        table.media.answer(0);
        QTRY_COMPARE(table.state(), State::Ready);
        QSignalSpy changes(table.preparation.get(), &Preparation::changed);
        table.draft.setPrompt(QStringLiteral("Make it snow."));
        table.draft.setNegativePrompt(QStringLiteral("rain"));
        table.draft.setParameter(QStringLiteral("seed"), 7);
        table.draft.setVariations(3);
        table.draft.setAccount({QStringLiteral("dashscope"),
                                QStringLiteral("dashscope"),
                                QStringLiteral("beijing"),
                                QUrl(QStringLiteral("https://example.org")),
                                {}});
        QTest::qWait(400); // longer than a change is left to settle
        QCOMPARE(changes.size(), 0);
        QCOMPARE(table.media.asked.size(), 1);
        QCOMPARE(table.state(), State::Ready);
    }

    void closedWhileWorking()
    {
        Table table(m_catalogue);
        table.preparation->open();
        QCOMPARE(table.leftovers().size(), 1);
        table.preparation->close();
        QCOMPARE(table.state(), State::Idle);
        table.media.answer(0);
        QTRY_VERIFY(!table.media.asked[0].job);
        QCOMPARE(table.leftovers(), QStringList());
        QCOMPARE(table.state(), State::Idle);
        table.draft.setTrim(Trim{Microseconds(0), Microseconds(2'000'000)}); // nobody looks any more
        QTest::qWait(400);
        QCOMPARE(table.media.asked.size(), 1);
        table.preparation->open();
        QCOMPARE(table.media.asked.size(), 2);
        table.preparation.reset();
        QVERIFY(!table.media.asked[1].job);
        QCOMPARE(table.leftovers(), QStringList());
    }

    void refusedInWordsAndMended()
    {
        Table table(m_catalogue);
        table.media.refusal = Error{ErrorKind::DiskFull, {QStringLiteral("/films")}, {}, {}, {}, 0, {}};
        table.preparation->open();
        table.media.answer(0);
        QTRY_COMPARE(table.state(), State::Refused);
        QCOMPARE(table.preparation->error().kind, ErrorKind::DiskFull);
        QTRY_COMPARE(table.leftovers(), QStringList());
        table.media.refusal.reset();
        table.preparation->open(); // tried again
        QCOMPARE(table.state(), State::Working);
        QCOMPARE(table.media.asked.size(), 2);

        // What the draft knows to be wrong is not tried at all.
        table.draft.setTrim(Trim{Microseconds(0), Microseconds(500'000)});
        QTRY_COMPARE(table.state(), State::Refused);
        QCOMPARE(table.preparation->error().kind, ErrorKind::ClipTooShort);
        QCOMPARE(table.media.asked.size(), 2);
        table.draft.setTrim(std::nullopt);
        QTRY_COMPARE(table.media.asked.size(), 3);
        table.media.answer(2);
        QTRY_COMPARE(table.state(), State::Ready);
        table.draft.setClip(std::nullopt);
        QTRY_COMPARE(table.state(), State::Refused);
        QCOMPARE(table.preparation->error().kind, ErrorKind::FileMissing);
    }

    void tellsWhatBecameOfTheImages()
    {
        Table table(m_catalogue);
        const QString sent = table.folder.filePath(QStringLiteral("sent.jpg"));
        QImage picture(200, 150, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QVERIFY(picture.save(sent));
        const QString address = QStringLiteral("https://example.org/a.png");
        const QStringList done{QStringLiteral("turned upright")};
        const auto list = readSentReferences({Reference(QStringLiteral("/a.heic")), Reference(address)},
                                             {sent, address}, {done, {}});
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0].source, QStringLiteral("/a.heic"));
        QCOMPARE(list[0].size, QSize(200, 150));
        QCOMPARE(list[0].bytes, QFileInfo(sent).size());
        QCOMPARE(list[0].remarks, done);
        QVERIFY(list[1].size.isEmpty() && list[1].remarks.isEmpty());
    }

    void sweepsWhatWasLeftBehind()
    {
        Table table(m_catalogue);
        const QString old = table.paths.workDir() + u"/sending/old";
        QVERIFY(QDir().mkpath(old));
        QFile file(QString(old + u"/clip.mp4"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(QProcess::execute(QStringLiteral("touch"),
                                  {QStringLiteral("-d"), QStringLiteral("2 days ago"), old}) == 0);
        const QString fresh = table.paths.workDir() + u"/sending/fresh"; // another window's
        QVERIFY(QDir().mkpath(fresh));
        table.preparation->open();
        QVERIFY(!QFile::exists(old));
        QVERIFY(QFile::exists(fresh));
    }
};

QTEST_GUILESS_MAIN(TestPreparation)
#include "tst_preparation.moc"
