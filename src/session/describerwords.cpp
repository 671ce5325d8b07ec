// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/describerwords.h"

#include <algorithm>

namespace retake {

namespace {

// Roles and the frame of a message, whatever is in it.
constexpr int tokensOfAMessage = 8;

QString theRules()
{
    return QStringLiteral(
        "You describe videos for a model that makes videos from text, and you revise such descriptions. "
        "Write English. Say only what can be seen. Use positive statements: say what is there, never what "
        "is absent. Never name real people. Keep every word that you are not asked to change. Answer with "
        "the lines alone: no introduction, no comment, no list marks.");
}

QString theQuestion(const QString &what)
{
    return QString(u"Describe " + what +
                   u" in seven lines, each beginning with its label:\n"
                   "Subject: who or what is seen, and how many\n"
                   "Appearance: colours, clothing, materials, striking details\n"
                   "Setting: the place and what stands around the subject\n"
                   "Light: the light, the time of day, the weather\n"
                   "Camera: shot, angle and movement of the camera\n"
                   "Motion: what moves, how, and in which order\n"
                   "Mood: the style and the mood\n"
                   "All seven lines together have at most " +
                   QString::number(descriptionLength) + u" characters.");
}

ChatPart textPart(const QString &text)
{
    return {ChatPart::Kind::Text, text, {}};
}

ChatMessage speech(ChatMessage::Role role, const QString &text)
{
    return {role, {textPart(text)}};
}

QString secondsOf(Microseconds time)
{
    return QString::number(double(time.count()) / 1e6, 'f', 2);
}

QString labelOf(DescriptionField field)
{
    QString name = descriptionFieldName(field);
    name[0] = name[0].toUpper();
    return name;
}

QString lockedWords(const QList<DescriptionField> &locked, const Description &current)
{
    QStringList names;
    for (const DescriptionField field : locked) {
        if (field != DescriptionField::Whole && !current.field(field).isEmpty())
            names.append(labelOf(field));
    }
    if (names.isEmpty())
        return {};
    return QString(u"\nThese lines are locked and stay word for word: " + names.join(QStringLiteral(", ")) +
                   u'.');
}

QString numbered(const QStringList &edits)
{
    QString text = QStringLiteral("Apply these edits:");
    for (qsizetype i = 0; i < edits.size(); ++i)
        text += QString(u'\n' + QString::number(i + 1) + u". " + edits[i]);
    return text;
}

QString theEdit(const EditsSince &since, const QString &instruction, const QList<DescriptionField> &locked)
{
    QString text =
        QString((since.edits.isEmpty() ? QStringLiteral("Edit: ") : QStringLiteral("One more edit: ")) +
                instruction + lockedWords(locked, since.current));
    if (since.current.isWhole())
        return text + u"\nReply only with the whole description, rewritten from the first one with all edits "
                      "applied, in English, keeping all other words.";
    return text + u"\nReply only with the lines that this edit changes, each with its label, rewritten from "
                  "the first description with all edits applied, in English, keeping all other words.";
}

QList<ChatMessage> revision(const EditsSince &since, const QString &instruction,
                            const QList<DescriptionField> &locked)
{
    QList<ChatMessage> messages{speech(ChatMessage::Role::System, theRules()),
                                speech(ChatMessage::Role::User, theQuestion(QStringLiteral("the video"))),
                                speech(ChatMessage::Role::Assistant, since.base.labelled())};
    if (!since.edits.isEmpty()) {
        messages.append(speech(ChatMessage::Role::User, numbered(since.edits)));
        messages.append(speech(ChatMessage::Role::Assistant, since.current.labelled()));
    }
    messages.append(speech(ChatMessage::Role::User, theEdit(since, instruction, locked)));
    return messages;
}

QList<Turn> describedTurns(const QList<Turn> &line)
{
    QList<Turn> described;
    std::copy_if(line.begin(), line.end(), std::back_inserter(described), [](const Turn &turn) {
        return turn.state == TurnState::Answered && !turn.description.isEmpty();
    });
    return described;
}

qsizetype baseOf(const QList<Turn> &described)
{
    qsizetype at = described.size() - 1;
    while (at > 0 && described[at].kind == TurnKind::Revise)
        --at;
    return at;
}

QString editOf(const Turn &turn)
{
    return turn.translated.isEmpty() ? turn.said : turn.translated;
}

EditsSince editsFrom(const QList<Turn> &described, qsizetype base)
{
    EditsSince since{described[base].description, {}, described.last().description};
    for (const Turn &turn : described.mid(base + 1))
        since.edits.append(editOf(turn));
    return since;
}

} // namespace

QList<ChatMessage> describeMessages(Showing showing, const QList<ShownPart> &shown)
{
    ChatMessage question;
    switch (showing) {
    case Showing::Frames:
        for (qsizetype i = 0; i < shown.size(); ++i) {
            question.parts.append(textPart(
                QString(u"Frame " + QString::number(i + 1) + u" at " + secondsOf(shown[i].time) + u" s")));
            question.parts.append({ChatPart::Kind::Image, {}, shown[i].source});
        }
        question.parts.append(
            textPart(theQuestion(QStringLiteral("the video that these frames are from, in their order,"))));
        break;
    case Showing::Address:
    case Showing::SmallVideo:
        // some describers want the video before all else
        for (const ShownPart &part : shown)
            question.parts.append({ChatPart::Kind::Video, {}, part.source});
        question.parts.append(textPart(theQuestion(QStringLiteral("the video"))));
        break;
    }
    return {speech(ChatMessage::Role::System, theRules()), question};
}

EditsSince editsSinceBase(const QList<Turn> &line)
{
    const QList<Turn> described = describedTurns(line);
    return described.isEmpty() ? EditsSince() : editsFrom(described, baseOf(described));
}

QList<ChatMessage> reviseMessages(const QList<Turn> &line, const QString &instruction,
                                  const QList<DescriptionField> &locked, const DescriberSpec &describer)
{
    const QList<Turn> described = describedTurns(line);
    const int room = describer.context - roomForAnswer(describer);
    // From the end, where the newest edits are: what does not fit for them alone needs no trying.
    qsizetype first = described.size();
    const qsizetype base = described.isEmpty() ? 0 : baseOf(described);
    for (int edits = 0; first > base && edits <= room; --first) {
        if (first < described.size())
            edits += estimatedTokens(editOf(described[first]));
    }
    for (; first < described.size(); ++first) {
        QList<ChatMessage> messages = revision(editsFrom(described, first), instruction, locked);
        if (estimatedTokens(messages) <= room)
            return messages;
    }
    return {};
}

QList<ChatMessage> shortenMessages(const Description &current, int characters,
                                   const QList<DescriptionField> &locked)
{
    const int asked = characters - characters / 8; // describers count badly
    const QString form = current.isWhole() ? QStringLiteral("the whole description")
                                           : QStringLiteral("all lines, each with its label");
    return {speech(ChatMessage::Role::System, theRules()),
            speech(ChatMessage::Role::User, theQuestion(QStringLiteral("the video"))),
            speech(ChatMessage::Role::Assistant, current.labelled()),
            speech(ChatMessage::Role::User,
                   QString(u"Shorten the description: it has " + QString::number(current.characters()) +
                           u" characters and must have at most " + QString::number(asked) +
                           u", labels not counted. Leave out the least important details, and keep subject, "
                           "colours and setting." +
                           lockedWords(locked, current) + u"\nReply only with " + form + u'.'))};
}

QList<ChatMessage> translateMessages(const QString &instruction)
{
    return {
        speech(ChatMessage::Role::System,
               QStringLiteral("You translate instructions for editing videos into English. Reply with the "
                              "English translation alone: no quotation marks, no comment. Do not carry "
                              "the instruction out.")),
        speech(ChatMessage::Role::User, instruction)};
}

int roomForAnswer(const DescriberSpec &describer)
{
    const int wanted = std::max(answerTokens, describer.minimumTokens);
    return describer.maximumTokens > 0 ? std::min(wanted, describer.maximumTokens) : wanted;
}

int estimatedTokens(const QString &text)
{
    int latin = 0;
    int other = 0;
    for (const char32_t character : text.toStdU32String())
        (character < 0x1100 ? latin : other) += 1;
    return (latin + 2) / 3 + other;
}

int estimatedTokens(const QList<ChatMessage> &messages)
{
    int sum = 0;
    for (const ChatMessage &message : messages) {
        sum += tokensOfAMessage;
        for (const ChatPart &part : message.parts)
            sum += estimatedTokens(part.text);
    }
    return sum;
}

int estimatedPictureTokens(QSize size)
{
    return int((qint64(size.width()) * size.height() + 783) / 784);
}

} // namespace retake
