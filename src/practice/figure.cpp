// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/figure.h"

#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>

namespace retake {

namespace {

struct KindWords
{
    FigureKind kind;
    const char *pattern;
};

constexpr KindWords kindWords[] = {
    {FigureKind::Bird, "parrot|bird|owl|eagle|duck|chicken|penguin|crow|pigeon|swan|sparrow|macaw"},
    {FigureKind::Cat, "cat|kitten|fox|tiger|lion|panda|bear|rabbit"},
    {FigureKind::Dog, "dog|puppy|wolf|horse|cow|sheep"},
    {FigureKind::Person, "man|woman|person|child|boy|girl|robot|dancer|people"},
    {FigureKind::Fish, "fish|whale|dolphin|shark"},
    {FigureKind::Car, "car|truck|bus|van|taxi"},
};

// Draws in a square of 100 units.
class Drawing
{
public:
    Drawing(QPainter &painter, const QColor &colour, Pose pose)
        : m_painter(painter)
        , m_body(colour)
        , m_shade(colour.darker(125))
        , m_bright(colour.lightness() > 230 ? colour.darker(108) : colour.lighter(122))
        , m_up(pose == Pose::First)
    {
        m_painter.setPen(Qt::NoPen);
    }

    void draw(FigureKind kind)
    {
        switch (kind) {
        case FigureKind::Round:
            ellipse(50, 56, 32, 38, m_body);
            ellipse(42, 48, 16, 20, m_bright);
            break;
        case FigureKind::Bird:
            polygon({{46, 80}, {60, 84}, {44, 100}, {30, 99}}, m_shade);
            ellipse(52, 60, 24, 30, m_body);
            ellipse(55, 28, 18, 18, m_body);
            polygon({{70, 22}, {88, 32}, {72, 38}}, QColor(222, 92, 60));
            polygon({{46, 46}, {m_up ? 8.0 : 26.0, m_up ? 34.0 : 78.0}, {44, 72}}, m_shade);
            eye(62, 25);
            break;
        case FigureKind::Cat:
            ellipse(50, 70, 26, 26, m_body);
            ellipse(50, 36, 22, 19, m_body);
            polygon({{30, 32}, {31, 8}, {46, 22}}, m_body);
            polygon({{70, 32}, {69, 8}, {54, 22}}, m_body);
            ellipse(m_up ? 82 : 86, m_up ? 66 : 76, 14, 5, m_shade);
            eye(42, 34);
            eye(58, 34);
            break;
        case FigureKind::Dog:
            ellipse(46, 62, 32, 18, m_body);
            ellipse(76, 38, 16, 15, m_body);
            ellipse(88, 43, 9, 7, m_bright);
            ellipse(68, 42, 6, 14, m_shade);
            leg(24, m_up ? -3 : 3);
            leg(62, m_up ? 3 : -3);
            polygon({{18, 58}, {2, m_up ? 38.0 : 48.0}, {20, 66}}, m_shade);
            eye(80, 34);
            break;
        case FigureKind::Person:
            ellipse(50, 16, 12, 13, QColor(232, 190, 160));
            polygon({{34, 32}, {66, 32}, {62, 70}, {38, 70}}, m_body);
            polygon({{38, 70}, {49, 70}, {m_up ? 42.0 : 47.0, 100}, {m_up ? 32.0 : 39.0, 100}}, m_shade);
            polygon({{51, 70}, {62, 70}, {m_up ? 68.0 : 61.0, 100}, {m_up ? 58.0 : 53.0, 100}}, m_shade);
            polygon({{34, 34}, {m_up ? 14.0 : 22.0, m_up ? 52.0 : 64.0}, {30, 60}}, m_body);
            polygon({{66, 34}, {m_up ? 84.0 : 78.0, m_up ? 46.0 : 64.0}, {70, 60}}, m_body);
            break;
        case FigureKind::Fish:
            ellipse(56, 54, 34, 20, m_body);
            polygon({{28, 54}, {4, m_up ? 34.0 : 40.0}, {4, m_up ? 70.0 : 76.0}}, m_shade);
            eye(78, 50);
            break;
        case FigureKind::Car:
            m_painter.setBrush(m_body);
            m_painter.drawRoundedRect(QRectF(2, 54, 96, 28), 8, 8);
            polygon({{22, 55}, {34, 34}, {70, 34}, {82, 55}}, m_bright);
            ellipse(26, 83, 11, 11, QColor(28, 28, 32));
            ellipse(76, 83, 11, 11, QColor(28, 28, 32));
            ellipse(26, 83, m_up ? 5 : 4, m_up ? 4 : 5, QColor(170, 170, 180));
            ellipse(76, 83, m_up ? 5 : 4, m_up ? 4 : 5, QColor(170, 170, 180));
            break;
        }
    }

private:
    void ellipse(double x, double y, double rx, double ry, const QColor &colour)
    {
        m_painter.setBrush(colour);
        m_painter.drawEllipse(QPointF(x, y), rx, ry);
    }

    void polygon(const QList<QPointF> &points, const QColor &colour)
    {
        QPainterPath path(points.first());
        for (const QPointF &point : points.mid(1))
            path.lineTo(point);
        path.closeSubpath();
        m_painter.fillPath(path, colour);
    }

    void leg(double x, double lean)
    {
        polygon({{x, 70}, {x + 10, 70}, {x + 9 + lean, 98}, {x + 1 + lean, 98}}, m_shade);
    }

    void eye(double x, double y)
    {
        ellipse(x, y, 4.4, 4.4, Qt::white);
        ellipse(x + 0.8, y, 2.2, 2.4, QColor(20, 20, 24));
    }

    QPainter &m_painter;
    QColor m_body;
    QColor m_shade;
    QColor m_bright;
    bool m_up;
};

} // namespace

FigureKind figureKindIn(const QString &words)
{
    qsizetype first = -1;
    FigureKind kind = FigureKind::Round;
    for (const KindWords &row : kindWords) {
        const QRegularExpression pattern(QStringLiteral("\\b(?:%1)s?\\b").arg(QLatin1String(row.pattern)),
                                         QRegularExpression::CaseInsensitiveOption);
        const qsizetype at = words.indexOf(pattern);
        if (at >= 0 && (first < 0 || at < first)) {
            first = at;
            kind = row.kind;
        }
    }
    return kind;
}

QImage drawFigure(FigureKind kind, const QColor &colour, int height, Pose pose)
{
    QImage image(height, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(height / 100.0, height / 100.0);
    Drawing(painter, colour, pose).draw(kind);
    painter.end();
    return image;
}

} // namespace retake
