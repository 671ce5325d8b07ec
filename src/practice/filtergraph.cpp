// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/filtergraph.h"

#include "practice/textures.h"

#include <QHash>

#include <cmath>

namespace retake {

namespace {

constexpr int rate = 30;       // frames a second, of every result
constexpr int stillInputs = 2; // the clip's picture and the clip's sound come first

// A window into the picture that moves between pixels; "" when the camera stands still.
QString camera(const RenderSheet &sheet)
{
    const Reading &reading = sheet.reading;
    const int frames = std::max(1, int(std::lround(sheet.seconds * rate)));
    const QString way = QStringLiteral("(on/%1)").arg(frames);
    QString zoom;
    QString across = QStringLiteral("0");
    QString down = QStringLiteral("0");
    if (reading.has(Look::ZoomIn))
        zoom = QStringLiteral("(1.02+0.4*%1)").arg(way);
    else if (reading.has(Look::ZoomOut))
        zoom = QStringLiteral("(1.42-0.4*%1)").arg(way);
    if (reading.has(Look::PanLeft) || reading.has(Look::PanRight)) {
        if (zoom.isEmpty())
            zoom = QStringLiteral("1.25");
        across = QStringLiteral("(0.5-0.5/%1)*%2(2*%3-1)")
                     .arg(zoom, reading.has(Look::PanLeft) ? QStringLiteral("-1*") : QString(), way);
    }
    if (reading.has(Look::Shake)) {
        if (zoom.isEmpty())
            zoom = QStringLiteral("1.09");
        const double phase = sheet.seed % 63 / 10.0;
        across += QStringLiteral("+0.018*sin(on*0.83+%1)+0.012*sin(on*1.71)").arg(phase);
        down = QStringLiteral("0.022*sin(on*0.97+%1)+0.01*sin(on*1.93)").arg(phase);
    }
    if (zoom.isEmpty())
        return {};
    const auto edge = [&](const char *side, const QString &shift, const char *sign) {
        return QStringLiteral("%1*(0.5+(%2)%3 0.5/%4)")
            .arg(QLatin1String(side), shift, QLatin1String(sign), zoom)
            .remove(u' ');
    };
    const QString left = edge("W", across, "-");
    const QString right = edge("W", across, "+");
    const QString top = edge("H", down, "-");
    const QString bottom = edge("H", down, "+");
    return QStringLiteral("perspective=x0='%1':y0='%3':x1='%2':y1='%3':x2='%1':y2='%4':x3='%2':y3='%4':"
                          "sense=source:eval=frame:interpolation=linear")
        .arg(left, right, top, bottom);
}

QStringList pictureChain(const RenderSheet &sheet)
{
    const int w = sheet.size.width();
    const int h = sheet.size.height();
    const Reading &reading = sheet.reading;
    QStringList chain;
    if (reading.has(Look::Slow))
        chain << QStringLiteral("setpts=2*(PTS-STARTPTS)");
    else if (reading.has(Look::Fast))
        chain << QStringLiteral("setpts=0.5*(PTS-STARTPTS)");
    chain << QStringLiteral("fps=%1").arg(rate)
          << QStringLiteral("scale=%1:%2:force_original_aspect_ratio=increase:flags=bicubic").arg(w).arg(h)
          << QStringLiteral("crop=%1:%2").arg(w).arg(h) << QStringLiteral("setsar=1");
    if (reading.has(Look::Mirror))
        chain << QStringLiteral("hflip");
    if (reading.has(Look::UpsideDown))
        chain << QStringLiteral("vflip");
    chain << QStringLiteral("lut3d=file=%1:interp=tetrahedral").arg(sheet.cubeFile)
          << QStringLiteral("format=yuv420p");
    int number = 0;
    for (const Look look : reading.looks) {
        if (const QString filter = texture(look, sheet.size, sheet.seed, rate, number++); !filter.isEmpty())
            chain << filter;
    }
    if (const QString moving = camera(sheet); !moving.isEmpty())
        chain << moving;
    return chain;
}

bool isScrolled(const Overlay &overlay) // such a branch never ends by itself
{
    return overlay.acrossPerFrame != 0 || overlay.downPerFrame != 0;
}

QString overlayBranch(const Overlay &overlay, int input)
{
    QString branch = QStringLiteral("[%1:v]format=yuva420p").arg(input);
    if (isScrolled(overlay))
        branch += QStringLiteral(",loop=-1:1:0,scroll=h=%1:v=%2") // positive moves to the left and up
                      .arg(-overlay.acrossPerFrame)
                      .arg(-overlay.downPerFrame);
    return branch;
}

QString referenceBranch(QSize size, int input)
{
    const int side = std::min(size.width(), size.height()) / 10 * 2;
    const int frame = std::max(2, side / 36);
    return QStringLiteral("[%1:v]scale=%2:%2:force_original_aspect_ratio=increase,crop=%2:%2,setsar=1,"
                          "pad=%3:%3:%4:%4:white,format=yuva420p")
        .arg(input)
        .arg(side)
        .arg(side + 2 * frame)
        .arg(frame);
}

QPoint referencePlace(QSize size, int index)
{
    const int side = std::min(size.width(), size.height()) / 10 * 2;
    const int margin = side / 6;
    return {margin + index * (side + margin), size.height() - side - margin - size.height() / 14};
}

} // namespace

QString overlayFile(int index)
{
    return QStringLiteral("overlay%1.png").arg(index);
}

QSize outputSize(const QHash<QString, QSize> &sizes, const QString &ratio, QSize input)
{
    if (sizes.contains(ratio))
        return sizes.value(ratio);
    const double wanted = std::log(double(input.width()) / input.height());
    QSize nearest;
    double least = 0;
    QStringList ratios = sizes.keys();
    ratios.sort(); // a hash has no order of its own
    for (const QString &candidate : ratios) {
        const QSize size = sizes.value(candidate);
        const double apart = std::fabs(std::log(double(size.width()) / size.height()) - wanted);
        if (nearest.isEmpty() || apart < least) {
            nearest = size;
            least = apart;
        }
    }
    return nearest;
}

QStringList ffmpegArguments(const RenderSheet &sheet)
{
    const QString seconds = QString::number(sheet.seconds, 'f', 6);
    QStringList arguments = QStringLiteral("-v error -nostdin -y -filter_complex_threads 2").split(u' ');
    if (sheet.reading.has(Look::Fast))
        arguments << QStringLiteral("-stream_loop") << QStringLiteral("1");
    arguments << QStringLiteral("-i") << sheet.clip << QStringLiteral("-i") << sheet.clip;
    for (int i = 0; i < sheet.overlays.size(); ++i)
        arguments << QStringLiteral("-framerate") << QString::number(rate) << QStringLiteral("-i")
                  << overlayFile(i);
    for (const QString &reference : sheet.references)
        arguments << QStringLiteral("-i") << reference;

    QStringList branches;
    QString picture = QStringLiteral("[p0]");
    branches << QString(u"[0:v:0]" + pictureChain(sheet).join(u',') + picture);
    int input = stillInputs;
    int number = 0;
    const auto lay = [&](const QString &branch, QPoint at, const char *ending) {
        ++number;
        const QString label = QStringLiteral("[o%1]").arg(number);
        const QString next = QStringLiteral("[p%1]").arg(number);
        branches << QString(branch + label)
                 << QString(picture + label +
                            QStringLiteral("overlay=%1:%2:format=yuv420:%3")
                                .arg(at.x())
                                .arg(at.y())
                                .arg(QLatin1String(ending)) +
                            next);
        picture = next;
        ++input;
    };
    const int drawn = int(sheet.overlays.size());
    for (int i = 0; i < drawn; ++i)
        lay(overlayBranch(sheet.overlays[i], input), sheet.overlays[i].at,
            isScrolled(sheet.overlays[i]) ? "shortest=1" : "eof_action=repeat");
    for (int i = 0; i < sheet.references.size(); ++i)
        lay(referenceBranch(sheet.size, input), referencePlace(sheet.size, i), "eof_action=repeat");
    branches << QString(picture + QStringLiteral("format=yuv420p[v]"));

    arguments << QStringLiteral("-filter_complex") << branches.join(u';') << QStringLiteral("-map")
              << QStringLiteral("[v]");
    if (sheet.sound == Sound::Kept)
        arguments << QStringLiteral("-map 1:a:0 -c:a aac -b:a 128k -ar 44100 -ac 2").split(u' ');
    arguments << QStringLiteral("-t") << seconds
              << QStringLiteral("-c:v libx264 -preset superfast -crf 21 -pix_fmt yuv420p -threads 2 -r %1 "
                                "-movflags +faststart -map_metadata -1 -fflags +bitexact -flags:v +bitexact "
                                "-flags:a +bitexact -metadata comment=practice")
                     .arg(rate)
                     .split(u' ')
              << QStringLiteral("-f") << QStringLiteral("mp4") << sheet.output;
    return arguments;
}

} // namespace retake
