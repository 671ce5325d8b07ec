// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/errortable.h"

#include <QtGlobal>

#include <array>

namespace retake {

namespace {

using Subject = ErrorRow::Subject;

// clang-format off
constexpr std::array errorRows = {
    // input refused, nothing was sent
    ErrorRow{ErrorKind::FileMissing, 3, Subject::WholePath, Cure::ChooseClip,
             QT_TRANSLATE_NOOP("ErrorSentence", "There is no file “%1”."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Check the name and the folder, or choose another file.")},
    ErrorRow{ErrorKind::FileUnreadable, 3, Subject::FileName, Cure::ChooseClip,
             QT_TRANSLATE_NOOP("ErrorSentence", "“%1” cannot be read."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Check that you may open the file, or copy it to a folder of your own.")},
    ErrorRow{ErrorKind::NotAVideo, 3, Subject::FileName, Cure::ChooseClip,
             QT_TRANSLATE_NOOP("ErrorSentence", "“%1” is not a video."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Choose a video file, such as MP4 or MOV.")},
    ErrorRow{ErrorKind::NoPicture, 3, Subject::FileName, Cure::ChooseClip,
             QT_TRANSLATE_NOOP("ErrorSentence", "“%1” has sound but no picture."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Choose a file with a picture.")},
    ErrorRow{ErrorKind::FileDamaged, 3, Subject::FileName, Cure::ChooseClip,
             QT_TRANSLATE_NOOP("ErrorSentence", "“%1” is damaged or cut off."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Copy or export it again from where it came, then open the new file.")},
    ErrorRow{ErrorKind::ClipTooShort, 3, Subject::FileName, Cure::ChooseClip,
             QT_TRANSLATE_NOOP("ErrorSentence", "“%1” is too short: it lasts %2 s, and at least %3 s are needed."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Choose a longer clip, or a longer piece of it.")},
    ErrorRow{ErrorKind::ClipUnfit, 3, Subject::FileName, Cure::ChooseClip,
             QT_TRANSLATE_NOOP("ErrorSentence", "“%1” has a shape that the model does not take: %2."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Add bars or crop it to fill, so that it gets a shape that the model takes.")},
    ErrorRow{ErrorKind::ImageUnreadable, 3, Subject::FileName, Cure::ChooseReferences,
             QT_TRANSLATE_NOOP("ErrorSentence", "The reference image “%1” cannot be read."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Choose a JPEG, PNG, WebP, BMP, HEIC, AVIF, TIFF or GIF picture.")},
    ErrorRow{ErrorKind::ImageTooSmall, 3, Subject::FileName, Cure::ChooseReferences,
             QT_TRANSLATE_NOOP("ErrorSentence", "The reference image “%1” is too small: %2 pixels."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Choose a picture with at least %3 pixels on each side.")},
    ErrorRow{ErrorKind::ImageTooLarge, 3, Subject::FileName, Cure::ChooseReferences,
             QT_TRANSLATE_NOOP("ErrorSentence", "The reference image “%1” is too large: %2 pixels."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Choose a picture with at most %3 pixels on each side, or scale it down.")},
    ErrorRow{ErrorKind::ImageTooHeavy, 3, Subject::FileName, Cure::ChooseReferences,
             QT_TRANSLATE_NOOP("ErrorSentence", "The reference image “%1” is too heavy: %2."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Choose a picture of at most %3, or save it again as JPEG.")},
    ErrorRow{ErrorKind::ImageBadShape, 3, Subject::FileName, Cure::ChooseReferences,
             QT_TRANSLATE_NOOP("ErrorSentence", "The reference image “%1” is too long and narrow: %2 pixels."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Crop it so that the long side is at most %3 times the short one.")},
    ErrorRow{ErrorKind::TooManyReferences, 3, Subject::AsIs, Cure::ChooseReferences,
             QT_TRANSLATE_NOOP("ErrorSentence", "There are too many reference images."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Keep at most %1 of them.")},
    ErrorRow{ErrorKind::PromptEmpty, 3, Subject::AsIs, Cure::EditInstruction,
             QT_TRANSLATE_NOOP("ErrorSentence", "The instruction is empty."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Say what to change in the clip, or add a reference image.")},
    ErrorRow{ErrorKind::PromptTooLong, 3, Subject::AsIs, Cure::EditInstruction,
             QT_TRANSLATE_NOOP("ErrorSentence", "The instruction is too long: %1 characters."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Shorten it to %2 characters at most.")},
    ErrorRow{ErrorKind::NegativePromptTooLong, 3, Subject::AsIs, Cure::EditInstruction,
             QT_TRANSLATE_NOOP("ErrorSentence", "The text of what to avoid is too long: %1 characters."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Shorten it to %2 characters at most.")},
    ErrorRow{ErrorKind::UnknownModel, 3, Subject::AsIs, Cure::None,
             QT_TRANSLATE_NOOP("ErrorSentence", "There is no model “%1”."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Choose one from the list of models (in a terminal: retake-cli models).")},
    ErrorRow{ErrorKind::BadParameter, 3, Subject::AsIs, Cure::None,
             QT_TRANSLATE_NOOP("ErrorSentence", "“%2” does not work for “%1”."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Choose another value for “%1”.")},
    ErrorRow{ErrorKind::NoSuchTask, 3, Subject::AsIs, Cure::None,
             QT_TRANSLATE_NOOP("ErrorSentence", "There is no task %1."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Look in the list of tasks for the number that you mean.")},
    ErrorRow{ErrorKind::WrongState, 3, Subject::AsIs, Cure::None,
             QT_TRANSLATE_NOOP("ErrorSentence", "Task %1 is “%2”: this cannot be done with it now."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Look at its state in the list of tasks and choose what fits it.")},
    ErrorRow{ErrorKind::BadAddress, 3, Subject::AsIs, Cure::OpenAccount,
             QT_TRANSLATE_NOOP("ErrorSentence", "“%1” is not an address that works here."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Use a whole address that begins with https:// or http://.")},
    // refused by the service
    ErrorRow{ErrorKind::KeyMissing, 4, Subject::AsIs, Cure::OpenAccount,
             QT_TRANSLATE_NOOP("ErrorSentence", "There is no key for %1."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Enter your key in the account, or unlock your keychain and try again.")},
    ErrorRow{ErrorKind::KeyRefused, 4, Subject::AsIs, Cure::OpenAccount,
             QT_TRANSLATE_NOOP("ErrorSentence", "The service does not accept the key."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Check that the key is complete and belongs to the region of the account.")},
    ErrorRow{ErrorKind::NotPermitted, 4, Subject::AsIs, Cure::OpenAccount,
             QT_TRANSLATE_NOOP("ErrorSentence", "The account may not use this model."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Turn the model on in the service's console, or use another key.")},
    ErrorRow{ErrorKind::Arrears, 4, Subject::AsIs, Cure::OpenAccount,
             QT_TRANSLATE_NOOP("ErrorSentence", "The account at the service has no money left."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Top it up in the service's console, then try again.")},
    ErrorRow{ErrorKind::QuotaSpent, 4, Subject::AsIs, Cure::OpenAccount,
             QT_TRANSLATE_NOOP("ErrorSentence", "The account's allowance is used up."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Raise it in the service's console or wait until it is renewed, then try again.")},
    ErrorRow{ErrorKind::RequestRefused, 4, Subject::AsIs, Cure::EditInstruction,
             QT_TRANSLATE_NOOP("ErrorSentence", "The service refused the order."),
             QT_TRANSLATE_NOOP("ErrorSentence", "The details tell what it did not like. Change that and run it again.")},
    ErrorRow{ErrorKind::MediaRefused, 4, Subject::AsIs, Cure::ChooseClip,
             QT_TRANSLATE_NOOP("ErrorSentence", "The service did not take the clip or an image."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Try another clip or image; the details tell what it did not like.")},
    ErrorRow{ErrorKind::Moderated, 4, Subject::AsIs, Cure::EditInstruction,
             QT_TRANSLATE_NOOP("ErrorSentence", "The service's content check stopped this."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Word the instruction differently, or use other pictures. Such checks sometimes err.")},
    ErrorRow{ErrorKind::UploadRefused, 4, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "The service did not take the upload."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Try again. If it happens again, check the account and its region.")},
    ErrorRow{ErrorKind::UploadNameTaken, 4, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "The service already has a file of this name."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Try again: a new name is used.")},
    ErrorRow{ErrorKind::TaskFailed, 4, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "The service could not make this take."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Try again, or change the instruction; the details have the service's reason.")},
    ErrorRow{ErrorKind::CancelledByService, 4, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "The service cancelled the task."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Try again; nothing was made.")},
    ErrorRow{ErrorKind::Expired, 4, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "The service no longer knows this task."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Tasks and results are kept there for a day. Run it again to make a new take.")},
    ErrorRow{ErrorKind::TooLateToCancel, 4, Subject::AsIs, Cure::None,
             QT_TRANSLATE_NOOP("ErrorSentence", "It is too late to cancel: the service is already at work."),
             QT_TRANSLATE_NOOP("ErrorSentence", "The take will come when it is ready, and it is charged.")},
    // network or service failed
    ErrorRow{ErrorKind::Offline, 5, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "The service cannot be reached."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Check your internet connection, then try again.")},
    ErrorRow{ErrorKind::ConnectionLost, 5, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "The connection to the service broke off."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Check your internet connection, then try again.")},
    ErrorRow{ErrorKind::TimedOut, 5, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "The service did not answer in time."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Try again in a few minutes.")},
    ErrorRow{ErrorKind::TlsFailed, 5, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "The service's certificate could not be checked."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Check the address of the account and the clock of this computer. Nothing was sent.")},
    ErrorRow{ErrorKind::RateLimited, 5, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "Too many requests at once."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Wait a minute, then try again, or run fewer tasks at a time.")},
    ErrorRow{ErrorKind::ServiceBusy, 5, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "The service is busy."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Try again in a few minutes.")},
    ErrorRow{ErrorKind::ServiceFailed, 5, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "The service had a fault of its own."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Try again in a few minutes.")},
    ErrorRow{ErrorKind::BadReply, 5, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "The service's answer could not be understood."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Try again. If it happens again, check the address of the account.")},
    ErrorRow{ErrorKind::MediaUnreachable, 5, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "The service could not fetch the clip or an image."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Check that its address can be opened by everybody, then try again.")},
    ErrorRow{ErrorKind::UploadExpired, 5, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "The permission to upload ran out on the way."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Try again; a faster connection helps.")},
    ErrorRow{ErrorKind::ResultGone, 5, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "The finished take is no longer at the service."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Results are kept there for a day. Run it again to make a new take.")},
    ErrorRow{ErrorKind::ResultTruncated, 5, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "The take did not arrive whole."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Try again: only the download is repeated, and it is not charged.")},
    ErrorRow{ErrorKind::ResultNotVideo, 5, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "What the service sent is not a video."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Try again: only the download is repeated, and it is not charged.")},
    ErrorRow{ErrorKind::PracticeFailed, 5, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "The practice service did not start."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Check that retake-practice is installed beside this program, then try again.")},
    // perhaps charged
    ErrorRow{ErrorKind::Unclear, 6, Subject::AsIs, Cure::SendAgain,
             QT_TRANSLATE_NOOP("ErrorSentence", "It is unclear whether the service took the order."),
             QT_TRANSLATE_NOOP("ErrorSentence", "It may already be charged. Look in the service's console first; send it again only if it is not there.")},
    // this machine
    ErrorRow{ErrorKind::DiskFull, 7, Subject::WholePath, Cure::FreeSpace,
             QT_TRANSLATE_NOOP("ErrorSentence", "The disk is full: “%1” could not be written."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Free some space, then try again.")},
    ErrorRow{ErrorKind::NotWritable, 7, Subject::WholePath, Cure::OpenFolder,
             QT_TRANSLATE_NOOP("ErrorSentence", "“%1” cannot be written."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Check the folder and your rights to it, or choose another place.")},
    ErrorRow{ErrorKind::ToolMissing, 7, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "The program “%1” is missing."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Install it (on Debian: apt install ffmpeg), then try again.")},
    ErrorRow{ErrorKind::ToolFailed, 7, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "The program “%1” failed."),
             QT_TRANSLATE_NOOP("ErrorSentence", "The details have its last words. Try again, or export the clip anew.")},
    ErrorRow{ErrorKind::StoreFailed, 7, Subject::WholePath, Cure::OpenFolder,
             QT_TRANSLATE_NOOP("ErrorSentence", "The library “%1” cannot be used."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Check that the disk is not full and that the file is yours. Your takes are still in the folder.")},
    ErrorRow{ErrorKind::KeychainFailed, 7, Subject::AsIs, Cure::OpenAccount,
             QT_TRANSLATE_NOOP("ErrorSentence", "The system's keychain cannot be used."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Unlock it, or keep the key for this session only.")},
    // the person
    ErrorRow{ErrorKind::CancelledByPerson, 0, Subject::AsIs, Cure::Retry,
             QT_TRANSLATE_NOOP("ErrorSentence", "You cancelled this task."),
             QT_TRANSLATE_NOOP("ErrorSentence", "Run it again when you like.")},
};

// clang-format on

constexpr bool everyKindHasItsRow()
{
    for (std::size_t i = 0; i < errorRows.size(); ++i) {
        if (errorRows[i].kind != ErrorKind(i))
            return false;
    }
    return errorRows.size() == std::size_t(ErrorKind::CancelledByPerson) + 1;
}

static_assert(everyKindHasItsRow(), "the rows stand in the order of ErrorKind, one each");

} // namespace

const ErrorRow &errorRow(ErrorKind kind)
{
    return errorRows[std::size_t(kind)];
}

} // namespace retake
