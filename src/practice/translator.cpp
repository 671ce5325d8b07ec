// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/translator.h"

#include "practice/edits.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace retake {

namespace {

struct Entry
{
    const char16_t *han;
    const char *english; // "" for what English leaves out
};

constexpr Entry dictionary[] = {
    {u"的", ""},
    {u"一只", "a"},
    {u"一个", "a"},
    {u"一条", "a"},
    {u"一位", "a"},
    {u"一片", "a"},
    {u"一座", "a"},
    {u"一顶", "a"},
    {u"一朵", "a"},
    {u"一辆", "a"},
    {u"一艘", "a"},
    {u"一副", ""},
    {u"这只", "the"},
    {u"那只", "the"},
    {u"这个", "the"},
    {u"那个", "the"},
    {u"白色", "white"},
    {u"白", "white"},
    {u"黑色", "black"},
    {u"黑", "black"},
    {u"灰色", "grey"},
    {u"红色", "red"},
    {u"红", "red"},
    {u"橙色", "orange"},
    {u"黄色", "yellow"},
    {u"金色", "golden"},
    {u"绿色", "green"},
    {u"蓝色", "blue"},
    {u"紫色", "purple"},
    {u"紫", "purple"},
    {u"粉色", "pink"},
    {u"粉红色", "pink"},
    {u"棕色", "brown"},
    {u"鹦鹉", "parrot"},
    {u"小鸟", "little bird"},
    {u"鸟", "bird"},
    {u"猫头鹰", "owl"},
    {u"老鹰", "eagle"},
    {u"猫", "cat"},
    {u"小猫", "kitten"},
    {u"狗", "dog"},
    {u"小狗", "puppy"},
    {u"马", "horse"},
    {u"兔子", "rabbit"},
    {u"狐狸", "fox"},
    {u"老虎", "tiger"},
    {u"狮子", "lion"},
    {u"熊猫", "panda"},
    {u"鱼", "fish"},
    {u"男人", "man"},
    {u"女人", "woman"},
    {u"孩子", "child"},
    {u"机器人", "robot"},
    {u"汽车", "car"},
    {u"船", "boat"},
    {u"帽子", "hat"},
    {u"围巾", "scarf"},
    {u"眼镜", "glasses"},
    {u"花", "flower"},
    {u"气球", "balloon"},
    {u"下雨", "rainy"},
    {u"雨中", "rainy"},
    {u"雨", "rainy"},
    {u"下雪", "snowy"},
    {u"雪中", "snowy"},
    {u"有雾", "foggy"},
    {u"森林", "forest"},
    {u"海滩", "beach"},
    {u"沙滩", "beach"},
    {u"大海", "sea"},
    {u"城市", "city"},
    {u"街道", "street"},
    {u"沙漠", "desert"},
    {u"雪山", "snowy mountain"},
    {u"山", "mountain"},
    {u"太空", "space"},
    {u"海底", "underwater world"},
    {u"花园", "garden"},
    {u"房间", "room"},
    {u"夜晚", "night"},
    {u"晚上", "night"},
    {u"黑夜", "night"},
    {u"夜景", "night"},
    {u"黄昏", "dusk"},
    {u"傍晚", "dusk"},
    {u"日落", "sunset"},
    {u"清晨", "dawn"},
    {u"白天", "day"},
    {u"晴天", "sunny"},
    {u"雨天", "rainy"},
    {u"雪天", "snowy"},
    {u"雨景", "rainy"},
    {u"雪景", "snowy"},
    {u"背景", "background"},
    {u"颜色", "colour"},
    {u"它", "it"},
    {u"画面", "scene"},
    {u"天空", "sky"},
    {u"树", "trees"},
    {u"城堡", "castle"},
    {u"美丽", "beautiful"},
    {u"大", "big"},
    {u"小", "little"},
    {u"戴", "wearing"},
    {u"红围巾", "red scarf"},
};

// The words in their order, or none when one is unknown. Chinese puts what describes before the thing, too.
std::optional<QString> inEnglish(const QString &han)
{
    QStringList words;
    for (qsizetype at = 0; at < han.size();) {
        const Entry *best = nullptr;
        for (const Entry &entry : dictionary) {
            const QStringView word(entry.han);
            if (QStringView(han).mid(at).startsWith(word) &&
                (!best || word.size() > QStringView(best->han).size()))
                best = &entry;
        }
        if (!best)
            return std::nullopt;
        if (*best->english)
            words.append(QLatin1String(best->english));
        at += QStringView(best->han).size();
    }
    return words.isEmpty() ? std::nullopt : std::optional(words.join(u' '));
}

std::optional<QString> clauseInEnglish(QString han)
{
    static const QString become = QStringLiteral("(?:换成|改成|变成|改为|变为|换为|替换成|替换为|染成|涂成)");
    static const QRegularExpression background(QString(u"^(?:把|将)?背景" + become + u"(?:了)?(.+)$"));
    static const QRegularExpression colour(QString(u"^(?:把|将)(.+?)的颜色" + become + u"(.+)$"));
    static const QRegularExpression change(QString(u"^(?:把|将|让)(.+?)" + become + u"(.+)$"));
    static const QRegularExpression add(QStringLiteral("^(?:添加|加上|增加|加入|加)(?:上)?(.+)$"));
    static const QRegularExpression remove(QStringLiteral("^(?:去掉|删除|移除|去除|删掉)(.+)$"));
    static const QRegularExpression make(QStringLiteral(
        "^(?:让|使|把)?(?:它|画面|视频|场景|天气|时间)?(?:变成|改成|换成|改为|变为|变|成为)?(.+)$"));

    han.remove(QRegularExpression(QStringLiteral("^(?:请|请你|帮我|麻烦)+")));
    const auto both = [](const QString &head, const QString &a, const QString &between,
                         const QString &b) -> std::optional<QString> {
        const auto first = inEnglish(a);
        const auto second = inEnglish(b);
        if (!first || !second)
            return std::nullopt;
        return QString(head + *first + between + *second);
    };
    const auto one = [](const QString &head, const QString &a, bool takesArticle) -> std::optional<QString> {
        const auto words = inEnglish(a);
        if (!words)
            return std::nullopt;
        return QString(head + (takesArticle ? withArticle(*words) : *words));
    };
    if (const auto m = background.match(han); m.hasMatch())
        return one(QStringLiteral("Change the background to "), m.captured(1), true);
    if (const auto m = colour.match(han); m.hasMatch())
        return both(QStringLiteral("Make the "), m.captured(1), QStringLiteral(" "), m.captured(2));
    if (const auto m = change.match(han); m.hasMatch() && inEnglish(m.captured(1)) != QStringLiteral("it") &&
                                          inEnglish(m.captured(1)) != QStringLiteral("scene"))
        return both(QStringLiteral("Change the "), m.captured(1), QStringLiteral(" to "), m.captured(2));
    if (const auto m = add.match(han); m.hasMatch())
        return one(QStringLiteral("Add "), m.captured(1), true);
    if (const auto m = remove.match(han); m.hasMatch())
        return one(QStringLiteral("Remove the "), m.captured(1), false);
    if (const auto m = make.match(han); m.hasMatch())
        return one(QStringLiteral("Make it "), m.captured(1), false);
    return std::nullopt;
}

} // namespace

QString translatedInstruction(const QString &said)
{
    const QString text = said.trimmed();
    const bool isEnglish =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x250 || c.isPunct(); });
    if (isEnglish)
        return text;
    static const QRegularExpression between(QStringLiteral("[，。；！、,.;!\\s]+"));
    QStringList clauses;
    for (const QString &clause : text.split(between, Qt::SkipEmptyParts)) {
        const auto english = clauseInEnglish(clause);
        if (!english)
            return QString(u"(practice: not translated) " + text);
        clauses.append(QString(*english + u'.'));
    }
    return clauses.join(u' ');
}

} // namespace retake
