// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace retake {

// Lets a control that has the keyboard focus keep the keys that it needs itself (Space on a button, arrows
// and letters in a picker) where an action of the viewer has the same key.
class KeyCourtesy : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    void guard(QWidget *control);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace retake
