// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/picturefiles.h"

#include <QAbstractButton>
#include <QImage>

class QToolButton;

namespace retake {

// One square for a reference image: click, Enter or Space browses; drop fills; Delete removes; Ctrl with an
// arrow, or a drag, moves it.
class ReferenceSlot : public QAbstractButton
{
    Q_OBJECT
public:
    ReferenceSlot(int index, QWidget *parent = nullptr);

    static constexpr int side = 72;

    void setFile(const QString &file); // empty: free

    QString file() const { return m_file; }

    QSize sizeHint() const override { return {side, side}; }

Q_SIGNALS:
    void removeWanted(int index);
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
    void describe();
    void showRemove();
    void drag();

    int m_index;
    QString m_file;
    QImage m_picture;
    QToolButton *m_remove;
    QPoint m_pressed;
    bool m_dropHere = false;
};

} // namespace retake
