// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/chat.h"

namespace retake {

// How a question is put: what the service's papers leave open, and what it refused is put differently.
struct ChatForm
{
    enum class Thoughts { AsKnown, LowEffort }; // AsKnown: off where the describer's row says that it can be
    enum class Clips { DataAddress, Bare }; // of a clip inside the question: base64 with a head or without
    Thoughts thoughts = Thoughts::AsKnown;
    Clips clips = Clips::DataAddress;
    friend bool operator==(const ChatForm &, const ChatForm &) = default;
};

bool saysThoughtsOff(const DescriberSpec &describer, const ChatForm &form);
bool hasClipInside(const ChatRequest &question);

// The question with its files read into data addresses (slow: for a thread of the pool). Addresses are passed
// on. BadParameter for a kind of part that the describer does not take.
Result<ChatRequest> withMediaInside(const ChatRequest &question, const DescriberSpec &describer);

// The body of a streamed question whose sources are all addresses: pure.
QByteArray encodeChat(const DescriberSpec &describer, const ChatRequest &question, const ChatForm &form);

} // namespace retake
