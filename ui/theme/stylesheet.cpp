// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylesheet.h"

#include "ui/theme/tokens.h"

#include <QFile>
#include <QFont>
#include <QFontInfo>
#include <QList>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

struct Word
{
    QLatin1String name;
    QString value;
};

QString points(double size)
{
    return QString(QString::number(std::round(size * 10) / 10) + u"pt");
}

} // namespace

QString styleSheetFor(const Tokens &t, const QFont &systemFont)
{
    QFile file(QStringLiteral(":/theme/retake.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const double size = QFontInfo(systemFont).pointSizeF();
    QList<Word> words{
        {QLatin1String("window"), t.window.name()},
        {QLatin1String("panel"), t.panel.name()},
        {QLatin1String("raised"), t.raised.name()},
        {QLatin1String("hover"), t.hover.name()},
        {QLatin1String("line"), t.line.name()},
        {QLatin1String("text"), t.text.name()},
        {QLatin1String("second"), t.second.name()},
        {QLatin1String("accent"), t.accent.name()},
        {QLatin1String("accentHover"), t.accentHover.name()},
        {QLatin1String("onAccent"), t.onAccent.name()},
        {QLatin1String("accentText"), t.accentText.name()},
        {QLatin1String("tint"), t.tint.name()},
        {QLatin1String("ok"), t.ok.name()},
        {QLatin1String("warning"), t.warning.name()},
        {QLatin1String("warningText"), t.warningText.name()},
        {QLatin1String("error"), t.error.name()},
        {QLatin1String("canvas"), t.canvas.name()},
        {QLatin1String("onCanvas"), t.onCanvas.name()},
        {QLatin1String("onCanvasSecond"), t.onCanvasSecond.name()},
        {QLatin1String("scheme"),
         t.scheme == Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light")},
        {QLatin1String("smallSize"), points(size * 0.9)},
        {QLatin1String("headingSize"), points(size * 0.84)},
        {QLatin1String("titleSize"), points(size * 1.6)},
    };
    // Longest first, so that @accentHover is not taken for @accent.
    std::sort(words.begin(), words.end(),
              [](const Word &a, const Word &b) { return a.name.size() > b.name.size(); });
    for (const Word &word : words)
        sheet.replace(QString(QLatin1Char('@') + word.name), word.value);
    return sheet;
}

} // namespace retake
