// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QTypeInfo>

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

// A Result travels in signals, and Qt would compare it with expected's operator==: that is declared for every
// T and compiles for few (not for void).
template<class T> struct QTypeTraits::has_operator_equal<tl::expected<T, retake::Error>> : std::false_type
{};
