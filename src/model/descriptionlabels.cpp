// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/descriptionlabels.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace retake {

namespace {

struct LabelWords
{
    DescriptionField field;
    const char16_t *words; // separated by |, lower case
};

constexpr std::array labelTable{
    LabelWords{DescriptionField::Subject, u"subject|subjects|main subject|main subjects|subject matter|"
                                          u"主体|主题|主角|主要对象|拍摄主体|对象"},
    LabelWords{DescriptionField::Appearance,
               u"appearance|look|looks|visual details|visual appearance|details|"
               u"外观|外貌|外形|细节|特征"},
    LabelWords{DescriptionField::Setting, u"setting|scene|scenery|background|environment|location|place|"
                                          u"场景|环境|背景|地点|场景/环境|环境/场景"},
    LabelWords{DescriptionField::Light, u"light|lights|lighting|light and colour|light and color|"
                                        u"光线|灯光|光照|光影|光"},
    LabelWords{DescriptionField::Camera, u"camera|camera work|camerawork|camera movement|camera angle|shot|"
                                         u"framing|镜头|镜头运动|机位|运镜|景别|摄影"},
    LabelWords{DescriptionField::Motion, u"motion|motions|movement|movements|action|actions|subject motion|"
                                         u"动作|运动|动作/运动|运动/动作|动态"},
    LabelWords{DescriptionField::Mood, u"mood|atmosphere|feeling|tone|ambience|mood and style|"
                                       u"氛围|气氛|情绪|基调|风格"},
    LabelWords{DescriptionField::Whole,
               u"description|revised description|updated description|new description|"
               u"video description|prompt|描述|修改后的描述|视频描述"},
};

const QHash<QString, DescriptionField> &labelFields()
{
    static const QHash<QString, DescriptionField> fields = [] {
        QHash<QString, DescriptionField> all;
        for (const LabelWords &row : labelTable) {
            for (const QString &label : QString::fromUtf16(row.words).split(u'|'))
                all.insert(label, row.field);
        }
        return all;
    }();
    return fields;
}

} // namespace

std::optional<DescriptionField> labelledField(const QString &label)
{
    static const QRegularExpression number(QStringLiteral("\\s*\\d+$"));
    static const QRegularExpression joint(QStringLiteral("\\s*(?:[/&、,]|\\band\\b|与|和|及)\\s*"));
    const QString plain = label.simplified().toLower().remove(number).replace(u'_', u' ');
    const auto &fields = labelFields();
    if (const auto found = fields.constFind(plain); found != fields.cend())
        return *found;
    // "Setting & Light": said in the first of them, so that nothing is lost
    const QStringList labels = plain.split(joint);
    for (const QString &part : labels) {
        if (!fields.contains(part))
            return std::nullopt;
    }
    return fields.value(labels.first());
}

} // namespace retake
