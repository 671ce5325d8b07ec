// SPDX-License-Identifier: GPL-3.0-or-later
// Simplified Chinese is complete: texts are collected afresh from the sources, so that a text that was added
// without a translation fails here, and so does a placeholder or a mnemonic that got lost.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList translations; // several: plural forms
    QString state;            // "", "unfinished", "vanished", "obsolete"
    bool plural = false;
};

QList<Message> readMessages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QStringView name = xml.name();
        if (name == u"name") {
            context = xml.readElementText();
        } else if (name == u"message") {
            messages.append(
                Message{context, {}, {}, {}, xml.attributes().value(QLatin1String("numerus")) == u"yes"});
        } else if (name == u"source") {
            messages.last().source = xml.readElementText();
        } else if (name == u"translation") {
            messages.last().state = xml.attributes().value(QLatin1String("type")).toString();
            if (!messages.last().plural)
                messages.last().translations = QStringList{xml.readElementText()};
        } else if (name == u"numerusform") {
            messages.last().translations.append(xml.readElementText());
        }
    }
    return xml.hasError() ? QList<Message>{} : messages;
}

QStringList placeholdersOf(const QString &text)
{
    static const QRegularExpression placeholder(QStringLiteral("%(L?\\d+|n)"));
    QStringList found;
    auto matches = placeholder.globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured());
    found.removeDuplicates();
    found.sort();
    return found;
}

bool hasMnemonic(const QString &text)
{
    static const QRegularExpression mnemonic(QStringLiteral("&[^&\\s]"));
    return mnemonic.match(text).hasMatch();
}

QString faultOf(const Message &message)
{
    if (!message.state.isEmpty())
        return message.state;
    for (const QString &translation : message.translations) {
        if (translation.trimmed().isEmpty())
            return QStringLiteral("empty");
        QStringList wanted = placeholdersOf(message.source);
        QStringList there = placeholdersOf(translation);
        if (message.plural) { // "one file" may do without its number
            wanted.removeAll(QStringLiteral("%n"));
            there.removeAll(QStringLiteral("%n"));
        }
        if (wanted != there)
            return QStringLiteral("placeholders differ");
        if (hasMnemonic(message.source) != hasMnemonic(translation))
            return QStringLiteral("mnemonic lost or added");
    }
    return {};
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void chineseIsComplete()
    {
        const QString top = QStringLiteral(RETAKE_SOURCE_DIR);
        QTemporaryDir folder;
        const QString fresh = folder.filePath(QStringLiteral("retake_zh_CN.ts"));
        QVERIFY(QFile::copy(top + u"/translations/retake_zh_CN.ts", fresh));
        QProcess lupdate;
        QStringList arguments{QStringLiteral("-silent"),     QStringLiteral("-no-obsolete"),
                              QStringLiteral("-locations"),  QStringLiteral("none"),
                              QStringLiteral("-extensions"), QStringLiteral("cpp,h,ui")};
        for (const QString &include : QStringList{top, top + u"/src", top + u"/app"})
            arguments.append({QStringLiteral("-I"), include});
        arguments.append({top + u"/src", top + u"/ui", top + u"/app", QStringLiteral("-ts"), fresh});
        lupdate.start(QStringLiteral(RETAKE_LUPDATE), arguments);
        QVERIFY(lupdate.waitForFinished(60000));
        QCOMPARE(lupdate.exitCode(), 0);

        const QList<Message> messages = readMessages(fresh);
        QStringList faults;
        for (const Message &message : messages) {
            if (const QString fault = faultOf(message); !fault.isEmpty())
                faults.append(message.context + u": “" + message.source + u"”: " + fault);
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QVERIFY2(messages.size() > 100, "the sources' texts were not found");
    }

    void faultsAreFound()
    {
        const QString source = QStringLiteral("&Open %1");
        QVERIFY(faultOf({{}, source, {QStringLiteral("打开 %1(&O)")}, {}, false}).isEmpty());
        QVERIFY(!faultOf({{}, source, {QStringLiteral("打开 %1")}, {}, false}).isEmpty());
        QVERIFY(!faultOf({{}, source, {QStringLiteral("打开(&O)")}, {}, false}).isEmpty());
        QVERIFY(!faultOf({{}, source, {QString()}, {}, false}).isEmpty());
        QVERIFY(!faultOf({{}, source, {QStringLiteral("打开 %1(&O)")}, QStringLiteral("unfinished"), false})
                     .isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
