// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/retrypolicy.h"

#include <algorithm>
#include <array>

namespace retake {

namespace {

using namespace std::chrono_literals;

enum class Rule {
    No,     // give up
    Once,   // one further try
    Few,    // four further tries
    Some,   // ten further tries
    Life,   // as long as the service keeps the result
    Upload, // upload anew, once
    Ask,
    Gone,
    Perhaps, // may have arrived
};

struct Row
{
    ErrorKind kind;
    Rule upload;
    Rule submit;
    Rule poll;
    Rule download;
};

// Submitting: only what never left this machine, and refusals that the service put in words and that promise
// nothing was started, are sent again. Polling: the service may be rendering what will be paid for, so
// nothing but the key, the address and the machine's own troubles ends the asking.
constexpr std::array table = {
    Row{ErrorKind::FileMissing, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::FileUnreadable, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::NotAVideo, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::NoPicture, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::FileDamaged, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::ClipTooShort, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::ClipUnfit, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::ImageUnreadable, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::ImageTooSmall, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::ImageTooLarge, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::ImageTooHeavy, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::ImageBadShape, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::TooManyReferences, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::PromptEmpty, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::PromptTooLong, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::NegativePromptTooLong, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::UnknownModel, Rule::No, Rule::No, Rule::No, Rule::No},
    Row{ErrorKind::BadParameter, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::NoSuchTask, Rule::No, Rule::No, Rule::Gone, Rule::No},
    Row{ErrorKind::WrongState, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::BadAddress, Rule::No, Rule::No, Rule::No, Rule::Ask},

    Row{ErrorKind::KeyMissing, Rule::No, Rule::No, Rule::No, Rule::No},
    Row{ErrorKind::KeyRefused, Rule::No, Rule::No, Rule::No, Rule::Ask},
    Row{ErrorKind::NotPermitted, Rule::No, Rule::No, Rule::No, Rule::Ask},
    Row{ErrorKind::Arrears, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::QuotaSpent, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::RequestRefused, Rule::No, Rule::No, Rule::Life, Rule::Ask},
    Row{ErrorKind::MediaRefused, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::Moderated, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::UploadRefused, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::UploadNameTaken, Rule::Once, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::TaskFailed, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::CancelledByService, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::Expired, Rule::No, Rule::No, Rule::Gone, Rule::Ask},
    Row{ErrorKind::TooLateToCancel, Rule::No, Rule::No, Rule::Life, Rule::No},

    Row{ErrorKind::Offline, Rule::Few, Rule::Few, Rule::Life, Rule::Life},
    Row{ErrorKind::ConnectionLost, Rule::Few, Rule::Perhaps, Rule::Life, Rule::Some},
    Row{ErrorKind::TimedOut, Rule::Few, Rule::Perhaps, Rule::Life, Rule::Some},
    Row{ErrorKind::TlsFailed, Rule::No, Rule::No, Rule::Life, Rule::Some},
    Row{ErrorKind::RateLimited, Rule::Few, Rule::Few, Rule::Life, Rule::Life},
    Row{ErrorKind::ServiceBusy, Rule::Few, Rule::Few, Rule::Life, Rule::Life},
    Row{ErrorKind::ServiceFailed, Rule::Few, Rule::No, Rule::Life, Rule::Some},
    Row{ErrorKind::BadReply, Rule::Few, Rule::Perhaps, Rule::Life, Rule::Some},
    Row{ErrorKind::MediaUnreachable, Rule::Few, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::UploadExpired, Rule::Once, Rule::Upload, Rule::Life, Rule::No},
    Row{ErrorKind::ResultGone, Rule::No, Rule::No, Rule::Life, Rule::Ask},
    Row{ErrorKind::ResultTruncated, Rule::No, Rule::No, Rule::Life, Rule::Few},
    Row{ErrorKind::ResultNotVideo, Rule::No, Rule::No, Rule::Life, Rule::Few},
    Row{ErrorKind::PracticeFailed, Rule::Once, Rule::No, Rule::Few, Rule::Few},

    Row{ErrorKind::Unclear, Rule::No, Rule::Perhaps, Rule::Life, Rule::No},

    Row{ErrorKind::DiskFull, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::NotWritable, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::ToolMissing, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::ToolFailed, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::StoreFailed, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::KeychainFailed, Rule::Once, Rule::No, Rule::Few, Rule::Few},

    Row{ErrorKind::CancelledByPerson, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::MarkedLost, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::DrivenElsewhere, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::TaskKnown, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::LibraryNewer, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::LibraryDamaged, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::TakeFaulty, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::SoundNotLaid, Rule::No, Rule::No, Rule::Life, Rule::No},
    Row{ErrorKind::NoTaskList, Rule::No, Rule::No, Rule::Life, Rule::No},
};

const Row &rowOf(ErrorKind kind)
{
    const auto row = std::find_if(table.begin(), table.end(), [&](const Row &r) { return r.kind == kind; });
    Q_ASSERT(row != table.end());
    return *row;
}

Rule ruleFor(Stage stage, ErrorKind kind)
{
    const Row &row = rowOf(kind);
    switch (stage) {
    case Stage::Conforming: // this machine's own work: the same again would end the same
        return Rule::No;
    case Stage::Uploading:
        return row.upload;
    case Stage::Submitting:
        return row.submit;
    case Stage::Polling:
        return row.poll;
    case Stage::Downloading:
        return row.download;
    }
    Q_UNREACHABLE();
}

std::chrono::milliseconds pauseAfter(const Error &error, int failures, double timeScale, double luck)
{
    constexpr std::chrono::milliseconds longest = 60s;
    const std::chrono::milliseconds grown =
        failures > 6 ? longest : std::min(longest, 1000ms * (1 << (failures - 1)));
    const std::chrono::milliseconds ours(qint64(double(grown.count()) * (0.75 + luck / 2) / timeScale));
    const std::chrono::milliseconds asked =
        std::min(error.retryAfter.value_or(0s), std::chrono::seconds(10min));
    return std::max(ours, asked);
}

} // namespace

Action actionFor(Stage stage, const Error &error, int failures, double timeScale, double luck)
{
    const auto tryUpTo = [&](int times) {
        return failures > times
                   ? Action{Action::Kind::GiveUp}
                   : Action{Action::Kind::TryAgain, pauseAfter(error, failures, timeScale, luck)};
    };
    switch (ruleFor(stage, error.kind)) {
    case Rule::No:
        return {Action::Kind::GiveUp};
    case Rule::Once:
        return tryUpTo(1);
    case Rule::Few:
        return tryUpTo(4);
    case Rule::Some:
        return tryUpTo(10);
    case Rule::Life:
        return {Action::Kind::TryAgain, pauseAfter(error, failures, timeScale, luck)};
    case Rule::Upload:
        return {failures > 1 ? Action::Kind::GiveUp : Action::Kind::UploadAgain};
    case Rule::Ask:
        return {Action::Kind::AskAgain};
    case Rule::Gone:
        return {Action::Kind::Expire};
    case Rule::Perhaps:
        return {Action::Kind::Unclear};
    }
    Q_UNREACHABLE();
}

bool endsOnlyOurAsking(ErrorKind kind)
{
    const Rule rule = ruleFor(Stage::Polling, kind);
    return rule != Rule::Life && rule != Rule::Gone;
}

} // namespace retake
