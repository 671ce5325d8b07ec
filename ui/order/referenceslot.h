// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "model/reference.h"
#include "ui/widgets/picturefiles.h"

#include <QAbstractButton>
#include <QImage>

class QToolButton;

namespace retake {

// One square for a reference image: click, Enter or Space browses; drop fills; Delete removes; C crops; Ctrl
// with an arrow, or a drag, moves it. The tooltip says what is done to the image before it is sent.
class ReferenceSlot : public QAbstractButton
{
    Q_OBJECT
public:
    ReferenceSlot(int index, QWidget *parent = nullptr);

    static constexpr int side = 72;

    void setReference(const Reference &reference, const MediaLimits &limits); // an empty source: free

    QSize sizeHint() const override { return {side, side}; }

Q_SIGNALS:
    void removeWanted(int index);
    void cropWanted(int index);
    void moveWanted(int from, int to);
    void mentionWanted(int index);
    void browseWanted(int index);
    void mediaGiven(int index, const retake::DroppedMedia &media);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    bool isFilled() const { return !m_reference.source.isEmpty(); }

    bool mayCrop() const;
    void describe();
    void showButtons();
    void drag();

    int m_index;
    Reference m_reference;
    QStringList m_changes; // what is done to it before it is sent, in words
    QImage m_picture;
    QToolButton *m_remove;
    QToolButton *m_crop;
    QPoint m_pressed;
    bool m_dropHere = false;
};

} // namespace retake
