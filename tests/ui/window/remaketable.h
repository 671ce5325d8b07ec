// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../../session/dialoguetable.h"

#include "media/contenthash.h"
#include "media/shelf.h"
#include "model/take.h"
#include "queue/localmediastage.h"
#include "session/remakedraft.h"
#include "ui/remake/remakepanel.h"
#include "ui/theme/theme.h"

#include <QApplication>

namespace retake {

// The panel of a remake on a real library, with a describer whose answers the test gives. Nothing that is
// ordered is sent.
struct RemakeTable : DialogueTable
{
    explicit RemakeTable(const QString &dataDir)
        : DialogueTable(dataDir)
        , queue(
              *store, catalogue, accounts, paths, clock,
              std::make_unique<LocalMediaStage>(Shelf(paths.shelfDir(), 1 << 20), HashBook(paths.hashFile())))
        , draft(catalogue, *dialogue)
        , panel(std::make_unique<RemakePanel>(RemakePanel::Rooms{*dialogue, draft, queue, catalogue, paths}))
    {
        queue.setPaused(true);
        draft.setAccount(practiceOfBigmodel());
        panel->resize(346, 840);
        panel->show();
    }

    // Fails hard: a missing name is a broken promise to everything that finds things by name.
    template<class T> T *find(const QString &name, const QWidget *in = nullptr) const
    {
        T *found = (in ? in : panel.get())->findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }

    QWidget *card(int number) const
    {
        return find<QWidget>(QString(QStringLiteral("turn") + QString::number(number)));
    }

    bool has(const QString &name, const QWidget *in) const
    {
        const auto *found = in->findChild<QWidget *>(name);
        return found && found->isVisibleTo(in);
    }

    int cards() const
    {
        int count = 0;
        for (const QWidget *one : panel->findChildren<QWidget *>()) {
            const bool isCard = one->property("turncard").toBool();
            count += isCard && !one->isHidden() ? 1 : 0;
        }
        return count;
    }

    TakeId addTake(TurnId turn)
    {
        Task task;
        task.order.clip = parrotClip().file;
        task.order.clipId = dialogue->conversation()->clip;
        task.order.turn = turn;
        task.order.prompt = QStringLiteral("A white parrot");
        task.createdAt = clock.now();
        const auto stored = store->insertTask(task);
        if (!stored)
            return {};
        task = *stored;
        for (const TaskState state : {TaskState::Conforming, TaskState::Uploading, TaskState::Submitting,
                                      TaskState::Queued, TaskState::Downloading}) {
            task.state = state;
            if (!store->updateTask(task))
                return {};
        }
        task.state = TaskState::Done;
        Take take;
        take.task = task.id;
        take.clip = task.order.clipId;
        take.turn = turn;
        take.file = QStringLiteral("/takes/1.mp4");
        take.title = task.order.prompt;
        take.createdAt = clock.now();
        const auto id = store->finishTask(task, take);
        if (!id)
            return {};
        Q_EMIT queue.takeAdded(*id);
        return *id;
    }

    Theme theme{*qApp};
    TaskQueue queue;
    RemakeDraft draft;
    std::unique_ptr<RemakePanel> panel;
};

} // namespace retake
