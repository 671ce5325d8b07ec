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
