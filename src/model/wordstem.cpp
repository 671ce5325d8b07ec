// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wordstem.h"

#include <QSet>
#include <QStringList>

#include <array>

namespace retake {

namespace {

constexpr char16_t stopWords[] =
    u"a an the even this that these those it its he his him she her they their them we our you your i my me "
    u"one ones "
    u"some any all each every both other another same such no not only just also very more most less much "
    u"many "
    u"so as than too of in on at by to from with without into onto over under above below behind before "
    u"after "
    u"between among across along through around about against up down out off near beside beyond toward "
    u"towards "
    u"and or but nor if then while when where which who whose what is are was were be been being am do does "
    u"did "
    u"has have had having can could may might will would shall should must there here let lets please want "
    u"like "
    u"change make turn replace swap add remove put set give show use keep become instead rather bit "
    u"slightly video clip picture image shows showing shown seen appears appear "
    u"的 了 是 在 把 和 与 及 有 着 地 得 一 个 只 条 张 这 那 它 他 她 们 改 换 变 成 为 让 使 请 将 到 里 "
    u"中 上 下 也 都 "
    u"很 不 要 从 被 对 就 而 又 之 其";

QString withoutDouble(QString stem)
{
    const qsizetype size = stem.size();
    if (size > 3 && stem.at(size - 1) == stem.at(size - 2) &&
        !QStringView(u"lsz").contains(stem.at(size - 1)))
        stem.chop(1);
    return stem;
}

} // namespace

QString wordStem(const QString &word)
{
    QString stem = word.toLower();
    for (const QStringView end : {QStringView(u"'s"), QStringView(u"’s")}) {
        if (stem.endsWith(end))
            stem.chop(end.size());
    }
    if (stem.size() > 4 && stem.endsWith(u"ies"))
        stem = QString(stem.chopped(3) + u'y');
    else if (stem.size() > 4 && stem.endsWith(u"es") &&
             QStringView(u"sxzho").contains(stem.at(stem.size() - 3)))
        stem.chop(2);
    else if (stem.size() > 3 && stem.endsWith(u's') &&
             !QStringView(u"sui").contains(stem.at(stem.size() - 2)))
        stem.chop(1);
    if (stem.size() > 5 && stem.endsWith(u"ing"))
        stem = withoutDouble(stem.chopped(3));
    else if (stem.size() > 4 && stem.endsWith(u"ed"))
        stem = withoutDouble(stem.chopped(2));
    if (stem.size() > 4 && stem.endsWith(u'y'))
        stem = withoutDouble(stem.chopped(1));
    if (stem.size() > 3 && stem.endsWith(u'e'))
        stem.chop(1);
    return stem;
}

bool isStopWord(const QString &word)
{
    static const QSet<QString> words = [] {
        const QStringList list = QString::fromUtf16(stopWords).split(u' ', Qt::SkipEmptyParts);
        return QSet<QString>(list.begin(), list.end());
    }();
    return words.contains(word.toLower());
}

} // namespace retake
