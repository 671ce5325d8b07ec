// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

namespace retake {

// std::expected's interface (C++23) over tl::expected.
template<class T> using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

inline tl::unexpected<Error> failure(ErrorKind kind, QStringList facts = {}, QString detail = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(facts), {}, std::move(detail), {}, 0, std::nullopt});
}

} // namespace retake
