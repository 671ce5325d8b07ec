// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace retake {

// A flat square button with a small drawing in the palette's colour, so that it follows the theme by itself.
class GlyphButton : public QToolButton
{
    Q_OBJECT
public:
    enum class Glyph {
        ToStart,
        StepBack,
        Play,
        Pause,
        StepForward,
        ToEnd,
        PreviousPiece,
        AroundPlayhead,
        NextPiece,
        More,
        ZoomOut,
        ZoomIn
    };

    // The name is the object name; texts come from the action that it triggers.
    GlyphButton(Glyph glyph, const QString &name, QWidget *parent);

    void setGlyph(Glyph glyph);

    Glyph glyph() const { return m_glyph; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Glyph m_glyph;
};

} // namespace retake
