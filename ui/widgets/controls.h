// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/iconset.h"

#include <QString>

class QBoxLayout;
class QComboBox;
class QFrame;
class QLabel;
class QPushButton;
class QToolButton;
class QWidget;

namespace retake {

// The few controls that every part of the window is made of, dressed by the style sheet's hooks. `name` is
// the object name; controls without a text also need an accessible name.
enum class ButtonLook { Plain, Primary, Flat };

QPushButton *makeButton(const QString &name, const QString &text, ButtonLook look, QWidget *parent);
QToolButton *makeIconButton(const QString &name, const QString &icon, const QString &accessibleName,
                            QWidget *parent, Ink ink = Ink::Second);
QComboBox *makeCombo(const QString &name, const QString &accessibleName, QWidget *parent);
QLabel *makeLabel(const QString &text, const char *look, QWidget *parent); // look: a hook, or null
QLabel *makeHeading(const QString &text, QWidget *parent);                 // small capitals, spaced
QFrame *makeRule(QWidget *parent);

// Takes a widget away at once, though a click in it may be what is being followed.
void takeAway(QWidget *widget);

// The next control in keyboard order and reading order follows the layout; margins and gap in one go.
void setGaps(QBoxLayout *layout, int left, int top, int right, int bottom, int gap);

} // namespace retake
