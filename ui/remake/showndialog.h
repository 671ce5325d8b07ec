// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/dialogue.h"

#include <QDialog>

class QGridLayout;
class QLabel;

namespace retake {

// What a describer is shown of the clip: the pictures and their times, or the video or its address, and
// what that costs as far as it is known.
class ShownDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ShownDialog(Dialogue &dialogue, QWidget *parent = nullptr);

private:
    void follow();
    void addPicture(const ShownPart &part, int place);

    Dialogue &m_dialogue;
    QLabel *m_words;
    QLabel *m_price;
    QWidget *m_pictures;
    QGridLayout *m_grid;
    QList<ShownPart> m_shown;
};

} // namespace retake
