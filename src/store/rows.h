// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/take.h"
#include "model/task.h"

#include <QJsonObject>
#include <QVariant>

class QSqlQuery;

namespace retake {

// Values to rows and back. The columns come in the order of these lists.
QString taskColumns(); // without the id
QVariantList taskValues(const Task &task);
Task taskFromRow(const QSqlQuery &row); // id first, then taskColumns()

QString takeColumns();
QVariantList takeValues(const Take &take);
Take takeFromRow(const QSqlQuery &row);

QString placeholders(qsizetype count); // "?,?,?"

QJsonObject errorToJson(const Error &error);
Error errorFromJson(const QJsonObject &json);

QVariant timeToColumn(const QDateTime &time); // UTC milliseconds, null when invalid
qint64 timeOrZero(const QDateTime &time);     // where a column must have one
QDateTime timeFromColumn(const QVariant &column);

} // namespace retake
