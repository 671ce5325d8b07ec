// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/results.h"
#include "practice/tasktable.h"
#include "practice/uploads.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <thread>

namespace retake {

class Catalogue;

// Moves the tasks on as time goes by, and renders them on threads of its own, two at a time.
class Workshop
{
public:
    struct Rooms // where it works, and with what; all outlive it
    {
        TaskTable &tasks;
        TaskTable &generations; // of the other service
        Uploads &uploads;
        Results &results;
        const Catalogue &catalogue;
        MomentSource now;
        QString folder;
        QString base; // address under which results are served
    };

    explicit Workshop(Rooms rooms);
    ~Workshop(); // kills what still renders

private:
    struct Media
    {
        QString path;
        std::optional<Refusal> refusal;
    };

    void keepTime();
    void begin(TaskTable &table, Moment now);
    void work();
    RenderOutcome make(const PracticeTask &task);
    RenderOutcome generate(const PracticeTask &task);
    Media bring(const QString &url, const QString &path, qint64 maximumBytes) const;

    Rooms m_rooms;
    std::atomic<bool> m_stop = false;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<PracticeTask> m_waiting;
    std::vector<std::thread> m_threads;
};

} // namespace retake
