// SPDX-License-Identifier: GPL-3.0-or-later
// What arrives at a service of the reference images: the picture, and nothing of place, camera and notes.
// With the real stages and the real practice service, whose files are looked through.
#include "base/clock.h"
#include "engine/catalogueloader.h"
#include "engine/dashscope/dashscopeengine.h"
#include "media/picturemaker.h"
#include "net/httpclient.h"
#include "queue/localmediastage.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

namespace {

template<class T, class Job> Result<T> outcomeOf(Job *job)
{
    std::optional<Result<T>> result;
    QObject::connect(job, &Job::finished, job, [&](const Result<T> &r) { result = r; });
    (void)QTest::qWaitFor([&] { return result.has_value(); }, 20000);
    delete job;
    return result.value_or(failure(ErrorKind::ToolFailed, {QStringLiteral("no finished()")}));
}

// Much to code, so that it is too heavy for the create call and is uploaded.
QImage grain(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    quint32 state = 7;
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, 0xff000000 | ((state = state * 1664525 + 1013904223) >> 8));
    return image;
}

} // namespace

class TestSentReferences : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QProcess m_service;
    Credentials m_who;
    ModelSpec m_model;

    QString path(const char *name) const { return m_dir.filePath(QString::fromUtf8(name)); }

    // All files that the practice service keeps.
    QList<QByteArray> arrived() const
    {
        QList<QByteArray> found;
        QDirIterator files(path("service"), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            found.append(picture::readBytes(files.next()));
        return found;
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_model = *loadCatalogue()->model(QStringLiteral("wan2.7-videoedit"));
        QVERIFY(QDir(m_dir.path()).mkdir(QStringLiteral("service")));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("TMPDIR"), path("service"));
        m_service.setProcessEnvironment(environment);
        m_service.start(QStringLiteral(RETAKE_BIN_DIR "/retake-practice"), {});
        QVERIFY(m_service.waitForReadyRead());
        const QJsonObject ready = QJsonDocument::fromJson(m_service.readLine()).object();
        m_who.account.id = QStringLiteral("practice");
        m_who.account.service = QStringLiteral("dashscope");
        m_who.account.baseUrl = QUrl(ready[u"dashscope"].toString());
        m_who.key = ready[u"key"].toString();
    }

    void cleanupTestCase()
    {
        m_service.closeWriteChannel();
        if (!m_service.waitForFinished(5000))
            m_service.kill();
    }

    void onlyThePictureArrives()
    {
        Order order;
        order.clip = QStringLiteral("oss://bucket/clip.mp4"); // not looked at here
        const QByteArray photo = picture::jpegWithNotes(grain({900, 700}), 1);
        const QByteArray turned = picture::jpegWithNotes(grain({700, 900}), 6);
        const QByteArray drawing = picture::pngWithNotes(grain({500, 400}));
        QVERIFY(picture::writeBytes(path("photo.jpg"), photo));
        QVERIFY(picture::writeBytes(path("turned.jpg"), turned));
        QVERIFY(picture::writeBytes(path("drawing.png"), drawing));
        QVERIFY(picture::writeHeif(picture::quarters({640, 480}), path("phone.heic")));
        QVERIFY(picture::readBytes(path("phone.heic")).contains("SECRETHOME"));
        order.references = {path("photo.jpg"), path("turned.jpg"), path("drawing.png"), path("phone.heic")};

        LocalMediaStage stage(Shelf(path("cache"), 1 << 30), HashBook(path("hashes.json")));
        const auto ready = outcomeOf<ReadyMedia>(stage.makeReady(order, m_model, path("work"), this));
        QVERIFY(ready);
        QCOMPARE(ready->referenceRemarks.size(), 4);
        for (const QStringList &words : ready->referenceRemarks)
            QVERIFY2(words.contains(QStringLiteral("place, camera and other notes removed")),
                     qPrintable(words.join(u'\n')));

        SystemClock clock;
        HttpClient http;
        DashScopeEngine engine(http, clock);
        const auto prepared = outcomeOf<PreparedMedia>(engine.prepare(m_who, m_model, ready->media, this));
        QVERIFY2(prepared, prepared ? "" : qPrintable(prepared.error().serviceMessage));
        QCOMPARE(prepared->referenceUrls.size(), 4);
        QList<QByteArray> all = arrived();
        for (const QString &url : prepared->referenceUrls) {
            if (url.startsWith(u"data:"))
                all.append(QByteArray::fromBase64(url.section(u',', 1).toLatin1()));
        }
        int pictures = 0;
        for (const QByteArray &bytes : all) {
            pictures += !QImage::fromData(bytes).isNull();
            for (const char *mark : {"SECRET", "Exif", "eXIf", "http://ns.adobe.com", "Photoshop", "iTXt"})
                QVERIFY2(!bytes.contains(mark), mark);
        }
        QCOMPARE(pictures, 4);
        QVERIFY(!arrived().isEmpty()); // not all of them travelled inside the call
    }
};

QTEST_GUILESS_MAIN(TestSentReferences)
#include "tst_sentreferences.moc"
