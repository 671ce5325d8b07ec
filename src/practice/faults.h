// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <map>
#include <mutex>
#include <optional>

namespace retake {

// What can be made to go wrong. Names and meanings are in one table in faults.cpp; --help prints it.
enum class Fault {
    Key401,
    Async403,
    Arrears400,
    Rate429,
    Quota429,
    Server500,
    Busy503,
    Html,
    TruncatedJson,
    Hang,
    Reset,
    ResetBefore,
    Slow,
    QueryServer500,
    QueryHtml,
    QueryTruncated,
    Query429,
    ListServer500,
    ListEmpty,
    ListLate,
    FailedModeration,
    FailedSize,
    Canceled,
    Unknown,
    Upload403,
    Upload409,
    UploadExpired,
    UploadReset,
    Policy429,
    Policy500,
    Download403,
    DownloadShort,
    DownloadWrong,
    DownloadReset,
    BmArrears,
    BmModerated,
    BmRate,
    BmBusy,
    BmThinking,
    BmHtml,
    BmOkError,
    BmChat500,
    BmChatReset,
    BmChatHang,
    BmStreamCut,
    BmStreamNoDone,
    BmStreamSplit,
    BmEmptyLength,
    BmSensitive,
    BmCreateArrears,
    BmCreateBusy,
    BmCreateReset,
    BmFail,
    BmFailError,
    BmFailModerated,
};

struct FaultOrder
{
    Fault fault;
    int count = -1; // how many times it strikes; -1: always
};

std::optional<FaultOrder> parseFault(const QString &text); // "NAME" or "NAME:COUNT"
QString faultName(Fault fault);
QString faultHelp(); // the table, a line each

// Counts the strikes down. Safe from several threads.
class Faults
{
public:
    explicit Faults(const QList<FaultOrder> &orders = {});
    bool strikes(Fault fault);

private:
    std::mutex m_mutex;
    std::map<Fault, int> m_left;
};

} // namespace retake
