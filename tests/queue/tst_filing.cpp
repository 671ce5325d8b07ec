// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/filing.h"
#include "queue/recipe.h"
#include "queue/sentnote.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Task taskOf(const QString &prompt)
{
    Task task;
    task.id = {12};
    task.order.prompt = prompt;
    task.order.model = QStringLiteral("wan2.7-videoedit");
    task.order.clip = QStringLiteral("/films/clip.mp4");
    task.remoteId = QStringLiteral("remote/1");
    task.resultUrl = QStringLiteral("https://results/take.mp4?Signature=secret");
    task.mediaUrl = QStringLiteral("oss://store/clip.mp4?Signature=secret");
    return task;
}

ClipInfo clipOf(double seconds)
{
    ClipInfo info;
    info.duration = Microseconds(qint64(seconds * 1e6));
    return info;
}

} // namespace

class TestFiling : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString path(const QString &name) const { return m_dir->filePath(name); }

    Filing filing(const Task &task)
    {
        write(path(QStringLiteral("a.part")), "a take");
        return {task, path(QStringLiteral("a.part")), path(QStringLiteral("takes")), {},
                {},   path(QStringLiteral("work"))};
    }

private Q_SLOTS:

    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void names_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << "Make it snow!"
                               << "make-it-snow-12";
        QTest::newRow("paths") << "../../etc: a/b\\c"
                               << "etc-a-b-c-12";
        QTest::newRow("chinese") << "把猫换成狗。" << QStringLiteral("把猫换成狗-12");
        QTest::newRow("nothing") << " ?! "
                                 << "take-12";
        QTest::newRow("empty") << ""
                               << "take-12";
        QTest::newRow("long") << QString(200, u'x') << QString(40, u'x') + QStringLiteral("-12");
    }

    void names()
    {
        QFETCH(QString, prompt);
        QFETCH(QString, name);
        QCOMPARE(takeName(taskOf(prompt)), name);
    }

    void aTakeIsFiledWithItsRecipe()
    {
        Task task = taskOf(QStringLiteral("Make it snow"));
        task.conformedFile = path(QStringLiteral("sent.mp4"));
        write(task.conformedFile, "sent");
        task.order.output = path(QStringLiteral("out.mp4"));
        const auto filed = fileTake(filing(task));
        QVERIFY(filed);
        QCOMPARE(filed->file, path(QStringLiteral("takes/make-it-snow-12.mp4")));
        QCOMPARE(read(filed->file), QByteArray("a take"));
        QVERIFY(!filed->outputError);
        QCOMPARE(read(task.order.output), QByteArray("a take"));
        const auto recipe = QJsonDocument::fromJson(read(filed->recipe)).object();
        QCOMPARE(recipe[u"prompt"].toString(), task.order.prompt);
        QCOMPARE(recipe[u"clip"][u"sent_sha256"].toString().toLatin1(),
                 QCryptographicHash::hash("sent", QCryptographicHash::Sha256).toHex());
        QVERIFY(!QFile::exists(path(QStringLiteral("a.part"))));
        const auto left = QDir(path(QStringLiteral("takes"))).entryList(QDir::Files);
        QCOMPARE(left.size(), 2);
    }

    // The file that was sent may be gone from the shelf by the time the take arrives.
    void theNoteOfWhatWasSentGoesIntoTheRecipe()
    {
        const Task task = taskOf(QStringLiteral("Make it snow"));
        const SentNote note{
            QStringLiteral("abc"), *FrameMap::fromText(QStringLiteral("45+1x240,300+2x3")), {30000, 1001}};
        QVERIFY(QDir().mkpath(path(QStringLiteral("work"))));
        QVERIFY(writeSentNote(path(QStringLiteral("work")), note));
        QCOMPARE(readSentNote(path(QStringLiteral("work"))), note);
        const auto filed = fileTake(filing(task));
        QVERIFY(filed);
        const auto clip = QJsonDocument::fromJson(read(filed->recipe)).object()[u"clip"].toObject();
        QCOMPARE(clip[u"sent_sha256"].toString(), QStringLiteral("abc"));
        QCOMPARE(clip[u"frame_map"].toString(), QStringLiteral("45+1x240,300+2x3"));
        QCOMPARE(clip[u"sent_frame_rate"].toString(), QStringLiteral("30000/1001"));
        QCOMPARE(sentNoteFromJson(clip), note);
    }

    void withoutANoteTheRecipeIsAsEver()
    {
        const auto filed = fileTake(filing(taskOf(QStringLiteral("Make it snow"))));
        QVERIFY(filed);
        const auto clip = QJsonDocument::fromJson(read(filed->recipe)).object()[u"clip"].toObject();
        QCOMPARE(clip.keys(), (QStringList{QStringLiteral("changes"), QStringLiteral("file")}));
        QCOMPARE(sentNoteFromJson(clip), SentNote());
    }

    void aDamagedNoteIsNone()
    {
        QVERIFY(QDir().mkpath(path(QStringLiteral("work"))));
        write(path(QStringLiteral("work/sent.json")), R"({"frame_map": "45+1", "sent_frame_rate": "30/0"})");
        QCOMPARE(readSentNote(path(QStringLiteral("work"))), SentNote());
        QCOMPARE(sentNoteFromJson({{QStringLiteral("frame_map"), QStringLiteral("1+1x5")},
                                   {QStringLiteral("sent_frame_rate"), QStringLiteral("fast")}}),
                 SentNote());
        QVERIFY(writeSentNote(path(QStringLiteral("no such folder")), SentNote())); // nothing to write
        QVERIFY(!writeSentNote(path(QStringLiteral("no such folder")), {QStringLiteral("abc"), {}, {0, 1}}));
    }

    void anUnwritableOutputKeepsTheTake()
    {
        Task task = taskOf(QStringLiteral("Make it snow"));
        task.order.output = path(QStringLiteral("no/such/folder/out.mp4"));
        const auto filed = fileTake(filing(task));
        QVERIFY(filed);
        QVERIFY(QFile::exists(filed->file));
        QCOMPARE(filed->outputError->kind, ErrorKind::NotWritable);
        QCOMPARE(filed->outputError->facts, QStringList{task.order.output});
    }

    void anotherLibrarysTakeIsNotOverwritten()
    {
        const Task task = taskOf(QStringLiteral("Make it snow"));
        QVERIFY(filedTake(path(QStringLiteral("takes")), task).isEmpty());
        const QString first = fileTake(filing(task)).value().file;
        QCOMPARE(filedTake(path(QStringLiteral("takes")), task), first);

        Task stranger = task; // the same number in a new library
        stranger.remoteId = QStringLiteral("remote/2");
        QVERIFY(filedTake(path(QStringLiteral("takes")), stranger).isEmpty());
        const QString second = fileTake(filing(stranger)).value().file;
        QCOMPARE(second, path(QStringLiteral("takes/make-it-snow-12-2.mp4")));
        QVERIFY(QFile::exists(first));
        QCOMPARE(filedTake(path(QStringLiteral("takes")), stranger), second);

        // A walk that was cut short before the row was written files its own file again.
        Filing again = filing(task);
        again.downloaded = first;
        QCOMPARE(fileTake(again).value().file, first);
        QCOMPARE(read(first), QByteArray("a take"));
    }

    void partFilesAreTold()
    {
        const Task task = taskOf({});
        const QString part = partFileOf(QStringLiteral("/takes"), task);
        QCOMPARE(part, QStringLiteral("/takes/12-remote-1.part"));
        QCOMPARE(partFileOf(QStringLiteral("/takes"), task), part);
        Task other = task;
        other.remoteId = QStringLiteral("remote/2");
        QVERIFY(partFileOf(QStringLiteral("/takes"), other) != part);

        write(partFileOf(m_dir->path(), task), "half");
        write(QString(partFileOf(m_dir->path(), task) + u".mark"), "note");
        write(partFileOf(m_dir->path(), other), "half");
        dropPartFiles(m_dir->path(), {task});
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{QStringLiteral("12-remote-2.part")});
    }

    void results()
    {
        Task task = taskOf({});
        QVERIFY(!promisedLength(task));
        QVERIFY(checkResult(clipOf(1), task));
        task.order.parameters = {{QStringLiteral("duration"), 4}};
        QCOMPARE(promisedLength(task), std::optional(Microseconds(4000000)));
        task.usage = {{QStringLiteral("output_video_duration"), 5.02}};
        QCOMPARE(promisedLength(task), std::optional(Microseconds(5020000)));
        QVERIFY(checkResult(clipOf(4.9), task));
        QVERIFY(checkResult(clipOf(9), task));
        QCOMPARE(checkResult(clipOf(3), task).error().kind, ErrorKind::ResultTruncated);
        QCOMPARE(checkResult(failure(ErrorKind::FileDamaged), task).error().kind, ErrorKind::ResultTruncated);
        QCOMPARE(checkResult(failure(ErrorKind::NotAVideo), task).error().kind, ErrorKind::ResultNotVideo);
        QCOMPARE(checkResult(failure(ErrorKind::NoPicture), task).error().kind, ErrorKind::ResultNotVideo);
    }

    // The service may make another length than the form asked for.
    void whatIsMadeFromWordsIsNotRefusedForItsLength()
    {
        Task task = taskOf({});
        task.order.parameters = {{QStringLiteral("duration"), 10}};
        QVERIFY(!promisedLength(task, ModelUse::Remake));
        QVERIFY(checkResult(clipOf(4), task, ModelUse::Remake));
        QVERIFY(!checkResult(clipOf(4), task, ModelUse::Edit));
        task.usage = {{QStringLiteral("output_video_duration"), 6}}; // what it says of itself counts
        QCOMPARE(checkResult(clipOf(4), task, ModelUse::Remake).error().kind, ErrorKind::ResultTruncated);
    }

    void theRecipeTellsWhoseSoundItIs()
    {
        Filing own = filing(taskOf(QStringLiteral("Make it snow")));
        const auto filed = fileTake(own);
        QVERIFY(filed);
        QVERIFY(!hasSourceSound(filed->file));
        write(path(QStringLiteral("b.part")), "with sound");
        own.downloaded = path(QStringLiteral("b.part"));
        own.sound = TakeSound::Source;
        const auto again = fileTake(own);
        QVERIFY(again);
        QCOMPARE(again->file, filed->file); // the same take, with another sound
        QVERIFY(hasSourceSound(filed->file));
        QCOMPARE(read(filed->file), QByteArray("with sound"));
        QVERIFY(!hasSourceSound(path(QStringLiteral("a.part"))));
        QVERIFY(!hasSourceSound({}));
    }

    void recipesKeepNoSecrets()
    {
        Task task = taskOf(QStringLiteral("Make it snow"));
        task.order.clip = QStringLiteral("https://user:word@host/clip.mp4?Signature=secret#x");
        task.order.references = {QStringLiteral("/pictures/a.png"),
                                 QStringLiteral("data:image/png;base64,secret"),
                                 QStringLiteral("oss://bucket/b.png?token=secret"),
                                 Reference(QStringLiteral("/pictures/c.png"), QRectF(0, 0, 0.5, 1))};
        task.referenceChanges = {QStringLiteral("Image 4: cropped")};
        task.order.trim = Trim{Microseconds(1000000), Microseconds(3000000)};
        task.order.keeping.first = {KeptFrame::From::File, QStringLiteral("data:image/png;base64,secret")};
        task.order.keeping.last = {KeptFrame::From::File, QStringLiteral("https://h/b.png?token=secret")};
        task.order.parent = TakeId{3};
        task.usage = {{QStringLiteral("duration"), 10}};
        task.changes = {QStringLiteral("cut")};
        const auto recipe = recipeFor(task, {{}, QStringLiteral("more words"), {}});
        const QByteArray text = QJsonDocument(recipe).toJson();
        QVERIFY2(!text.contains("secret") && !text.contains("word@"), text.constData());
        QCOMPARE(recipe[u"clip"][u"file"].toString(), QStringLiteral("https://host/clip.mp4"));
        QCOMPARE(recipe[u"clip"][u"trim_out_us"].toInteger(), 3000000);
        QCOMPARE(recipe[u"references"][0].toString(), QStringLiteral("/pictures/a.png"));
        QCOMPARE(recipe[u"references"][3][u"source"].toString(), QStringLiteral("/pictures/c.png"));
        QCOMPARE(recipe[u"references"][3][u"crop"], QJsonValue(QJsonArray{0, 0, 0.5, 1}));
        QCOMPARE(recipe[u"reference_changes"][0].toString(), QStringLiteral("Image 4: cropped"));
        QCOMPARE(recipe[u"actual_prompt"].toString(), QStringLiteral("more words"));
        QCOMPARE(recipe[u"parent_take"].toInteger(), 3);
        QCOMPARE(recipe[u"remote_id"].toString(), task.remoteId);
        QCOMPARE(recipe[u"usage"], QJsonValue(task.usage));
    }
};

QTEST_GUILESS_MAIN(TestFiling)
#include "tst_filing.moc"
