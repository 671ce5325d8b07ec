// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/measure.h"

#include <QJsonArray>

#include <array>
#include <cmath>
#include <limits>

namespace retake {

namespace {

constexpr int measureFormat = 1;
constexpr std::array planes{&PlaneFigures::y, &PlaneFigures::u, &PlaneFigures::v, &PlaneFigures::all};
constexpr qsizetype figuresAt = 3;
constexpr qsizetype rowLength = figuresAt + 2 * qsizetype(planes.size());

// JSON has no infinity and no "not a number".
QJsonValue toCell(double figure)
{
    if (std::isnan(figure))
        return QJsonValue();
    return std::isinf(figure) ? QJsonValue(QStringLiteral("inf")) : QJsonValue(figure);
}

double fromCell(const QJsonValue &cell)
{
    if (cell.isString())
        return std::numeric_limits<double>::infinity();
    return cell.isDouble() ? cell.toDouble() : std::numeric_limits<double>::quiet_NaN();
}

QJsonObject sideToJson(const Measure::Side &side)
{
    return {{QStringLiteral("frames"), side.frames},
            {QStringLiteral("width"), side.size.width()},
            {QStringLiteral("height"), side.size.height()},
            {QStringLiteral("duration_us"), qint64(side.duration.count())}};
}

Measure::Side sideFromJson(const QJsonObject &json)
{
    return {json[u"frames"].toInt(), QSize(json[u"width"].toInt(), json[u"height"].toInt()),
            Microseconds(json[u"duration_us"].toInteger())};
}

} // namespace

QJsonObject measureToJson(const Measure &measure)
{
    QJsonArray rows;
    for (const FrameChange &frame : measure.frames) {
        QJsonArray row{frame.pair.before, frame.pair.after, qint64(frame.pair.time.count())};
        for (const auto plane : planes)
            row.append(toCell(frame.ssim.*plane));
        for (const auto plane : planes)
            row.append(toCell(frame.psnr.*plane));
        rows.append(row);
    }
    return {{QStringLiteral("format"), measureFormat},
            {QStringLiteral("by_frames"), measure.pairedBy == FramePairs::By::Frames},
            {QStringLiteral("unread"), measure.unread},
            {QStringLiteral("before"), sideToJson(measure.before)},
            {QStringLiteral("after"), sideToJson(measure.after)},
            {QStringLiteral("frames"), rows}};
}

Result<Measure> measureFromJson(const QJsonObject &json)
{
    Measure measure;
    if (json[u"format"].toInt() != measureFormat || !json[u"frames"].isArray())
        return failure(ErrorKind::BadParameter, {QStringLiteral("measure")});
    measure.pairedBy = json[u"by_frames"].toBool() ? FramePairs::By::Frames : FramePairs::By::Time;
    measure.unread = json[u"unread"].toInt();
    measure.before = sideFromJson(json[u"before"].toObject());
    measure.after = sideFromJson(json[u"after"].toObject());
    const QJsonArray rows = json[u"frames"].toArray();
    measure.frames.reserve(std::size_t(rows.size()));
    for (const auto &each : rows) {
        const QJsonArray row = each.toArray();
        if (row.size() != rowLength)
            return failure(ErrorKind::BadParameter, {QStringLiteral("measure")});
        FrameChange frame;
        frame.pair = {row.at(0).toInt(), row.at(1).toInt(), Microseconds(row.at(2).toInteger())};
        qsizetype at = figuresAt;
        for (const auto plane : planes)
            frame.ssim.*plane = fromCell(row.at(at++));
        for (const auto plane : planes)
            frame.psnr.*plane = fromCell(row.at(at++));
        measure.frames.push_back(frame);
    }
    return measure;
}

} // namespace retake
