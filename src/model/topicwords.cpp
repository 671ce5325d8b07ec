// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/topicwords.h"

#include "model/wordstem.h"

#include <QHash>
#include <QStringList>

namespace retake {

namespace {

struct TopicList
{
    Topic topic;
    const char16_t *words;
};

// A word may stand in several lists.
constexpr TopicList topicLists[] = {
    {Topic::Scenery,
     u"background backdrop scene scenery setting place location environment surroundings landscape cityscape "
     u"forest rainforest jungle wood woods woodland tree trees trunk branch branches leaf leaves foliage "
     u"greenery "
     u"canopy moss fern ferns vegetation plant plants bush grass meadow field fields garden park flower "
     u"flowers "
     u"city urban town village skyline street streets road alley building buildings skyscraper tower house "
     u"rooftop roof balcony terrace railing wall window windows door room kitchen bedroom office interior "
     u"studio "
     u"café cafe shop market station bridge castle temple church ruins beach sea ocean shore coast island "
     u"lake "
     u"river stream waterfall pond water waves mountain mountains hill hills valley cliff cave desert dune "
     u"dunes "
     u"savanna snowfield glacier countryside farm barn sky horizon cloud clouds space planet moonscape "
     u"ground "
     u"floor path trail stage hall library museum stadium harbour harbor ship boat "
     u"背景 场景 环境 地点 风景 森林 树林 雨林 树 树枝 树叶 城市 街道 建筑 阳台 栏杆 房间 室内 海滩 大海 "
     u"海边 山 河 湖 "
     u"沙漠 草地 花园 公园 天空 天际线 乡村"},
    {Topic::Weather,
     u"weather rain rainy raindrop raindrops rainfall drizzle shower snow snowy snowfall snowflakes storm "
     u"stormy "
     u"thunder thunderstorm fog foggy mist misty haze hazy wind windy breeze cloudy overcast wet soaked damp "
     u"天气 雨 下雨 雨滴 雪 下雪 雾 风 暴风雨 多云"},
    {Topic::Light,
     u"light lights lit lighting illumination illuminated luminous night nighttime nightfall day daytime "
     u"daylight "
     u"dusk dawn twilight sunset sunrise sun sunny sunlight sunlit moon moonlight moonlit star stars starry "
     u"noon "
     u"midday morning afternoon evening midnight dark darkness dim bright brightness shadow shadows shade "
     u"glow "
     u"glowing gleam lamp lamps lantern lanterns candle candles candlelight neon backlight backlit "
     u"silhouette "
     u"golden-hour "
     u"光 光线 灯光 阳光 月光 夜 夜晚 晚上 白天 黄昏 傍晚 黎明 日出 日落 清晨 早晨 中午 明亮 昏暗 阴影 霓虹"},
    {Topic::Camera,
     u"camera zoom zooms pan pans panning tilt dolly close-up closeup angle shot lens tracking handheld "
     u"aerial "
     u"drone viewpoint perspective wide-angle macro focus framing framed slow-motion timelapse "
     u"镜头 相机 推近 拉远 特写 远景 俯拍 航拍 变焦 视角"},
    {Topic::Motion, u"motion movement move moves moving run runs running walk walks walking fly flies flying "
                    u"jump jumps jumping "
                    u"leap swim swims swimming dance dances dancing spin spins spinning rotate rotates fall "
                    u"falls falling drift "
                    u"drifts float floats floating fast faster slow slower slowly quickly speed swing sways "
                    u"swaying flap flaps "
                    u"nod nods wave waving climb climbs crawl still motionless "
                    u"动作 运动 跑 走 飞 跳 游泳 跳舞 旋转 落下 飘 快 慢 加速 减速"},
    {Topic::Mood,
     u"mood atmosphere feeling ambience calm calming calmness scary spooky creepy eerie happy happiness sad "
     u"sadness "
     u"joy joyful cheerful serene serenity peaceful peace tranquil tranquility tense tension gloomy "
     u"mysterious "
     u"mystery romantic dramatic cozy cosy melancholy melancholic nostalgic dreamy playful soothing relaxing "
     u"ominous hopeful lonely solemn festive "
     u"氛围 气氛 情绪 平静 安静 宁静 恐怖 快乐 悲伤 神秘 浪漫 紧张 温馨"},
    {Topic::Colour,
     u"colour color colours colors coloured colored red orange yellow green blue purple violet indigo "
     u"pink "
     u"magenta cyan teal turquoise brown beige black white grey gray silver gold golden ivory crimson "
     u"scarlet "
     u"maroon lavender emerald azure amber "
     u"颜色 红色 橙色 黄色 绿色 蓝色 紫色 粉色 棕色 黑色 白色 灰色 银色 金色 红 绿 蓝 紫 黑 白"},
    {Topic::Look,
     u"appearance look looks style vibrant striking vivid bright brilliant colourful colorful dull shiny "
     u"glossy "
     u"sleek fluffy furry fuzzy smooth rough soft silky delicate elegant majestic beautiful pretty gorgeous "
     u"stunning exotic magnificent graceful ornate intricate detailed rustic weathered old young tiny small "
     u"little "
     u"large big huge tall slender thick thin lush dense rich pristine pure snow-white translucent "
     u"transparent "
     u"iridescent patterned striped spotted "
     u"外观 鲜艳 明艳 醒目 毛茸茸 光滑 优雅 美丽 漂亮 巨大 小巧 柔软"},
};

const QHash<QString, Topics> &topicsByStem()
{
    static const QHash<QString, Topics> topics = [] {
        QHash<QString, Topics> all;
        for (const TopicList &list : topicLists) {
            for (const QString &word : QString::fromUtf16(list.words).split(u' ', Qt::SkipEmptyParts))
                all[wordStem(word)] |= list.topic;
        }
        return all;
    }();
    return topics;
}

} // namespace

Topics topicsOf(const QString &word)
{
    return topicsByStem().value(wordStem(word));
}

} // namespace retake
