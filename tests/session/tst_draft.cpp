// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/draft.h"

#include <QFile>
#include <QImage>
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
    clip.audio = AudioInfo{QStringLiteral("aac"), 48000, 2, clip.duration};
    return clip;
}

Account practice()
{
    return {QStringLiteral("practice"), QStringLiteral("dashscope"), QStringLiteral("practice"), {}, {}, 20};
}

Account beijing()
{
    return {QStringLiteral("dashscope"), QStringLiteral("dashscope"),
            QStringLiteral("beijing"),   QUrl(QStringLiteral("https://dashscope.aliyuncs.com/api/v1")),
            QStringLiteral("dashscope"), 1};
}

Trim piece(int inMs, int outMs)
{
    return {std::chrono::milliseconds(inMs), std::chrono::milliseconds(outMs)};
}

} // namespace

class TestDraft : public QObject
{
    Q_OBJECT

    const Catalogue m_catalogue = catalogueOfTheProgram();
    QTemporaryDir m_folder;

    QString image(const QString &name, QSize size) const
    {
        QImage picture(size, QImage::Format_RGB32);
        picture.fill(Qt::darkGreen);
        const QString file = m_folder.filePath(name);
        return picture.save(file) ? file : QString();
    }

    // Everything that an order needs.
    void fill(Draft &draft, int seconds = 5) const
    {
        draft.setClip(clipOf(seconds), ClipId{3}, TakeId{4});
        draft.setPrompt(QStringLiteral("Make it snow"));
        draft.setAccount(practice());
    }

    static ErrorKind kindOf(const Draft &draft) { return draft.fault()->error.kind; }

private Q_SLOTS:

    void namesTheFirstFieldAtFault()
    {
        Draft draft(m_catalogue);
        QCOMPARE(draft.fault()->field, Draft::Field::Clip);
        draft.setClip(clipOf(5));
        draft.setTrim(piece(9000, 12000));
        QCOMPARE(draft.fault()->field, Draft::Field::Trim);
        draft.setTrim(std::nullopt);
        QCOMPARE(draft.fault()->field, Draft::Field::Prompt);
        QCOMPARE(kindOf(draft), ErrorKind::PromptEmpty);
        draft.setPrompt(QStringLiteral("Make it snow"));
        draft.setNegativePrompt(QStringLiteral("x").repeated(501));
        QCOMPARE(draft.fault()->field, Draft::Field::NegativePrompt);
        QCOMPARE(draft.fault()->error.facts, (QStringList{QStringLiteral("501"), QStringLiteral("500")}));
        draft.setNegativePrompt({});
        draft.setParameter(QStringLiteral("ratio"), QStringLiteral("5:5"));
        QCOMPARE(draft.fault()->field, Draft::Field::Parameter);
        draft.setParameter(QStringLiteral("ratio"), {});
        QCOMPARE(draft.fault()->field, Draft::Field::Account);
        QCOMPARE(kindOf(draft), ErrorKind::KeyMissing);
        QVERIFY(!draft.orders());
        draft.setAccount(practice());
        QVERIFY(!draft.fault());
        QVERIFY(draft.orders());
    }

    void aClipThatCannotBeMadeToFitIsTheClipsFault()
    {
        Draft draft(m_catalogue);
        fill(draft, 1);
        QCOMPARE(draft.fault()->field, Draft::Field::Clip);
        QCOMPARE(kindOf(draft), ErrorKind::ClipTooShort);
        QVERIFY(!draft.conformPlan());
    }

    void aShapeThatIsNotTakenIsTheFramingsFault()
    {
        Draft draft(m_catalogue);
        fill(draft);
        QVERIFY(!draft.framingMatters());
        ClipInfo banner = clipOf(5);
        banner.file = QStringLiteral("/films/banner.mp4");
        banner.video.codedSize = banner.video.size = {2700, 300};
        draft.setClip(banner);
        QVERIFY(draft.framingMatters());
        QCOMPARE(draft.framing(), Framing::Keep);
        QCOMPARE(draft.fault()->field, Draft::Field::Framing);
        QCOMPARE(kindOf(draft), ErrorKind::ClipUnfit);
        QSignalSpy changes(&draft, &Draft::changed);
        draft.setFraming(Framing::Fill);
        draft.setFraming(Framing::Fill);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(draft.order().framing, Framing::Fill);
    }

