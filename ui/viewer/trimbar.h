// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/glyphbutton.h"
#include "ui/viewer/trimrange.h"

#include <QWidget>

#include <array>

class QAction;
class QBoxLayout;
class QLabel;

namespace retake {

class MomentEdit;
class SentenceLabel;
struct ViewerActions;

// The row above the filmstrip: begin, end and length of the piece to read and to type, the sentence about
// what the model takes, and the buttons that move the piece and the view.
class TrimBar : public QWidget
{
    Q_OBJECT
public:
    enum class Field { In, Out, Length };

    TrimBar(const ViewerActions &actions, QWidget *parent = nullptr);

    void setPiece(const Trim &piece, const TrimRange &range); // an empty range: nothing to show

    SentenceLabel *sentence() const { return m_sentence; }

    MomentEdit *field(Field field) const { return m_fields[std::size_t(field)]; }

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void typed(retake::TrimBar::Field field, const QString &text);
    void stepped(retake::TrimBar::Field field, int frames);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addField(Field field, QBoxLayout *row);
    void addButton(GlyphButton::Glyph glyph, const char *name, QAction *action, QBoxLayout *row);
    void addMenu(const ViewerActions &actions, QBoxLayout *row);
    void arrange();

    std::array<MomentEdit *, 3> m_fields{};
    SentenceLabel *m_sentence = nullptr;
    QWidget *m_left = nullptr;
    QWidget *m_right = nullptr;
    QBoxLayout *m_layout = nullptr;
    Microseconds m_end{0}; // what the fields have room for
    Microseconds m_longest{0};
};

} // namespace retake
