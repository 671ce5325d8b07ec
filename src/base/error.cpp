// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <array>
#include <utility>

namespace retake {

namespace {

constexpr std::array kindNames = {
    std::pair{ErrorKind::FileMissing, "FileMissing"},
    std::pair{ErrorKind::FileUnreadable, "FileUnreadable"},
    std::pair{ErrorKind::NotAVideo, "NotAVideo"},
    std::pair{ErrorKind::NoPicture, "NoPicture"},
    std::pair{ErrorKind::FileDamaged, "FileDamaged"},
    std::pair{ErrorKind::ClipTooShort, "ClipTooShort"},
    std::pair{ErrorKind::ClipUnfit, "ClipUnfit"},
    std::pair{ErrorKind::ImageUnreadable, "ImageUnreadable"},
    std::pair{ErrorKind::ImageTooSmall, "ImageTooSmall"},
    std::pair{ErrorKind::ImageTooLarge, "ImageTooLarge"},
    std::pair{ErrorKind::ImageTooHeavy, "ImageTooHeavy"},
    std::pair{ErrorKind::ImageBadShape, "ImageBadShape"},
    std::pair{ErrorKind::TooManyReferences, "TooManyReferences"},
    std::pair{ErrorKind::PromptEmpty, "PromptEmpty"},
    std::pair{ErrorKind::PromptTooLong, "PromptTooLong"},
    std::pair{ErrorKind::NegativePromptTooLong, "NegativePromptTooLong"},
    std::pair{ErrorKind::UnknownModel, "UnknownModel"},
    std::pair{ErrorKind::BadParameter, "BadParameter"},
    std::pair{ErrorKind::NoSuchTask, "NoSuchTask"},
    std::pair{ErrorKind::WrongState, "WrongState"},
    std::pair{ErrorKind::BadAddress, "BadAddress"},
    std::pair{ErrorKind::KeyMissing, "KeyMissing"},
    std::pair{ErrorKind::KeyRefused, "KeyRefused"},
    std::pair{ErrorKind::NotPermitted, "NotPermitted"},
    std::pair{ErrorKind::Arrears, "Arrears"},
    std::pair{ErrorKind::QuotaSpent, "QuotaSpent"},
    std::pair{ErrorKind::RequestRefused, "RequestRefused"},
    std::pair{ErrorKind::MediaRefused, "MediaRefused"},
    std::pair{ErrorKind::Moderated, "Moderated"},
    std::pair{ErrorKind::UploadRefused, "UploadRefused"},
    std::pair{ErrorKind::UploadNameTaken, "UploadNameTaken"},
    std::pair{ErrorKind::TaskFailed, "TaskFailed"},
    std::pair{ErrorKind::CancelledByService, "CancelledByService"},
    std::pair{ErrorKind::Expired, "Expired"},
    std::pair{ErrorKind::TooLateToCancel, "TooLateToCancel"},
    std::pair{ErrorKind::Offline, "Offline"},
    std::pair{ErrorKind::ConnectionLost, "ConnectionLost"},
    std::pair{ErrorKind::TimedOut, "TimedOut"},
    std::pair{ErrorKind::TlsFailed, "TlsFailed"},
    std::pair{ErrorKind::RateLimited, "RateLimited"},
    std::pair{ErrorKind::ServiceBusy, "ServiceBusy"},
    std::pair{ErrorKind::ServiceFailed, "ServiceFailed"},
    std::pair{ErrorKind::BadReply, "BadReply"},
    std::pair{ErrorKind::MediaUnreachable, "MediaUnreachable"},
    std::pair{ErrorKind::UploadExpired, "UploadExpired"},
    std::pair{ErrorKind::ResultGone, "ResultGone"},
    std::pair{ErrorKind::ResultTruncated, "ResultTruncated"},
    std::pair{ErrorKind::ResultNotVideo, "ResultNotVideo"},
    std::pair{ErrorKind::PracticeFailed, "PracticeFailed"},
    std::pair{ErrorKind::Unclear, "Unclear"},
    std::pair{ErrorKind::DiskFull, "DiskFull"},
    std::pair{ErrorKind::NotWritable, "NotWritable"},
    std::pair{ErrorKind::ToolMissing, "ToolMissing"},
    std::pair{ErrorKind::ToolFailed, "ToolFailed"},
    std::pair{ErrorKind::StoreFailed, "StoreFailed"},
    std::pair{ErrorKind::KeychainFailed, "KeychainFailed"},
    std::pair{ErrorKind::CancelledByPerson, "CancelledByPerson"},
    std::pair{ErrorKind::MarkedLost, "MarkedLost"},
    std::pair{ErrorKind::DrivenElsewhere, "DrivenElsewhere"},
    std::pair{ErrorKind::TaskKnown, "TaskKnown"},
    std::pair{ErrorKind::LibraryNewer, "LibraryNewer"},
    std::pair{ErrorKind::LibraryDamaged, "LibraryDamaged"},
    std::pair{ErrorKind::TakeFaulty, "TakeFaulty"},
    std::pair{ErrorKind::SoundNotLaid, "SoundNotLaid"},
    std::pair{ErrorKind::NoTaskList, "NoTaskList"},
};

} // namespace

QString errorKindName(ErrorKind kind)
{
    for (const auto &[known, name] : kindNames) {
        if (known == kind)
            return QString::fromLatin1(name);
    }
    Q_UNREACHABLE();
}

std::optional<ErrorKind> errorKindFromName(const QString &name)
{
    for (const auto &[kind, known] : kindNames) {
        if (name == QLatin1String(known))
            return kind;
    }
    return std::nullopt;
}

} // namespace retake
