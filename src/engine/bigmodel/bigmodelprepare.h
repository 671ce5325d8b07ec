// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

#include <QFutureWatcher>

namespace retake {

// Reads the pictures of an order into data addresses, on a thread of the pool: the service has no upload.
class BigModelPrepare final : public PrepareJob
{
    Q_OBJECT
public:
    BigModelPrepare(const ModelSpec &model, const MediaToSend &media, QObject *parent);

private:
    QFutureWatcher<Result<PreparedMedia>> m_reading;
};

} // namespace retake
