// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace retake {

// What the account dialog says about a service and its keys. Empty for a service without words of its own.
QString aboutService(const QString &service);
QString sourceOfKeys(const QString &service); // rich text: where a key is made, and which ones do not work
QString exampleOfKey(const QString &service);
QString exampleOfAddress(const QString &service);

} // namespace retake
