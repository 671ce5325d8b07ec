// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace retake {

void speak(QTranslator &words, const QString &language)
{
    if (!language.isEmpty())
        QLocale::setDefault(QLocale(language));
    if (words.load(QLocale(), QStringLiteral("retake"), QStringLiteral("_"), QStringLiteral(":/i18n")) ||
        words.load(QStringLiteral(":/i18n/retake_en.qm")))
        QCoreApplication::installTranslator(&words);
}

} // namespace retake
