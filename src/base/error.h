// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace retake {

// Closed list of what can go wrong. One table (queue/retrypolicy) says what the queue does about a kind,
// another (session/errorsentence) what the person reads. Names are stored: add at the end, never rename.
enum class ErrorKind {
    // input refused, nothing was sent (exit status 3)
    FileMissing,
    FileUnreadable,
    NotAVideo,
    NoPicture,
    FileDamaged,
    ClipTooShort,
    ClipUnfit,
    ImageUnreadable,
    ImageTooSmall,
    ImageTooLarge,
    ImageTooHeavy,
    ImageBadShape,
    TooManyReferences,
    PromptEmpty,
    PromptTooLong,
    NegativePromptTooLong,
    UnknownModel,
    BadParameter,
    NoSuchTask,
    WrongState,
    BadAddress,
    // refused by the service (exit status 4)
    KeyMissing,
    KeyRefused,
    NotPermitted,
    Arrears,
    QuotaSpent,
    RequestRefused,
    MediaRefused,
    Moderated,
    UploadRefused,
    UploadNameTaken,
    TaskFailed,
    CancelledByService,
    Expired,
    TooLateToCancel,
    // network or service failed (exit status 5)
    Offline,
    ConnectionLost,
    TimedOut,
    TlsFailed,
    RateLimited,
    ServiceBusy,
    ServiceFailed,
    BadReply,
    MediaUnreachable,
    UploadExpired,
    ResultGone,
    ResultTruncated,
    ResultNotVideo,
    PracticeFailed,
    // perhaps charged (exit status 6)
    Unclear,
    // this machine (exit status 7)
    DiskFull,
    NotWritable,
    ToolMissing,
    ToolFailed,
    StoreFailed,
    KeychainFailed,
    // the person (exit status 0)
    CancelledByPerson,
    // added later
    MarkedLost,      // 6: the person has given an unclear task up
    DrivenElsewhere, // 3: another program on the same data drives the task
    TaskKnown,       // 3: the service's task is in the library already
    LibraryNewer,    // 7: written by a newer program
    LibraryDamaged,  // 7
    TakeFaulty,      // 0: the take is filed, but the service made it so that not all of it decodes
    SoundNotLaid,    // 0: the take is filed with its own sound; facts: its file, name of the cause's kind
    NoTaskList,      // 3: what is unclear at this service cannot be looked for
};

// One value that travels unchanged from codec to store to window. `facts` fill the sentence of the kind:
// facts[0] is the thing it is about (a file's name, a field), further ones its numbers.
struct Error
{
    ErrorKind kind = ErrorKind::ServiceFailed;
    QStringList facts;
    QString serviceCode;    // the service's own code, as sent
    QString serviceMessage; // the service's own words (or the tool's): a detail, never the headline
    QString requestId;
    int httpStatus = 0;
    std::optional<std::chrono::seconds> retryAfter;
    friend bool operator==(const Error &, const Error &) = default;
};

QString errorKindName(ErrorKind kind);
std::optional<ErrorKind> errorKindFromName(const QString &name);

} // namespace retake
