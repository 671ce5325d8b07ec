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

void append(QList<MarkedSpan> &spans, const QString &words, MarkedSpan::Look look)
{
    if (words.isEmpty())
        return;
    if (!spans.isEmpty() && spans.constLast().look == look)
        spans.last().words += words;
    else
        spans.append({words, look});
}

// Only the words stand on the pill.
void appendTrimmed(QList<MarkedSpan> &spans, const QString &words, MarkedSpan::Look look)
{
    qsizetype from = 0;
    qsizetype to = words.size();
    while (from < to && !isInk(words[from]))
        ++from;
    while (to > from && !isInk(words[to - 1]))
        --to;
    if (from == to) { // marks alone
        append(spans, words, look == MarkedSpan::Look::Gone ? look : MarkedSpan::Look::Plain);
        return;
    }
    append(spans, words.left(from), MarkedSpan::Look::Plain);
    append(spans, words.mid(from, to - from), look);
    append(spans, words.mid(to), MarkedSpan::Look::Plain);
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

// The spans of a part with the letters of its sentence: its first capital, its mark at the end.
QList<MarkedSpan> fitted(const QList<MarkedSpan> &spans, const QString &sentence)
{
    QList<MarkedSpan> fit;
    qsizetype at = 0;
    bool same = true;
    for (const MarkedSpan &span : spans) {
        if (span.look == MarkedSpan::Look::Gone) {
            append(fit, span.words, span.look);
            continue;
        }
        QString words;
        for (const QChar c : span.words) {
            same = same && at < sentence.size() && sentence[at].toLower() == c.toLower();
            if (same)
                words += sentence[at++];
        }
        append(fit, words, span.look);
    }
    append(fit, sentence.mid(at), MarkedSpan::Look::Plain);
    return fit;
}

// As the description's text has it.
QString sentenceOfPart(DescriptionField field, const QString &words)
{
    Description alone;
    alone.setField(field, words);
    return alone.text();
}

bool joinsWithoutBlank(const QString &text)
{
    return !text.isEmpty() && text.back().unicode() >= 0x2e80;
}

} // namespace

QList<MarkedSpan> spansOf(const QList<WordRun> &runs, WentWords went)
{
    QList<MarkedSpan> spans;
    for (const WordRun &run : runs) {
        switch (run.kind) {
        case WordRun::Kind::Same:
            append(spans, run.words, MarkedSpan::Look::Plain);
            break;
        case WordRun::Kind::Added:
            appendTrimmed(spans, run.words,
                          run.askedFor ? MarkedSpan::Look::Changed : MarkedSpan::Look::Unasked);
            break;
        case WordRun::Kind::Removed:
            if (went == WentWords::Shown)
                append(spans, run.words, MarkedSpan::Look::Gone);
            break;
        }
    }
    return spans;
}

QList<MarkedSpan> spansOf(const Description &description, const QList<FieldChange> &changes, WentWords went)
{
    QList<MarkedSpan> spans;
    for (const DescriptionField field : descriptionFields()) {
        const QString words = description.field(field);
        const auto change = std::find_if(changes.begin(), changes.end(),
                                         [field](const FieldChange &one) { return one.field == field; });
        const QList<MarkedSpan> part = change == changes.end()
                                           ? QList<MarkedSpan>{{words, MarkedSpan::Look::Plain}}
                                           : spansOf(change->runs, went);
        if (part.isEmpty() || (words.isEmpty() && change == changes.end()))
            continue;
        if (!spans.isEmpty() && !joinsWithoutBlank(spans.constLast().words))
            append(spans, QStringLiteral(" "), MarkedSpan::Look::Plain);
        for (const MarkedSpan &span : fitted(part, sentenceOfPart(field, words)))
            append(spans, span.words, span.look);
    }
    return spans;
}

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
