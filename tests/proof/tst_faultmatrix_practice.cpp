// SPDX-License-Identifier: GPL-3.0-or-later
// Every fault that the practice service knows: where the task ends, what was bought, and whether the take is
// there and whole.
#include "cell.h"

using namespace retake;

namespace {

// The end may overtake the reply's head.
const char *const brokenOff = "ResultTruncated|ConnectionLost";

Cell fault(const char *name, Ends ends, int arrived, int made, const char *kind = "")
{
    Cell cell;
    cell.name = QString::fromLatin1(name);
    cell.practice = cell.name.split(u' ');
    cell.ends = ends;
    cell.arrived = arrived;
    cell.made = made;
    cell.kind = kind;
    return cell;
}

Cell impatient(Cell cell)
{
    cell.house.patience = shortPatience;
    return cell;
}

Cell retried(Cell cell)
{
    cell.thenRetry = true;
    return cell;
}

Cell slowly(Cell cell)
{
    cell.serviceScale = 50; // a policy has to outlive the delay
    return cell;
}

// Without a count a fault never ends.
const QList<Cell> &sending()
{
    static const QList<Cell> cells{
        fault("policy-429:1", Ends::Done, 1, 1),
        fault("policy-429", Ends::Failed, 0, 0, "RateLimited"),
        fault("policy-500:1", Ends::Done, 1, 1),
        retried(fault("policy-500:5", Ends::Failed, 0, 0, "ServiceFailed")),
        fault("key-401", Ends::Failed, 0, 0, "KeyRefused"),
        fault("upload-403", Ends::Failed, 0, 0, "UploadRefused"),
        fault("upload-409:1", Ends::Done, 1, 1),
        fault("upload-409", Ends::Failed, 0, 0, "UploadNameTaken"),
        fault("upload-expired:1", Ends::Done, 1, 1),
        fault("upload-expired", Ends::Failed, 0, 0, "UploadExpired"),
        fault("upload-reset:1", Ends::Done, 1, 1),
        retried(fault("upload-reset:5", Ends::Failed, 0, 0, "ConnectionLost")),

        fault("async-403", Ends::Failed, 1, 0, "NotPermitted"),
        fault("arrears-400", Ends::Failed, 1, 0, "Arrears"),
        fault("quota-429", Ends::Failed, 1, 0, "QuotaSpent"),
        fault("server-500", Ends::Failed, 1, 0, "ServiceFailed"),
        fault("rate-429:1", Ends::Done, 2, 1, "RateLimited"),
        fault("rate-429", Ends::Failed, 5, 0, "RateLimited"),
        fault("busy-503:1", Ends::Done, 2, 1, "ServiceBusy"),
        fault("busy-503", Ends::Failed, 5, 0, "ServiceBusy"),
        fault("html", Ends::Unclear, 1, 0, "Unclear"),
        fault("truncated-json", Ends::Found, 1, 1, "Unclear"),
        impatient(fault("hang", Ends::Found, 1, 1)),
        fault("reset", Ends::Found, 1, 1, "Unclear"),
        fault("reset-before", Ends::Unclear, 1, 0, "Unclear"),
        slowly(fault("slow", Ends::Done, 1, 1)),

        fault("reset:1 list-500:2", Ends::Found, 1, 1),
        fault("reset:1 list-late", Ends::Found, 1, 1),
        fault("reset:1 list-empty:2", Ends::Found, 1, 1),
        fault("reset:1 list-empty", Ends::Unclear, 1, 1, "Unclear"),
        fault("reset:1 query-500:2", Ends::Found, 1, 1),
    };
    return cells;
}

const QList<Cell> &comingBack()
{
    static const QList<Cell> cells{
        fault("query-500:6", Ends::Done, 1, 1, "ServiceFailed"),
        fault("query-html:6", Ends::Done, 1, 1, "BadReply"),
        fault("query-truncated:6", Ends::Done, 1, 1, "BadReply"),
        fault("query-429:6", Ends::Done, 1, 1, "RateLimited"),
        fault("failed-moderation", Ends::Failed, 1, 1, "Moderated"),
        fault("failed-size", Ends::Failed, 1, 1, "MediaRefused"),
        fault("canceled", Ends::Failed, 1, 1, "CancelledByService"),
        fault("unknown", Ends::Expired, 1, 1, "Expired"),

        fault("download-403:1", Ends::Done, 1, 1, "ResultGone"),
        fault("download-403", Ends::Expired, 1, 1, "Expired"),
        fault("download-short:2", Ends::Done, 1, 1, brokenOff),
        fault("download-short", Ends::Failed, 1, 1, brokenOff),
        fault("download-reset:2", Ends::Done, 1, 1, brokenOff),
        fault("download-reset", Ends::Failed, 1, 1, brokenOff),
        fault("download-wrong:2", Ends::Done, 1, 1, "ResultNotVideo"),
        retried(fault("download-wrong:5", Ends::Failed, 1, 1, "ResultNotVideo")),
    };
    return cells;
}

} // namespace

class TestFaultMatrixPractice : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase() { QVERIFY(!ProofClip::file().isEmpty()); }

    void noFaultIsLeftOut()
    {
        QProcess program;
        program.start(QStringLiteral(RETAKE_BIN_DIR "/retake-practice"), {QStringLiteral("--help")});
        QVERIFY(program.waitForFinished());
        const QString help = QString::fromUtf8(program.readAllStandardOutput());
        const QStringList lines =
            help.section(QStringLiteral("NAME:COUNT so many times):\n"), 1).split(u'\n');
        QSet<QString> met;
        for (const Cell &cell : sending() + comingBack()) {
            for (const QString &fault : cell.practice)
                met.insert(fault.section(u':', 0, 0));
        }
        int known = 0;
        for (const QString &line : lines) {
            const QString name = line.simplified().section(u' ', 0, 0);
            if (name.startsWith(u"bm-")) // tst_faultmatrix_remake
                continue;
            known += name.isEmpty() ? 0 : 1;
            QVERIFY2(name.isEmpty() || met.contains(name), qPrintable(name));
        }
        QCOMPARE(known, int(met.size()));
    }

    void faults_data()
    {
        declareCells();
        const QString stage = qEnvironmentVariable("RETAKE_STAGE");
        for (const Cell &cell : stage == u"back" ? QList<Cell>() : sending())
            addCell(cell);
        for (const Cell &cell : stage == u"sending" ? QList<Cell>() : comingBack())
            addCell(cell);
    }

    void faults()
    {
        QFETCH(Cell, cell);
        runCell(cell);
    }
};

QTEST_GUILESS_MAIN(TestFaultMatrixPractice)
#include "tst_faultmatrix_practice.moc"
