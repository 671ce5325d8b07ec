// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/stylesheet.h"

#include <QApplication>
#include <QEvent>
#include <QFont>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QVariant>
#include <QWidget>

namespace retake {

namespace {

// Qt 6.4 does not tell the scheme; a dark window does.
Scheme schemeOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

QPalette paletteFor(const Tokens &t)
{
    QPalette p;
    const auto everywhere = [&p](QPalette::ColorRole role, const QColor &color) { p.setColor(role, color); };
    everywhere(QPalette::Window, t.window);
    everywhere(QPalette::WindowText, t.text);
    everywhere(QPalette::Base, t.raised);
    everywhere(QPalette::AlternateBase, t.panel);
    everywhere(QPalette::Text, t.text);
    everywhere(QPalette::Button, t.raised);
    everywhere(QPalette::ButtonText, t.text);
    everywhere(QPalette::BrightText, t.error);
    everywhere(QPalette::Highlight, t.accent);
    everywhere(QPalette::HighlightedText, t.onAccent);
    everywhere(QPalette::Link, t.accentText);
    everywhere(QPalette::LinkVisited, t.accentText);
    everywhere(QPalette::ToolTipBase, t.raised);
    everywhere(QPalette::ToolTipText, t.text);
    everywhere(QPalette::PlaceholderText, t.second);
    everywhere(QPalette::Light, t.hover);
    everywhere(QPalette::Midlight, t.raised);
    everywhere(QPalette::Mid, t.line);
    everywhere(QPalette::Dark, t.line);
    everywhere(QPalette::Shadow, t.canvas);
    const bool dark = t.scheme == Scheme::Dark;
    const QColor faded = dark ? t.second.darker(140) : t.second.lighter(140);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, faded);
    return p;
}

} // namespace

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_platform(schemeOf(QApplication::palette()))
    , m_tokens(tokensFor(m_platform))
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    m_application.installEventFilter(this);
    dress();
}

void Theme::choose(Settings::Theme choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    dress();
}

Tokens Theme::current()
{
    return tokensFor(schemeOf(QApplication::palette()));
}

void Theme::mark(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // The platform's theme plug-in sets the application's palette when the desktop changes its scheme.
    if (watched == &m_application && event->type() == QEvent::ApplicationPaletteChange && !m_dressing) {
        const Scheme now = schemeOf(QApplication::palette());
        if (now != m_tokens.scheme) {
            m_platform = now;
            dress();
        }
    }
    return QObject::eventFilter(watched, event);
}

void Theme::dress()
{
    Scheme wanted = m_platform;
    switch (m_choice) {
    case Settings::Theme::System:
        break;
    case Settings::Theme::Light:
        wanted = Scheme::Light;
        break;
    case Settings::Theme::Dark:
        wanted = Scheme::Dark;
        break;
    }
    m_tokens = tokensFor(wanted);
    m_dressing = true;
    QApplication::setPalette(paletteFor(m_tokens));
    m_application.setStyleSheet(styleSheetFor(m_tokens, QApplication::font()));
    m_dressing = false;
    Q_EMIT changed();
}

} // namespace retake
