// SPDX-License-Identifier: GPL-3.0-or-later
// A library of 10,000 tasks with their takes: how long it takes to open, to read, to back up and to rebuild.
#include "base/paths.h"
#include "store/backups.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace retake;

namespace {

void tell(const char *what, double value, const char *unit)
{
    std::printf("%-52s %10.2f %s\n", what, value, unit);
    std::fflush(stdout);
}

Task taskNumber(int number, ClipId clip)
{
    const QDateTime now = QDateTime(QDate(2026, 1, 1), QTime(8, 0), Qt::UTC).addSecs(600LL * number);
    Task task;
    task.order.clip = QStringLiteral("/home/somebody/Films/Holiday/DSC_%1.MP4").arg(number % 50);
    task.order.clipId = clip;
    task.order.prompt =
        QStringLiteral("Turn number %1 of the evening into a snowy night with lanterns, keep the"
                       " people and their clothes exactly as they are, and let it look like"
                       " film")
            .arg(number);
    task.order.model = QStringLiteral("wan2.7-videoedit");
    task.order.account = QStringLiteral("dashscope");
    task.order.parameters = {{QStringLiteral("resolution"), QStringLiteral("720P")},
                             {QStringLiteral("audio_setting"), QStringLiteral("origin")}};
    task.order.references = {QStringLiteral("/home/somebody/Pictures/lantern.png")};
    task.conformedFile =
        QStringLiteral("/home/somebody/.local/share/retake/cache/shelf/0123456789abcdef.mp4");
    task.changes = {QStringLiteral("1920 × 1080 to 1280 × 720"), QStringLiteral("sound to AAC")};
    task.mediaUrl = QStringLiteral("oss://dashscope-instant/0123456789abcdef/2026-01-01/clip.mp4");
    task.mediaExpires = now.addDays(2);
    task.createdAt = now;
    task.changedAt = now;
    return task;
}

void fill(Store &store, const Paths &paths, int count)
{
    QList<ClipId> clips;
    for (int i = 0; i < 50; ++i)
        clips.append(store
                         .clipForFile(QStringLiteral("/home/somebody/Films/Holiday/DSC_%1.MP4").arg(i),
                                      QDateTime::currentDateTimeUtc())
                         .value()
                         .id);
    for (int number = 0; number < count; ++number) {
        Task task = store.insertTask(taskNumber(number, clips[number % 50])).value();
        for (int state = int(TaskState::Conforming); state <= int(TaskState::Downloading); ++state) {
            task.state = TaskState(state);
            task.changedAt = task.changedAt.addSecs(20);
            if (task.state == TaskState::Submitting)
                task.submittedAt = task.changedAt;
            if (task.state == TaskState::Queued) {
                task.remoteId =
                    QStringLiteral("0385dc79-5ff8-4d82-bcb6-%1").arg(number, 12, 10, QLatin1Char('0'));
                task.createRequestId =
                    QStringLiteral("4909100c-7b5a-9f92-bfe5-%1").arg(number, 12, 10, QLatin1Char('0'));
            }
            if (task.state == TaskState::Downloading) {
                task.resultUrl =
                    QStringLiteral("https://dashscope-result.oss-cn-beijing.aliyuncs.com/1d/%1.mp4"
                                   "?Expires=1775234517&Signature=0123456789")
                        .arg(number);
                task.usage = {{QStringLiteral("duration"), 10.04},
                              {QStringLiteral("input_video_duration"), 5.02},
                              {QStringLiteral("output_video_duration"), 5.02}};
            }
            if (!store.updateTask(task))
                std::exit(1);
        }
        task.state = TaskState::Done;
        task.finishedAt = task.changedAt.addSecs(20);
        Take take;
        take.task = task.id;
        take.clip = clips[number % 50];
        take.file =
            paths.takesDir() + QStringLiteral("/turn-number-of-the-evening-%1.mp4").arg(task.id.value);
        take.recipe =
            paths.takesDir() + QStringLiteral("/turn-number-of-the-evening-%1.json").arg(task.id.value);
        take.title = task.order.prompt.left(80);
        take.size = QSize(1280, 720);
        take.duration = Microseconds(5020000);
        take.createdAt = task.finishedAt;
        if (!store.finishTask(task, take))
            std::exit(1);
    }
    Task waiting = taskNumber(count, clips[0]);
    for (int i = 0; i < 20; ++i) {
        if (!store.insertTask(waiting))
            std::exit(1);
    }
}

template<class What> double milliseconds(What what)
{
    QElapsedTimer timer;
    timer.start();
    what();
    return double(timer.nsecsElapsed()) / 1e6;
}

qint64 bytesUnder(const QString &folder)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int count = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 10000;
    QTemporaryDir dir;
    const Paths paths(dir.path());
    if (!paths.create())
        return 1;
    const QString file = paths.database();
    {
        const auto store = Store::open(file).value();
        const double took = milliseconds([&] { fill(*store, paths, count); });
        tell("tasks", count, "");
        tell("a whole task, nine commits and seven receipts", took / count, "ms");
    }
    tell("database", double(QFileInfo(file).size()) / 1e6, "MB");
    tell("receipts", double(bytesUnder(paths.receiptsDir())) / 1e6, "MB");

    QList<double> opens;
    QList<double> starts;
    for (int round = 0; round < 7; ++round) {
        std::unique_ptr<Store> store;
        opens.append(milliseconds([&] { store = std::move(Store::open(file).value()); }));
        starts.append(opens.last() + milliseconds([&] {
                          (void)store->unendedTasks();
                          (void)store->taskIds();
                      }));
    }
    std::sort(opens.begin(), opens.end());
    std::sort(starts.begin(), starts.end());
    tell("open", opens[3], "ms");
    tell("open, unendedTasks and taskIds (150 at most)", starts[3], "ms");

    auto store = Store::open(file).value();
    tell("open beside another program", milliseconds([&] { (void)Store::open(file).value(); }), "ms");
    const int reads = 2000;
    tell("task by its number (1 at most)", milliseconds([&] {
                                               for (int i = 0; i < reads; ++i)
                                                   (void)store->task(TaskId{1 + (i * 7919) % count});
                                           }) / reads,
         "ms");
    tell("all takes", milliseconds([&] { (void)store->takes(); }), "ms");
    Task task = store->unendedTasks()->first();
    tell("a change before submitting", milliseconds([&] {
                                           for (int i = 0; i < 100; ++i) {
                                               task.held = !task.held;
                                               (void)store->updateTask(task);
                                           }
                                       }) / 100,
         "ms");
    tell("daily check and backup, in the background",
         milliseconds([&] { (void)keepLibrary(file, QDateTime::currentDateTimeUtc()); }), "ms");
    tell("a backup", double(bytesUnder(paths.backupsDir())) / 1e6, "MB");
    store.reset();

    QFile::remove(file);
    tell("restore from the backup and all receipts", milliseconds([&] { (void)Store::open(file).value(); }),
         "ms");
    QDir(paths.backupsDir()).removeRecursively();
    QFile::remove(file);
    tell("rebuild from receipts alone", milliseconds([&] { (void)Store::open(file).value(); }), "ms");
    return 0;
}
