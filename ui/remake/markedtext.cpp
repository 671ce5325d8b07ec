// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/markedtext.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

constexpr qreal pillPad = 2.5;
constexpr qreal pillRadius = 4;
constexpr qreal lead = 1.12; // pills of two lines do not touch

bool isInk(QChar c)
{
    return c.isLetterOrNumber();
}

// Not in the middle of a word, where there are blanks between words.
qsizetype wordEnd(const QString &text, qsizetype cut)
{
    constexpr qsizetype most = 24; // a longer word is cut
    const auto isInside = [&text](qsizetype at) {
        return at > 0 && at < text.size() && isInk(text[at]) && isInk(text[at - 1]) &&
               text[at].unicode() < 0x2e80;
    };
    qsizetype end = cut;
    while (isInside(end) && cut - end < most)
        --end;
    while (end > 0 && !isInk(text[end - 1]))
        --end;
    return end > 0 && cut - end < most ? end : cut;
}

} // namespace

MarkedText::MarkedText(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MarkedText::setSpans(const QList<MarkedSpan> &spans)
{
    m_spans = spans;
    QString text;
    for (MarkedSpan &span : m_spans) {
        span.words.replace(u'\n', QChar(QChar::LineSeparator));
        if (span.look != MarkedSpan::Look::Gone)
            text += span.words;
    }
    setText(text); // what assistive tools read
    updateGeometry();
    update();
}

void MarkedText::setPlain(const QString &text)
{
    setSpans(text.isEmpty() ? QList<MarkedSpan>() : QList<MarkedSpan>{{text, MarkedSpan::Look::Plain}});
}

void MarkedText::setQuiet(bool quiet)
{
    m_quiet = quiet;
    update();
}

void MarkedText::setMaximumLines(int most)
{
    if (most == m_most)
        return;
    m_most = most;
    updateGeometry();
    update();
}

void MarkedText::lay(QTextLayout &layout, qsizetype length, const QString &tail) const
{
    const Tokens t = Theme::current();
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const MarkedSpan &span : m_spans) {
        const QString words = span.words.left(std::max<qsizetype>(0, length - text.size()));
        QTextLayout::FormatRange range;
        range.start = int(text.size());
        range.length = int(words.size());
        switch (span.look) {
        case MarkedSpan::Look::Plain:
            break;
        case MarkedSpan::Look::Changed:
            range.format.setForeground(t.accentText);
            range.format.setFontWeight(QFont::DemiBold);
            break;
        case MarkedSpan::Look::Unasked:
            range.format.setForeground(t.warningText);
            range.format.setFontWeight(QFont::DemiBold);
            range.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
            range.format.setUnderlineColor(t.warningText);
            break;
        case MarkedSpan::Look::Gone:
            range.format.setForeground(t.second);
            range.format.setFontStrikeOut(true);
            break;
        }
        if (span.look != MarkedSpan::Look::Plain && range.length > 0)
            formats.append(range);
        text += words;
    }
    layout.setText(QString(text + tail));
    layout.setFont(font());
    layout.setFormats(formats);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
}

int MarkedText::breakLines(QTextLayout &layout, int width, int most) const
{
    const qreal height = std::ceil(fontMetrics().lineSpacing() * lead);
    int lines = 0;
    layout.beginLayout();
    while (most == 0 || lines < most) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(std::max(1, width));
        line.setPosition(QPointF(0, lines * height + (height - line.height()) / 2));
        ++lines;
    }
    layout.endLayout();
    return lines;
}

bool MarkedText::isLongerThan(int lines, int width) const
{
    QTextLayout layout;
    lay(layout, QWIDGETSIZE_MAX, {});
    return breakLines(layout, width, lines + 1) > lines;
}

qsizetype MarkedText::cutFor(int width) const
{
    if (m_most == 0)
        return QWIDGETSIZE_MAX;
    QTextLayout layout;
    lay(layout, QWIDGETSIZE_MAX, {});
    if (breakLines(layout, width, m_most + 1) <= m_most)
        return QWIDGETSIZE_MAX;
    const QString text = layout.text();
    const QTextLine last = layout.lineAt(m_most - 1);
    qsizetype cut = last.textStart() + last.textLength();
    // Room for the dots: word by word, then letter by letter where there are no blanks.
    for (int tries = 0; tries < 40 && cut > 0; ++tries) {
        while (cut > 0 && !isInk(text[cut - 1]))
            --cut;
        QTextLayout trial;
        lay(trial, cut, QStringLiteral("…"));
        if (breakLines(trial, width, m_most + 1) <= m_most)
            break;
        --cut;
    }
    return wordEnd(text, cut);
}

int MarkedText::heightForWidth(int width) const
{
    QTextLayout layout;
    lay(layout, QWIDGETSIZE_MAX, {});
    const int lines = std::max(1, breakLines(layout, width, m_most));
    return int(lines * std::ceil(fontMetrics().lineSpacing() * lead));
}

QSize MarkedText::sizeHint() const
{
    const int width = 280;
    return {width, heightForWidth(width)};
}

QSize MarkedText::minimumSizeHint() const
{
    return {60, fontMetrics().lineSpacing()};
}

void MarkedText::paintEvent(QPaintEvent *)
{
    const Tokens t = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qsizetype cut = cutFor(width());
    const qsizetype all = QWIDGETSIZE_MAX;
    QTextLayout layout;
    lay(layout, cut, cut == all ? QString() : QStringLiteral("…"));
    breakLines(layout, width(), 0);
    for (const QTextLayout::FormatRange &range : layout.formats()) {
        if (range.format.foreground().color() != t.accentText)
            continue;
        for (int i = 0; i < layout.lineCount(); ++i) {
            const QTextLine line = layout.lineAt(i);
            const int from = std::max(range.start, line.textStart());
            int to = std::min(range.start + range.length, line.textStart() + line.textLength());
            while (to > from && layout.text()[to - 1].isSpace())
                --to;
            if (to <= from)
                continue;
            const qreal left = line.cursorToX(from);
            const qreal right = line.cursorToX(to);
            const QRectF pill(left - pillPad, line.y() - 0.5, right - left + 2 * pillPad, line.height() + 1);
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.tint);
            painter.drawRoundedRect(pill.intersected(QRectF(rect())), pillRadius, pillRadius);
        }
    }
    painter.setPen(m_quiet ? t.second : t.text);
    layout.draw(&painter, QPointF(0, 0));
}

void MarkedText::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace retake
