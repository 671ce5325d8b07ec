// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/conversation.h"

#include <QVariant>

class QSqlQuery;

namespace retake {

// Conversations and turns to rows and back. The columns come in the order of these lists, without the id;
// a row that is read has its id first.
QString conversationColumns();
QVariantList conversationValues(const Conversation &conversation);
Conversation conversationFromRow(const QSqlQuery &row);

QString turnColumns();
QVariantList turnValues(const Turn &turn);
Turn turnFromRow(const QSqlQuery &row);

} // namespace retake
