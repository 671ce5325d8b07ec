// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clipinfo.h"

#include <QImage>
#include <QMap>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace retake {

class ThumbnailJob;

// The small pictures of one clip by their time. It makes those that are asked for, key frames at once and
// exact ones behind, gives up what is no longer wanted, and keeps what it made for when it is wanted again.
class ThumbnailReel : public QObject
{
    Q_OBJECT
public:
    explicit ThumbnailReel(QObject *parent = nullptr);
    ~ThumbnailReel() override;

    void open(const ClipInfo &clip); // the same file again: its pictures stay
    void close();

    bool isOpen() const { return !m_file.isEmpty(); }

    bool failed() const { return m_failed; }

    double shape() const { return m_shape; } // width to height

    // How much time a picture `width` units wide may stand for, when one unit is `unit` long. Doubles from
    // step to step, so that pictures fit again when the scale comes back.
    static Microseconds spacingFor(double width, double microsecondsPerUnit);

    // Picture n stands for [n * spacing, (n + 1) * spacing). Those of the range come first, some beside it
    // follow.
    void want(Microseconds spacing, Microseconds from, Microseconds to);

    // The picture, or for now one made for about the same moment; null when there is none.
    QImage picture(Microseconds spacing, qint64 number) const;

    int made() const { return int(m_pictures.size()); }

    bool isComplete() const; // the range wanted last has all its pictures

Q_SIGNALS:
    void changed();

private:
    struct Kept
    {
        QImage picture;
        bool last = false; // nothing better will come
    };

    struct Run
    {
        qint64 first = 0;
        qint64 end = 0;
    };

    Microseconds middle(Microseconds spacing, qint64 number) const;
    bool isMissing(qint64 number) const;
    Run nextRun() const;
    void goOn();
    void sweep();

    QString m_file;
    Microseconds m_duration{0};
    double m_shape = 16.0 / 9.0;
    QMap<qint64, Kept> m_pictures; // by the microsecond
    Microseconds m_spacing{0};
    Microseconds m_from{0};
    Microseconds m_to{0};
    QTimer m_pause; // a moving view is not followed at every step
    ThumbnailJob *m_job = nullptr;
    Microseconds m_jobSpacing{0};
    Run m_jobRun;
    QSet<int> m_jobGave; // places that have a picture from it
    bool m_failed = false;
};

} // namespace retake
