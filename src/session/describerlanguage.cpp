// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/describerlanguage.h"

#include <QRegularExpression>
#include <QSet>

namespace retake {

namespace {

const QSet<QString> &smallEnglishWords()
{
    static const QSet<QString> words = [] {
        const auto list =
            QStringLiteral("the a an of to in on at and or with without into by from for make change turn "
                           "add remove let is are be it its more less not no replace instead as same keep "
                           "background colour color white black red green blue")
                .split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return words;
}

// Words that are not English as well ("die", "pour", "me" would be).
const QSet<QString> &smallForeignWords()
{
    static const QSet<QString> words = [] {
        const auto list =
            QStringLiteral("der das und nicht mit ist ein eine einen einem einer im zu auf soll mache ändere "
                           "le les des une est avec dans sur pas et du aux sans change-le "
                           "el los las una con en sin por para más cambia haz "
                           "il lo gli della nel senza più cambia fai "
                           "o os um uma com não mude faça "
                           "het een niet met van maak verander")
                .split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return words;
}

bool isOfAnotherScript(const QString &text)
{
    for (const char32_t letter : text.toStdU32String()) {
        if (!QChar::isLetter(letter))
            continue;
        const QChar::Script script = QChar::script(letter);
        if (script != QChar::Script_Latin && script != QChar::Script_Common &&
            script != QChar::Script_Inherited)
            return true;
    }
    return false;
}

} // namespace

bool isPlainlyNotEnglish(const QString &text)
{
    if (isOfAnotherScript(text))
        return true;
    static const QRegularExpression gap(QStringLiteral("[^\\w'’-]+"),
                                        QRegularExpression::UseUnicodePropertiesOption);
    int foreign = 0;
    for (const QString &word : text.toLower().split(gap, Qt::SkipEmptyParts)) {
        if (smallEnglishWords().contains(word))
            return false;
        foreign += smallForeignWords().contains(word) ? 1 : 0;
    }
    return foreign > 0;
}

} // namespace retake
