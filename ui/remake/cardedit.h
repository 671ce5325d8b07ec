// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/description.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace retake {

// A description written by hand, part by part, in its card.
class CardEdit : public QWidget
{
    Q_OBJECT
public:
    explicit CardEdit(const Description &description, QWidget *parent = nullptr);

    Description description() const;
    void focusFirst();
    void setMaySave(bool may); // not while a question is under way

Q_SIGNALS:
    void saveWanted(const retake::Description &description);
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void fit(QPlainTextEdit *edit);

    Description m_before;
    QHash<DescriptionField, QPlainTextEdit *> m_edits;
    QPlainTextEdit *m_first = nullptr;
    bool m_maySave = true;
    QLabel *m_count;
    QPushButton *m_save;
};

} // namespace retake
