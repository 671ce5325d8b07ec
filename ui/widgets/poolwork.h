// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace retake {

// Runs `work` on a pool thread and hands its value to `then` on the window's thread; not when `context` has
// gone meanwhile.
template<class Work, class Then> void inPool(QObject *context, Work work, Then then)
{
    using Value = std::invoke_result_t<Work>;
    // The pointer is only looked at on the window's thread, where the context lives and dies.
    auto guard = std::make_shared<QPointer<QObject>>(context);
    QThreadPool::globalInstance()->start([guard, work = std::move(work), then = std::move(then)]() mutable {
        auto value = std::make_shared<Value>(work());
        QObject *const home = QCoreApplication::instance();
        if (!home)
            return;
        QMetaObject::invokeMethod(
            home,
            [guard = std::move(guard), value, then = std::move(then)]() mutable {
                if (*guard)
                    then(std::move(*value));
            },
            Qt::QueuedConnection);
    });
}

} // namespace retake
