// SPDX-License-Identifier: GPL-3.0-or-later
// The grid in the whole window: filled from the bar, from the versions and by dropping files.
#include "windowbench.h"

#include "playback/pairplayer.h"
#include "support/numberedclip.h"
#include "ui/mainwindow/comparewindow.h"
#include "ui/viewer/comparecanvas.h"
#include "ui/viewer/gridcontrol.h"
#include "ui/viewer/viewerpane.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QListView>
#include <QMenu>
#include <QPushButton>

using namespace retake;

namespace {

// As the platform does it: the window hears of the drag, the zones that come up take the file.
void dropOn(QWidget &window, QPoint place, const QString &file)
{
    QMimeData carried;
    carried.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent near(QPoint(5, 5), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &near);
    auto *zones = window.findChild<QWidget *>(QStringLiteral("dropZones"));
    QVERIFY(zones->isVisible());
    const QPointF there = zones->mapFromGlobal(place);
    QDragLeaveEvent left;
    QApplication::sendEvent(&window, &left);
    QDragEnterEvent enter(there.toPoint(), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(zones, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(there, Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(zones, &drop);
    QVERIFY(!zones->isVisible());
}

QPoint middleOf(const CompareCanvas &canvas, Side side)
{
    return canvas.mapToGlobal(canvas.cell(side).center().toPoint());
}

// -1: nothing, or no number.
int painted(CompareCanvas &canvas, Side side)
{
    const QRect place = canvas.pictureRect(side).toRect();
    return place.isEmpty() ? -1 : readNumber(canvas.grab(place).toImage());
}

// With the number where no label covers it.
bool makeNumbered(const QString &file)
{
    NumberedClip clip;
    clip.file = file;
    clip.size = {426, 240};
    clip.output = QStringList{QStringLiteral("-c:v"), QStringLiteral("libx264")};
    return makeClip(clip);
}

} // namespace

class TestGridWindow : public QObject
{
    Q_OBJECT
    int m_made = 0;

    // A take that shows the source's frames from `first` on, as its recipe says where it does.
    TakeId addTake(WindowBench &bench, const char *title, int first = 0, const char *map = nullptr)
    {
        Task task;
        task.state = TaskState::Downloading;
        task.order.clip = bench.clip();
        if (first > 0)
            task.order.trim = Trim{Microseconds(first * 1'000'000 / 30), Microseconds(2'000'000)};
        task.createdAt = task.changedAt = QDateTime::currentDateTimeUtc();
        auto stored = bench.core->store->insertTask(task);
        if (!stored)
            return {};
        Take take;
        take.task = stored->id;
        take.clip = bench.workspace->clipId();
        take.title = QString::fromLatin1(title);
        take.file = bench.path("take") + QString::number(++m_made) + u".mp4";
        take.recipe = bench.path("take") + QString::number(m_made) + u".json";
        take.createdAt = QDateTime::currentDateTimeUtc().addSecs(m_made);
        const QString cut = QStringLiteral("select='gte(n,%1)',setpts=N/30/TB").arg(first);
        runFfmpeg({QStringLiteral("-i"), bench.clip(), QStringLiteral("-vf"), cut, QStringLiteral("-r"),
                   QStringLiteral("30"), QStringLiteral("-an"), take.file});
        if (QFile recipe(take.recipe); recipe.open(QIODevice::WriteOnly) && map)
            recipe.write(QByteArray("{'clip': {'frame_map': 'MAP', 'sent_frame_rate': '30/1'}}")
                             .replace('\'', '"')
                             .replace("MAP", map));
        stored->state = TaskState::Done;
        const auto id = bench.core->store->finishTask(*stored, take);
        if (!id)
            return {};
        Q_EMIT bench.core->queue.takeAdded(*id);
        return *id;
    }

    // The entry of a version's own menu, as a right click on its row brings it up.
    static QAction *inVersionsMenu(const WindowBench &bench, int row)
    {
        auto *list = bench.find<QListView>("versionsList");
        if (auto *old = bench.window->findChild<QMenu *>(QStringLiteral("versionMenu")))
            delete old;
        Q_EMIT list->customContextMenuRequested(list->visualRect(list->model()->index(row, 0)).center());
        auto *menu = bench.find<QMenu>("versionMenu");
        menu->setAttribute(Qt::WA_DeleteOnClose, false);
        menu->hide();
        return menu->findChild<QAction *>(QStringLiteral("showInGrid"));
    }

    static int rowOf(const WindowBench &bench, const char *title)
    {
        const auto *model = bench.find<QListView>("versionsList")->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data().toString() == QLatin1String(title))
                return row;
        }
        return -1;
    }

private Q_SLOTS:

    void theGridIsFilled()
    {
        WindowBench bench;
        bench.show();
        QVERIFY(makeNumbered(bench.path("clip one.mp4")));
        bench.window->openClip(bench.clip());
        QTRY_VERIFY(bench.workspace->clip());
        QVERIFY(addTake(bench, "Rain"));
        QVERIFY(addTake(bench, "Snow", 20, "20+1x40"));
        QVERIFY(addTake(bench, "Night", 15));
        const TakeId noon = addTake(bench, "Noon");
        QVERIFY(noon);
        auto &pane = *bench.find<ViewerPane>("viewerPane");
        auto &canvas = *bench.find<CompareCanvas>("compareCanvas");
        QTRY_COMPARE(canvas.shownMode(), ViewMode::SideBySide);

        // From the versions: the grid comes up with it.
        QAction *snow = inVersionsMenu(bench, rowOf(bench, "Snow"));
        QVERIFY(snow && snow->isEnabled());
        snow->trigger();
        QCOMPARE(canvas.shownMode(), ViewMode::Grid);
        QVERIFY(bench.find<QPushButton>("mode6")->isChecked());
        QTRY_VERIFY(painted(canvas, Side::Third) >= 0);

        // From the bar.
        auto *menu = bench.find<QPushButton>("addToGrid")->menu();
        menu->popup(QPoint(40, 40));
        QAction *night = nullptr;
        for (QAction *entry : menu->actions())
            night = entry->text() == QLatin1String("Night") ? entry : night;
        QVERIFY(night && night->isCheckable() && !night->isChecked());
        night->trigger();
        menu->hide();
        QTRY_VERIFY(painted(canvas, Side::Fourth) >= 0);
        QVERIFY(!pane.grid().freePlace());

        // Each by its own pairing: beside the frames that it was made from.
        int sets = 0;
        int torn = 0;
        connect(pane.player(), &PairPlayer::pairReady, &canvas, [&](const PicturePair &pair) {
            ++sets;
            torn += painted(canvas, Side::Before) != pair.beforeFrame;
            torn += painted(canvas, Side::After) != pair.beforeFrame;
            torn += painted(canvas, Side::Third) != std::max(pair.beforeFrame, 20);
            torn += painted(canvas, Side::Fourth) != std::max(pair.beforeFrame, 15);
        });
        for (const int frame : {41, 0, 20, 59, 33}) {
            const int until = sets + 1;
            pane.player()->seekToFrame(frame);
            QTRY_VERIFY(sets >= until);
        }
        pane.player()->play();
        QTRY_VERIFY(sets > 25);
        pane.player()->pause();
        QCOMPARE(torn, 0);
        bench.screenshot("grid");

        // No room for more; out again where it came from.
        QAction *rain = inVersionsMenu(bench, rowOf(bench, "Rain"));
        QVERIFY(!rain->isEnabled() && !rain->toolTip().isEmpty());
        QVERIFY(inVersionsMenu(bench, rowOf(bench, "Noon"))->isEnabled()); // it is After
        inVersionsMenu(bench, rowOf(bench, "Snow"))->trigger();
        QVERIFY(pane.grid().freePlace());
        QCOMPARE(pane.player()->sideState(Side::Third), PairPlayer::SideState::Closed);

        // A click makes it After, for the workspace too; Noon takes its cell.
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, canvas.cell(Side::Fourth).center().toPoint());
        QVERIFY(bench.workspace->after() && *bench.workspace->after() != noon);
        QVERIFY(pane.grid().placeOf(noon.value) == Side::Fourth);

        // A removed take leaves the grid.
        QVERIFY(bench.workspace->removeTake(noon));
        QVERIFY(!pane.grid().placeOf(noon.value));

        // It stays while the clip is open, and no longer.
        inVersionsMenu(bench, rowOf(bench, "Snow"))->trigger();
        pane.setMode(ViewMode::Wipe);
        QCOMPARE(pane.player()->sideState(Side::Third), PairPlayer::SideState::Closed);
        pane.setMode(ViewMode::Grid);
        QTRY_VERIFY(painted(canvas, Side::Third) >= 0);
        bench.workspace->closeClip();
        QCOMPARE(pane.player()->sideState(Side::Third), PairPlayer::SideState::Closed);
        QVERIFY(pane.grid().freePlace());
    }

