// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/errorsentence.h"

#include "session/errortable.h"
#include "session/tasksentence.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace retake {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("ErrorSentence", text);
}

// The facts as they are shown: a file by its name or its whole path; what is missing as an ellipsis, so that
// no sentence ever shows a bare "%1".
QStringList shownFacts(const Error &error, ErrorRow::Subject subject)
{
    QStringList shown = error.facts;
    while (shown.size() < 3)
        shown.append(QStringLiteral("…"));
    switch (subject) {
    case ErrorRow::Subject::AsIs:
        break;
    case ErrorRow::Subject::FileName:
        if (const QString name = QFileInfo(shown.first()).fileName(); !name.isEmpty())
            shown.first() = name;
        break;
    case ErrorRow::Subject::WholePath:
        shown.first() = QDir::toNativeSeparators(shown.first());
        break;
    }
    return shown;
}

// One pass over the text, so that a "%2" inside a fact stays what it is. (QString::arg would warn of facts
// that a sentence has no place for.)
QString filled(const char *text, const QStringList &facts)
{
    const QString sentence = translated(text);
    QString result;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int fact = sentence[i] == u'%' && i + 1 < sentence.size() ? sentence[i + 1].digitValue() : -1;
        if (fact >= 1 && fact <= facts.size()) {
            result += facts[fact - 1];
            ++i;
        } else {
            result += sentence[i];
        }
    }
    return result;
}

QString detailOf(const Error &error)
{
    QStringList parts;
    if (!error.serviceCode.isEmpty())
        parts.append(error.serviceCode);
    if (!error.serviceMessage.isEmpty())
        parts.append(error.serviceMessage);
    if (!error.requestId.isEmpty())
        parts.append(translated(QT_TRANSLATE_NOOP("ErrorSentence", "request %1")).arg(error.requestId));
    if (error.httpStatus >= 400)
        parts.append(u"HTTP " + QString::number(error.httpStatus));
    return parts.join(QStringLiteral(" · "));
}

// The text that a take is made from is a description, where it is not an instruction.
std::optional<ErrorSentence> sentenceOfDescription(const Error &error)
{
    if (error.facts.isEmpty() || error.facts.constLast() != u"description")
        return std::nullopt;
    if (error.kind == ErrorKind::PromptEmpty)
        return ErrorSentence{
            translated(QT_TRANSLATE_NOOP("ErrorSentence", "There is no description yet.")),
            translated(QT_TRANSLATE_NOOP("ErrorSentence",
                                         "Describe the clip first, or write what the video is to show.")),
            Cure::EditInstruction, detailOf(error)};
    if (error.kind == ErrorKind::PromptTooLong)
        return ErrorSentence{
            filled(QT_TRANSLATE_NOOP("ErrorSentence", "The description is too long: %1 characters."),
                   error.facts),
            filled(
                QT_TRANSLATE_NOOP("ErrorSentence",
                                  "Ask for a shorter one, or shorten it by hand to %2 characters at most."),
                error.facts),
            Cure::EditInstruction, detailOf(error)};
    return std::nullopt;
}

// Which side the content check stopped, where the service tells: what was sent, its own answer, or what was
// said before.
struct ModeratedRow
{
    const char16_t *side;
    const char *title;
    const char *advice;
};

// clang-format off
constexpr ModeratedRow moderatedRows[] = {
    {u"user", QT_TRANSLATE_NOOP("ErrorSentence", "The service's content check stopped what was sent to it."),
     QT_TRANSLATE_NOOP("ErrorSentence", "Word it differently, or show other pictures. Such checks sometimes err.")},
    {u"clip", QT_TRANSLATE_NOOP("ErrorSentence", "The service's content check stopped the clip."),
     QT_TRANSLATE_NOOP("ErrorSentence", "Choose another piece of it, or another clip. Such checks sometimes err.")},
    {u"instruction", QT_TRANSLATE_NOOP("ErrorSentence", "The service's content check stopped the instruction."),
     QT_TRANSLATE_NOOP("ErrorSentence", "Word the instruction differently. Such checks sometimes err.")},
    {u"description", QT_TRANSLATE_NOOP("ErrorSentence", "The service's content check stopped the description."),
     QT_TRANSLATE_NOOP("ErrorSentence", "Word the description differently. Such checks sometimes err.")},
    {u"assistant", QT_TRANSLATE_NOOP("ErrorSentence", "The service's content check stopped the service's own answer."),
     QT_TRANSLATE_NOOP("ErrorSentence", "Ask again, or in other words. Such checks sometimes err.")},
    {u"history", QT_TRANSLATE_NOOP("ErrorSentence", "The service's content check stopped something that was said before."),
     QT_TRANSLATE_NOOP("ErrorSentence", "Go back to an earlier turn and go on from there in other words.")},
};

