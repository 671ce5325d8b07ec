// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/exchange.h"
#include "practice/tasktable.h"

namespace retake {

HttpReply taskReply(const PracticeTask &task);      // GET /tasks/{id}
HttpReply unknownTaskReply(const QString &id);      // the same, of an id that is unknown or expired
HttpReply taskListReply(const HttpRequest &request, // GET /tasks/
                        const std::vector<PracticeTask> &tasks, Moment now);

} // namespace retake
