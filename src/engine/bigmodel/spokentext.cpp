// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bigmodel/spokentext.h"

#include <QStringView>

#include <algorithm>
#include <array>

namespace retake {

namespace {

enum class MarkKind { Drop, ThinkOn, ThinkOff };

struct SpokenMark
{
    QStringView text;
    MarkKind kind;
};

constexpr std::array spokenMarks{
    SpokenMark{u"<think>", MarkKind::ThinkOn},       SpokenMark{u"</think>", MarkKind::ThinkOff},
    SpokenMark{u"<|begin_of_box|>", MarkKind::Drop}, SpokenMark{u"<|end_of_box|>", MarkKind::Drop},
    SpokenMark{u"<answer>", MarkKind::Drop},         SpokenMark{u"</answer>", MarkKind::Drop},
};

} // namespace

QString spokenText(const QString &raw, Telling telling)
{
    QString spoken;
    bool thinks = false;
    for (qsizetype at = 0; at < raw.size();) {
        const QStringView rest = QStringView(raw).mid(at);
        const auto is = [&](const SpokenMark &mark) { return rest.startsWith(mark.text); };
        const auto mightBe = [&](const SpokenMark &mark) { return mark.text.startsWith(rest); };
        const bool angle = rest.front() == u'<';
        const auto mark =
            angle ? std::find_if(spokenMarks.begin(), spokenMarks.end(), is) : spokenMarks.end();
        if (mark == spokenMarks.end()) {
            if (angle && telling == Telling::GoesOn &&
                std::any_of(spokenMarks.begin(), spokenMarks.end(), mightBe))
                break;
            if (!thinks)
                spoken += rest.front();
            ++at;
            continue;
        }
        at += mark->text.size();
        switch (mark->kind) {
        case MarkKind::Drop:
            break;
        case MarkKind::ThinkOn:
            thinks = true;
            break;
        case MarkKind::ThinkOff:
            if (!thinks) // some begin to think without saying so
                spoken.clear();
            thinks = false;
            break;
        }
    }
    return spoken.trimmed();
}

} // namespace retake
