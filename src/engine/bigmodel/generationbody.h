// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

namespace retake {

// The body that orders a clip made from words: what the order says, else the row's default, and nothing that
// the row does not have. BadParameter for pictures that the row does not take. Pure.
Result<QByteArray> encodeGeneration(const ModelSpec &model, const Order &order, const PreparedMedia &media);

} // namespace retake
