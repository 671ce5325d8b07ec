// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/comparisonplan.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace retake {

// Makes a comparison's video at `target` (MP4): decodes and paints on a thread of its own and gives the
// pictures to ffmpeg. Ends with exactly one finished(); the file is put in place whole, when it has every
// picture. Deleting the job ends all of it and leaves nothing behind.
class ComparisonExport : public QObject
{
    Q_OBJECT
public:
    ComparisonExport(const ComparisonWish &wish, const QString &target, QObject *parent = nullptr);
    ~ComparisonExport() override;

Q_SIGNALS:
    void progress(int done, int total); // pictures
    void finished(const retake::Result<QString> &file);

private:
    class Worker;
    std::atomic<bool> m_closing = false;
    QThread m_thread;
    Worker *m_worker; // lives in the thread, and ends with it
};

} // namespace retake