// clang-format on

std::optional<ErrorSentence> sentenceOfCheck(const Error &error)
{
    for (const ModeratedRow &row : moderatedRows) {
        if (error.kind == ErrorKind::Moderated && error.facts.value(0) == QStringView(row.side))
            return ErrorSentence{translated(row.title), translated(row.advice), Cure::EditInstruction,
                                 detailOf(error)};
    }
    return std::nullopt;
}

// BigModel lists no tasks: there is nowhere to look for one.
bool isListed(const Task &task)
{
    return !task.order.account.endsWith(u"bigmodel");
}

} // namespace

ErrorSentence sentenceFor(const Error &error)
{
    if (error.kind == ErrorKind::FileMissing && error.facts.value(0).isEmpty())
        return {translated(QT_TRANSLATE_NOOP("ErrorSentence", "There is no clip yet.")),
                translated(QT_TRANSLATE_NOOP("ErrorSentence", "Open a video, or drop one here.")),
                Cure::ChooseClip,
                {}};
    if (const auto told = sentenceOfEnd(error, QDateTime::currentDateTimeUtc(), QString()))
        return {told->title, told->advice, told->cure, detailOf(error)};
    if (error.kind == ErrorKind::Expired && error.facts.size() == 1) // asked for by its number
        return {translated(QT_TRANSLATE_NOOP("ErrorSentence", "The service knows no task “%1”."))
                    .arg(error.facts.first()),
                translated(QT_TRANSLATE_NOOP(
                    "ErrorSentence", "Tasks are kept there for a day. Look whether the number is whole, and "
                                     "whether it was made with this account and in this region.")),
                Cure::None, detailOf(error)};
    if (const auto told = sentenceOfCheck(error))
        return *told;
    if (const auto told = sentenceOfDescription(error))
        return *told;
    const ErrorRow &row = errorRow(error.kind);
    const QStringList facts = shownFacts(error, row.subject);
    return {filled(row.title, facts), filled(row.advice, facts), row.cure, detailOf(error)};
}

ErrorSentence sentenceFor(const Task &task, const QDateTime &now)
{
    const ErrorKind kind = task.state == TaskState::Expired ? ErrorKind::Expired : ErrorKind::Unclear;
    const Error error = task.error.value_or(Error{kind, {}, {}, {}, {}, 0, std::nullopt});
    if (error.kind == ErrorKind::Unclear && !isListed(task))
        return {
            translated(errorRow(error.kind).title),
            translated(QT_TRANSLATE_NOOP(
                "ErrorSentence", "It may already be charged, and this service has no list of its tasks to "
                                 "look in. Look at the bill in its console; send it again only when it may "
                                 "be charged twice.")),
            Cure::SendAgain, detailOf(error)};
    if (const auto told = sentenceOfEnd(error, now, chargeText(task)))
        return {told->title, told->advice, told->cure, detailOf(error)};
    return sentenceFor(error);
}

QString cureLabel(Cure cure)
{
    switch (cure) {
    case Cure::None:
        return {};
    case Cure::Retry:
        return translated(QT_TRANSLATE_NOOP("ErrorSentence", "Try again"));
    case Cure::SendAgain:
        return translated(QT_TRANSLATE_NOOP("ErrorSentence", "Send again…"));
    case Cure::OpenAccount:
        return translated(QT_TRANSLATE_NOOP("ErrorSentence", "Account…"));
    case Cure::ChooseClip:
        return translated(QT_TRANSLATE_NOOP("ErrorSentence", "Open a video…"));
    case Cure::EditInstruction:
        return translated(QT_TRANSLATE_NOOP("ErrorSentence", "Edit the instruction"));
    case Cure::ChooseReferences:
        return translated(QT_TRANSLATE_NOOP("ErrorSentence", "Choose another image…"));
    case Cure::OpenFolder:
        return translated(QT_TRANSLATE_NOOP("ErrorSentence", "Open the folder"));
    case Cure::FreeSpace:
        return translated(QT_TRANSLATE_NOOP("ErrorSentence", "Try again"));
    case Cure::LookAgain:
        return translated(QT_TRANSLATE_NOOP("ErrorSentence", "Look again"));
    }
    Q_UNREACHABLE();
}

int exitStatusFor(ErrorKind kind)
{
    return errorRow(kind).exitStatus;
}

} // namespace retake
