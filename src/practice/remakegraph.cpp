// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/remakegraph.h"

#include "practice/textures.h"

#include <cmath>

namespace retake {

namespace {

constexpr double airArrives = 1.2; // seconds, over a picture that is to be seen first

double strengthOf(const RemakeSheet &sheet)
{
    const double asked = sheet.movement == u"small" ? 0.5 : sheet.movement == u"large" ? 1.8 : 1;
    switch (sheet.plan.speed) {
    case RemakePlan::Speed::Still:
        return asked * 0.35;
    case RemakePlan::Speed::Gentle:
        return asked;
    case RemakePlan::Speed::Lively:
        return asked * 1.7;
    }
    return asked;
}

// Closer with time; back again where the end is given, too.
QString slowZoom(const RemakeSheet &sheet)
{
    const int frames = std::max(2, int(std::lround(sheet.seconds * sheet.rate)));
    const double depth = 0.05 * strengthOf(sheet);
    const QString zoom = sheet.last.isEmpty()
                             ? QStringLiteral("(1+%1*on/%2)").arg(depth).arg(frames)
                             : QStringLiteral("(1+%1*sin(PI*on/%2))").arg(depth).arg(frames - 1);
    const auto at = [&zoom](const char *side, const char *sign) {
        return QStringLiteral("%1*(0.5%2 0.5/%3)")
            .arg(QLatin1String(side), QLatin1String(sign), zoom)
            .remove(u' ');
    };
    return QStringLiteral("perspective=x0='%1':y0='%3':x1='%2':y1='%3':x2='%1':y2='%4':x3='%2':y3='%4':"
                          "sense=source:eval=frame:interpolation=linear")
        .arg(at("W", "-"), at("W", "+"), at("H", "-"), at("H", "+"));
}

class Graph
{
public:
    explicit Graph(const RemakeSheet &sheet)
        : m_sheet(sheet)
    {}

    int add(const QString &file)
    {
        m_inputs << QStringLiteral("-framerate") << QString::number(m_sheet.rate) << QStringLiteral("-i")
                 << file;
        return m_count++;
    }

    void begin()
    {
        const int back = add(m_sheet.back);
        QString base = QStringLiteral("[%1:v]format=yuv420p,setsar=1,loop=-1:1:0").arg(back);
        if (!m_sheet.last.isEmpty()) {
            const double whole = m_sheet.seconds - 1.0 / m_sheet.rate;
            m_branches << QString(base + u"[first]")
                       << QStringLiteral("[%1:v]format=yuva420p,setsar=1,loop=-1:1:0,fade=t=in:st=0:d=%2:"
                                         "alpha=1[last]")
                              .arg(add(m_sheet.last))
                              .arg(whole);
            base = QStringLiteral("[first][last]overlay=0:0:format=yuv420");
        }
        m_branches << QString(base + u',' + slowZoom(m_sheet) + m_picture);
    }

    // `more`: filters of the layer; `at`: where it lies, and when
    void lay(const QString &file, const QString &more, const QString &at)
    {
        const QString layer = QStringLiteral("[l%1]").arg(++m_number);
        const QString next = QStringLiteral("[p%1]").arg(m_number);
        m_branches << QStringLiteral("[%1:v]format=yuva420p,loop=-1:1:0%2%3").arg(add(file)).arg(more, layer)
                   << QString(m_picture + layer + u"overlay=" + at + u":format=yuv420" + next);
        m_picture = next;
    }

    void stylise()
    {
        int number = 0;
        QStringList filters;
        for (const Look look : m_sheet.plan.styles) {
            if (const QString filter = texture(look, m_sheet.size, m_sheet.seed, m_sheet.rate, number++);
                !filter.isEmpty())
                filters << filter;
        }
        if (filters.isEmpty())
            return;
        const QString next = QStringLiteral("[styled]");
        m_branches << QString(m_picture + u"format=yuv420p," + filters.join(u',') + next);
        m_picture = next;
    }

