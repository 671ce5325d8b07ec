// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QTimer>

namespace retake {

// A line that takes the room that is left, and for some seconds another one that matters more.
class SentenceLabel : public QLabel
{
    Q_OBJECT
public:
    explicit SentenceLabel(QWidget *parent = nullptr);

    void setSentence(const QString &sentence);
    void say(const QString &words); // shortly, instead of the sentence
    void hush();

    bool isSaying() const { return m_saying.isActive(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showNow(const QString &words);

    QString m_sentence;
    int m_room = 0; // that the longest sentence yet has taken, so that the row stays as it is
    QTimer m_saying;
};

} // namespace retake
