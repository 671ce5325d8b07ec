// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalogue.h"
#include "model/framemap.h"
#include "model/task.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace retake;

class TestModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void namesOfStatesGoBothWays()
    {
        for (int i = int(TaskState::Waiting); i <= int(TaskState::Unclear); ++i) {
            const auto state = TaskState(i);
            QCOMPARE(taskStateFromName(taskStateName(state)), std::optional(state));
        }
        QVERIFY(!taskStateFromName(QStringLiteral("running")));
    }

    void namesOfErrorsGoBothWays()
    {
        for (int i = 0; i <= int(ErrorKind::CancelledByPerson); ++i)
            QCOMPARE(errorKindFromName(errorKindName(ErrorKind(i))), std::optional(ErrorKind(i)));
    }

    void moneyNeverFlowsTwice()
    {
        // Nothing but uploading leads to submitting, and nothing that was sent leads back there.
        for (int i = int(TaskState::Waiting); i <= int(TaskState::Unclear); ++i)
            QCOMPARE(mayFollow(TaskState(i), TaskState::Submitting), TaskState(i) == TaskState::Uploading);
        for (const TaskState sent :
             {TaskState::Submitting, TaskState::Queued, TaskState::Rendering, TaskState::Downloading})
            QVERIFY(!mayFollow(sent, TaskState::Waiting));
    }

    void trim_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("in");
        QTest::addColumn<qint64>("out");
        QTest::newRow("seconds") << "1.5-6" << qint64(1500000) << qint64(6000000);
        QTest::newRow("minutes") << "0:01.25-1:02" << qint64(1250000) << qint64(62000000);
        QTest::newRow("hours") << "1:00:00-1:00:05" << qint64(3600000000) << qint64(3605000000);
        QTest::newRow("backwards") << "6-1" << qint64(-1) << qint64(-1);
        QTest::newRow("words") << "a-b" << qint64(-1) << qint64(-1);
        QTest::newRow("one end") << "3-" << qint64(-1) << qint64(-1);
    }

    void trim()
    {
        QFETCH(QString, text);
        QFETCH(qint64, in);
        QFETCH(qint64, out);
        const auto trim = parseTrim(text);
        QCOMPARE(trim.has_value(), in >= 0);
        if (trim) {
            QCOMPARE(qint64(trim->in.count()), in);
            QCOMPARE(qint64(trim->out.count()), out);
            QCOMPARE(parseTrim(formatTrim(*trim)).value(), *trim);
        } else {
            QCOMPARE(trim.error().kind, ErrorKind::BadParameter);
        }
    }

    void orderSurvivesTheStore()
    {
        Order order;
        order.clip = QStringLiteral("/films/猫 & dog.mp4");
        order.trim = Trim{Microseconds(1), Microseconds(5000000)};
        order.references = {QStringLiteral("/a.png"), QStringLiteral("oss://x/y.png"),
                            Reference(QStringLiteral("/b.png"), QRectF(0.25, 0, 0.5, 1))};
        order.prompt = QStringLiteral("把猫换成狗");
        order.parameters = {{QStringLiteral("seed"), 2147483647}, {QStringLiteral("watermark"), false}};
        order.model = QStringLiteral("wan2.7-videoedit");
        order.account = QStringLiteral("practice");
        order.parent = TakeId{7};
        order.framing = Framing::Fill;
        QCOMPARE(orderFromJson(orderToJson(order)), order);
    }

    void whatARemakeKeepsSurvivesTheStore_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::addColumn<bool>("sound");
        using From = KeptFrame::From;
        QTest::newRow("nothing") << int(From::Nothing) << int(From::Nothing) << false;
        QTest::newRow("first") << int(From::Clip) << int(From::Nothing) << false;
        QTest::newRow("both and sound") << int(From::Clip) << int(From::Clip) << true;
        QTest::newRow("files") << int(From::File) << int(From::File) << false;
        QTest::newRow("a file named clip") << int(From::File) << int(From::Clip) << true;
        QTest::newRow("sound alone") << int(From::Nothing) << int(From::Nothing) << true;
    }

    void whatARemakeKeepsSurvivesTheStore()
    {
        const auto frame = [](int from) {
            const auto kind = KeptFrame::From(from);
            return KeptFrame{kind, kind == KeptFrame::From::File ? QStringLiteral("clip") : QString()};
        };
        QFETCH(int, first);
        QFETCH(int, last);
        QFETCH(bool, sound);
        Order order;
        order.clip = QStringLiteral("/films/parrot.mp4");
        order.model = QStringLiteral("cogvideox-3");
        order.keeping = {frame(first), frame(last), sound};
        order.turn = TurnId{42};
        const QJsonObject json = orderToJson(order);
        QCOMPARE(orderFromJson(json), order);
        QCOMPARE(json.contains(u"keeping"), order.keeping != Keeping());
        QCOMPARE(orderFromJson(QJsonDocument::fromJson(QJsonDocument(json).toJson()).object()), order);
    }

    void ordersFromBeforeRemakes()
    {
        const Order order = orderFromJson({{QStringLiteral("clip"), QStringLiteral("/a.mp4")}});
        QCOMPARE(order.keeping, Keeping());
        QVERIFY(!order.turn);
        QVERIFY(!orderToJson(order).contains(u"turn"));
        QVERIFY(!orderToJson(order).contains(u"keeping"));
    }

    void referencesOfOldAndBrokenOrders()
    {
        const auto read = [](const QByteArray &json) {
            const auto order = QJsonDocument::fromJson(QByteArray("{\"references\":") + json + '}').object();
            return orderFromJson(order).references;
        };
        QCOMPARE(read("[\"/a.png\"]"), QList<Reference>{QStringLiteral("/a.png")});
        QCOMPARE(read("[{\"source\":\"/a.png\",\"crop\":[0.5,0,0.5,1]}]").first().crop,
                 QRectF(0.5, 0, 0.5, 1));
        for (const char *crop : {"[0.6,0,0.5,1]", "[0,0,0,0]", "[-1,0,1,1]", "[]", "3"})
            QVERIFY2(!read(QByteArray("[{\"source\":\"/a.png\",\"crop\":" + QByteArray(crop) + "}]"))
                          .first()
                          .isCropped(),
                     crop);
    }

    void frameMapIsWrittenInRuns_data()
    {
        QTest::addColumn<QList<int>>("frames");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << QList<int>{} << QString();
        QTest::newRow("one") << QList<int>{7} << QStringLiteral("7+0x1");
        QTest::newRow("cut") << QList<int>{45, 46, 47, 48} << QStringLiteral("45+1x4");
        QTest::newRow("every second") << QList<int>{0, 2, 4} << QStringLiteral("0+2x3");
        QTest::newRow("doubled") << QList<int>{3, 3, 4, 4} << QStringLiteral("3+0x2,4+0x2");
        QTest::newRow("back") << QList<int>{5, 2, 3} << QStringLiteral("5+0x1,2+1x2");
    }

    void frameMapIsWrittenInRuns()
    {
        QFETCH(QList<int>, frames);
        QFETCH(QString, text);
        const FrameMap map(std::vector<int>(frames.begin(), frames.end()));
        QCOMPARE(map.toText(), text);
        QVERIFY(FrameMap::fromText(text).value() == map);
    }

    void aBrokenFrameMapIsRefused()
    {
        for (const char *text : {"x", "1+1", "1+1x", "-1+1x2", "1+1x999999999", "1+999999999x9", "0+1x2;3"})
            QVERIFY2(!FrameMap::fromText(QString::fromLatin1(text)), text);
    }

    void catalogueHasTheWholeModel()
    {
        QFile file(QStringLiteral(":/catalogue/catalogue.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto catalogue = Catalogue::parse(file.readAll());
        QVERIFY(catalogue);
        const ModelSpec *model = catalogue->model(QStringLiteral("wan2.7-videoedit"));
        QVERIFY(model);
        QCOMPARE(model->promptMaximum, 5000);
        QCOMPARE(model->references.maximumCount, 4);
        QCOMPARE(model->outputSizes[QStringLiteral("1080P")][QStringLiteral("4:3")], QSize(1648, 1248));
        QCOMPARE(model->parameter(QStringLiteral("seed"))->maximum, 2147483647);
        QVERIFY(model->parameter(QStringLiteral("ratio"))->defaultValue.isNull());
        const Estimate price = estimate(*model, QStringLiteral("singapore"), QStringLiteral("720P"), 5.0);
        QCOMPARE(price.currency, QStringLiteral("USD"));
        QCOMPARE(price.amount, 1.0);
        QVERIFY(estimate(*model, QStringLiteral("mars"), QStringLiteral("720P"), 5.0).currency.isEmpty());
        QVERIFY(!Catalogue::parse("[]"));
    }

    void takesOfAFixedPrice()
    {
        QFile file(QStringLiteral(":/catalogue/catalogue.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto catalogue = Catalogue::parse(file.readAll());
        QVERIFY(catalogue);
        const ModelSpec *model = catalogue->model(QStringLiteral("cogvideox-3"));
        QVERIFY(model && model->use == ModelUse::Remake);
        const Price *price = model->price(QStringLiteral("mainland"));
        QVERIFY(price && price->countsTakes && !price->countsInput && !price->countsOutput);
        for (const double seconds : {5.0, 10.0}) { // once a take, however long it is
            const Estimate cost = estimate(*model, QStringLiteral("mainland"), QString(), seconds);
            QCOMPARE(cost.amount, price->rates.value(QString()));
            QCOMPARE(cost.currency, QStringLiteral("CNY"));
            QCOMPARE(cost.outputSeconds, seconds);
        }
        const ModelSpec *free = catalogue->model(QStringLiteral("cogvideox-flash"));
        const Estimate nothing = estimate(*free, QStringLiteral("mainland"), QString(), 6);
        QCOMPARE(nothing.amount, 0.0);
        QVERIFY(!nothing.currency.isEmpty()); // known to be free
        const ModelSpec *old = catalogue->model(QStringLiteral("cogvideox"));
        QVERIFY(estimate(*old, QStringLiteral("mainland"), QString(), 6).currency.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestModel)
#include "tst_model.moc"
