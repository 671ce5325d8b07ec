// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the sources to the plan: an arrow that points up, or a library in a room where it has no business,
// fails.
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

namespace {

// Who may enter whom; ARCHITECTURE.md has the same list.
const QHash<QString, QStringList> &mayEnter()
{
    static const QHash<QString, QStringList> rooms{
        {QStringLiteral("base"), {}},
        {QStringLiteral("model"), {QStringLiteral("base")}},
        {QStringLiteral("net"), QStringLiteral("base").split(u' ')},
        {QStringLiteral("store"), QStringLiteral("base model").split(u' ')},
        {QStringLiteral("keys"), QStringLiteral("base").split(u' ')},
        {QStringLiteral("media"), QStringLiteral("base model").split(u' ')},
        {QStringLiteral("playback"), QStringLiteral("base model media").split(u' ')},
        {QStringLiteral("engine"), QStringLiteral("base model net").split(u' ')},
        {QStringLiteral("queue"), QStringLiteral("base model store media engine").split(u' ')},
        {QStringLiteral("session"), QStringLiteral("base model store keys media engine queue").split(u' ')},
        {QStringLiteral("practice"), QStringLiteral("base model").split(u' ')},
        {QStringLiteral("ui"), QStringLiteral("base model session queue playback media").split(u' ')},
    };
    return rooms;
}

struct Library
{
    QString prefix;
    QStringList rooms;
};

// Which rooms may see a library.
const QList<Library> &libraries()
{
    static const QList<Library> list{
        {QStringLiteral("libav"), {QStringLiteral("media"), QStringLiteral("playback")}},
        {QStringLiteral("libsw"), {QStringLiteral("media"), QStringLiteral("playback")}},
        {QStringLiteral("libheif"), {QStringLiteral("media")}},
        {QStringLiteral("qt6keychain"), {QStringLiteral("keys")}},
        {QStringLiteral("httplib"), {QStringLiteral("practice")}},
        {QStringLiteral("valijson"), {QStringLiteral("engine")}},
        {QStringLiteral("QAudio"), {QStringLiteral("playback")}},
        {QStringLiteral("QMedia"), {QStringLiteral("playback")}},
        {QStringLiteral("QSql"), {QStringLiteral("store")}},
        {QStringLiteral("QNetwork"), {QStringLiteral("net")}},
        {QStringLiteral("QWidget"), {QStringLiteral("ui")}},
        {QStringLiteral("QtWidgets"), {}},
    };
    return list;
}

QStringList includesOf(const QString &path)
{
    static const QRegularExpression line(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"),
                                         QRegularExpression::MultilineOption);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList found;
    auto matches = line.globalMatch(QString::fromUtf8(file.readAll()));
    while (matches.hasNext())
        found.append(matches.next().captured(1));
    return found;
}

QString faultOf(const QString &room, const QString &included)
{
    for (const Library &library : libraries()) {
        if (included.startsWith(library.prefix) && !library.rooms.contains(room))
            return included + u" has no business in " + room;
    }
    const QString entered = included.section(u'/', 0, 0);
    if (!included.contains(u'/') || entered == room || !mayEnter().contains(entered))
        return {};
    return mayEnter().value(room).contains(entered) ? QString() : room + u" may not enter " + entered;
}

} // namespace

class TestIncludes : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void arrowsPointDown()
    {
        const QString top = QStringLiteral(RETAKE_SOURCE_DIR);
        QStringList faults;
        int read = 0;
        for (const QString &folder : QStringList{top + u"/src", top + u"/ui"}) {
            QDirIterator files(folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                const QString inner = path.mid(top.size() + 1);
                const QString room =
                    inner.startsWith(u"ui/") ? QStringLiteral("ui") : inner.section(u'/', 1, 1);
                QVERIFY2(mayEnter().contains(room), qPrintable(u"unknown room: " + inner));
                ++read;
                for (const QString &included : includesOf(path)) {
                    if (const QString fault = faultOf(room, included); !fault.isEmpty())
                        faults.append(inner + u": " + fault);
                }
            }
        }
        QVERIFY(read > 10);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void anArrowUpIsFound()
    {
        QVERIFY(!faultOf(QStringLiteral("model"), QStringLiteral("store/store.h")).isEmpty());
        QVERIFY(!faultOf(QStringLiteral("queue"), QStringLiteral("ui/mainwindow.h")).isEmpty());
        QVERIFY(!faultOf(QStringLiteral("session"), QStringLiteral("QWidget")).isEmpty());
        QVERIFY(faultOf(QStringLiteral("queue"), QStringLiteral("store/store.h")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestIncludes)
#include "tst_includes.moc"
