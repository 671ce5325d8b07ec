// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/account.h"
#include "model/catalogue.h"
#include "model/conformplan.h"
#include "model/framemap.h"
#include "model/take.h"
#include "model/task.h"
#include "queue/lostmatch.h"
#include "session/remotetasks.h"

#include <QJsonObject>

namespace retake::cli {

// Values in words for people, and as objects for scripts.

QString stageText(const Task &task);                                     // "Task 3: rendering"
QString serviceText(const Account &account, const Catalogue &catalogue); // which engine is used
QString priceText(const Estimate &estimate);                             // "6.00 CNY"
QString secondsText(Microseconds time);                                  // "5.04 s"

QJsonObject taskJson(const Task &task, const QString &take, const Catalogue &catalogue);
QJsonObject stateJson(const Task &task);
QJsonObject takeJson(const Task &task, const Take &take);
QJsonObject candidateJson(TaskId id, const RemoteCandidate &candidate);
QJsonObject remoteJson(const RemoteTasks::Row &row);
QString remoteText(const RemoteTasks::Row &row);
QJsonObject clipJson(const ClipInfo &clip);
QString clipText(const ClipInfo &clip);
QStringList clipFacts(const ClipInfo &clip); // what else is known of it, a line each
QJsonObject planJson(const ConformPlan &plan);
QString planText(const ConformPlan &plan);
QString pieceText(const ClipInfo &clip, const ConformPlan &plan, const FrameMap &map, qint64 bytes);
QJsonObject estimateJson(const Estimate &estimate);
QJsonObject modelJson(const ModelSpec &model);
QString modelText(const ModelSpec &model, const QString &language);
QJsonObject describerJson(const DescriberSpec &describer);
QString describerText(const DescriberSpec &describer, const QString &language);

} // namespace retake::cli
