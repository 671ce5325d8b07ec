// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace retake {

bool isLoopback(const QUrl &url);

// Scheme, host and port: what a secret may not leave.
bool sameOrigin(const QUrl &one, const QUrl &other);

bool isHttp(const QUrl &url); // http or https, with a host

} // namespace retake
