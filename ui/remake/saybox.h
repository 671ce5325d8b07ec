// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPlainTextEdit>

class QLabel;
class QPushButton;
class QToolButton;

namespace retake {

// Enter sends, Shift+Enter begins a new line.
class SayEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    using QPlainTextEdit::QPlainTextEdit;

Q_SIGNALS:
    void sendWanted();
    void focusChanged(bool here);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
};

// Where the person says what should change next.
class SayBox : public QFrame
{
    Q_OBJECT
public:
    explicit SayBox(QWidget *parent = nullptr);

    enum class Language { Any, English }; // English: others are translated first

    void setLanguage(Language language);
    void setObstacle(const QString &reason); // why nothing can be sent now; empty: it can
    void setText(const QString &text);
    void clear();
    void focusEdit();

    bool isEmpty() const;

Q_SIGNALS:
    void said(const QString &what);

private:
    void send();
    void follow();
    void fit();

    SayEdit *m_edit;
    QPushButton *m_examples;
    QLabel *m_reason;
    QToolButton *m_send;
    QString m_obstacle;
};

} // namespace retake
