// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/picturefiles.h"

#include <QPlainTextEdit>

class QLabel;

namespace retake {

class ImageChips;

// Where the person says what to change: counts characters against the model's limit, shows "Image 1" as a
// chip, and hands on media that is pasted or dropped into it.
class InstructionEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit InstructionEdit(QWidget *parent = nullptr);

    void setLimit(int characters);
    void setReferenceCount(int count);    // up to which number "Image n" is a chip
    void replaceAll(const QString &text); // can be undone
    // "Image n" follows its picture: order[i] is the old place of what now stands at i.
    void renumber(const QList<int> &order);
    void restyle(); // after a change of the theme

Q_SIGNALS:
    void mediaGiven(const retake::DroppedMedia &media);

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void count();
    void grow();

    QLabel *m_counter;
    ImageChips *m_chips;
    int m_limit = 0;
};

} // namespace retake