    void framingMattersForAnotherShape_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("ratio");
        QTest::addColumn<bool>("matters");
        QTest::newRow("no ratio asked for") << QSize(1280, 720) << QString() << false;
        QTest::newRow("the same") << QSize(1280, 720) << QStringLiteral("16:9") << false;
        QTest::newRow("the same, rounded") << QSize(854, 480) << QStringLiteral("16:9") << false;
        QTest::newRow("the other way up") << QSize(1280, 720) << QStringLiteral("9:16") << true;
        QTest::newRow("close") << QSize(1440, 1080) << QStringLiteral("16:9") << true;
        QTest::newRow("1:8 is taken") << QSize(300, 2400) << QString() << false;
        QTest::newRow("1:9 is not") << QSize(300, 2700) << QString() << true;
    }

    void framingMattersForAnotherShape()
    {
        QFETCH(QSize, size);
        QFETCH(QString, ratio);
        Draft draft(m_catalogue);
        ClipInfo clip = clipOf(5);
        clip.video.codedSize = clip.video.size = size;
        draft.setClip(clip);
        if (!ratio.isEmpty())
            draft.setParameter(QStringLiteral("ratio"), ratio);
        QTEST(draft.framingMatters(), "matters");
    }

    void aShapeThatIsNotTakenIsFramed()
    {
        Draft draft(m_catalogue);
        fill(draft);
        ClipInfo tall = clipOf(5);
        tall.video.codedSize = tall.video.size = {200, 1800};
        draft.setClip(tall);
        QCOMPARE(draft.fault()->field, Draft::Field::Framing);
        QSignalSpy changes(&draft, &Draft::changed);
        draft.setFraming(Framing::Fit);
        QCOMPARE(changes.size(), 1);
        QVERIFY(!draft.fault());
        QCOMPARE(draft.conformPlan()->size, QSize(240, 1920));
        QVERIFY(!draft.conformPlan()->placed.isNull());
        draft.setFraming(Framing::Fill);
        draft.setParameter(QStringLiteral("ratio"), QStringLiteral("9:16"));
        QVERIFY(!draft.conformPlan()->crop.isNull());
        draft.setFraming(Framing::Fill);
        QCOMPARE(changes.size(), 3);
        QVERIFY((draft.conformWish() == ConformWish{std::nullopt, Framing::Fill, Rational{9, 16}}));
        const auto orders = draft.orders();
        QVERIFY(orders);
        QCOMPARE(orders->constFirst().framing, Framing::Fill);
        QVERIFY(conformWish(orders->constFirst()) == draft.conformWish()); // the queue plans the same
    }

    void aPieceThatIsTooShortIsTheTrimsFault()
    {
        Draft draft(m_catalogue);
        fill(draft);
        draft.setTrim(piece(1000, 1500));
        QCOMPARE(draft.fault()->field, Draft::Field::Trim);
        QCOMPARE(kindOf(draft), ErrorKind::ClipTooShort);
        draft.setTrim(piece(1000, 5010)); // rounded by a display
        QVERIFY(!draft.fault());
    }

    void countsCharactersNotCodeUnits()
    {
        Draft draft(m_catalogue);
        fill(draft);
        const QString rareHan = QStringLiteral("\U00020000");
        draft.setPrompt(rareHan.repeated(5000));
        QCOMPARE(draft.prompt().size(), 10000);
        QVERIFY(!draft.fault());
        draft.setPrompt(rareHan.repeated(5001));
        QCOMPARE(kindOf(draft), ErrorKind::PromptTooLong);
        QCOMPARE(draft.fault()->error.facts, (QStringList{QStringLiteral("5001"), QStringLiteral("5000")}));
        draft.setPrompt(QStringLiteral("猫").repeated(5000));
        QVERIFY(!draft.fault());
    }

    void anImageMayStandForThePrompt()
    {
        Draft draft(m_catalogue);
        fill(draft);
        draft.setPrompt(QStringLiteral("  \n "));
        QCOMPARE(kindOf(draft), ErrorKind::PromptEmpty);
        QVERIFY(draft.addReference(image(QStringLiteral("hat.png"), {300, 300})));
        QVERIFY(!draft.fault());
    }

    void referencesAreCheckedAtOnce()
    {
        Draft draft(m_catalogue);
        fill(draft);
        const QString good = image(QStringLiteral("good.png"), {300, 300});
        const auto missing = draft.addReference(m_folder.filePath(QStringLiteral("none.png")));
        QCOMPARE(missing.error().kind, ErrorKind::FileMissing);
        const auto small = draft.addReference(image(QStringLiteral("small.png"), {60, 100}));
        QCOMPARE(small.error().kind, ErrorKind::ImageTooSmall);
        QVERIFY(draft.references().isEmpty());
        const QString inlined = QStringLiteral("data:image/png;base64,AAAA");
        const QString stored = QStringLiteral("oss://bucket/x.png");
        for (const QString &source : {good, QStringLiteral("https://example.com/hat.png"), inlined, stored})
            QVERIFY(draft.addReference(source));
        const auto fifth = draft.addReference(good);
        QCOMPARE(fifth.error().kind, ErrorKind::TooManyReferences);
        QCOMPARE(fifth.error().facts, QStringList{QStringLiteral("4")});
        draft.moveReference(0, 3);
        draft.removeReference(0);
        QCOMPARE(draft.references(), (QStringList{inlined, stored, good}));
        QVERIFY(QFile::remove(good)); // gone since it was added
        QCOMPARE(draft.fault()->field, Draft::Field::References);
    }

    void aCropGoesWithItsReference()
    {
        Draft draft(m_catalogue);
        fill(draft);
        const QString hat = image(QStringLiteral("hat.png"), {400, 300});
        const QString cap = image(QStringLiteral("cap.png"), {150, 150}); // scaled up when it is sent
        const QRectF left(0, 0, 0.5, 1);
        QVERIFY(draft.addReference(hat) && draft.addReference(cap));
        QSignalSpy changed(&draft, &Draft::changed);
        QVERIFY(draft.setCrop(0, left));
        QCOMPARE(changed.size(), 1);
        QVERIFY(draft.setCrop(0, left));
        QCOMPARE(changed.size(), 1);
        const auto small = draft.setCrop(1, QRectF(0, 0, 0.5, 0.5));
        QCOMPARE(small.error().kind, ErrorKind::ImageTooSmall);
        QCOMPARE(draft.setCrop(0, QRectF(0, 0, 1, 0.1)).error().kind, ErrorKind::ImageTooSmall);
        QCOMPARE(draft.setCrop(4, left).error().kind, ErrorKind::BadParameter);
        draft.moveReference(0, 1);
        QCOMPARE(draft.croppedReferences(), (QList<Reference>{cap, Reference(hat, left)}));
        QCOMPARE(draft.orders()->first().references, draft.croppedReferences());
        QVERIFY(draft.setCrop(1, {}));
        QVERIFY(!draft.croppedReferences()[1].isCropped());
        QVERIFY(draft.setCrop(1, left) && draft.setReference(1, hat)); // chosen anew: the whole of it
        QVERIFY(!draft.croppedReferences()[1].isCropped());
        QVERIFY(draft.addReference(QStringLiteral("https://example.com/hat.png")));
        QCOMPARE(draft.setCrop(2, left).error().kind, ErrorKind::BadParameter);
    }

    void parametersAreHeldToTheCatalogue_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *name, const QJsonValue &value, bool good) {
            QTest::addRow("%s %s %d", name, qPrintable(value.toVariant().toString()), int(value.type()))
                << QString::fromLatin1(name) << value << good;
        };
        row("resolution", QStringLiteral("1080P"), true);
        row("resolution", QStringLiteral("1080p"), false);
        row("duration", 5, true);
        row("duration", 0, true);
        row("duration", 1, false);
        row("duration", 6, false); // the piece has 5 s
        row("duration", 2.5, false);
        row("duration", QStringLiteral("5"), false);
        row("seed", 2147483647, true);
        row("seed", 2147483648.0, false);
        row("seed", -1, false);
        row("watermark", true, true);
        row("watermark", 1, false);
        row("audio_setting", QStringLiteral("no_audio"), false);
        row("strength", 1, false);
    }

    void parametersAreHeldToTheCatalogue()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        QFETCH(bool, good);
        Draft draft(m_catalogue);
        fill(draft);
        draft.setParameter(name, value);
        QCOMPARE(!draft.fault(), good);
        if (!good) {
            QCOMPARE(kindOf(draft), ErrorKind::BadParameter);
            QCOMPARE(draft.fault()->error.facts.first(), name);
        }
    }

    void unknownModel()
    {
        Draft draft(m_catalogue);
        QCOMPARE(draft.setModel(QStringLiteral("wan9")).error().kind, ErrorKind::UnknownModel);
        QCOMPARE(draft.model().id, QStringLiteral("wan2.7-videoedit"));
        QVERIFY(draft.setModel(QStringLiteral("wan2.7-videoedit")));
    }

    void anAccountNeedsAnAddress()
    {
        Draft draft(m_catalogue);
        fill(draft);
        Account account = beijing();
        account.baseUrl = QUrl(QStringLiteral("ftp://example.com"));
        draft.setAccount(account);
        QCOMPARE(draft.fault()->field, Draft::Field::Account);
        QCOMPARE(kindOf(draft), ErrorKind::BadAddress);
    }

    void practiceIsFree()
    {
        Draft draft(m_catalogue);
        fill(draft);
        const Estimate free = draft.estimate();
        QCOMPARE(free.amount, 0.0);
        QVERIFY(free.currency.isEmpty());
        QCOMPARE(free.outputSeconds, 5.0);
    }

    void theEstimateFollowsPieceTierAndVariations()
    {
        Draft draft(m_catalogue);
        fill(draft);
        draft.setAccount(beijing());
        QCOMPARE(draft.estimate().amount, 6.0); // (5 + 5 s) x 0.6
        QCOMPARE(draft.estimate().currency, QStringLiteral("CNY"));
        draft.setParameter(QStringLiteral("resolution"), QStringLiteral("1080P"));
        QCOMPARE(draft.estimate().amount, 10.0);
        draft.setParameter(QStringLiteral("duration"), 2);
        QCOMPARE(draft.estimate().amount, 4.0);
        draft.setParameter(QStringLiteral("duration"), 0);
        QCOMPARE(draft.estimate().amount, 10.0);
        draft.setTrim(piece(0, 3000));
        QCOMPARE(draft.estimate().amount, 6.0);
        draft.setVariations(3);
        QCOMPARE(draft.estimate().amount, 18.0);
    }

    void tellsOnlyOfChanges()
    {
        Draft draft(m_catalogue);
        fill(draft);
        QSignalSpy changed(&draft, &Draft::changed);
        fill(draft);
        draft.setTrim(std::nullopt);
        draft.setNegativePrompt({});
        draft.setVariations(1);
        draft.setParameter(QStringLiteral("ratio"), {});
        draft.removeReference(0);
        draft.moveReference(0, 1);
        QVERIFY(draft.setModel(draft.model().id));
        QCOMPARE(changed.size(), 0);
        draft.setTrim(piece(0, 3000));
        draft.setVariations(9);
        draft.setParameter(QStringLiteral("seed"), 1);
        draft.setParameter(QStringLiteral("seed"), 1);
        QCOMPARE(changed.size(), 3);
        QCOMPARE(draft.variations(), 4);
    }

    void anotherClipTakesTheTrimAway()
    {
        Draft draft(m_catalogue);
        fill(draft);
        draft.setTrim(piece(0, 3000));
        draft.setClip(clipOf(5), ClipId{9}); // the same file got its row
        QVERIFY(draft.trim());
        ClipInfo other = clipOf(8);
        other.file = QStringLiteral("/films/dog.mp4");
        draft.setClip(other);
        QVERIFY(!draft.trim());
    }

    void anOrderIsComplete()
    {
        Draft draft(m_catalogue);
        fill(draft);
        draft.setPrompt(QStringLiteral(" Make it snow\n"));
        draft.setNegativePrompt(QStringLiteral("rain"));
        draft.setTrim(piece(1000, 4000));
        const auto orders = draft.orders();
        QVERIFY(orders);
        QCOMPARE(orders->size(), 1);
        const Order order = orders->first();
        QCOMPARE(order.clip, QStringLiteral("/films/cat.mp4"));
        QCOMPARE(order.prompt, QStringLiteral("Make it snow"));
        QCOMPARE(order.negativePrompt, QStringLiteral("rain"));
        QCOMPARE(order.trim, draft.trim());
        QCOMPARE(order.account, QStringLiteral("practice"));
        QCOMPARE(order.clipId, ClipId{3});
        QCOMPARE(order.parent, TakeId{4});
        // The service's own default is the dear tier: what the catalogue has is always said.
        QCOMPARE(order.parameters, (QJsonObject{{QStringLiteral("resolution"), QStringLiteral("720P")},
                                                {QStringLiteral("audio_setting"), QStringLiteral("origin")},
                                                {QStringLiteral("prompt_extend"), true},
                                                {QStringLiteral("watermark"), false}}));
    }

    void variationsDiffer()
    {
        Draft draft(m_catalogue);
        fill(draft);
        draft.setVariations(3);
        QCOMPARE(draft.orders()->size(), 3);
        draft.setParameter(QStringLiteral("seed"), 2147483646);
        QList<qint64> seeds;
        const auto orders = draft.orders();
        for (const Order &order : *orders)
            seeds.append(order.parameters[u"seed"].toInteger());
        QCOMPARE(seeds, (QList<qint64>{2147483646, 2147483647, 0}));
    }

    void remoteClipsArePassedOn()
    {
        Draft draft(m_catalogue);
        fill(draft);
        draft.setRemoteClip(QStringLiteral("https://example.com/cat.mp4"));
        QVERIFY(!draft.fault());
        QVERIFY(!draft.conformPlan());
        QCOMPARE(draft.orders()->first().clip, QStringLiteral("https://example.com/cat.mp4"));
        draft.setTrim(piece(0, 3000)); // it is sent as it is
        QCOMPARE(draft.fault()->field, Draft::Field::Trim);
        draft.setRemoteClip(QStringLiteral("data:video/mp4;base64,AAAA"));
        QCOMPARE(kindOf(draft), ErrorKind::BadAddress);
    }
};

QTEST_GUILESS_MAIN(TestDraft)
#include "tst_draft.moc"