    QStringList arguments() const
    {
        QStringList list =
            QStringLiteral("-v error -nostdin -y -filter_complex_threads 2").split(u' ') + m_inputs;
        if (m_sheet.hasSound)
            list << QStringLiteral("-f") << QStringLiteral("lavfi") << QStringLiteral("-i") << sound();
        list << QStringLiteral("-filter_complex")
             << QString(m_branches.join(u';') + u';' + m_picture + u"format=yuv420p[v]")
             << QStringLiteral("-map") << QStringLiteral("[v]");
        if (m_sheet.hasSound)
            list << QStringLiteral("-map %1:a -c:a aac -b:a 128k -ac 2").arg(m_count).split(u' ');
        list << QStringLiteral("-t") << QString::number(m_sheet.seconds, 'f', 6);
        list << QStringLiteral("-c:v libx264 -preset superfast -crf 21 -pix_fmt yuv420p -threads 2 -r %1 "
                               "-movflags +faststart -map_metadata -1 -fflags +bitexact -flags:v +bitexact "
                               "-flags:a +bitexact -metadata comment=practice")
                    .arg(m_sheet.rate)
                    .split(u' ');
        return list << QStringLiteral("-f") << QStringLiteral("mp4") << m_sheet.output;
    }

private:
    QString sound() const
    {
        const Reading &air = m_sheet.plan.air;
        if (air.has(Look::Rain) || air.has(Look::Storm))
            return QStringLiteral("anoisesrc=color=pink:amplitude=0.12:sample_rate=44100:seed=1");
        return QStringLiteral("aevalsrc='0.06*sin(2*PI*220*t)+0.05*sin(2*PI*277.2*t)+"
                              "0.05*sin(2*PI*329.6*t)*(0.6+0.4*sin(2*PI*0.25*t))':s=44100");
    }

    const RemakeSheet &m_sheet;
    QStringList m_inputs;
    QStringList m_branches;
    QString m_picture = QStringLiteral("[p0]");
    int m_count = 0;
    int m_number = 0;
};

void layFigure(Graph &graph, const RemakeSheet &sheet)
{
    const double strength = strengthOf(sheet);
    const double step = 0.5 / std::max(0.5, strength);
    const QString place = QStringLiteral("x='(W-w)/2+W*%1*sin(2*PI*t/%2)':y='H*0.93-h-H*%3*abs(sin(PI*t/%4))'"
                                         ":eval=frame")
                              .arg(0.1 * strength)
                              .arg(4.0)
                              .arg(0.035 * strength)
                              .arg(2 * step);
    for (int i = 0; i < sheet.poses.size(); ++i)
        graph.lay(sheet.poses[i], {},
                  QStringLiteral("%1:enable='%2(mod(t,%3),%4)'")
                      .arg(place, i == 0 ? QStringLiteral("lt") : QStringLiteral("gte"))
                      .arg(2 * step)
                      .arg(step));
}

void layReferences(Graph &graph, const RemakeSheet &sheet)
{
    const double strength = strengthOf(sheet);
    const qsizetype count = sheet.references.size();
    for (qsizetype i = 0; i < count; ++i)
        graph.lay(sheet.references[i].file, {},
                  QStringLiteral("x='W*%1-w/2+W*%2*sin(2*PI*t/4+%3)':y='(H-h)/2+H*%4*sin(2*PI*t/2.7+%3)':"
                                 "eval=frame")
                      .arg(double(i + 1) / double(count + 1))
                      .arg(0.02 * strength)
                      .arg(double(i))
                      .arg(0.02 * strength));
}

void layAir(Graph &graph, const RemakeSheet &sheet)
{
    for (const RemakeSheet::Layer &layer : sheet.air) {
        QString more;
        const double perSecond = 30.0 / sheet.rate; // speeds are those of 30 frames a second
        if (layer.overlay.acrossPerFrame != 0 || layer.overlay.downPerFrame != 0)
            more = QStringLiteral(",scroll=h=%1:v=%2")
                       .arg(-layer.overlay.acrossPerFrame * perSecond)
                       .arg(-layer.overlay.downPerFrame * perSecond);
        if (sheet.beginsWithPicture)
            more += QStringLiteral(",fade=t=in:st=0:d=%1:alpha=1").arg(airArrives);
        if (!sheet.last.isEmpty()) // and gone again where the last picture is
            more += QStringLiteral(",fade=t=out:st=%1:d=%2:alpha=1")
                        .arg(std::max(0.0, sheet.seconds - airArrives))
                        .arg(airArrives - 1.0 / sheet.rate);
        graph.lay(layer.file, more,
                  QStringLiteral("%1:%2").arg(layer.overlay.at.x()).arg(layer.overlay.at.y()));
    }
}

} // namespace

QStringList remakeArguments(const RemakeSheet &sheet)
{
    Graph graph(sheet);
    graph.begin();
    layReferences(graph, sheet);
    layFigure(graph, sheet);
    layAir(graph, sheet);
    if (!sheet.beginsWithPicture) // a given picture stays as it is
        graph.stylise();
    for (const RemakeSheet::Layer &mark : sheet.marks)
        graph.lay(mark.file, {}, QStringLiteral("%1:%2").arg(mark.overlay.at.x()).arg(mark.overlay.at.y()));
    return graph.arguments();
}

} // namespace retake
