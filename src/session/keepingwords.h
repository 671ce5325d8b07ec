// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QString>

namespace retake {

// What instructions speak of, as far as their words tell (English and Chinese).
enum class EditAim {
    Motion = 1,     // movement, weather, action, camera
    Look = 2,       // colours and things
    Background = 4, // the place
    Style = 8,      // of the whole clip
};
Q_DECLARE_FLAGS(EditAims, EditAim)
Q_DECLARE_OPERATORS_FOR_FLAGS(EditAims)

EditAims aimsOf(const QString &instruction);

} // namespace retake
