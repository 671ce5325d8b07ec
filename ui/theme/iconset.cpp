// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/iconset.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace retake {

namespace {

QColor colorOf(Ink ink)
{
    const Tokens t = Theme::current();
    switch (ink) {
    case Ink::Second:
        return t.second;
    case Ink::Text:
        return t.text;
    case Ink::Accent:
        return t.accent;
    case Ink::OnAccent:
        return t.onAccent;
    case Ink::Ok:
        return t.ok;
    case Ink::Warning:
        return t.warning;
    case Ink::Error:
        return t.error;
    case Ink::OnCanvas:
        return t.onCanvas;
    }
    return t.text;
}

class InkEngine final : public QIconEngine
{
public:
    InkEngine(const QString &name, Ink ink)
        : m_name(name)
        , m_ink(ink)
    {
        QFile file(QString(u":/icons/" + name + u".svg"));
        if (file.open(QIODevice::ReadOnly))
            m_drawing = file.readAll();
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        Ink ink = m_ink;
        if (ink == Ink::Second && (mode == QIcon::Active || mode == QIcon::Selected))
            ink = Ink::Text;
        QByteArray drawing = m_drawing;
        drawing.replace("currentColor", colorOf(ink).name().toLatin1());
        QSvgRenderer renderer(drawing);
        painter->save();
        if (mode == QIcon::Disabled)
            painter->setOpacity(0.5);
        renderer.render(painter, rect);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new InkEngine(m_name, m_ink); }

private:
    QString m_name;
    Ink m_ink;
    QByteArray m_drawing;
};

} // namespace

QIcon themedIcon(const QString &name, Ink ink)
{
    return QIcon(new InkEngine(name, ink));
}

QIcon programIcon()
{
    return QIcon(QStringLiteral(":/icons/retake.svg"));
}

} // namespace retake
