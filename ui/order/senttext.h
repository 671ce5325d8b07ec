// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace retake {

// Words exactly as they are sent: read-only, can be copied, breaks anywhere, as high as its text up to a
// number of lines, and scrolls beyond.
class SentText : public QPlainTextEdit
{
    Q_OBJECT
public:
    SentText(const QString &name, const QString &accessibleName, int mostLines, QWidget *parent);

    void say(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void grow();

    int m_mostLines;
};

} // namespace retake
