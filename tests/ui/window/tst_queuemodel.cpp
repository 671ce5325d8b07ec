// SPDX-License-Identifier: GPL-3.0-or-later
// Ten thousand tasks in the panel, told by counts and not by times.
#include "windowbench.h"

#include "ui/queue/queuemodel.h"
#include "ui/queue/queuepanel.h"
#include "ui/queue/queuerow.h"
#include "ui/widgets/thumbnails.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace retake;

namespace {

// Counts what is painted, by the row that it belongs to.
class PaintCounter : public QObject
{
public:
    QHash<const QueueRow *, int> rows;

    void watch(QWidget *list)
    {
        for (auto *row : list->findChildren<QueueRow *>()) {
            row->installEventFilter(this);
            for (auto *part : row->findChildren<QWidget *>())
                part->installEventFilter(this);
        }
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            for (QObject *at = watched; at; at = at->parent()) {
                if (const auto *row = qobject_cast<const QueueRow *>(at))
                    ++rows[row];
            }
        }
        return false;
    }
};

} // namespace

class TestQueueModel : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Core> m_core;
    std::unique_ptr<Theme> m_theme;
    Thumbnails m_thumbnails;

    Task task(TaskState state, int number) const
    {
        Task task;
        task.state = state;
        task.order.prompt = QString(u"order " + QString::number(number));
        task.order.model = m_core->catalogue.models().constFirst().id;
        task.order.account = QStringLiteral("practice");
        task.order.clip = QStringLiteral("/films/clip.mp4");
        task.createdAt = task.changedAt = QDateTime::currentDateTimeUtc();
        return task;
    }

    TaskId put(TaskState state, int number = 0)
    {
        const auto stored = m_core->store->insertTask(task(state, number));
        return stored ? stored->id : TaskId();
    }

    // As many copies of one row, in one go.
    void fill(int count)
    {
        const QString file = m_core->paths.database();
        const TaskId first = put(TaskState::Done, 1);
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("fill"));
        database.setDatabaseName(file);
        QVERIFY(database.open());
        {
            QSqlQuery query(database);
            QStringList columns;
            QVERIFY(
                query.exec(QStringLiteral("SELECT name FROM pragma_table_info('task') WHERE name<>'id'")));
            while (query.next())
                columns.append(query.value(0).toString());
            const QString names = columns.join(u',');
            QVERIFY2(
                query.exec(QString(u"WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i+1 FROM n WHERE i<" +
                                   QString::number(count) + u") INSERT INTO task (" + names + u") SELECT " +
                                   names + u" FROM task, n WHERE task.id=" + QString::number(first.value))),
                "fill");
        }
        database.close();
        database = {};
        QSqlDatabase::removeDatabase(QStringLiteral("fill"));
    }

    std::unique_ptr<QueuePanel> panel()
    {
        auto made = std::make_unique<QueuePanel>(m_core->queue, m_core->accounts, m_core->catalogue,
                                                 m_core->settings, m_thumbnails);
        made->resize(1440, 220);
        made->show();
        made->activateWindow();
        return made;
    }

    static QStringList titles(const QueueModel &model)
    {
        QStringList list;
        for (int row = 0; row < model.rowCount(); ++row)
            list.append(model.view(row).title.section(u' ', 1));
        return list;
    }

    static QList<QueueRow *> shown(const QWidget &panel)
    {
        QList<QueueRow *> rows;
        for (auto *row : panel.findChildren<QueueRow *>()) {
            if (row->isVisible())
                rows.append(row);
        }
        std::sort(rows.begin(), rows.end(), [](auto *a, auto *b) { return a->y() < b->y(); });
        return rows;
    }

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = Core::open(m_folder->path(), QProcessEnvironment());
        QVERIFY(opened);
        m_core = std::move(*opened);
        m_theme = std::make_unique<Theme>(*qApp);
    }

    void cleanup()
    {
        m_core.reset();
        m_theme.reset();
        m_folder.reset();
    }

    void onlyTheRowsInSightAreRead()
    {
        fill(10000);
        const auto made = panel();
        QueueModel &model = made->model();
        QCOMPARE(model.rowCount(), 10000);
        QCOMPARE(model.counts().finished, 10000);
        QVERIFY2(model.rowsRead() < 12, qPrintable(QString::number(model.rowsRead())));
        auto *list = made->findChild<QScrollArea *>(QStringLiteral("queueScroll"));
        const qsizetype widgets = made->findChildren<QueueRow *>().size();
        QVERIFY(widgets < 12);
        // From one end to the other: what is passed over is not read, and no widget is made for it.
        QScrollBar *bar = list->verticalScrollBar();
        bar->setValue(bar->maximum());
        QVERIFY(model.rowsRead() < 24);
        QVERIFY(made->findChildren<QueueRow *>().size() <= widgets + 2);
        const QList<QueueRow *> rows = shown(*made);
        QVERIFY(rows.size() >= 2);
        QCOMPARE(rows.last()->id().value, 1);
        QCOMPARE(rows.last()->objectName(), QStringLiteral("queueRow1"));
    }

    void anUpdateTouchesOneRow()
    {
        fill(10000);
        const TaskId failed = put(TaskState::Failed, 7);
        put(TaskState::Failed, 8);
        const auto made = panel();
        QVERIFY(QTest::qWaitForWindowExposed(made.get()));
        QCoreApplication::processEvents();
        QueueModel &model = made->model();
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        PaintCounter paints;
        paints.watch(made.get());
        const int read = model.rowsRead();
        Task now = *m_core->queue.task(failed);
        now.error = Error{ErrorKind::Arrears, {}, {}, {}, {}, 0, std::nullopt};
        QVERIFY(m_core->store->updateTask(now));
        Q_EMIT m_core->queue.taskChanged(failed);
        QCOMPARE(changed.size(), 1);
        const int row = model.rowOf(failed);
        QCOMPARE(changed[0][0].toModelIndex().row(), row);
        QCOMPARE(changed[0][1].toModelIndex().row(), row);
        QTRY_VERIFY(!paints.rows.isEmpty());
        QCOMPARE(paints.rows.size(), 1);
        QCOMPARE(paints.rows.constBegin().key()->id(), failed);
        QCOMPARE(model.rowsRead(), read);

        // One that nobody sees is not even looked at.
        changed.clear();
        Q_EMIT m_core->queue.taskProgress(TaskId{5000}, {1, 2});
        QCOMPARE(changed.size(), 0);
        QCOMPARE(model.rowsRead(), read);
    }

    void whatGoesOnStandsAbove()
    {
        const TaskId done = put(TaskState::Done, 1);
        const TaskId one = put(TaskState::Waiting, 2);
        put(TaskState::Waiting, 3);
        const TaskId three = put(TaskState::Waiting, 4);
        put(TaskState::Failed, 5);
        const auto made = panel();
        QueueModel &model = made->model();
        QCOMPARE(titles(model).join(u' '), QStringLiteral("2 3 4 5 1"));
        QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QVERIFY(m_core->queue.runNext(three));
        QCOMPARE(titles(model).join(u' '), QStringLiteral("4 2 3 5 1"));
        QVERIFY(m_core->queue.moveBefore(three, {}));
        QCOMPARE(titles(model).join(u' '), QStringLiteral("2 3 4 5 1"));
        QCOMPARE(moved.size(), 2); // one row each time
        QVERIFY(m_core->queue.cancel(one));
        QCOMPARE(titles(model).join(u' '), QStringLiteral("3 4 5 2 1"));
        QCOMPARE(moved.size(), 3);
        QVERIFY(m_core->queue.remove(done));
        QCOMPARE(titles(model).join(u' '), QStringLiteral("3 4 5 2"));
        QCOMPARE(reset.size(), 0);
        QCoreApplication::processEvents();
        const QList<QueueRow *> rows = shown(*made);
        for (int row = 0; row < rows.size(); ++row) // the widgets stand as the model says
            QCOMPARE(rows[row]->id(), model.idOf(row));
    }

    void countsFollow()
    {
        put(TaskState::Done);
        const TaskId failed = put(TaskState::Failed);
        put(TaskState::Unclear);
        put(TaskState::Waiting);
        put(TaskState::Cancelled);
        const auto made = panel();
        const QueueModel &model = made->model();
        QCOMPARE(model.counts().forClick, 1);
        QCOMPARE(model.counts().needing, 3);
        QCOMPARE(model.counts().retriable, 1);
        QCOMPARE(model.counts().clearable, 2);
        auto *retry = made->findChild<QPushButton *>(QStringLiteral("retryFailedButton"));
        QVERIFY(retry->isVisible() && retry->text().contains(u"(1)"));
        QVERIFY(m_core->queue.remove(failed));
        QVERIFY(!retry->isVisible());
        QCOMPARE(m_core->queue.clearFinished().value(), 2);
        QCOMPARE(model.counts().all, 2);
        QCOMPARE(model.rowCount(), 2);
    }

    void filtersAndSearch()
    {
        for (int i = 0; i < 10; ++i)
            put(i == 3 ? TaskState::Failed : i == 4 ? TaskState::Waiting : TaskState::Done, i);
        const auto made = panel();
        const QueueModel &model = made->model();
        QVERIFY(made->findChild<QWidget *>(QStringLiteral("queueFilters"))->isVisible());
        made->findChild<QPushButton *>(QStringLiteral("queueFilterNeedYou"))->click();
        QCOMPARE(titles(model).join(u' '), QStringLiteral("4 3"));
        made->findChild<QPushButton *>(QStringLiteral("queueFilterRunning"))->click();
        QCOMPARE(titles(model).join(u' '), QStringLiteral("4"));
        const TaskId waits = model.idOf(0);
        QVERIFY(m_core->queue.cancel(waits)); // leaves the list as it ends
        QCOMPARE(model.rowCount(), 0);
        made->findChild<QPushButton *>(QStringLiteral("queueFilterAll"))->click();
        QCOMPARE(model.rowCount(), 10);
        made->findChild<QLineEdit *>(QStringLiteral("queueSearch"))->setText(QStringLiteral("ORDER 7"));
        QCOMPARE(titles(model).join(u' '), QStringLiteral("7"));
        made->findChild<QLineEdit *>(QStringLiteral("queueSearch"))->setText(QStringLiteral("%"));
        QCOMPARE(model.rowCount(), 0);
        made->findChild<QLineEdit *>(QStringLiteral("queueSearch"))->clear();
        QCOMPARE(model.rowCount(), 10);
    }

    void keysGoThroughTheList()
    {
        for (int i = 1; i <= 40; ++i)
            put(i > 36 ? TaskState::Waiting : TaskState::Done, i);
        const auto made = panel();
        QVERIFY(QTest::qWaitForWindowActive(made.get()));
        const QueueModel &model = made->model();
        const auto focused = [] { return qobject_cast<QueueRow *>(QApplication::focusWidget()); };
        shown(*made).first()->setFocus();
        QTest::keyClick(focused(), Qt::Key_Down);
        QCOMPARE(focused()->id(), model.idOf(1));
        QTest::keyClick(focused(), Qt::Key_Up,
                        Qt::ControlModifier); // the second of those that wait goes first
        QCOMPARE(titles(model).mid(0, 4).join(u' '), QStringLiteral("38 37 39 40"));
        QCOMPARE(focused()->id(), model.idOf(0));
        QTest::keyClick(focused(), Qt::Key_Down, Qt::ControlModifier);
        QTest::keyClick(focused(), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(titles(model).mid(0, 4).join(u' '), QStringLiteral("37 39 38 40"));
        QTest::keyClick(focused(), Qt::Key_End);
        QVERIFY(focused());
        QCOMPARE(focused()->id(), model.idOf(39));
        QVERIFY(!focused()->visibleRegion().isEmpty());
        QTest::keyClick(focused(),
                        Qt::Key_Delete); // an ended one: its row goes, and its neighbour has the focus
        QCOMPARE(model.rowCount(), 39);
        QTRY_VERIFY(focused() && focused()->id() == model.idOf(38));
        // The focus outlives its row being scrolled out of sight.
        made->findChild<QScrollArea *>(QStringLiteral("queueScroll"))->verticalScrollBar()->setValue(0);
        QVERIFY(focused() && focused()->id() == model.idOf(38));
        QTest::keyClick(focused(), Qt::Key_Home);
        QCOMPARE(focused()->id(), model.idOf(0));
        QTest::keyClick(focused(), Qt::Key_Delete); // one that waits: stopped for nothing
        QCOMPARE(m_core->queue.task(TaskId{37})->state, TaskState::Cancelled);
    }

    void rowsAreDragged()
    {
        for (int i = 1; i <= 3; ++i)
            put(TaskState::Waiting, i);
        const auto made = panel();
        const QueueModel &model = made->model();
        const QList<QueueRow *> rows = shown(*made);
        QCOMPARE(rows.size(), 3);
        const QPoint grip(rows[0]->width() / 2, 3);
        QTest::mousePress(rows[0], Qt::LeftButton, {}, grip);
        QTest::mouseMove(rows[0], grip + QPoint(0, 20));
        QMouseEvent move(
            QEvent::MouseMove, QPointF(grip + QPoint(0, rows[2]->y() + rows[2]->height() - 4)),
            rows[0]->mapToGlobal(QPointF(grip + QPoint(0, rows[2]->y() + rows[2]->height() - 4))),
            Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(rows[0], &move);
        QTest::mouseRelease(rows[0], Qt::LeftButton, {}, grip);
        QCOMPARE(titles(model).join(u' '), QStringLiteral("2 3 1"));
    }

    void whatThePersonLooksAtStaysInPlace()
    {
        for (int i = 1; i <= 40; ++i)
            put(TaskState::Done, i);
        const auto made = panel();
        auto *bar = made->findChild<QScrollArea *>(QStringLiteral("queueScroll"))->verticalScrollBar();
        bar->setValue(bar->maximum() / 2);
        const QueueRow *first = shown(*made).at(1);
        const TaskId id = first->id();
        const int at = first->y() - bar->value();
        QVERIFY(m_core->queue.shelve(task(TaskState::Waiting, 99).order));
        const auto *after = made->findChild<QueueRow *>(QString(u"queueRow" + QString::number(id.value)));
        QVERIFY(after && after->isVisible());
        QCOMPARE(after->y() - bar->value(), at);
    }
};

QTEST_MAIN(TestQueueModel)
#include "tst_queuemodel.moc"
