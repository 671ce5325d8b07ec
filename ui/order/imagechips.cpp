// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/imagechips.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTextCharFormat>

namespace retake {

namespace {

const QRegularExpression &mention()
{
    static const QRegularExpression pattern(QStringLiteral("(?:(?<!\\w)[Ii]mage\\s?|图\\s?)([1-9])(?!\\d)"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

} // namespace

QString imageMention(int number)
{
    return QCoreApplication::translate("retake::ImageChips", "Image %1").arg(number);
}

QString renumberImages(const QString &text, const QList<int> &order)
{
    QString result;
    qsizetype from = 0;
    auto matches = mention().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype now = order.indexOf(match.captured(1).toInt() - 1);
        result += text.mid(from, match.capturedStart(1) - from);
        result += now < 0 ? match.captured(1) : QString::number(now + 1);
        from = match.capturedEnd(1);
    }
    return QString(result + text.mid(from));
}

void ImageChips::setReferenceCount(int count)
{
    if (count == m_references)
        return;
    m_references = count;
    rehighlight();
}

void ImageChips::highlightBlock(const QString &text)
{
    const Tokens tokens = Theme::current();
    QTextCharFormat chip;
    chip.setBackground(tokens.tint);
    chip.setForeground(tokens.accentText);
    chip.setFontWeight(QFont::DemiBold);
    auto matches = mention().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.captured(1).toInt() <= m_references)
            setFormat(int(match.capturedStart()), int(match.capturedLength()), chip);
    }
}

} // namespace retake
