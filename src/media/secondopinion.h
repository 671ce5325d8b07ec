// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/clipinfo.h"

#include <QObject>

#include <memory>
#include <optional>

namespace retake {

// What ffprobe says of a file.
struct SecondOpinion
{
    bool readable = false;
    QString complaint; // its first line, where it cannot read the file
    QString codec;     // of the picture; empty: it finds none
    QSize codedSize;
    std::optional<double> pictureSeconds;
    std::optional<double> fileSeconds;
};

SecondOpinion readOpinion(const QByteArray &json);

// In which point they differ, for the detail of an error; empty: they agree. Lengths may differ by half a
// second or 5 %.
QString contradiction(const SecondOpinion &opinion, const ClipInfo &clip);

// Has ffprobe read a file's headers, in a process of its own and for a time only, before this program does.
// FileDamaged when it crashes or hangs, ToolMissing when it is not there. Ends with exactly one finished();
// deleting it ends ffprobe.
class SecondOpinionJob : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds usualLimit{20000};

    explicit SecondOpinionJob(const QString &file, QObject *parent = nullptr,
                              std::chrono::milliseconds limit = usualLimit);
    ~SecondOpinionJob() override;
Q_SIGNALS:
    void finished(const retake::Result<retake::SecondOpinion> &opinion);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace retake
