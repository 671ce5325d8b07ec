// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/remakedraft.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace retake {

// The reference images of a remake, for models that take some: a line each, and a button for one more.
class PictureList : public QWidget
{
    Q_OBJECT
public:
    explicit PictureList(RemakeDraft &draft, QWidget *parent = nullptr);

    void add(const QStringList &files);
    void focusFirst();

Q_SIGNALS:
    void failed(const retake::Error &error);

private:
    void follow();
    void browse();

    RemakeDraft &m_draft;
    QLabel *m_count;
    QWidget *m_rows = nullptr;
    QVBoxLayout *m_column;
    QPushButton *m_add;
    QStringList m_shown;
};

} // namespace retake