    void filesAreDroppedOnCells()
    {
        WindowBench bench;
        bench.show();
        const QString one = bench.path("one.mp4");
        const QString two = bench.path("two.mp4");
        QVERIFY(makeNumbered(one) && makeNumbered(two) && makeNumbered(bench.path("clip one.mp4")));
        bench.window->openClip(bench.clip());
        QTRY_VERIFY(bench.workspace->clip());
        QVERIFY(addTake(bench, "Rain"));
        auto &pane = *bench.find<ViewerPane>("viewerPane");
        auto &canvas = *bench.find<CompareCanvas>("compareCanvas");
        pane.setMode(ViewMode::Grid);
        QTRY_VERIFY(painted(canvas, Side::After) >= 0);
        dropOn(*bench.window, middleOf(canvas, Side::Fourth), one);
        QTRY_VERIFY(painted(canvas, Side::Fourth) >= 0);
        QCOMPARE(pane.player()->clip(Side::Fourth).file, one);
        QCOMPARE(pane.player()->sideState(Side::Third), PairPlayer::SideState::Closed);
        QCOMPARE(bench.workspace->versions().size(), 2); // no library entry

        // On a filled one it takes its place; the menu's file goes into the free one.
        dropOn(*bench.window, middleOf(canvas, Side::Fourth), two);
        QTRY_COMPARE(pane.player()->clip(Side::Fourth).file, two);
        auto *menu = bench.find<QPushButton>("addToGrid")->menu();
        menu->popup(QPoint(40, 40));
        bench.window->findChild<QAction *>(QStringLiteral("gridFile"))->trigger();
        menu->hide();
        auto *dialog = bench.find<QFileDialog>("openDialog");
        Q_EMIT dialog->fileSelected(one);
        dialog->reject();
        QTRY_COMPARE(pane.player()->clip(Side::Third).file, one);
        dropOn(*bench.window, middleOf(canvas, Side::After), two); // it is there already, and moves
        QTRY_COMPARE(pane.player()->clip(Side::After).file, two);
    }

    void theCompareWindowHasTheGridToo()
    {
        WindowBench bench;
        const QString other = bench.path("other.mp4");
        const QString third = bench.path("third.mp4");
        QVERIFY(makeNumbered(other) && makeNumbered(third) && makeNumbered(bench.path("clip one.mp4")));
        CompareWindow window(bench.clip(), other);
        window.setMode(ViewMode::Grid);
        window.show();
        auto &canvas = *window.findChild<CompareCanvas *>();
        QTRY_VERIFY(painted(canvas, Side::After) >= 0);
        dropOn(window, middleOf(canvas, Side::Third), third);
        QTRY_VERIFY(painted(canvas, Side::Third) >= 0);
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, canvas.cell(Side::Third).center().toPoint());
        QCOMPARE(window.file(Side::After), third);
        auto *pane = window.findChild<ViewerPane *>();
        QTRY_COMPARE(pane->player()->clip(Side::Third).file, other);
    }
};

QTEST_MAIN(TestGridWindow)
#include "tst_gridwindow.moc"
