// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace retake::cli {

// The translation context of everything that retake-cli says outside a class of its own.
struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace retake::cli
