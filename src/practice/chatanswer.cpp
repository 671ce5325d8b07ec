// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/chatanswer.h"

#include "model/catalogue.h"
#include "practice/reviser.h"
#include "practice/sight.h"
#include "practice/translator.h"

#include <QRegularExpression>

#include <algorithm>

namespace retake {

namespace {

bool asksForLines(const AskedChat &chat)
{
    QString asked = chat.systemText();
    for (const AskedMessage &message : chat.messages) {
        if (message.role == u"user")
            asked += QString(u'\n' + message.text());
    }
    return asked.contains(u"labelled", Qt::CaseInsensitive) ||
           asked.contains(u"labeled", Qt::CaseInsensitive) ||
           (asked.contains(u"Subject") && asked.contains(u"Setting"));
}

bool hasHan(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

bool isTranslation(const AskedChat &chat)
{
    return chat.systemText().contains(u"translat", Qt::CaseInsensitive) ||
           (!chat.describer->seesPictures() &&
            chat.question().text().contains(u"translat", Qt::CaseInsensitive));
}

} // namespace

QString answerTo(const AskedChat &chat, const Shown &shown)
{
    const QString question = chat.question().text();
    if (isTranslation(chat))
        return translatedInstruction(question);
    if (chat.describer->englishOnly && hasHan(question))
        return QStringLiteral("I am sorry, I can only follow instructions in English. (practice)");
    const int images = chat.question().count(AskedPart::Kind::Image);
    const int videos = chat.question().count(AskedPart::Kind::Video);
    RevisionTask task = readRevision(chat);
    if (images + videos == 0 && !task.base.isEmpty())
        return revisedAnswer(task);
    if (shown.pictures.isEmpty())
        return QStringLiteral("(practice) Nothing was shown, and there is no description to change.");
    const Sight sight = takeSight(shown.pictures, shown.size, shown.seconds);
    return asksForLines(chat) ? labelledSight(sight) : paragraphOfSight(sight);
}

} // namespace retake
