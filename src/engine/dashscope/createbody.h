// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "net/httpmessage.h"

namespace retake {

// The create call of the video models with `input.media[]`: pure.
struct CreateBody
{
    QByteArray json;
    HttpHeaders headers; // without the key
};

// Parameters: what the order says, else the catalogue's default; null is left out. Those that the model does
// not know are not sent.
CreateBody encodeCreate(const ModelSpec &model, const Order &order, const PreparedMedia &media);

} // namespace retake
