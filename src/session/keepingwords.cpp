// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keepingwords.h"

#include <QRegularExpression>

namespace retake {

namespace {

struct AimWords
{
    EditAim aim;
    const char *english; // stems
    const char16_t *chinese;
};

constexpr AimWords aimWords[]{
    {EditAim::Background,
     "background|setting|surroundings|scenery|landscape|location|backdrop|forest|beach|city|street|desert|"
     "mountain|indoor|outdoor|room|jungle|meadow|garden|studio|underwater|in space",
     u"背景|场景|环境|森林|海滩|沙滩|城市|街道|沙漠|山|室内|室外|房间|草地|花园|太空|水下"},
    {EditAim::Style,
     "style|cartoon|anime|painting|watercolou?r|oil paint|sketch|black[- ]and[- ]white|vintage|pixel|comic|"
     "cyberpunk|claymation|film noir|noir|retro",
     u"风格|卡通|动漫|动画风|油画|水彩|素描|黑白|复古|像素|漫画|赛博朋克"},
    {EditAim::Motion,
     "mov(?:e|es|ing|ement)|motion|walk|run(?:s|ning)?|fly|flies|flying|jump|dance|dancing|wav(?:e|es|ing)|"
     "turns? "
     "(?:around|its|his|her|to "
     "the|left|right)|spin|rotat(?:e|ing)|faster|slower|slow(?:ly)?|quick|zoom|pan(?:s|ning)?|"
     "dolly|tilt|camera|rain(?:s|ing)?|snow(?:s|ing)?|wind(?:y)?|storm|fog|blink|nod|smil|laugh|cry|swim|"
     "fall|"
     "shak(?:e|ing)|open(?:s|ing)? (?:its|his|her)|clos(?:e|es|ing) (?:its|his|her)|look(?:s|ing)? "
     "(?:at|up|down|away|to)|"
     "eat|drink|sing|sway|stop",
     u"运动|移动|走|跑|飞|跳|舞|挥|转|旋转|加快|更快|更慢|放慢|推进|拉远|平移|镜头|下雨|雨|下雪|雪|风|雾|"
     u"眨眼|点头|"
     u"微笑|笑|哭|游|落|摇|看向|吃|喝|唱|动作"},
    {EditAim::Look,
     "colou?r|white|black|red|green|blue|yellow|purple|pink|orange|brown|gr[ae]y|gold(?:en)?|silver|replace|"
     "change (?:the|a|an|his|her|its) .+ (?:to|into)|turn .+ into|instead of|wear|dress|hair|shirt|hat|add|"
     "remove|without|bigger|smaller|older|younger|made of|sunset|night|day(?:light)?|dusk|dawn|dark|bright",
     u"颜色|白色|黑色|红|绿|蓝|黄|紫|粉|橙|棕|灰|金色|银|替换|换成|改成|变成|穿|衣|头发|帽|添加|加上|加一|"
     u"去掉|移除|"
     u"删除|更大|更小|夜|白天|黄昏|黎明|日落|更亮|更暗"},
};

struct AimPattern
{
    EditAim aim;
    QRegularExpression said;
};

// Compiled once: all that was said since the base is read anew with every turn.
const QList<AimPattern> &aimPatterns()
{
    static const QList<AimPattern> patterns = [] {
        QList<AimPattern> made;
        for (const AimWords &words : aimWords) {
            made.append(
                {words.aim, QRegularExpression(QString(u"\\b(?:" + QString::fromLatin1(words.english) +
                                                       u")(?:s|es|d|ed|ing|ning|y|ly)?\\b|(?:" +
                                                       QString::fromUtf16(words.chinese) + u')'),
                                               QRegularExpression::CaseInsensitiveOption)});
        }
        return made;
    }();
    return patterns;
}

} // namespace

EditAims aimsOf(const QString &instruction)
{
    EditAims aims;
    for (const AimPattern &pattern : aimPatterns()) {
        if (pattern.said.match(instruction).hasMatch())
            aims |= pattern.aim;
    }
    return aims;
}

} // namespace retake
