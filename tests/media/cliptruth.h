// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/probe.h"
#include "support/clipmaker.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

namespace retake {

// Times of the frames that ffprobe decodes, from the first, in microseconds; -1 where it does not know.
inline QList<qint64> decodedTimes(const QString &file)
{
    QProcess ffprobe;
    ffprobe.start(QStringLiteral("ffprobe"),
                  {QStringLiteral("-v"), QStringLiteral("quiet"), QStringLiteral("-select_streams"),
                   QStringLiteral("V:0"), QStringLiteral("-show_entries"),
                   QStringLiteral("frame=best_effort_timestamp_time"), QStringLiteral("-of"),
                   QStringLiteral("default=nokey=1:noprint_wrappers=1"), QString(u"file:" + file)});
    if (!ffprobe.waitForFinished(30000))
        return {};
    QList<qint64> times;
    for (const QByteArray &line : ffprobe.readAllStandardOutput().split('\n')) {
        bool isNumber = false;
        const double seconds = line.trimmed().toDouble(&isNumber);
        if (isNumber || line.trimmed() == "N/A")
            times.append(isNumber ? qint64(std::llround(seconds * 1e6)) : -1);
    }
    if (!times.isEmpty() && times.constFirst() > 0) {
        const qint64 first = times.constFirst();
        for (qint64 &time : times)
            time = time < 0 ? -1 : time - first;
    }
    return times;
}

// The probe's times against those of the decoder.
inline void compareFrames(const QString &file, qint64 frames)
{
    const QList<qint64> decoded = decodedTimes(file);
    QCOMPARE(frames, qint64(decoded.size()));
    const auto times = readFrameTimes(file, {});
    QVERIFY(times);
    QCOMPARE(qint64(times->size()), frames);
    QCOMPARE(qint64(times->front().count()), 0);
    for (std::size_t i = 0; i < times->size(); ++i) {
        const qint64 truth = decoded[qsizetype(i)];
        if (truth >= 0) // the last of an AVI come without a time
            QVERIFY2(
                qAbs(times->at(i).count() - truth) <= 1,
                qPrintable(QStringLiteral("%1: %2, not %3").arg(i).arg(times->at(i).count()).arg(truth)));
    }
}

inline QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}

// Clips from lavfi sources in a folder that goes with it.
class ClipFolder
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    // `picture` and `sound` are lavfi sources (empty: none), `coding` what follows.
    bool make(const QString &name, const QByteArray &picture, const QByteArray &sound,
              const QByteArray &coding)
    {
        QStringList arguments;
        for (const QByteArray &source : {picture, sound}) {
            if (!source.isEmpty())
                arguments += {QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                              QString::fromUtf8(source)};
        }
        return runFfmpeg(arguments + words(coding.constData()) + QStringList{QString(u"file:" + path(name))});
    }

private:
    QTemporaryDir m_folder;
};

} // namespace retake
