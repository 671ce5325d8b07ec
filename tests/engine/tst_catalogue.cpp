// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/catalogueloader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

namespace {

QJsonObject builtIn()
{
    QFile file(QStringLiteral(":/catalogue/catalogue.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_dir;

    Result<Catalogue> with(const QByteArray &json)
    {
        const QString path = m_dir.filePath(QStringLiteral("models.json"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
            qFatal("cannot write");
        file.close();
        return loadCatalogue(path);
    }

    Result<Catalogue> with(const QJsonObject &json) { return with(QJsonDocument(json).toJson()); }

    static QJsonObject model() { return builtIn()[u"models"].toArray()[0].toObject(); }

    static QJsonObject userFile(const QJsonObject &row)
    {
        return {{QStringLiteral("format"), 1}, {QStringLiteral("models"), QJsonArray{row}}};
    }

private Q_SLOTS:

    void theBuiltInOneFits()
    {
        const auto catalogue = loadCatalogue();
        QVERIFY2(catalogue.has_value(), qPrintable(catalogue ? QString() : catalogue.error().serviceMessage));
        const ModelSpec *wan = catalogue->model(QStringLiteral("wan2.7-videoedit"));
        QVERIFY(wan);
        QCOMPARE(wan->promptMaximum, 5000);
        QCOMPARE(wan->references.maximumCount, 4);
        QStringList names;
        for (const ParameterSpec &spec : wan->parameters)
            names.append(spec.name);
        names.sort();
        QCOMPARE(names, QStringList({QStringLiteral("audio_setting"), QStringLiteral("duration"),
                                     QStringLiteral("prompt_extend"), QStringLiteral("ratio"),
                                     QStringLiteral("resolution"), QStringLiteral("seed"),
                                     QStringLiteral("watermark")}));
        QVERIFY(loadCatalogue(m_dir.filePath(QStringLiteral("none.json"))).has_value());
    }

    void theMakersOfClips()
    {
        const auto catalogue = loadCatalogue();
        QVERIFY(catalogue.has_value());
        const auto makers = catalogue->models(ModelUse::Remake);
        QCOMPARE(makers.size(), 10);
        QCOMPARE(makers.first()->id, QStringLiteral("cogvideox-3"));
        for (const ModelSpec *maker : makers) {
            QCOMPARE(maker->service, QStringLiteral("bigmodel"));
            QCOMPARE(maker->promptMaximum, 512);
            QVERIFY(maker->video.formats.isEmpty()); // none is sent
            const ParameterSpec *length = maker->parameter(QStringLiteral("duration"));
            QVERIFY2(length || maker->outputSeconds > 0, qPrintable(maker->id));
            for (const Price &price : maker->prices) {
                QVERIFY(price.countsTakes && price.rates.contains(QString()));
                QVERIFY(maker->regions.isEmpty() || maker->regions.contains(price.region));
            }
        }
        QCOMPARE(makers.first()->frames.maximumCount, 2);
        QVERIFY(makers.first()->promptOptional);
        QCOMPARE(catalogue->model(QStringLiteral("vidu2-reference"))->references.maximumCount, 3);
        QCOMPARE(catalogue->model(QStringLiteral("viduq1-image"))->frames.minimumCount, 1);
        QCOMPARE(catalogue->model(QStringLiteral("cogvideox-2"))->regions,
                 QStringList{QStringLiteral("mainland")});
        QVERIFY(!catalogue->model(QStringLiteral("cogvideox"))->retired.in(QStringLiteral("en")).isEmpty());
        const auto editors = catalogue->models(ModelUse::Edit);
        QCOMPARE(editors.size(), 1);
        QVERIFY(!editors.first()->video.formats.isEmpty());
    }

    void theDescribers()
    {
        const auto catalogue = loadCatalogue();
        QVERIFY(catalogue.has_value());
        const ServiceSpec *service = catalogue->service(QStringLiteral("bigmodel"));
        QVERIFY(service);
        QStringList regions;
        for (const RegionSpec &region : service->regions) {
            regions.append(region.id);
            QVERIFY(region.baseUrl.path().endsWith(u"/api/paas/v4"));
        }
        QCOMPARE(regions, QStringList({QStringLiteral("mainland"), QStringLiteral("international")}));
        QCOMPARE(catalogue->describers().size(), 11);
        QCOMPARE(catalogue->describers().first().id, QStringLiteral("glm-5.3-flash"));
        for (const DescriberSpec &describer : catalogue->describers()) {
            QVERIFY2(describer.context > describer.maximumTokens && describer.maximumTokens > 0,
                     qPrintable(describer.id));
            QVERIFY(describer.minimumTokens <= describer.maximumTokens);
            for (const DescriberSpec::Rate &rate : describer.rates) {
                QVERIFY(regions.contains(rate.region));
                QVERIFY(describer.regions.isEmpty() || describer.regions.contains(rate.region));
            }
        }
        const DescriberSpec *guide = catalogue->describer(QStringLiteral("glm-4v-plus"));
        QVERIFY(guide && guide->englishOnly && guide->seesPictures() && guide->seesVideo());
        QCOMPARE(guide->maximumImages, 5);
        QCOMPARE(guide->maximumInlineVideo, 0);
        QCOMPARE(guide->thinking, DescriberSpec::Thinking::None);
        QCOMPARE(guide->rate(QStringLiteral("mainland"))->currency, QStringLiteral("CNY"));
        QVERIFY(!guide->rate(QStringLiteral("international")));
        const DescriberSpec *newer = catalogue->describer(QStringLiteral("glm-4.6v"));
        QVERIFY(newer && !newer->englishOnly && newer->maximumInlineVideo > 0);
        QCOMPARE(newer->thinking, DescriberSpec::Thinking::CanBeOff);
        QCOMPARE(catalogue->describers().first().thinking, DescriberSpec::Thinking::Always);
        const DescriberSpec *translator = catalogue->describer(service->translator);
        QVERIFY(translator && !translator->seesPictures() && !translator->seesVideo());
    }

    void onlyAnEditorNeedsAVideo()
    {
        QJsonObject maker = builtIn()[u"models"].toArray()[1].toObject();
        QCOMPARE(maker[u"use"].toString(), QStringLiteral("remake"));
        QVERIFY(!maker.contains(u"video"));
        maker[u"id"] = QStringLiteral("cogvideox-9");
        const auto catalogue = with(userFile(maker));
        QVERIFY2(catalogue.has_value(), qPrintable(catalogue ? QString() : catalogue.error().serviceMessage));
        QCOMPARE(catalogue->model(QStringLiteral("cogvideox-9"))->use, ModelUse::Remake);
        QJsonObject editor = model();
        editor.remove(u"video");
        QVERIFY(!with(userFile(editor)).has_value());
    }

    void aUserAddsADescriber()
    {
        QJsonObject row = builtIn()[u"describers"].toArray()[1].toObject();
        row[u"id"] = QStringLiteral("glm-9v");
        const QJsonObject file{{QStringLiteral("format"), 1},
                               {QStringLiteral("models"), QJsonArray()},
                               {QStringLiteral("describers"), QJsonArray{row}}};
        const auto catalogue = with(file);
        QVERIFY2(catalogue.has_value(), qPrintable(catalogue ? QString() : catalogue.error().serviceMessage));
        QVERIFY(catalogue->describer(QStringLiteral("glm-9v")));
        QCOMPARE(catalogue->describers().size(), 12);
    }

    void aUserAddsAModel()
    {
        QJsonObject row = model();
        row[u"id"] = QStringLiteral("wan9-videoedit");
        const auto catalogue = with(userFile(row));
        QVERIFY2(catalogue.has_value(), qPrintable(catalogue ? QString() : catalogue.error().serviceMessage));
        QVERIFY(catalogue->model(QStringLiteral("wan9-videoedit")));
        QVERIFY(catalogue->model(QStringLiteral("wan2.7-videoedit")));
    }

    void aUserReplacesAModel()
    {
        QJsonObject row = model();
        row[u"prompt"] = QJsonObject{{QStringLiteral("maximum"), 77}};
        const auto catalogue = with(userFile(row));
        QVERIFY(catalogue.has_value());
        QCOMPARE(catalogue->models().size(), loadCatalogue()->models().size());
        QCOMPARE(catalogue->model(QStringLiteral("wan2.7-videoedit"))->promptMaximum, 77);
    }

    void faultsNameThePlace_data()
    {
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *path, const QJsonValue &value, const char *place) {
            QTest::newRow(name) << QString::fromLatin1(path).split(u'/') << value
                                << QString::fromLatin1(place);
        };
        row("word for a number", "prompt/maximum", QStringLiteral("many"), "[models][0][prompt][maximum]");
        row("no such member", "colour", 1, "[models][0]");
        row("negative", "video/maximum_bytes", -1, "[models][0][video][maximum_bytes]");
        row("no such format", "video/formats", QJsonArray{QStringLiteral("avi")},
            "[models][0][video][formats]");
        row("no such parameter type", "parameters",
            QJsonArray{QJsonObject{
                {QStringLiteral("name"), QStringLiteral("x")},
                {QStringLiteral("type"), QStringLiteral("colour")},
                {QStringLiteral("default"), QJsonValue()},
                {QStringLiteral("label"), QJsonObject{{QStringLiteral("en"), QStringLiteral("x")}}}}},
            "[models][0][parameters][0]");
        row("name without English", "name", QJsonObject{{QStringLiteral("zh_CN"), QStringLiteral("x")}},
            "[models][0][name]");
        row("too fast", "timing/poll_seconds", 0, "[models][0][timing][poll_seconds]");
    }

    void faultsNameThePlace()
    {
        QFETCH(QStringList, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, place);
        QJsonObject row = model();
        if (path.size() == 2) {
            QJsonObject inner = row[path[0]].toObject();
            inner[path[1]] = value;
            row[path[0]] = inner;
        } else {
            row[path[0]] = value;
        }
        const auto catalogue = with(userFile(row));
        QVERIFY(!catalogue.has_value());
        QCOMPARE(catalogue.error().kind, ErrorKind::FileDamaged);
        QCOMPARE(catalogue.error().facts, QStringList{m_dir.filePath(QStringLiteral("models.json"))});
        QVERIFY2(catalogue.error().serviceMessage.startsWith(place),
                 qPrintable(catalogue.error().serviceMessage));
    }

    void noCatalogueAtAll()
    {
        for (const QByteArray &json :
             {QByteArray(), QByteArray("{"), QByteArray("[]"), QByteArray("{\"format\":2}")}) {
            const auto catalogue = with(json);
            QVERIFY(!catalogue.has_value());
            QCOMPARE(catalogue.error().kind, ErrorKind::FileDamaged);
            QVERIFY(!catalogue.error().serviceMessage.isEmpty());
        }
    }

    void aModelNeedsItsService()
    {
        QJsonObject row = model();
        row[u"service"] = QStringLiteral("nowhere");
        const auto catalogue = with(userFile(row));
        QVERIFY(!catalogue.has_value());
        QVERIFY(catalogue.error().serviceMessage.contains(u"nowhere"));
    }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
