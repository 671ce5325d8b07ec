// SPDX-License-Identifier: GPL-3.0-or-later
// Every way in which a line fails, at every request, before and after the service has acted.
#include "cell.h"

using namespace retake;
using namespace std::chrono_literals;
using When = LineFault::When;
using How = LineFault::How;

namespace {

struct Word
{
    When when;
    const char *name;
};

constexpr Word whens[] = {{When::BeforeRequest, "before the request"},
                          {When::WithinRequest, "within the request"},
                          {When::AfterRequest, "before the reply"},
                          {When::WithinReply, "within the reply"}};

const char *wordOf(How how)
{
    switch (how) {
    case How::Close:
        return "closed";
    case How::Reset:
        return "reset";
    case How::Swallow:
        return "half open";
    case How::Delay:
        return "late";
    case How::Trickle:
        return "slow";
    }
    Q_UNREACHABLE();
}

Cell lineCell(const char *stage, const LineFault &fault, const char *ending = "")
{
    const char *when = std::find_if(std::begin(whens), std::end(whens), [&](const Word &word) {
                           return word.when == fault.when;
                       })->name;
    Cell cell;
    cell.name = QStringLiteral("%1: %2 %3%4")
                    .arg(QLatin1String(stage), QLatin1String(wordOf(fault.how)), QLatin1String(when),
                         QLatin1String(ending));
    cell.line = {fault};
    if (fault.how == How::Swallow)
        cell.house.patience = shortPatience;
    if (fault.how == How::Delay)
        cell.line.first().pause = 400ms;
    return cell;
}

bool isCut(How how)
{
    return how == How::Close || how == How::Reset || how == How::Swallow;
}

// All hows at all whens, where they mean something.
QList<LineFault> allAt(Ask ask)
{
    QList<LineFault> faults;
    for (const Word &when : whens) {
        for (const How how : {How::Close, How::Reset, How::Swallow, How::Delay, How::Trickle}) {
            const bool headOnly =
                when.when == When::WithinRequest && ask != Ask::Upload && ask != Ask::Create;
            const bool nowhere =
                (how == How::Delay && (when.when == When::WithinRequest || when.when == When::WithinReply)) ||
                (how == How::Trickle &&
                 (when.when == When::WithinRequest || when.when == When::AfterRequest));
            if (!headOnly && !nowhere)
                faults.append({ask, when.when, how});
        }
    }
    return faults;
}

// A stage that may be tried again: one failure passes unseen, or with a line in the log.
QList<Cell> passing(const char *stage, Ask ask, const char *cutKind, const char *silentKind)
{
    QList<Cell> cells;
    for (const LineFault &fault : allAt(ask)) {
        Cell cell = lineCell(stage, fault);
        if (isCut(fault.how))
            cell.kind = fault.how == How::Swallow ? silentKind : cutKind;
        // Qt itself asks once more when a connection that was kept alive has gone.
        if (isCut(fault.how) && fault.how != How::Swallow && fault.when != When::WithinReply)
            cell.kind = "|ConnectionLost";
        cells.append(cell);
    }
    return cells;
}

Cell lasting(Cell cell, Ends ends, int made, const char *kind)
{
    cell.line.first().count = -1;
    cell.name += QStringLiteral(", always");
    cell.ends = ends;
    cell.arrived = made;
    cell.made = made;
    cell.kind = kind;
    return cell;
}

Cell down(const char *stage, Ask at, Cell::Down how, std::chrono::milliseconds span, Ends ends, int made,
          const char *kind)
{
    Cell cell;
    cell.name =
        QStringLiteral("%1: %2%3")
            .arg(QLatin1String(stage),
                 how == Cell::Down::Refused ? QStringLiteral("refused") : QStringLiteral("no such name"),
                 span.count() > 0 ? QStringLiteral(", then back") : QStringLiteral(", always"));
    cell.down = how;
    cell.downAt = at;
    cell.downFor = span;
    cell.ends = ends;
    cell.arrived = made;
    cell.made = made;
    cell.kind = kind;
    return cell;
}

Cell retried(Cell cell)
{
    cell.thenRetry = true;
    return cell;
}

// Nothing is bought before the order: any failure may be tried again, and giving up costs nothing.
QList<Cell> preparing(const char *stage, Ask ask)
{
    QList<Cell> cells = passing(stage, ask, "", "");
    cells << retried(lasting(lineCell(stage, {ask, When::BeforeRequest, How::Reset}), Ends::Failed, 0,
                             "ConnectionLost"))
          << retried(lasting(lineCell(stage, {ask, When::AfterRequest, How::Close}), Ends::Failed, 0,
                             "ConnectionLost"))
          << down(stage, ask, Cell::Down::Refused, 20ms, Ends::Done, 1, "")
          << retried(down(stage, ask, Cell::Down::Refused, 0ms, Ends::Failed, 0, "Offline"));
    return cells;
}

QList<Cell> askingForPolicies()
{
    return preparing("policy", Ask::Policy)
           << lasting(lineCell("policy", {Ask::Policy, When::BeforeRequest, How::Swallow}), Ends::Failed, 0,
                      "TimedOut")
           << down("policy", Ask::Policy, Cell::Down::NameGone, 20ms, Ends::Done, 1, "")
           << retried(down("policy", Ask::Policy, Cell::Down::NameGone, 0ms, Ends::Failed, 0, "Offline"));
}

QList<Cell> creating()
{
    QList<Cell> cells;
    for (const LineFault &fault : allAt(Ask::Create)) {
        Cell cell = lineCell("create", fault);
        if (isCut(fault.how)) {
            // From here nobody can tell which side of the service's acting it was.
            const bool acted = fault.when == When::AfterRequest || fault.when == When::WithinReply;
            cell.ends = acted ? Ends::Found : Ends::Unclear;
            cell.arrived = acted ? 1 : 0;
            cell.made = cell.arrived;
            cell.kind = "Unclear";
        }
        cells.append(cell);
    }
    cells << retried(down("create", Ask::Create, Cell::Down::Refused, 0ms, Ends::Failed, 0, "Offline"))
          << retried(down("create", Ask::Create, Cell::Down::NameGone, 0ms, Ends::Failed, 0, "Offline"));
    return cells;
}

QList<Cell> polling()
{
    QList<Cell> cells = passing("query", Ask::Query, "ConnectionLost", "TimedOut");
    // Only the service says when a task has run out, so that asking goes on as long as it has to.
    for (const LineFault &fault : {LineFault{Ask::Query, When::BeforeRequest, How::Reset, 1, 6},
                                   LineFault{Ask::Query, When::AfterRequest, How::Close, 1, 6},
                                   LineFault{Ask::Query, When::WithinReply, How::Reset, 1, 6}}) {
        Cell cell = lineCell("query", fault);
        cell.name += QStringLiteral(", six times");
        cell.kind = "ConnectionLost";
        cells.append(cell);
    }
    cells << down("query", Ask::Query, Cell::Down::Refused, 3s, Ends::Done, 1, "Offline")
          << down("query", Ask::Query, Cell::Down::NameGone, 3s, Ends::Done, 1, "Offline");
    return cells;
}

QList<Cell> fetching()
{
    QList<Cell> cells = passing("result", Ask::Result, "ConnectionLost|ResultTruncated", "TimedOut");
    const auto always = [](When when, How how, const char *kind) {
        return retried(lasting(lineCell("result", {Ask::Result, when, how}), Ends::Failed, 1, kind));
    };
    // Half of what is missing comes each time: as long as it grows, it goes on.
    Cell growing = lineCell("result", {Ask::Result, When::WithinReply, How::Close, 1, 8});
    growing.name += QStringLiteral(", eight times");
    growing.kind = "ConnectionLost|ResultTruncated";
    cells.append(growing);
    cells << always(When::BeforeRequest, How::Reset, "ConnectionLost")
          << always(When::AfterRequest, How::Close, "ConnectionLost")
          << always(When::WithinReply, How::Close, "ConnectionLost|ResultTruncated")
          << down("result", Ask::Result, Cell::Down::Refused, 3s, Ends::Done, 1, "Offline");
    return cells;
}

// A cancel that fails is told, and the task goes on to whatever end the service gives it.
QList<Cell> cancelling()
{
    QList<Cell> cells;
    for (const LineFault &fault : allAt(Ask::Cancel)) {
        Cell cell = lineCell("cancel", fault);
        cell.serviceScale = 10; // waits for two seconds there, where it can be cancelled
        cell.cancelled = true;
        const bool acted = !isCut(fault.how) || fault.when != When::BeforeRequest;
        cell.ends = acted ? Ends::Cancelled : Ends::Done;
        cell.kind = acted ? "CancelledByPerson" : "";
        cells.append(cell);
    }
    return cells;
}

// The answer to the order was lost, and then the line fails while the task is looked for.
QList<Cell> looking()
{
    QList<Cell> cells;
    const LineFault lost{Ask::Create, When::AfterRequest, How::Close};
    for (const Ask ask : {Ask::List, Ask::Query}) {
        for (const LineFault &fault : allAt(ask)) {
            Cell cell = lineCell(ask == Ask::List ? "list" : "query of a look", fault);
            cell.line.append(lost);
            cell.ends = Ends::Found;
            cells.append(cell);
        }
    }
    Cell never =
        lasting(lineCell("list", {Ask::List, When::AfterRequest, How::Reset}), Ends::Unclear, 1, "Unclear");
    never.line.append(lost);
    cells.append(never);
    return cells;
}

} // namespace

class TestFaultMatrixLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase() { QVERIFY(!ProofClip::file().isEmpty()); }

    void faults_data()
    {
        declareCells();
        const QString wanted = qEnvironmentVariable("RETAKE_STAGE");
        const QList<std::pair<const char *, QList<Cell>>> stages{{"policy", askingForPolicies()},
                                                                 {"upload", preparing("upload", Ask::Upload)},
                                                                 {"create", creating()},
                                                                 {"look", looking()},
                                                                 {"poll", polling()},
                                                                 {"cancel", cancelling()},
                                                                 {"fetch", fetching()}};
        for (const auto &[stage, cells] : stages) {
            for (const Cell &cell :
                 wanted.isEmpty() || wanted == QLatin1String(stage) ? cells : QList<Cell>())
                addCell(cell);
        }
    }

    void faults()
    {
        QFETCH(Cell, cell);
        runCell(cell);
    }
};

QTEST_GUILESS_MAIN(TestFaultMatrixLine)
#include "tst_faultmatrix_line.moc"
