// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/turnsentence.h"

#include <QCoreApplication>

namespace retake {

namespace {

struct TurnRow
{
    ErrorKind kind;
    Cure cure;
    const char *title;
    const char *advice;
};

// clang-format off
constexpr TurnRow turnRows[] = {
    {ErrorKind::Unclear, Cure::Retry,
     QT_TRANSLATE_NOOP("TurnSentence", "The answer was lost on its way."),
     QT_TRANSLATE_NOOP("TurnSentence", "The question may have been charged. Ask again when that is all right: it is charged once more then.")},
    {ErrorKind::CancelledByPerson, Cure::Retry,
     QT_TRANSLATE_NOOP("TurnSentence", "You stopped waiting for the answer."),
     QT_TRANSLATE_NOOP("TurnSentence", "The question may have been charged all the same. Ask again when you like.")},
    {ErrorKind::RequestRefused, Cure::Retry,
     QT_TRANSLATE_NOOP("TurnSentence", "The service refused the question."),
     QT_TRANSLATE_NOOP("TurnSentence", "The details tell what it did not like. Another model may take it.")},
    {ErrorKind::BadReply, Cure::Retry,
     QT_TRANSLATE_NOOP("TurnSentence", "The model's answer could not be used."),
     QT_TRANSLATE_NOOP("TurnSentence", "Ask again, or choose another model. The question may have been charged.")},
    {ErrorKind::TaskFailed, Cure::Retry,
     QT_TRANSLATE_NOOP("TurnSentence", "The model could not answer."),
     QT_TRANSLATE_NOOP("TurnSentence", "Ask again, or choose another model; the details have the service's reason.")},
    {ErrorKind::MediaRefused, Cure::Retry,
     QT_TRANSLATE_NOOP("TurnSentence", "The service did not take what it was shown of the clip."),
     QT_TRANSLATE_NOOP("TurnSentence", "Show it frames, or another piece; the details tell what it did not like.")},
    {ErrorKind::MediaUnreachable, Cure::Retry,
     QT_TRANSLATE_NOOP("TurnSentence", "The service could not fetch the video."),
     QT_TRANSLATE_NOOP("TurnSentence", "Check that its address can be opened by everybody, or show frames of the clip.")},
    {ErrorKind::PromptTooLong, Cure::EditInstruction,
     QT_TRANSLATE_NOOP("TurnSentence", "The question is too long for this model."),
     QT_TRANSLATE_NOOP("TurnSentence", "Say it in fewer words, or choose another model.")},
    {ErrorKind::PromptEmpty, Cure::EditInstruction,
     QT_TRANSLATE_NOOP("TurnSentence", "Nothing was said."),
     QT_TRANSLATE_NOOP("TurnSentence", "Say what should be different in the video.")},
};
// clang-format on

} // namespace

// The kinds that read the same in every place keep the sentence that they have.
ErrorSentence sentenceForTurn(const Error &error)
{
    ErrorSentence sentence = sentenceFor(error);
    for (const TurnRow &row : turnRows) {
        if (row.kind != error.kind)
            continue;
        sentence.title = QCoreApplication::translate("TurnSentence", row.title);
        sentence.advice = QCoreApplication::translate("TurnSentence", row.advice);
        sentence.cure = row.cure;
    }
    return sentence;
}

} // namespace retake
