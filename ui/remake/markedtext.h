// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/remake/markedspans.h"

#include <QLabel>

class QTextLayout;

namespace retake {

// A paragraph in which changed words stand on a pill of the accent's tint, words that changed unasked are
// underlined in the warning's colour, and words that went are struck through. Folds to a number of lines.
class MarkedText : public QLabel
{
    Q_OBJECT
public:
    explicit MarkedText(QWidget *parent = nullptr);

    void setSpans(const QList<MarkedSpan> &spans);
    void setPlain(const QString &text);
    void setQuiet(bool quiet);      // in the second colour
    void setMaximumLines(int most); // 0: all of them
    bool isLongerThan(int lines, int width) const;

    const QList<MarkedSpan> &spans() const { return m_spans; }

    bool hasHeightForWidth() const override { return true; }

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void lay(QTextLayout &layout, qsizetype length, const QString &tail) const;
    int breakLines(QTextLayout &layout, int width, int most) const; // gives the lines made
    qsizetype cutFor(int width) const;                              // characters that fit; all: no cut

    QList<MarkedSpan> m_spans;
    bool m_quiet = false;
    int m_most = 0;
};

} // namespace retake
