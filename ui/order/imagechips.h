// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QSyntaxHighlighter>

namespace retake {

// "Image 1" or "图1" in an instruction speaks of a reference slot.
QString imageMention(int number);

// Rewrites the numbers after slots have moved: order[i] is the old place (from 0) of what now stands at i.
// A number whose picture is gone stays as it is.
QString renumberImages(const QString &text, const QList<int> &order);

// Colours the mentions of slots that are filled.
class ImageChips : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;
    void setReferenceCount(int count);

protected:
    void highlightBlock(const QString &text) override;

private:
    int m_references = 0;
};

} // namespace retake
